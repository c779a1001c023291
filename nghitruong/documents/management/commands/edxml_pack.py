"""`nghitruong edxml pack (--paper NUMBER | --data FILE.json) --out FILE [FILE…]`: a document as an edXML packet."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.actor import SYSTEM
from nghitruong.base.errors import Invalid
from nghitruong.documents.models import Paper
from nghitruong.documents.rules.edxml import Attachment, Packet, Party, packed
from nghitruong.documents.services import edxml_of

PLAIN = {each.name for each in fields(Packet)} - {"sender", "to", "attachments", "warnings", "on", "due_on"}


class Command(BaseCommand):
    help = "Đóng gói một văn bản đã ban hành (hoặc mô tả trong tệp dữ liệu) thành gói edXML."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="*", metavar="FILE", help="tệp kèm theo, khi dùng --data")
        parser.add_argument("--paper", type=int, metavar="NUMBER", help="mã của văn bản đi trong hệ thống")
        parser.add_argument("--data", metavar="FILE.json", help="mô tả văn bản")
        parser.add_argument("--out", required=True, metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        at = timezone.localtime()
        if options["paper"]:
            seen = Paper.objects.visible_to(SYSTEM).select_related("body__unit", "organ", "document__file")
            paper = seen.filter(pk=options["paper"]).first()
            if paper is None:
                raise CommandError(_("Không có văn bản này."))
            content = edxml_of(paper=paper, actor=SYSTEM, at=at)
        elif options["data"]:
            content = packed(self._described(options["data"], options["files"]), at=at)
        else:
            raise CommandError(_("Hãy cho biết văn bản bằng --paper hoặc --data."))
        Path(options["out"]).write_bytes(content)
        self.stdout.write(_("Đã ghi %(name)s.") % {"name": options["out"]})

    def _described(self, name: str, files: list[str]) -> Packet:
        try:
            data = json.loads(Path(name).read_text(encoding="utf-8"))
            days: dict[str, Any] = {key: date.fromisoformat(data[key]) for key in ("on", "due_on") if data.get(key)}
            return Packet(
                sender=Party(**data.get("sender", {})),
                to=[Party(**each) for each in data.get("to", [])],
                attachments=[Attachment(Path(each).name, Path(each).read_bytes()) for each in files],
                **days,
                **{key: value for key, value in data.items() if key in PLAIN},
            )
        except (OSError, ValueError, TypeError, AttributeError) as error:
            raise Invalid(_("Không đọc được tệp dữ liệu: %(why)s") % {"why": error}) from error
