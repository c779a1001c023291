"""Pages of notices of conclusion: the list, one notice, its draft, its papers."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse  # noqa: TID251 -- view
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.errors import BusinessError, Conflict
from nghitruong.base.http import ActorRequest, handed, refused
from nghitruong.coordination import exports, forms, policies, selectors, services
from nghitruong.coordination.enums import GATHERINGS, NoticeState
from nghitruong.coordination.models import Assignment, ConclusionNotice
from nghitruong.coordination.views.answers import form_page, load_notice, own_council
from nghitruong.documents import services as documents
from nghitruong.documents.rules import DOCX, PDF
from nghitruong.legalclock import selectors as clocks
from nghitruong.meetings.models import Meeting
from nghitruong.organisation.models import Organ
from nghitruong.ui.rules import Facet, Option, Pair, beside

ROWS = 25


def notices(request: ActorRequest) -> HttpResponse:
    """List notices, newest first, with how far they are carried out."""
    actor, today = request.actor, timezone.localdate()
    states = request.GET.getlist("trang-thai")
    found = ConclusionNotice.objects.visible_to(actor).select_related("organ").order_by("-held_on", "-pk")
    found = found.filter(state__in=states) if states else found.exclude(state=NoticeState.DISCARDED)
    page = Paginator(found, ROWS).get_page(request.GET.get("trang"))
    counted = selectors.tallies(actor, today)
    context = {
        "page": page,
        "rows": [(notice, counted.get(notice.pk, selectors.Tally())) for notice in page.object_list],
        "whole": selectors.summed(counted.values()),
        "facets": [
            Facet(
                "trang-thai", _("Trạng thái"), [Option(v, str(t), checked=v in states) for v, t in NoticeState.choices]
            )
        ],
        "may_draft": policies.can_draft_conclusion(actor, Organ(pk=actor.council_id or 0)),
    }
    return render(request, "coordination/notices.html", context)


def gatherings(request: ActorRequest) -> HttpResponse:
    """List meetings of coordination, newest first, with the notices that followed."""
    found = Meeting.objects.visible_to(request.actor).filter(kind__in=GATHERINGS).order_by("-starts_at", "-pk")
    page = Paginator(found, ROWS).get_page(request.GET.get("trang"))
    papers: dict[int, list[ConclusionNotice]] = {}
    for notice in selectors.notices_of(request.actor, [meeting.pk for meeting in page.object_list]):
        papers.setdefault(notice.meeting_id or 0, []).append(notice)
    context = {
        "page": page,
        "rows": [(meeting, papers.get(meeting.pk, [])) for meeting in page.object_list],
        "may_draft": policies.can_draft_conclusion(request.actor, Organ(pk=request.actor.council_id or 0)),
    }
    return render(request, "coordination/gatherings.html", context)


def notice(request: ActorRequest, pk: int) -> HttpResponse:
    """Show a notice: the text on one side, each organ's tasks and how far it is on the other."""
    shown = load_notice(request, pk)
    actor, today = request.actor, timezone.localdate()
    recipients = list(shown.recipients.select_related("organ"))
    for each in recipients:
        each.notice = shown
    tasks = selectors.tasks_of(shown)
    text = exports.text_of(exports.data_of(shown, tasks, recipients, exports.symbol_of(shown)))
    context = {
        "notice": shown,
        "notice_key": str(shown.pk),
        "text": text,
        "lines": exports.lines_of(text),
        "dated": exports.dated(text),
        "numbered": exports.numbered(text),
        "heads": exports.heads(text),
        "state_words": (exports.STATE, exports.MOTTO),
        "charges": selectors.charges(shown, tasks, recipients, actor, today, clocks.shown_calendar()),
        "tally": selectors.tally(Assignment.objects.visible_to(actor).filter(task__notice=shown), today),
        "recipients": [(each, policies.can_receive_conclusion(actor, each)) for each in recipients],
        "received": sum(each.received_at is not None for each in recipients),
        "amendments": list(shown.amendments.exclude(state=NoticeState.DISCARDED)) if shown.state != "draft" else [],
        "verdicts": {
            "edit": policies.can_edit_conclusion(actor, shown),
            "issue": policies.can_issue_conclusion(actor, shown),
            "enter": policies.can_enter_conclusion(actor, shown),
            "add": policies.can_add_task(actor, shown),
            "discard": policies.can_discard_conclusion(actor, shown),
            "amend": policies.can_amend_conclusion(actor, shown),
        },
    }
    return render(request, "coordination/notice.html", context)


def paper(request: ActorRequest, pk: int, form: str) -> HttpResponse:
    """Give the notice as a Word or PDF file; one issued outside of the system as the text it came with."""
    shown = load_notice(request, pk)
    if shown.is_foreign:
        return redirect("documents:download", shown.source_id)
    name, content = exports.written(shown, form=form, at=timezone.now())
    return handed(content, name, PDF if form == "pdf" else DOCX)


def draft_conclusion(request: ActorRequest) -> HttpResponse:
    """Begin a notice; `?hop=<meeting>` fills in what the record of that meeting says."""
    council = own_council(request)
    verdict = policies.can_draft_conclusion(request.actor, council)
    if not verdict:
        return refused(request, verdict, "coordination:notices")
    choice = forms.MeetingChoice(request.GET, council=council)
    if not choice.is_valid():
        raise Http404
    meeting = choice.cleaned_data["hop"]
    form = forms.ConclusionForm(request.POST or None, council=council, today=timezone.localdate(), meeting=meeting)
    if request.method == "POST" and form.is_valid():
        try:
            drafted = services.draft_conclusion(
                council=council, meeting=meeting, actor=request.actor, at=timezone.now(), **form.values()
            )
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã lập dự thảo. Hãy ghi từng nhiệm vụ."))
            return redirect(drafted)
    title, back = _("Soạn thông báo kết luận"), reverse("coordination:notices")
    lead = meeting.title if meeting else ""
    return form_page(request, form=form, title=title, lead=lead, verb=_("Lập dự thảo"), icon="pencil", cancel_url=back)


def edit_conclusion(request: ActorRequest, pk: int) -> HttpResponse:
    """Correct a draft; the second of two editors sees what the first saved."""
    shown = load_notice(request, pk)
    verdict = policies.can_edit_conclusion(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    form = forms.ConclusionForm(request.POST or None, council=shown.council, today=timezone.localdate(), notice=shown)
    both: list[Pair] = []
    version = int(request.POST.get("version") or 0) if request.method == "POST" else shown.version
    if request.method == "POST" and form.is_valid():
        try:
            services.edit_conclusion(
                notice=shown, version=version, actor=request.actor, at=timezone.now(), **form.values()
            )
        except Conflict as error:
            form.add_error(None, str(error))
            both, version = beside(form, error.current), error.current["version"]
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã sửa dự thảo."))
            return redirect(shown)
    context = {"form": form, "both": both, "version": version, "title": _("Sửa dự thảo"), "back": shown}
    return render(request, "coordination/edit.html", context)


def issue_conclusion(request: ActorRequest, pk: int) -> HttpResponse:
    """Show once more who gets what by when, then sign and issue."""
    shown = load_notice(request, pk)
    verdict = policies.can_issue_conclusion(request.actor, shown)
    if not verdict and policies.can_edit_conclusion(request.actor, shown):
        return render(request, "coordination/wanting.html", {"notice": shown, "verdict": verdict})
    if not verdict:
        return refused(request, verdict, shown)
    today, now = timezone.localdate(), timezone.now()
    form = forms.IssueForm(request.POST or None, notice=shown, today=today)
    version = int(request.POST.get("version") or 0) if request.method == "POST" else shown.version
    if request.method == "POST" and form.is_valid():
        try:
            issued = services.issue_conclusion(
                notice=shown, version=version, actor=request.actor, at=now, **form.cleaned_data,
                write=lambda signed: exports.written(signed, form="docx", at=now),
            )  # fmt: skip
        except Conflict as error:
            form.add_error(None, _("Dự thảo vừa được sửa. Hãy xem lại danh sách dưới đây rồi ban hành."))
            version = error.current["version"]
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request,
                _("Đã ban hành Thông báo số %(number)s và giao việc cho từng cơ quan.") % {"number": issued.number},
            )
            return redirect(issued)
    blank = exports.number_and_symbol("", exports.symbol_of(shown))
    told = {"title": _("Ban hành thông báo kết luận"), "verb": _("Cấp số, ban hành và giao việc"), "blank": blank}
    return render(
        request, "coordination/issue.html", _asked(request, shown) | told | {"form": form, "version": version}
    )


def _asked(request: ActorRequest, shown: ConclusionNotice) -> dict[str, object]:
    """Return who gets what by when, as it is shown once more before debts are opened."""
    charges = selectors.charges(
        shown, selectors.tasks_of(shown), [], request.actor, timezone.localdate(), clocks.shown_calendar()
    )
    asked = [charge for charge in charges if not charge.is_proposal]
    return {
        "notice": shown,
        "charges": asked,
        "undated": sum(charge.task.due_on is None for charge in asked),
        "debts": sum(len(charge.shares) for charge in asked),
    }


def enter_conclusion(request: ActorRequest, pk: int) -> HttpResponse:
    """Write down a notice that was issued outside of the system, with its text."""
    shown = load_notice(request, pk)
    verdict = policies.can_enter_conclusion(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    form = forms.EnterForm(request.POST or None, request.FILES or None, notice=shown)
    version = int(request.POST.get("version") or 0) if request.method == "POST" else shown.version
    if request.method == "POST" and form.is_valid():
        given, at = form.cleaned_data, timezone.now()
        sent = given.pop("file")
        try:
            kept = documents.store(name=sent.name, content=sent.read(), actor=request.actor, at=at) if sent else None
            entered = services.enter_conclusion(
                notice=shown, version=version, file=kept, actor=request.actor, at=at, **given
            )
        except Conflict as error:
            form.add_error(None, _("Dự thảo vừa được sửa. Hãy xem lại danh sách dưới đây."))
            version = error.current["version"]
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã ghi thông báo vào sổ theo dõi và giao việc cho từng cơ quan."))
            return redirect(entered)
    told = {"title": _("Ghi thông báo đã ban hành ngoài hệ thống"), "verb": _("Ghi và giao việc"), "version": version}
    return render(request, "coordination/issue.html", _asked(request, shown) | told | {"form": form})


def discard_conclusion(request: ActorRequest, pk: int) -> HttpResponse:
    """Give up a draft, with the reason."""
    shown = load_notice(request, pk)
    verdict = policies.can_discard_conclusion(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    form = forms.ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.discard_conclusion(notice=shown, actor=request.actor, at=timezone.now(), **form.cleaned_data)
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã bỏ dự thảo; nội dung vẫn còn trong sổ."))
            return redirect("coordination:notices")
    back = shown.get_absolute_url()
    title = _("Bỏ dự thảo")
    return form_page(request, form=form, title=title, lead=shown.title, verb=title, icon="trash", cancel_url=back)


def amend_conclusion(request: ActorRequest, pk: int) -> HttpResponse:
    """Begin a notice that amends this one."""
    shown = load_notice(request, pk)
    verdict = policies.can_amend_conclusion(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    form = forms.ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            drafted = services.amend_conclusion(
                notice=shown, because=form.cleaned_data["reason"], actor=request.actor, at=timezone.now()
            )
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request,
                _("Đã lập dự thảo sửa đổi với những việc còn đang làm. Việc nào bỏ khỏi dự thảo thì giữ như cũ."),
            )
            return redirect(drafted)
    back = shown.get_absolute_url()
    title = _("Soạn thông báo sửa đổi")
    return form_page(request, form=form, title=title, lead=shown.title, verb=title, icon="pencil", cancel_url=back)
