"""The report for a session or a period: on screen and as an official text."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.http import ActorRequest, handed
from nghitruong.base.official import official_language
from nghitruong.documents.rules import DOCX
from nghitruong.petitions import exports, forms, policies
from nghitruong.petitions.selectors import figures
from nghitruong.petitions.views.deeds import load, own_council
from nghitruong.ui.rules import Chart, ChartRow, Series


def scope_of(request: ActorRequest) -> tuple[forms.ReportForm, figures.Scope | None]:
    """Read the scope from the address; a first visit shows the year up to today for the actor's own council."""
    today = timezone.localdate()
    first = date(today.year, 1, 1)
    initial = {"council": request.actor.council_id, "since": first, "until": today, "as_of": today}
    form = forms.ReportForm(request.GET or None, initial=initial, actor=request.actor, today=today)
    if request.GET and not form.is_valid():
        return form, None
    given: dict[str, Any] = form.cleaned_data if request.GET else {}
    return form, figures.Scope(
        council=given.get("council") or own_council(request),
        since=given.get("since") or first,
        until=given.get("until") or today,
        as_of=given.get("as_of") or today,
        session=given.get("session"),
    )


def report(request: ActorRequest) -> HttpResponse:
    form, scope = scope_of(request)
    verdict = policies.can_report(request.actor, scope.council) if scope else None
    found = figures.report(scope, request.actor) if scope and verdict else None
    context = {"form": form, "scope": scope, "verdict": verdict, "report": found, "query": request.GET.urlencode()}
    return render(request, "petitions/report.html", context, status=200 if scope else 422)


MOST_BARS = 8


def dashboard(request: ActorRequest) -> HttpResponse:
    """At most six figures and four charts, each with its table, each opening its list."""
    form, scope = scope_of(request)
    verdict = policies.can_report(request.actor, scope.council) if scope else None
    found = figures.report(scope, request.actor, with_months=True) if scope and verdict else None
    charts = _charts(found) if found else []
    context = {
        "form": form,
        "scope": scope,
        "verdict": verdict,
        "report": found,
        "charts": charts,
        "query": request.GET.urlencode(),
    }
    return render(request, "petitions/dashboard.html", context, status=200 if scope else 422)


def _charts(found: figures.Report) -> list[Chart]:
    parts = [
        ("da-giai-quyet", Series(_("đã giải quyết xong"), "done")),
        ("da-tra-loi-chua-xong", Series(_("đã trả lời, chưa giải quyết xong"), "answered")),
        ("chua-tra-loi", Series(_("chưa trả lời"), "open")),
    ]

    def stacked(title: str, head: str, lines: list[figures.Line]) -> Chart:
        rows = [
            ChartRow(
                line.label,
                [line.sets[name].value for name, _series in parts],
                [line.sets[name].url for name, _series in parts],
                line.total.url,
            )
            for line in lines[:MOST_BARS]
        ]
        few = any(line.total.value < figures.SMALL for line in lines[:MOST_BARS])
        warn = _("Có dòng dưới 10 kiến nghị: hãy đọc số lượng, đừng đọc tỷ lệ.") if few else ""
        return Chart(title, head, [series for _name, series in parts], rows, kind="bars", warn=warn)

    by_month = Chart(
        _("Theo tháng tiếp nhận"),
        _("Tháng"),
        [Series(_("tiếp nhận"), "calm"), Series(_("đã trả lời"), "answered"), Series(_("đã giải quyết xong"), "done")],
        [
            ChartRow(
                line.label,
                [line.total.value, line.sets["da-tra-loi"].value, line.sets["da-giai-quyet"].value],
                [line.total.url, line.sets["da-tra-loi"].url, line.sets["da-giai-quyet"].url],
                line.total.url,
            )
            for line in found.months[-12:]
        ],
        kind="columns",
    )
    return [
        stacked(_("Theo lĩnh vực"), _("Lĩnh vực"), found.tables["field"]),
        stacked(_("Theo cơ quan giải quyết"), _("Cơ quan"), found.tables["agency"]),
        by_month,
        stacked(_("Theo thẩm quyền"), _("Thẩm quyền"), found.tables["level"]),
    ]


def report_docx(request: ActorRequest) -> HttpResponse:
    scope = scope_of(request)[1]
    if scope is None or not policies.can_report(request.actor, scope.council):
        return report(request)
    with official_language():
        content = exports.report_docx(figures.report(scope, request.actor))
    return handed(content, "bao-cao-kien-nghi-cu-tri.docx", DOCX)


def letter(request: ActorRequest, pk: int, name: str) -> HttpResponse:
    """The covering or urging letter of a petition, written from its records."""
    petition = load(request, pk)
    content = exports.letter_docx(petition, name, on=timezone.localdate())
    return handed(content, f"{'cong-van-chuyen' if name == 'forward' else 'cong-van-don-doc'}.docx", DOCX)
