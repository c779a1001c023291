"""Papers of coordination: the notice as an official text, and the table of how it is carried out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from nghitruong.base.official import official_language
from nghitruong.coordination.enums import Group, Part, TaskKind
from nghitruong.coordination.models import Assignment, ConclusionNotice, Recipient, Task
from nghitruong.coordination.rules import meeting_of
from nghitruong.coordination.selectors import Share, tasks_of
from nghitruong.documents.enums import Capacity, PaperKind
from nghitruong.documents.exports import (
    Grid,
    Heading,
    OfficialText,
    Paragraph,
    fill,
    number_and_symbol,
    official_docx,
    place_and_date,
    render,
    table_xlsx,
)
from nghitruong.documents.rules.kinds import KINDS
from nghitruong.documents.rules.kinds import text_of as official_text
from nghitruong.documents.rules.numbering import split_code
from nghitruong.documents.rules.signing import signatory
from nghitruong.documents.rules.text import MOTTO, STATE, Block, organ_lines
from nghitruong.documents.selectors import symbol_to_come
from nghitruong.documents.services import template_content
from nghitruong.obligations.enums import State
from nghitruong.organisation.enums import OrganKind

__all__ = [
    "MOTTO",
    "STATE",
    "data_of",
    "dated",
    "execution_docx",
    "execution_xlsx",
    "heads",
    "lines_of",
    "notice_file",
    "number_and_symbol",
    "numbered",
    "text_of",
]
KIND = KINDS["conclusion_notice"]
BLANK = "…"
"""What a draft shows where a word is still wanting."""
_COUNCIL_OF = re.compile(r"\s+(?:của\s+)?(?:HĐND|Hội đồng nhân dân)\b.*$")
_COMRADE = re.compile(r"^(?:các )?(?:đồng chí|đ/c|ông|bà)\s+", re.IGNORECASE)


@official_language()
def data_of(
    notice: ConclusionNotice, tasks: Sequence[Task], recipients: Iterable[Recipient], symbol: str
) -> dict[str, Any]:
    """Return the notice as data of the kind "conclusion_notice" of documents.

    `tasks` with their shares loaded (selectors.tasks_of); `symbol` is that of the number to come. What a draft still lacks shows as "…"; a notice that is issued has it.
    """
    number, given = split_code(notice.number)
    chairs = list(_chairs(notice.chairs))
    unit = notice.council.unit
    first = ", ".join(filter(None, chairs[0].values())) if chairs else ""
    return {
        **_issuer(notice),
        "number": number,
        "symbol": given or symbol,
        "place": (unit.bare_name if unit else "") or BLANK,
        "issue_date": notice.issued_on,
        "abstract": notice.title,
        "body": notice.organ.name,
        "amends": _amends(notice),
        "meeting": _held(notice),
        "held_on": notice.held_on,
        "venue": notice.place,
        "chairs": chairs,
        "participants": [each for part in re.split(r"[;\n]", notice.attendants) if (each := part.strip(" .-"))],
        "agenda": [_lower(item.what) for item in notice.meeting.agenda.all()] if notice.meeting is not None else [],
        "concluder": f"{first}," if first else "",
        "results": _lines(notice.results),
        "limitations": _lines(notice.limitations),
        "tasks": [_asked(task) for task in tasks if task.kind != TaskKind.PROPOSAL],
        "proposals": [
            {"addressee": task.addressee, "content": task.what.rstrip(".; ")}
            for task in tasks
            if task.kind == TaskKind.PROPOSAL
        ],
        "by_order": _by_order(notice),
        "signatory": signatory(
            notice.capacity, organ=_of(notice), title=notice.signer_title or BLANK, name=notice.signer,
            collective=notice.organ.kind != OrganKind.COUNCIL,
        ),
        "recipients": [*_sent_to(notice, tasks, recipients), *notice.other_recipients] or [BLANK],
    }  # fmt: skip


@official_language()
def text_of(data: Mapping[str, Any]) -> OfficialText:
    """Return the official text that a notice's files are made of."""
    return official_text(KIND, data)


def notice_file(data: Mapping[str, Any], *, form: str, at: datetime, template: bytes | None = None) -> bytes:
    """Return the .docx or .pdf of a notice's data; the .docx in the words of the office's `template` if it has one."""
    if template is not None and form == "docx":
        return fill(KIND, data, template)
    return render(KIND, data, form=form, at=at)


def _issuer(notice: ConclusionNotice) -> dict[str, str]:
    """The two lines of the head: the council, and the organ of it that concludes."""
    if notice.organ_id == notice.council_id:
        return {"issuing_organ": notice.council.name}
    own = _("Thường trực") if notice.organ.kind == OrganKind.STANDING else _of(notice)
    return {"governing_organ": notice.council.name, "issuing_organ": own}


def _of(notice: ConclusionNotice) -> str:
    """On whose behalf or order: the Standing Committee or a committee by its own name, without the place."""
    if notice.organ.kind == OrganKind.STANDING:
        return _("Thường trực Hội đồng nhân dân")
    if notice.organ.kind == OrganKind.COMMITTEE:
        return _COUNCIL_OF.sub("", notice.organ.name)
    return notice.organ.name


def _amends(notice: ConclusionNotice) -> str:
    if notice.amends is None:
        return ""
    return _("%(body)s sửa đổi, bổ sung %(notice)s như sau (lý do: %(why)s); các nội dung khác giữ nguyên.") % {
        "body": notice.organ.name, "notice": notice.amends.called, "why": notice.amended_because.rstrip(".")
    }  # fmt: skip


def _by_order(notice: ConclusionNotice) -> str:
    if notice.capacity not in {Capacity.TL, Capacity.TL_KT}:
        return ""
    return _(
        "Thừa lệnh %(organ)s, Văn phòng thông báo đến các cơ quan, đơn vị, địa phương liên quan biết, thực hiện"
    ) % {"organ": notice.organ.name}


def _held(notice: ConclusionNotice) -> str:
    """What was held, to stand after "tổ chức": the meeting linked, else the one that the title names."""
    linked = meeting_of(notice.meeting.title, of_meeting=True) if notice.meeting is not None else ""
    return _lower(linked or meeting_of(notice.title)) or _("cuộc họp")


def _chairs(words: str) -> Iterable[dict[str, str]]:
    """Read who chaired as it is written: "đồng chí A, Chủ tịch …; đồng chí B, …"."""
    for part in re.split(r"[;\n]", words):
        name, _comma, title = _COMRADE.sub("", part.strip(" .")).partition(",")
        if name.strip():
            yield {"name": name.strip(), "title": title.strip(" ,")}


def _sent_to(notice: ConclusionNotice, tasks: Sequence[Task], recipients: Iterable[Recipient]) -> list[str]:
    """Name the recipients as an office writes them: a group as such, an organ of the same unit without its place."""
    groups = {
        share.organ_id: str(Group(task.group).label)
        for task in tasks
        if task.group
        for share in task.assignments.all()
        if share.part == Part.LEAD
    }
    names = [groups.get(each.organ_id) or _near(each.organ.name, notice) for each in recipients]
    return [name[:1].upper() + name[1:] for name in dict.fromkeys(names)]


def _near(name: str, notice: ConclusionNotice) -> str:
    """Return "Ủy ban nhân dân phường" of "Ủy ban nhân dân phường Mẫu", where that is the council's own unit."""
    unit = notice.council.unit
    if unit is None or not unit.name.endswith(unit.bare_name):
        return name
    sort = unit.name.removesuffix(unit.bare_name).strip().lower()
    return (
        f"{name.removesuffix(f'{sort} {unit.bare_name}')}{sort}" if name.endswith(f"{sort} {unit.bare_name}") else name
    )


def _lower(words: str) -> str:
    """Begin with a small letter, but for what is written in capitals."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _asked(task: Task) -> dict[str, Any]:
    """One task: the text's own words for whom and by when; who helps by name."""
    what = task.what.rstrip(".; ")
    words = task.due_words if task.due_words not in what else ""
    helpers = [share.organ.name for share in task.assignments.all() if share.part == Part.HELPS]
    return {
        "assignee": task.addressee.rstrip(":. "),
        "task": what,
        "cooperating": ", ".join(helpers),
        "deadline": task.due_on if task.due_on is not None and not task.due_words else None,
        "deadline_words": words.rstrip("."),
    }


def _day(on: date | None) -> str:
    return f"{on:%d/%m/%Y}" if on else BLANK


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the notice as its page shows it."""

    text: str
    bold: bool = False
    lead: str = ""


def lines_of(text: OfficialText) -> list[Line]:
    """Return the body of the official text line by line, for the page that shows it as it will be printed."""
    found = []
    for block in text.body:
        if isinstance(block, Heading):
            found.append(Line(block.text, bold=True))
        elif isinstance(block, Paragraph):
            found.append(Line(block.text, bold=block.bold, lead=block.lead))
    return found


def heads(text: OfficialText) -> tuple[list[str], list[str]]:
    """Return the lines of the left head: the council's, and the issuing organ's."""
    governing = organ_lines(text.governing).split("\n") if text.governing else []
    return governing, organ_lines(text.issuing).split("\n")


def dated(text: OfficialText) -> str:
    """Return the place and date as they stand at the head of the text."""
    return place_and_date(text.place, text.on, text.year)


def numbered(text: OfficialText) -> str:
    """Return number and symbol as they stand at the head, with room for the number while there is none."""
    return number_and_symbol(text.number, text.symbol)


def _head() -> list[str]:
    return [
        _("Thông báo"),
        _("Mục"),
        _("Việc phải làm"),
        _("Cơ quan"),
        _("Vai trò"),
        _("Thời hạn"),
        _("Mức thực hiện (%)"),
        _("Trạng thái"),
        _("Kết quả, bằng chứng"),
    ]


def _row(share: Share, on: date) -> list[object]:
    row: Assignment = share.assignment
    owed, task = row.obligation, row.task
    state = str(owed.get_state_display()) if owed is not None else ""
    if owed is not None and owed.state == State.OPEN and owed.due_on is not None and owed.due_on < on:
        state = _("quá hạn %(days)s ngày") % {"days": (on - owed.due_on).days}
    return [
        task.notice.number,
        task.section,
        task.what,
        row.organ.name,
        str(Part(row.part).label),
        (owed.due_on if owed else task.due_on) or _("chưa có thời hạn"),
        share.percent,
        state,
        owed.evidence if owed is not None else "",
    ]


def symbol_of(notice: ConclusionNotice) -> str:
    """Return the symbol of the number to come; what has a number needs none."""
    return "" if notice.number else symbol_to_come(notice.organ, PaperKind.NOTICE)


def written(notice: ConclusionNotice, *, form: str, at: datetime) -> tuple[str, bytes]:
    """Return the notice's file, in the office's own wording where it has one: its name and bytes."""
    recipients = list(notice.recipients.select_related("organ"))
    data = data_of(notice, tasks_of(notice), recipients, symbol_of(notice))
    template = template_content(council_id=notice.council_id, kind=KIND.key)
    return f"thong-bao-ket-luan-{notice.pk}.{form}", notice_file(data, form=form, at=at, template=template)


@official_language()
def execution_xlsx(shares: Iterable[Share], *, on: date) -> bytes:
    """Return the table of execution as a workbook; `on` is the day by which lateness is told."""
    return table_xlsx(_("Thực hiện kết luận"), _head(), [_row(share, on) for share in shares])


@official_language()
def execution_docx(shares: Iterable[Share], *, council: str, place: str, on: date) -> bytes:
    """Return the same table as an official annex, the columns that a paper has room for."""
    rows = [_row(share, on) for share in shares]
    names = _head()
    columns = (2, 3, 5, 6, 7)
    body: list[Block] = [
        _("Số liệu tính đến ngày %(on)s.") % {"on": _day(on)},
        Grid(
            [names[place] for place in columns],
            [[row[place] for place in columns] for row in rows],
            widths=(5, 3.4, 1.9, 1.4, 2.2),
        ),
    ]
    text = OfficialText(
        issuing=council,
        symbol="BC-HĐND",
        place=place,
        year=on.year,
        kind=_("Báo cáo"),
        abstract=_("Kết quả thực hiện các kết luận"),
        body=body,
    )
    return official_docx(text)
