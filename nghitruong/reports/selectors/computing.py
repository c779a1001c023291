"""Figures computed from records: for each figure and each council the numbers of the records counted.

Who computes is asked by the service; what is computed does not depend on who asks, so that two people see one
figure. Opening a figure lists only the records its reader may see.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Case, Q, Value, When
from django.db.models.fields import BooleanField

from nghitruong.contacts.enums import OpinionKind
from nghitruong.contacts.models import Opinion, Point, Round
from nghitruong.documents.models import StatedFigure
from nghitruong.meetings.enums import MeetingKind, MeetingState
from nghitruong.meetings.models import Meeting
from nghitruong.obligations.enums import Nature
from nghitruong.obligations.enums import State as Owed
from nghitruong.obligations.models import Obligation
from nghitruong.organisation.models import Organ
from nghitruong.petitions.enums import Level
from nghitruong.petitions.models import Petition
from nghitruong.petitions.selectors.lists import status
from nghitruong.reports.rules import FIGURES, Amount, Described, Said, Stated, described, stated

STATUSES = {
    "forwarded": "da-chuyen",
    "answered": "da-tra-loi",
    "fallen_due": "den-han",
    "on_time": "dung-han",
    "settled": "da-giai-quyet",
    "unanswered": "chua-tra-loi",
    "reopened": "mo-lai",
    "carried": "chuyen-ky",
}
"""Figures of petitions and the named sets that the petitions' own report counts by."""
LEVELS = {
    "level_national": Level.CENTRAL,
    "level_province": Level.PROVINCE,
    "level_district": Level.DISTRICT,
    "level_commune": Level.COMMUNE,
}
UNSORTED = "level_unsorted"
"""What is of no level yet, so that the parts make the whole."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What is reported: a council, the councils below that are rolled up, from–to, as of a day."""

    council: Organ
    since: date
    until: date
    as_of: date
    lower: tuple[Organ, ...] = ()

    @property
    def last(self) -> date:
        """The last day of the period whose records are counted: what came after `as_of` is not."""
        return min(self.until, self.as_of)

    @property
    def councils(self) -> list[int]:
        return [self.council.pk, *(each.pk for each in self.lower)]


@dataclass(slots=True)
class Sum:
    """What one council has of one figure: the sum and the records, in the order they were read."""

    amount: Decimal = Decimal(0)
    records: list[int] = field(default_factory=list)

    def add(self, record: int, amount: int) -> None:
        self.amount += amount
        self.records.append(record)


@dataclass(frozen=True, slots=True)
class Computed:
    """A figure with its amount, the records behind it, and each lower council's own (by the council's number).

    `stated` holds the words where documents state the figure.
    """

    described: Described
    amount: Amount
    records: list[int]
    by_council: Mapping[int, Amount]
    records_of: Mapping[int, list[int]]
    stated: Stated | None = None


Found = dict[str, dict[int, Sum]]


def compute(scope: Scope) -> list[Computed]:
    """Return every figure of the scope, in the order of `rules.FIGURES`, then those that documents state.

    Seven statements, however many councils.
    """
    found: Found = defaultdict(lambda: defaultdict(Sum))
    for rows in (_meetings(scope), _rounds(scope), _points(scope), _opinions(scope), _petitions(scope), _tasks(scope)):
        for key, council, record, amount in rows:
            found[key][council].add(record, amount)
    return [*(_computed(described, found, scope) for described in FIGURES), *_stated(scope)]


def counts(scope: Scope, keys: Iterable[str]) -> dict[str, Amount]:
    """Return some counted figures of a scope by their keys (no rates); only what they are counted from is asked."""
    wanted = frozenset(keys)
    found: Found = defaultdict(lambda: defaultdict(Sum))
    for told, rows in _COUNTED_BY:
        for key, council, record, amount in rows(scope) if wanted & told else ():
            found[key][council].add(record, amount)
    return {key: Amount(sum((one.amount for one in found[key].values()), Decimal(0))) for key in sorted(wanted)}


def _stated(scope: Scope) -> Iterator[Computed]:
    """Tell what accepted documents state of the period; a term's figures are told by its years."""
    since, until = scope.since, scope.until
    if until.year - since.year > 1:
        since, until = date(since.year, 1, 1), date(until.year, 12, 31)
    rows = StatedFigure.objects.filter(council_id__in=scope.councils).told_in(since, until, scope.as_of)
    said = [
        Said(row.pk, row.council_id, row.key, row.what, row.figure, Amount(row.value, row.low, row.high), row.period,
             row.source, row.words)
        for row in rows.order_by("said_on", "pk")
    ]  # fmt: skip
    for each in stated(scope.council.pk, said):
        amounts = {council: one.amount for council, one in each.of.items()}
        records = {council: [one.record] for council, one in each.of.items()}
        yield Computed(described(each.key, each.label), each.amount, each.records, amounts, records, each)


def _computed(described: Described, found: Found, scope: Scope) -> Computed:
    own = found[described.key.removesuffix("_rate")] if described.is_rate else found[described.key]
    if described.is_rate:
        of = found[described.whole]
        amounts = {pk: _share(own[pk].amount, of[pk].amount) for pk in scope.councils}
        total = _share(sum((own[pk].amount for pk in scope.councils), Decimal(0)),
                       sum((of[pk].amount for pk in scope.councils), Decimal(0)))  # fmt: skip
    else:
        amounts = {pk: Amount(own[pk].amount) for pk in scope.councils}
        total = Amount(sum((own[pk].amount for pk in scope.councils), Decimal(0)))
    return Computed(
        described,
        total,
        [record for pk in scope.councils for record in own[pk].records],
        {pk: amounts[pk] for pk in scope.councils} if scope.lower else {},
        {pk: own[pk].records for pk in scope.councils} if scope.lower else {},
    )


def _share(part: Decimal, whole: Decimal) -> Amount:
    """Return a share in percent with two decimals, as the councils write it; unknown of nothing."""
    return Amount((100 * part / whole).quantize(Decimal("0.01")) if whole else None)


Rows = Iterator[tuple[str, Any, int, int]]
"""Key of the figure, number of the council, number of the record, how much it adds."""


def _meetings(scope: Scope) -> Rows:
    keys: dict[str, str] = {MeetingKind.SESSION: "sessions", MeetingKind.STANDING: "standing"}
    held = Meeting.objects.filter(
        council_id__in=scope.councils,
        state=MeetingState.HELD,
        starts_at__date__range=(scope.since, scope.last),
    ).exclude(kind__in=[MeetingKind.CONTACT, MeetingKind.VERIFICATION])
    for pk, council, kind in held.order_by("starts_at", "pk").values_list("pk", "council_id", "kind"):
        yield keys.get(kind, "gatherings"), council, pk, 1


def _rounds(scope: Scope) -> Rows:
    begun = Round.objects.filter(council_id__in=scope.councils, starts_on__range=(scope.since, scope.last))
    for pk, council in begun.order_by("starts_on", "pk").values_list("pk", "council_id"):
        yield "rounds", council, pk, 1


def _points(scope: Scope) -> Rows:
    held = Point.objects.filter(
        round__council_id__in=scope.councils,
        meeting__state=MeetingState.HELD,
        meeting__starts_at__date__range=(scope.since, scope.last),
    )
    rows = held.order_by("meeting__starts_at", "pk").values_list(
        "pk", "round__council_id", "meeting__people_present", "meeting__speakers"
    )
    for pk, council, present, speakers in rows:
        yield "points", council, pk, 1
        if present:
            yield "voters", council, pk, present
        if speakers:
            yield "speakers", council, pk, speakers


def _opinions(scope: Scope) -> Rows:
    said = Opinion.objects.filter(
        point__round__council_id__in=scope.councils,
        point__meeting__state=MeetingState.HELD,
        point__meeting__starts_at__date__range=(scope.since, scope.last),
    ).exclude(kind=OpinionKind.REFERRED)
    for pk, council in said.order_by("pk").values_list("pk", "point__round__council_id"):
        yield "opinions", council, pk, 1


def _petitions(scope: Scope) -> Rows:
    """Count as `petitions.selectors.figures` does: what the council received or keeps, each as it was raised."""
    wanted = scope.councils
    told: dict[str, Any] = {
        key: Case(When(status(name, scope.as_of) or Q(), then=Value(True)), default=Value(False),
                  output_field=BooleanField())
        for key, name in STATUSES.items()
    }  # fmt: skip
    levels = {str(level): key for key, level in LEVELS.items()}
    raised = Petition.objects.filter(
        Q(council_id__in=wanted) | Q(keeper_id__in=wanted), received_on__range=(scope.since, scope.last)
    ).real()
    columns = ("pk", "council_id", "keeper_id", "level", *(f"is_{key}" for key in told))
    rows = raised.annotate(**{f"is_{key}": case for key, case in told.items()}).order_by("received_on", "pk")
    inside = frozenset(wanted)
    for pk, council, keeper, level, *flags in rows.values_list(*columns):
        of = council if council in inside else keeper
        yield "received", of, pk, 1
        yield levels.get(level, UNSORTED), of, pk, 1
        for key, is_so in zip(told, flags, strict=True):
            if is_so:
                yield key, of, pk, 1


def _tasks(scope: Scope) -> Rows:
    opened = Obligation.objects.filter(
        council_id__in=scope.councils,
        nature__in=[Nature.COMMITMENT, Nature.TASK],
        opened_on__range=(scope.since, scope.last),
    ).exclude(state=Owed.CANCELLED, closed_on__lte=scope.as_of)
    columns = ("pk", "council_id", "nature", "state", "due_on", "fulfilled_on", "closed_on")
    for pk, council, nature, state, due_on, fulfilled_on, closed_on in opened.order_by("opened_on", "pk").values_list(
        *columns
    ):
        yield ("promised" if nature == Nature.COMMITMENT else "tasked"), council, pk, 1
        is_closed = closed_on is not None and closed_on <= scope.as_of
        if is_closed and state == Owed.ACCEPTED:
            yield "done", council, pk, 1
        is_reported = fulfilled_on is not None and fulfilled_on <= scope.as_of
        if not is_closed and not is_reported and due_on is not None and due_on < scope.as_of:
            yield "overdue", council, pk, 1
        if not is_closed and due_on is None:
            yield "undated", council, pk, 1


_COUNTED_BY: tuple[tuple[frozenset[str], Callable[[Scope], Rows]], ...] = (
    (frozenset({"sessions", "standing", "gatherings"}), _meetings),
    (frozenset({"rounds"}), _rounds),
    (frozenset({"points", "voters", "speakers"}), _points),
    (frozenset({"opinions"}), _opinions),
    (frozenset({"received", *LEVELS, UNSORTED, *STATUSES}), _petitions),
    (frozenset({"promised", "tasked", "done", "overdue", "undated"}), _tasks),
)
