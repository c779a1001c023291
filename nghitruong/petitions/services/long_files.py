"""A long file in the hands of a worker: read, shown, written, or cancelled without a trace in the register."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from time import monotonic
from typing import Any

from django.db import OperationalError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.actor import SYSTEM, Actor
from nghitruong.base.errors import BusinessError, WrongState
from nghitruong.base.official import official_language
from nghitruong.contacts.models import Point
from nghitruong.documents.models import StoredFile
from nghitruong.documents.services.storing import path_of
from nghitruong.organisation.models import Membership, Organ
from nghitruong.organisation.selectors import actor_for
from nghitruong.petitions import policies
from nghitruong.petitions.enums import Intake
from nghitruong.petitions.models import LongFile
from nghitruong.petitions.rules import FileRow, Reading
from nghitruong.petitions.selectors import long_files as kept
from nghitruong.petitions.selectors.imports import Planned, layouts_of, noted, plan, read_file
from nghitruong.petitions.services.take_in import take_in

log = logging.getLogger(__name__)
MOST_TRIES = 3
SHOWN = 200
OPEN = [Intake.WAITING, Intake.READING, Intake.READY, Intake.ASKED]


class Stopped(BaseException):
    """A person has cancelled; no `except Exception` on the way takes it for a damaged file."""


def queue_file(
    *, council: Organ, file: StoredFile, name: str, point: Point | None, actor: Actor, at: datetime
) -> LongFile:
    """Giao tệp dài: leave a file to the worker, which reads and judges it for the preview."""
    policies.can_import(actor, council).require()
    return LongFile.objects.create(
        council=council,
        point=point,
        file=file,
        name=name[:255],
        membership_id=actor.membership_id,
        by=actor.name[:200],
        at=at,
    )


def read_again(*, long_file: LongFile, is_whole: bool, actor: Actor) -> None:
    """Đọc lại: let the worker judge the file anew, its columns corrected."""
    policies.can_import(actor, long_file.council).require()
    _move(long_file, [Intake.READY], Intake.WAITING, is_whole=is_whole)


def ask_to_write(*, long_file: LongFile, actor: Actor) -> None:
    """Nhận: let the worker write the accepted rows into the register."""
    policies.can_import(actor, long_file.council).require()
    _move(long_file, [Intake.READY], Intake.ASKED)


def cancel_file(*, long_file: LongFile, actor: Actor) -> None:
    """Hủy nhập: nothing of the file stays. While it is being written the worker is asked by a sign beside the
    database, which it holds alone; it takes all back within a second or two.
    """
    policies.can_import(actor, long_file.council).require()
    (kept.folder() / f"{long_file.pk}.stop").touch()
    if long_file.state not in OPEN:
        return
    mine = LongFile.objects.filter(pk=long_file.pk)
    if mine.filter(state=Intake.READING).update(state=Intake.CANCELLED):
        return  # the worker that reads it sees the sign, stops and clears up
    if mine.filter(state__in=[Intake.WAITING, Intake.READY, Intake.ASKED]).update(state=Intake.CANCELLED):
        _clear(long_file.pk)


def _move(long_file: LongFile, before: Sequence[str], after: str, **values: Any) -> None:
    if not LongFile.objects.filter(pk=long_file.pk, state__in=before).update(state=after, tries=0, **values):
        raise WrongState(_("Tệp này không còn chờ xem: hãy tải lại trang."))


def work_next(*, actor: Actor, at: datetime) -> bool:
    """Do what is next with the oldest file that waits; False where none does."""
    policies.can_propose_repeats(actor).require()
    waits = LongFile.objects.filter(state__in=[Intake.WAITING, Intake.ASKED])
    found = waits.select_related("council__unit", "file", "point__meeting", "point__round__session").first()
    if found is None:
        return False
    before, after, run = (
        (Intake.WAITING, Intake.READING, _read)
        if found.state == Intake.WAITING
        else (Intake.ASKED, Intake.WRITING, _write)
    )
    if LongFile.objects.filter(pk=found.pk, state=before).update(state=after, tries=found.tries + 1):
        with official_language():
            _run(run, found, after, at)
    return True


def _run(run: Callable[[LongFile, datetime], None], long_file: LongFile, state: str, at: datetime) -> None:
    """Whatever happens, the file ends in a state that a person can read."""
    here = LongFile.objects.filter(pk=long_file.pk, state=state)
    try:
        run(long_file, at)
    except Stopped:
        here.update(state=Intake.CANCELLED)
        _clear(long_file.pk)
    except BusinessError as error:
        here.update(state=Intake.FAILED, reason=str(error)[:500])
        _clear(long_file.pk)
    except OperationalError:  # the database was busy or gone: the next try may find it back
        log.exception("file %s could not be worked on", long_file.pk)
        take_back(actor=SYSTEM)
    except Exception:
        log.exception("file %s could not be imported", long_file.pk)
        here.update(state=Intake.FAILED, reason=_("Có lỗi ngoài dự kiến khi đọc tệp; lỗi đã được ghi lại."))
        _clear(long_file.pk)


def take_back(*, actor: Actor) -> int:
    """Give files whose worker ended in between (killed, power cut) to the next one; after MOST_TRIES say so."""
    policies.can_propose_repeats(actor).require()
    taken = 0
    for before, after in ((Intake.READING, Intake.WAITING), (Intake.WRITING, Intake.ASKED)):
        for found in LongFile.objects.filter(state=before):
            gone = LongFile.objects.filter(pk=found.pk, state=before)
            if found.tries >= MOST_TRIES:
                reason = _("Việc nhập bị ngắt %(n)s lần nên đã dừng; chưa có dòng nào vào sổ.") % {"n": found.tries}
                taken += gone.update(state=Intake.FAILED, reason=reason)
                _clear(found.pk)
            elif kept.is_stopped(found.pk):
                taken += gone.update(state=Intake.CANCELLED)
                _clear(found.pk)
            else:
                taken += gone.update(state=after)
    return taken


def _read(long_file: LongFile, at: datetime) -> None:
    told = _teller(long_file.pk)
    reading, planned = _judged(long_file, at, told)
    path = kept.folder() / f"{long_file.pk}.rows"
    with path.open("w", encoding="utf-8") as out:
        for row in reading.rows:
            kept_row = ("row", row.number, row.values, row.extra, row.part, row.table)
            out.write(json.dumps(kept_row, ensure_ascii=False) + "\n")
        for note in reading.notes:
            kept_note = ("note", note.number, note.words, note.why, note.table)
            out.write(json.dumps(kept_note, ensure_ascii=False) + "\n")
    (kept.folder() / f"{long_file.pk}.told").unlink(missing_ok=True)
    summary = _summary(reading, planned)
    mine = LongFile.objects.filter(pk=long_file.pk, state=Intake.READING)
    if not mine.update(state=Intake.READY, summary=summary, tries=0):
        _clear(long_file.pk)  # cancelled at the last moment


def _judged(long_file: LongFile, at: datetime, told: Callable[[int, int], None]) -> tuple[Reading, list[Planned]]:
    content = path_of(sha256=long_file.file.sha256).read_bytes()
    reading = read_file(
        long_file.name, content, council=long_file.council, is_splitting=not long_file.is_whole, told=told
    )
    return reading, _planned(long_file, list(reading.rows), at, told)


def _planned(long_file: LongFile, rows: list[FileRow], at: datetime, told: Callable[[int, int], None]) -> list[Planned]:
    return plan(
        rows,
        council=long_file.council,
        point=long_file.point,
        today=timezone.localtime(at).date(),
        told=lambda done: told(done, len(rows)),
    )


def _summary(reading: Reading, planned: list[Planned]) -> dict[str, Any]:
    found = {"accept": 0, "unchanged": 0, "reject": 0}
    for one in planned:
        found[one.verdict] += 1
    return {
        "counts": {**found, "rows": len(planned), "split": sum(one.row.part > 0 for one in planned)},
        "planned": kept.shown_rows(iter(planned), SHOWN),
        "rejected": kept.shown_rows((one for one in planned if one.verdict == "reject"), SHOWN),
        "notes": [noted(note) for note in reading.notes[:SHOWN]],
        "noted": len(reading.notes),
        "remarks": [remark for table in reading.tables for remark in table.remarks],
        "layouts": [
            {
                "shape": layout.shape,
                "table": layout.table,
                "places": [{"number": p.number, "key": p.key, "name": p.name, "holds": p.holds} for p in layout.places],
            }
            for layout in layouts_of(reading)
        ],
    }


def _write(long_file: LongFile, at: datetime) -> None:
    told = _teller(long_file.pk)
    told(0, 0)
    staged = kept.staged(long_file.pk)
    if staged is None:
        reading, planned = _judged(long_file, at, told)
        notes = list(reading.notes)
    else:
        rows, notes = staged
        planned = _planned(long_file, rows, at, lambda _done, _of: told(0, 0))
    every = long_file.summary["counts"]["accept"]
    with transaction.atomic():
        batch = take_in(
            council=long_file.council,
            name=long_file.name,
            planned=planned,
            notes=notes,
            point=long_file.point,
            file=long_file.file,
            told=lambda done: told(done, every),
            actor=_actor(long_file),
            at=at,
        )
        told(every, every)
        LongFile.objects.filter(pk=long_file.pk, state=Intake.WRITING).update(
            state=Intake.DONE, batch=batch, summary={}
        )
    _clear(long_file.pk)


def _actor(long_file: LongFile) -> Actor:
    """Return the person who brought the file, in the office they did it in, as it stands now."""
    held = Membership.objects.select_related("person", "organ").filter(pk=long_file.membership_id or 0).first()
    if held is None:
        raise BusinessError(_("Chức vụ của người nhập không còn nữa."))
    return actor_for(held)


def _teller(number: int) -> Callable[[int, int], None]:
    """Return what tells twice a second how far it is, and stops where a person has cancelled."""
    last = -1.0

    def tell(done: int, of: int) -> None:
        nonlocal last
        if kept.is_stopped(number):
            raise Stopped
        now = monotonic()
        if now - last >= 0.5:
            last = now
            fresh = kept.folder() / f"{number}.new"
            fresh.write_text(json.dumps({"done": done, "of": of}), encoding="ascii")
            fresh.replace(kept.folder() / f"{number}.told")

    return tell


def _clear(number: int) -> None:
    for name in ("told", "new", "rows", "stop"):
        (kept.folder() / f"{number}.{name}").unlink(missing_ok=True)
