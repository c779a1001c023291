"""Reads of the journal: is the chain whole, and what happened to a record, in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Max, QuerySet
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _

from nghitruong.audit.models import Entry, Head
from nghitruong.audit.rules import GENESIS, Anchor, deed_words, digest
from nghitruong.base.subjects import Subject, kind_of


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


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as a reader takes it in; `changes` are pairs of a name and a value in words."""

    seq: int
    at: datetime
    who: str
    office: str
    deed: str
    kind: str
    object_id: int
    noun: str
    label: str
    changes: list[tuple[str, str]]


def lines(
    *,
    deed: str = "",
    who: str = "",
    kind: str = "",
    label: str = "",
    begins_on: date | None = None,
    ends_on: date | None = None,
) -> QuerySet[Entry]:
    """Return the entries that fit, newest first; days are whole days of Vietnam's time."""
    found = Entry.objects.all()
    if deed:
        found = found.filter(deed=deed)
    if who:
        found = found.filter(actor__icontains=who)
    if kind:
        found = found.filter(kind=kind)
    if label:
        found = found.filter(label__icontains=label)
    if begins_on:
        found = found.filter(at__gte=make_aware(datetime.combine(begins_on, time.min)))
    if ends_on:
        found = found.filter(at__lt=make_aware(datetime.combine(ends_on + timedelta(days=1), time.min)))
    return found


def history(subject: Subject) -> list[Line]:
    """Return what happened to a record, newest first, in words. One query."""
    return [in_words(entry) for entry in Entry.objects.filter(kind=subject.kind, object_id=subject.id)]


def in_words(entry: Entry) -> Line:
    """Put an entry into words; asks nothing of the database."""
    kind = kind_of(entry.kind)
    return Line(
        seq=entry.seq,
        at=entry.at,
        who=entry.actor,
        office=entry.office,
        deed=deed_words(entry.deed),
        kind=entry.kind,
        object_id=entry.object_id,
        noun=str(kind.noun) if kind else entry.kind,
        label=entry.label,
        changes=[_change(entry.kind, name, value) for name, value in entry.changes.items()],
    )


def _change(kind: str, name: str, value: Any) -> tuple[str, str]:
    """Name a change as the record's own field is named, and its value as the field's choice says it."""
    try:
        field = apps.get_model(kind)._meta.get_field(name)
    except (LookupError, ValueError, FieldDoesNotExist):
        return name.replace("_", " "), _value(value)
    choices = dict(getattr(field, "flatchoices", ()) or ())
    words = str(choices[value]) if isinstance(value, str) and value in choices else _value(value)
    return str(getattr(field, "verbose_name", name)), words


def _value(value: Any) -> str:
    if value is None or value in ("", [], {}):
        return _("để trống")
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if isinstance(value, list):
        return ", ".join(_value(item) for item in value)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_value(item)}" for key, item in value.items())
    text = str(value)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return f"{text[8:]}/{text[5:7]}/{text[:4]}"
    return text
