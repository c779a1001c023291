"""Reads about voter contact: figures of a round, its points, coverage of places, opinions in lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet, Sum

from nghitruong.base.actor import Actor
from nghitruong.contacts import rules
from nghitruong.contacts.enums import OpinionKind
from nghitruong.contacts.models import Opinion, Point, Round
from nghitruong.meetings import selectors as meetings
from nghitruong.meetings.enums import MeetingState, Part, Presence
from nghitruong.meetings.models import Attendance
from nghitruong.organisation.models import Organ
from nghitruong.territory.enums import Level
from nghitruong.territory.models import Unit

NO_KINDS = dict.fromkeys(OpinionKind.values, 0)


@dataclass(frozen=True, slots=True)
class Figures:
    """What a round (or several) came to. `voters` and `speakers` count points that were held.

    Denominators: `held` of `points` (cancelled ones left out), `delegates_present` of `delegates_called` (turns at
    points held, not persons), `answered` of all opinions. Complaints and denunciations (`referred`) are in no total
    of opinions: they are no opinions (PET-18).
    """

    points: int = 0
    held: int = 0
    cancelled: int = 0
    voters: int = 0
    speakers: int = 0
    opinions: int = 0
    petitions: int = 0
    remarks: int = 0
    thanks: int = 0
    referred: int = 0
    answered: int = 0
    delegates_called: int = 0
    delegates_present: int = 0


def figures(points: QuerySet[Point]) -> Figures:
    """Count these points with all that hangs on them. Three queries whatever their number."""
    is_held = Q(meeting__state=MeetingState.HELD)
    counted = points.aggregate(
        points=Count("pk", filter=~Q(meeting__state=MeetingState.CANCELLED)),
        held=Count("pk", filter=is_held),
        cancelled=Count("pk", filter=Q(meeting__state=MeetingState.CANCELLED)),
        voters=Sum("meeting__people_present", filter=is_held, default=0),
        speakers=Sum("meeting__speakers", filter=is_held, default=0),
    )
    ids = points.order_by().values("pk")
    said = Opinion.objects.filter(point_id__in=ids).aggregate(
        opinions=Count("pk", filter=~Q(kind=OpinionKind.REFERRED)),
        petitions=Count("pk", filter=Q(kind=OpinionKind.PETITION)),
        remarks=Count("pk", filter=Q(kind=OpinionKind.OPINION)),
        thanks=Count("pk", filter=Q(kind=OpinionKind.THANKS)),
        referred=Count("pk", filter=Q(kind=OpinionKind.REFERRED)),
        answered=Count("pk", filter=~Q(answered_on_spot="")),
    )
    came = Attendance.objects.filter(
        meeting__contact_point__in=ids, meeting__state=MeetingState.HELD, part=Part.DELEGATE
    ).aggregate(delegates_called=Count("pk"), delegates_present=Count("pk", filter=Q(presence=Presence.PRESENT)))
    return Figures(**counted, **said, **came)


def round_figures(round_: Round) -> Figures:
    """Count one round, whoever asks."""
    return figures(Point.objects.filter(round=round_))


@dataclass(frozen=True, slots=True)
class PointRow:
    """One line of the points table."""

    point: Point
    groups: str
    opinions: int
    petitions: int
    remarks: int
    thanks: int
    referred: int
    delegates_called: int
    delegates_present: int


def with_meeting(points: QuerySet[Point]) -> QuerySet[Point]:
    """Load what a row of the table shows, newest meeting last."""
    return points.select_related("round", "round__council", "meeting", "meeting__unit", "meeting__host").order_by(
        "meeting__starts_at", "pk"
    )


def point_rows(points: Iterable[Point]) -> list[PointRow]:
    """Return the lines of these points (loaded by `with_meeting`). Three queries whatever their number."""
    listed = list(points)
    ids = [point.pk for point in listed]
    said: dict[int, dict[str, int]] = {}
    for line in Opinion.objects.filter(point_id__in=ids).values("point_id", "kind").order_by().annotate(n=Count("pk")):
        said.setdefault(line["point_id"], dict(NO_KINDS))[line["kind"]] = line["n"]
    came = {
        line["meeting_id"]: line
        for line in Attendance.objects.filter(meeting__contact_point__in=ids, part=Part.DELEGATE)
        .values("meeting_id")
        .order_by()
        .annotate(called=Count("pk"), present=Count("pk", filter=Q(presence=Presence.PRESENT)))
    }
    groups: dict[int, list[str]] = {}
    links = Point.groups.through.objects.filter(point_id__in=ids).order_by("organ__sort_key")
    for point_id, name, short in links.values_list("point_id", "organ__name", "organ__short_name"):
        groups.setdefault(point_id, []).append(short or name)
    rows = []
    for point in listed:
        kinds = said.get(point.pk, NO_KINDS)
        turnout = came.get(point.meeting_id, {"called": 0, "present": 0})
        rows.append(
            PointRow(
                point=point,
                groups=", ".join(groups.get(point.pk, [])),
                opinions=sum(kinds.values()) - kinds[OpinionKind.REFERRED],
                petitions=kinds[OpinionKind.PETITION],
                remarks=kinds[OpinionKind.OPINION],
                thanks=kinds[OpinionKind.THANKS],
                referred=kinds[OpinionKind.REFERRED],
                delegates_called=turnout["called"],
                delegates_present=turnout["present"],
            )
        )
    return rows


@dataclass(slots=True)
class Covered:
    """A place and what contact it had: a commune, or a hamlet within one. `is_met` false is the news."""

    name: str
    unit_id: int | None = None
    points: int = 0
    voters: int = 0
    opinions: int = 0

    @property
    def is_met(self) -> bool:
        return self.points > 0


@dataclass(slots=True)
class Coverage:
    """Places of a council and whether a round reached them (peers N23)."""

    units: list[Covered] = field(default_factory=list)
    hamlets: list[Covered] = field(default_factory=list)

    @property
    def units_met(self) -> int:
        return sum(1 for unit in self.units if unit.is_met)

    @property
    def hamlets_met(self) -> int:
        return sum(1 for hamlet in self.hamlets if hamlet.is_met)


def _communes(council: Organ, on_round: Round) -> list[Unit]:
    if council.unit_id is None or council.unit is None:
        return []
    if council.unit.level == Level.COMMUNE:
        return [council.unit]
    below = Unit.objects.on(on_round.starts_on).filter(level=Level.COMMUNE)
    return list(below.filter(Q(parent_id=council.unit_id) | Q(parent__parent_id=council.unit_id)).order_by("sort_key"))


def coverage(round_: Round) -> Coverage:
    """Return which communes and hamlets a round met and which it did not.

    Communes are those under the council's unit on the round's first day. There is no register of hamlets: the list
    is every hamlet ever named at a point of this council, so a place never visited at all cannot show up.
    """
    found = Coverage()
    units = {unit.pk: Covered(unit.name, unit.pk) for unit in _communes(round_.council, round_)}
    hamlets = {
        name.casefold(): Covered(name)
        for text in Point.objects.filter(round__council_id=round_.council_id)
        .exclude(hamlets="")
        .values_list("hamlets", flat=True)
        for name in rules.hamlets(text)
    }
    held = with_meeting(Point.objects.filter(round=round_, meeting__state=MeetingState.HELD))
    for row in point_rows(held):
        meeting = row.point.meeting
        places = [units[meeting.unit_id]] if meeting.unit_id in units else []
        places += [hamlets[name.casefold()] for name in rules.hamlets(row.point.hamlets)]
        for place in places:
            place.points += 1
            place.voters += meeting.people_present or 0
            place.opinions += row.opinions
    found.units = list(units.values())
    found.hamlets = sorted(hamlets.values(), key=lambda hamlet: (hamlet.is_met, hamlet.name.casefold()))
    return found


@dataclass(frozen=True, slots=True)
class Absentee:
    """A delegate's absences from points held in a round."""

    name: str
    times: int
    reasons: str


def absentees(round_: Round) -> list[Absentee]:
    """Return delegates who missed points of this round, with the reasons given. One query."""
    rows = Attendance.objects.filter(
        meeting__contact_point__round=round_,
        meeting__state=MeetingState.HELD,
        part=Part.DELEGATE,
        presence__in=[Presence.EXCUSED, Presence.ABSENT],
    ).select_related("membership__person")
    reasons: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        person = row.membership.person if row.membership else None
        who = (person.sort_key, person.name) if person else (row.guest, row.guest)
        reasons.setdefault(who, []).append(row.reason or str(row.get_presence_display()))
    return [
        Absentee(name, len(given), "; ".join(dict.fromkeys(given))) for (_key, name), given in sorted(reasons.items())
    ]


def opinions(actor: Actor) -> QuerySet[Opinion]:
    """Return opinions the actor may see with what a list shows, newest first."""
    return (
        Opinion.objects.visible_to(actor)
        .select_related("point__round", "point__meeting", "unit")
        .order_by("-point__meeting__starts_at", "-point_id", "-seq")
    )


def earlier_here(point: Point, limit: int = 5) -> list[Opinion]:
    """Return petitions raised at earlier contact meetings in the same hamlet, else the same commune, newest first."""
    before = Opinion.objects.filter(
        point__round__council_id=point.round.council_id,
        point__meeting__starts_at__lt=point.meeting.starts_at,
        kind=OpinionKind.PETITION,
    ).select_related("point__meeting", "point__round")
    same = Q(pk__in=[])
    for name in rules.hamlets(point.hamlets):
        same |= Q(point__hamlets__icontains=name) | Q(hamlet__iexact=name)
    near = list(before.filter(same).order_by("-point__meeting__starts_at", "seq")[:limit])
    if near or point.meeting.unit_id is None:
        return near
    return list(before.filter(unit_id=point.meeting.unit_id).order_by("-point__meeting__starts_at", "seq")[:limit])


def turnout(point: Point) -> meetings.Turnout:
    """Count the delegates called to a point and how they attended."""
    return meetings.turnout([point.meeting_id], part=Part.DELEGATE)
