"""Pages on which a meeting is prepared and its minutes are taken."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse  # noqa: TID251 -- view
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.errors import BusinessError, Conflict
from nghitruong.base.http import ActorRequest, handed, refused
from nghitruong.documents.rules import DOCX
from nghitruong.meetings import exports, forms, policies, selectors, services
from nghitruong.meetings.models import Meeting
from nghitruong.meetings.views.answers import form_page, load_meeting


def invite(request: ActorRequest, pk: int) -> HttpResponse:
    """Choose the organs that are called as bodies."""
    shown = load_meeting(request, pk)
    verdict = policies.can_invite(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    form = forms.PartiesForm(request.POST or None, meeting=shown, on=timezone.localdate(shown.starts_at))
    if request.method == "POST" and form.is_valid():
        try:
            called = services.invite(meeting=shown, organs=form.organs(), actor=request.actor, at=timezone.now())
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã ghi %(count)s cơ quan dự họp.") % {"count": len(called)})
            return redirect(shown)
    return form_page(
        request,
        form=form,
        title=_("Cơ quan dự họp"),
        lead=shown.title,
        verb=_("Ghi cơ quan dự"),
        icon="building",
        cancel_url=shown.get_absolute_url(),
    )


def _sheet(
    request: ActorRequest, shown: Meeting, sheet: Any, template: str, save: Callable[[int], object], said: str
) -> HttpResponse:
    """Run a sheet of many rows: saved as a whole, against the version that was seen."""
    failure, stale = "", False
    version = int(request.POST.get("version") or 0) if request.method == "POST" else shown.version
    if request.method == "POST" and sheet.is_valid():
        try:
            save(version)
        except Conflict as error:
            failure, stale, version = str(error), True, error.current["version"]
        except BusinessError as error:
            failure = str(error)
        else:
            messages.success(request, said)
            return redirect(shown)
    context = {"meeting": shown, "sheet": sheet, "version": version, "failure": failure}
    if stale:
        context |= {"standing_sites": shown.sites.all(), "standing_agenda": shown.agenda.all()}
    return render(request, template, context)


def seat(request: ActorRequest, pk: int) -> HttpResponse:
    """Write down the sites of an online meeting: one sheet."""
    shown = load_meeting(request, pk)
    verdict = policies.can_seat(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    on = timezone.localdate(shown.starts_at)
    sheet = forms.sites_sheet(shown, list(selectors.organs_around(shown.council, on)), request.POST or None)

    def save(version: int) -> object:
        sites = forms.sites_of(sheet)
        return services.seat(meeting=shown, version=version, sites=sites, actor=request.actor, at=timezone.now())

    return _sheet(request, shown, sheet, "meetings/seat.html", save, _("Đã ghi các điểm cầu."))


def set_agenda(request: ActorRequest, pk: int) -> HttpResponse:
    """Write down what the meeting is about: one sheet."""
    shown = load_meeting(request, pk)
    verdict = policies.can_set_agenda(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    sheet = forms.agenda_sheet(shown, request.POST or None)

    def save(version: int) -> object:
        items = forms.matters_of(sheet)
        return services.set_agenda(meeting=shown, version=version, items=items, actor=request.actor, at=timezone.now())

    return _sheet(request, shown, sheet, "meetings/set_agenda.html", save, _("Đã ghi nội dung họp."))


def minute(request: ActorRequest, pk: int) -> HttpResponse:
    """Take the minutes: what was said and concluded on each line."""
    shown = load_meeting(request, pk)
    verdict = policies.can_minute(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    sheet = forms.minutes_sheet(shown, request.POST or None)

    def save(version: int) -> object:
        items = forms.said_of(sheet)
        return services.minute(meeting=shown, version=version, items=items, actor=request.actor, at=timezone.now())

    return _sheet(request, shown, sheet, "meetings/minute.html", save, _("Đã ghi biên bản."))


def minutes(request: ActorRequest, pk: int) -> HttpResponse:
    """Give the minutes as a Word file."""
    shown = load_meeting(request, pk)
    lines = selectors.agenda_lines(shown, request.actor)
    content = exports.minutes_docx(shown, lines, selectors.attendances(shown))
    return handed(content, f"bien-ban-{shown.pk}.docx", DOCX)
