"""How every form of the registers is answered: one verdict, one service call, one redirect."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import redirect, render

from nghitruong.base.errors import BusinessError
from nghitruong.base.http import ActorRequest, refused
from nghitruong.base.policy import Verdict


@dataclass(frozen=True, slots=True)
class Deed:
    """A form and what it does. `do()` is called with the form clean; it returns (what to say, where to go)."""

    title: str
    verb: str
    verdict: Verdict
    do: Callable[[], tuple[str, str]]
    back: str
    lead: str = ""
    icon: str = ""
    confirm: str = ""
    extra: dict[str, Any] = field(default_factory=dict)


def answer(request: ActorRequest, form: Form, deed: Deed) -> HttpResponse:
    """Show the form, or do the deed and say what happened; a refusal keeps what was typed."""
    if not deed.verdict:
        return refused(request, deed.verdict, deed.back)
    if request.method == "POST" and form.is_valid():
        try:
            said, url = deed.do()
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, said)
            return redirect(url)
    context = {
        "form": form, "title": deed.title, "verb": deed.verb, "cancel_url": deed.back, "lead": deed.lead,
        "icon": deed.icon, "confirm": deed.confirm, **deed.extra,
    }  # fmt: skip
    return render(request, "ui/form.html", context)


def given(request: ActorRequest) -> dict[str, Any]:
    """Return how a form of this module is bound: data and files of a POST, nothing otherwise."""
    return {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
