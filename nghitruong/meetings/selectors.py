"""Reads about gatherings: the week, the sessions of a council, who was called and came."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Case, Count, Max, Q, QuerySet, When
from django.utils import timezone

from nghitruong.base.actor import Actor
from nghitruong.base.subjects import Resolved, Subject, resolve
from nghitruong.meetings.enums import MeetingKind, MeetingState, Part, Presence
from nghitruong.meetings.models import AgendaItem, Attendance, Meeting
from nghitruong.organisation.enums import DELEGATE_ROLES, OrganKind
from nghitruong.organisation.models import Membership, Organ, Term
from nghitruong.territory.models import Unit


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the week strip, earliest meeting first."""

    on: date
    meetings: tuple[Meeting, ...]


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def week(actor: Actor, monday: date) -> list[Day]:
    """Return the seven days from `monday` with the meetings the actor may see (cancelled ones left out). One query."""
    found = (
        Meeting.objects.visible_to(actor)
        .filter(starts_at__gte=_midnight(monday), starts_at__lt=_midnight(monday + timedelta(days=7)))
        .exclude(state=MeetingState.CANCELLED)
        .order_by("starts_at", "pk")
    )
    days: dict[date, list[Meeting]] = {monday + timedelta(days=shift): [] for shift in range(7)}
    for meeting in found:
        days[timezone.localdate(meeting.starts_at)].append(meeting)
    return [Day(on, tuple(meetings)) for on, meetings in days.items()]


def sessions(actor: Actor) -> QuerySet[Meeting]:
    """Sessions (kỳ họp) the actor may see, newest first, cancelled ones too."""
    return Meeting.objects.visible_to(actor).filter(kind=MeetingKind.SESSION).order_by("-starts_at", "-pk")


def sessions_of(council_ids: Iterable[int]) -> QuerySet[Meeting]:
    """Sessions of these councils that stand (not cancelled), newest first: for choosing one in a form."""
    return (
        Meeting.objects.filter(council_id__in=council_ids, kind=MeetingKind.SESSION)
        .exclude(state=MeetingState.CANCELLED)
        .order_by("-starts_at", "-pk")
    )


def next_session(council_id: int, on: date) -> Meeting | None:
    """Return the council's first session that begins on or after the day."""
    return sessions_of([council_id]).filter(starts_at__gte=_midnight(on)).order_by("starts_at", "pk").first()


def session_before(session: Meeting) -> Meeting | None:
    """Return the session before this one, of any type: petitions still open are carried from it."""
    return sessions_of([session.council_id]).filter(starts_at__lt=session.starts_at).first()


def next_number(council: Organ, term: Term | None) -> int:
    """Return the number the council's next session would take in this term (law.md SES-08)."""
    standing = sessions_of([council.pk]).filter(term=term).order_by()
    return (standing.aggregate(last=Max("number"))["last"] or 0) + 1


def attendances(meeting: Meeting) -> list[Attendance]:
    """Return everybody called, with person and organ loaded, by part and given name. One query."""
    rows = meeting.attendances.select_related("membership__person", "membership__organ")
    order = {part: place for place, part in enumerate(Part.values)}
    return sorted(
        rows, key=lambda row: (order[row.part], row.membership.person.sort_key if row.membership else row.guest)
    )


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many were called and how they attended."""

    called: int
    present: int
    excused: int
    absent: int

    @property
    def unmarked(self) -> int:
        return self.called - self.present - self.excused - self.absent


def turnout(meetings: Iterable[int], *, part: str = "") -> Turnout:
    """Count the called of these meetings (ids), of one part or of all. One query; denominators: those called."""
    rows = Attendance.objects.filter(meeting_id__in=list(meetings))
    if part:
        rows = rows.filter(part=part)
    counted = rows.aggregate(
        called=Count("pk"),
        present=Count("pk", filter=Q(presence=Presence.PRESENT)),
        excused=Count("pk", filter=Q(presence=Presence.EXCUSED)),
        absent=Count("pk", filter=Q(presence=Presence.ABSENT)),
    )
    return Turnout(**counted)


def turnout_of(rows: Iterable[Attendance], *, part: str = "") -> Turnout:
    """Count rows already loaded: of everybody called, or of one part."""
    marks = [row.presence for row in rows if not part or row.part == part]
    return Turnout(
        len(marks), marks.count(Presence.PRESENT), marks.count(Presence.EXCUSED), marks.count(Presence.ABSENT)
    )


def callable_offices(council_ids: Iterable[int], on: date) -> QuerySet[Membership]:
    """Offices that may be called to a meeting of these councils on the day: all of their organs, by given name."""
    ids = list(council_ids)
    return (
        Membership.objects.on(on)
        .filter(Q(organ_id__in=ids) | Q(organ__council_id__in=ids))
        .exclude(role__in=["auditor", "administrator"])
        .select_related("person", "organ")
        .order_by("organ__sort_key", "person__sort_key", "pk")
    )


def delegates_on(council_ids: Iterable[int], on: date) -> QuerySet[Membership]:
    """Delegates' offices on the day; a person with several offices comes several times."""
    return callable_offices(council_ids, on).filter(role__in=DELEGATE_ROLES)


def councils_around(council: Organ) -> list[int]:
    """Return ids of the council and of those of the units above it, whose people sit in its joint meetings."""
    if council.unit is None or council.unit.parent_id is None:
        return [council.pk]
    above = council.unit.parent_id  # there are three levels at most: the unit above, and the one above that
    is_above = Q(unit=above) | Q(unit__in=Unit.objects.filter(children=above))
    return [council.pk, *Organ.objects.filter(is_above, kind=OrganKind.COUNCIL).values_list("pk", flat=True)]


def organs_around(council: Organ, on: date) -> QuerySet[Organ]:
    """Organs that may be called as bodies on the day, own ones first.

    All organs of the council; of the units under it and above it the Standing Committee, the People's Committee and
    the Fatherland Front.
    """
    unit = council.unit_id or 0
    near = Q(unit__parent=unit) | Q(unit__placements__parent=unit, unit__placements__valid_to__gte=on)
    if council.unit is not None and council.unit.parent_id is not None:
        near |= Q(unit=council.unit.parent_id)
    leading = Q(kind__in=[OrganKind.STANDING, OrganKind.PEOPLES_COMMITTEE, OrganKind.FRONT])
    rows = Organ.objects.on(on).filter(Q(council=council) | (near & leading)).exclude(kind=OrganKind.COUNCIL)
    is_other = Case(When(council=council, then=0), default=1)
    return rows.annotate(is_other=is_other).distinct().order_by("is_other", "sort_key", "pk")


@dataclass(frozen=True, slots=True)
class Line:
    """An agenda item with the record it points at, where the reader may see it."""

    item: AgendaItem
    of: Resolved | None


def agenda_lines(meeting: Meeting, actor: Actor) -> list[Line]:
    """Return the agenda in its order, what each item points at made readable."""
    items = list(meeting.agenda.all())
    pointed = {item.pk: Subject(item.subject_kind, item.subject_id) for item in items if item.subject_id is not None}
    found = resolve(pointed.values(), actor) if pointed else {}
    return [Line(item, found.get(pointed[item.pk]) if item.pk in pointed else None) for item in items]
