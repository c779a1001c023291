"""Pages of points."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse  # noqa: TID251 -- view
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.errors import BusinessError, Conflict
from nghitruong.base.http import ActorRequest, handed, refused
from nghitruong.contacts import exports, forms, policies, rules, selectors, services
from nghitruong.contacts.models import Point, Round
from nghitruong.contacts.views.answers import form_page, load_point, load_round
from nghitruong.documents.rules import DOCX
from nghitruong.meetings import policies as meeting_policies
from nghitruong.meetings import selectors as meetings
from nghitruong.meetings.enums import MeetingState
from nghitruong.ui.rules import Facet, Option, Pair, beside

ROWS = 25
NEWEST_ROUNDS = 12


def points(request: ActorRequest) -> HttpResponse:
    """List points of all rounds, newest first, by round and state."""
    seen = selectors.with_meeting(Point.objects.visible_to(request.actor)).order_by("-meeting__starts_at", "-pk")
    rounds, states = request.GET.getlist("dot"), request.GET.getlist("trang-thai")
    if chosen := [int(pk) for pk in rounds if pk.isdigit()]:
        seen = seen.filter(round_id__in=chosen)
    if (council := request.GET.get("hoi-dong", "")).isdecimal():
        seen = seen.filter(round__council_id=int(council))
    if states:
        seen = seen.filter(meeting__state__in=states)
    seen = forms.PeriodForm(request.GET).narrowed(seen)
    if name := request.GET.get("noi", ""):
        seen = seen.filter(pk__in=selectors.points_named(seen, name))
    page = Paginator(seen, ROWS).get_page(request.GET.get("trang"))
    newest = Round.objects.visible_to(request.actor).order_by("-starts_on")[:NEWEST_ROUNDS]
    context = {
        "page": page,
        "rows": selectors.point_rows(page.object_list),
        "facets": [
            Facet("dot", _("Đợt"), [Option(str(r.pk), r.title, checked=str(r.pk) in rounds) for r in newest]),
            Facet(
                "trang-thai", _("Trạng thái"), [Option(v, str(t), checked=v in states) for v, t in MeetingState.choices]
            ),
        ],
    }
    return render(request, "contacts/points.html", context)


def point_of_meeting(request: ActorRequest, pk: int) -> HttpResponse:
    """Lead from a contact meeting to its point."""
    found = get_object_or_404(Point.objects.visible_to(request.actor), meeting_id=pk)
    return redirect(found)


def add_point(request: ActorRequest, pk: int) -> HttpResponse:
    """Add a point to a round, with its groups and delegates."""
    shown = load_round(request, pk)
    verdict = policies.can_add_point(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    form = forms.PointForm(request.POST or None, shown=shown)
    if request.method == "POST" and form.is_valid():
        try:
            added = services.add_point(round_=shown, actor=request.actor, at=timezone.now(), **form.values())
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã thêm điểm «%(point)s».") % {"point": added})
            return redirect(added)
    return form_page(
        request,
        form=form,
        title=_("Thêm điểm tiếp xúc"),
        lead=shown.title,
        verb=_("Thêm điểm"),
        icon="plus-lg",
        cancel_url=shown.get_absolute_url(),
    )


def point(request: ActorRequest, pk: int) -> HttpResponse:
    """Show a point: place, people, opinions, what was raised here before."""
    shown = load_point(request, pk)
    actor = request.actor
    said = list(shown.opinions.all())
    earlier = selectors.earlier_here(actor, shown)
    attendances = meetings.attendances(shown.meeting)
    context = {
        "point": shown,
        "meeting": shown.meeting,
        "groups": list(shown.groups.all()),
        "attendances": attendances,
        "turnout": meetings.turnout_of(attendances),
        "lines": selectors.opinion_lines(actor, said, at_point=policies.reads_voters(actor, shown)),
        "earlier": earlier,
        "followups": rules.followups(actor, [*said, *earlier]),
        "verdicts": {
            "take": policies.can_take_opinion(actor, shown),
            "hold": policies.can_hold_point(actor, shown),
            "attend": meeting_policies.can_attend(actor, shown.meeting),
            "call": meeting_policies.can_call(actor, shown.meeting),
            "edit": policies.can_edit_point(actor, shown),
            "cancel": policies.can_cancel_point(actor, shown),
        },
    }
    return render(request, "contacts/point.html", context)


def minutes(request: ActorRequest, pk: int) -> HttpResponse:
    """Give the minutes of a point as a Word file."""
    shown = load_point(request, pk)
    said = list(shown.opinions.order_by("seq"))
    content = exports.minutes_docx(shown, meetings.attendances(shown.meeting), said, selectors.sources(said))
    return handed(content, f"bien-ban-tiep-xuc-{shown.pk}.docx", DOCX)


def edit_point(request: ActorRequest, pk: int) -> HttpResponse:
    """Correct a point; the second of two editors sees what the first saved."""
    shown = load_point(request, pk)
    verdict = policies.can_edit_point(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    form = forms.PointForm(request.POST or None, shown=shown.round, point=shown)
    both: list[Pair] = []
    version = int(request.POST.get("version") or 0) if request.method == "POST" else shown.meeting.version
    if request.method == "POST" and form.is_valid():
        try:
            services.edit_point(point=shown, version=version, actor=request.actor, at=timezone.now(), **form.values())
        except Conflict as error:
            form.add_error(None, str(error))
            both, version = beside(form, error.current), error.current["version"]
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã sửa điểm tiếp xúc."))
            return redirect(shown)
    return render(request, "contacts/edit_point.html", {"form": form, "point": shown, "both": both, "version": version})


def hold_point(request: ActorRequest, pk: int) -> HttpResponse:
    """Record that a contact meeting took place: voters present, speakers, chair."""
    shown = load_point(request, pk)
    verdict = policies.can_hold_point(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    meeting = shown.meeting
    initial = {"people_present": meeting.people_present, "speakers": meeting.speakers, "chair": meeting.chair}
    form = forms.HoldForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            services.hold_point(point=shown, actor=request.actor, at=timezone.now(), **form.cleaned_data)
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            said = _("Đã ghi nhận buổi tiếp xúc, %(count)s cử tri dự.")
            messages.success(request, said % {"count": form.cleaned_data["people_present"]})
            return redirect(shown)
    return form_page(
        request,
        form=form,
        title=_("Ghi nhận buổi tiếp xúc"),
        lead=str(shown),
        verb=_("Ghi nhận"),
        icon="check-lg",
        cancel_url=shown.get_absolute_url(),
    )


def cancel_point(request: ActorRequest, pk: int) -> HttpResponse:
    """Cancel a point, with the reason."""
    shown = load_point(request, pk)
    verdict = policies.can_cancel_point(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    form = forms.ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.cancel_point(point=shown, actor=request.actor, at=timezone.now(), **form.cleaned_data)
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã hủy điểm «%(point)s».") % {"point": shown})
            return redirect(shown)
    return form_page(
        request,
        form=form,
        title=_("Hủy điểm tiếp xúc"),
        lead=str(shown),
        verb=_("Hủy điểm"),
        icon="calendar-x",
        cancel_url=shown.get_absolute_url(),
    )
