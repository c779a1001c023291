"""From "quý 2 năm 2026" to its first and last day, and back to its name."""

from __future__ import annotations

import calendar
from datetime import date

from django.utils.translation import gettext as _

from nghitruong.base.errors import Invalid
from nghitruong.reports.enums import Period

LAST_MONTH = {Period.HALF_YEAR: 6, Period.NINE_MONTHS: 9, Period.YEAR: 12}


def bounds(period: str, year: int, place: int = 0) -> tuple[date, date]:
    """Return the first and last day of a period of `year`; `place` is the month (1–12) or the quarter (1–4).

    A half-year and nine months count from 1 January. A term has no bounds of its own here: its days are the term's.
    Raises Invalid for a month or quarter that does not exist, and for a term.
    """
    if period == Period.MONTH and 1 <= place <= 12:
        return date(year, place, 1), _last(year, place)
    if period == Period.QUARTER and 1 <= place <= 4:
        return date(year, 3 * place - 2, 1), _last(year, 3 * place)
    if period in LAST_MONTH:
        return date(year, 1, 1), _last(year, LAST_MONTH[Period(period)])
    raise Invalid(_("Kỳ báo cáo phải là tháng 1–12 hoặc quý 1–4 của một năm."))


def _last(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def named(period: str, since: date, until: date) -> str:
    """Return the period as a title says it: "tháng 3 năm 2026", "quý II năm 2026", "nhiệm kỳ 2021 - 2026"."""
    if period == Period.MONTH:
        return _("tháng %(month)s năm %(year)s") % {"month": until.month, "year": until.year}
    if period == Period.QUARTER:
        roman = ("I", "II", "III", "IV")[(until.month - 1) // 3]
        return _("quý %(quarter)s năm %(year)s") % {"quarter": roman, "year": until.year}
    if period == Period.HALF_YEAR:
        return _("6 tháng đầu năm %(year)s") % {"year": until.year}
    if period == Period.NINE_MONTHS:
        return _("9 tháng đầu năm %(year)s") % {"year": until.year}
    if period == Period.YEAR:
        return _("năm %(year)s") % {"year": until.year}
    return _("nhiệm kỳ %(first)s - %(last)s") % {"first": since.year, "last": until.year}
