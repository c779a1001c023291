"""Outgoing texts: the register, one text with its story, one page for each deed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nghitruong.base.errors import BusinessError
from nghitruong.base.http import ActorRequest, handed
from nghitruong.base.policy import Verdict
from nghitruong.base.subjects import Subject, resolve
from nghitruong.documents import forms, policies, selectors, services
from nghitruong.documents.enums import Direction, PaperKind
from nghitruong.documents.exports.registers import outgoing_xlsx
from nghitruong.documents.models import Delivery, Paper
from nghitruong.documents.models.registers import register_body
from nghitruong.documents.rules import XLSX
from nghitruong.documents.selectors import Asked
from nghitruong.documents.views.deed import Deed, answer, given
from nghitruong.organisation.enums import OrganKind
from nghitruong.organisation.models import Organ
from nghitruong.ui.rules import Tab

ROWS = 25
LISTS = ("", "du-thao", "bo")


def load_paper(request: ActorRequest, pk: int) -> Paper:
    seen = Paper.objects.visible_to(request.actor)
    return get_object_or_404(
        seen.select_related("organ__council", "body", "council", "document__file", "series"), pk=pk
    )


def _may_draft(request: ActorRequest) -> Verdict:
    """Whoever keeps the register of the house or leads the own organ; asked without a record."""
    actor = request.actor
    organ = Organ.objects.visible_to(actor).select_related("council").filter(pk=actor.organ_id or 0).first()
    return policies.can_draft(actor, organ) if organ else policies.can_store(actor)


def outgoing(request: ActorRequest) -> HttpResponse:
    """Show the outgoing register: what was issued, what is in hand, dropped drafts."""
    asked = Asked.by(dict(request.GET.lists()))
    name = request.GET.get("ds", "")
    page = Paginator(selectors.outgoing(request.actor, asked, name), ROWS).get_page(request.GET.get("trang"))
    counted = selectors.in_hand(request.actor)
    here = reverse("documents:outgoing")
    tabs = [
        Tab(_("Sổ văn bản đi"), here, counted["issued"], current=name not in LISTS[1:]),
        Tab(_("Dự thảo, trình ký"), f"{here}?ds=du-thao", counted["drafts"], current=name == "du-thao"),
        Tab(_("Đã bỏ"), f"{here}?ds=bo", counted["dropped"], current=name == "bo"),
    ]
    context = {
        "page": page,
        "tabs": tabs,
        "facets": selectors.facets(request.actor, asked, Direction.OUT),
        "asked": asked,
        "list": name,
        "may_draft": _may_draft(request),
        "query": request.GET.urlencode(),
    }
    return render(request, "documents/outgoing.html", context)


def outgoing_xlsx_page(request: ActorRequest) -> HttpResponse:
    """The list just seen, whole, as a workbook."""
    asked = Asked.by(dict(request.GET.lists()))
    rows = selectors.outgoing(request.actor, asked, request.GET.get("ds", "")).prefetch_related("deliveries")
    return handed(outgoing_xlsx(rows), f"so-van-ban-di-{timezone.localdate():%Y%m%d}.xlsx", XLSX)


def paper(request: ActorRequest, pk: int) -> HttpResponse:
    """Show one outgoing text with its whole story."""
    shown, actor = load_paper(request, pk), request.actor
    subject = Subject.of(shown)
    events, files = selectors.story(subject)
    about = Subject(shown.subject_kind, shown.subject_id) if shown.subject_id else None
    deliveries = list(shown.deliveries.select_related("organ__council"))
    mine = [each for each in deliveries if each.organ_id and policies.can_receive(actor, each)]
    may_put = policies.keeps_register(actor, shown.body)
    is_own = bool(may_put) or shown.organ_id in actor.organ_ids
    context = {
        "paper": shown,
        "events": events if is_own else [],
        "signatures": selectors.signatures_of(shown.document, timezone.now()),
        "files": files if is_own else [each for each in files if each.pk == shown.document_id],
        "deliveries": deliveries
        if is_own
        else mine or [each for each in deliveries if each.organ_id in actor.organ_ids],
        "mine": selectors.by_register(mine),
        "about": resolve([about], actor).get(about) if about else None,
        "relations": selectors.relations(shown, actor),
        "copies": shown.copied.select_related("signer__person") if is_own else [],
        "folders": shown.filed.select_related("folder") if is_own else [],
        "is_own": is_own,
        "may_put": may_put,
        "verdicts": {
            name: getattr(policies, f"can_{name}")(actor, shown)
            for name in ("submit", "send_back", "drop", "issue", "distribute", "correct", "copy", "seal")
        },
    }
    return render(request, "documents/paper.html", context)


def draft(request: ActorRequest) -> HttpResponse:
    """Draft a text."""
    actor, today = request.actor, timezone.localdate()
    own = list(selectors.own_organs(actor, today))
    usual = next((each.pk for each in own if each.kind == OrganKind.STANDING), actor.organ_id)
    form = forms.DraftForm(
        **given(request),
        own=own,
        addressees=selectors.addressees(actor, today),
        initial={"organ": usual, "kind": PaperKind.NOTICE},
    )

    def do() -> tuple[str, str]:
        made = services.draft(actor=actor, at=timezone.now(), **form.values())
        return _("Đã lập dự thảo, ký hiệu %(symbol)s. Số và ngày có khi ký.") % {
            "symbol": made.blank
        }, made.get_absolute_url()

    back = reverse("documents:outgoing")
    deed = Deed(_("Soạn văn bản"), _("Lập dự thảo"), _may_draft(request), do, back, icon="pencil")
    return answer(request, form, deed)


def replace_text(request: ActorRequest, pk: int) -> HttpResponse:
    """Put another file in place of a draft's."""
    shown = load_paper(request, pk)
    form = forms.FileForm(**given(request))

    def do() -> tuple[str, str]:
        content = forms.content_of(form.cleaned_data["file"])
        services.replace_text(paper=shown, content=content, actor=request.actor, at=timezone.now())
        return _("Đã thay tệp dự thảo; bản trước vẫn còn trong danh sách tệp."), shown.get_absolute_url()

    verdict = policies.can_submit(request.actor, shown)
    return _answer(request, shown, form, _("Thay tệp dự thảo"), _("Tải lên"), verdict, do, icon="upload")


def _answer(
    request: ActorRequest, shown: Paper, form: Any, title: str, verb: str, verdict: Verdict, do: Any, icon: str = ""
) -> HttpResponse:
    number = shown.code or _("Số: %(blank)s") % {"blank": shown.blank}
    back, lead = shown.get_absolute_url(), f"{number}: {shown.abstract}"
    return answer(request, form, Deed(title, verb, verdict, do, back, lead=lead, icon=icon))


def submit(request: ActorRequest, pk: int) -> HttpResponse:
    """Hand a draft up."""
    shown = load_paper(request, pk)
    form = forms.NoteForm(**given(request))

    def do() -> tuple[str, str]:
        services.submit(paper=shown, note=form.cleaned_data["note"], actor=request.actor, at=timezone.now())
        return _("Đã trình ký."), shown.get_absolute_url()

    verdict = policies.can_submit(request.actor, shown)
    return _answer(request, shown, form, _("Trình ký"), _("Trình ký"), verdict, do, icon="arrow-right")


def send_back(request: ActorRequest, pk: int) -> HttpResponse:
    """Send a draft back."""
    shown = load_paper(request, pk)
    form = forms.ReasonForm(**given(request))

    def do() -> tuple[str, str]:
        services.send_back(paper=shown, actor=request.actor, at=timezone.now(), **form.cleaned_data)
        return _("Đã trả lại dự thảo."), shown.get_absolute_url()

    verdict = policies.can_send_back(request.actor, shown)
    return _answer(request, shown, form, _("Trả lại dự thảo"), _("Trả lại"), verdict, do, icon="arrow-return-left")


def drop(request: ActorRequest, pk: int) -> HttpResponse:
    """Drop a draft."""
    shown = load_paper(request, pk)
    form = forms.ReasonForm(**given(request))

    def do() -> tuple[str, str]:
        services.drop(paper=shown, actor=request.actor, at=timezone.now(), **form.cleaned_data)
        return _("Đã bỏ dự thảo. Không có số nào bị bỏ trống."), shown.get_absolute_url()

    verdict = policies.can_drop(request.actor, shown)
    return _answer(request, shown, form, _("Bỏ dự thảo"), _("Bỏ dự thảo"), verdict, do, icon="x-circle")


def issue(request: ActorRequest, pk: int) -> HttpResponse:
    """Sign and issue: the system gives number and date."""
    shown = load_paper(request, pk)
    form = forms.IssueForm(**given(request), signers=selectors.signers(shown.organ, timezone.localdate()))

    def do() -> tuple[str, str]:
        code = services.issue(paper=shown, actor=request.actor, at=timezone.now(), **form.cleaned_data)
        return _("Đã ban hành: số %(code)s.") % {"code": code}, shown.get_absolute_url()

    verdict = policies.can_issue(request.actor, shown)
    return _answer(request, shown, form, _("Ký ban hành"), _("Cấp số và ban hành"), verdict, do, icon="check-lg")


def distribute(request: ActorRequest, pk: int) -> HttpResponse:
    """Send to further recipients."""
    shown = load_paper(request, pk)
    form = forms.RecipientsForm(**given(request), addressees=selectors.addressees(request.actor, timezone.localdate()))

    def do() -> tuple[str, str]:
        fresh = services.distribute(paper=shown, recipients=form.recipients(), actor=request.actor, at=timezone.now())
        return _("Đã gửi thêm tới %(names)s.") % {"names": ", ".join(each.name for each in fresh)}, (
            shown.get_absolute_url()
        )

    verdict = policies.can_distribute(request.actor, shown)
    return _answer(request, shown, form, _("Gửi tới nơi nhận"), _("Gửi"), verdict, do, icon="send")


def seal(request: ActorRequest, pk: int) -> HttpResponse:
    """Set the body's digital signature on the PDF of an issued text."""
    shown = load_paper(request, pk)
    form = forms.EmptyForm(**given(request))

    def do() -> tuple[str, str]:
        services.seal(paper=shown, actor=request.actor, at=timezone.now())
        return _("Đã ký số; tệp chưa ký vẫn còn trong danh sách tệp."), shown.get_absolute_url()

    verdict = policies.can_seal(request.actor, shown)
    return _answer(request, shown, form, _("Ký số của cơ quan"), _("Ký số"), verdict, do, icon="shield-check")


def correct(request: ActorRequest, pk: int) -> HttpResponse:
    """Draft the text that amends, corrects, replaces or cancels this one."""
    shown = load_paper(request, pk)
    form = forms.CorrectForm(**given(request))

    def do() -> tuple[str, str]:
        later = services.correct(
            paper=shown,
            way=form.cleaned_data["way"],
            abstract=form.cleaned_data["abstract"],
            content=forms.content_of(form.cleaned_data.get("file")),
            actor=request.actor,
            at=timezone.now(),
        )
        return _("Đã lập dự thảo văn bản %(kind)s. Văn bản %(code)s giữ nguyên số.") % {
            "kind": later.get_kind_display().lower(), "code": shown.code
        }, later.get_absolute_url()  # fmt: skip

    verdict = policies.can_correct(request.actor, shown)
    title = _("Sửa đổi, đính chính văn bản đã ban hành")
    return _answer(request, shown, form, title, _("Lập dự thảo"), verdict, do, icon="pencil-square")


def copy(request: ActorRequest, pk: int) -> HttpResponse:
    """Make a copy of an issued text."""
    shown = load_paper(request, pk)
    form = forms.CopyForm(**given(request), signers=selectors.signers(shown.body, timezone.localdate()))

    def do() -> tuple[str, str]:
        made = services.copy(paper=shown, actor=request.actor, at=timezone.now(), **form.cleaned_data)
        return _("Đã vào sổ bản sao số %(code)s.") % {"code": made.code}, shown.get_absolute_url()

    verdict = policies.can_copy(request.actor, shown)
    return _answer(request, shown, form, _("Sao văn bản"), _("Vào sổ bản sao"), verdict, do, icon="file-earmark-check")


def put(request: ActorRequest, pk: int) -> HttpResponse:
    """Put an issued text in a file by matter."""
    shown = load_paper(request, pk)
    form = forms.PutForm(**given(request), folders=selectors.open_folders(request.actor, shown.body_id))

    def do() -> tuple[str, str]:
        item = services.file(paper=shown, actor=request.actor, at=timezone.now(), **form.cleaned_data)
        return _("Đã đưa vào hồ sơ %(folder)s.") % {"folder": item.folder}, shown.get_absolute_url()

    verdict = policies.keeps_register(request.actor, shown.body)
    return _answer(request, shown, form, _("Đưa vào hồ sơ"), _("Đưa vào hồ sơ"), verdict, do, icon="folder2-open")


@require_POST
def receive(request: ActorRequest, pk: int) -> HttpResponse:
    """Receive what was sent within the system: it stands in the own register from now on."""
    delivery = get_object_or_404(
        Delivery.objects.visible_to(request.actor).select_related("organ__council", "paper__organ"), pk=pk
    )
    try:
        entry = services.receive(delivery=delivery, actor=request.actor, at=timezone.now())
    except BusinessError as error:
        messages.error(request, str(error))
        return redirect(delivery.paper)
    messages.success(request, _("Đã nhận và vào sổ, số đến %(number)s.") % {"number": entry.shown_number})
    return redirect(entry)


def series(request: ActorRequest) -> HttpResponse:
    """Show the number series of the house."""
    context = {"rows": selectors.series_of(request.actor), "may_open": _may_keep(request)}
    return render(request, "documents/series.html", context)


def _may_keep(request: ActorRequest) -> Verdict:
    actor = request.actor
    organ = Organ.objects.visible_to(actor).select_related("council").filter(pk=actor.organ_id or 0).first()
    return policies.keeps_register(actor, register_body(organ)) if organ else policies.can_store(actor)


def open_series(request: ActorRequest) -> HttpResponse:
    """Open a number series of an organ's own, or change its abbreviations."""
    form = forms.SeriesForm(**given(request), own=selectors.own_organs(request.actor, timezone.localdate()))

    def do() -> tuple[str, str]:
        made = services.open_series(actor=request.actor, at=timezone.now(), **form.cleaned_data)
        return _("Dãy số của %(organ)s dùng ký hiệu %(symbol)s.") % {
            "organ": made.organ, "symbol": made.symbol
        }, reverse("documents:series")  # fmt: skip

    deed = Deed(_("Mở dãy số"), _("Mở dãy số"), _may_keep(request), do, reverse("documents:series"), icon="list-check")
    return answer(request, form, deed)
