"""A file comes in: upload, preview of every row, commit; what was rejected goes back as a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.errors import BusinessError, Invalid
from nghitruong.base.http import ActorRequest, handed
from nghitruong.contacts.models import Point
from nghitruong.documents import services as documents
from nghitruong.documents.models import StoredFile
from nghitruong.documents.rules import XLSX
from nghitruong.documents.services.storing import path_of
from nghitruong.organisation.models import Organ
from nghitruong.petitions import exports, forms, policies, selectors, services
from nghitruong.petitions.enums import COLUMNS, NOTE_LABELS, Intake
from nghitruong.petitions.models import ImportBatch, LongFile
from nghitruong.petitions.rules import Reading
from nghitruong.petitions.selectors import edits
from nghitruong.petitions.selectors import imports as files
from nghitruong.petitions.selectors import repeats as pairs
from nghitruong.petitions.selectors.foreseen import Foreseen, foresee
from nghitruong.petitions.selectors.imports import Planned
from nghitruong.petitions.selectors.long_files import left_of
from nghitruong.petitions.selectors.moved_on import moved_on
from nghitruong.petitions.views.deeds import own_council

SHOWN = 200
PAGE = 25
COMPARED_AT_ONCE = 25
"""Rows compared with the register before the preview is shown; more, up to SHOWN, by a second request (`?so=1`)."""
CLOSED = [Intake.DONE, Intake.CANCELLED, Intake.FAILED]


def upload(request: ActorRequest) -> HttpResponse:
    council = own_council(request)
    initial = {"point": request.GET.get("buoi", "")}
    form = forms.UploadForm(
        request.POST or None, request.FILES or None, initial=initial, actor=request.actor, today=timezone.localdate()
    )
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        sent, point = form.cleaned_data["upload"], form.cleaned_data["point"]
        try:
            if sent.size > settings.UPLOAD_LIMIT:
                raise Invalid(
                    _("Tệp lớn hơn mức cho phép (%(mb)s MB).") % {"mb": settings.UPLOAD_LIMIT // 1024 // 1024}
                )
            content = sent.read()
            comes_back = edits.returned_rows(sent.name, content, timezone.localdate())
            is_long = comes_back is None and files.is_long(sent.name, content)
            kept = documents.store(name=sent.name, content=content, actor=request.actor, at=timezone.now())
            if comes_back is not None:
                request.session[f"edits.{kept.pk}"] = sent.name
                return redirect("petitions:edit_many", file=kept.pk)
            if is_long:
                queued = services.queue_file(
                    council=council, file=kept, name=sent.name, point=point, actor=request.actor, at=timezone.now()
                )
                services.start_worker(actor=request.actor)
                return redirect(queued)
            request.session[f"import.{kept.pk}"] = {"name": sent.name, "point": point.pk if point else None}
            return redirect("petitions:take_in", file=kept.pk)
        except BusinessError as error:
            form.add_error("upload", str(error))
    context = {"form": form, "verdict": policies.can_import(request.actor, council)}
    return render(request, "petitions/upload.html", context, status=status)


def take_in(request: ActorRequest, file: int) -> HttpResponse:
    """Preview on GET; the same judgement again, and the rows taken in, on POST."""
    opened = _open(request, file)
    if opened is None:
        return redirect("petitions:upload")
    if request.method == "POST":
        try:
            batch = services.take_in(
                council=opened.council, name=opened.name, planned=opened.planned, notes=opened.reading.notes,
                point=opened.point, file=opened.kept, actor=request.actor, at=timezone.now(),
            )  # fmt: skip
            del request.session[f"import.{file}"]
            messages.success(
                request, _("Đã nhận %(n)s kiến nghị từ tệp «%(name)s».") % {"n": batch.accepted, "name": batch.name}
            )
            return redirect("petitions:batch", pk=batch.pk)
        except BusinessError as error:
            messages.error(request, str(error))
    reading = opened.reading
    told = counts(opened.planned)
    is_compared = told["accept"] <= COMPARED_AT_ONCE or "so" in request.GET
    near = foresee(opened.planned[:SHOWN], council=opened.council, actor=request.actor) if is_compared else {}
    context = {
        "name": opened.name, "point": opened.point, "planned": _beside(opened.planned[:SHOWN], near),
        "repeats": len(near) if is_compared else None, "counts": told, "whole": opened.whole, "noted": len(reading.notes),
        "remarks": [remark for table in reading.tables for remark in table.remarks],
        "notes": [shown_note(files.noted(note)) for note in reading.notes[:SHOWN]],
        "layouts": files.layouts_of(reading), "kinds": COLUMNS.items(), "opened": "cot" in request.GET,
        "correct_url": reverse("petitions:read_columns", args=[file]),
    }  # fmt: skip
    return render(request, "petitions/take_in.html", context)


def read_columns(request: ActorRequest, file: int) -> HttpResponse:
    """Remember what the columns hold, then show the preview anew."""
    opened = _open(request, file)
    if opened is None or request.method != "POST":
        return redirect("petitions:take_in", file=file) if opened else redirect("petitions:upload")
    note = request.session[f"import.{file}"]
    request.session[f"import.{file}"] = {**note, "whole": bool(request.POST.get("whole"))}
    try:
        for layout in files.layouts_of(opened.reading):
            said = {place.number: request.POST.get(place.key, "") for place in layout.places}
            if said != {place.number: place.holds for place in layout.places}:
                services.read_columns(
                    council=opened.council, shape=layout.shape, columns=said, actor=request.actor, at=timezone.now()
                )
                messages.success(request, _("Đã đọc lại tệp theo các cột vừa chọn và nhớ cho lần sau."))
    except BusinessError as error:
        messages.error(request, str(error))
    return redirect(f"{reverse('petitions:take_in', args=[file])}?cot=1")


@dataclass(frozen=True)
class Opened:
    """An uploaded file that waits for a person's word."""

    kept: StoredFile
    council: Organ
    point: Point | None
    name: str
    whole: bool
    reading: Reading
    planned: list[Planned]


def _open(request: ActorRequest, file: int) -> Opened | None:
    """Read and judge the file that this person uploaded; None, with a message, where there is none."""
    note = request.session.get(f"import.{file}")
    kept = StoredFile.objects.filter(pk=file).first()
    if note is None or kept is None:
        messages.error(request, _("Bản xem trước đã hết hạn. Hãy chọn lại tệp."))
        return None
    council = own_council(request)
    points = Point.objects.visible_to(request.actor).select_related("meeting", "round__session")
    point = points.filter(pk=note["point"]).first()
    whole = note.get("whole", False)
    content = path_of(sha256=kept.sha256).read_bytes()
    reading = files.read_file(note["name"], content, council=council, is_splitting=not whole)
    planned = selectors.plan(reading.rows, council=council, point=point, today=timezone.localdate())
    return Opened(kept, council, point, note["name"], whole, reading, planned)


def _beside(planned: list[Planned], near: dict[int, Foreseen]) -> list[dict[str, Any]]:
    """Return rows as the preview shows them, each with what it may repeat."""
    return [
        {"row": one.row, "verdict": one.verdict, "reason": one.reason, "on": one.on, "near": near.get(place)}
        for place, one in enumerate(planned)
    ]


def shown_note(note: dict[str, Any]) -> dict[str, Any]:
    return {**note, "label": NOTE_LABELS.get(note.get("why", ""), "")}


def batch(request: ActorRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(ImportBatch.objects.visible_to(request.actor).select_related("council"), pk=pk)
    return render(request, "petitions/batch.html", {
        "batch": found, "rejected": found.rejected[:SHOWN],
        "notes": [shown_note(note) for note in found.notes[:SHOWN]],
        "may_undo": policies.can_undo_import(request.actor, found, timezone.now()), "left": left_of(found),
        "repeats": pairs.queue(request.actor, batch=found.pk).count(),
    })  # fmt: skip


def imports(request: ActorRequest) -> HttpResponse:
    """Every file taken in, newest first."""
    page = Paginator(ImportBatch.objects.visible_to(request.actor), PAGE).get_page(request.GET.get("trang"))
    running = LongFile.objects.visible_to(request.actor).exclude(state__in=CLOSED)[:PAGE]
    return render(request, "petitions/imports.html", {"page": page, "running": running})


def undo_import(request: ActorRequest, pk: int) -> HttpResponse:
    """Show what would leave and what would stay; take the import back on POST."""
    found = get_object_or_404(ImportBatch.objects.visible_to(request.actor).select_related("council"), pk=pk)
    if request.method == "POST":
        try:
            done = services.undo_import(batch=found, actor=request.actor, at=timezone.now())
            messages.success(request, _("Đã rút %(n)s kiến nghị khỏi sổ.") % {"n": done.undone})
            return redirect("petitions:batch", pk=pk)
        except BusinessError as error:
            messages.error(request, str(error))
    stays = moved_on(found)
    codes = dict(found.petitions.filter(pk__in=list(stays)[:SHOWN]).values_list("pk", "code"))
    context = {
        "batch": found,
        "kept": [{"id": pk, "code": code, "reason": stays[pk]} for pk, code in codes.items()],
        "leaving": found.petitions.count() - len(stays),
        "verdict": policies.can_undo_import(request.actor, found, timezone.now()),
    }
    return render(request, "petitions/undo_import.html", context)


def rejected(request: ActorRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(ImportBatch.objects.visible_to(request.actor), pk=pk)
    return handed(exports.rejected_xlsx(found), "dong-bi-loai.xlsx", XLSX)


def counts(planned: list[Planned]) -> dict[str, int]:
    found = {"accept": 0, "unchanged": 0, "reject": 0}
    for row in planned:
        found[row.verdict] += 1
    return {**found, "rows": len(planned), "split": sum(row.row.part > 0 for row in planned)}
