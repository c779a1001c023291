"""Pages of meetings and sessions: load, one call, answer."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse  # noqa: TID251 -- view
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.errors import BusinessError, Conflict
from nghitruong.base.http import ActorRequest, refused
from nghitruong.language import parse_date
from nghitruong.meetings import forms, policies, rules, selectors, services
from nghitruong.meetings.enums import MeetingKind, MeetingState, Presence
from nghitruong.meetings.models import Meeting
from nghitruong.meetings.views.answers import form_page, load_meeting, own_council
from nghitruong.organisation.models import Organ
from nghitruong.ui.rules import Facet, Option, Pair, beside

ROWS = 25


def meetings(request: ActorRequest) -> HttpResponse:
    """List meetings, newest first, by kind and state."""
    found = Meeting.objects.visible_to(request.actor).select_related("council").order_by("-starts_at", "-pk")
    kinds, states = request.GET.getlist("loai"), request.GET.getlist("trang-thai")
    if kinds:
        found = found.filter(kind__in=kinds)
    if states:
        found = found.filter(state__in=states)
    if (day := parse_date(request.GET.get("ngay", ""))) is not None:
        found = found.filter(starts_at__date=day)
    page = Paginator(found, ROWS).get_page(request.GET.get("trang"))
    facets = [
        Facet("loai", _("Loại"), [Option(v, str(t), checked=v in kinds) for v, t in MeetingKind.choices]),
        Facet("trang-thai", _("Trạng thái"), [Option(v, str(t), checked=v in states) for v, t in MeetingState.choices]),
    ]
    may_plan = policies.can_plan(request.actor, Organ(pk=request.actor.council_id or 0))
    return render(request, "meetings/meetings.html", {"page": page, "facets": facets, "may_plan": may_plan})


def sessions(request: ActorRequest) -> HttpResponse:
    """List the sessions of the council, newest first."""
    found = selectors.sessions(request.actor).select_related("council", "term")
    page = Paginator(found, ROWS).get_page(request.GET.get("trang"))
    may_plan = policies.can_plan(request.actor, Organ(pk=request.actor.council_id or 0))
    return render(request, "meetings/sessions.html", {"page": page, "may_plan": may_plan})


def meeting(request: ActorRequest, pk: int) -> HttpResponse:
    """Show one meeting; one kept by a higher module is shown there."""
    shown = load_meeting(request, pk)
    home = rules.home_of(shown.kind, shown.pk)
    if home:
        return redirect(home)
    actor = request.actor
    attendances = selectors.attendances(shown)
    further = rules.offers(actor, shown.pk, shown.kind)
    context = {
        "meeting": shown,
        "attendances": attendances,
        "turnout": selectors.turnout_of(attendances),
        "parties": list(shown.parties.select_related("organ")),
        "sites": list(shown.sites.select_related("host")),
        "agenda": selectors.agenda_lines(shown, actor),
        "links": [paper for each in further for paper in each.papers],
        "further": [each for each in further if each.label],
        "verdicts": {
            "edit": policies.can_edit(actor, shown),
            "call": policies.can_call(actor, shown),
            "invite": policies.can_invite(actor, shown),
            "seat": policies.can_seat(actor, shown),
            "set_agenda": policies.can_set_agenda(actor, shown),
            "minute": policies.can_minute(actor, shown),
            "attend": policies.can_attend(actor, shown),
            "hold": policies.can_hold(actor, shown),
            "cancel": policies.can_cancel(actor, shown),
        },
    }
    return render(request, "meetings/meeting.html", context)


def plan(request: ActorRequest) -> HttpResponse:
    """Plan a meeting of the kind `?loai=` names; a session starts with the next number."""
    council = own_council(request)
    verdict = policies.can_plan(request.actor, council)
    if not verdict:
        return refused(request, verdict, "meetings:meetings")
    wanted = request.GET.get("loai", "")
    wants_session = wanted == MeetingKind.SESSION
    initial = {"kind": wanted if wanted in MeetingKind.values else MeetingKind.STANDING, "unit": council.unit_id}
    term = council.terms.first() if wants_session else None
    if wants_session:
        initial |= {"number": selectors.next_number(council, term), "term": term.pk if term else None}
    form = forms.MeetingForm(request.POST or None, council=council, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            planned = services.plan(council=council, actor=request.actor, at=timezone.now(), **form.values())
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã lên lịch «%(title)s».") % {"title": planned.title})
            return redirect(planned)
    title = _("Lên lịch kỳ họp") if wants_session else _("Lên lịch cuộc họp")
    back = reverse("meetings:sessions" if wants_session else "meetings:meetings")
    return form_page(request, form=form, title=title, verb=_("Lên lịch"), icon="calendar-plus", cancel_url=back)


def edit(request: ActorRequest, pk: int) -> HttpResponse:
    """Correct a meeting; the second of two editors sees what the first saved."""
    shown = load_meeting(request, pk)
    verdict = policies.can_edit(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    form = forms.MeetingForm(request.POST or None, council=shown.council, meeting=shown)
    both: list[Pair] = []
    version = int(request.POST.get("version") or 0) if request.method == "POST" else shown.version
    if request.method == "POST" and form.is_valid():
        try:
            services.edit(meeting=shown, version=version, actor=request.actor, at=timezone.now(), **form.values())
        except Conflict as error:
            form.add_error(None, str(error))
            both, version = beside(form, error.current), error.current["version"]
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã sửa «%(title)s».") % {"title": shown.title})
            return redirect(shown)
    return render(request, "meetings/edit.html", {"form": form, "meeting": shown, "both": both, "version": version})


def call(request: ActorRequest, pk: int) -> HttpResponse:
    """Call people to a meeting."""
    shown = load_meeting(request, pk)
    verdict = policies.can_call(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    councils = selectors.councils_around(shown.council)
    form = forms.CallForm(request.POST or None, councils=councils, on=timezone.localdate(shown.starts_at))
    if request.method == "POST" and form.is_valid():
        try:
            rows = services.call(
                meeting=shown,
                memberships=form.memberships(),
                guests=form.names(),
                part=form.cleaned_data["part"],
                actor=request.actor,
                at=timezone.now(),
            )
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã mời thêm %(count)s người.") % {"count": len(rows)})
            return redirect(shown)
    return render(request, "meetings/call.html", {"form": form, "meeting": shown})


def attend(request: ActorRequest, pk: int) -> HttpResponse:
    """Mark who came: one sheet for all, made for a phone."""
    shown = load_meeting(request, pk)
    verdict = policies.can_attend(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    sheet = forms.AttendanceSheet(selectors.attendances(shown), request.POST or None)
    failure = ""
    if request.method == "POST":
        try:
            count = services.attend(meeting=shown, marks=sheet.marks(), actor=request.actor, at=timezone.now())
        except BusinessError as error:
            failure = str(error)
        else:
            messages.success(request, _("Đã điểm danh, %(count)s người thay đổi.") % {"count": count})
            return redirect(shown)
    context = {
        "meeting": shown,
        "lines": sheet.lines(),
        "failure": failure,
        "choices": [Presence.PRESENT, Presence.EXCUSED, Presence.ABSENT, Presence.INVITED],
    }
    return render(request, "meetings/attend.html", context)


def hold(request: ActorRequest, pk: int) -> HttpResponse:
    """Record that a meeting took place."""
    shown = load_meeting(request, pk)
    verdict = policies.can_hold(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    initial = {"people_present": shown.people_present, "speakers": shown.speakers, "chair": shown.chair}
    form = forms.HoldForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            services.hold(meeting=shown, actor=request.actor, at=timezone.now(), **form.cleaned_data)
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã ghi nhận «%(title)s» đã diễn ra.") % {"title": shown.title})
            return redirect(shown)
    return form_page(
        request,
        form=form,
        title=_("Ghi nhận đã diễn ra"),
        lead=shown.title,
        verb=_("Ghi nhận"),
        icon="check-lg",
        cancel_url=shown.get_absolute_url(),
    )


def cancel(request: ActorRequest, pk: int) -> HttpResponse:
    """Cancel a planned meeting, with the reason."""
    shown = load_meeting(request, pk)
    verdict = policies.can_cancel(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    form = forms.ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.cancel(meeting=shown, actor=request.actor, at=timezone.now(), **form.cleaned_data)
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã hủy «%(title)s».") % {"title": shown.title})
            return redirect(shown)
    return form_page(
        request,
        form=form,
        title=_("Hủy cuộc họp"),
        lead=shown.title,
        verb=_("Hủy cuộc họp"),
        icon="calendar-x",
        cancel_url=shown.get_absolute_url(),
    )
