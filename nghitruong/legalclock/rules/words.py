"""The words of a derivation, in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from nghitruong.legalclock.enums import DayType

if TYPE_CHECKING:
    from nghitruong.legalclock.rules.derivation import Derivation, DerivedDay, Run

ROLL_BASIS = "Bộ luật Dân sự 2015, Điều 148"


def weekday_name(day: date) -> str:
    names = [_("thứ Hai"), _("thứ Ba"), _("thứ Tư"), _("thứ Năm"), _("thứ Sáu"), _("thứ Bảy"), _("Chủ nhật")]
    return names[day.weekday()]


def amount(number: int, day_type: str) -> str:
    """Return "5 ngày làm việc" or "5 ngày"."""
    text = _("%(number)s ngày làm việc") if day_type == DayType.WORKING else _("%(number)s ngày")
    return text % {"number": number}


def _note(note: str, day: date) -> str:
    if note == "no_table":
        return _(" (chưa có bảng ngày nghỉ năm %(year)s, mới trừ thứ Bảy và Chủ nhật)") % {"year": day.year}
    return _(" (theo lịch nghỉ dự kiến)") if note else ""


def why(run: Run, day: date, ordinal: int) -> str:
    """Say why a day counts or does not."""
    return _reason(run, day, ordinal) + _note(run.note, day)


def _reason(run: Run, day: date, ordinal: int) -> str:
    name = weekday_name(day)
    nth = _("ngày thứ %(ordinal)s") % {"ordinal": ordinal}
    if run.kind in ("counted", "calendar"):
        return f"{name}: {nth}"
    other = f"{run.swapped_with:%d/%m/%Y}" if run.swapped_with else ""
    if run.kind == "swapped_on":
        text = (
            _("%(weekday)s làm bù cho %(other)s, có tính: %(nth)s")
            if other
            else _("%(weekday)s làm bù, có tính: %(nth)s")
        )
    elif run.kind == "swapped_off":
        text = _("nghỉ hoán đổi, làm bù ngày %(other)s: không tính") if other else _("nghỉ hoán đổi: không tính")
    else:
        text = {
            "from": _("ngày xảy ra sự kiện: không tính, đếm từ ngày liền kề"),
            "extended_from": _("gia hạn, đếm tiếp từ ngày liền kề: %(what)s")
            if run.what
            else _("gia hạn, đếm tiếp từ ngày liền kề"),
            "weekend": _("%(weekday)s nghỉ cuối tuần: không tính"),
            "holiday": _("nghỉ lễ, %(what)s: không tính"),
            "compensatory": _("nghỉ bù, %(what)s: không tính"),
            "paused": _("tạm dừng, %(what)s: không tính") if run.what else _("tạm dừng: không tính"),
            "last_day_off": _("%(nth)s là ngày nghỉ (%(off)s)") if run.counts else _("ngày nghỉ (%(off)s)"),
            "rolled": _(
                "ngày cuối rơi vào ngày nghỉ nên hết hạn vào ngày làm việc kế tiếp (%(basis)s; chưa kiểm chứng)"
            ),
            "rolled_back": _(
                "ngày cuối rơi vào ngày nghỉ nên phải xong vào ngày làm việc liền trước để vẫn đủ số ngày"
            ),
        }[run.kind]
    return text % {
        "weekday": name,
        "what": run.what,
        "other": other,
        "nth": nth,
        "off": run.what or _("%(weekday)s nghỉ cuối tuần") % {"weekday": name},
        "basis": ROLL_BASIS,
    }


def part_lines(derivation: Derivation) -> list[str]:
    """Return one sentence for the period and one for each extension: what was counted in, what left out, until when."""
    parts = max((run.part for run in derivation.runs), default=0)
    lines = []
    for part in range(parts + 1):
        runs = [run for run in derivation.runs if run.part == part and run.kind not in ("from", "extended_from")]
        if not runs:
            continue
        counted_in = [f"{weekday_name(run.on)} {run.on:%d/%m/%Y}" for run in runs if run.kind == "swapped_on"]
        left_out: dict[str, int] = {}
        for run in runs:
            if run.counts or run.kind in ("rolled", "rolled_back", "last_day_off"):
                continue
            name = {
                "weekend": _("ngày nghỉ cuối tuần"),
                "holiday": _("ngày nghỉ lễ, Tết"),
                "compensatory": _("ngày nghỉ bù"),
                "swapped_off": _("ngày nghỉ hoán đổi"),
                "paused": _("ngày tạm dừng"),
            }[run.kind]
            left_out[name] = left_out.get(name, 0) + run.length
        text = []
        if counted_in:
            text.append(_("Có tính ngày làm bù %(days)s.") % {"days": ", ".join(counted_in)})
        if left_out:
            text.append(_("Không tính %(days)s.") % {"days": ", ".join(f"{n} {what}" for what, n in left_out.items())})
        moved = next((run for run in runs if run.kind == "last_day_off"), None)
        if moved:
            text.append(_("Ngày cuối %(day)s là ngày nghỉ.") % {"day": f"{moved.on:%d/%m/%Y}"})
        text.append(_("Đến %(day)s.") % {"day": f"{weekday_name(runs[-1].to)} {runs[-1].to:%d/%m/%Y}"})
        lines.append(" ".join(text))
    return lines


@dataclass(frozen=True, slots=True)
class Cell:
    """A day in the grid of weeks: its class in the theme (d-w counted, d-o weekend, …) and its words."""

    on: date
    css: str = ""
    title: str = ""


_CSS = {
    "from": "d-0",
    "extended_from": "",
    "counted": "d-w",
    "calendar": "d-w",
    "swapped_on": "d-s",
    "weekend": "d-o",
    "holiday": "d-h",
    "compensatory": "d-h",
    "swapped_off": "d-h",
    "paused": "d-o",
    "last_day_off": "d-o",
    "rolled": "d-w",
    "rolled_back": "d-w",
}


def weeks(derivation: Derivation, *, today: date | None = None) -> Sequence[tuple[date, list[Cell]]]:
    """Return the way as weeks from Monday to Sunday: [(Monday, seven cells)], for the grid of the opened date."""
    told: dict[date, DerivedDay] = {day.on: day for day in derivation.days if day.kind != "extended_from"}
    if not told:
        return []
    first, last = min(told), max(told)
    monday = first - timedelta(days=first.weekday())
    grid = []
    while monday <= last:
        cells = []
        for number in range(7):
            on = monday + timedelta(days=number)
            day = told.get(on)
            css = []
            if day:
                css.append("d-x" if day.part and _CSS[day.kind] == "d-w" else _CSS[day.kind])
            if on == derivation.due_on:
                css = ["d-e"]
            if on == today:
                css.append("d-t")
            cells.append(Cell(on, " ".join(css), f"{on:%d/%m/%Y}: {day.why}" if day else ""))
        grid.append((monday, cells))
        monday += timedelta(days=7)
    return grid
