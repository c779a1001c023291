"""The ledger's list, an obligation's page, and one page for each deed."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from nghitruong.base import subjects
from nghitruong.base.errors import BusinessError
from nghitruong.base.http import ActorRequest
from nghitruong.base.subjects import Subject
from nghitruong.legalclock import selectors as clocks
from nghitruong.obligations import forms, policies, selectors, services
from nghitruong.obligations.enums import DEED_LABELS
from nghitruong.obligations.models import Obligation
from nghitruong.ui.rules import Tab

PAGE = 25
TABS = {
    "": _lazy("Tất cả"),
    "toi-no": _lazy("Tôi nợ"),
    "no-toi": _lazy("Nợ tôi"),
    "qua-han": _lazy("Quá hạn"),
    "sap-den-han": _lazy("Trong 7 ngày tới"),
    "chua-co-han": _lazy("Chưa có thời hạn"),
    "cho-chap-nhan": _lazy("Chờ chấp nhận"),
}
DEEDS = {
    "fulfil": forms.EvidenceForm,
    "accept": forms.EvidenceForm,
    "refuse": forms.ReasonForm,
    "extend": forms.ExtendForm,
    "reassign": forms.ReassignForm,
    "set_deadline": forms.DeadlineForm,
    "urge": forms.UrgeForm,
    "cancel": forms.ReasonForm,
}


def index(request: ActorRequest) -> HttpResponse:
    today = timezone.localdate()
    chosen = {name: request.GET.getlist(name) for name in ("trang-thai", "loai", "ben-no")}
    name = request.GET.get("ds", "")
    rows = selectors.named(name, request.actor, today)
    for column, values in (("state", "trang-thai"), ("nature", "loai"), ("debtor_id", "ben-no")):
        if any(chosen[values]):
            rows = rows.filter(**{f"{column}__in": [value for value in chosen[values] if value]})
    total, facets = selectors.facets(rows, chosen)
    paginator = Paginator(rows.select_related("clock", "debtor", "creditor").order_by("due_on", "pk"), PAGE)
    paginator.__dict__["count"] = total
    page = paginator.get_page(request.GET.get("trang"))
    calendar = clocks.shown_calendar()
    counted = selectors.counts(request.actor, today)
    context = {
        "page": page,
        "total": total,
        "rows": [(owed, selectors.due_of(owed, today, calendar), selectors.rung(owed)) for owed in page.object_list],
        "facets": facets,
        "tabs": [
            Tab(str(label), f"?ds={key}" if key else "?", counted.get(key), key == name) for key, label in TABS.items()
        ],
    }
    return render(request, "obligations/index.html", context)


def detail(request: ActorRequest, pk: int) -> HttpResponse:
    rows = Obligation.objects.visible_to(request.actor).select_related("clock", "debtor", "creditor", "council")
    owed = get_object_or_404(
        rows.prefetch_related("clock__extensions", "clock__pauses", "handovers__from_organ"), pk=pk
    )
    subject = Subject(owed.subject_kind, owed.subject_id)
    context = {
        "owed": owed,
        "due": selectors.due_of(owed, timezone.localdate(), clocks.shown_calendar()),
        "rung": selectors.rung(owed),
        "events": selectors.story(owed),
        "deeds": selectors.next_deeds(request.actor, owed, DEED_LABELS),
        "of": subjects.resolve([subject], request.actor).get(subject),
    }
    return render(request, "obligations/detail.html", context)


def deed(request: ActorRequest, pk: int, name: str) -> HttpResponse:
    """One page a deed; the table DEEDS says which form it takes."""
    rows = Obligation.objects.visible_to(request.actor).select_related("clock", "debtor", "creditor", "council")
    owed = get_object_or_404(rows, pk=pk)
    form = DEEDS[name](request.POST or None, actor=request.actor, today=timezone.localdate())
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        try:
            getattr(services, name)(obligation=owed, actor=request.actor, at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Đã ghi: %(deed)s. %(what)s") % {"deed": DEED_LABELS[name], "what": owed.what})
            return redirect("obligations:detail", pk=pk)
        except BusinessError as error:
            form.add_error(None, str(error))
    context = {
        "owed": owed,
        "form": form,
        "label": DEED_LABELS[name],
        "verdict": getattr(policies, f"can_{name}")(request.actor, owed),
    }
    return render(request, "obligations/deed.html", context, status=status)
