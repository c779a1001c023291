"""Texts out and in as edXML packets, for offices whose systems do not talk to this one directly."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.errors import BusinessError
from nghitruong.base.http import ActorRequest, handed, refused
from nghitruong.documents import forms, policies, selectors, services
from nghitruong.documents.views.deed import Deed, answer, given
from nghitruong.documents.views.incoming import may_register
from nghitruong.documents.views.papers import load_paper


def edxml(request: ActorRequest, pk: int) -> HttpResponse:
    """Hand over an issued text and its file as a packet."""
    shown = load_paper(request, pk)
    verdict = policies.can_distribute(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    try:
        packet = services.edxml_of(paper=shown, actor=request.actor, at=timezone.now())
    except BusinessError as error:
        messages.error(request, str(error))
        return redirect(shown)
    return handed(packet, f"van-ban-{shown.pk}.edxml", "application/xml")


def take_edxml(request: ActorRequest) -> HttpResponse:
    """Register the text that a packet brings."""
    actor = request.actor
    form = forms.PacketForm(
        **given(request), own=selectors.own_organs(actor, timezone.localdate()), initial={"organ": actor.organ_id}
    )

    def do() -> tuple[str, str]:
        entry, odd = services.take_edxml(actor=actor, at=timezone.now(), **form.values())
        for each in odd:
            messages.warning(request, each)
        return _("Đã vào sổ, số đến %(number)s.") % {"number": entry.shown_number}, entry.get_absolute_url()

    back = reverse("documents:incoming")
    return answer(request, form, Deed(_("Nhận gói edXML"), _("Vào sổ"), may_register(request), do, back, icon="inbox"))
