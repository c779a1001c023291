"""Pages of rounds."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse  # noqa: TID251 -- view
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nghitruong.base.errors import BusinessError, Conflict
from nghitruong.base.http import ActorRequest, handed, refused
from nghitruong.contacts import exports, forms, policies, selectors, services
from nghitruong.contacts.enums import RoundKind, RoundState
from nghitruong.contacts.models import Opinion, Point, Round
from nghitruong.contacts.views.answers import form_page, load_round, own_council
from nghitruong.documents.rules import DOCX
from nghitruong.organisation.models import Organ
from nghitruong.search import selectors as saved
from nghitruong.ui.rules import Facet, Option, Pair, Tab, beside

ROWS = 25


def rounds(request: ActorRequest) -> HttpResponse:
    """List rounds, newest first, with what they came to."""
    found = Round.objects.visible_to(request.actor).select_related("council", "session").order_by("-starts_on", "-pk")
    kinds, states = request.GET.getlist("loai"), request.GET.getlist("trang-thai")
    if kinds:
        found = found.filter(kind__in=kinds)
    if states:
        found = found.filter(state__in=states)
    kept = saved.kept(request.actor, "contacts:rounds", request.GET.urlencode())
    page = Paginator(found, ROWS).get_page(request.GET.get("trang"))
    context = {
        "page": page,
        "lines": selectors.round_lines(list(page.object_list)),
        "figures": selectors.figures(Point.objects.visible_to(request.actor).filter(round__in=found)),
        "facets": [
            Facet("loai", _("Loại đợt"), [Option(v, str(t), checked=v in kinds) for v, t in RoundKind.choices]),
            Facet(
                "trang-thai", _("Trạng thái"), [Option(v, str(t), checked=v in states) for v, t in RoundState.choices]
            ),
        ],
        "kept": kept,
        "tabs": [
            Tab(_("Tất cả"), "?", current=not kept.query),
            *(Tab(one.name, f"?{one.query}", current=one == kept.current) for one in kept.filters),
        ],
        "may_open": policies.can_open_round(request.actor, Organ(pk=request.actor.council_id or 0)),
    }
    return render(request, "contacts/rounds.html", context)


def open_round(request: ActorRequest) -> HttpResponse:
    """Open a round."""
    council = own_council(request)
    verdict = policies.can_open_round(request.actor, council)
    if not verdict:
        return refused(request, verdict, "contacts:rounds")
    form = forms.RoundForm(request.POST or None, council=council)
    if request.method == "POST" and form.is_valid():
        try:
            opened = services.open_round(council=council, actor=request.actor, at=timezone.now(), **form.cleaned_data)
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã mở đợt «%(title)s». Hãy thêm điểm tiếp xúc.") % {"title": opened.title})
            return redirect(opened)
    title, back = _("Mở đợt tiếp xúc cử tri"), reverse("contacts:rounds")
    return form_page(request, form=form, title=title, verb=_("Mở đợt"), icon="plus-lg", cancel_url=back)


def round_page(request: ActorRequest, pk: int) -> HttpResponse:
    """Show a round: figures, points, coverage of places, absences."""
    shown = load_round(request, pk)
    actor = request.actor
    context = {
        "round": shown,
        "overview": selectors.overview(shown),
        "verdicts": {
            "add_point": policies.can_add_point(actor, shown),
            "edit": policies.can_edit_round(actor, shown),
            "summarise": policies.can_summarise_round(actor, shown),
            "reopen": policies.can_reopen_round(actor, shown),
        },
    }
    return render(request, "contacts/round.html", context)


def summary(request: ActorRequest, pk: int) -> HttpResponse:
    """Give the summary of a round as a Word file."""
    shown = load_round(request, pk)
    said = Opinion.objects.visible_to(request.actor).filter(point__round=shown).select_related("point__meeting")
    content = exports.summary_docx(shown, selectors.overview(shown), said.order_by("point__meeting__starts_at", "seq"))
    return handed(content, f"tong-hop-tiep-xuc-{shown.pk}.docx", DOCX)


def edit_round(request: ActorRequest, pk: int) -> HttpResponse:
    """Correct a round; the second of two editors sees what the first saved."""
    shown = load_round(request, pk)
    verdict = policies.can_edit_round(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    form = forms.RoundForm(request.POST or None, council=shown.council, shown=shown)
    both: list[Pair] = []
    version = int(request.POST.get("version") or 0) if request.method == "POST" else shown.version
    if request.method == "POST" and form.is_valid():
        try:
            services.edit_round(
                round_=shown, version=version, actor=request.actor, at=timezone.now(), **form.cleaned_data
            )
        except Conflict as error:
            form.add_error(None, str(error))
            both, version = beside(form, error.current), error.current["version"]
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã sửa đợt tiếp xúc."))
            return redirect(shown)
    return render(request, "contacts/edit_round.html", {"form": form, "round": shown, "both": both, "version": version})


@require_POST
def summarise_round(request: ActorRequest, pk: int) -> HttpResponse:
    """Close a round with its summary."""
    shown = load_round(request, pk)
    try:
        services.summarise_round(round_=shown, actor=request.actor, at=timezone.now())
    except BusinessError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Đã tổng hợp đợt «%(title)s».") % {"title": shown.title})
    return redirect(shown)


def reopen_round(request: ActorRequest, pk: int) -> HttpResponse:
    """Open a summarised round again, with the reason."""
    shown = load_round(request, pk)
    verdict = policies.can_reopen_round(request.actor, shown)
    if not verdict:
        return refused(request, verdict, shown)
    form = forms.ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.reopen_round(round_=shown, actor=request.actor, at=timezone.now(), **form.cleaned_data)
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã mở lại đợt «%(title)s».") % {"title": shown.title})
            return redirect(shown)
    return form_page(
        request,
        form=form,
        title=_("Mở lại đợt tiếp xúc"),
        lead=shown.title,
        verb=_("Mở lại"),
        icon="arrow-counterclockwise",
        cancel_url=shown.get_absolute_url(),
    )
