"""The figures of a report: answered, on time and settled kept apart, each with its denominator and its list.

Rates as in law.md 14.3. Every figure is a condition of `lists.status`; its address opens exactly what it counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, F, Q, QuerySet, Sum, TextField, Value
from django.db.models.functions import Cast, TruncMonth
from django.urls import reverse
from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.contacts import selectors as contacts
from nghitruong.contacts.models import Point
from nghitruong.meetings.models import Meeting
from nghitruong.organisation.models import Organ
from nghitruong.petitions.enums import FactVerdict, Kind, Level, Outcome
from nghitruong.petitions.models import Petition, PetitionQuerySet
from nghitruong.petitions.selectors.lists import NONE, status
from nghitruong.petitions.selectors.quality import fact_counts

SETS = (
    "da-chuyen",
    "da-tra-loi",
    "den-han",
    "dung-han",
    "da-giai-quyet",
    "da-tra-loi-chua-xong",
    "chua-tra-loi",
    "mo-lai",
    "chuyen-ky",
)
SHOWN = ("da-chuyen", "da-tra-loi", "dung-han", "da-giai-quyet", "chua-tra-loi")
SMALL = 10
MONTHS = "month"


@cache
def _list() -> str:
    return f"{reverse('petitions:index')}?"


@lru_cache(maxsize=4096)
def _encoded(*pairs: tuple[str, str]) -> str:
    """A report writes 1,000 addresses that differ in one word: the same pairs are encoded once."""
    return urlencode(pairs)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a report covers: a council's petitions received from–to (or raised for a session), as of a day."""

    council: Organ
    since: date
    until: date
    as_of: date
    session: Meeting | None = None

    @property
    def last(self) -> date:
        """The last day of the period whose petitions are counted: what came after `as_of` is not."""
        return min(self.until, self.as_of)

    def query(self, **more: str) -> str:
        """Return the address of the list of exactly these petitions, narrowed by `more`."""
        base = {
            "hdnd": str(self.council.pk),
            "tu": str(self.since),
            "den": str(self.last),
            "tinh-den": str(self.as_of),
        }
        if self.session is not None:
            base |= {"ky-hop": str(self.session.pk), "den": str(self.as_of)}
            del base["tu"]
        return _list() + _encoded(*{**base, **more}.items())

    def rows(self, actor: Actor) -> PetitionQuerySet:
        """Return the petitions covered, as far as the actor may see them. `kind` is not narrowed yet."""
        own = Petition.objects.visible_to(actor).filter(Q(council=self.council) | Q(keeper=self.council))
        if self.session is not None:
            return own.filter(session=self.session, received_on__lte=self.as_of)
        return own.filter(received_on__range=(self.since, self.last))


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with the address of its list."""

    value: int
    url: str


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with numerator, denominator in words, and a warning where the whole is small."""

    label: str
    part: Counted
    whole: Counted
    of: str

    @property
    def percent(self) -> float | None:
        """Return the share in percent, one decimal; None where the whole is zero."""
        return round(100 * self.part.value / self.whole.value, 1) if self.whole.value else None

    @property
    def is_small(self) -> bool:
        return self.whole.value < SMALL


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: what it stands for, how many received, and the named sets; `parts` add up to the total."""

    label: str
    key: str
    total: Counted
    sets: Mapping[str, Counted]
    parts: Sequence[Line] = ()

    @property
    def shown(self) -> list[Counted]:
        """Return the columns of a table after the total."""
        return [self.sets[name] for name in SHOWN]


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of one report. `tables` by name: level, field, place, agency; `outcomes` among the answered, each
    with the council's own classes as its parts where it has any.

    `total` counts each petition as it was raised, `matters` each once (a voice with what it was merged into),
    `heard` the people who raised them.
    """

    scope: Scope
    total: Counted
    sets: Mapping[str, Counted]
    rates: list[Rate]
    tables: dict[str, list[Line]]
    outcomes: list[Line]
    opinions: Counted
    thanks: Counted
    contact: contacts.Figures | None = field(default=None)
    months: list[Line] = field(default_factory=list)
    matters: Counted = field(default_factory=lambda: Counted(0, ""))
    heard: int = 0
    facts: Mapping[str, int] = field(default_factory=dict)

    @property
    def figures_waiting(self) -> Counted:
        return self.sets["chua-tra-loi"]


DIMENSIONS = (
    ("level", "cap", "level"),
    ("field", "linh-vuc", "field__name"),
    ("place", "dia-ban", "unit__name"),
    ("agency", "co-quan", "lead__name"),
)


def report(scope: Scope, actor: Actor, *, with_months: bool = False) -> Report:
    """Compute a report in five statements, two of them about the contact rounds."""
    everything = scope.rows(actor)
    kinds, outcomes, own = _kinds_and_outcomes(everything, scope.as_of)
    tables, by_month = in_tables(scope, everything.real(), with_months=with_months)
    total = sum(line.total.value for line in tables["level"])
    once = everything.real().aggregate(
        n=Count("pk", filter=Q(joined_to__isnull=True)),
        heard=Sum("voices"),
        **fact_counts(everything.real()),
    )
    sets = {
        name: Counted(sum(line.sets[name].value for line in tables["level"]), scope.query(**{"tinh-trang": name}))
        for name in SETS
    }
    return Report(
        scope=scope,
        total=Counted(total, scope.query()),
        matters=Counted(once["n"], scope.query(**{"mot-lan": "1"})),
        heard=once["heard"] or 0,
        sets=sets,
        rates=_rates(sets),
        tables=tables,
        outcomes=_outcomes(scope, outcomes, own),
        opinions=Counted(kinds.get(Kind.OPINION, 0), scope.query(loai=Kind.OPINION)),
        thanks=Counted(kinds.get(Kind.THANKS, 0), scope.query(loai=Kind.THANKS)),
        contact=contacts.figures(covered_points(scope, actor)),
        months=by_month,
        facts={value: once[value] or 0 for value in FactVerdict.values},
    )


@dataclass(frozen=True, slots=True)
class _Own:
    """An own class with how many of its national class bear it."""

    pk: int
    council_id: int
    outcome: str
    name: str
    answered: int


def _kinds_and_outcomes(everything: PetitionQuerySet, as_of: date) -> tuple[dict[str, int], dict[str, int], list[_Own]]:
    """Return how many of each kind were received, and how many answered with each national and each own class."""
    kinds: dict[str, int] = defaultdict(int)
    outcomes: dict[str, int] = defaultdict(int)
    own: list[_Own] = []
    counted = {"n": Count("pk"), "answered": Count("pk", filter=status("da-tra-loi", as_of))}
    columns = ("kind", "outcome", "own_class", "own_class__council", "own_class__name")
    for kind, outcome, pk, council, name, n, answered in (
        everything.order_by().values_list(*columns).annotate(**counted)
    ):
        kinds[kind] += n
        if kind == Kind.PETITION:
            outcomes[outcome] += answered
            if pk and answered:
                own.append(_Own(pk, council, outcome, name, answered))
    return kinds, outcomes, own


def in_tables(
    scope: Scope, rows: PetitionQuerySet, *, with_months: bool, names: Sequence[str] = SETS
) -> tuple[dict[str, list[Line]], list[Line]]:
    """Return the table of each dimension with the sets `names`, and the months where wanted: all from one statement."""
    measures = {name.replace("-", "_"): Count("pk", filter=status(name, scope.as_of)) for name in names}
    wanted: list[tuple[str, Any, Any]] = [
        (name, F(label.split("__", maxsplit=1)[0]), F(label)) for name, _param, label in DIMENSIONS
    ]
    if with_months:
        wanted.append((MONTHS, TruncMonth("received_on"), Value("")))
    parts = [
        rows.order_by()
        .annotate(part=Value(name), of=Cast(key, TextField()), shown=Cast(label, TextField()))
        .values("part", "of", "shown")
        .annotate(n=Count("pk"), **measures)
        for name, key, label in wanted
    ]
    found: dict[str, list[dict[str, Any]]] = {name: [] for name, _key, _label in wanted}
    for row in parts[0].union(*parts[1:], all=True):
        found[row["part"]].append(dict(row))
    tables = {}
    for name, param, _label in DIMENSIONS:
        ordered = sorted(found[name], key=lambda row: (-row["n"], row["shown"] or ""))
        tables[name] = [_line(scope, row, param, row["of"], row["shown"], names) for row in ordered]
    order = {str(Level(value).label): place for place, value in enumerate(Level.values)}
    tables["level"].sort(key=lambda line: order.get(line.label, len(order)))
    return tables, _months(scope, found.get(MONTHS, []), names)


def covered_points(scope: Scope, actor: Actor) -> QuerySet[Point]:
    """Return the meetings with voters that a scope covers."""
    own = Point.objects.visible_to(actor).filter(round__council=scope.council)
    if scope.session is not None:
        return own.filter(round__session=scope.session, meeting__starts_at__date__lte=scope.as_of)
    return own.filter(meeting__starts_at__date__range=(scope.since, scope.last))


def _line(scope: Scope, row: Mapping[str, Any], param: str, key: Any, label: Any, names: Sequence[str]) -> Line:
    value = str(key) if key not in (None, "") else NONE
    shown = str(Level(label).label) if param == "cap" and label else str(label or _("chưa xác định"))
    narrowed = {param: value}
    sets = {
        name: Counted(row[name.replace("-", "_")], scope.query(**narrowed, **{"tinh-trang": name})) for name in names
    }
    return Line(shown, value, Counted(row["n"], scope.query(**narrowed)), sets)


def _outcomes(scope: Scope, found: Mapping[str, int], own: Sequence[_Own]) -> list[Line]:
    mine = sorted((one for one in own if one.council_id == scope.council.pk), key=lambda one: (one.name, one.pk))
    lines = []
    for value, label in Outcome.choices:
        of = {"ket-qua": value, "tinh-trang": "da-tra-loi"}
        number = found.get(value, 0)
        parts = [
            Line(one.name, str(one.pk), _own_counted(scope, one.answered, str(one.pk), of), {})
            for one in mine
            if one.outcome == value
        ]
        if parts:
            rest = number - sum(part.total.value for part in parts)
            parts.append(Line(_("không phân loại riêng"), NONE, _own_counted(scope, rest, NONE, of), {}))
        lines.append(Line(str(label), value, Counted(number, scope.query(**of)), {}, parts))
    return lines


def _own_counted(scope: Scope, number: int, key: str, of: Mapping[str, str]) -> Counted:
    """Return how many of a national class bear an own one (NONE: none of this council's), with their list."""
    return Counted(number, scope.query(**of, **{"phan-loai-rieng": key}))


def _rates(sets: Mapping[str, Counted]) -> list[Rate]:
    return [
        Rate(
            _("Đã trả lời"),
            sets["da-tra-loi"],
            sets["da-chuyen"],
            _("trên số kiến nghị đã chuyển tới cơ quan có thẩm quyền"),
        ),
        Rate(_("Trả lời đúng hạn"), sets["dung-han"], sets["den-han"], _("trên số kiến nghị đã đến hạn trả lời")),
        Rate(_("Đã giải quyết xong"), sets["da-giai-quyet"], sets["da-tra-loi"], _("trên số kiến nghị đã trả lời")),
        Rate(_("Đã giải quyết xong"), sets["da-giai-quyet"], sets["da-chuyen"], _("trên số kiến nghị đã chuyển")),
    ]


def _months(scope: Scope, found: list[dict[str, Any]], names: Sequence[str]) -> list[Line]:
    """Return received and the sets `names` by month of receipt; each opens its list."""
    lines = []
    for row in sorted(found, key=lambda row: row["of"]):
        first = date.fromisoformat(row["of"][:10])
        last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        span = {"tu": max(first, scope.since).isoformat(), "den": min(last, scope.last).isoformat()}
        sets = {
            name: Counted(row[name.replace("-", "_")], scope.query(**span, **{"tinh-trang": name})) for name in names
        }
        lines.append(Line(f"{first:%m/%Y}", first.isoformat(), Counted(row["n"], scope.query(**span)), sets))
    return lines


def as_json(found: Report) -> dict[str, Any]:
    """Return a report as plain data for the command line and the API: every figure beside the address of its list."""

    def line(row: Line) -> dict[str, Any]:
        return {
            "label": row.label,
            "key": row.key,
            "total": row.total.value,
            **{k: v.value for k, v in row.sets.items()},
            "url": row.total.url,
        }

    def counted(row: Line) -> dict[str, Any]:
        return {"label": row.label, "key": row.key, "total": row.total.value, "url": row.total.url}

    scope = found.scope
    contact = found.contact
    return {
        "council": {"code": scope.council.unit.code if scope.council.unit else "", "name": scope.council.name},
        "session": str(scope.session) if scope.session else None,
        "from": scope.since.isoformat(),
        "to": scope.until.isoformat(),
        "as_of": scope.as_of.isoformat(),
        "total": found.total.value,
        "matters": found.matters.value,
        "voices": found.heard,
        "facts": dict(found.facts),
        "figures": {name: counted.value for name, counted in found.sets.items()},
        "rates": [
            {"label": r.label, "part": r.part.value, "whole": r.whole.value, "of": r.of, "percent": r.percent}
            for r in found.rates
        ],
        "opinions": found.opinions.value,
        "thanks": found.thanks.value,
        "tables": {name: [line(row) for row in rows] for name, rows in found.tables.items()},
        "outcomes": [{**counted(row), "own": [counted(part) for part in row.parts]} for row in found.outcomes],
        "contact": {
            "points": contact.points,
            "held": contact.held,
            "voters": contact.voters,
            "speakers": contact.speakers,
        }
        if contact
        else None,
    }
