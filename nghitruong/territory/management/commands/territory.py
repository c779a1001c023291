"""`nghitruong territory NAME_OR_CODE [--on DATE] [--json]`: what a code or a name means on a day."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from nghitruong.base.errors import Invalid
from nghitruong.language import parse_date
from nghitruong.territory import selectors
from nghitruong.territory.enums import Extent, Level
from nghitruong.territory.models import Unit
from nghitruong.territory.selectors import Kin


class Command(BaseCommand):
    help = "Tra đơn vị hành chính theo mã, tên hoặc tên cũ, có dấu hoặc không dấu, vào một ngày."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", metavar="NAME_OR_CODE")
        parser.add_argument("--on", metavar="DATE", help="dd/mm/yyyy hoặc yyyy-mm-dd; mặc định là hôm nay")
        parser.add_argument("--json", action="store_true", dest="as_json")

    def handle(self, *_args: Any, name: str, on: str | None, as_json: bool, **_options: Any) -> None:
        day = parse_date(on) if on else timezone.localdate()
        if day is None:
            raise CommandError(f"Không đọc được ngày «{on}»; hãy ghi như 30/06/2025.")
        found = selectors.lookup(name, day)
        if not found and not on:
            found = selectors.lookup(name)
        if not found:
            raise Invalid(_unknown(name, day if on else None))
        if not on:
            self._tell_of_the_past(name, found)
        if as_json:
            self.stdout.write(json.dumps([_as_json(unit, day) for unit in found], ensure_ascii=False, indent=2))
            return
        for unit in found:
            self.stdout.write(_in_words(unit, day))

    def _tell_of_the_past(self, name: str, found: list[Unit]) -> None:
        shown = {unit.pk for unit in found}
        past = [unit for unit in selectors.lookup(name) if unit.pk not in shown and unit.valid_to]
        for unit in past[:5]:
            self.stderr.write(f"Trước đây còn có {selectors.label(unit)}; xem bằng --on.", lambda text: text)


def _unknown(name: str, day: date | None) -> str:
    if not Unit.objects.exists():
        return "Chưa có danh mục đơn vị hành chính; hãy chạy: nghitruong manage territory_import"
    when = f" vào ngày {day:%d/%m/%Y}" if day else ""
    lines = [f"Không có đơn vị hành chính «{name}»{when}."]
    other_days = selectors.lookup(name) if day else []
    lines += [f"  Vào ngày khác: {selectors.label(unit)}, {_period(unit)}" for unit in other_days]
    if not other_days:
        lines += [f"  Có phải ({hint.why}): {selectors.label(hint.unit)}?" for hint in selectors.hints(name, day)]
    return "\n".join(lines)


def _period(unit: Unit) -> str:
    start = f"từ {unit.valid_from:%d/%m/%Y}" if unit.valid_from else "không rõ ngày bắt đầu"
    return f"{start} đến {unit.valid_to:%d/%m/%Y}" if unit.valid_to else f"{start} đến nay"


def _short(unit: Unit) -> dict[str, Any]:
    return {
        "code": unit.code,
        "name": unit.name,
        "level": unit.level,
        "valid_from": unit.valid_from.isoformat() if unit.valid_from else None,
        "valid_to": unit.valid_to.isoformat() if unit.valid_to else None,
    }


def _kin(kin: Kin) -> dict[str, Any]:
    return {**_short(kin.unit), "extent": kin.extent.name.lower(), "on": kin.on.isoformat(), "basis": kin.basis}


def _as_json(unit: Unit, day: date) -> dict[str, Any]:
    parent = _parent(unit, day)
    return {
        **_short(unit),
        "type": unit.type,
        "full_name": selectors.full_name(unit),
        "basis": unit.basis,
        "parent": _short(parent) if parent else None,
        "predecessors": [_kin(kin) for kin in selectors.predecessors(unit)],
        "successors": [_kin(kin) for kin in selectors.successors(unit)],
    }


def _parent(unit: Unit, day: date) -> Unit | None:
    if not unit.stands_on(day):
        day = unit.valid_to or day
    return selectors.parent_on(unit, day)


def _in_words(unit: Unit, day: date) -> str:
    parent = _parent(unit, day)
    rows = [
        ("Mã", unit.code),
        ("Tên", unit.name),
        ("Cấp", str(Level(unit.level).label)),
        ("Trực thuộc", f"{parent.name} ({parent.code})" if parent else "–"),
        ("Thời gian", _period(unit)),
        ("Căn cứ", unit.basis or "–"),
    ]
    rows += [("Hình thành từ", _kin_in_words(kin)) for kin in selectors.predecessors(unit)]
    rows += [("Kế thừa", _kin_in_words(kin)) for kin in selectors.successors(unit)]
    lines, last = [], ""
    for head, value in rows:
        lines.append(f"  {'' if head == last else head:<14}{value}")
        last = head
    return "\n".join([selectors.full_name(unit), *lines, ""])


def _kin_in_words(kin: Kin) -> str:
    part = "" if kin.extent == Extent.WHOLE else ", một phần"
    return f"{kin.unit.code} {kin.unit.name}, {kin.on:%d/%m/%Y}{part}"
