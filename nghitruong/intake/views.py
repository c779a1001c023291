"""Pages of documents read in: load, one call, answer."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse  # noqa: TID251 -- view
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nghitruong.base.errors import BusinessError
from nghitruong.base.http import ActorRequest, refused
from nghitruong.documents.models import Folder
from nghitruong.intake import forms, policies, selectors, services
from nghitruong.intake.models import DocumentReading, Proposal
from nghitruong.organisation.models import Organ

ROWS = 25


def _load(request: ActorRequest, pk: int) -> DocumentReading:
    seen = DocumentReading.objects.visible_to(request.actor).select_related("council__unit", "file")
    return get_object_or_404(seen, pk=pk)


def _item(request: ActorRequest, pk: int) -> Proposal:
    seen = DocumentReading.objects.visible_to(request.actor)
    items = Proposal.objects.filter(reading__in=seen).select_related("reading__council", "reading__file")
    return get_object_or_404(items, pk=pk)


def _own_council(request: ActorRequest) -> Organ:
    return get_object_or_404(Organ.objects.visible_to(request.actor), pk=request.actor.council_id or 0)


def index(request: ActorRequest) -> HttpResponse:
    """List documents taken in, newest first."""
    page = Paginator(selectors.to_list(request.actor), ROWS).get_page(request.GET.get("trang"))
    may_take = policies.can_take(request.actor, Organ(pk=request.actor.council_id or 0))
    context = {"page": page, "rows": selectors.listed(list(page.object_list)), "may_take": may_take}
    return render(request, "intake/index.html", context)


def take(request: ActorRequest) -> HttpResponse:
    """Take a file or pasted text in; what needs no recognising is read at once."""
    council = _own_council(request)
    verdict = policies.can_take(request.actor, council)
    if not verdict:
        return refused(request, verdict, "intake:index")
    form = forms.TakeForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        sent, at = form.cleaned_data["file"], timezone.now()
        try:
            taken = services.take(
                council=council, name=sent.name if sent else "", content=sent.read() if sent else None,
                text=form.cleaned_data["text"], actor=request.actor, at=at,
            )  # fmt: skip
            return redirect(services.read(reading=taken, actor=request.actor, at=at, quick=True))
        except BusinessError as error:
            form.add_error("file", str(error))
    context = {"form": form, "title": _("Đưa văn bản vào"), "verb": _("Đọc văn bản"), "icon": "upload",
               "cancel_url": reverse("intake:index"), "lead": _("Hệ thống đọc và đề xuất; chỉ những mục người duyệt nhận mới thành hồ sơ.")}  # fmt: skip
    return render(request, "ui/form.html", context)


def reading(request: ActorRequest, pk: int) -> HttpResponse:
    """Show a document beside what its words propose; or how far its reading has come."""
    shown, actor = _load(request, pk), request.actor
    verdicts = {
        "review": policies.can_accept_certain(actor, shown),
        "close": policies.can_close(actor, shown),
        "cancel": policies.can_cancel(actor, shown),
        "retry": policies.can_retry(actor, shown),
    }
    review = selectors.review(shown, actor) if shown.text and not shown.is_unread else None
    return render(request, "intake/reading.html", {"reading": shown, "review": review, "verdicts": verdicts})


def progress(request: ActorRequest, pk: int) -> HttpResponse:
    """Return how far the reading has come; the page asks each second, and is loaded anew at the end."""
    shown = _load(request, pk)
    if not request.htmx:
        return redirect(shown)
    answer = render(request, "intake/progress.html", {"reading": shown})
    if not shown.is_unread:
        answer["HX-Refresh"] = "true"
    return answer


def cross_check(request: ActorRequest, pk: int) -> HttpResponse:
    """Show a document's figures that do not agree: in it, with its neighbours in a file, with what is counted here."""
    shown = _load(request, pk)
    context = {"reading": shown, "check": selectors.check_reading(shown, request.actor, timezone.localdate())}
    return render(request, "intake/cross_check.html", context)


def cross_check_folder(request: ActorRequest, pk: int) -> HttpResponse:
    """Show the figures that do not agree in the documents of one file by matter."""
    folder = get_object_or_404(Folder.objects.visible_to(request.actor), pk=pk)
    context = {"folder": folder, "check": selectors.check_folder(folder, request.actor, timezone.localdate())}
    return render(request, "intake/cross_check.html", context)


@require_POST
def cancel(request: ActorRequest, pk: int) -> HttpResponse:
    shown = _load(request, pk)
    try:
        services.cancel(reading=shown, actor=request.actor, at=timezone.now())
        messages.success(request, _("Đã dừng đọc «%(name)s».") % {"name": shown.name})
    except BusinessError as error:
        messages.error(request, str(error))
    return redirect(shown)


@require_POST
def retry(request: ActorRequest, pk: int) -> HttpResponse:
    shown = _load(request, pk)
    try:
        again = services.retry(reading=shown, actor=request.actor, at=timezone.now())
        services.read(reading=again, actor=request.actor, at=timezone.now(), quick=True)
        messages.success(request, _("Đang đọc lại «%(name)s».") % {"name": shown.name})
    except BusinessError as error:
        messages.error(request, str(error))
    return redirect(shown)


@require_POST
def accept_certain(request: ActorRequest, pk: int) -> HttpResponse:
    shown = _load(request, pk)
    try:
        count = services.accept_certain(reading=shown, actor=request.actor, at=timezone.now())
        messages.success(request, _("Đã nhận %(n)s mục không có điều ngờ.") % {"n": count})
    except BusinessError as error:
        messages.error(request, str(error))
    return redirect(shown)


@require_POST
def close(request: ActorRequest, pk: int) -> HttpResponse:
    shown = _load(request, pk)
    try:
        services.close(reading=shown, actor=request.actor, at=timezone.now())
        messages.success(request, _("Đã duyệt xong «%(name)s».") % {"name": shown.name})
    except BusinessError as error:
        messages.error(request, str(error))
    return redirect(shown)


def accept(request: ActorRequest, pk: int) -> HttpResponse:
    """Accept an item as it stands (a button), or as corrected (the form)."""
    item = _item(request, pk)
    verdict = policies.can_accept(request.actor, item)
    if not verdict:
        return refused(request, verdict, item.reading)
    organs, day = selectors.set_aside(item)
    given = {"organs": [organ.pk for organ in organs]}
    as_read = "as_read" in request.POST
    form = forms.ItemForm(
        None if as_read else request.POST or None, proposal=item, organs=selectors.near(item.reading.council, day),
        initial=given,
    )  # fmt: skip
    if request.method == "POST" and (as_read or form.is_valid()):
        data = {**item.data, **(given if organs else {})} if as_read else form.values()
        try:
            services.accept(proposal=item, data=data, actor=request.actor, at=timezone.now())
            return redirect(selectors.next_address(item))
        except BusinessError as error:
            form = forms.ItemForm(request.POST if not as_read else None, proposal=item,
                                  organs=selectors.near(item.reading.council, day), initial=given)  # fmt: skip
            messages.error(request, str(error))
    return render(request, "intake/accept.html", {"form": form, "item": item})


@require_POST
def reject(request: ActorRequest, pk: int) -> HttpResponse:
    item = _item(request, pk)
    form = forms.RejectForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    try:
        services.reject(proposal=item, reason=reason, actor=request.actor, at=timezone.now())
    except BusinessError as error:
        messages.error(request, str(error))
    return redirect(selectors.next_address(item))


@require_POST
def restore(request: ActorRequest, pk: int) -> HttpResponse:
    item = _item(request, pk)
    try:
        services.restore(proposal=item, actor=request.actor, at=timezone.now())
    except BusinessError as error:
        messages.error(request, str(error))
    return redirect(item)
