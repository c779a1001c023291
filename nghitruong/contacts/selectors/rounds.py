"""Reads about voter contact: figures of a round, its points, coverage of places, opinions in lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum

from nghitruong.base.actor import Actor
from nghitruong.contacts import policies, rules
from nghitruong.contacts.enums import OpinionKind
from nghitruong.contacts.models import Opinion, Point, Round
from nghitruong.documents.models import Document
from nghitruong.language import sort_key
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
    """Count these points with all that hangs on them. Two queries whatever their number."""
    is_held = Q(meeting__state=MeetingState.HELD)
    called = (
        Attendance.objects.filter(meeting=OuterRef("meeting"), part=Part.DELEGATE)
        .order_by()
        .values("meeting")
        .annotate(all=Count("pk"), here=Count("pk", filter=Q(presence=Presence.PRESENT)))
    )
    counted = points.annotate(called=Subquery(called.values("all")), here=Subquery(called.values("here"))).aggregate(
        points=Count("pk", filter=~Q(meeting__state=MeetingState.CANCELLED)),
        held=Count("pk", filter=is_held),
        cancelled=Count("pk", filter=Q(meeting__state=MeetingState.CANCELLED)),
        voters=Sum("meeting__people_present", filter=is_held, default=0),
        speakers=Sum("meeting__speakers", filter=is_held, default=0),
        delegates_called=Sum("called", filter=is_held, default=0),
        delegates_present=Sum("here", filter=is_held, default=0),
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
    return Figures(**counted, **said)


def round_figures(round_: Round) -> Figures:
    """Count one round, whoever asks."""
    return figures(Point.objects.filter(round=round_))


@dataclass(frozen=True, slots=True)
class PointRow:
    """One line of the points table. `missing` are delegates called who did not come, with the reason given;
    `called` are all of them who are known (person, was there).
    """

    point: Point
    groups: str
    opinions: int
    petitions: int
    remarks: int
    thanks: int
    referred: int
    answered: int
    delegates_called: int
    delegates_present: int
    missing: tuple[tuple[str, str, str], ...]
    called: tuple[tuple[int, bool], ...] = ()


def with_meeting(points: QuerySet[Point]) -> QuerySet[Point]:
    """Load what a row of the table shows, earliest meeting first."""
    return points.select_related("round", "round__council", "meeting", "meeting__unit", "meeting__host").order_by(
        "meeting__starts_at", "pk"
    )


def _groups(ids: list[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    links = Point.groups.through.objects.filter(point_id__in=ids).order_by("organ__sort_key")
    for point_id, name, short in links.values_list("point_id", "organ__name", "organ__short_name"):
        found.setdefault(point_id, []).append(short or name)
    return found


def point_rows(points: Iterable[Point], known_groups: Mapping[int, list[str]] | None = None) -> list[PointRow]:
    """Return the lines of these points (loaded by `with_meeting`). Three queries whatever their number.

    Who has loaded the names of the groups at each point already gives them, which saves one.
    """
    listed = list(points)
    ids = [point.pk for point in listed]
    said: dict[int, dict[str, int]] = {}
    answered: dict[int, int] = {}
    for line in (
        Opinion.objects.filter(point_id__in=ids)
        .values("point_id", "kind")
        .order_by()
        .annotate(n=Count("pk"), replies=Count("pk", filter=~Q(answered_on_spot="")))
    ):
        said.setdefault(line["point_id"], dict(NO_KINDS))[line["kind"]] = line["n"]
        answered[line["point_id"]] = answered.get(line["point_id"], 0) + line["replies"]
    came: dict[int, list[Attendance]] = {}
    for row in (
        Attendance.objects.filter(meeting_id__in=[point.meeting_id for point in listed], part=Part.DELEGATE)
        .select_related("membership__person")
        .order_by("pk")
    ):
        came.setdefault(row.meeting_id, []).append(row)
    groups = _groups(ids) if known_groups is None else known_groups
    return [
        _row(point, groups.get(point.pk, []), said.get(point.pk, NO_KINDS), answered.get(point.pk, 0), called)
        for point in listed
        for called in [came.get(point.meeting_id, [])]
    ]


def _row(point: Point, groups: list[str], kinds: dict[str, int], answered: int, called: list[Attendance]) -> PointRow:
    away = {Presence.EXCUSED, Presence.ABSENT}
    people = [(row, row.membership.person if row.membership else None) for row in called]
    return PointRow(
        point=point,
        groups=", ".join(groups),
        opinions=sum(kinds.values()) - kinds[OpinionKind.REFERRED],
        petitions=kinds[OpinionKind.PETITION],
        remarks=kinds[OpinionKind.OPINION],
        thanks=kinds[OpinionKind.THANKS],
        referred=kinds[OpinionKind.REFERRED],
        answered=answered,
        delegates_called=len(called),
        delegates_present=sum(1 for row in called if row.presence == Presence.PRESENT),
        called=tuple((person.pk, row.presence == Presence.PRESENT) for row, person in people if person),
        missing=tuple(
            (
                person.sort_key if person else row.guest,
                person.name if person else row.guest,
                row.reason or str(row.get_presence_display()),
            )
            for row, person in people
            if row.presence in away
        ),
    )


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


@dataclass(frozen=True, slots=True)
class Absentee:
    """A delegate's absences from points held in a round."""

    name: str
    times: int
    reasons: str


@dataclass(frozen=True, slots=True)
class Overview:
    """All that a round's page and its summary show."""

    rows: list[PointRow]
    figures: Figures
    coverage: Coverage
    absentees: list[Absentee]


def overview(round_: Round) -> Overview:
    """Read a round once: points table, figures, coverage of places, absences. At most six queries.

    Communes are those under the council's unit on the round's first day. There is no register of hamlets: the list
    is every hamlet ever named at a point of this council, so a place never visited at all cannot show up.
    """
    rows = point_rows(with_meeting(Point.objects.filter(round=round_)))
    held = [row for row in rows if row.point.meeting.state == MeetingState.HELD]
    return Overview(rows, _sum(rows, held), _coverage(round_, held), _absentees(held))


def _sum(rows: list[PointRow], held: list[PointRow]) -> Figures:
    cancelled = sum(1 for row in rows if row.point.meeting.state == MeetingState.CANCELLED)
    return Figures(
        points=len(rows) - cancelled,
        held=len(held),
        cancelled=cancelled,
        voters=sum(row.point.meeting.people_present or 0 for row in held),
        speakers=sum(row.point.meeting.speakers or 0 for row in held),
        opinions=sum(row.opinions for row in rows),
        petitions=sum(row.petitions for row in rows),
        remarks=sum(row.remarks for row in rows),
        thanks=sum(row.thanks for row in rows),
        referred=sum(row.referred for row in rows),
        answered=sum(row.answered for row in rows),
        delegates_called=sum(row.delegates_called for row in held),
        delegates_present=sum(row.delegates_present for row in held),
    )


def _coverage(round_: Round, held: list[PointRow]) -> Coverage:
    units = {unit.pk: Covered(unit.name, unit.pk) for unit in _communes(round_.council, round_)}
    hamlets: dict[str, Covered] = {}
    named = Point.objects.filter(round__council_id=round_.council_id).exclude(hamlets="").order_by("pk")
    for text in named.values_list("hamlets", flat=True):
        for name in rules.hamlets(text):
            hamlets.setdefault(name.casefold(), Covered(name))
    for row in held:
        meeting = row.point.meeting
        places = [units[meeting.unit_id]] if meeting.unit_id in units else []
        places += [hamlets[name.casefold()] for name in rules.hamlets(row.point.hamlets)]
        for place in places:
            place.points += 1
            place.voters += meeting.people_present or 0
            place.opinions += row.opinions
    listed = sorted(hamlets.values(), key=lambda hamlet: (hamlet.is_met, sort_key(hamlet.name)))
    return Coverage(list(units.values()), listed)


def _absentees(held: list[PointRow]) -> list[Absentee]:
    reasons: dict[tuple[str, str], list[str]] = {}
    for row in held:
        for key, name, reason in row.missing:
            reasons.setdefault((key, name), []).append(reason)
    return [
        Absentee(name, len(given), "; ".join(dict.fromkeys(given))) for (_key, name), given in sorted(reasons.items())
    ]


def opinions(actor: Actor) -> QuerySet[Opinion]:
    """Return opinions the actor may see with what a list shows, newest first."""
    return (
        Opinion.objects.visible_to(actor)
        .select_related("point__round__council", "point__meeting", "unit")
        .order_by("-point__meeting__starts_at", "-point_id", "-seq")
    )


def earlier_here(actor: Actor, point: Point, limit: int = 5) -> list[Opinion]:
    """Return petitions raised at earlier contact meetings in the same hamlet, else the same commune, newest first.

    Only those the actor may see: who is called to one point does not read the others. One query; looks at the newest hundred of the commune.
    """
    names = {name.casefold() for name in rules.hamlets(point.hamlets)}
    same_unit = Q(unit_id=point.meeting.unit_id) if point.meeting.unit_id else Q(unit__isnull=True)
    before = list(
        Opinion.objects.visible_to(actor)
        .filter(
            same_unit,
            point__round__council_id=point.round.council_id,
            point__meeting__starts_at__lt=point.meeting.starts_at,
            kind=OpinionKind.PETITION,
        )
        .select_related("point__meeting", "point__round__council")
        .order_by("-point__meeting__starts_at", "seq")[:100]
    )
    near = [
        said
        for said in before
        if names & {said.hamlet.casefold(), *(name.casefold() for name in rules.hamlets(said.point.hamlets))}
    ]
    return (near or before)[:limit]


def turnout(point: Point) -> meetings.Turnout:
    """Count the delegates called to a point and how they attended."""
    return meetings.turnout([point.meeting_id], part=Part.DELEGATE)


@dataclass(frozen=True, slots=True)
class OpinionLine:
    """One opinion as a reader may see it: `voter` and `address` are empty where the reader may not know them.

    `is_hidden` says that a name is kept but not shown.
    """

    opinion: Opinion
    voter: str
    address: str
    is_hidden: bool


def opinion_lines(actor: Actor, said: Iterable[Opinion], *, at_point: bool) -> list[OpinionLine]:
    """Return opinions of one point as this reader may see them; `at_point` is `policies.reads_voters`."""
    lines = []
    for opinion in said:
        may_read = policies.reads_voter(actor, opinion, at_point=at_point)
        has_name = bool(opinion.voter or opinion.voter_address)
        lines.append(
            OpinionLine(
                opinion,
                opinion.voter if may_read else "",
                opinion.voter_address if may_read else "",
                is_hidden=has_name and not may_read,
            )
        )
    return lines


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One line of the list of rounds."""

    round: Round
    points: int
    held: int
    voters: int
    opinions: int
    petitions: int


def round_lines(rounds: list[Round]) -> list[RoundLine]:
    """Return rounds with what they came to. Two queries whatever their number."""
    ids = [round_.pk for round_ in rounds]
    is_held = Q(meeting__state=MeetingState.HELD)
    gathered = {
        line["round_id"]: line
        for line in Point.objects.filter(round_id__in=ids)
        .values("round_id")
        .order_by()
        .annotate(
            n=Count("pk", filter=~Q(meeting__state=MeetingState.CANCELLED)),
            held=Count("pk", filter=is_held),
            voters=Sum("meeting__people_present", filter=is_held, default=0),
        )
    }
    said = {
        line["point__round_id"]: line
        for line in Opinion.objects.filter(point__round_id__in=ids)
        .exclude(kind=OpinionKind.REFERRED)
        .values("point__round_id")
        .order_by()
        .annotate(n=Count("pk"), petitions=Count("pk", filter=Q(kind=OpinionKind.PETITION)))
    }
    nothing = {"n": 0, "held": 0, "voters": 0, "petitions": 0}
    return [
        RoundLine(
            round_,
            gathered.get(round_.pk, nothing)["n"],
            gathered.get(round_.pk, nothing)["held"],
            gathered.get(round_.pk, nothing)["voters"],
            said.get(round_.pk, nothing)["n"],
            said.get(round_.pk, nothing)["petitions"],
        )
        for round_ in rounds
    ]


def sources(said: Iterable[Opinion]) -> list[Document]:
    """Return photos and recordings of these opinions; who may open them: `policies.reads_source`."""
    ids = [opinion.pk for opinion in said]
    return list(
        Document.objects.filter(subject_kind=rules.SOURCE, subject_id__in=ids).select_related("file").order_by("pk")
    )
