"""Councils: the list, one council on a day, its delegates, and setting one up."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse  # noqa: TID251 -- view
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nghitruong.base.http import ActorRequest
from nghitruong.organisation import policies, selectors, services
from nghitruong.organisation.enums import OrganKind
from nghitruong.organisation.forms import EstablishForm
from nghitruong.organisation.models import Organ
from nghitruong.organisation.rules import roman
from nghitruong.organisation.selectors.makeup import GROUPS
from nghitruong.organisation.views.deed import Deed, answer, day_asked, history_url
from nghitruong.territory import selectors as territory
from nghitruong.territory.enums import Level
from nghitruong.territory.models import Unit
from nghitruong.ui.rules import Facet, Option

PAGE = 25
ORDER = [
    OrganKind.STANDING, OrganKind.COMMITTEE, OrganKind.GROUP, OrganKind.OFFICE, OrganKind.PEOPLES_COMMITTEE,
    OrganKind.DEPARTMENT, OrganKind.OTHER, OrganKind.FRONT, OrganKind.NATIONAL_DELEGATION,
]  # fmt: skip


@require_safe
def councils(request: ActorRequest) -> HttpResponse:
    """List councils on a day, with term and delegates."""
    on, words = day_asked(request), request.GET.get("q", "")
    level, era = request.GET.get("cap", ""), request.GET.get("thoi-ky", "")
    found = selectors.council_list(request.actor, on=on, words=words, level=level, era=era)
    page = Paginator(found, PAGE).get_page(request.GET.get("trang"))
    rows = list(page.object_list)
    seated = selectors.seated_in(rows, on)
    for each in rows:
        each.seated = seated.get(each.pk, 0)  # type: ignore[attr-defined] # for the template
        each.khoa = roman(each.term_number) if each.term_number else ""  # type: ignore[attr-defined] # as above
    facets = [
        Facet("cap", _("Cấp"), [Option("", _("Mọi cấp"), checked=not level)]
              + [Option(value, str(label), checked=value == level) for value, label in Level.choices], single=True),
        Facet("thoi-ky", _("Thời kỳ"), [
            Option("", _("Đang hoạt động vào ngày xem"), checked=not era),
            Option("ended", _("Đã kết thúc trước ngày ấy"), checked=era == "ended"),
            Option("all", _("Tất cả"), checked=era == "all"),
        ], single=True),
    ]  # fmt: skip
    context = {
        "page": page, "rows": rows, "on": on, "words": words, "facets": facets, "asked_day": request.GET.get("ngay", ""),
        "establish": policies.can_establish(request.actor), "own": request.actor.council_id,
    }  # fmt: skip
    return render(request, "organisation/councils.html", context)


@require_safe
def council(request: ActorRequest, pk: int) -> HttpResponse:
    """One council on a day: figures, checks, organs, delegates."""
    on = day_asked(request)
    shown = get_object_or_404(
        Organ.objects.visible_to(request.actor).select_related("unit", "unit__parent"), pk=pk, kind=OrganKind.COUNCIL
    )
    makeup = selectors.makeup_of(shown, on)
    rows = sorted(makeup.organs, key=lambda each: (ORDER.index(OrganKind(each.kind)), each.sort_key))
    facts = selectors.seats_due(shown, on)
    context = {
        "council": shown,
        "on": on,
        "asked_day": request.GET.get("ngay", ""),
        "makeup": makeup,
        "figures": _figures(shown, makeup, request.GET.get("ngay", "")),
        "organs": [(str(OrganKind(kind).label), [o for o in rows if o.kind == kind]) for kind in ORDER],
        "delegates": makeup.delegates,
        "findings": selectors.checks(shown, on, makeup),
        "seats_due": facts,
        "history": history_url(shown),
        "terms": list(shown.terms.all()),
        "predecessors": makeup.predecessors,
        "successors": list(shown.successors.all()) if shown.valid_to else [],
        "can_keep": policies.can_add_organ(request.actor, shown),
        "can_succeed": policies.can_succeed_organ(request.actor, shown),
    }
    return render(request, "organisation/council.html", context)


def _figures(council: Organ, makeup: selectors.Makeup, day: str) -> list[tuple[selectors.Figure, str, str]]:
    """Return figures with the address of their list and what they are out of, in words."""
    address = reverse("organisation:delegates", args=[council.pk])
    found = []
    for figure in makeup.figures():
        query = "&".join(
            part for part in (f"loc={figure.group}" if figure.group else "", f"ngay={day}" if day else "") if part
        )
        if not figure.group:
            of = _("trên %(of)s đại biểu được bầu") % {"of": figure.of} if figure.of else _("chưa ghi số được bầu")
        else:
            of = _("trên %(of)s đại biểu") % {"of": figure.of}
        found.append((figure, f"{address}?{query}" if query else address, of))
    return found


@require_safe
def delegates(request: ActorRequest, pk: int) -> HttpResponse:
    """Show a council's delegates on a day, all or one group of them, by given name."""
    on, group = day_asked(request), request.GET.get("loc", "")
    shown = get_object_or_404(Organ.objects.visible_to(request.actor), pk=pk, kind=OrganKind.COUNCIL)
    everybody = selectors.delegates_of(shown, on)
    counts = {key: sum(1 for each in everybody if each.belongs(key, on)) for key in GROUPS}
    options = [Option("", _("Tất cả"), len(everybody), checked=group not in GROUPS)]
    options += [Option(key, str(label), counts[key], checked=key == group) for key, label in GROUPS.items()]
    context = {
        "council": shown, "on": on, "asked_day": request.GET.get("ngay", ""),
        "rows": [each for each in everybody if group not in GROUPS or each.belongs(group, on)],
        "group": GROUPS.get(group, ""), "whole": len(everybody),
        "facets": [Facet("loc", _("Đại biểu"), options, single=True)],
        "can_import": policies.can_import_roster(request.actor, shown),
    }  # fmt: skip
    return render(request, "organisation/delegates.html", context)


def establish(request: ActorRequest) -> HttpResponse:
    """Set up a council: first the unit is found, then the form is shown."""
    verdict = policies.can_establish(request.actor)
    unit = (
        Unit.objects.visible_to(request.actor)
        .select_related("parent")
        .filter(pk=_number(request.GET.get("don-vi", "")))
        .first()
    )
    if unit is None or not verdict:
        words = request.GET.get("q", "").strip()
        units = territory.lookup(words) if words and verdict else []
        context = {
            "verdict": verdict,
            "words": words,
            "units": [(each, territory.full_name(each)) for each in units[:30]],
        }
        return render(request, "organisation/establish.html", context)
    return _establish(request, unit)


def _establish(request: ActorRequest, unit: Unit) -> HttpResponse:
    before = [kin.unit.pk for kin in territory.predecessors(unit)]
    candidates = list(Organ.objects.visible_to(request.actor).filter(kind=OrganKind.COUNCIL, unit__in=before))
    form = EstablishForm(
        request.POST or None, level=unit.level, candidates=candidates,
        initial={"on": unit.valid_from, "basis": unit.basis, "predecessors": [each.pk for each in candidates]},
    )  # fmt: skip

    def do(clean: dict[str, Any]) -> tuple[str, str]:
        chosen = set(clean.pop("predecessors", []))
        made = services.establish(
            unit=unit, predecessors=[each for each in candidates if each.pk in chosen],
            actor=request.actor, at=timezone.now(), **clean,
        )  # fmt: skip
        said = _("Đã lập %(council)s. Việc tiếp theo: cử chuyên viên văn phòng.") % {"council": made.name}
        return said, made.get_absolute_url()

    deed = Deed(
        title=_("Lập Hội đồng nhân dân %(unit)s") % {"unit": territory.full_name(unit)},
        verb=_("Lập Hội đồng nhân dân"),
        verdict=policies.can_establish(request.actor),
        do=do,
        back=reverse("organisation:establish"),
        lead=_("Các cơ quan được lập sẵn theo cấp và thời kỳ; sau đó có thể thêm, sửa từng cơ quan."),
    )
    return answer(request, form, deed)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 0


def own(request: ActorRequest) -> HttpResponse:
    """Lead to the council of the acting person, or to the list."""
    if request.actor.council_id:
        return redirect("organisation:council", pk=request.actor.council_id)
    return redirect("organisation:councils")
