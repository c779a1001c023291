"""How every form of this module is answered: one verdict, one service call, one redirect."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.forms import Form
from django.http import HttpResponse  # noqa: TID251 -- view
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from nghitruong.base.errors import BusinessError, Conflict
from nghitruong.base.http import ActorRequest
from nghitruong.base.policy import Verdict
from nghitruong.language import parse_date
from nghitruong.ui.rules import Pair, beside


@dataclass(frozen=True, slots=True)
class Deed:
    """A form and what it does. `do(clean values)` returns (what to say, where to go)."""

    title: str
    verb: str
    verdict: Verdict
    do: Callable[[dict[str, Any]], tuple[str, str]]
    back: str
    lead: str = ""
    icon: str = ""
    template: str = "organisation/deed.html"
    extra: dict[str, Any] = field(default_factory=dict)


def answer(request: ActorRequest, form: Form, deed: Deed) -> HttpResponse:
    """Show the form, or do the deed and say what happened; a refusal or a conflict keeps what was typed."""
    both: list[Pair] = []
    if request.method == "POST" and form.is_valid():
        try:
            said, url = deed.do(form.cleaned_data)
        except Conflict as error:
            both = beside(form, error.current)
            form.add_error(None, str(error))
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, said)
            return redirect(url)
    context = {
        "form": form,
        "title": deed.title,
        "verb": deed.verb,
        "verdict": deed.verdict,
        "cancel_url": deed.back,
        "lead": deed.lead,
        "icon": deed.icon,
        "both": both,
        **deed.extra,
    }
    return render(request, deed.template, context)


def day_asked(request: ActorRequest) -> date:
    """Return the day of `?ngay=`, else today."""
    return parse_date(request.GET.get("ngay", "")) or timezone.localdate()


def history_url(record: Model) -> str:
    """Return the page of the record's journal, "" while no module serves it."""
    try:
        return reverse("audit:history", args=[record._meta.label_lower, record.pk])
    except NoReverseMatch:
        return ""
