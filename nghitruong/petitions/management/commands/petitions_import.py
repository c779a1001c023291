"""`nghitruong petitions import FILE --council CODE [--contact ID] [--on DATE] [--dry-run] [--whole] [--json]`."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.actor import SYSTEM
from nghitruong.base.errors import Invalid
from nghitruong.contacts.models import Point
from nghitruong.language import parse_date
from nghitruong.organisation.models import Organ
from nghitruong.petitions import selectors, services
from nghitruong.petitions.models import ImportBatch
from nghitruong.petitions.rules import Reading
from nghitruong.petitions.selectors.imports import ACCEPT, REJECT, UNCHANGED, Planned, read_file
from nghitruong.petitions.selectors.long_files import left_of

COMPARED = 2000


class Command(BaseCommand):
    help = "Nhập kiến nghị cử tri từ tệp .xlsx, .csv, bảng .docx hoặc .jsonl."

    told_at = 0.0

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file")
        parser.add_argument("--council", required=True, metavar="CODE")
        parser.add_argument("--contact", type=int, metavar="ID")
        parser.add_argument("--on", metavar="DATE")
        parser.add_argument("--dry-run", action="store_true")
        parser.add_argument("--whole", action="store_true", help="không tách các kiến nghị đánh số trong một ô")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(options["file"])
        if not path.is_file():
            raise CommandError(_("Không thấy tệp %(path)s.") % {"path": path})
        council = selectors.council_by_code(options["council"], day(options["on"]))
        point = _point(options["contact"], council)
        reading = read_file(
            path.name, path.read_bytes(), council=council, is_splitting=not options["whole"], told=self._tell_read
        )
        for remark in (remark for table in reading.tables for remark in table.remarks):
            self.stderr.write(remark)
        planned = selectors.plan(reading.rows, council=council, point=point, today=timezone.localdate())
        taken = None
        if not options["dry_run"]:
            taken = services.take_in(
                council=council, name=path.name, planned=planned, notes=reading.notes, point=point, actor=SYSTEM, told=self._tell,
                at=timezone.now(),
            )  # fmt: skip
            self._make_ready(taken)
        told = _told(planned, reading, taken)
        if options["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False))
        else:
            self._say(told)

    def _tell(self, done: int) -> None:
        """Interrupted meanwhile, the import leaves nothing behind."""
        self._tell_each_second(_("Đã nhận %(n)s dòng…") % {"n": done})

    def _tell_read(self, done: int, of: int) -> None:
        self._tell_each_second(_("Đã đọc %(n)s/%(of)s dòng…") % {"n": done, "of": of})

    def _tell_each_second(self, words: str) -> None:
        now = monotonic()
        if now - self.told_at >= 1:
            self.told_at = now
            self.stderr.write(words)

    def _make_ready(self, taken: ImportBatch) -> None:
        """A long import is searched from now on; the server compares it, what comes first is told here."""
        while taken.indexed_to is not None:
            services.catch_up(batch=taken, actor=SYSTEM, at=timezone.now())
            self._tell_each_second(_("Đang lập chỉ mục: %(n)s còn lại…") % {"n": left_of(taken)["index"]})
        if taken.compared_to is not None:
            self.stderr.write(_("Máy chủ sẽ tìm trùng lặp cho %(n)s kiến nghị này.") % {"n": left_of(taken)["compare"]})

    def _say(self, told: dict[str, Any]) -> None:
        self.stdout.write(
            _("%(rows)s dòng: nhận %(accepted)s, không đổi %(unchanged)s, loại %(rejected)s.")
            % {**told, "rejected": len(told["rejected"])}
        )
        for row in told["rejected"]:
            self.stdout.write(_("  dòng %(row)s: %(reason)s") % row)
        if told["notes"]:
            self.stdout.write(_("%(n)s dòng không phải kiến nghị:") % {"n": len(told["notes"])})
        for note in told["notes"]:
            self.stdout.write(f"  {note['row']}: {note['words']}")
        if "import" in told:
            self.stdout.write(_("Hoàn tác trong 30 ngày: nghitruong petitions undo %(id)s") % {"id": told["import"]})


def _point(number: int | None, council: Organ) -> Point | None:
    if number is None:
        return None
    points = Point.objects.select_related("meeting", "round__session").filter(round__council=council)
    point = points.filter(pk=number).first()
    if point is None:
        raise Invalid(_("Không có buổi tiếp xúc cử tri số %(id)s của Hội đồng nhân dân này.") % {"id": number})
    return point


def _told(planned: list[Planned], reading: Reading, taken: ImportBatch | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "rows": len(planned),
        "accepted": sum(p.verdict == ACCEPT for p in planned),
        "unchanged": sum(p.verdict == UNCHANGED for p in planned),
        "rejected": [{"row": p.row.number, "reason": p.reason} for p in planned if p.verdict == REJECT],
        "repeats": list(_repeats(taken, planned)) if taken else [],
        "notes": [
            {"row": note.number, "words": note.words, **({"table": note.table} if note.table else {})}
            for note in reading.notes
        ],
    }
    return {**told, "import": taken.pk} if taken else told


def _repeats(batch: ImportBatch, planned: list[Planned]) -> Iterator[dict[str, Any]]:
    """Yield what the file asks again, of the register or of itself; of a long file only of its first rows."""
    rows = {p.fingerprint: p.row.number for p in planned if p.verdict == ACCEPT}
    received = batch.petitions.select_related("unit", "keeper__unit", "council__unit").order_by("pk")
    for later, near in selectors.repeats_of(received[:COMPARED], SYSTEM):
        own, other = (later, near.petition) if later.batch_id == batch.pk else (near.petition, later)
        yield {
            "row": rows.get(own.fingerprint),
            "of": other.code,
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
