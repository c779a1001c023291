"""The words of a derivation, in the reader's language."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from nghitruong.legalclock.enums import DayType

if TYPE_CHECKING:
    from nghitruong.legalclock.rules.derivation import Run

ROLL_BASIS = "Bộ luật Dân sự 2015, Điều 148"


def weekday_name(day: date) -> str:
    names = [_("thứ Hai"), _("thứ Ba"), _("thứ Tư"), _("thứ Năm"), _("thứ Sáu"), _("thứ Bảy"), _("Chủ nhật")]
    return names[day.weekday()]


def amount(number: int, day_type: str) -> str:
    """Return "5 ngày làm việc" or "5 ngày"."""
    text = _("%(number)s ngày làm việc") if day_type == DayType.WORKING else _("%(number)s ngày")
    return text % {"number": number}


def why(run: Run, day: date, ordinal: int) -> str:
    """Say why a day counts or does not."""
    words = {
        "weekday": weekday_name(day),
        "nth": _("ngày thứ %(ordinal)s") % {"ordinal": ordinal},
        "what": run.what,
        "short": run.what.split(", ")[0],
        "other": f"{run.swapped_with:%d/%m/%Y}" if run.swapped_with else "",
        "basis": ROLL_BASIS,
    }
    return _text(run) % words + _note(run.note, day)


def _text(run: Run) -> str:
    if run.kind == "roll" and run.counts:
        return _("%(nth)s là ngày nghỉ: %(what)s") if run.what else _("%(nth)s là ngày nghỉ: %(weekday)s")
    if run.kind == "roll":
        return _("ngày nghỉ: %(what)s") if run.what else _("ngày nghỉ: %(weekday)s")
    if run.kind == "swapped_on":
        return _("%(weekday)s làm bù cho %(other)s, %(nth)s") if run.swapped_with else _("%(weekday)s làm bù, %(nth)s")
    if run.kind == "swapped_off":
        return _("nghỉ hoán đổi, làm bù ngày %(other)s") if run.swapped_with else _("nghỉ hoán đổi")
    return {
        "from": _("ngày xảy ra sự kiện, chưa tính"),
        "working": _("%(weekday)s, %(nth)s"),
        "calendar": _("%(weekday)s, %(nth)s"),
        "extension": _("%(weekday)s, gia hạn, %(nth)s"),
        "weekend": _("nghỉ cuối tuần, %(weekday)s"),
        "holiday": _("nghỉ lễ %(short)s"),
        "compensatory": _("nghỉ bù %(what)s"),
        "pause": _("tạm dừng: %(what)s") if run.what else _("tạm dừng"),
        "due": _("hết hạn vào ngày làm việc kế tiếp (%(basis)s; chưa kiểm chứng)"),
        "due_before": _("phải xong vào ngày làm việc liền trước, để vẫn đủ số ngày"),
    }[run.kind]


def _note(note: str, day: date) -> str:
    if note == "no_table":
        return _(" (chưa có bảng ngày nghỉ năm %(year)s, mới trừ thứ Bảy và Chủ nhật)") % {"year": day.year}
    return _(" (theo lịch nghỉ dự kiến)") if note else ""
