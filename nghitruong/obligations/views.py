"""The ledger's list, an obligation's page, and one page for each deed."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy

from nghitruong.base import subjects
from nghitruong.base.errors import BusinessError
from nghitruong.base.http import ActorRequest, handed
from nghitruong.base.subjects import Subject
from nghitruong.documents.rules import XLSX
from nghitruong.language import parse_date
from nghitruong.legalclock import selectors as clocks
from nghitruong.obligations import exports, forms, policies, selectors, services
from nghitruong.obligations.enums import DEED_LABELS
from nghitruong.obligations.models import Obligation, ObligationQuerySet
from nghitruong.search import selectors as saved
from nghitruong.ui.rules import Tab

PAGE = 25
TABS = {
    "": gettext_lazy("Đang chạy"),
    "toi-no": gettext_lazy("Tôi nợ"),
    "no-toi": gettext_lazy("Nợ tôi"),
    "qua-han": gettext_lazy("Quá hạn"),
    "sap-den-han": gettext_lazy("Trong 7 ngày tới"),
    "chua-co-han": gettext_lazy("Chưa có thời hạn"),
    "cho-chap-nhan": gettext_lazy("Chờ chấp nhận"),
    "tat-ca": gettext_lazy("Tất cả"),
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


SAID = {
    "fulfil": gettext_lazy("Đã báo cáo thực hiện. Chờ %(creditor)s chấp nhận."),
    "accept": gettext_lazy("Đã chấp nhận kết quả và báo cho %(debtor)s. Nghĩa vụ đã đóng."),
    "refuse": gettext_lazy("Đã ghi là chưa chấp nhận và báo cho %(debtor)s làm tiếp."),
    "extend": gettext_lazy("Đã gia hạn và báo cho %(debtor)s."),
    "reassign": gettext_lazy("Đã chuyển cơ quan thực hiện, trước đó là %(debtor)s."),
    "set_deadline": gettext_lazy("Đã ấn định thời hạn và báo cho %(debtor)s."),
    "urge": gettext_lazy("Đã ghi đôn đốc và báo cho %(debtor)s."),
    "cancel": gettext_lazy("Đã hủy nghĩa vụ và báo cho %(debtor)s."),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for: a list by name, narrowed by facets."""

    name: str
    rows: ObligationQuerySet
    chosen: dict[str, set[str]]

    @classmethod
    def by(cls, request: ActorRequest) -> Asked:
        name = request.GET.get("ds", "")
        chosen = selectors.chosen_in(dict(request.GET.lists()))
        rows = selectors.named(name, request.actor, timezone.localdate())
        if (due := parse_date(request.GET.get("han", ""))) is not None:
            rows = rows.filter(due_on=due)
        return cls(name, rows, chosen)

    @property
    def seen(self) -> ObligationQuerySet:
        return selectors.narrowed(self.rows, self.chosen).select_related("clock", "debtor", "creditor")


def index(request: ActorRequest) -> HttpResponse:
    today = timezone.localdate()
    asked = Asked.by(request)
    total, facets = selectors.facets(asked.rows, asked.chosen)
    paginator = Paginator(asked.seen, PAGE)
    paginator.__dict__["count"] = total
    page = paginator.get_page(request.GET.get("trang"))
    calendar = clocks.shown_calendar()
    counted = selectors.counts(request.actor, today)
    kept = saved.kept(request.actor, "obligations:index", request.GET.urlencode())
    context = {
        "page": page,
        "total": total,
        "rows": selectors.rows_of(page.object_list, today, calendar),
        "facets": facets,
        "export_url": f"{reverse('obligations:export')}?{request.GET.urlencode()}",
        "list_name": TABS.get(asked.name, TABS[""]),
        "kept": kept,
        "tabs": [
            *(
                Tab(str(label), f"?ds={key}" if key else "?", counted[key], key == asked.name and not kept.current)
                for key, label in TABS.items()
            ),
            *(Tab(one.name, f"?{one.query}", current=one == kept.current) for one in kept.filters),
        ],
    }
    return render(request, "obligations/index.html", context)


def export(request: ActorRequest) -> HttpResponse:
    """The list just seen, whole, as a workbook."""
    content = exports.ledger_xlsx(Asked.by(request).seen, on=timezone.localdate())
    return handed(content, f"so-nghia-vu-{timezone.localdate():%Y%m%d}.xlsx", XLSX)


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
    verdict = policies.can_do_here(name, request.actor, owed)
    form = DEEDS[name](request.POST or None, actor=request.actor, today=timezone.localdate())
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        try:
            verdict.require()
            getattr(services, name)(obligation=owed, actor=request.actor, at=timezone.now(), **form.cleaned_data)
            messages.success(request, SAID[name] % {"debtor": owed.debtor.name, "creditor": owed.creditor.name})
            return redirect("obligations:detail", pk=pk)
        except BusinessError as error:
            form.add_error(None, str(error))
    context = {
        "owed": owed,
        "form": form,
        "title": DEED_LABELS[name],
        "verb": DEED_LABELS[name],
        "lead": f"{owed.what} · {owed.debtor.name}",
        "icon": selectors.ICONS[name][0],
        "cancel_url": reverse("obligations:detail", args=[pk]),
        "verdict": verdict,
    }
    return render(request, "obligations/deed.html", context, status=status)
