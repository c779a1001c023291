"""The rows of a report from what was computed: kept by a service, or only printed by the command."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.utils.translation import gettext as _

from nghitruong.base.official import official_language
from nghitruong.language import covered
from nghitruong.reports import rules
from nghitruong.reports.enums import Section
from nghitruong.reports.models import Figure, Passage, Report
from nghitruong.reports.selectors.computing import Computed, Scope, compute


@official_language()
def figures_of(report: Report, scope: Scope) -> list[Figure]:
    """Return the report's figures, not yet stored: its own first, then those of each council rolled up."""
    councils = {each.pk: each for each in (scope.council, *scope.lower)}
    own, of_each = [], []
    for place, each in enumerate(compute(scope)):
        told = each.stated
        own.append(_figure(report, each, place, each.amount, each.records))
        if told:
            many = _("%(n)s Hội đồng nhân dân cấp dưới") % {"n": len(told.of)} if len(told.of) > 1 else ""
            _say(own[-1], told.label, told.said, told.period, told.source or many, told.words)
        for council, amount in each.by_council.items():
            of_each.append(_figure(report, each, place, amount, each.records_of[council]))
            of_each[-1].council = councils[council]
            if told:
                one = told.of[council]
                _say(of_each[-1], one.label, one.written, one.period, one.source, one.words)
    return own + of_each


def _figure(report: Report, computed: Computed, place: int, amount: rules.Amount, records: list[int]) -> Figure:
    return Figure(
        report=report,
        key=computed.described.key,
        place=place,
        value=amount.value,
        low=amount.low,
        high=amount.high,
        records=records,
    )


def _say(figure: Figure, label: str, said: str, period: str, source: str, words: str) -> None:
    figure.label, figure.said, figure.period, figure.source, figure.words = label, said, period, source, words


@official_language()
def proposed(figures: Sequence[Figure]) -> list[rules.Proposed]:
    """Return the sentences that the report's own figures propose."""
    own = [figure for figure in figures if figure.council_id is None and not figure.is_stated]
    counted = rules.propose(
        {figure.key: figure.amount for figure in own},
        [figure.key for figure in own if figure.described.is_rate],
        since=own[0].report.since if own else None,
    )
    return counted + rules.sentences_of(
        Section.STATED,
        _told(figures),
        each_source=_("Theo văn bản «%(source)s»: %(told)s."),
        each_council=_("%(n)s Hội đồng nhân dân cấp dưới nêu, mỗi nơi %(told)s."),
    )


def _told(figures: Sequence[Figure]) -> list[rules.Worded]:
    """Return the report's stated figures as sentences say them, with how many councils stand behind each."""
    councils = Counter(figure.key for figure in figures if figure.council_id is not None)
    return [
        rules.Worded(each.key, each.label, each.said, _period_said(each), each.source, councils[each.key])
        for each in figures
        if each.is_stated and each.council_id is None
    ]


def _period_said(figure: Figure) -> str:
    """Return the period of a stated figure where it is not the report's own."""
    report = figure.report
    return "" if covered(figure.period, report.until) == (report.since, report.until) else figure.period


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
