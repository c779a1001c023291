"""A file comes in: upload, preview of every row, commit; what was rejected goes back as a file."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.errors import BusinessError, Invalid
from nghitruong.base.http import ActorRequest
from nghitruong.contacts.models import Point
from nghitruong.documents import services as documents
from nghitruong.documents.models import StoredFile
from nghitruong.documents.services.storing import path_of
from nghitruong.organisation.models import Organ
from nghitruong.petitions import exports, forms, policies, selectors, services
from nghitruong.petitions.models import ImportBatch
from nghitruong.petitions.selectors import imports
from nghitruong.petitions.selectors.imports import Planned

SHOWN = 200


def upload(request: ActorRequest) -> HttpResponse:
    council = get_object_or_404(Organ.objects.visible_to(request.actor), pk=request.actor.council_id)
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
            imports.rows_of(sent.name, content)
            kept = documents.store(name=sent.name, content=content, actor=request.actor, at=timezone.now())
            request.session[f"import.{kept.pk}"] = {"name": sent.name, "point": point.pk if point else None}
            return redirect("petitions:take_in", file=kept.pk)
        except BusinessError as error:
            form.add_error("upload", str(error))
    context = {"form": form, "verdict": policies.can_import(request.actor, council)}
    return render(request, "petitions/upload.html", context, status=status)


def take_in(request: ActorRequest, file: int) -> HttpResponse:
    """Preview on GET; the same judgement again, and the rows taken in, on POST."""
    note = request.session.get(f"import.{file}")
    kept = StoredFile.objects.filter(pk=file).first()
    if note is None or kept is None:
        messages.error(request, _("Bản xem trước đã hết hạn. Hãy chọn lại tệp."))
        return redirect("petitions:upload")
    council = get_object_or_404(Organ.objects.visible_to(request.actor), pk=request.actor.council_id)
    point = (
        Point.objects.visible_to(request.actor)
        .select_related("meeting", "round__session")
        .filter(pk=note["point"])
        .first()
    )
    reading = imports.read_file(note["name"], path_of(sha256=kept.sha256).read_bytes(), council=council)
    planned = selectors.plan(reading.rows, council=council, point=point, today=timezone.localdate())
    if request.method == "POST":
        try:
            batch = services.take_in(
                council=council, name=note["name"], planned=planned, notes=reading.notes, point=point, file=kept,
                actor=request.actor, at=timezone.now(),
            )  # fmt: skip
            del request.session[f"import.{file}"]
            messages.success(
                request, _("Đã nhận %(n)s kiến nghị từ tệp «%(name)s».") % {"n": batch.accepted, "name": batch.name}
            )
            return redirect("petitions:batch", pk=batch.pk)
        except BusinessError as error:
            messages.error(request, str(error))
    context = {
        "name": note["name"],
        "point": point,
        "planned": planned[:SHOWN],
        "counts": counts(planned),
        "reading": reading,
    }
    return render(request, "petitions/take_in.html", context)


def batch(request: ActorRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(ImportBatch.objects.visible_to(request.actor).select_related("council"), pk=pk)
    return render(request, "petitions/batch.html", {"batch": found, "rejected": found.rejected[:SHOWN]})


def rejected(request: ActorRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(ImportBatch.objects.visible_to(request.actor), pk=pk)
    return exports.as_attachment(exports.rejected_xlsx(found), "dong-bi-loai.xlsx")


def counts(planned: list[Planned]) -> dict[str, int]:
    found = {"accept": 0, "unchanged": 0, "reject": 0}
    for row in planned:
        found[row.verdict] += 1
    return {**found, "rows": len(planned)}
