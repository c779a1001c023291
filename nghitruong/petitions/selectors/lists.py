"""The list of petitions: what a URL asks for, and how many there are of each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import RawSQL
from django.http import QueryDict  # noqa: TID251 -- a QueryDict is the filter's own form
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nghitruong.contacts.models import Point
from nghitruong.obligations.enums import Nature
from nghitruong.obligations.enums import State as Owed
from nghitruong.obligations.models import OPEN_STATES, Obligation
from nghitruong.organisation.models import Membership, Organ
from nghitruong.petitions.enums import Appraised, Level, Outcome, RepeatKind, RepeatState, State, UnsettledReason
from nghitruong.petitions.models import Answer, Assessment, Field, OwnClass, Petition, PetitionQuerySet, Repeat
from nghitruong.petitions.policies import SUBJECT
from nghitruong.search.rules import kept_query
from nghitruong.search.selectors import Kept
from nghitruong.territory.models import Unit
from nghitruong.ui.rules import Facet, Option, Tab

UNANSWERED = (State.FORWARDED, State.REOPENED)
UNSENT = (State.RECEIVED, State.SORTED, State.RETURNED)
"""What its council has still to sort or to send; a petition that joined another goes with that one."""


def status(name: str, on: date) -> Q | None:
    """Return a named set as one condition, as of the day `on`; None for an unknown name.

    The list, the desk, the dashboard and the report all count by these, so that a figure always equals the list it
    opens. "Đến hạn" and "đúng hạn" are the denominator and numerator of the on-time rate (law.md 14.3).
    """
    forwarded = Q(forwarded_on__lte=on)
    answered = Q(answered_on__lte=on)
    fell_due = forwarded & Q(due_on__lt=on)
    on_time = fell_due & answered & Q(answered_on__lte=F("due_on")) & ~Q(state=State.REOPENED)
    sets = {
        "chua-chuyen": Q(forwarded_on__isnull=True) | Q(forwarded_on__gt=on),
        "cho-chuyen": Q(state__in=UNSENT, joined_to__isnull=True),
        "da-chuyen": forwarded,
        "cho-tra-loi": Q(state__in=UNANSWERED),
        "chua-tra-loi": forwarded & (Q(answered_on__isnull=True) | Q(answered_on__gt=on)),
        "da-tra-loi": answered,
        "chua-co-tra-loi": Q(answered_on__isnull=True) | Q(answered_on__gt=on),
        "da-tra-loi-chua-xong": answered & (Q(settled_on__isnull=True) | Q(settled_on__gt=on)),
        "den-han": fell_due,
        "dung-han": on_time,
        "da-giai-quyet": Q(settled_on__lte=on),
        "chua-giai-quyet": Q(settled_on__isnull=True) | Q(settled_on__gt=on),
        "qua-han": Q(state__in=UNANSWERED, due_on__lt=on),
        "mo-lai": Q(reopened__gt=0),
        "chuyen-ky": Q(carried__gt=0),
        "cho-xac-minh": Q(state=State.ANSWERED, outcome=Outcome.SETTLED),
        "da-ket-thuc": Q(state__in=[State.ACCEPTED, State.CLOSED]),
    }
    return sets[name] if name in sets else _told_elsewhere(name, on)


LEGAL_TEXTS = ("Nghị quyết số", "Nghị định số", "Quyết định số", "Thông tư số", "Chỉ thị số", "Luật số")
"""How an answer names a text that was issued; what follows is its number."""


def _told_elsewhere(name: str, on: date) -> Q | None:
    """Return the sets of "seeing the whole": what repeats, promises, answers and assessments tell of a petition."""
    asked_again = Repeat.objects.filter(state=RepeatState.CONFIRMED, kind=RepeatKind.ASKED_AGAIN).order_by()
    again = Q(pk__in=asked_again.values("later"))
    promises = Obligation.objects.filter(subject_kind=SUBJECT, nature=Nature.COMMITMENT, opened_on__lte=on).order_by()
    unsettled = Q(settled_on__isnull=True) | Q(settled_on__gt=on)
    running = unsettled & ~Q(state__in=[State.ACCEPTED, State.CLOSED])
    answers = Answer.objects.filter(petition=OuterRef("pk"), on__lte=on).order_by()
    if name == "neu-van-ban":
        issued = Q(*(("text__contains", words) for words in LEGAL_TEXTS), _connector=Q.OR)
        return Q(Exists(answers.filter(issued)))
    poor = Assessment.objects.filter(petition=OuterRef("pk"), verdict=Appraised.POOR, on__lte=on).order_by()
    sets: dict[str, Q] = {
        "hoi-lai": again,
        "gop": Q(joined_to__isnull=False),
        "lan-dau": Q(joined_to__isnull=True) & ~again,
        "nhieu-ky": Q(carried__gt=0) & running,
        "trong-ky": Q(carried=0, forwarded_on__lte=on) & running,
        "da-hua": Q(pk__in=promises.exclude(state=Owed.CANCELLED).values("subject_id")),
        "hua-qua-han": Q(pk__in=promises.filter(state__in=OPEN_STATES, due_on__lt=on).values("subject_id")),
        "can-sua-luat": Q(outcome=Outcome.UNSETTLED) & Q(Exists(answers.filter(reason=UnsettledReason.NEEDS_LAW))),
        "nen-giam-sat": running & (again | Q(reopened__gt=0) | Q(Exists(poor))),
        "len-cap-tren": Q(forwarded_on__lte=on)
        & (
            Q(keeper__unit__level=Level.COMMUNE, level__in=[Level.DISTRICT, Level.PROVINCE, Level.CENTRAL])
            | Q(keeper__unit__level=Level.PROVINCE, level=Level.CENTRAL)
        ),
    }
    return sets.get(name)


def is_number(text: str) -> bool:
    """Say whether an address names a record: decimal digits that a database's whole number holds."""
    return text.isdecimal() and len(text) < 19


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list's URL says. Unknown or empty values narrow nothing."""

    values: Mapping[str, list[str]]
    today: date

    @classmethod
    def of(cls, query: QueryDict, today: date) -> Filters:
        return cls({name: [v for v in query.getlist(name) if v] for name in query}, today)

    def get(self, name: str) -> list[str]:
        return self.values.get(name, [])

    def numbers(self, name: str) -> list[int]:
        return [int(value) for value in self.get(name) if is_number(value)]

    def day(self, name: str) -> date | None:
        try:
            return date.fromisoformat(self.get(name)[0])
        except (IndexError, ValueError):
            return None


CHAIN = """
WITH RECURSIVE linked(id) AS (
    SELECT CAST(%s AS bigint)
    UNION
    SELECT CASE WHEN r.later_id = linked.id THEN r.earlier_id ELSE r.later_id END
    FROM linked JOIN petitions_repeat r
    ON r.state = 'confirmed' AND (r.later_id = linked.id OR r.earlier_id = linked.id)
)
SELECT id FROM linked
"""
"""All petitions of one matter: those that confirmed repeats lead to, from any of them."""
NONE = "khong"
"""Stands in an address for "none given"."""
COLUMNS = {"trang-thai": "state", "cap": "level", "ket-qua": "outcome"}
LINKS = {
    "linh-vuc": "field",
    "dia-ban": "unit",
    "co-quan": "lead",
    "ky-hop": "session",
    "buoi": "point",
    "dot": "point__round",
    "lan-nhap": "batch",
    "phan-loai-rieng": "own_class",
}


def filtered(rows: PetitionQuerySet, filters: Filters) -> PetitionQuerySet:
    """Narrow petitions by the filters of a list's URL."""
    return rows.filter(condition(filters))


def condition(filters: Filters) -> Q:
    """Return all that a list's URL asks for as one condition: a page that counts by it opens exactly what it counts."""
    found = Q(kind__in=filters.get("loai") or ["petition"])
    for name, column in COLUMNS.items():
        chosen = [value for value in filters.get(name) if value != NONE]
        if chosen:
            found &= Q(**{f"{column}__in": chosen})
    for name, column in LINKS.items():
        if filters.numbers(name):
            found &= Q(**{f"{column}__in": filters.numbers(name)})
    for part in _conditions(filters):
        found &= part
    return found


def _conditions(filters: Filters) -> Iterator[Q]:
    on = filters.day("tinh-den") or filters.today
    yield from (named for name in filters.get("tinh-trang") if (named := status(name, on)) is not None)
    councils = filters.numbers("hdnd")
    for name, column in (*LINKS.items(), *COLUMNS.items()):
        if NONE in filters.get(name):
            if name == "phan-loai-rieng" and councils:  # another council's class is none of this one's
                yield Q(own_class__isnull=True) | ~Q(own_class__council__in=councils)
                continue
            yield Q(**({f"{column}__isnull": True} if name in LINKS else {column: ""}))
    if filters.get("qua-han"):
        yield Q(state__in=UNANSWERED, due_on__lt=filters.today)
    if filters.get("chua-co-han"):
        yield Q(state__in=UNANSWERED, due_on__isnull=True)
    if filters.get("mot-lan"):
        yield Q(joined_to__isnull=True)
    if councils:
        yield Q(council__in=councils) | Q(keeper__in=councils)
    people = filters.numbers("dai-bieu")
    if people:
        yield Q(point__in=_points_of(people))
    yield from _linked(filters, on)
    yield from _period(filters)


def _linked(filters: Filters, on: date) -> Iterator[Q]:
    """Yield what names another record: a matter's chain, an answering document, a group of delegates."""
    for matter in filters.numbers("viec")[:1]:
        yield Q(pk__in=RawSQL(CHAIN, [matter]))  # noqa: S611 -- our own text, one whole number given apart
    for organ, _colon, number in (value.partition(":") for value in filters.get("van-ban")[:1]):
        if is_number(organ):
            given = Answer.objects.filter(petition=OuterRef("pk"), organ=int(organ), document__number=number)
            yield Q(Exists(given.filter(on__lte=on).order_by()))
    if filters.numbers("tru-dia-ban"):
        yield ~Q(unit__in=filters.numbers("tru-dia-ban"))
    for group in filters.numbers("to-dai-bieu")[:1]:
        yield Q(point__in=Point.objects.filter(groups=group).order_by().values("pk"))


def _points_of(people: list[int]) -> QuerySet[Point, int]:
    """Return the contact points these people were called to, in person or by one of their groups (Tổ đại biểu)."""
    theirs = Membership.objects.filter(person__in=people).values("organ")
    called = Q(meeting__attendances__membership__person__in=people) | Q(groups__in=theirs)
    return Point.objects.filter(called).order_by().values_list("pk", flat=True)


def _period(filters: Filters) -> Iterator[Q]:
    since, until = filters.day("tu"), filters.day("den")
    if since:
        yield Q(received_on__gte=since)
    if until:
        yield Q(received_on__lte=until)


def facets(rows: PetitionQuerySet, filters: Filters) -> tuple[int, list[Facet]]:
    """Return how many there are and the facets with their counts, in five statements whatever the number of rows."""
    grid: list[dict[str, Any]] = [
        dict(row) for row in rows.values("state", "level", "outcome", "own_class").annotate(n=Count("*")).order_by()
    ]
    total = sum(row["n"] for row in grid)

    def tally(column: str) -> Counter[Any]:
        counter: Counter[Any] = Counter()
        for row in grid:
            counter[row[column]] += row["n"]
        return counter

    def fixed(name: str, label: str, choices: list[tuple[str, Any]], column: str) -> Facet:
        counts, chosen = tally(column), filters.get(name)
        options = [
            Option(value, str(text), counts[value], value in chosen)
            for value, text in choices
            if counts[value] or value in chosen
        ]
        return Facet(name, label, options)

    def linked(name: str, label: str, column: str, model: Any, most: int = 12) -> Facet:
        chosen = filters.get(name)
        found = rows.filter(**{f"{column}__isnull": False}).order_by().values(column).annotate(n=Count("*"))
        named = found.annotate(name=Subquery(model.objects.filter(pk=OuterRef(column)).values("name")[:1]))
        options = [
            Option(str(row[column]), row["name"], row["n"], str(row[column]) in chosen)
            for row in named.order_by("-n", "name")[:most]
        ]
        return Facet(name, label, options)

    def own_classes() -> Facet:
        counts, chosen = tally("own_class"), filters.numbers("phan-loai-rieng")
        known = {*(key for key in counts if key), *chosen}
        named = OwnClass.objects.filter(pk__in=known).order_by("outcome", "name", "pk") if known else ()
        options = [Option(str(one.pk), str(one), counts[one.pk], one.pk in chosen) for one in named]
        return Facet("phan-loai-rieng", _("Phân loại riêng"), options)

    return total, [
        fixed("trang-thai", _("Trạng thái"), [(s.value, s.label) for s in State], "state"),
        fixed("ket-qua", _("Kết quả trả lời"), [(o.value, o.label) for o in Outcome], "outcome"),
        own_classes(),
        fixed("cap", _("Thẩm quyền"), [(level.value, level.label) for level in Level], "level"),
        linked("linh-vuc", _("Lĩnh vực"), "field", Field),
        linked("co-quan", _("Cơ quan giải quyết"), "lead", Organ),
        linked("dia-ban", _("Địa bàn"), "unit", Unit),
    ]


def with_rows(rows: PetitionQuerySet) -> PetitionQuerySet:
    """Load what a row of the list shows."""
    return with_day_type(rows).select_related("field", "lead", "unit", "keeper", "own_class")


def with_day_type(rows: PetitionQuerySet) -> PetitionQuerySet:
    """Add in which days the answer's date runs (`day_type`), as the ledger tells it; None without a clock."""
    owed = Obligation.objects.filter(subject_kind=SUBJECT, subject_id=OuterRef("pk"), nature=Nature.ANSWER)
    return rows.annotate(day_type=Subquery(owed.order_by("-pk").values("clock__day_type")[:1]))


def page_of(rows: Any) -> PetitionQuerySet:
    """Load one page, `rows` the petitions cut to it (as a Paginator does): the page is found by its numbers alone, then its texts are read."""
    return with_rows(Petition.objects.filter(pk__in=rows.values("pk")))


TABS: dict[str, Any] = {
    "": gettext_lazy("Tất cả"),
    "tinh-trang=chua-giai-quyet": gettext_lazy("Chưa giải quyết xong"),
    "tinh-trang=qua-han": gettext_lazy("Quá hạn trả lời"),
    "tinh-trang=cho-xac-minh": gettext_lazy("Chờ xác minh"),
}
"""Filters that every office has; a person's own ones follow."""


def tabs(seen: PetitionQuerySet, kept: Kept, today: date) -> list[Tab]:
    """Return the filters of the list as tabs, each with how many it opens. One statement."""
    named = [*((query, str(label)) for query, label in TABS.items()), *((one.query, one.name) for one in kept.filters)]
    counted = seen.aggregate(
        **{
            f"n_{place}": Count("pk", filter=condition(Filters.of(QueryDict(query), today)))
            for place, (query, _label) in enumerate(named)
        }
    )
    return [
        Tab(label, f"?{query}" if query else "?", counted[f"n_{place}"], kept_query(query) == kept.query)
        for place, (query, label) in enumerate(named)
    ]
