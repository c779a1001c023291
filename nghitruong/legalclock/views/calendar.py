"""The calendar of a year, and keeping it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase  # noqa: TID251 -- view
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from nghitruong.base.errors import BusinessError
from nghitruong.base.http import ActorRequest
from nghitruong.legalclock import forms, policies, selectors, services
from nghitruong.legalclock.models import Day, Year

EARLIEST, LATEST = 1990, 2100


@require_safe
def calendar(request: ActorRequest, year: int | None = None) -> HttpResponse:
    """Show twelve months and each special day with its citation."""
    number = _year(year or timezone.localdate().year)
    tables = {table.number: table for table in Year.objects.all()}
    days = list(Day.objects.filter(year_id=number))
    context = {
        "number": number,
        "table": tables.get(number),
        "years": sorted({*tables, number}),
        "months": selectors.month_grids(number, days),
        "days": days,
        "can_keep": policies.can_keep_day(request.actor),
        "warning": selectors.calendar_warning(on=timezone.localdate()),
    }
    return render(request, "legalclock/calendar.html", context)


def keep_day(request: ActorRequest) -> HttpResponseBase:
    """Add a special day, or correct the one named by `ngay`."""
    known = Day.objects.filter(pk=request.GET["ngay"]).first() if request.GET.get("ngay", "").isdigit() else None
    form = forms.KeepDayForm(request.POST or None, initial=_initial(known))
    if request.method == "POST" and form.is_valid():
        try:
            kept = services.keep_day(actor=request.actor, at=timezone.now(), **form.cleaned_data)
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            on = form.cleaned_data["on"]
            messages.success(request, _("Đã ghi ngày %(on)s.") % {"on": f"{on:%d/%m/%Y}"} + _moved(kept.redated))
            return redirect("legalclock:calendar", on.year)
    year = known.on.year if known else timezone.localdate().year
    context = {"form": form, "verdict": policies.can_keep_day(request.actor), "day": known}
    return render(
        request, "legalclock/keep_day.html", {**context, "cancel_url": reverse("legalclock:calendar", args=[year])}
    )


def remove_day(request: ActorRequest, pk: int) -> HttpResponseBase:
    """Make a special day an ordinary one again."""
    day = get_object_or_404(Day, pk=pk)
    form = forms.RemoveDayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            kept = services.remove_day(day=day, actor=request.actor, at=timezone.now(), **form.cleaned_data)
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            text = _("Đã bỏ ngày %(on)s khỏi lịch.") % {"on": f"{day.on:%d/%m/%Y}"}
            messages.success(request, text + _moved(kept.redated))
            return redirect("legalclock:calendar", day.on.year)
    url = reverse("legalclock:calendar", args=[day.on.year])
    context = {"form": form, "verdict": policies.can_remove_day(request.actor), "day": day, "cancel_url": url}
    return render(request, "legalclock/remove_day.html", context)


def open_year(request: ActorRequest, year: int) -> HttpResponseBase:
    """Begin the table of a year."""
    number = _year(year)
    form = forms.YearForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.open_year(number=number, actor=request.actor, at=timezone.now(), **form.cleaned_data)
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            text = _(
                "Đã lập bảng năm %(year)s với các ngày lễ dương lịch. Hãy thêm Tết Nguyên đán, Giỗ Tổ và ngày hoán đổi."
            )
            messages.success(request, text % {"year": number})
            return redirect("legalclock:calendar", number)
    url = reverse("legalclock:calendar", args=[number])
    context = {"form": form, "verdict": policies.can_open_year(request.actor), "number": number, "cancel_url": url}
    return render(request, "legalclock/open_year.html", context)


def confirm_year(request: ActorRequest, year: int) -> HttpResponseBase:
    """Say that a year's table is the official plan."""
    table = get_object_or_404(Year, pk=_year(year))
    form = forms.YearForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.confirm_year(year=table, actor=request.actor, at=timezone.now(), **form.cleaned_data)
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Bảng năm %(year)s nay là lịch chính thức.") % {"year": table.number})
            return redirect("legalclock:calendar", table.number)
    url = reverse("legalclock:calendar", args=[table.number])
    context = {
        "form": form,
        "verdict": policies.can_open_year(request.actor),
        "number": table.number,
        "cancel_url": url,
    }
    return render(request, "legalclock/confirm_year.html", context)


def _year(number: int) -> int:
    if not EARLIEST <= number <= LATEST:
        raise Http404
    return number


def _initial(day: Day | None) -> dict[str, object]:
    if day is None:
        return {}
    return {
        name: getattr(day, name)
        for name in ("on", "kind", "name", "citation", "swapped_with", "is_forecast", "version")
    }


def _moved(number: int) -> str:
    if not number:
        return ""
    text = ngettext(
        "%(number)s thời hạn đang chạy được tính lại.", "%(number)s thời hạn đang chạy được tính lại.", number
    )
    return " " + text % {"number": number}
