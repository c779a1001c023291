"""One organ: its page, and adding, correcting, ending it, and what it took over."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, HttpResponseBase, JsonResponse  # noqa: TID251 -- view
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nghitruong.base.http import ActorRequest
from nghitruong.organisation import policies, selectors, services
from nghitruong.organisation.enums import OrganKind
from nghitruong.organisation.forms import AddOrganForm, EditOrganForm, EndOrganForm, SucceedOrganForm
from nghitruong.organisation.models import Membership, Organ
from nghitruong.organisation.views.deed import Deed, answer, day_asked, history_url

SUGGESTED = 12


def _load(request: ActorRequest, pk: int) -> Organ:
    found = Organ.objects.visible_to(request.actor).select_related("council", "council__unit", "unit", "parent")
    return get_object_or_404(found, pk=pk)


@require_safe
def organ(request: ActorRequest, pk: int) -> HttpResponseBase:
    """Show an organ with who sits in it on the day and who sat before."""
    shown, on = _load(request, pk), day_asked(request)
    if shown.kind == OrganKind.COUNCIL:
        return redirect(shown)
    offices = list(
        Membership.objects.visible_to(request.actor).filter(organ=shown).select_related("person", "term", "organ")
    )
    offices.sort(key=lambda each: (each.person.sort_key, each.pk))
    context = {
        "organ": shown,
        "on": on,
        "asked_day": request.GET.get("ngay", ""),
        "now": [each for each in offices if each.held_on(on)],
        "others": [each for each in offices if not each.held_on(on)],
        "children": list(shown.children.on(on)) if hasattr(shown.children, "on") else list(shown.children.all()),
        "predecessors": list(shown.predecessors.all()),
        "successors": list(shown.successors.all()),
        "history": history_url(shown),
        "can_edit": policies.can_edit_organ(request.actor, shown),
        "can_end": policies.can_end_organ(request.actor, shown),
        "can_appoint": policies.can_appoint(request.actor, shown),
    }
    return render(request, "organisation/organ.html", context)


def add_organ(request: ActorRequest, pk: int) -> HttpResponse:
    """Add an organ to a council."""
    council = get_object_or_404(Organ.objects.visible_to(request.actor), pk=pk, kind=OrganKind.COUNCIL)

    def do(clean: dict[str, Any]) -> tuple[str, str]:
        values = {"valid_from": clean.pop("valid_from"), "basis": clean.pop("basis")}
        made = services.add_organ(council=council, values=values, actor=request.actor, at=timezone.now(), **clean)
        return _("Đã thêm %(organ)s.") % {"organ": made.name}, made.get_absolute_url()

    deed = Deed(
        title=_("Thêm cơ quan, Ban hoặc Tổ đại biểu"),
        verb=_("Thêm cơ quan"),
        verdict=policies.can_add_organ(request.actor, council),
        do=do,
        back=council.get_absolute_url(),
        lead=council.name,
    )
    return answer(request, AddOrganForm(request.POST or None), deed)


def edit_organ(request: ActorRequest, pk: int) -> HttpResponse:
    """Correct what is recorded of an organ."""
    shown = _load(request, pk)
    names = (
        "name", "short_name", "code", "valid_from", "basis", "population", "is_mountain_or_island", "version",
    )  # fmt: skip
    form = EditOrganForm(request.POST or None, organ=shown, initial={name: getattr(shown, name) for name in names})

    def do(clean: dict[str, Any]) -> tuple[str, str]:
        version = clean.pop("version")
        services.edit_organ(organ=shown, values=clean, actor=request.actor, at=timezone.now(), version=version)
        return _("Đã sửa thông tin %(organ)s.") % {"organ": clean["name"]}, shown.get_absolute_url()

    deed = Deed(
        title=_("Sửa thông tin %(organ)s") % {"organ": shown.name},
        verb=_("Lưu thông tin"),
        verdict=policies.can_edit_organ(request.actor, shown),
        do=do,
        back=shown.get_absolute_url(),
    )
    return answer(request, form, deed)


def end_organ(request: ActorRequest, pk: int) -> HttpResponse:
    """End an organ; nothing is deleted."""
    shown = _load(request, pk)

    def do(clean: dict[str, Any]) -> tuple[str, str]:
        services.end_organ(organ=shown, actor=request.actor, at=timezone.now(), **clean)
        said = _("%(organ)s hoạt động đến hết ngày %(day)s.") % {"organ": shown.name, "day": f"{clean['on']:%d/%m/%Y}"}
        return said, shown.get_absolute_url()

    lead = _("Hồ sơ vẫn còn nguyên; chức vụ trong cơ quan này kết thúc cùng ngày.")
    if shown.kind == OrganKind.COUNCIL:
        lead = _("Hồ sơ vẫn còn nguyên; nhiệm kỳ, các cơ quan và mọi chức vụ của Hội đồng kết thúc cùng ngày.")
    deed = Deed(
        title=_("Ghi kết thúc hoạt động của %(organ)s") % {"organ": shown.name},
        verb=_("Ghi kết thúc hoạt động"),
        verdict=policies.can_end_organ(request.actor, shown),
        do=do,
        back=shown.get_absolute_url(),
        lead=lead,
    )
    return answer(request, EndOrganForm(request.POST or None), deed)


def succeed_organ(request: ActorRequest, pk: int) -> HttpResponse:
    """Record which organs this one took over from; a few words find them, ended ones too."""
    shown, words = _load(request, pk), request.GET.get("q", "").strip()
    found = selectors.suggestions(
        words or shown.display, request.actor, on=timezone.localdate(), kinds=[shown.kind], limit=30
    )
    candidates = [each for each in found if each.pk != shown.pk and policies.can_take_over(request.actor, each)]
    form = SucceedOrganForm(request.POST or None, candidates=candidates)

    def do(clean: dict[str, Any]) -> tuple[str, str]:
        chosen = [each for each in candidates if each.pk in set(clean["predecessors"])]
        services.succeed_organ(
            organ=shown, predecessors=chosen, basis=clean["basis"], actor=request.actor, at=timezone.now()
        )
        names = ", ".join(each.name for each in chosen)
        return _("Đã ghi %(organ)s kế thừa %(names)s.") % {
            "organ": shown.name,
            "names": names,
        }, shown.get_absolute_url()

    deed = Deed(
        title=_("Ghi việc kế thừa của %(organ)s") % {"organ": shown.name},
        verb=_("Ghi việc kế thừa"),
        verdict=policies.can_succeed_organ(request.actor, shown),
        do=do,
        back=shown.get_absolute_url(),
        lead=_("Việc còn dang dở của cơ quan trước được theo dõi tiếp ở đây."),
        template="organisation/succeed_organ.html",
        extra={"words": words, "found": bool(candidates)},
    )
    return answer(request, form, deed)


@require_safe
def suggest(request: ActorRequest) -> HttpResponse:
    """Offer organs while a name is typed, old names too: JSON [{id, name, note}]."""
    on, words = day_asked(request), request.GET.get("q", "")
    kinds = [kind for kind in request.GET.getlist("loai") if kind in OrganKind.values]
    found = selectors.suggestions(words, request.actor, on=on, kinds=kinds, limit=SUGGESTED) if words.strip() else []
    rows = [{"id": each.pk, "name": each.name, "note": _note(each)} for each in found]
    return JsonResponse({"found": rows}, json_dumps_params={"ensure_ascii": False})


def _note(organ: Organ) -> str:
    if organ.valid_to:
        return _("đã kết thúc ngày %(day)s") % {"day": f"{organ.valid_to:%d/%m/%Y}"}
    return organ.council.name if organ.council else ""
