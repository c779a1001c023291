"""Papers of coordination: the notice as an official text, and the table of how it is carried out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nghitruong.base.official import official_language
from nghitruong.coordination.enums import Part, TaskKind
from nghitruong.coordination.models import Assignment, ConclusionNotice, Recipient, Task
from nghitruong.coordination.selectors import Share
from nghitruong.documents.exports import (
    Grid,
    Heading,
    OfficialText,
    Paragraph,
    number_and_symbol,
    official_docx,
    official_pdf,
    place_and_date,
    signature,
    table_xlsx,
)
from nghitruong.documents.rules.text import MOTTO, STATE, Block
from nghitruong.obligations.enums import State
from nghitruong.organisation.enums import OrganKind

__all__ = [
    "MOTTO",
    "STATE",
    "dated",
    "execution_docx",
    "execution_xlsx",
    "lines_of",
    "numbered",
    "official_docx",
    "official_pdf",
    "text_of",
]
SYMBOL = "TB-HĐND"


@official_language()
def text_of(notice: ConclusionNotice, recipients: Iterable[Recipient]) -> OfficialText:
    """Return the notice as an official text (NĐ 30/2020; parts as law.md 12.7): opening, I, II, III, closing.

    The tasks are grouped under whom they are given to, in the words of the text.
    """
    number, _slash, symbol = notice.number.partition("/")
    unit = notice.council.unit
    office = notice.capacity == "TL"
    body: list[Block] = [_opening(notice)]
    if notice.attendants:
        body.append(_("Thành phần dự: %(who)s.") % {"who": notice.attendants.rstrip(".")})
    body.append(_("Sau khi nghe các ý kiến phát biểu, %(organ)s kết luận như sau:") % {"organ": notice.organ.name})
    tasks = list(notice.tasks.all())
    parts: list[tuple[str, list[Block]]] = [
        (_("Kết quả đạt được"), list(_lines(notice.results))),
        (_("Tồn tại, hạn chế"), list(_lines(notice.limitations))),
        (_("Nhiệm vụ"), list(_asked([task for task in tasks if task.kind != TaskKind.PROPOSAL]))),
        (_("Đề xuất, kiến nghị"), list(_asked([task for task in tasks if task.kind == TaskKind.PROPOSAL]))),
    ]
    shown = [(title, blocks) for title, blocks in parts if blocks]
    for place, (title, blocks) in enumerate(shown):
        body += [Heading(f"{['I', 'II', 'III', 'IV'][place]}. {title.upper()}"), *blocks]
    if notice.amends is not None:
        body.insert(
            0,
            _("Căn cứ %(why)s, sửa đổi Thông báo số %(number)s ngày %(on)s như sau.")
            % {"why": notice.amended_because, "number": notice.amends.number, "on": _day(notice.amends.issued_on)},
        )
    body.append(_closing(notice, office=office))
    sent_to = [each.organ.name for each in recipients]
    return OfficialText(
        issuing=notice.council.name,
        number=number,
        symbol=symbol or SYMBOL,
        place=unit.bare_name if unit else "",
        abstract=notice.title,
        on=notice.issued_on,
        year=notice.held_on.year,
        kind=_("Thông báo"),
        body=body,
        signed=signature(
            notice.capacity,
            of=_of(notice),
            title=notice.signer_title,
            name=notice.signer,
            head=notice.signer_for,
        ),
        recipients=[*sent_to, *(line.strip(" -;.") for line in notice.recipients_text.splitlines() if line.strip())],
        archive="VT",
    )


def _day(on: date | None) -> str:
    return f"{on:%d/%m/%Y}" if on else "…"


def _of(notice: ConclusionNotice) -> str:
    """On whose behalf or order: the Standing Committee by its own name, without the place."""
    if notice.organ.kind == OrganKind.STANDING:
        return _("Thường trực Hội đồng nhân dân")
    return notice.organ.name


def _opening(notice: ConclusionNotice) -> str:
    meeting = notice.meeting.title if notice.meeting is not None else notice.title
    words = _("Ngày %(on)s, %(organ)s tổ chức %(meeting)s") % {
        "on": _day(notice.held_on),
        "organ": notice.organ.name,
        "meeting": meeting[:1].lower() + meeting[1:],
    }
    if notice.place:
        words += _(" tại %(place)s") % {"place": notice.place}
    if notice.chairs:
        words += _(", do %(chairs)s chủ trì") % {"chairs": notice.chairs}
    return f"{words}."


def _closing(notice: ConclusionNotice, *, office: bool) -> str:
    if office:
        return _(
            "Thừa lệnh %(organ)s, Văn phòng thông báo đến các cơ quan, đơn vị, địa phương liên quan biết, thực hiện./."
        ) % {"organ": notice.organ.name}
    return _("%(organ)s thông báo đến các cơ quan, đơn vị, địa phương liên quan biết, thực hiện./.") % {
        "organ": notice.organ.name
    }


def _lines(text: str) -> Iterable[Block]:
    return (line.strip() for line in text.splitlines() if line.strip())


def _asked(tasks: Sequence[Task]) -> Iterable[Block]:
    """Each addressee once, numbered, what is asked of it below; a deadline stands in the text's own words."""
    groups: dict[str, list[Task]] = {}
    for task in tasks:
        groups.setdefault(task.addressee, []).append(task)
    for place, (addressee, listed) in enumerate(groups.items(), start=1):
        yield Paragraph(f"{place}. {addressee}", bold=True)
        for task in listed:
            due = task.due_words or (_("thời hạn: %(on)s") % {"on": _day(task.due_on)} if task.due_on else "")
            yield f"- {task.what.rstrip('.;')}{f' ({due})' if due and due not in task.what else ''}."


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the notice as its page shows it."""

    text: str
    bold: bool = False


def lines_of(text: OfficialText) -> list[Line]:
    """Return the body of the official text line by line, for the page that shows it as it will be printed."""
    found = []
    for block in text.body:
        if isinstance(block, str):
            found.append(Line(block))
        elif isinstance(block, Heading | Paragraph):
            found.append(Line(block.text, bold=isinstance(block, Heading) or block.bold))
    return found


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
