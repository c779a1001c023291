"""Incoming texts: the register, one text with its story, one page for each deed."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.http import ActorRequest, handed
from nghitruong.base.policy import Verdict
from nghitruong.base.subjects import Subject
from nghitruong.documents import forms, policies, selectors, services
from nghitruong.documents.enums import Direction
from nghitruong.documents.exports.registers import incoming_xlsx
from nghitruong.documents.models import Incoming
from nghitruong.documents.models.registers import register_body
from nghitruong.documents.rules import XLSX
from nghitruong.documents.selectors import Asked
from nghitruong.documents.views.deed import Deed, answer, given
from nghitruong.organisation.models import Organ
from nghitruong.ui.rules import Due, Tab

ROWS = 25


def _load(request: ActorRequest, pk: int) -> Incoming:
    seen = Incoming.objects.visible_to(request.actor)
    loaded = seen.select_related("body", "handler_organ", "handler__person", "document__file", "delivery", "organ")
    return get_object_or_404(loaded, pk=pk)


def may_register(request: ActorRequest) -> Verdict:
    actor = request.actor
    organ = Organ.objects.visible_to(actor).select_related("council").filter(pk=actor.organ_id or 0).first()
    return policies.keeps_register(actor, register_body(organ)) if organ else policies.can_store(actor)


def due_of(entry: Incoming) -> Due:
    """Return an entry's due date as a list shows it."""
    is_done = entry.state == "finished"
    left = (entry.due_on - timezone.localdate()).days if entry.due_on else None
    return Due(entry.due_on, left, "calendar", closed=is_done, say=_("đã xử lý") if is_done else "")


def incoming(request: ActorRequest) -> HttpResponse:
    """Show the incoming register, and on top what was sent within the system and waits."""
    asked, name, today = Asked.by(dict(request.GET.lists())), request.GET.get("ds", ""), timezone.localdate()
    page = Paginator(selectors.incoming(request.actor, asked, name, today), ROWS).get_page(request.GET.get("trang"))
    counted, here = selectors.standing(request.actor, today), reverse("documents:incoming")
    known = {"cho-chuyen", "dang-xu-ly", "qua-han"}
    tabs = [
        Tab(_("Sổ văn bản đến"), here, counted["all"], current=name not in known),
        Tab(_("Chờ chuyển"), f"{here}?ds=cho-chuyen", counted["waiting"], current=name == "cho-chuyen"),
        Tab(_("Đang xử lý"), f"{here}?ds=dang-xu-ly", counted["routed"], current=name == "dang-xu-ly"),
        Tab(_("Quá hạn xử lý"), f"{here}?ds=qua-han", counted["late"], current=name == "qua-han"),
    ]
    context = {
        "page": page,
        "rows": [(entry, due_of(entry)) for entry in page],
        "tabs": tabs,
        "facets": selectors.facets(request.actor, asked, Direction.IN),
        "asked": asked,
        "list": name,
        "arrived": selectors.arrived(request.actor),
        "may_register": may_register(request),
        "query": request.GET.urlencode(),
    }
    return render(request, "documents/incoming.html", context)


def incoming_xlsx_page(request: ActorRequest) -> HttpResponse:
    """The list just seen, whole, as a workbook."""
    asked = Asked.by(dict(request.GET.lists()))
    rows = selectors.incoming(request.actor, asked, request.GET.get("ds", ""), timezone.localdate())
    return handed(incoming_xlsx(rows), f"so-van-ban-den-{timezone.localdate():%Y%m%d}.xlsx", XLSX)


def incoming_paper(request: ActorRequest, pk: int) -> HttpResponse:
    """Show one incoming text with its whole story."""
    shown, actor = _load(request, pk), request.actor
    events, files = selectors.story(Subject.of(shown))
    may_put = policies.keeps_register(actor, shown.body)
    context = {
        "entry": shown,
        "due": due_of(shown) if shown.due_on or shown.state == "finished" else None,
        "events": events,
        "signatures": selectors.signatures_of(shown.document, timezone.now()),
        "files": files,
        "copies": shown.copied.select_related("signer__person"),
        "folders": shown.filed.select_related("folder"),
        "verdicts": {name: getattr(policies, f"can_{name}")(actor, shown) for name in ("route", "finish", "copy")},
        "is_own": bool(may_put),
        "may_put": may_put,
    }
    return render(request, "documents/incoming_paper.html", context)


def register_incoming(request: ActorRequest) -> HttpResponse:
    """Register a text that came in."""
    actor = request.actor
    form = forms.IncomingForm(
        **given(request), own=selectors.own_organs(actor, timezone.localdate()), initial={"organ": actor.organ_id}
    )

    def do() -> tuple[str, str]:
        entry = services.register_incoming(actor=actor, at=timezone.now(), **form.values())
        return _("Đã vào sổ, số đến %(number)s.") % {"number": entry.shown_number}, entry.get_absolute_url()

    back = reverse("documents:incoming")
    deed = Deed(_("Đăng ký văn bản đến"), _("Vào sổ"), may_register(request), do, back, icon="inbox")
    return answer(request, form, deed)


def _answer(
    request: ActorRequest, shown: Incoming, form: Any, title: str, verb: str, verdict: Verdict, do: Any, icon: str = ""
) -> HttpResponse:
    back, lead = shown.get_absolute_url(), f"{shown.code or shown.shown_number}: {shown.abstract}"
    return answer(request, form, Deed(title, verb, verdict, do, back, lead=lead, icon=icon))


def route(request: ActorRequest, pk: int) -> HttpResponse:
    """Route a text to an organ or a person."""
    shown = _load(request, pk)
    organs, people = selectors.handlers(request.actor, timezone.localdate())
    form = forms.RouteForm(**given(request), organs=organs, people=people, initial={"due_on": shown.due_on})

    def do() -> tuple[str, str]:
        routed = services.route(incoming=shown, actor=request.actor, at=timezone.now(), **form.cleaned_data)
        return _("Đã chuyển %(organ)s xử lý.") % {"organ": routed.handler_organ}, shown.get_absolute_url()

    verdict = policies.can_route(request.actor, shown)
    return _answer(request, shown, form, _("Chuyển xử lý"), _("Chuyển"), verdict, do, icon="arrow-right")


def finish(request: ActorRequest, pk: int) -> HttpResponse:
    """Say how a text was dealt with."""
    shown = _load(request, pk)
    form = forms.FinishForm(**given(request))

    def do() -> tuple[str, str]:
        services.finish(incoming=shown, actor=request.actor, at=timezone.now(), **form.cleaned_data)
        return _("Đã ghi kết quả xử lý."), shown.get_absolute_url()

    verdict = policies.can_finish(request.actor, shown)
    return _answer(request, shown, form, _("Ghi đã xử lý"), _("Ghi kết quả"), verdict, do, icon="check-lg")


def copy_incoming(request: ActorRequest, pk: int) -> HttpResponse:
    """Make a copy of a text that came in."""
    shown = _load(request, pk)
    form = forms.CopyForm(**given(request), signers=selectors.signers(shown.body, timezone.localdate()))

    def do() -> tuple[str, str]:
        made = services.copy(paper=shown, actor=request.actor, at=timezone.now(), **form.cleaned_data)
        return _("Đã vào sổ bản sao số %(code)s.") % {"code": made.code}, shown.get_absolute_url()

    verdict = policies.can_copy(request.actor, shown)
    return _answer(request, shown, form, _("Sao văn bản"), _("Vào sổ bản sao"), verdict, do, icon="file-earmark-check")


def put_incoming(request: ActorRequest, pk: int) -> HttpResponse:
    """Put a text that came in into a file by matter."""
    shown = _load(request, pk)
    form = forms.PutForm(**given(request), folders=selectors.open_folders(request.actor, shown.body_id))

    def do() -> tuple[str, str]:
        item = services.file(paper=shown, actor=request.actor, at=timezone.now(), **form.cleaned_data)
        return _("Đã đưa vào hồ sơ %(folder)s.") % {"folder": item.folder}, shown.get_absolute_url()

    verdict = policies.keeps_register(request.actor, shown.body)
    return _answer(request, shown, form, _("Đưa vào hồ sơ"), _("Đưa vào hồ sơ"), verdict, do, icon="folder2-open")
