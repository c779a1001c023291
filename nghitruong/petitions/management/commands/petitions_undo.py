"""`nghitruong petitions undo IMPORT [--json]`."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.actor import SYSTEM
from nghitruong.base.errors import Invalid
from nghitruong.petitions import services
from nghitruong.petitions.models import ImportBatch


class Command(BaseCommand):
    help = "Hoàn tác một lần nhập tệp kiến nghị, trong 30 ngày."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("number", type=int, metavar="IMPORT")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        batch = ImportBatch.objects.filter(pk=options["number"]).select_related("council").first()
        if batch is None:
            raise Invalid(_("Không có lần nhập tệp số %(id)s.") % {"id": options["number"]})
        undone = services.undo_import(batch=batch, actor=SYSTEM, at=timezone.now())
        told = {"import": undone.pk, "undone": undone.undone, "kept": undone.kept}
        if options["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False))
            return
        self.stdout.write(
            _("Đã rút %(n)s kiến nghị khỏi sổ, giữ lại %(kept)s.") % {"n": undone.undone, "kept": len(undone.kept)}
        )
        for one in undone.kept:
            self.stdout.write(f"  {one['code']}: {one['reason']}")
