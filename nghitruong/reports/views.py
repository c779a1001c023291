"""Pages of periodic reports: load, one call, answer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse  # noqa: TID251 -- view
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nghitruong.base.errors import BusinessError, Conflict
from nghitruong.base.http import ActorRequest, handed, refused
from nghitruong.documents import services as documents
from nghitruong.documents.rules import DOCX, PDF, XLSX
from nghitruong.organisation.enums import OrganKind
from nghitruong.organisation.models import Organ
from nghitruong.reports import exports, forms, policies, selectors, services
from nghitruong.reports.models import Figure, Report
from nghitruong.ui.rules import beside

ROWS = 25


def _load(request: ActorRequest, pk: int) -> Report:
    seen = Report.objects.visible_to(request.actor).select_related("council__unit", "document__file")
    return get_object_or_404(seen, pk=pk)


def _form(request: ActorRequest, form: Any, title: str, verb: str, back: str, **more: Any) -> HttpResponse:
    context = {"form": form, "title": title, "verb": verb, "cancel_url": back, **more}
    return render(request, "ui/form.html", context)


def _councils(request: ActorRequest) -> Any:
    seen = Organ.objects.visible_to(request.actor)
    return seen.filter(pk__in=request.actor.council_ids, kind=OrganKind.COUNCIL).order_by("sort_key")


def index(request: ActorRequest) -> HttpResponse:
    """List periodic reports, the newest period first."""
    seen = Report.objects.visible_to(request.actor).select_related("council")
    page = Paginator(seen, ROWS).get_page(request.GET.get("trang"))
    may_draft = policies.can_draft(request.actor, Organ(pk=request.actor.council_id or 0))
    return render(request, "reports/index.html", {"page": page, "may_draft": may_draft})


def draft(request: ActorRequest) -> HttpResponse:
    verdict = policies.can_draft(request.actor, Organ(pk=request.actor.council_id or 0))
    if not verdict:
        return refused(request, verdict, "reports:index")
    today = timezone.localdate()
    initial = {"council": request.actor.council_id, "period": "year", "year": today.year, "as_of": today}
    form = forms.DraftForm(request.POST or None, councils=_councils(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            drafted = services.draft(actor=request.actor, at=timezone.now(), **form.values())
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã lập dự thảo «%(title)s».") % {"title": drafted})
            return redirect(drafted)
    return _form(request, form, _("Lập báo cáo định kỳ"), _("Lập dự thảo"), "../", icon="file-earmark-text")


def report(request: ActorRequest, pk: int) -> HttpResponse:
    """Show a report: its sentences with opening numbers, its figures, and what may be done."""
    shown, actor = _load(request, pk), request.actor
    deeds = {
        name: getattr(policies, f"can_{name}")(actor, shown) for name in ("edit", "recompute", "sign", "compare", "discard")
    }  # fmt: skip
    context = {
        "report": shown,
        "parts": selectors.parts_of(shown),
        "later": selectors.later_of(shown, actor),
        "verdicts": deeds,
    }
    return render(request, "reports/report.html", context)


def figure(request: ActorRequest, pk: int) -> HttpResponse:
    """Open a figure: the records that were counted, as far as the reader may see them."""
    seen = Figure.objects.filter(report__in=Report.objects.visible_to(request.actor))
    opened = get_object_or_404(seen.select_related("council", "report__council"), pk=pk)
    context = {
        "report": opened.report,
        "opened": selectors.figure_page(opened, request.actor, request.GET.get("trang")),
    }
    return render(request, "reports/figure.html", context)


def edit(request: ActorRequest, pk: int) -> HttpResponse:
    shown = _load(request, pk)
    verdict = policies.can_edit(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    form = forms.EditForm(request.POST or None, report=shown)
    version, both = int(request.POST.get("version") or shown.version), []
    if request.method == "POST" and form.is_valid():
        try:
            services.edit(
                report=shown, texts=form.texts(), added=form.added(), version=version, actor=request.actor,
                at=timezone.now(),
            )  # fmt: skip
        except Conflict as error:
            both, version = beside(form, form.standing()), error.current["version"]
            form.add_error(None, str(error))
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã lưu lời của «%(title)s».") % {"title": shown})
            return redirect(shown)
    context = {"form": form, "report": shown, "both": both, "version": version}
    return render(request, "reports/edit.html", context)


def recompute(request: ActorRequest, pk: int) -> HttpResponse:
    shown = _load(request, pk)
    verdict = policies.can_recompute(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    form = forms.RecomputeForm(request.POST or None, initial={"as_of": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            services.recompute(report=shown, as_of=form.cleaned_data["as_of"], actor=request.actor, at=timezone.now())
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã tính lại số liệu; câu do người viết được giữ nguyên."))
            return redirect(shown)
    lead = _("Các câu chưa ai sửa được đề xuất lại theo số mới; câu đã sửa giữ nguyên lời.")
    return _form(request, form, _("Tính lại số liệu"), _("Tính lại"), shown.get_absolute_url(), lead=lead)


def sign(request: ActorRequest, pk: int) -> HttpResponse:
    shown = _load(request, pk)
    verdict = policies.can_sign(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    initial = {"on": timezone.localdate(), "version": shown.version}
    form = forms.SignForm(request.POST or None, request.FILES or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        upload = given.pop("file")
        try:
            stored = documents.store(
                name=upload.name, content=upload.read(), actor=request.actor, at=timezone.now()
            ) if upload else None  # fmt: skip
            services.sign(report=shown, file=stored, actor=request.actor, at=timezone.now(), **given)
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã ghi việc ký; số liệu của báo cáo được chốt."))
            return redirect(shown)
    lead = _("Sau khi ký, số liệu không đổi nữa; số tính lại về sau đứng bên cạnh để đối chiếu.")
    return _form(request, form, _("Ký và chốt số liệu"), _("Ký và chốt"), shown.get_absolute_url(), lead=lead)


@require_POST
def compare(request: ActorRequest, pk: int) -> HttpResponse:
    shown = _load(request, pk)
    try:
        moved = services.compare(report=shown, actor=request.actor, at=timezone.now())
    except BusinessError as error:
        messages.error(request, str(error))
    else:
        told = _("Tính lại đến cùng ngày: %(n)s số khác với số đã chốt.") % {"n": len(moved)}
        messages.success(request, told if moved else _("Tính lại đến cùng ngày: mọi số đều khớp với số đã chốt."))
    return redirect(shown)


def discard(request: ActorRequest, pk: int) -> HttpResponse:
    shown = _load(request, pk)
    verdict = policies.can_discard(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    form = forms.DiscardForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        title = str(shown)
        try:
            services.discard(report=shown, reason=form.cleaned_data["reason"], actor=request.actor, at=timezone.now())
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã bỏ dự thảo «%(title)s».") % {"title": title})
            return redirect("reports:index")
    return _form(request, form, _("Bỏ dự thảo báo cáo"), _("Bỏ dự thảo"), shown.get_absolute_url())


def report_docx(request: ActorRequest, pk: int) -> HttpResponse:
    shown = _load(request, pk)
    figures = list(shown.figures.filter(council__isnull=True))
    content = exports.report_docx(shown, figures, list(shown.passages.all()))
    return handed(content, f"bao-cao-{shown.pk}.docx", DOCX)


def report_pdf(request: ActorRequest, pk: int) -> HttpResponse:
    shown = _load(request, pk)
    figures = list(shown.figures.filter(council__isnull=True))
    content = exports.report_pdf(shown, figures, list(shown.passages.all()))
    return handed(content, f"bao-cao-{shown.pk}.pdf", PDF)


def report_xlsx(request: ActorRequest, pk: int) -> HttpResponse:
    shown = _load(request, pk)
    content = exports.report_xlsx(shown, list(shown.figures.select_related("council")))
    return handed(content, f"so-lieu-{shown.pk}.xlsx", XLSX)
