"""Coverage of a council's voter contact in a period: whom it met and whom never, as tables, on a map, as .xlsx."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import Http404, HttpResponse  # noqa: TID251 -- view
from django.shortcuts import render
from django.utils import timezone

from nghitruong.base.http import ActorRequest, handed
from nghitruong.contacts import exports, forms, policies, selectors
from nghitruong.contacts.selectors import Reach
from nghitruong.contacts.views.answers import own_council
from nghitruong.documents.rules import XLSX


def coverage(request: ActorRequest) -> HttpResponse:
    """Show which communes, hamlets, groups, audiences, hosts and delegates met and which never did."""
    reach = _reach(request)
    period = {"tu": reach.starts_on.isoformat(), "den": reach.ends_on.isoformat(), "hoi-dong": request.actor.council_id}
    names = exports.kinds_of_place()
    context = {
        "reach": reach,
        "form": forms.PeriodForm(initial={"tu": reach.starts_on, "den": reach.ends_on}),
        "tables": [(names[table.key], table) for table in reach.tables if table.rows],
        "period": urlencode(period),
    }
    return render(request, "contacts/reach.html", context)


def coverage_xlsx(request: ActorRequest) -> HttpResponse:
    """Give the same as a spreadsheet."""
    return handed(exports.coverage_xlsx(_reach(request)), "do-phu-tiep-xuc.xlsx", XLSX)


def attendance_xlsx(request: ActorRequest) -> HttpResponse:
    """Give the meetings of the period as a spreadsheet."""
    return handed(exports.attendance_xlsx(_reach(request)), "diem-tiep-xuc.xlsx", XLSX)


def _reach(request: ActorRequest) -> Reach:
    if not policies.reads_contacts(request.actor):
        raise Http404
    council = own_council(request)
    first, last = forms.PeriodForm(request.GET).period(timezone.localdate())
    return selectors.reach(council, first, last)
