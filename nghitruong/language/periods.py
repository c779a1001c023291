"""Periods as officials write them ("quý IV/2027", "giai đoạn 2026 - 2030", "trước ngày 30/6/2026") and their last day."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_DASH = r"\s*(?:-|\u2013|\u2014|đến|tới)\s*"
_UNTIL = r"(?:(?:trước|trong|đến hết|đến|hết|cuối|vào|từ nay đến|chậm nhất(?: là)?(?: đến)?|xong|khoảng)\s+)*"
_OF_YEAR = rf"(?:\s*(?:/|-|\.|,?\s*năm)\s*{_YEAR})"


@dataclass(frozen=True, slots=True)
class Period:
    """Words at [start, end) of the text and the last day they name; None where they name no day that can be known."""

    start: int
    end: int
    words: str
    due_on: date | None
    is_vague: bool = False


def find_periods(text: str, base: date | None = None) -> list[Period]:
    """Return the periods the text names, in order, never overlapping.

    `base` is the day the text was written: "quý IV", "tháng 9", "năm nay" without a year are counted from it, and
    have no day without it. A day of the calendar counts only as a term ("trước ngày", "đến hết ngày", …): the date
    of a document is no term. "Trong thời gian tới" and its like are vague: they bind to no day.
    """
    written = unicodedata.normalize("NFC", text)
    if len(written) != len(text):
        return _through_composed(text, written, base)
    found: list[Period] = []
    for form, last_day in _FORMS:
        for match in form.finditer(text):
            start, end = match.span()
            if any(start < other.end and other.start < end for other in found):
                continue
            known, day = last_day(match, base)
            if known:
                found.append(Period(start, end, text[start:end], day))
    for match in _VAGUE.finditer(text):
        if not any(match.start() < other.end and other.start < match.end() for other in found):
            found.append(Period(*match.span(), match.group(), None, is_vague=True))
    return sorted(found, key=lambda period: period.start)


def _through_composed(text: str, written: str, base: date | None) -> list[Period]:
    """Read a decomposed text through its composed form; places are told in the text as it is."""
    places = [0]
    for sign in written:
        places.append(places[-1] + len(unicodedata.normalize("NFD", sign)))
    if places[-1] != len(text):
        return []
    return [
        Period(places[p.start], places[p.end], text[places[p.start] : places[p.end]], p.due_on, p.is_vague)
        for p in find_periods(written, base)
    ]


_MAY_BE_A_SHARE = re.compile(
    r"(?!.*\bngày\b)(?!(?:trước|chậm nhất|muộn nhất|hạn|thời hạn)\b)(?!.*(?:1[3-9]|2\d|3[01])\s*/)", re.IGNORECASE
)
"""Without "ngày", a year or the word for a term, "đến 2/3" is a share and "vào 1.5" a length; "đến 30/6" is a day."""
_Told = tuple[bool, date | None]
_Reader = Callable[[re.Match[str], date | None], _Told]


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _exact(match: re.Match[str], base: date | None) -> _Told:
    if match["y"] is None and _MAY_BE_A_SHARE.match(match.group()):
        return False, None
    try:
        if match["y"]:
            return True, date(int(match["y"]), int(match["m"]), int(match["d"]))
        if base is None:
            date(2000, int(match["m"]), int(match["d"]))
            return True, None
        day = date(base.year, int(match["m"]), int(match["d"]))
    except ValueError:
        return False, None
    return True, day if day >= base else _next_year(day)


def _next_year(day: date) -> date:
    return date(day.year + 1, day.month, min(day.day, monthrange(day.year + 1, day.month)[1]))


def _quarter(match: re.Match[str], base: date | None) -> _Told:
    quarter = _ROMAN[(match["q2"] or match["q"]).lower()]
    return True, _in_year(match["y"], base, lambda year: _month_end(year, quarter * 3))


def _month(match: re.Match[str], base: date | None) -> _Told:
    month = int(match["m2"] or match["m"])
    if not 1 <= month <= 12:
        return False, None
    return True, _in_year(match["y"], base, lambda year: _month_end(year, month))


def _in_year(words: str | None, base: date | None, end_of: Callable[[int], date]) -> date | None:
    if words:
        return end_of(int(words))
    if base is None:
        return None
    day = end_of(base.year)
    return day if day >= base else end_of(base.year + 1)


def _span(match: re.Match[str], _base: date | None) -> _Told:
    first, last = int(match["first"]), int(match["y"])
    return first <= last, date(last, 12, 31)


def _part_of_year(match: re.Match[str], base: date | None) -> _Told:
    months = int(match["n"]) if match["n"] else 6
    if not 1 <= months <= 12:
        return False, None
    last = 12 if match["half"] == "cuối" else months
    return True, _in_year(match["y"], base, lambda year: _month_end(year, last))


def _half(match: re.Match[str], base: date | None) -> _Told:
    last = 12 if match["half"].lower() == "cuối" else 6
    return True, _in_year(match["y"], base, lambda year: _month_end(year, last))


def _middle(match: re.Match[str], base: date | None) -> _Told:
    return True, _in_year(match["y"], base, lambda year: date(year, 6, 30))


def _year(match: re.Match[str], _base: date | None) -> _Told:
    return True, date(int(match["y"]), 12, 31)


def _beginning(_match: re.Match[str], _base: date | None) -> _Told:
    return True, None


def _this_year(match: re.Match[str], base: date | None) -> _Told:
    ahead = 0 if match["which"].lower() in {"nay", "này"} else 1
    return True, date(base.year + ahead, 12, 31) if base else None


def _form(pattern: str, reader: _Reader) -> tuple[re.Pattern[str], _Reader]:
    return re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE), reader


_FORMS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    _form(
        r"(?:trước|chậm nhất(?: là)?(?: đến| vào| trước)?|muộn nhất(?: là)?(?: đến| vào)?|đến hết|đến|hết|vào|xong|hạn(?: cuối)?(?: là)?|thời hạn(?: là)?:?)"
        r"\s+(?:ngày\s+)?(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})(?:\s*[/.-]\s*(?P<y>(?:19|20)\d\d))?(?![/\d.,]*\d)(?!/)",
        _exact,
    ),
    _form(
        r"(?:trước|chậm nhất(?: là)?(?: đến| vào| trước)?|đến hết|đến|hết|vào|xong)\s+ngày\s+(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})"
        r"(?:\s*,?\s*năm\s+(?P<y>(?:19|20)\d\d))?",
        _exact,
    ),
    _form(
        rf"(?:trong\s+)?(?:giai\s+đoạn|thời\s+kỳ|trung\s+hạn)\s+(?:từ\s+)?(?:năm\s+)?(?P<first>(?:19|20)\d\d){_DASH}(?:năm\s+)?{_YEAR}",
        _span,
    ),
    _form(rf"{_UNTIL}(?P<n>\d{{1,2}})\s+tháng\s+(?P<half>đầu|cuối)\s+năm(?:\s+{_YEAR})?", _part_of_year),
    _form(rf"{_UNTIL}nửa\s+(?P<half>đầu|cuối)\s+năm\s+{_YEAR}", _half),
    _form(
        rf"{_UNTIL}quý\s+(?P<q>iv|iii|ii|i|[1-4])(?:\s*(?:,|-|\u2013|và|đến|sang)\s*(?:quý\s+)?(?P<q2>iv|iii|ii|i|[1-4]))?{_OF_YEAR}?",
        _quarter,
    ),
    _form(rf"{_UNTIL}giữa\s+năm\s+{_YEAR}", _middle),
    _form(rf"(?:(?:trong|vào|từ|ngay)\s+)*đầu\s+năm\s+{_YEAR}", _beginning),
    _form(
        rf"(?:(?:trước|trong|đến hết|đến|hết|cuối|đầu|giữa|vào|xong|từ nay đến|chậm nhất(?: là)?(?: đến)?|khoảng)\s+)+tháng\s+(?P<m>\d{{1,2}})"
        rf"(?:\s*(?:,|-|\u2013|và|đến)\s*(?:tháng\s+)?(?P<m2>\d{{1,2}}))?{_OF_YEAR}?(?:\s+(?:này|tới))?",
        _month,
    ),
    _form(r"năm\s+học\s+(?:19|20)\d\d\s*[-\u2013]\s*(?:19|20)\d\d", _beginning),
    _form(r"(?:trong\s+)?nhiệm\s+kỳ\s+(?:19|20)\d\d\s*[-\u2013]\s*(?:19|20)\d\d", _beginning),
    _form(
        rf"(?:(?:trước|trong|đến hết|đến|hết|cuối|vào|từ nay đến|ngay trong|chậm nhất(?: là)?(?: đến)?|khoảng)\s+)+năm\s+(?P<first>(?:19|20)\d\d){_DASH}(?:năm\s+)?{_YEAR}",
        _span,
    ),
    _form(rf"(?:từ\s+)?năm\s+(?P<first>(?:19|20)\d\d){_DASH}(?:năm\s+)?{_YEAR}", _span),
    _form(
        rf"(?<!từ )(?<!Từ )(?:(?:trước|trong|đến hết|đến|hết|cuối|vào|từ nay đến|ngay trong|chậm nhất(?: là)?(?: đến)?|khoảng)\s+)*năm\s+{_YEAR}(?!\s*[-\u2013/]\s*\d)",
        _year,
    ),
    _form(r"(?:(?:trong|cuối|đến hết|hết|ngay trong|đến cuối)\s+)*năm\s+(?P<which>nay|này|sau|tới)", _this_year),
)
_VAGUE = re.compile(
    r"(?<!\w)(?:(?:trong\s+)?(?:các\s+|những\s+)?(?:thời\s+gian|năm|giai\s+đoạn|kỳ)\s+(?:tới|tiếp\s+theo|sắp\s+tới|sau|sớm\s+nhất)"
    r"|sớm\s+nhất\s+có\s+thể|sắp\s+tới|về\s+lâu\s+dài|lâu\s+dài"
    r"|khi\s+(?:\w+\s+){0,3}?(?:có\s+điều\s+kiện|có\s+đủ\s+điều\s+kiện|đủ\s+nguồn\s+lực|có\s+nguồn\s+lực|có\s+nguồn|có\s+nguồn\s+vốn|bố\s+trí\s+(?:được\s+)?(?:vốn|kinh\s+phí|nguồn\s+vốn)"
    r"|có\s+vốn|có\s+kinh\s+phí|cấp\s+(?:kinh\s+phí|vốn)|cân\s+đối\s+được(?:\s+\w+){0,2}|có\s+quy\s+định|đủ\s+điều\s+kiện))(?!\w)",
    re.IGNORECASE,
)
