"""`nghitruong read FILE... [--json]`: one JSON line a file, as its words tell; places are checked where a register is."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection
from django.utils.translation import gettext as _

from nghitruong.base.errors import BusinessError, Invalid
from nghitruong.intake.rules.files import read_file
from nghitruong.intake.rules.reading import Reading, read
from nghitruong.intake.rules.record import at, record
from nghitruong.intake.selectors import places_in_doubt


class Command(BaseCommand):
    help = "Đọc văn bản: loại, số, ký hiệu, ngày, cơ quan, người, nơi nhận, số liệu, việc được giao; mỗi mục kèm nguyên lời."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        refused = 0
        for name in options["files"]:
            path = Path(name)
            if not path.is_file():
                raise CommandError(_("Không thấy tệp %(path)s.") % {"path": path})
            try:
                taken = read_file(path.name, path.read_bytes())
            except BusinessError as error:
                refused += 1
                told: dict[str, Any] = {"file": name, "error": str(error)}
            else:
                reading = read(taken.text)
                told = {"file": name, **record(reading), **_places(reading), "notes": list(taken.notes)}
            self.stdout.write(json.dumps(told, ensure_ascii=False) if options["json"] else _in_words(told))
        if refused:
            raise Invalid(_("%(count)s tệp không đọc được; lý do ở dòng của tệp.") % {"count": refused})


def _places(reading: Reading) -> dict[str, Any]:
    """Return the places in doubt; nothing where no register of units is at hand."""
    settings = connection.settings_dict
    if connection.vendor == "sqlite" and not Path(settings["NAME"]).exists():
        return {}
    try:
        doubts = places_in_doubt(reading)
    except DatabaseError:
        return {}
    told = []
    for one in doubts:
        doubtful = {"doubtful": True} if one.is_doubtful else {}
        told.append({"name": one.name, **at(one.quote), "why": one.why, "meant": list(one.meant), **doubtful})
    return {"places": told}


def _in_words(told: dict[str, Any]) -> str:
    if "error" in told:
        return f"{told['file']}: {told['error']}"
    number = "/".join(part for part in (told["number"], told["symbol"]) if part)
    day = told["issue_date"] or (told["event_dates"] or [None])[0]
    head = ", ".join(
        str(part) for part in (told["document_kind"], number, day and day["iso"], told["issuing_organ"]) if part
    )
    counts = ", ".join(
        f"{len(told.get(key) or [])} {words}"
        for key, words in (
            ("quantities", "số liệu"), ("limitations", "hạn chế"), ("tasks", "nhiệm vụ"), ("recipients", "nơi nhận"),
        )
    )  # fmt: skip
    return f"{told['file']}: {head}\n  {counts}"
