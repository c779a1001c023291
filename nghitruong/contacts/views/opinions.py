"""Pages of opinions: the note page of the hall, the list, one opinion and its deeds."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles import finders
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse  # noqa: TID251 -- view
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from nghitruong.base.errors import BusinessError, Conflict
from nghitruong.base.http import ActorRequest, refused
from nghitruong.contacts import forms, policies, rules, selectors, services
from nghitruong.contacts.enums import OpinionKind
from nghitruong.contacts.models import Opinion
from nghitruong.contacts.views.answers import form_page, load_opinion, load_point
from nghitruong.meetings import selectors as meetings
from nghitruong.ui.rules import Facet, Option, Pair, beside

ROWS = 25
NEAREST = 2
ENOUGH_LETTERS = 12
LONGEST = 2000
SHELL = "tren-may"
"""In the address of the note page: the copy for the device, without what was said."""
SHORT_KINDS = [
    (OpinionKind.PETITION, gettext_lazy("Kiến nghị")),
    (OpinionKind.OPINION, gettext_lazy("Ý kiến")),
    (OpinionKind.THANKS, gettext_lazy("Cảm ơn")),
    (OpinionKind.REFERRED, gettext_lazy("Khiếu nại, tố cáo")),
]


def opinions(request: ActorRequest) -> HttpResponse:
    """List opinions by kind, answer and round; each figure of a round leads here."""
    seen = selectors.opinions(request.actor)
    kinds, replies = request.GET.getlist("loai"), request.GET.getlist("tra-loi")
    rounds, points = request.GET.get("dot", ""), request.GET.get("diem", "")
    if kinds:
        seen = seen.filter(kind__in=kinds)
    if len(replies) == 1:
        seen = seen.exclude(answered_on_spot="") if replies[0] == "co" else seen.filter(answered_on_spot="")
    if rounds.isdigit():
        seen = seen.filter(point__round_id=int(rounds))
    if points.isdigit():
        seen = seen.filter(point_id=int(points))
    page = Paginator(seen, ROWS).get_page(request.GET.get("trang"))
    listed = list(page.object_list)
    context = {
        "page": page,
        "opinions": listed,
        "followups": rules.followups(request.actor, listed),
        "of_round": listed[0].point.round if rounds and listed else None,
        "facets": [
            Facet("loai", _("Loại"), [Option(v, str(t), checked=v in kinds) for v, t in OpinionKind.choices]),
            Facet(
                "tra-loi",
                _("Trả lời tại chỗ"),
                [
                    Option("co", _("Đã trả lời tại chỗ"), checked="co" in replies),
                    Option("chua", _("Chưa trả lời tại chỗ"), checked="chua" in replies),
                ],
            ),
        ],
    }
    return render(request, "contacts/opinions.html", context)


def take_opinion(request: ActorRequest, pk: int) -> HttpResponse:
    """Take notes in the hall: one line, Enter, next. A script sends lines without reloading and keeps them offline."""
    point = load_point(request, pk)
    verdict = policies.can_take_opinion(request.actor, point)
    if not verdict:
        return _not_taken(request, verdict.reason) if request.htmx else refused(request, verdict, point)
    if SHELL in request.GET:
        return render(request, "contacts/take_opinion.html", _shell(point))
    form = forms.NoteForm(request.POST or None)
    failure = ""
    if request.method == "POST":
        if form.is_valid():
            try:
                said = services.take_opinion(point=point, actor=request.actor, at=timezone.now(), **form.values())
            except BusinessError as error:
                failure = str(error)
            else:
                return _taken(request, said)
        failure = failure or _("Hãy ghi nội dung ý kiến rồi bấm Ghi.")
        if request.htmx:
            return _not_taken(request, failure)
    return render(request, "contacts/take_opinion.html", _hall(request, point, form, failure))


@require_safe
def near(request: ActorRequest, pk: int) -> HttpResponse:
    """Show the earlier matters nearest to a line being written and what became of them, as a piece of the note page.

    A complaint or denunciation is never looked up: the page does not send it. A voter's name is left out of the words;
    of the meeting's hamlets none is taken for the voter's own.
    """
    point = load_point(request, pk)
    verdict = policies.can_take_opinion(request.actor, point)
    if not verdict:
        return refused(request, verdict, point)
    line, hamlet = rules.lives_in(request.GET.get("text", "")[:LONGEST])
    words, unit = rules.said_by(line)[0], point.meeting.unit
    place = ", ".join(part for part in (hamlet, str(unit or "")) if part)
    found = rules.near(request.actor, words, place) if len(words) >= ENOUGH_LETTERS else []
    if not found:
        return HttpResponse("")
    return render(request, "contacts/near.html", {"found": found[:NEAREST]})


def _not_taken(request: ActorRequest, failure: str) -> HttpResponse:
    return render(request, "contacts/note_failed.html", {"failure": failure}, status=422)


@login_not_required
@cache_control(no_cache=True)
def note_worker(_request: HttpRequest) -> HttpResponse:
    """Give the script that opens the note page when the connection is gone.

    It stands beside the note pages, for a service worker reaches no further than the folder it comes from; it holds
    nothing of anybody, and a browser renews it without a session.
    """
    script = Path(finders.find("contacts/worker.js") or "").read_bytes()
    return HttpResponse(script, content_type="text/javascript; charset=utf-8")


def _shell(point: Any) -> dict[str, Any]:
    """Return the note page as it is kept on a device: no opinion and no name, only where one writes."""
    return {
        "is_shell": True,
        "point": point,
        "meeting": point.meeting,
        "next_seq": "",
        "kind": OpinionKind.PETITION,
        "kinds": SHORT_KINDS,
    }


def _taken(request: ActorRequest, said: Opinion) -> HttpResponse:
    if not request.htmx:
        return redirect(f"{reverse('contacts:take_opinion', args=[said.point_id])}?loai={said.kind}#ghi")
    line = selectors.opinion_lines(request.actor, [said], at_point=True)[0]
    answer = render(request, "contacts/note.html", {"line": line, "is_new": True})
    answer.headers["X-Opinion-Seq"] = str(said.seq)
    return answer


def _hall(request: ActorRequest, point: Any, form: forms.NoteForm, failure: str) -> dict[str, Any]:
    said = list(point.opinions.order_by("-seq"))
    reads = policies.reads_voters(request.actor, point)
    earlier = selectors.earlier_here(request.actor, point)
    attendances = meetings.attendances(point.meeting)
    return {
        "point": point,
        "meeting": point.meeting,
        "lines": selectors.opinion_lines(request.actor, said, at_point=reads),
        "next_seq": (said[0].seq if said else 0) + 1,
        "typed": form.data.get("text", "") if failure else "",
        "kind": form.data.get("kind") or request.GET.get("loai") or OpinionKind.PETITION,
        "kinds": SHORT_KINDS,
        "client_key": form.data.get("client_key") or str(uuid.uuid4()),
        "failure": failure,
        "earlier": earlier,
        "followups": rules.followups(request.actor, earlier),
        "attendances": attendances,
    }


def opinion(request: ActorRequest, pk: int) -> HttpResponse:
    """Show one opinion, what became of it, and what can be done with it."""
    shown = load_opinion(request, pk)
    actor = request.actor
    at_point = policies.reads_voters(actor, shown.point)
    context = {
        "opinion": shown,
        "line": selectors.opinion_lines(actor, [shown], at_point=at_point)[0],
        "reads_voter": policies.reads_voter(actor, shown, at_point=at_point),
        "followups": rules.followups(actor, [shown]).get(shown.pk, []),
        "sources": selectors.sources([shown]) if policies.reads_source(actor, shown) else [],
        "verdicts": {
            "edit": policies.can_edit_opinion(actor, shown),
            "reclassify": policies.can_reclassify(actor, shown),
            "answer": policies.can_answer_on_spot(actor, shown),
            "attach": policies.can_attach_source(actor, shown),
        },
    }
    return render(request, "contacts/opinion.html", context)


def edit_opinion(request: ActorRequest, pk: int) -> HttpResponse:
    """Complete or correct an opinion; the second of two editors sees both versions."""
    shown = load_opinion(request, pk)
    verdict = policies.can_edit_opinion(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    form = forms.OpinionForm(request.POST or None, opinion=shown)
    both: list[Pair] = []
    version = int(request.POST.get("version") or 0) if request.method == "POST" else shown.version
    if request.method == "POST" and form.is_valid():
        try:
            services.edit_opinion(
                opinion=shown, version=version, actor=request.actor, at=timezone.now(), **form.cleaned_data
            )
        except Conflict as error:
            form.add_error(None, str(error))
            both, version = beside(form, error.current), error.current["version"]
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã sửa ý kiến số %(seq)s.") % {"seq": shown.seq})
            return redirect(shown)
    return render(
        request, "contacts/edit_opinion.html", {"form": form, "opinion": shown, "both": both, "version": version}
    )


def reclassify(request: ActorRequest, pk: int) -> HttpResponse:
    """Move an opinion to another kind."""
    shown = load_opinion(request, pk)
    verdict = policies.can_reclassify(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    form = forms.ReclassifyForm(request.POST or None, initial={"kind": shown.kind})
    if request.method == "POST" and form.is_valid():
        try:
            services.reclassify(opinion=shown, actor=request.actor, at=timezone.now(), **form.cleaned_data)
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã phân loại lại ý kiến số %(seq)s.") % {"seq": shown.seq})
            return redirect(shown)
    return form_page(
        request,
        form=form,
        title=_("Phân loại lại ý kiến"),
        lead=shown.text,
        verb=_("Phân loại"),
        icon="tag",
        cancel_url=shown.get_absolute_url(),
    )


def answer_on_spot(request: ActorRequest, pk: int) -> HttpResponse:
    """Write down what was answered in the hall, and by whom."""
    shown = load_opinion(request, pk)
    verdict = policies.can_answer_on_spot(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    initial = {"text": shown.answered_on_spot, "answered_by": shown.answered_by}
    form = forms.AnswerForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            services.answer_on_spot(opinion=shown, actor=request.actor, at=timezone.now(), **form.cleaned_data)
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã ghi trả lời tại chỗ cho ý kiến số %(seq)s.") % {"seq": shown.seq})
            return redirect(shown)
    return form_page(
        request,
        form=form,
        title=_("Ghi trả lời tại chỗ"),
        lead=shown.text,
        verb=_("Ghi trả lời"),
        icon="reply",
        cancel_url=shown.get_absolute_url(),
    )


def attach_source(request: ActorRequest, pk: int) -> HttpResponse:
    """Attach a photo or a recording; the note page sends the same from the device and reads the answer's status."""
    shown = load_opinion(request, pk)
    verdict = policies.can_attach_source(request.actor, shown)
    if not verdict:
        return _not_taken(request, verdict.reason) if request.htmx else refused(request, verdict, shown)
    form = forms.SourceForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            services.attach_source(
                opinion=shown, name=sent.name, content=sent.read(), actor=request.actor, at=timezone.now()
            )
        except BusinessError as error:
            if request.htmx:
                return _not_taken(request, str(error))
            form.add_error("file", str(error))
        else:
            if request.htmx:
                return HttpResponse(status=204)
            messages.success(request, _("Đã kèm tệp vào ý kiến số %(seq)s.") % {"seq": shown.seq})
            return redirect(shown)
    if request.htmx:
        return _not_taken(request, _("Tệp chưa gửi được; hãy kèm tệp ở trang của ý kiến."))
    title, back = _("Kèm ảnh, ghi âm"), shown.get_absolute_url()
    words = {"title": title, "lead": shown.text, "verb": _("Kèm tệp"), "icon": "paperclip", "cancel_url": back}
    return form_page(request, form=form, **words)
