"""One clock with its derivation, and counting any period."""

from __future__ import annotations

from django.http import Http404, HttpResponse  # noqa: TID251 -- view
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nghitruong.base import subjects
from nghitruong.base.errors import BusinessError
from nghitruong.base.http import ActorRequest
from nghitruong.base.subjects import Subject
from nghitruong.legalclock import forms, selectors
from nghitruong.legalclock import rules as law
from nghitruong.legalclock.enums import DayType, Direction
from nghitruong.legalclock.models import Clock
from nghitruong.ui import rules as ui


@require_safe
def clock(request: ActorRequest, pk: int) -> HttpResponse:
    """Show how a due date was reached; seen by whoever may see the matter it belongs to."""
    found = get_object_or_404(
        Clock.objects.visible_to(request.actor).select_related("rule").prefetch_related("extensions", "pauses"), pk=pk
    )
    subject = Subject(found.kind, found.object_id)
    matter = subjects.resolve([subject], request.actor).get(subject)
    if matter is None or not matter.label:
        raise Http404
    today, calendar = timezone.localdate(), selectors.calendar()
    context = {
        "clock": found,
        "matter": matter,
        "derivation": selectors.opened(found, on=today, calendar=calendar),
        "days": found.derivation.days,
        "elapsed": selectors.elapsed(found, on=today, calendar=calendar),
        "unit": DayType(found.day_type).label,
        "missing_years": found.derivation.missing_years,
    }
    return render(request, "legalclock/clock.html", context)


@require_safe
def count(request: ActorRequest) -> HttpResponse:
    """Count any period, without starting a clock."""
    start = {"number": 30, "day_type": DayType.WORKING, "direction": Direction.AFTER, "from_on": timezone.localdate()}
    form = forms.CountForm(request.GET if "number" in request.GET else None, initial=start)
    derivation = None
    if form.is_bound and form.is_valid():
        asked = form.cleaned_data
        try:
            derived = law.count(**asked, calendar=selectors.calendar())
            derivation = ui.Derivation(
                due=ui.Due(derived.due_on, say=law.weekday_name(derived.due_on)),
                number=asked["number"],
                day_type=asked["day_type"],
                direction=asked["direction"],
                from_on=asked["from_on"],
                from_event=_("ngày đã nêu"),
                citation="",
                confidence="",
                steps=derived.steps,
            )
        except BusinessError as error:
            form.add_error(None, str(error))
    return render(request, "legalclock/count.html", {"form": form, "derivation": derivation})
