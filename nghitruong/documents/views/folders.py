"""Files by matter: the list, one file with its contents, one page for each deed."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.http import ActorRequest
from nghitruong.base.policy import Verdict
from nghitruong.documents import forms, policies, selectors, services
from nghitruong.documents.models import Folder
from nghitruong.documents.models.registers import register_body
from nghitruong.documents.views.deed import Deed, answer, given
from nghitruong.organisation.models import Organ

ROWS = 25


def _load(request: ActorRequest, pk: int) -> Folder:
    return get_object_or_404(Folder.objects.visible_to(request.actor).select_related("body"), pk=pk)


def _may_open(request: ActorRequest) -> Verdict:
    actor = request.actor
    organ = Organ.objects.visible_to(actor).select_related("council").filter(pk=actor.organ_id or 0).first()
    return policies.keeps_register(actor, register_body(organ)) if organ else policies.can_store(actor)


def folders(request: ActorRequest) -> HttpResponse:
    """List the files by matter, newest year first."""
    found = Folder.objects.visible_to(request.actor).annotate(held=Count("items")).order_by("-year", "code", "pk")
    page = Paginator(found, ROWS).get_page(request.GET.get("trang"))
    return render(request, "documents/folders.html", {"page": page, "may_open": _may_open(request)})


def folder(request: ActorRequest, pk: int) -> HttpResponse:
    """Show one file by matter and its list of contents."""
    shown = _load(request, pk)
    context = {
        "folder": shown,
        "items": shown.items.visible_to(request.actor).select_related("paper", "incoming"),
        "may_close": policies.can_close_folder(request.actor, shown),
    }
    return render(request, "documents/folder.html", context)


def open_folder(request: ActorRequest) -> HttpResponse:
    """Open a file by matter."""
    actor, today = request.actor, timezone.localdate()
    form = forms.FolderForm(
        **given(request), own=selectors.own_organs(actor, today), initial={"organ": actor.organ_id, "year": today.year}
    )

    def do() -> tuple[str, str]:
        made = services.open_folder(actor=actor, at=timezone.now(), **form.cleaned_data)
        return _("Đã lập hồ sơ %(code)s.") % {"code": made.code}, made.get_absolute_url()

    deed = Deed(
        _("Lập hồ sơ"), _("Lập hồ sơ"), _may_open(request), do, reverse("documents:folders"), icon="folder2-open"
    )
    return answer(request, form, deed)


def close_folder(request: ActorRequest, pk: int) -> HttpResponse:
    """Close a file by matter."""
    shown = _load(request, pk)
    form = forms.EmptyForm(**given(request))

    def do() -> tuple[str, str]:
        services.close_folder(folder=shown, actor=request.actor, at=timezone.now())
        return _("Đã đóng hồ sơ."), shown.get_absolute_url()

    verdict = policies.can_close_folder(request.actor, shown)
    lead = _("%(folder)s. Sau khi đóng, không đưa thêm văn bản vào.") % {"folder": shown}
    back = shown.get_absolute_url()
    return answer(request, form, Deed(_("Đóng hồ sơ"), _("Đóng hồ sơ"), verdict, do, back, lead=lead, icon="archive"))
