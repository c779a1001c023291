"""Pages of what a notice asks: the draft's tasks, one organ's share, receipts, reports, the follow-up of all."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse  # noqa: TID251 -- view
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nghitruong.base.errors import BusinessError, Conflict
from nghitruong.base.http import ActorRequest, handed, refused
from nghitruong.coordination import exports, forms, policies, selectors, services
from nghitruong.coordination.views.answers import (
    form_page,
    load_notice,
    load_recipient,
    load_share,
    load_task,
    own_council,
)
from nghitruong.documents import services as documents
from nghitruong.documents.rules import DOCX, XLSX
from nghitruong.legalclock import selectors as clocks
from nghitruong.obligations import selectors as ledger
from nghitruong.obligations.enums import DEED_LABELS
from nghitruong.ui.rules import Pair, Tab, beside

ROWS = 25


def add_task(request: ActorRequest, pk: int) -> HttpResponse:
    """Write down one more thing the draft asks."""
    shown = load_notice(request, pk)
    verdict = policies.can_add_task(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    form = forms.TaskForm(request.POST or None, notice=shown)
    if request.method == "POST" and form.is_valid():
        try:
            task = services.add_task(notice=shown, asked=form.asked(), actor=request.actor, at=timezone.now())
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            count = task.assignments.count()
            messages.success(request, _("Đã thêm; %(count)s cơ quan được giao.") % {"count": count})
            return redirect(shown)
    title, back = _("Thêm nhiệm vụ"), shown.get_absolute_url()
    return form_page(request, form=form, title=title, lead=shown.title, verb=_("Thêm"), icon="plus-lg", cancel_url=back)


def edit_task(request: ActorRequest, pk: int) -> HttpResponse:
    """Correct a task of a draft; the second of two editors sees what the first saved."""
    task = load_task(request, pk)
    verdict = policies.can_edit_task(request.actor, task)
    if not verdict:
        return refused(request, verdict, task.notice)
    form = forms.TaskForm(request.POST or None, notice=task.notice, task=task)
    both: list[Pair] = []
    version = int(request.POST.get("version") or 0) if request.method == "POST" else task.version
    if request.method == "POST" and form.is_valid():
        try:
            services.edit_task(task=task, version=version, asked=form.asked(), actor=request.actor, at=timezone.now())
        except Conflict as error:
            form.add_error(None, str(error))
            both, version = beside(form, error.current), error.current["version"]
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã sửa nhiệm vụ."))
            return redirect(task.notice)
    context = {
        "form": form,
        "both": both,
        "version": version,
        "title": _("Sửa nhiệm vụ"),
        "back": task.notice,
        "quote": task.quote,
    }
    return render(request, "coordination/edit.html", context)


@require_POST
def remove_task(request: ActorRequest, pk: int) -> HttpResponse:
    """Take a task out of a draft."""
    task = load_task(request, pk)
    try:
        services.remove_task(task=task, actor=request.actor, at=timezone.now())
    except BusinessError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Đã bỏ nhiệm vụ khỏi dự thảo."))
    return redirect(task.notice)


def receive_conclusion(request: ActorRequest, pk: int) -> HttpResponse:
    """Confirm that a notice has come."""
    recipient = load_recipient(request, pk)
    verdict = policies.can_receive_conclusion(request.actor, recipient)
    if not verdict:
        return refused(request, verdict, recipient.notice)
    form = forms.ReceiptForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            services.receive_conclusion(
                recipient=recipient, actor=request.actor, at=timezone.now(), **form.cleaned_data
            )
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã ghi %(organ)s nhận thông báo.") % {"organ": recipient.organ.name})
            return redirect(recipient.notice)
    return form_page(
        request,
        form=form,
        title=_("Xác nhận đã nhận"),
        lead=f"{recipient.notice} · {recipient.organ.name}",
        verb=_("Xác nhận đã nhận"),
        icon="envelope-open",
        cancel_url=recipient.notice.get_absolute_url(),
    )


def assignment(request: ActorRequest, pk: int) -> HttpResponse:
    """Show one organ's share of a task: what, by when, how far, and what may be done next."""
    share = load_share(request, pk)
    actor = request.actor
    drawn = selectors.share_rows([share], timezone.localdate(), clocks.shown_calendar())[0]
    owed = share.obligation
    context = {
        "share": drawn,
        "task": share.task,
        "notice": share.task.notice,
        "owed": owed,
        "events": selectors.story(share),
        "may_report": policies.can_report_task(actor, share),
        "deeds": [
            deed for deed in (ledger.next_deeds(actor, owed, DEED_LABELS) if owed else []) if deed.name != "fulfil"
        ],
    }
    return render(request, "coordination/assignment.html", context)


def report_task(request: ActorRequest, pk: int) -> HttpResponse:
    """Say how far one's share is, with a paper; or that it is done."""
    share = load_share(request, pk)
    verdict = policies.can_report_task(request.actor, share)
    if not verdict:
        return refused(request, verdict, share)
    initial = {"on": timezone.localdate(), "percent": share.percent}
    form = forms.ReportForm(request.POST or None, request.FILES or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        sent = values.pop("file")
        at = timezone.now()
        try:
            file = documents.store(name=sent.name, content=sent.read(), actor=request.actor, at=at) if sent else None
            services.report_task(assignment=share, file=file, actor=request.actor, at=at, **values)
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            creditor = share.obligation.creditor.name if share.obligation else ""
            said = (
                _("Đã báo cáo hoàn thành, chờ %(who)s chấp nhận.")
                if values["is_done"]
                else _("Đã báo cáo tới %(who)s.")
            )
            messages.success(request, said % {"who": creditor})
            return redirect(share)
    return form_page(
        request,
        form=form,
        title=_("Báo cáo tiến độ"),
        lead=f"{share.task.what} · {share.organ.name}",
        verb=_("Báo cáo"),
        icon="send",
        cancel_url=share.get_absolute_url(),
    )


def follow_up(request: ActorRequest) -> HttpResponse:
    """List what every conclusion still asks of whom."""
    actor, today = request.actor, timezone.localdate()
    name = request.GET.get("ds", "")
    chosen = selectors.chosen_in(dict(request.GET.lists()))
    counted = selectors.list_counts(actor, today)
    page = Paginator(selectors.followed(actor, name, chosen, today), ROWS).get_page(request.GET.get("trang"))
    context = {
        "page": page,
        "rows": selectors.share_rows(page.object_list, today, clocks.shown_calendar()),
        "facets": selectors.facets(actor, name, chosen, today),
        "tabs": [
            Tab(str(label), f"?ds={key}" if key else "?", counted[key], key == name)
            for key, label in selectors.LISTS.items()
        ],
        "query": request.GET.urlencode(),
    }
    return render(request, "coordination/follow_up.html", context)


def table(request: ActorRequest, form: str) -> HttpResponse:
    """Give the list just seen, whole, as a workbook or an annex."""
    actor, today = request.actor, timezone.localdate()
    chosen = selectors.chosen_in(dict(request.GET.lists()))
    found = selectors.followed(actor, request.GET.get("ds", ""), chosen, today)
    shares = selectors.share_rows(found, today, clocks.shown_calendar())
    name = f"thuc-hien-ket-luan-{today:%Y%m%d}.{form}"
    if form == "xlsx":
        return handed(exports.execution_xlsx(shares, on=today), name, XLSX)
    council = own_council(request)
    place = council.unit.bare_name if council.unit else ""
    return handed(exports.execution_docx(shares, council=council.name, place=place, on=today), name, DOCX)
