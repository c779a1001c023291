"""Terms, and the table of roles and powers."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse  # noqa: TID251 -- view
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nghitruong.base.http import ActorRequest
from nghitruong.organisation import policies, selectors, services
from nghitruong.organisation.enums import OrganKind, Role
from nghitruong.organisation.forms import EndTermForm, OpenTermForm
from nghitruong.organisation.models import Organ, Term
from nghitruong.organisation.rules import POWER_WORDS, POWERS
from nghitruong.organisation.views.deed import Deed, answer, history_url


@require_safe
def term(request: ActorRequest, pk: int) -> HttpResponse:
    """Show a term with its delegates on its last day, or today while it runs."""
    shown = get_object_or_404(Term.objects.visible_to(request.actor).select_related("council__unit__parent"), pk=pk)
    today = timezone.localdate()
    on = min(shown.ends_on or today, today) if shown.starts_on <= today else shown.starts_on
    context = {
        "term": shown, "council": shown.council, "on": on, "delegates": selectors.delegates_of(shown.council, on),
        "history": history_url(shown), "can_end": policies.can_end_term(request.actor, shown),
    }  # fmt: skip
    return render(request, "organisation/term.html", context)


def open_term(request: ActorRequest, pk: int) -> HttpResponse:
    """Open a council's next term."""
    found = Organ.objects.visible_to(request.actor).select_related("unit", "unit__parent")
    council = get_object_or_404(found, pk=pk, kind=OrganKind.COUNCIL)
    due = selectors.seats_due(council, timezone.localdate())
    form = OpenTermForm(request.POST or None, initial={"seats": due.number if due else None})

    def do(clean: dict[str, Any]) -> tuple[str, str]:
        made = services.open_term(council=council, actor=request.actor, at=timezone.now(), **clean)
        return _("Đã mở %(term)s. %(why)s") % {"term": made, "why": made.number_basis}, council.get_absolute_url()

    deed = Deed(
        title=_("Mở nhiệm kỳ"), verb=_("Mở nhiệm kỳ"), lead=council.name, do=do, back=council.get_absolute_url(),
        verdict=policies.can_open_term(request.actor, council),
    )  # fmt: skip
    return answer(request, form, deed)


def end_term(request: ActorRequest, pk: int) -> HttpResponse:
    """End a term."""
    shown = get_object_or_404(Term.objects.visible_to(request.actor).select_related("council"), pk=pk)

    def do(clean: dict[str, Any]) -> tuple[str, str]:
        services.end_term(term=shown, actor=request.actor, at=timezone.now(), **clean)
        said = _("%(term)s kết thúc ngày %(day)s.") % {"term": shown, "day": f"{clean['on']:%d/%m/%Y}"}
        return said, shown.get_absolute_url()

    deed = Deed(
        title=_("Kết thúc nhiệm kỳ"), verb=_("Kết thúc nhiệm kỳ"), lead=f"{shown.council.name}, {shown}", do=do,
        verdict=policies.can_end_term(request.actor, shown), back=shown.get_absolute_url(),
    )  # fmt: skip
    return answer(request, EndTermForm(request.POST or None, initial={"version": shown.version}), deed)


@require_safe
def powers(request: ActorRequest) -> HttpResponse:
    """Show which role may do what, in words."""
    rows = [
        (
            role.label,
            [words for power, words in POWER_WORDS.items() if power in POWERS[role]],
            role == request.actor.role,
        )
        for role in Role
    ]
    return render(request, "organisation/powers.html", {"rows": rows})
