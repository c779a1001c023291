"""The list of petitions: what a URL asks for, and how many there are of each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.http import QueryDict  # noqa: TID251 -- a QueryDict is the filter's own form
from django.utils.translation import gettext as _

from nghitruong.petitions.enums import Level, Outcome, State
from nghitruong.petitions.models import PetitionQuerySet
from nghitruong.ui.rules import Facet, Option

UNANSWERED = (State.FORWARDED, State.REOPENED)
STATUS = {
    "chua-chuyen": Q(state__in=[State.RECEIVED, State.SORTED, State.RETURNED]),
    "cho-tra-loi": Q(state__in=UNANSWERED),
    "da-tra-loi": Q(answered_on__isnull=False),
    "da-tra-loi-chua-xong": Q(state=State.ANSWERED),
    "da-giai-quyet": Q(settled_on__isnull=False),
    "mo-lai": Q(reopened__gt=0),
    "da-ket-thuc": Q(state__in=[State.ACCEPTED, State.CLOSED]),
}
"""Named sets that figures open: each is one condition, used by the list, the desk and the report alike."""


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
        return [int(value) for value in self.get(name) if value.isdigit()]

    def day(self, name: str) -> date | None:
        try:
            return date.fromisoformat(self.get(name)[0])
        except (IndexError, ValueError):
            return None


COLUMNS = {"trang-thai": "state", "cap": "level", "ket-qua": "outcome"}
LINKS = {
    "linh-vuc": "field",
    "dia-ban": "unit",
    "co-quan": "lead",
    "ky-hop": "session",
    "buoi": "point",
    "dot": "point__round",
    "lan-nhap": "batch",
}


def filtered(rows: PetitionQuerySet, filters: Filters) -> PetitionQuerySet:
    """Narrow petitions by the filters of a list's URL."""
    rows = rows.filter(kind__in=filters.get("loai") or ["petition"])
    for name, column in COLUMNS.items():
        if filters.get(name):
            rows = rows.filter(**{f"{column}__in": filters.get(name)})
    for name, column in LINKS.items():
        if filters.numbers(name):
            rows = rows.filter(**{f"{column}__in": filters.numbers(name)})
    for condition in _conditions(filters):
        rows = rows.filter(condition)
    return rows


def _conditions(filters: Filters) -> Iterator[Q]:
    yield from (STATUS[name] for name in filters.get("tinh-trang") if name in STATUS)
    if filters.get("qua-han"):
        yield Q(state__in=UNANSWERED, due_on__lt=filters.today)
    if filters.get("chua-co-han"):
        yield Q(state__in=UNANSWERED, due_on__isnull=True)
    if filters.get("chuyen-ky"):
        yield Q(carried__gt=0)
    since, until = filters.day("tu"), filters.day("den")
    if since:
        yield Q(received_on__gte=since)
    if until:
        yield Q(received_on__lte=until)


def facets(rows: PetitionQuerySet, filters: Filters) -> tuple[int, list[Facet]]:
    """Return how many there are and the facets with their counts, in four statements whatever the number of rows."""
    grid: list[dict[str, Any]] = [
        dict(row) for row in rows.values("state", "level", "outcome").annotate(n=Count("pk")).order_by()
    ]
    total = sum(row["n"] for row in grid)

    def tally(column: str) -> Counter[str]:
        counter: Counter[str] = Counter()
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

    def linked(name: str, label: str, column: str, most: int = 12) -> Facet:
        chosen = filters.get(name)
        found = rows.filter(**{f"{column}__isnull": False}).values(column, f"{column}__name").annotate(n=Count("pk"))
        options = [
            Option(str(row[column]), row[f"{column}__name"], row["n"], str(row[column]) in chosen)
            for row in found.order_by("-n", f"{column}__name")[:most]
        ]
        return Facet(name, label, options)

    return total, [
        fixed("trang-thai", _("Trạng thái"), [(s.value, s.label) for s in State], "state"),
        fixed("ket-qua", _("Kết quả trả lời"), [(o.value, o.label) for o in Outcome], "outcome"),
        fixed("cap", _("Thẩm quyền"), [(level.value, level.label) for level in Level], "level"),
        linked("linh-vuc", _("Lĩnh vực"), "field"),
        linked("co-quan", _("Cơ quan giải quyết"), "lead"),
        linked("dia-ban", _("Địa bàn"), "unit"),
    ]


def with_rows(rows: PetitionQuerySet) -> PetitionQuerySet:
    """Load what a row of the list shows."""
    return rows.select_related("field", "lead", "unit", "keeper")
