"""The journal as the auditor reads it, and the history of one record."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse  # noqa: TID251 -- view
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nghitruong.audit import policies, selectors
from nghitruong.audit.forms import FilterForm
from nghitruong.base.http import ActorRequest
from nghitruong.base.subjects import Subject, kind_of, resolve

PAGE = 25


def journal(request: ActorRequest) -> HttpResponse:
    """All lines, newest first, narrowed by deed, person, record and days."""
    policies.can_read(request.actor).require()
    form = FilterForm(request.GET or None)
    chosen = form.cleaned_data if form.is_valid() else getattr(form, "cleaned_data", {})
    page = Paginator(selectors.lines(**{k: v for k, v in chosen.items() if v}), PAGE).get_page(request.GET.get("trang"))
    lines = [selectors.in_words(entry) for entry in page]
    return render(
        request, "audit/journal.html", {"form": form, "page": page, "lines": lines, "is_filtered": any(chosen.values())}
    )


@require_POST
def verify(request: ActorRequest) -> HttpResponse:
    """Recompute the chain and say what was found."""
    policies.can_read(request.actor).require()
    return render(request, "audit/verify.html", {"found": selectors.verify()})


def history(request: ActorRequest, kind: str, pk: int) -> HttpResponse:
    """What happened to one record, for who may see it and for the auditor."""
    subject = Subject(kind, pk)
    if not policies.can_read_history(request.actor, subject):
        raise Http404
    lines, described = selectors.history(subject), kind_of(kind)
    if not lines and described is None:
        raise Http404
    found = resolve([subject], request.actor).get(subject)
    page = {
        "lines": lines,
        "noun": str(described.noun) if described else kind,
        "label": (found.label if found else "") or (lines[0].label if lines else _("số %(number)s") % {"number": pk}),
        "url": found.url if found else "",
    }
    return render(request, "audit/history.html", page)
