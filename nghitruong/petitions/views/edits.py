"""A spreadsheet of the register comes back: each edit old and new, conflicts with both sides, then applied."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.errors import BusinessError
from nghitruong.base.http import ActorRequest
from nghitruong.documents.models import StoredFile
from nghitruong.documents.services.storing import path_of
from nghitruong.petitions import policies, services
from nghitruong.petitions.selectors import edits
from nghitruong.petitions.views.deeds import own_council

SHOWN = 200


def edit_many(request: ActorRequest, file: int) -> HttpResponse:
    """Show what the edits are on GET; judge anew and apply those that stand on POST."""
    name: str = request.session.get(f"edits.{file}", "")
    kept = StoredFile.objects.filter(pk=file).first() if name else None
    if kept is None:
        messages.error(request, _("Bản xem trước đã hết hạn. Hãy chọn lại tệp."))
        return redirect("petitions:upload")
    council = own_council(request)
    today = timezone.localdate()
    returned = edits.returned_rows(name, path_of(sha256=kept.sha256).read_bytes(), today)
    assert returned is not None  # noqa: S101 -- it was asked before it was kept
    found = edits.compare_sheet(returned, request.actor, today)
    if request.method == "POST":
        try:
            done = services.edit_many(council=council, edited=found.edited, actor=request.actor, at=timezone.now())
            messages.success(request, _("Đã sửa %(n)s kiến nghị theo tệp «%(name)s».") % {"n": done, "name": name})
            if found.conflicts or found.refused:
                return redirect("petitions:edit_many", file=file)
            del request.session[f"edits.{file}"]
            return redirect("petitions:index")
        except BusinessError as error:
            messages.error(request, str(error))
    context = {
        "name": name, "found": found, "applied": found.applied[:SHOWN], "conflicts": found.conflicts[:SHOWN],
        "refused": found.refused[:SHOWN], "shown": SHOWN, "verdict": policies.can_import(request.actor, council),
    }  # fmt: skip
    return render(request, "petitions/edit_many.html", context)
