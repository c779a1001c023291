"""What would become of a spreadsheet that came back: read only, so that the preview and the deed judge alike."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.official import official, official_language
from nghitruong.base.policy import Verdict
from nghitruong.language import fold
from nghitruong.language.sheets import read_tables
from nghitruong.petitions import policies
from nghitruong.petitions.enums import Level, Outcome, State
from nghitruong.petitions.models import Field, OwnClass, Petition
from nghitruong.petitions.rules import edits
from nghitruong.petitions.rules.edits import COLUMNS, EDITABLE, RESULT, SORTING, WORDS, Returned, Row
from nghitruong.petitions.selectors.imports import MOST_TEXT

AT_ONCE = 500
MARK = re.compile(rb"KN\d+\.\d+\.[0-9a-z-]{20}")
LONGEST = {"text": MOST_TEXT, "place": 300, "voter": 200}
_LEVELS, _STATES, _OUTCOMES = (dict(every.choices) for every in (Level, State, Outcome))


def cells_of(petition: Petition, *, with_voter: bool) -> dict[str, object]:
    """Return what each column of the spreadsheet holds of a petition."""
    found: dict[str, object] = {
        "code": petition.code,
        "received_on": petition.received_on,
        "text": petition.text,
        "place": petition.place or str(petition.unit or ""),
        "field": str(petition.field or ""),
        "level": str(_LEVELS.get(petition.level, "")),
        "lead": petition.lead.name if petition.lead else "",
        "state": str(_STATES.get(petition.state, "")),
        "due_on": petition.due_on,
        "answered_on": petition.answered_on,
        "outcome": str(_OUTCOMES.get(petition.outcome, "")),
        "settled_on": petition.settled_on,
        "own_class": petition.own_class.name if petition.own_class else "",
    }
    if with_voter:
        found |= {"voter": petition.voter, "voices": petition.voices}
    return found


def _words(cell: object) -> str:
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else "" if cell is None else str(cell)


def marked(petition: Petition, cells: Mapping[str, object], today: date) -> str:
    """Return the mark of a petition's row."""
    return edits.mark_of(petition.pk, petition.version, {name: _words(cell) for name, cell in cells.items()}, today)


@dataclass(frozen=True, slots=True)
class Change:
    """One cell: as the register has it, and as the file has it."""

    name: str
    before: str
    after: str

    @property
    def label(self) -> str:
        return str(COLUMNS[self.name])


@dataclass(frozen=True, slots=True)
class Edited:
    """A row with what it changes; `conflicts` are cells that somebody else changed too, `reason` why none is applied."""

    number: int
    petition: Petition | None
    changes: tuple[Change, ...] = ()
    conflicts: tuple[Change, ...] = ()
    reason: str = ""
    verdict: Verdict | None = None
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_applied(self) -> bool:
        return bool(self.changes) and not self.conflicts and not self.reason


@dataclass(frozen=True, slots=True)
class Comparison:
    """A spreadsheet beside the register: rows with something to say, in the file's order, and how many have nothing."""

    edited: tuple[Edited, ...]
    unchanged: int
    remarks: tuple[str, ...]

    @property
    def applied(self) -> list[Edited]:
        return [one for one in self.edited if one.is_applied]

    @property
    def conflicts(self) -> list[Edited]:
        return [one for one in self.edited if one.conflicts and not one.reason]

    @property
    def refused(self) -> list[Edited]:
        return [one for one in self.edited if one.reason]


def returned_rows(name: str, content: bytes, today: date) -> Returned | None:
    """Read a spreadsheet of the register that came back; None where it is another file."""
    if not _has_marks(content):
        return None
    return edits.returned(read_tables(name, content, most_bytes=settings.UPLOAD_LIMIT), today)


def _has_marks(content: bytes) -> bool:
    """Look for a mark in the bytes, before a long file is read in vain."""
    if not content.startswith(b"PK"):
        return bool(MARK.search(content) or MARK.search(content.replace(b"\x00", b"")))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            inner = [info for info in archive.infolist() if info.filename.endswith(".xml")]
            if sum(info.file_size for info in inner) > 400 * 1024 * 1024:
                return False
            return any(MARK.search(archive.read(info)) for info in inner)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return False


def compare_sheet(returned: Returned, actor: Actor, today: date) -> Comparison:
    """Judge every row: nothing to do, to be applied, in conflict, or refused with a reason.

    A cell is edited where it is no longer as it went out and not what the register holds already; it is in conflict
    where the register does not hold what went out either. Two statements for each 500 rows.
    """
    found: list[Edited] = []
    unchanged = 0
    known_names = _Names(_fields(), _own_classes(actor))
    rows = list(returned.rows)
    known = _twice(rows)
    for piece in _pieces(rows):
        numbers = {row.mark.pk for row in piece if row.mark}
        seen = Petition.objects.visible_to(actor).select_related(
            "field", "lead", "unit", "keeper", "council__unit", "own_class"
        )
        petitions = seen.in_bulk(numbers)
        for row in piece:
            one = _judge(row, petitions, known, known_names, actor, today)
            if one is None:
                unchanged += 1
            else:
                found.append(one)
    return Comparison(tuple(found), unchanged, returned.remarks)


def _pieces(rows: Iterable[Row]) -> Iterator[list[Row]]:
    queue = iter(rows)
    while piece := list(islice(queue, AT_ONCE)):
        yield piece


def _twice(rows: Sequence[Row]) -> dict[int, int]:
    """Return the first row of each petition."""
    first: dict[int, int] = {}
    for row in rows:
        if row.mark:
            first.setdefault(row.mark.pk, row.number)
    return first


def _fields() -> dict[str, Field]:
    leaves = Field.objects.filter(children__isnull=True, council__isnull=True)
    return {fold(one.name): one for one in leaves}


@dataclass(frozen=True, slots=True)
class _Names:
    """What words in a cell may name: fields by name; own classes by council, national class and name."""

    fields: Mapping[str, Field]
    own: Mapping[tuple[int, str, str], OwnClass]


def _own_classes(actor: Actor) -> dict[tuple[int, str, str], OwnClass]:
    rows = OwnClass.objects.visible_to(actor).running()
    return {(one.council_id, one.outcome, fold(one.name)): one for one in rows}


def _judge(
    row: Row, petitions: Mapping[int, Petition], first: Mapping[int, int], names: _Names, actor: Actor,
    today: date,
) -> Edited | None:  # fmt: skip
    if row.mark is None:
        return Edited(
            row.number,
            None,
            reason=_("Dòng không có dấu nhận: để thêm kiến nghị mới, hãy nhập bằng một tệp riêng."),
        )
    petition = petitions.get(row.mark.pk)
    if petition is None:
        return Edited(row.number, None, reason=_("Kiến nghị của dòng này không có trong sổ của cơ quan mình."))
    with official_language():  # as it went out
        now = {name: _words(cell) for name, cell in cells_of(petition, with_voter=True).items()}
    changes: list[Change] = []
    conflicts: list[Change] = []
    for name, words in row.edited(today).items():
        said, stands = edits.plain(name, words, today), edits.plain(name, now[name], today)
        if said == stands:
            continue
        change = Change(name, now[name], edits.composed(words))
        is_moved = edits.hashed(name, now[name], today) != row.mark.cells[name]
        (conflicts if is_moved and name in EDITABLE else changes).append(change)
    if not changes and not conflicts:
        return None
    if first[row.mark.pk] != row.number:
        reason = _("Kiến nghị này đã có ở dòng %(n)s của tệp.") % {"n": first[row.mark.pk]}
        return Edited(row.number, petition, tuple(changes), tuple(conflicts), reason)
    values, reason = _values(petition, changes, names)
    verdict = None if reason else _allowed(petition, changes, actor)
    if verdict is not None and not verdict:
        reason = str(verdict.reason)
    return Edited(row.number, petition, tuple(changes), tuple(conflicts), reason, verdict, values)


def _values(petition: Petition, changes: Sequence[Change], names: _Names) -> tuple[dict[str, Any], str]:
    """Return what the changed cells mean to the deeds, or the first reason why one cannot be."""
    values: dict[str, Any] = {}
    try:
        for change in changes:
            values[change.name] = _value(change, petition, names)
    except Invalid as error:
        return {}, str(error)
    kept = (values.get("field") or petition.field, values.get("level") or petition.level)
    if values.keys() & set(SORTING) and not all(kept):
        return {}, _("Phân loại cần cả lĩnh vực và cấp thẩm quyền.")
    return values, ""


def _value(change: Change, petition: Petition, names: _Names) -> Any:
    """Return what one changed cell means; raises Invalid, in words, where it means nothing."""
    said, told = change.after, {"name": change.label, "words": change.after}
    readers: dict[str, Callable[[str], Any]] = {
        "voices": _number, "field": _named(names.fields), "level": _named(_levels()),
        "own_class": lambda words: names.own.get((petition.keeper_id, petition.outcome, fold(words))),
    }  # fmt: skip
    if change.name not in EDITABLE:
        raise Invalid(_("Cột «%(name)s» không sửa được qua bảng tính; hãy làm việc đó trong hồ sơ.") % told)
    if change.name == "text" and not said:
        raise Invalid(_("Nội dung kiến nghị không được để trống."))
    if len(said) > LONGEST.get(change.name, len(said)):
        raise Invalid(_("Ô «%(name)s» dài quá %(n)s ký tự.") % {**told, "n": LONGEST[change.name]})
    if change.name in RESULT and not said:
        return None
    if change.name not in readers:
        return said
    found = readers[change.name](said)
    if found is None:
        raise Invalid(_("Không hiểu «%(words)s» ở cột «%(name)s».") % told)
    return found


def _number(words: str) -> int | None:
    number = edits.plain("voices", words, date.min)
    return int(number) if number.isdigit() and 0 < int(number) < 1_000_000 else None


def _named(choices: Mapping[str, Any]) -> Callable[[str], Any]:
    return lambda words: choices.get(fold(words))


def _levels() -> dict[str, str]:
    return {fold(official(label)): value for value, label in Level.choices}


def _allowed(petition: Petition, changes: Sequence[Change], actor: Actor) -> Verdict | None:
    """Ask the same verdicts as the deeds."""
    names = {change.name for change in changes}
    verdict: Verdict | None = None
    asked = {WORDS: policies.can_edit, SORTING: policies.can_sort, RESULT: policies.can_classify_answer}
    for group, may in asked.items():
        if names & set(group):
            said = may(actor, petition)
            verdict = said if verdict is None else verdict & said
    return verdict
