"""The rows of a report from what was computed: kept by a service, or only printed by the command."""

from __future__ import annotations

from collections.abc import Iterable

from nghitruong.base.official import official_language
from nghitruong.reports import rules
from nghitruong.reports.models import Figure, Passage, Report
from nghitruong.reports.selectors.computing import Scope, compute


def figures_of(report: Report, scope: Scope) -> list[Figure]:
    """Return the report's figures, not yet stored: its own first, then those of each council rolled up."""
    councils = {each.pk: each for each in (scope.council, *scope.lower)}
    own, of_each = [], []
    for place, each in enumerate(compute(scope)):
        own.append(_figure(report, each.described, place, each.amount, each.records))
        for council, amount in each.by_council.items():
            of_each.append(_figure(report, each.described, place, amount, each.records_of[council]))
            of_each[-1].council = councils[council]
    return own + of_each


def _figure(report: Report, described: rules.Described, place: int, amount: rules.Amount, records: list[int]) -> Figure:
    return Figure(
        report=report,
        key=described.key,
        place=place,
        value=amount.value,
        low=amount.low,
        high=amount.high,
        records=records,
    )


@official_language()
def proposed(figures: Iterable[Figure]) -> list[rules.Proposed]:
    """Return the sentences that the report's own figures propose."""
    own = [figure for figure in figures if figure.council_id is None]
    return rules.propose(
        {figure.key: figure.amount for figure in own}, [figure.key for figure in own if figure.described.is_rate]
    )


def passage_of(report: Report, each: rules.Proposed, place: int, text: str) -> Passage:
    """Return a sentence as a row, not yet stored."""
    return Passage(
        report=report, section=each.section, place=place, proposed=each.text, text=text, keys=list(each.keys)
    )


def unsaved(scope: Scope, period: str) -> tuple[Report, list[Figure], list[Passage]]:
    """Return a whole report that is stored nowhere, for the command."""
    report = Report(
        council=scope.council,
        period=period,
        since=scope.since,
        until=scope.until,
        as_of=scope.as_of,
        with_lower=bool(scope.lower),
    )
    figures = figures_of(report, scope)
    passages = [passage_of(report, each, place, each.text) for place, each in enumerate(proposed(figures))]
    return report, figures, passages
