"""Is it an answer, are the facts right, was it the right door: the pages of quality."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from nghitruong.base.errors import BusinessError
from nghitruong.base.http import ActorRequest
from nghitruong.base.policy import allow_if
from nghitruong.petitions import forms, policies, services
from nghitruong.petitions.enums import DEED_LABELS, Level
from nghitruong.petitions.selectors import proposals, quality
from nghitruong.petitions.views.deeds import given, load, perform

PAGE = 25


def commit_all(request: ActorRequest, pk: int) -> HttpResponse:
    """Show the answer with what was read out of it; send the promises chosen into the ledger."""
    petition = load(request, pk)
    shown = quality.read_answer(petition, (_("Biện pháp"), _("Cơ quan"), _("Thời hạn"), _("Kinh phí")))
    verdict = allow_if(shown, _("Chưa có câu trả lời để đọc."))
    status, error = 200, ""
    if request.method == "POST" and shown:
        chosen = set(request.POST.getlist("loi-hua"))
        promises = [one.promise for one in shown.found if one.key in chosen and not one.is_recorded]
        try:
            made = services.commit_all(petition=petition, promises=promises, actor=request.actor, at=timezone.now())
            said = ngettext("Đã ghi %(n)s lời hứa vào sổ nghĩa vụ.", "Đã ghi %(n)s lời hứa vào sổ nghĩa vụ.", len(made))
            messages.success(request, said % {"n": len(made)})
            return redirect(petition)
        except BusinessError as refused:
            status, error = 422, str(refused)
    context = {
        "petition": petition,
        "shown": shown,
        "verdict": verdict and policies.can_commit(request.actor, petition),
        "label": DEED_LABELS["commit_all"],
        "error": error,
        "may_classify": policies.can_classify_answer(request.actor, petition),
        "classify_label": DEED_LABELS["classify_answer"],
        "may_assess": policies.can_assess(request.actor, petition),
        "elsewhere": quality.waiting_elsewhere(petition, request.actor, timezone.localdate()) if shown else None,
        "may_hear": policies.can_hear_voter(request.actor, petition),
    }
    return render(request, "petitions/commit_all.html", context, status=status)


def assess(request: ActorRequest, pk: int) -> HttpResponse:
    petition = load(request, pk)
    form = forms.AssessForm(request.POST or None, **given(request, petition))
    return perform(
        request,
        petition,
        form,
        deed="assess",
        verdict=policies.can_assess(request.actor, petition),
        call=lambda: services.assess(petition=petition, actor=request.actor, at=timezone.now(), **form.cleaned_data),
        said=lambda done: _("Đã ghi đánh giá của %(organ)s.") % {"organ": done.organ},
    )


def hear_voter(request: ActorRequest, pk: int) -> HttpResponse:
    petition = load(request, pk)
    form = forms.HearVoterForm(request.POST or None, **given(request, petition))
    return perform(
        request,
        petition,
        form,
        deed="hear_voter",
        verdict=policies.can_hear_voter(request.actor, petition),
        call=lambda: services.hear_voter(
            petition=petition, actor=request.actor, at=timezone.now(), **form.cleaned_data
        ),
        said=lambda done: _("Đã ghi ý kiến cử tri: %(verdict)s.") % {"verdict": done.get_verdict_display()},
    )


def check_fact(request: ActorRequest, pk: int) -> HttpResponse:
    petition = load(request, pk)
    form = forms.CheckFactForm(request.POST or None, **given(request, petition))
    return perform(
        request,
        petition,
        form,
        deed="check_fact",
        verdict=policies.can_check_fact(request.actor, petition),
        call=lambda: services.check_fact(
            petition=petition, actor=request.actor, at=timezone.now(), **form.cleaned_data
        ),
        said=lambda done: _("Đã ghi kết quả kiểm tra: %(verdict)s.") % {"verdict": done.get_verdict_display()},
        more={"facts": quality.facts_of(petition)},
    )


def send_down(request: ActorRequest, pk: int) -> HttpResponse:
    petition = load(request, pk)
    verdict = policies.can_send_down(request.actor, petition)
    lower = list(quality.lower_councils(petition.keeper, timezone.localdate())) if verdict else []
    below = quality.answered_below(petition, lower) if verdict else None
    basis = proposals.basis_of(petition, timezone.localdate()) if verdict else None
    form = forms.SendDownForm(
        request.POST or None, initial=_proposed(below, basis), lower=lower, **given(request, petition)
    )
    return perform(
        request,
        petition,
        form,
        deed="send_down",
        verdict=verdict,
        call=lambda: services.send_down(petition=petition, actor=request.actor, at=timezone.now(), **form.cleaned_data),
        said=lambda done: _("Đã chuyển xuống %(council)s kèm lý do và căn cứ.") % {"council": done.keeper},
        more={"below": below, "basis": basis, "level": Level.COMMUNE},
        then="petitions:misroutes",
    )


def _proposed(below: quality.AnsweredBelow | None, basis: proposals.Basis | None) -> dict[str, Any]:
    """Return what an answer found below, and the rule that decided the level, already tell of the form."""
    initial: dict[str, Any] = {}
    if basis is not None and basis.level == Level.COMMUNE:
        initial["basis"] = basis.text
    if below is None:
        return initial
    told = {"number": below.answer.document.number, "on": below.answer.on.strftime("%d/%m/%Y")}
    if "basis" not in initial:
        told_by = {**told, "organ": below.answer.organ.name}
        initial["basis"] = _("Văn bản trả lời số %(number)s ngày %(on)s của %(organ)s") % told_by
    reason = _("Cấp dưới đã trả lời việc này tại văn bản số %(number)s ngày %(on)s.") % told
    return {**initial, "to": below.council.pk, "competent": below.answer.organ_id, "reason": reason}


@require_safe
def misroutes(request: ActorRequest) -> HttpResponse:
    """Show the ledger of wrong doors: who sent, days lost, whose matter it is; `?noi-chuyen=` narrows to one sender."""
    rows = quality.misroutes(request.actor)
    senders = quality.senders(rows)
    chosen = next((one for one in senders if str(one.pk) == request.GET.get("noi-chuyen")), None)
    page = Paginator(rows.filter(sent_by=chosen.pk) if chosen else rows, PAGE).get_page(request.GET.get("trang"))
    return render(request, "petitions/misroutes.html", {"page": page, "senders": senders, "chosen": chosen})
