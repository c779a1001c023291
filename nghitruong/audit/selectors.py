"""Reads of the journal: is the chain whole, and what happened to a record, in words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db.models import Max
from django.utils.translation import gettext as _

from nghitruong.audit.models import Entry, Head
from nghitruong.audit.rules import GENESIS, Anchor, digest


@dataclass(frozen=True, slots=True)
class Verification:
    """The chain's state: how many lines were read, whether all hold, else the first broken link and why."""

    entries: int
    first_bad: int | None = None
    why: str = ""
    anchored: bool = True

    @property
    def ok(self) -> bool:
        return self.first_bad is None


def anchor_file() -> Path:
    """Return where the chain's end is remembered outside the database."""
    return Path(settings.HOME) / "keys" / "journal.anchor"


def anchor() -> Anchor | None:
    """Read the anchor; None where there is none yet. Raises ValueError when this house did not write it."""
    try:
        return Anchor.newest(anchor_file().read_bytes(), settings.JOURNAL_KEY)
    except FileNotFoundError:
        return None


def verify() -> Verification:
    """Recompute the whole chain and name the first broken link.

    The anchor and the head are read before the lines, so that deeds done meanwhile do not look like faults.
    """
    try:
        remembered = anchor()
    except ValueError:
        return Verification(0, 0, _("Tệp neo của nhật ký không do hệ thống này ghi."))
    head = Head.objects.filter(id=1).first() or Head(id=1)
    last, found = _walk(remembered)
    if found is None:
        found = _beyond(last, Anchor(head.seq, head.digest), remembered)
    first_bad, why = found or (None, "")
    return Verification(last.seq, first_bad, why, anchored=remembered is not None)


def _walk(remembered: Anchor | None) -> tuple[Anchor, tuple[int, str] | None]:
    """Follow the links; return the last good one and the first fault."""
    last = Anchor(0, GENESIS)
    for entry in Entry.objects.order_by("seq").iterator(chunk_size=2000):
        expected = last.seq + 1
        if entry.seq != expected:
            return last, (expected, _("Thiếu dòng số %(seq)s: đã bị xóa hoặc đổi số.") % {"seq": expected})
        if entry.previous != last.digest:
            why = _("Dòng số %(seq)s không nối với dòng trước: đã bị chèn, đổi chỗ hoặc sửa mã băm.")
            return last, (entry.seq, why % {"seq": entry.seq})
        if entry.digest != digest(settings.JOURNAL_KEY, last.digest, entry.values()):
            return last, (entry.seq, _("Nội dung dòng số %(seq)s đã bị sửa sau khi ghi.") % {"seq": entry.seq})
        if remembered is not None and entry.seq == remembered.seq and entry.digest != remembered.digest:
            why = _("Từ dòng số %(seq)s trở về trước, phần cuối nhật ký đã bị cắt rồi ghi lại.")
            return last, (entry.seq, why % {"seq": entry.seq})
        last = Anchor(entry.seq, entry.digest)
    return last, None


def _beyond(last: Anchor, head: Anchor, remembered: Anchor | None) -> tuple[int, str] | None:
    """Compare the chain's end with the head and the anchor."""
    lost = _("Nhật ký bị cắt đuôi: mất các dòng từ số %(from)s đến số %(to)s.")
    if remembered is not None and remembered.seq > last.seq:
        return last.seq + 1, lost % {"from": last.seq + 1, "to": remembered.seq}
    if head.seq > last.seq:
        return last.seq + 1, lost % {"from": last.seq + 1, "to": head.seq}
    if head.seq == last.seq and head.digest != (last.digest if last.seq else GENESIS):
        return last.seq, _("Đầu chuỗi không khớp với dòng cuối của nhật ký.")
    now = Head.objects.filter(id=1).values_list("seq", flat=True).first() or 0
    if now < (Entry.objects.aggregate(top=Max("seq"))["top"] or 0):
        return now + 1, _("Đầu chuỗi đã bị lùi lại so với dòng cuối của nhật ký.")
    return None
