"""The days that a figure's period covers: "6 tháng đầu năm 2024" → 1/1–30/6/2024."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date

from nghitruong.language.folding import normalise

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_DASH = r"\s*(?:-|\u2013|\u2014|đến|tới)\s*"
_YEAR = r"(?:19|20)\d\d"
_OF_YEAR = rf"(?:\s*(?:/|-|,?\s*năm)\s*(?P<y>{_YEAR}))?"
_DAY = rf"(\d{{1,2}})\s*[/.-]\s*(\d{{1,2}})(?:\s*[/.-]\s*({_YEAR}))?"

Days = tuple[date | None, date | None]
_NONE: Days = (None, None)


def covered(words: str, base: date | None = None) -> Days:
    """Return the first and the last day of a period told of, each None where the words do not name it.

    `base` is the day the text was written; a period without its year ("quý III") is the last one begun by then, and
    unknown without it. "Tính đến 30/6/2024" has a last day only; a school year, a session, "nửa đầu nhiệm kỳ" have
    neither.
    """
    text = normalise(words).lower()
    if "năm học" in text or "nửa" in text:
        return _NONE
    for form, days in _FORMS:
        if hit := form.search(text):
            try:
                since, until = days(hit, base)
            except ValueError:
                return _NONE
            return _NONE if since and until and since > until else (since, until)
    return _NONE


def _between(hit: re.Match[str], base: date | None) -> Days:
    last = _day(hit[4], hit[5], hit[6], base)
    return _day(hit[1], hit[2], hit[3], last), last


def _so_far(hit: re.Match[str], base: date | None) -> Days:
    year = _year(hit["y"], base)
    return (date(year, 1, 1) if year else None), base


def _up_to(hit: re.Match[str], base: date | None) -> Days:
    return None, _day(hit[1], hit[2], hit[3], base)


def _part(hit: re.Match[str], base: date | None) -> Days:
    months, year = int(hit["n"]), _year(hit["y"], base)
    if year is None or not 1 <= months <= 12:
        return _NONE
    return _months(year, 13 - months, 12) if hit["half"] == "cuối" else _months(year, 1, months)


def _years(hit: re.Match[str], _base: date | None) -> Days:
    return date(int(hit["first"]), 1, 1), date(int(hit["last"]), 12, 31)


def _quarter(hit: re.Match[str], base: date | None) -> Days:
    last = 3 * _ROMAN[hit["q"]]
    return _begun(hit["y"], last - 2, last, base)


def _month(hit: re.Match[str], base: date | None) -> Days:
    return _begun(hit["y"], int(hit["m"]), int(hit["m"]), base)


def _whole(hit: re.Match[str], _base: date | None) -> Days:
    since, until = _months(int(hit["y"]), 1, 12)
    return (None if hit["up"] else since), until


def _begun(written: str | None, first: int, last: int, base: date | None) -> Days:
    """Return months of the year written, else of the year in which they last began by `base`."""
    if written:
        return _months(int(written), first, last)
    if base is None:
        return _NONE
    return _months(base.year if date(base.year, first, 1) <= base else base.year - 1, first, last)


def _day(day: str, month: str, written: str | None, base: date | None) -> date | None:
    year = _year(written, base)
    return date(year, int(month), int(day)) if year else None


def _year(written: str | None, base: date | None) -> int | None:
    return int(written) if written else base.year if base else None


def _months(year: int, first: int, last: int) -> Days:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date | None], Days]], ...] = (
    (re.compile(rf"từ\s+(?:ngày\s+)?{_DAY}{_DASH}(?:hết\s+)?(?:ngày\s+)?{_DAY}"), _between),
    (re.compile(rf"từ\s+đầu\s+năm(?:\s+(?P<y>{_YEAR}))?"), _so_far),
    (re.compile(rf"(?:đến|hết)\s+(?:ngày\s+)?{_DAY}"), _up_to),
    (re.compile(rf"(?P<n>\d{{1,2}})\s+tháng\s+(?P<half>đầu|cuối)\s+năm(?:\s+(?P<y>{_YEAR}))?"), _part),
    (re.compile(rf"(?P<first>{_YEAR}){_DASH}(?P<last>{_YEAR})"), _years),
    (re.compile(rf"quý\s+(?P<q>iv|iii|ii|i|[1-4]){_OF_YEAR}"), _quarter),
    (re.compile(rf"tháng\s+(?P<m>\d{{1,2}}){_OF_YEAR}"), _month),
    (re.compile(rf"(?P<up>(?:đến|hết)\s+)?năm\s+(?P<y>{_YEAR})"), _whole),
)
