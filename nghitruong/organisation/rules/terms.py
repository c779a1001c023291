"""The number of a council's term, khóa (ORG-12)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from nghitruong.language import fold
from nghitruong.organisation.rules.findings import L72_49_1, Citation

_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class PastTerm:
    """An earlier term: of the council itself, or of a council it came from. `unit` is the unit's full name."""

    unit: str
    unit_type: str
    number: int
    years: str


@dataclass(frozen=True, slots=True)
class TermNumber:
    number: int
    why: str
    citation: Citation = L72_49_1


def term_number(
    *, unit: str, unit_type: str, years: str, own: Sequence[PastTerm] = (), before: Sequence[PastTerm] = ()
) -> TermNumber:
    """Return the number a term of these years bears.

    `own` are the council's earlier terms, `before` those of the councils it came from. A council that goes on
    counts on. A new one counts on from the old unit whose name and type it keeps, and keeps the number while
    the years are still the same; otherwise it begins at I.
    """
    mine = _last(own)
    if mine is not None:
        return TermNumber(_next(mine, years), _("Nối tiếp khóa %(number)s.") % {"number": roman(mine.number)})
    kept = _last([term for term in before if fold(term.unit) == fold(unit) and term.unit_type == unit_type])
    if kept is not None:
        why = _("Đơn vị mới giữ tên của %(unit)s nên nối tiếp khóa %(number)s.")
        return TermNumber(_next(kept, years), why % {"unit": kept.unit, "number": roman(kept.number)})
    if before:
        return TermNumber(1, _("Đơn vị mới đổi tên hoặc đổi loại nên khóa tính lại từ I."))
    return TermNumber(1, _("Nhiệm kỳ đầu tiên được ghi của Hội đồng này."))


def _last(terms: Sequence[PastTerm]) -> PastTerm | None:
    return max(terms, key=lambda term: (term.years, term.number), default=None)


def _next(term: PastTerm, years: str) -> int:
    return term.number if term.years == years else term.number + 1


def roman(number: int) -> str:
    """Return the Roman numeral by which terms are known."""
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text
