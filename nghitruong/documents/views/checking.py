"""Before a file leaves: its form, what it hides, what an edited one says otherwise. Nothing sent here is kept."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import render
from django.utils.translation import gettext as _

from nghitruong.base.errors import BusinessError, Invalid
from nghitruong.base.http import ActorRequest, handed
from nghitruong.documents import rules
from nghitruong.documents.rules.differences import differences, paragraphs
from nghitruong.documents.rules.form_check import check as check_form
from nghitruong.documents.rules.leaks import clean_file, leaks


def check(request: ActorRequest) -> HttpResponse:
    """Look through one file; with a first one beside it, show what the edited one says otherwise."""
    told: dict[str, Any] = {}
    if request.method == "POST":
        try:
            name, content = _sent(request, "file")
            if "clean" in request.POST:
                return _cleaned(name, content)
            told = _looked_through(request, name, content)
        except BusinessError as error:
            told = {"wrong": str(error)}
    return render(request, "documents/check.html", told)


def _sent(request: ActorRequest, field: str) -> tuple[str, bytes]:
    sent = request.FILES.get(field)
    if sent is None:
        raise Invalid(_("Hãy chọn tệp cần kiểm tra."))
    return rules.clean_name(sent.name or ""), sent.read()


def _looked_through(request: ActorRequest, name: str, content: bytes) -> dict[str, Any]:
    told: dict[str, Any] = {"name": name, "leaks": leaks(name, content)}
    told["can_clean"] = any(leak.cleaned for leak in told["leaks"])
    if content.startswith(b"PK") and name.lower().endswith(".docx"):
        told["deviations"] = check_form(name, content)
    if "first" in request.FILES:
        first_name, first = _sent(request, "first")
        told["differences"] = differences(paragraphs(first_name, first), paragraphs(name, content))
    return told


def _cleaned(name: str, content: bytes) -> HttpResponse:
    made = clean_file(name, content)
    is_word = name.lower().endswith(".docx")
    name, mime = ("da-lam-sach.docx", rules.DOCX) if is_word else ("da-lam-sach.xlsx", rules.XLSX)
    response = handed(made, name, mime)
    response["X-Content-Type-Options"] = "nosniff"
    return response
