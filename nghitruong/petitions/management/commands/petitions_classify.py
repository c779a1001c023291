"""`nghitruong petitions classify FILE.jsonl [--on DATE]`: one JSON line a petition; no database."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from nghitruong.language import parse_date
from nghitruong.petitions.management.commands.petitions_import import day
from nghitruong.petitions.rules.competence import Reader, Reading
from nghitruong.petitions.rules.shipped import shipped_fields, shipped_rules


class Command(BaseCommand):
    help = "Đề xuất loại, lĩnh vực, cấp và cơ quan có thẩm quyền cho từng kiến nghị trong tệp .jsonl."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file")
        parser.add_argument("--on", metavar="DATE")

    def handle(self, *args: Any, **options: Any) -> None:
        today = day(options["on"])
        for row in rows_of(options["file"]):
            text = str(row.get("text") or "")
            told = reader(_day(row.get("date")) or today).read(text) if text.strip() else None
            self.stdout.write(json.dumps({"id": row.get("id"), **_told(told)}, ensure_ascii=False))


@lru_cache(maxsize=64)
def reader(on: date) -> Reader:
    """Return the reader by the shipped rules of a day."""
    return Reader(shipped_rules(), on)


def rows_of(name: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of a .jsonl file; misuse is said in words, with the line."""
    path = Path(name)
    if not path.is_file():
        raise CommandError(_("Không thấy tệp %(path)s.") % {"path": path})
    with path.open(encoding="utf-8-sig") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError:
                row = None
            if not isinstance(row, dict):
                raise CommandError(_("Dòng %(number)s của tệp không phải là một đối tượng JSON.") % {"number": number})
            yield row


def _told(reading: Reading | None) -> dict[str, Any]:
    if reading is None:
        return {"kind": None, "field": None, "level": None, "agency": None, "because": [], "error": _("Không có lời.")}
    name, group = shipped_fields()[reading.field]
    because = [
        {
            "of": reason.dimension,
            "says": reason.value,
            "quote": reason.quote,
            "start": reason.start,
            "end": reason.end,
            "citation": reason.citation,
            "confirmed": reason.is_confirmed,
        }
        for reason in reading.because
    ]
    return {
        "kind": reading.kind,
        "field": reading.field,
        "field_name": name,
        "field_group": group,
        "level": reading.level,
        "agency": reading.agency,
        "because": because,
        "unsupported": list(reading.unsupported),
    }


def _day(words: Any) -> date | None:
    return parse_date(str(words)) if words else None
