"""Word templates of the office: the kinds, one kind with its placeholders and versions, download, upload, restore."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from nghitruong.base.errors import BusinessError
from nghitruong.base.http import ActorRequest, handed
from nghitruong.documents import exports, policies, rules, services
from nghitruong.documents.models import OfficeTemplate
from nghitruong.documents.rules.kinds import KINDS, Kind, lists_of, slots_of
from nghitruong.documents.rules.kinds.model import EACH
from nghitruong.documents.services.storing import path_of


@dataclass(frozen=True, slots=True)
class Shown:
    """A kind in the list, with the version of its own template in use (None: the product's wording)."""

    key: str
    label: str
    version: int | None


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder as it is typed in Word; a list shows how it is gone through."""

    typed: str
    parts: tuple[str, ...]
    loop: str


def templates(request: ActorRequest) -> HttpResponse:
    own = dict(OfficeTemplate.objects.visible_to(request.actor).in_use().values_list("kind", "version"))
    shown = [Shown(kind.key, _(kind.label), own.get(kind.key)) for kind in KINDS.values()]
    return render(request, "documents/templates.html", {"kinds": shown})


def template(request: ActorRequest, key: str, wrong: str = "") -> HttpResponse:
    kind = _kind(key)
    versions = OfficeTemplate.objects.visible_to(request.actor).filter(kind=key).select_related("file")[:50]
    lists = lists_of(kind)
    slots = [
        Slot("{{ " + name + " }}", tuple("{{ " + f"{EACH}.{part}" + " }}" for part in parts), _loop(name, lists))
        for name, parts in slots_of(kind).items()
    ]
    told = {
        "kind": kind,
        "label": _(kind.label),
        "versions": versions,
        "slots": slots,
        "keep": policies.can_keep_template(request.actor),
        "wrong": wrong,
    }
    return render(request, "documents/template.html", told)


def _loop(name: str, lists: frozenset[str]) -> str:
    return "{%p for " + EACH + " in " + name + " %} … {%p endfor %}" if name in lists else ""


def _kind(key: str) -> Kind:
    if key not in KINDS:
        raise Http404
    return KINDS[key]


@require_GET
def template_file(request: ActorRequest, key: str) -> HttpResponse:
    """A version (`ban=2`), the product's own wording (`ban=goc`), or the example made of the one in use (`ban=vi-du`)."""
    kind, asked = _kind(key), request.GET.get("ban", "goc")
    own = OfficeTemplate.objects.visible_to(request.actor).filter(kind=key).select_related("file")
    if asked == "vi-du":
        used = own.in_use().first()
        content = (
            exports.fill(kind, kind.example, path_of(sha256=used.file.sha256).read_bytes())
            if used
            else exports.render(kind, kind.example, form="docx")
        )
    elif asked == "goc":
        content = exports.pattern_docx(kind)
    else:
        kept = get_object_or_404(own, version=int(asked) if asked.isdecimal() and len(asked) < 6 else 0)
        content = path_of(sha256=kept.file.sha256).read_bytes()
    response = handed(content, f"mau-{key.replace('_', '-')}-{asked}.docx", rules.DOCX)
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_POST
def keep_template(request: ActorRequest, key: str) -> HttpResponse:
    kind, sent = _kind(key), request.FILES.get("file")
    verdict = policies.can_keep_template(request.actor)
    if not verdict:
        messages.error(request, verdict.reason)
        return redirect("documents:template", key)
    if sent is None:
        return template(request, key, _("Hãy chọn tệp Word (.docx)."))
    try:
        kept = services.keep_template(
            kind=key, name=sent.name or "", content=sent.read(), actor=request.actor, at=timezone.now()
        )
    except BusinessError as error:
        return template(request, key, str(error))
    messages.success(
        request,
        _("Văn bản «%(kind)s» từ nay soạn theo mẫu riêng, bản %(n)s.") % {"kind": _(kind.label), "n": kept.version},
    )
    return redirect("documents:template", key)


@require_POST
def restore_template(request: ActorRequest, key: str) -> HttpResponse:
    kind = _kind(key)
    try:
        was = services.restore_template(kind=key, actor=request.actor, at=timezone.now())
    except BusinessError as error:
        messages.error(request, str(error))
        return redirect("documents:template", key)
    told = _("Văn bản «%(kind)s» từ nay soạn theo mẫu gốc.") if was else _("Văn bản «%(kind)s» đang soạn theo mẫu gốc.")
    messages.success(request, told % {"kind": _(kind.label)})
    return redirect("documents:template", key)
