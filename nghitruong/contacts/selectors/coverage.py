"""Whom a council met in a period and whom never: places, groups, audiences, hosts, delegates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.db.models import Case, Count, Q, When
from django.utils import timezone

from nghitruong.contacts import rules
from nghitruong.contacts.enums import OpinionKind
from nghitruong.contacts.models import Opinion, Point
from nghitruong.contacts.selectors.rounds import PointRow, point_rows, with_meeting
from nghitruong.language import sort_key
from nghitruong.meetings import selectors as meetings
from nghitruong.meetings.enums import MeetingState
from nghitruong.organisation.enums import OrganKind
from nghitruong.organisation.models import Organ
from nghitruong.territory.enums import Level
from nghitruong.territory.models import Unit


@dataclass(slots=True, eq=False)
class Reached:
    """A place, group, audience or host: its meetings held in the period, and the last one ever."""

    name: str
    unit: Unit | None = None
    points: int = 0
    voters: int = 0
    opinions: int = 0
    last_on: date | None = None

    @property
    def is_met(self) -> bool:
        return self.points > 0


@dataclass(frozen=True, slots=True)
class Attender:
    """A delegate in the period: called to `called` meetings held, there at `present`; both may be nought."""

    name: str
    called: int
    present: int


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the coverage page with its opening figure."""

    key: str
    rows: list[Reached]

    @property
    def met(self) -> int:
        return sum(1 for row in self.rows if row.is_met)


@dataclass(frozen=True, slots=True)
class Reach:
    """Coverage of one council in a period. `spots` are the communes with a known centre."""

    starts_on: date
    ends_on: date
    units: Table
    hamlets: Table
    groups: Table
    audiences: Table
    hosts: Table
    delegates: list[Attender] = field(default_factory=list)
    points: list[PointRow] = field(default_factory=list)

    @property
    def tables(self) -> list[Table]:
        return [self.units, self.hamlets, self.groups, self.audiences, self.hosts]

    @property
    def spots(self) -> list[rules.Spot]:
        known = [row for row in self.units.rows if row.unit and row.unit.latitude and row.unit.longitude]
        return rules.spots([(row, row.unit.latitude or 0, row.unit.longitude or 0) for row in known if row.unit])

    @property
    def present(self) -> int:
        return sum(row.delegates_present for row in self.points)

    @property
    def called(self) -> int:
        return sum(row.delegates_called for row in self.points)

    @property
    def seen(self) -> int:
        """Return how many delegates of today came to at least one meeting."""
        return sum(1 for who in self.delegates if who.present)


def reach(council: Organ, starts_on: date, ends_on: date) -> Reach:
    """Return whom this council met between two days (both within). Six statements at most.

    No register of hamlets or audiences exists: those are known that were ever named at a point or in an opinion of
    this council, so what was never named at all cannot show up. Only meetings held count.
    """
    first = timezone.make_aware(datetime.combine(starts_on, time.min))
    last = timezone.make_aware(datetime.combine(ends_on, time.max))
    held = list(with_meeting(Point.objects.filter(round__council=council, meeting__state=MeetingState.HELD)))
    said = list(
        Opinion.objects.filter(point__round__council=council)
        .exclude(kind=OpinionKind.REFERRED)
        .order_by("hamlet", "point_id")
        .values("hamlet", "point_id")
        .annotate(n=Count("pk"))
    )
    now = [point for point in held if first <= point.meeting.starts_at <= last]
    inside = {point.pk for point in now}
    of_point: dict[int, int] = {}
    for line in said:
        of_point[line["point_id"]] = of_point.get(line["point_id"], 0) + line["n"]
    units = {unit.pk: Reached(unit.name, unit) for unit in _communes(council, ends_on)}
    hamlets: dict[str, Reached] = {}
    for line in said:
        if line["hamlet"]:
            place = hamlets.setdefault(line["hamlet"].casefold(), Reached(line["hamlet"]))
            place.opinions += line["n"] if line["point_id"] in inside else 0
    groups, groups_at, names_at = _groups(council, ends_on)
    audiences: dict[str, Reached] = {}
    hosts: dict[int, Reached] = {}
    for point in held:
        meeting = point.meeting
        places = [units[meeting.unit_id]] if meeting.unit_id in units else []
        named = [hamlets.setdefault(name.casefold(), Reached(name)) for name in rules.hamlets(point.hamlets)]
        places += named
        places += groups_at.get(point.pk, [])
        if point.audience:
            places.append(audiences.setdefault(point.audience.casefold(), Reached(point.audience)))
        if meeting.host is not None:
            places.append(hosts.setdefault(meeting.host_id or 0, Reached(meeting.host.name)))
        _count(places, point, point.pk in inside)
        if point.pk in inside:
            for place in places:
                place.opinions += of_point.get(point.pk, 0) if place not in named else 0
    rows = point_rows(now, names_at)
    return Reach(
        starts_on,
        ends_on,
        Table("units", list(units.values())),
        Table("hamlets", _unmet_first(hamlets.values())),
        Table("groups", list(groups.values())),
        Table("audiences", _unmet_first(audiences.values())),
        Table("hosts", _unmet_first(hosts.values())),
        _attenders(council, rows, ends_on),
        rows,
    )


def _groups(council: Organ, on: date) -> tuple[dict[int, Reached], dict[int, list[Reached]], dict[int, list[str]]]:
    """Return the council's groups (Tổ đại biểu) of the day, those by point, and the names of all called by point."""
    groups: dict[int, Reached] = {}
    groups_at: dict[int, list[Reached]] = {}
    names_at: dict[int, list[str]] = {}
    own = Q(council=council, kind=OrganKind.GROUP)
    called = Organ.objects.filter(own | Q(contact_points__round__council=council)).annotate(
        is_of_today=Case(When(own & Q(pk__in=Organ.objects.on(on).values("pk")), then=True), default=False)
    )
    for pk, name, short, is_of_today, point_id in called.order_by("sort_key", "pk").values_list(
        "pk", "name", "short_name", "is_of_today", "contact_points__pk"
    ):
        names_at.setdefault(point_id, []).append(short or name)
        if is_of_today:
            groups_at.setdefault(point_id, []).append(groups.setdefault(pk, Reached(name)))
    return groups, groups_at, names_at


def _count(places: Iterable[Reached], point: Point, is_inside: bool) -> None:
    day = timezone.localdate(point.meeting.starts_at)
    for place in places:
        place.last_on = max(filter(None, [place.last_on, day]))
        if is_inside:
            place.points += 1
            place.voters += point.meeting.people_present or 0


def _unmet_first(rows: Iterable[Reached]) -> list[Reached]:
    return sorted(rows, key=lambda row: (row.is_met, sort_key(row.name)))


def _communes(council: Organ, on: date) -> list[Unit]:
    if council.unit is None:
        return []
    if council.unit.level == Level.COMMUNE:
        return [council.unit]
    below = Unit.objects.on(on).filter(level=Level.COMMUNE)
    return list(below.filter(Q(parent=council.unit) | Q(parent__parent=council.unit)).order_by("sort_key"))


def _attenders(council: Organ, held: list[PointRow], on: date) -> list[Attender]:
    offices = meetings.delegates_on([council.pk], on)
    people: dict[int, Any] = {office.person_id: office.person for office in offices}
    counted: dict[int, tuple[int, int]] = {}
    for pk, was_there in (one for row in held for one in row.called):
        called, present = counted.get(pk, (0, 0))
        counted[pk] = (called + 1, present + was_there)
    rows = [Attender(person.name, *counted.get(pk, (0, 0))) for pk, person in people.items()]
    order = {person.name: person.sort_key for person in people.values()}
    return sorted(rows, key=lambda who: (who.present > 0, order[who.name]))


def points_named(points: Any, name: str) -> list[int]:
    """Return ids of these points that name this hamlet, whole and whatever its letter case."""
    wanted = " ".join(name.split()).casefold()
    rows = points.exclude(hamlets="").order_by().values_list("pk", "hamlets")
    return [pk for pk, text in rows if wanted in {one.casefold() for one in rules.hamlets(text)}]
