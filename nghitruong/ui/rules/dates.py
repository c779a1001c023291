"""A due date with its reasons: the row form, the day table and the derivation in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nghitruong.ui.enums import Tone

SOON_DAYS = 7
MOST_WEEKS = 60
ICONS = {
    Tone.LATE: "exclamation-octagon-fill",
    Tone.SOON: "clock-fill",
    Tone.CALM: "circle",
    Tone.NONE: "question-circle",
    Tone.DONE: "check-circle-fill",
    Tone.INFO: "pause-circle",
}


def span(number: int, day_type: str) -> str:
    """Return "30 ngày làm việc" or "30 ngày"."""
    if day_type == "working":
        return ngettext("%(n)s ngày làm việc", "%(n)s ngày làm việc", number) % {"n": number}
    return ngettext("%(n)s ngày", "%(n)s ngày", number) % {"n": number}


def left(days: int, day_type: str) -> str:
    """Return "còn 6 ngày làm việc", "đến hạn hôm nay" or "quá 3 ngày"."""
    if days == 0:
        return _("đến hạn hôm nay")
    if days < 0:
        return _("quá %(span)s") % {"span": span(-days, day_type)}
    return _("còn %(span)s") % {"span": span(days, day_type)}


@dataclass(frozen=True, slots=True)
class Due:
    """A due date as a list shows it.

    `days` still left, counted in `day_type` ("working" or "calendar"), negative when late, None when not running;
    `url` opens the derivation; `note` stands where the date would when there is none; `say` replaces the words
    of a closed one ("đã trả lời đúng hạn").
    """

    on: date | None
    days: int | None = None
    day_type: str = "working"
    closed: bool = False
    paused: bool = False
    url: str = ""
    note: str = ""
    say: str = ""

    @property
    def tone(self) -> Tone:
        if self.closed:
            return Tone.DONE
        if self.paused:
            return Tone.INFO
        if self.on is None or self.days is None:
            return Tone.NONE
        if self.days < 0:
            return Tone.LATE
        return Tone.SOON if self.days <= SOON_DAYS else Tone.CALM

    @property
    def icon(self) -> str:
        return ICONS[self.tone]

    @property
    def words(self) -> str:
        if self.say:
            return self.say
        if self.closed or self.paused:
            return _("đã xong") if self.closed else _("đang tạm dừng")
        if self.on is None:
            return _("chưa có thời hạn")
        return _("có thời hạn") if self.days is None else left(self.days, self.day_type)


def due_of(item: Any) -> Due:
    """Return the due date of a `Due`, or of anything that has one in its attribute `due` (a value or a method)."""
    found = item if isinstance(item, Due) else getattr(item, "due", None)
    if callable(found):
        found = found()
    if not isinstance(found, Due):
        message = f"{type(item).__name__} has no ui.rules.Due in `due`"
        raise TypeError(message)
    return found


@dataclass(frozen=True, slots=True)
class Added:
    """An extension: days, reason, basis."""

    number: int
    day_type: str
    reason: str = ""
    citation: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A pause; `to_on` None while it lasts."""

    from_on: date
    to_on: date | None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """How a date was reached. `steps` as `legalclock` gives them: on, counts, why, kind."""

    due: Due
    number: int
    day_type: str
    from_on: date
    from_event: str
    citation: str
    confidence: str = "verified"
    confirmed_by: str = ""
    citation_url: str = ""
    label: str = ""
    direction: str = "after"
    is_forecast: bool = False
    steps: Sequence[Mapping[str, Any]] = ()
    extensions: Sequence[Added] = ()
    pauses: Sequence[Stretch] = ()

    @property
    def is_sure(self) -> bool:
        return self.confidence == "verified"


def _all(related: Any) -> Iterable[Any]:
    return related.all() if hasattr(related, "all") else (related or ())


def derivation_of(clock: Any, due: Due | None = None) -> Derivation:
    """Return the derivation of anything shaped like a clock (load its `extensions` and `pauses` beforehand)."""
    if isinstance(clock, Derivation):
        return clock
    return Derivation(
        due=due or Due(clock.due_on),
        number=clock.number,
        day_type=str(clock.day_type),
        from_on=clock.from_on,
        from_event=clock.from_event,
        citation=clock.citation,
        confidence=str(clock.confidence),
        confirmed_by=getattr(clock, "confirmed_by", ""),
        label=clock.label,
        direction=str(clock.direction),
        is_forecast=getattr(getattr(clock, "derivation", None), "is_forecast", False),
        steps=clock.steps,
        extensions=[
            Added(more.number, str(more.day_type), more.reason, more.citation, more.on)
            for more in _all(getattr(clock, "extensions", ()))
        ],
        pauses=[Stretch(pause.from_on, pause.to_on, pause.reason) for pause in _all(getattr(clock, "pauses", ()))],
    )


def day_of(step: Mapping[str, Any]) -> date:
    """Return the day of a step, whether it came from the database (text) or from the calculator (date)."""
    on = step["on"]
    return on if isinstance(on, date) else date.fromisoformat(on)


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day of the table: its class says how it was treated, its title says so in words."""

    on: date
    css: str
    why: str

    @property
    def title(self) -> str:
        return f"{self.on:%d/%m/%Y}: {self.why}"


@dataclass(frozen=True, slots=True)
class WeekRow:
    label: str
    days: Sequence[DayCell]


_CSS = {
    "working": "d-w",
    "calendar": "d-w",
    "weekend": "d-o",
    "holiday": "d-h",
    "compensatory": "d-h",
    "swapped_off": "d-h",
    "swapped_on": "d-s",
    "extension": "d-x",
    "pause": "d-p",
    "roll": "d-r",
    "due": "d-w",
    "due_before": "d-w",
    "from": "d-0",
}


def weeks(derivation: Derivation, today: date | None = None) -> list[WeekRow]:
    """Return the day table, Monday to Sunday, from the week of the event to the week of the due date."""
    known = {day_of(step): step for step in derivation.steps}
    ends = [derivation.from_on, *known, *([derivation.due.on] if derivation.due.on else [])]
    monday = min(ends) - timedelta(days=min(ends).weekday())
    rows: list[WeekRow] = []
    while monday <= max(ends) and len(rows) < MOST_WEEKS:
        days = [_cell(derivation, known, monday + timedelta(days=place), today) for place in range(7)]
        rows.append(WeekRow(f"{monday:%d/%m}", days))
        monday += timedelta(days=7)
    return rows


def _cell(derivation: Derivation, known: Mapping[date, Mapping[str, Any]], on: date, today: date | None) -> DayCell:
    step = known.get(on)
    if on == derivation.due.on:
        css, why = "d-e", _("hạn")
    elif step is not None:
        css = _CSS.get(str(step.get("kind", "")), "d-w" if step["counts"] else "d-o")
        why = str(step.get("why") or (_("có tính") if step["counts"] else _("không tính")))
    elif on == derivation.from_on:
        css, why = "d-0", _("ngày xảy ra sự kiện, chưa tính")
    else:
        css, why = "d-z", _("ngoài khoảng tính")
    if on == today:
        css, why = f"{css} d-t", _("%(why)s, hôm nay") % {"why": why}
    return DayCell(on, css, why)


def legend(rows: Sequence[WeekRow]) -> list[tuple[str, str]]:
    """Return (class, word) for the kinds of days that occur in the table."""
    occurring = {css for row in rows for day in row.days for css in day.css.split()}
    words = [
        ("d-w", _("có tính")),
        ("d-x", _("gia hạn")),
        ("d-s", _("làm bù, có tính")),
        ("d-o", _("cuối tuần, bỏ")),
        ("d-h", _("ngày lễ, nghỉ bù, bỏ")),
        ("d-p", _("tạm dừng")),
        ("d-r", _("lùi qua ngày nghỉ")),
        ("d-t", _("hôm nay")),
        ("d-e", _("hạn")),
    ]
    return [(css, word) for css, word in words if css in occurring]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A step in words: `lead` is set in bold; `citation` is the basis, `sure` whether it was checked (None: unsaid)."""

    lead: str
    rest: str = ""
    citation: str = ""
    url: str = ""
    sure: bool | None = None


def _range(first: date, last: date) -> str:
    return f"{first:%d/%m/%Y}" if first == last else f"{first:%d/%m}–{last:%d/%m/%Y}"


def _stretches(steps: Iterable[Mapping[str, Any]]) -> list[tuple[str, date, date, int]]:
    """Group neighbouring steps with the same reason: (why, first, last, days)."""
    found = []
    for why, group in groupby(sorted(steps, key=day_of), key=lambda step: str(step.get("why", ""))):
        days = [day_of(step) for step in group]
        found.append((why, days[0], days[-1], len(days)))
    return found


def sentences(derivation: Derivation) -> list[Sentence]:
    """Return the derivation in words: the rule, each kind of day left out or let in, pauses, extensions, the end."""
    said = [_rule(derivation)]
    of_kind = _by_kind(derivation.steps)
    for why, first, last, _number in _stretches(of_kind.get("swapped_on", ())):
        said.append(Sentence(_("Có tính %(days)s") % {"days": _range(first, last)}, f": {why}."))
    weekend = len(of_kind.get("weekend", ()))
    if weekend:
        said.append(Sentence(_("Bỏ %(span)s") % {"span": span(weekend, "calendar")}, _(" cuối tuần.")))
    for kind in ("holiday", "compensatory", "swapped_off"):
        for why, first, last, number in _stretches(of_kind.get(kind, ())):
            said.append(
                Sentence(_("Bỏ %(span)s") % {"span": span(number, "calendar")}, f": {why} ({_range(first, last)}).")
            )
    for pause in derivation.pauses:
        said.append(_pause(pause))
    for more in derivation.extensions:
        lead = _("Gia hạn %(span)s") % {"span": span(more.number, more.day_type)}
        said.append(Sentence(lead, f": {more.reason}." if more.reason else ".", more.citation))
    moved = (
        _("Dời lên ngày làm việc liền trước")
        if derivation.direction == "before"
        else _("Lùi sang ngày làm việc kế tiếp")
    )
    for why, first, last, _number in _stretches(of_kind.get("roll", ())):
        said.append(Sentence(moved, f": {_range(first, last)} ({why})."))
    if derivation.is_forecast:
        said.append(Sentence(_("Lịch nghỉ chưa chính thức"), _(": có ngày tính theo bảng dự kiến hoặc chưa có bảng.")))
    if derivation.due.on is not None:
        said.append(Sentence(_("Hạn: %(on)s") % {"on": f"{derivation.due.on:%d/%m/%Y}"}, "."))
    return said


def _rule(derivation: Derivation) -> Sentence:
    count = span(derivation.number, derivation.day_type)
    if derivation.direction == "before":
        rest = _(", đếm ngược từ ngày %(on)s (%(event)s).")
    else:
        rest = _(", từ ngày liền sau ngày %(on)s (%(event)s).")
    return Sentence(
        count,
        rest % {"on": f"{derivation.from_on:%d/%m/%Y}", "event": derivation.from_event},
        derivation.citation,
        derivation.citation_url,
        derivation.is_sure if derivation.citation else None,
    )


def _pause(pause: Stretch) -> Sentence:
    if pause.to_on is None:
        lead = _("Tạm dừng từ %(on)s") % {"on": f"{pause.from_on:%d/%m/%Y}"}
    else:
        lead = _("Tạm dừng %(days)s") % {"days": _range(pause.from_on, pause.to_on)}
    return Sentence(lead, f": {pause.reason}." if pause.reason else ".")


def _by_kind(steps: Iterable[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    found: dict[str, list[Mapping[str, Any]]] = {}
    for step in steps:
        found.setdefault(str(step.get("kind", "")), []).append(step)
    return found
