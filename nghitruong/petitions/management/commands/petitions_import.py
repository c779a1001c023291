"""`nghitruong petitions import FILE --council CODE [--contact ID] [--on DATE] [--dry-run] [--json]`."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.actor import SYSTEM
from nghitruong.base.errors import Invalid
from nghitruong.contacts.models import Point
from nghitruong.language import parse_date
from nghitruong.petitions import selectors, services
from nghitruong.petitions.models import ImportBatch
from nghitruong.petitions.selectors.imports import ACCEPT, REJECT, UNCHANGED, Planned, rows_of

COMPARED = 2000


class Command(BaseCommand):
    help = "Nhập kiến nghị cử tri từ tệp .xlsx, .csv, bảng .docx hoặc .jsonl."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file")
        parser.add_argument("--council", required=True, metavar="CODE")
        parser.add_argument("--contact", type=int, metavar="ID")
        parser.add_argument("--on", metavar="DATE")
        parser.add_argument("--dry-run", action="store_true")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(options["file"])
        if not path.is_file():
            raise CommandError(_("Không thấy tệp %(path)s.") % {"path": path})
        on = day(options["on"])
        council = selectors.council_by_code(options["council"], on)
        point = None
        if options["contact"] is not None:
            point = (
                Point.objects.select_related("meeting", "round__session")
                .filter(pk=options["contact"], round__council=council)
                .first()
            )
            if point is None:
                raise Invalid(
                    _("Không có buổi tiếp xúc cử tri số %(id)s của Hội đồng nhân dân này.") % {"id": options["contact"]}
                )
        rows = rows_of(path.name, path.read_bytes())
        planned = selectors.plan(rows, council=council, point=point, today=timezone.localdate())
        taken = None
        if not options["dry_run"]:
            taken = services.take_in(
                council=council, name=path.name, planned=planned, point=point, actor=SYSTEM, at=timezone.now()
            )
        told = {
            "rows": len(planned),
            "accepted": sum(p.verdict == ACCEPT for p in planned),
            "unchanged": sum(p.verdict == UNCHANGED for p in planned),
            "rejected": [{"row": p.row.number, "reason": p.reason} for p in planned if p.verdict == REJECT],
            "repeats": list(_repeats(taken, planned)) if taken else [],
        }
        if options["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False))
            return
        self.stdout.write(
            _("%(rows)s dòng: nhận %(accepted)s, không đổi %(unchanged)s, loại %(rejected)s.")
            % {**told, "rejected": len(told["rejected"])}  # type: ignore[arg-type] # a list
        )
        for row in told["rejected"]:  # type: ignore[attr-defined] # a list
            self.stdout.write(_("  dòng %(row)s: %(reason)s") % row)


def _repeats(batch: ImportBatch, planned: list[Planned]) -> Iterator[dict[str, Any]]:
    """Yield what the file asks again, of the register or of itself; of a long file only of its first rows."""
    rows = {p.fingerprint: p.row.number for p in planned if p.verdict == ACCEPT}
    received = batch.petitions.select_related("unit", "keeper__unit", "council__unit").order_by("pk")
    for petition, near in selectors.repeats_of(received[:COMPARED], SYSTEM):
        yield {
            "row": rows.get(petition.fingerprint),
            "of": near.petition.code,
            "score": near.likeness.score,
            "kind": near.likeness.kind,
        }


def day(text: str | None) -> date:
    """Return the day a person wrote, today where none; misuse is said in words."""
    if not text:
        return timezone.localdate()
    found = parse_date(text)
    if found is None:
        raise CommandError(_("Không hiểu ngày «%(text)s»: ghi 2026-01-05 hoặc 05/01/2026.") % {"text": text})
    return found
