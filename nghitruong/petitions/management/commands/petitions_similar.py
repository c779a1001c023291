"""`nghitruong petitions similar TEXT [--place P] [--on DATE] [--limit N] [--json]`: the nearest earlier petitions."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from nghitruong.base.actor import SYSTEM
from nghitruong.language.likeness import features
from nghitruong.petitions import selectors
from nghitruong.petitions.management.commands.petitions_import import day


class Command(BaseCommand):
    help = "Tìm kiến nghị trước đây gần giống một nội dung."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("text")
        parser.add_argument("--place", default="", metavar="P")
        parser.add_argument("--on", metavar="DATE", help="chỉ xét kiến nghị tiếp nhận đến hết ngày này")
        parser.add_argument("--limit", type=int, default=5, metavar="N")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["limit"] < 1 or not options["text"].strip():
            raise CommandError(_("Cần nội dung để so và --limit từ 1 trở lên."))
        asked = features(options["text"], options["place"])
        found = selectors.nearest(asked, SYSTEM, limit=options["limit"], until=day(options["on"]))
        told = [
            {
                "id": near.petition.pk,
                "code": near.petition.code,
                "council": near.petition.keeper.name,
                "text": near.petition.text,
                "place": near.petition.place or str(near.petition.unit or ""),
                "received_on": near.petition.received_on.isoformat(),
                "score": near.likeness.score,
                "kind": near.likeness.kind,
                "because": near.because,
                "state": near.petition.state,
                "outcome": near.petition.outcome or None,
                "answered_on": near.petition.answered_on.isoformat() if near.petition.answered_on else None,
            }
            for near in found
        ]
        if options["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False))
            return
        if not told:
            self.stdout.write(_("Không có kiến nghị nào gần giống."))
        for one, near in zip(told, found, strict=True):
            self.stdout.write(
                f"{one['score']:.2f} {one['kind']} {one['code']} {one['text']} ({'; '.join(near.because)})"
            )
