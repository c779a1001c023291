"""Is it new? The queue of possible repeats, the decision on each, the hint while typing, merge and split."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from nghitruong.base.errors import BusinessError
from nghitruong.base.http import ActorRequest
from nghitruong.language.likeness import features
from nghitruong.petitions import forms, policies, selectors, services
from nghitruong.petitions.enums import RepeatKind
from nghitruong.petitions.models import ImportBatch, Petition, Repeat
from nghitruong.petitions.selectors import quality, repeats
from nghitruong.petitions.selectors.lists import is_number
from nghitruong.petitions.views.deeds import given, load, perform

LISTED = 12
HINTED = 3
ENOUGH_LETTERS = 12


def queue(request: ActorRequest) -> HttpResponse:
    """One pair side by side and the next ones; `?muc=` chooses, without it the nearest stands first.

    `?lan-nhap=` narrows to one import, and stays through the decisions.
    """
    verdict = policies.can_review_repeats(request.actor)
    number = request.GET.get("lan-nhap", "")
    batch = ImportBatch.objects.visible_to(request.actor).filter(pk=number).first() if is_number(number) else None
    waiting = repeats.queue(request.actor, batch=batch.pk if batch else None)
    page = Paginator(waiting if verdict else waiting.none(), LISTED).get_page(request.GET.get("trang"))
    listed = list(page.object_list)
    asked = request.GET.get("muc", "")
    chosen = next((one for one in listed if str(one.pk) == asked), None)
    if chosen is None and listed:  # a link may lead to a pair that stands on another page
        chosen = (waiting.filter(pk=asked).first() if is_number(asked) else None) or listed[0]
    pair = repeats.pair(chosen) if chosen else None
    chain = repeats.chain(chosen.earlier, request.actor) if chosen else None
    context = {
        "verdict": verdict,
        "label": _("Xem kiến nghị có thể trùng"),
        "page": page,
        "batch": batch,
        "listed": listed,
        "pair": pair,
        "chain": chain,
        "is_known": bool(chain and chosen and chain.holds(chosen.later)),
        "may_merge": policies.can_merge(request.actor, pair.repeat.later, pair.repeat.earlier) if pair else None,
    }
    return render(request, "petitions/repeats.html", context)


def _decide(request: ActorRequest, pk: int, call: Callable[[Repeat], str]) -> HttpResponse:
    rows = Repeat.objects.visible_to(request.actor).select_related("later__keeper", "earlier__joined_to")
    repeat = get_object_or_404(rows, pk=pk)
    try:
        messages.success(request, call(repeat))
    except BusinessError as error:
        messages.error(request, str(error))
    if request.POST.get("ve") == "kien-nghi":
        return redirect(repeat.later)
    batch = request.POST.get("lan-nhap", "")
    return redirect(f"{reverse('petitions:repeats')}{f'?lan-nhap={batch}' if is_number(batch) else ''}")


@require_POST
def confirm(request: ActorRequest, pk: int) -> HttpResponse:
    kind = request.POST.get("kind", "")

    def call(repeat: Repeat) -> str:
        services.confirm_repeat(repeat=repeat, kind=kind, actor=request.actor, at=timezone.now())
        told = {"later": repeat.later.code, "earlier": repeat.earlier.code}
        if kind == RepeatKind.VOICE:
            return _("Đã gộp %(later)s vào %(earlier)s; nguồn của từng kiến nghị vẫn giữ nguyên.") % told
        return _("Đã ghi nhận %(later)s hỏi lại việc của %(earlier)s.") % told

    return _decide(request, pk, call)


@require_POST
def reject(request: ActorRequest, pk: int) -> HttpResponse:
    def call(repeat: Repeat) -> str:
        services.reject_repeat(repeat=repeat, actor=request.actor, at=timezone.now())
        return _("Đã ghi nhận %(later)s và %(earlier)s là hai việc.") % {
            "later": repeat.later.code,
            "earlier": repeat.earlier.code,
        }

    return _decide(request, pk, call)


@require_POST
def reconsider(request: ActorRequest, pk: int) -> HttpResponse:
    def call(repeat: Repeat) -> str:
        services.reconsider_repeat(repeat=repeat, actor=request.actor, at=timezone.now())
        return _("Đã đưa trở lại danh sách chờ xem.")

    return _decide(request, pk, call)


@require_GET
def hint(request: ActorRequest) -> HttpResponse:
    """The petitions nearest to what is being typed, as a piece of a page; nothing where there are none."""
    text = request.GET.get("text", "")[:2000]
    found = []
    if policies.can_review_repeats(request.actor) and len(text.strip()) >= ENOUGH_LETTERS:
        near = selectors.nearest(features(text, request.GET.get("place", "")[:300]), request.actor, limit=HINTED)
        found = [one for one in near if one.likeness.is_worth_a_look]
    if not found:
        return HttpResponse("")
    return render(request, "petitions/hint.html", {"found": repeats.became(found)})


@require_GET
def chain(request: ActorRequest, pk: int) -> HttpResponse:
    """What else was asked of the same matter; as a piece of the matter's page where htmx asks for it."""
    petition = get_object_or_404(Petition.objects.visible_to(request.actor).select_related("joined_to"), pk=pk)
    may_keep = request.actor.has("petitions.keep")
    waiting, decided = repeats.judged(petition, request.actor) if may_keep else (None, [])
    context = {
        "petition": petition,
        "may_keep": may_keep,
        "chain": repeats.chain(petition, request.actor),
        "waiting": waiting,
        "decided": decided,
        "elsewhere": quality.waiting_elsewhere(petition, request.actor, timezone.localdate())
        if may_keep and petition.answered_on
        else None,
    }
    return render(request, "petitions/chain.html" if request.htmx else "petitions/chain_page.html", context)


def merge(request: ActorRequest, pk: int) -> HttpResponse:
    petition = load(request, pk)
    form = forms.MergeForm(request.POST or None, **given(request, petition))
    verdict = policies.can_merge(request.actor, petition)
    return perform(
        request,
        petition,
        form,
        deed="merge",
        verdict=verdict,
        call=lambda: services.merge(petition=petition, actor=request.actor, at=timezone.now(), **form.cleaned_data),
        said=lambda done: _("Đã gộp vào %(code)s.") % {"code": done.joined_to.code},
        more={"near": repeats.mergeable(petition, request.actor) if verdict else []},
    )


def split(request: ActorRequest, pk: int) -> HttpResponse:
    petition = load(request, pk)
    form = forms.DeedForm(request.POST if request.method == "POST" else None, **given(request, petition))
    return perform(
        request,
        petition,
        form,
        deed="split",
        verdict=policies.can_split(request.actor, petition),
        call=lambda: services.split(petition=petition, actor=request.actor, at=timezone.now()),
        said=lambda done: _("Đã tách %(code)s thành kiến nghị riêng.") % {"code": done.code},
    )
