"""A list of delegates from a file: upload, preview row by row, take in; rejected rows go back as a file."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse  # noqa: TID251 -- view
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nghitruong.base.errors import BusinessError, Invalid
from nghitruong.base.http import ActorRequest
from nghitruong.language.sheets import read_tables
from nghitruong.organisation import exports, policies, services
from nghitruong.organisation.enums import OrganKind
from nghitruong.organisation.forms import RosterForm
from nghitruong.organisation.models import Organ, Term
from nghitruong.organisation.rules.roster import MOST_ROWS, read, records
from nghitruong.organisation.services.rosters import RosterResult

SALT = "organisation.roster"
KEPT_SECONDS = 24 * 3600
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _council(request: ActorRequest, pk: int) -> Organ:
    return get_object_or_404(Organ.objects.visible_to(request.actor), pk=pk, kind=OrganKind.COUNCIL)


def import_roster(request: ActorRequest, pk: int) -> HttpResponse:
    """Step 1 takes the file and shows what each row would do; step 2 (with the signed rows) does it."""
    council = _council(request, pk)
    verdict = policies.can_import_roster(request.actor, council)
    terms = list(Term.objects.visible_to(request.actor).filter(council=council))
    form = RosterForm(None, terms=terms)
    try:
        if request.method == "POST" and verdict and "rows" in request.POST:
            return _shown(request, council, _opened(request.POST["rows"]), done=True)
        form = RosterForm(request.POST or None, request.FILES or None, terms=terms)
        if request.method == "POST" and verdict and form.is_valid():
            return _shown(request, council, _read(form.cleaned_data), done=False)
    except BusinessError as error:
        form = RosterForm(request.POST, request.FILES, terms=terms)
        form.is_valid()
        form.add_error(None if "rows" in request.POST else "file", str(error))
    context = {"form": form, "council": council, "verdict": verdict, "terms": terms}
    return render(request, "organisation/import_roster.html", context)


def _read(clean: dict[str, Any]) -> dict[str, Any]:
    """Return the upload as plain data: file name, term, day, rows of cells."""
    upload: UploadedFile[bytes] = clean["file"]
    if (upload.size or 0) > settings.UPLOAD_LIMIT:
        raise Invalid(_("Tệp lớn hơn %(mb)s MB.") % {"mb": settings.UPLOAD_LIMIT // 1024 // 1024})
    name = upload.name or ""
    rows: list[tuple[int, dict[str, str]]] = []
    fault = ""
    for table in read_tables(name, upload.read(), most_bytes=settings.UPLOAD_LIMIT):
        try:
            rows += records(table.rows, table.first)
        except ValueError as error:
            fault = str(error)
    if not rows:
        raise Invalid(fault or _("Tệp không có dòng nào dưới dòng tiêu đề."))
    if len(rows) > MOST_ROWS:
        raise Invalid(_("Danh sách có %(n)s dòng, nhiều hơn mức %(most)s dòng.") % {"n": len(rows), "most": MOST_ROWS})
    day = clean["valid_from"]
    return {"name": name, "term": clean["term"], "from": day.isoformat() if day else "", "rows": rows}


def _opened(token: str) -> dict[str, Any]:
    try:
        opened: dict[str, Any] = signing.loads(token, salt=SALT, max_age=KEPT_SECONDS)
    except signing.BadSignature as error:
        raise Invalid(_("Bản xem trước đã quá một ngày hoặc không nguyên vẹn. Hãy tải tệp lên lại.")) from error
    return opened


def _tried(request: ActorRequest, council: Organ, data: dict[str, Any], *, dry_run: bool) -> RosterResult:
    term = get_object_or_404(Term.objects.visible_to(request.actor), pk=data["term"], council=council)
    return services.import_roster(
        council=council,
        term=term,
        rows=[read(number, cells, today=timezone.localdate()) for number, cells in data["rows"]],
        valid_from=date.fromisoformat(data["from"]) if data["from"] else None,
        file_name=data["name"],
        actor=request.actor,
        at=timezone.now(),
        dry_run=dry_run,
    )


def _shown(request: ActorRequest, council: Organ, data: dict[str, Any], *, done: bool) -> HttpResponse:
    if data.get("council", council.pk) != council.pk:
        raise Http404
    result = _tried(request, council, data, dry_run=not done)
    context = {
        "council": council,
        "result": result,
        "done": done,
        "name": data["name"],
        "token": signing.dumps(data | {"council": council.pk}, salt=SALT, compress=True),
    }
    return render(request, "organisation/preview_roster.html", context)


@require_POST
def rejected(request: ActorRequest, pk: int) -> HttpResponse:
    """Give back the rejected rows with their reasons."""
    council = _council(request, pk)
    policies.can_import_roster(request.actor, council).require()
    result = _tried(request, council, _opened(request.POST.get("rows", "")), dry_run=True)
    rows = [(each.row.number, each.row.cells, each.words) for each in result.of("rejected")]
    return _workbook(exports.rejected_roster(rows), "dong-bi-tu-choi.xlsx")


@require_safe
def sample(_request: ActorRequest) -> HttpResponse:
    """Give a sample list whose columns an import reads."""
    return _workbook(exports.sample_roster(), "danh-sach-dai-bieu-mau.xlsx")


def _workbook(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
