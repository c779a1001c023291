"""One page tells the whole story of a matter: from the sentence in the hall to the result."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext as _

from nghitruong.audit.models import Entry
from nghitruong.base.actor import Actor
from nghitruong.base.subjects import Subject
from nghitruong.documents.enums import DocumentKind
from nghitruong.documents.models import Document
from nghitruong.legalclock import selectors as clocks
from nghitruong.legalclock.rules import Calendar, remaining
from nghitruong.obligations.enums import Nature
from nghitruong.obligations.enums import State as Owed
from nghitruong.obligations.models import Obligation
from nghitruong.petitions import policies
from nghitruong.petitions.enums import DEED_LABELS, Finding, Outcome, State
from nghitruong.petitions.models import Answer, Petition, Verification
from nghitruong.ui.rules import Branch, Chip, Due, Event, FileLink, Quote

ICONS = {
    "receive": ("chat-square-quote", ""),
    "edit": ("pencil", ""),
    "sort": ("diagram-3", ""),
    "reclassify": ("chat", ""),
    "restore": ("arrow-counterclockwise", ""),
    "forward": ("send", ""),
    "urge": ("megaphone", "soon"),
    "extend": ("calendar-plus", ""),
    "send_back": ("arrow-return-left", "late"),
    "answer": ("reply", "info"),
    "commit": ("flag", ""),
    "verify": ("geo-alt", ""),
    "accept": ("check-circle", "done"),
    "reopen": ("arrow-counterclockwise", "late"),
    "close": ("archive", "done"),
    "carry_over": ("skip-forward", ""),
    "inherit": ("signpost-split", ""),
    "confirm_repeat": ("arrow-repeat", "soon"),
    "reject_repeat": ("x-circle", ""),
    "reconsider_repeat": ("arrow-counterclockwise", ""),
    "merge": ("people", ""),
    "split": ("arrow-left-right", ""),
}


@dataclass(frozen=True, slots=True)
class Matter:
    """What the page of a petition shows. `events` newest first; `answer_due` the running debt's dated date."""

    petition: Petition
    events: list[Event]
    owed: list[Obligation]
    promises: list[Obligation]
    running: Obligation | None
    due: Due | None
    answered: Chip
    settled: Chip
    latest: Answer | None
    voter: str

    @property
    def open_promises(self) -> int:
        return sum(promise.state in {Owed.OPEN, Owed.FULFILLED} for promise in self.promises)


def outcome_chip(outcome: str) -> Chip:
    """Return an outcome as a chip; only "settled" is green."""
    if not outcome:
        return Chip("none", _("chưa có trả lời"))
    tone = {Outcome.SETTLED: "done", Outcome.UNSETTLED: "late", Outcome.PLANNED: "info", Outcome.IN_PROGRESS: "soon"}
    return Chip(tone.get(Outcome(outcome), "calm"), str(Outcome(outcome).label))


def answered_chip(petition: Petition) -> Chip:
    """Return the first of the two facts: was a document sent."""
    if petition.answered_on:
        return Chip("info", _("đã trả lời"), "reply")
    if petition.state in {State.FORWARDED, State.REOPENED}:
        return Chip("soon", _("chưa trả lời"))
    return Chip("none", _("chưa chuyển"))


def settled_chip(petition: Petition) -> Chip:
    """Return the second of the two facts: was the result accepted."""
    if petition.settled_on:
        return Chip("done", _("đã giải quyết xong"), "check-circle-fill")
    if petition.state in {State.ACCEPTED, State.CLOSED}:
        return Chip("calm", _("đã chấp nhận trả lời: %(outcome)s") % {"outcome": petition.get_outcome_display()})
    if petition.reopened:
        return Chip("late", _("chưa giải quyết, đã mở lại"))
    return Chip("late" if petition.answered_on else "none", _("chưa giải quyết xong"))


def step_chip(petition: Petition) -> Chip | None:
    """Return where a petition without an answer stands and what comes next; None once there is an answer."""
    if petition.joined_to_id is not None:
        return Chip("calm", _("đã gộp vào một kiến nghị khác"))
    if petition.state == State.NOTED:
        return Chip("calm", str(State.NOTED.label))
    if petition.answered_on:
        return None
    return {
        State.RECEIVED: Chip("none", _("chờ phân loại")),
        State.SORTED: Chip("none", _("chờ chuyển")),
        State.RETURNED: Chip("late", _("bị trả lại, chờ chuyển lại")),
        State.FORWARDED: Chip("soon", _("chờ trả lời")),
        State.REOPENED: Chip("late", _("đã mở lại, chờ trả lời")),
    }.get(State(petition.state))


def due_of(obligation: Obligation, today: date, calendar: Calendar) -> Due:
    """Return an obligation's due date in row form."""
    day_type = obligation.clock.day_type if obligation.clock else "calendar"
    days = (
        remaining(due_on=obligation.due_on, on=today, day_type=day_type, calendar=calendar).days
        if obligation.due_on
        else None
    )
    return Due(
        on=obligation.due_on,
        days=days,
        day_type=day_type,
        closed=obligation.state in {Owed.ACCEPTED, Owed.CANCELLED, Owed.FULFILLED},
        paused=bool(obligation.clock and obligation.clock.state == "paused"),
        url=reverse("obligations:detail", args=[obligation.pk]),
        say=str(obligation.get_state_display()) if obligation.state != Owed.OPEN else "",
    )


def matter(petition: Petition, actor: Actor, today: date) -> Matter:
    """Gather the whole story, in a fixed number of statements."""
    answers = Prefetch("answers", Answer.objects.select_related("own_class"))
    prefetch_related_objects([petition], answers, "verifications")
    subject = Subject.of(petition)
    entries = list(Entry.objects.filter(kind=subject.kind, object_id=subject.id).order_by("seq"))
    owed = list(
        Obligation.objects.filter(subject_kind=subject.kind, subject_id=subject.id)
        .select_related("clock", "debtor", "creditor")
        .prefetch_related("clock__extensions", "clock__pauses")
        .order_by("pk")
    )
    papers = list(
        Document.objects.filter(subject_kind=subject.kind, subject_id=subject.id).select_related("file").order_by("pk")
    )
    by_pk = {paper.pk: paper for paper in papers}
    for given in petition.answers.all():
        given.document = by_pk[given.document_id]
    calendar = clocks.shown_calendar()
    promises = [o for o in owed if o.nature == Nature.COMMITMENT]
    running = next(
        (o for o in reversed(owed) if o.nature == Nature.ANSWER and o.state in {Owed.OPEN, Owed.FULFILLED}), None
    )
    teller = _Teller(petition, papers, promises, today, calendar)
    events = [event for entry in entries if (event := teller.event(entry)) is not None]
    origin = _origin(petition)
    if origin is not None:
        events.insert(0, origin)
    return Matter(
        petition=petition,
        events=events[::-1],
        owed=owed,
        promises=promises,
        running=running,
        due=due_of(running, today, calendar) if running else None,
        answered=answered_chip(petition),
        settled=settled_chip(petition),
        latest=max(petition.answers.all(), key=lambda a: (a.on, a.pk), default=None),
        voter=petition.voter if petition.voter and policies.can_see_voter(actor, petition) else "",
    )


def _origin(petition: Petition) -> Event | None:
    point = petition.point
    if point is None:
        return None
    meeting = point.meeting
    return Event(
        at=meeting.starts_at,
        title=_("Cử tri nêu ý kiến"),
        icon="mic",
        who=f"{meeting.title}, {meeting.place}",
        quote=Quote(petition.opinion.text if petition.opinion else petition.text),
    )


class _Teller:
    """Puts one journal line into words, with the documents and quotes of its deed."""

    def __init__(
        self, petition: Petition, papers: list[Document], promises: list[Obligation], today: date, calendar: Calendar
    ) -> None:
        self.petition = petition
        self.papers = papers
        self.promises = promises
        self.today = today
        self.calendar = calendar
        self.answers = {a.recorded_at: a for a in petition.answers.all()}
        self.looks = {v.recorded_at: v for v in petition.verifications.all()}

    def event(self, entry: Entry) -> Event | None:
        verb = entry.deed.partition(".")[2]
        if verb == "commit":
            return None
        icon, tone = ICONS.get(verb, ("circle", ""))
        values: dict[str, Any] = {
            "at": entry.at,
            "title": str(DEED_LABELS.get(verb, entry.deed)),
            "icon": icon,
            "tone": tone,
            "who": f"{entry.actor}, {entry.office}" if entry.office else entry.actor,
            "documents": list(self._files(entry)),
            "body": _body(entry.changes),
        }
        if verb == "answer" and entry.at in self.answers:
            self._answer(values, self.answers[entry.at])
        elif verb == "verify" and entry.at in self.looks:
            _look(values, self.looks[entry.at])
        return Event(**values)

    def _files(self, entry: Entry) -> Iterable[FileLink]:
        for paper in self.papers:
            if paper.deed == entry.deed and paper.added_at == entry.at:
                words = str(paper.get_kind_display())
                number = f" {paper.number}" if paper.number else ""
                url = reverse("documents:download", args=[paper.pk]) if paper.file_id else ""
                icon = "image" if paper.kind == DocumentKind.PHOTO else "file-earmark-text"
                yield FileLink(f"{words}{number}", url, icon)

    def _answer(self, values: dict[str, Any], given: Answer) -> None:
        mine = [p for p in self.promises if p.quote and p.quote in given.text]
        start = given.text.find(mine[0].quote) if mine else 0
        values["body"] = ""
        values["quote"] = Quote(
            given.text,
            start,
            start + len(mine[0].quote) if mine else 0,
            source=f"{given.document.number}, {given.on:%d/%m/%Y}",
        )
        values["chips"] = [outcome_chip(given.outcome)]
        if given.own_class is not None:
            values["chips"].append(Chip("calm", given.own_class.name))
        if given.outcome_on:
            values["body"] = _("Thời hạn theo lộ trình: %(on)s.") % {"on": f"{given.outcome_on:%d/%m/%Y}"}
        elif given.reason:
            values["body"] = _("Lý do: %(reason)s.") % {"reason": given.get_reason_display()}
        values["promises"] = [
            Branch(
                title=_("Lời hứa: %(what)s") % {"what": promise.what},
                url=reverse("obligations:detail", args=[promise.pk]),
                text=promise.debtor_person or promise.debtor.name,
                due=due_of(promise, self.today, self.calendar),
            )
            for promise in mine
        ]


def _look(values: dict[str, Any], seen: Verification) -> None:
    tone = {Finding.PASSED: "done", Finding.PARTLY: "soon", Finding.FAILED: "late"}[Finding(seen.finding)]
    values["tone"] = tone
    values["title"] = _("Xác minh tại chỗ: %(finding)s") % {"finding": seen.get_finding_display()}
    values["who"] = seen.by
    values["body"] = seen.text
    values["facts"] = [(_("Ngày xác minh"), f"{seen.on:%d/%m/%Y}"), (_("Nơi xác minh"), seen.place or "–")]


SKIPPED = {"mã", "công văn", "văn bản", "kết quả", "trước", "số ảnh"}


def _body(changes: dict[str, Any]) -> str:
    """Say what a deed set, in one sentence of name and value pairs."""
    parts = []
    for name, value in changes.items():
        if name in SKIPPED or value in (None, "", []):
            continue
        text = ", ".join(map(str, value)) if isinstance(value, list) else _plain(value)
        parts.append(f"{name}: {text}")
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _plain(value: Any) -> str:
    text = str(value)
    try:
        return f"{datetime.fromisoformat(text):%d/%m/%Y}" if len(text) == len("2026-01-01") else text
    except ValueError:
        return text


@dataclass(frozen=True, slots=True)
class Row:
    """A petition as a list shows it; `step`, until there is an answer, is what waits to be done."""

    petition: Petition
    due: Due | None
    answered: Chip
    settled: Chip
    step: Chip | None


def list_row(petition: Petition, today: date, calendar: Calendar) -> Row:
    """Return a row of the list, its date counted as `lists.with_day_type` says; asks the database nothing."""
    due = None
    if petition.state in {State.FORWARDED, State.REOPENED}:
        days, day_type = None, getattr(petition, "day_type", None) or "calendar"
        if petition.due_on:
            days = remaining(due_on=petition.due_on, on=today, day_type=day_type, calendar=calendar).days
        due = Due(petition.due_on, days=days, day_type=day_type, url=f"{petition.get_absolute_url()}#han")
    return Row(petition, due, answered_chip(petition), settled_chip(petition), step_chip(petition))
