"""Seeing the whole: new, repeated, pending, promised, overdue and settled; what grows; the agencies side by side.

Every figure is a set of `lists.status`; its address opens exactly what it counts. Answered and settled stay apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.meetings.enums import MeetingKind
from nghitruong.meetings.models import Meeting
from nghitruong.petitions.enums import RepeatState
from nghitruong.petitions.models import Petition, Repeat
from nghitruong.petitions.selectors.figures import SMALL, Counted, Line, Rate, Scope, in_tables
from nghitruong.petitions.selectors.lists import NONE

SEEN = ("lan-dau", "hoi-lai", "nhieu-ky", "da-hua", "hua-qua-han", "qua-han", "da-giai-quyet")
BESIDE = ("da-chuyen", "da-tra-loi", "den-han", "dung-han")
MOST_HOT = 10
MIXED = 3


@dataclass(frozen=True, slots=True)
class Growth:
    """How often something was raised in this period and in the one before, with the lists of both.

    Of a matter also how many `times` it was asked since the year `since`, merged voices counted once.
    """

    label: str
    url: str
    now: Counted
    before: Counted
    heard: int = 0
    times: int = 0
    since: int = 0

    @property
    def more(self) -> int:
        return self.now.value - self.before.value

    @property
    def percent(self) -> float | None:
        """Return the growth in percent; None where the period before is too small to speak of a share."""
        return round(100 * self.more / self.before.value, 1) if self.before.value >= SMALL else None


@dataclass(frozen=True, slots=True)
class Ranked:
    """An agency among the others: how much it was asked, about what, and what became of it.

    `place` is None where fewer than ten petitions were forwarded: a share of a handful ranks nobody.
    """

    line: Line
    place: int | None
    answered: Rate
    on_time: Rate
    settled: Rate
    mix: list[tuple[str, Counted]]

    @property
    def volume(self) -> Counted:
        return self.line.sets["da-chuyen"]


@dataclass(frozen=True, slots=True)
class Whole:
    """One look over a council's petitions. `tables` by name: field, place, agency, period."""

    scope: Scope
    before: Scope | None
    total: Counted
    sets: Mapping[str, Counted]
    tables: dict[str, list[Line]]
    fields: list[Growth]
    matters: list[Growth]
    agencies: list[Ranked]

    @property
    def shown(self) -> list[tuple[str, Counted]]:
        """Return the sets with their words, in the order of a table's columns."""
        labels = (
            _("Lần đầu"), _("Hỏi lại"), _("Tồn qua nhiều kỳ"), _("Có lời hứa"), _("Lời hứa quá hạn"),
            _("Quá hạn trả lời"), _("Đã giải quyết xong"),
        )  # fmt: skip
        return [(label, self.sets[name]) for name, label in zip(SEEN, labels, strict=True)]


def whole(scope: Scope, actor: Actor) -> Whole:
    """Look over the petitions of a scope; at most six statements."""
    rows = scope.rows(actor).real()
    tables, months = in_tables(scope, rows, with_months=True, names=(*SEEN, *BESIDE))
    earlier = before(scope)
    sets = {
        name: Counted(sum(line.sets[name].value for line in tables["level"]), scope.query(**{"tinh-trang": name}))
        for name in SEEN
    }
    return Whole(
        scope=scope,
        before=earlier,
        total=Counted(sum(line.total.value for line in tables["level"]), scope.query()),
        sets=sets,
        tables={**{name: tables[name] for name in ("field", "place", "agency")}, "period": months},
        fields=_growing_fields(tables["field"], earlier, actor),
        matters=_growing_matters(scope, earlier, actor),
        agencies=_ranked(scope, tables["agency"], actor),
    )


def before(scope: Scope) -> Scope | None:
    """Return the period of the same length right before, or the session before; None where there is none."""
    if scope.session is None:
        length = scope.until - scope.since
        last = scope.since - timedelta(days=1)
        return replace(scope, since=last - length, until=last)
    sessions = Meeting.objects.filter(
        kind=MeetingKind.SESSION, council=scope.session.council_id, starts_at__lt=scope.session.starts_at
    )
    earlier = sessions.order_by("-starts_at").first()
    return replace(scope, session=earlier) if earlier is not None else None


def _growing_fields(lines: list[Line], earlier: Scope | None, actor: Actor) -> list[Growth]:
    """Return the fields raised more often than in the period before, the greatest growth first."""
    if earlier is None:
        return []
    counted = earlier.rows(actor).real().order_by().values_list("field").annotate(n=Count("pk"))
    known = {str(key) if key is not None else NONE: number for key, number in counted}
    found = [
        Growth(
            line.label,
            line.total.url,
            line.total,
            Counted(known.get(line.key, 0), earlier.query(**{"linh-vuc": line.key})),
        )
        for line in lines
    ]
    found.sort(key=lambda one: (-one.more, -one.now.value, one.label))
    return [one for one in found if one.more > 0][:MOST_HOT]


def _growing_matters(scope: Scope, earlier: Scope | None, actor: Actor) -> list[Growth]:
    """Return the matters that people confirmed to be raised again and again, the most often raised first."""
    of_council = Q(later__council=scope.council) | Q(later__keeper=scope.council)
    links = Repeat.objects.filter(of_council, state=RepeatState.CONFIRMED).order_by()
    parts = _together(list(links.values_list("later", "earlier", "later__received_on", "earlier__received_on")), scope)
    wanted = {pk: place for place, part in enumerate(parts) for pk in part}
    rows = Petition.objects.visible_to(actor).real().filter(pk__in=wanted).order_by("received_on", "pk")
    held: dict[int, list[Petition]] = defaultdict(list)
    for petition in rows:
        held[wanted[petition.pk]].append(petition)
    found = [_matter(held[place], scope, earlier) for place in held]
    found.sort(key=lambda one: (-one.now.value, -one.more, one.label))
    return [one for one in found if one.now.value][:MOST_HOT]


def _matter(of_it: list[Petition], scope: Scope, earlier: Scope | None) -> Growth:
    mine = [one for one in of_it if scope.council.pk in (one.council_id, one.keeper_id)]
    head = next((one for one in mine or of_it if one.joined_to_id is None), of_it[0])
    now = [one for one in mine if _covers(scope, one)]
    then = [one for one in mine if earlier is not None and _covers(earlier, one)]
    matter = {"viec": str(head.pk)}
    return Growth(
        head.text,
        head.get_absolute_url(),
        Counted(len(now), scope.query(**matter)),
        Counted(len(then), earlier.query(**matter) if earlier else ""),
        heard=sum(one.voices for one in now),
        times=sum(one.joined_to_id is None for one in of_it),
        since=of_it[0].received_on.year,
    )


def _covers(scope: Scope, petition: Petition) -> bool:
    if scope.session is not None:
        return petition.session_id == scope.session.pk
    return scope.since <= petition.received_on <= scope.last


def _together(links: list[tuple[int, int, date, date]], scope: Scope) -> list[set[int]]:
    """Return the matters as sets of petitions, those raised most in the scope first; twice as many as are shown."""
    root: dict[int, int] = {}

    def top(one: int) -> int:
        while root.setdefault(one, one) != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    days: dict[int, date] = {}
    for later, earlier, later_on, earlier_on in links:
        days[later], days[earlier] = later_on, earlier_on
        root[top(later)] = top(earlier)
    parts: dict[int, set[int]] = defaultdict(set)
    for one in days:
        parts[top(one)].add(one)

    def raised(part: set[int]) -> int:
        return sum(scope.session is not None or scope.since <= days[one] <= scope.last for one in part)

    return sorted(parts.values(), key=lambda part: (-raised(part), min(part)))[: 2 * MOST_HOT]


def _ranked(scope: Scope, lines: list[Line], actor: Actor) -> list[Ranked]:
    """Return the agencies by the share they settled of what was forwarded to them; those with few stand last."""
    mixes = _mixes(scope, actor)
    asked = [line for line in lines if line.key != NONE and line.sets["da-chuyen"].value]

    def share(line: Line) -> float:
        return line.sets["da-giai-quyet"].value / line.sets["da-chuyen"].value

    def order(line: Line) -> tuple[Any, ...]:
        volume = line.sets["da-chuyen"].value
        return (volume < SMALL, -share(line) if volume >= SMALL else 0, -volume, line.label)

    found = []
    for place, line in enumerate(sorted(asked, key=order), start=1):
        sets = line.sets
        found.append(
            Ranked(
                line,
                place if sets["da-chuyen"].value >= SMALL else None,
                Rate("", sets["da-tra-loi"], sets["da-chuyen"], ""),
                Rate("", sets["dung-han"], sets["den-han"], ""),
                Rate("", sets["da-giai-quyet"], sets["da-chuyen"], ""),
                mixes.get(line.key, [])[:MIXED],
            )
        )
    return found


def _mixes(scope: Scope, actor: Actor) -> dict[str, list[tuple[str, Counted]]]:
    """Return what each agency was asked about: (field, how many), the most first."""
    grouped = (
        scope.rows(actor)
        .real()
        .filter(lead__isnull=False, field__isnull=False, forwarded_on__lte=scope.as_of)
        .order_by()
        .values_list("lead", "field", "field__name")
        .annotate(n=Count("pk"))
    )
    mixes: dict[str, list[tuple[str, Counted]]] = defaultdict(list)
    for lead, field, name, number in sorted(grouped, key=lambda row: (-row[3], row[2])):
        asked = {"co-quan": str(lead), "linh-vuc": str(field), "tinh-trang": "da-chuyen"}
        mixes[str(lead)].append((name, Counted(number, scope.query(**asked))))
    return mixes
