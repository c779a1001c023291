"""Spreadsheets and official texts out; documents.exports sees to it that no cell ever starts a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import gettext as _

from nghitruong.base.official import official_language
from nghitruong.documents.exports import Annex as Appended
from nghitruong.documents.exports import (
    Grid,
    Heading,
    OfficialText,
    annex_alone_docx,
    official_docx,
    signature,
    table_xlsx,
)
from nghitruong.documents.rules.text import Block, written
from nghitruong.petitions.models import ImportBatch, Petition
from nghitruong.petitions.rules.edits import COLUMNS, MARK_HEADING
from nghitruong.petitions.selectors.annexes import Annex, values
from nghitruong.petitions.selectors.edits import cells_of, marked
from nghitruong.petitions.selectors.figures import Line, Rate, Report, Scope

WIDE = 6
"""An annex of so many columns is laid out along the page's width: no word of its heads is broken."""


@official_language()
def petitions_xlsx(rows: Iterable[Petition], *, with_voter: bool, today: date) -> bytes:
    """The register as a spreadsheet: answered and settled in two columns, and a mark by which edits come back.

    See rules.edits; `today` reads days that are written without a year.
    """
    names = [name for name in COLUMNS if with_voter or name not in {"voter", "voices"}]

    def line(petition: Petition) -> list[object]:
        cells = cells_of(petition, with_voter=with_voter)
        return [*(cells[name] for name in names), marked(petition, cells, today)]

    headings = [*(str(COLUMNS[name]) for name in names), str(MARK_HEADING)]
    return table_xlsx(_("Kiến nghị cử tri"), headings, map(line, rows))


@official_language()
def rejected_xlsx(batch: ImportBatch) -> bytes:
    """The rows that did not come in, with their reasons, ready to be mended and sent again."""
    names = list(dict.fromkeys(name for row in batch.rejected for name in row.get("values", {})))
    shown = {"ref": _("Mã"), "text": _("Nội dung"), "place": _("Địa bàn"), "date": _("Ngày"), "field": _("Lĩnh vực"),
             "level": _("Thẩm quyền"), "answer": _("Trả lời"), "agency": _("Cơ quan"), "status": _("Tình trạng"),
             "session": _("Kỳ họp"), "voter": _("Cử tri"), "channel": _("Nguồn"), "voices": _("Số người")}  # fmt: skip
    headings = [_("Dòng trong tệp"), _("Lý do bị loại"), *[shown.get(name, name) for name in names]]
    rows = (
        [row["row"], row["reason"], *[row.get("values", {}).get(name, "") for name in names]] for row in batch.rejected
    )
    return table_xlsx(_("Dòng bị loại"), headings, rows)


def share(rate: Rate) -> str:
    """Return "84,9%"; nothing where the whole is zero, and no percentage of a handful (the counts stand beside it)."""
    return "" if rate.percent is None or rate.is_small else f"{written(float(rate.percent))}%"


def _grid(caption: str, first: str, lines: Sequence[Line]) -> Grid:
    head = [
        first,
        _("Tiếp nhận"),
        _("Đã chuyển"),
        _("Đã trả lời"),
        _("Trả lời đúng hạn"),
        _("Đã giải quyết xong"),
        _("Chưa trả lời"),
    ]
    names = ("da-chuyen", "da-tra-loi", "dung-han", "da-giai-quyet", "chua-tra-loi")
    rows = [[line.label, line.total.value, *[line.sets[name].value for name in names]] for line in lines]
    sums = [sum(line.total.value for line in lines), *[sum(line.sets[name].value for line in lines) for name in names]]
    rows.append([_("Tổng số"), *sums])
    return Grid(head, rows, widths=(4, 1.3, 1.3, 1.3, 1.4, 1.5, 1.3), right=frozenset(range(1, 7)), caption=caption)


@official_language()
def report_docx(report: Report) -> bytes:
    """The report on voters' petitions as an official text, with a blank number for the clerk."""
    scope = report.scope
    council = scope.council
    place = council.unit.in_text if council.unit else ""
    period = _period(scope)
    body: list[Block] = [
        _(
            "Thường trực Hội đồng nhân dân %(place)s báo cáo kết quả tiếp nhận, chuyển và giải quyết kiến nghị của cử tri %(period)s; số liệu tính đến ngày %(as_of)s."
        )
        % {"place": place, "period": period, "as_of": written(scope.as_of)},
        Heading(_("I. TIẾP NHẬN")),
    ]
    contact = report.contact
    if contact is not None and contact.held:
        body.append(
            _("Đã tổ chức %(held)s buổi tiếp xúc cử tri với %(voters)s lượt cử tri dự và %(speakers)s lượt phát biểu.")
            % {"held": written(contact.held), "voters": written(contact.voters), "speakers": written(contact.speakers)}
        )
    body += [
        _(
            "Tiếp nhận %(total)s kiến nghị; ngoài ra ghi nhận %(opinions)s ý kiến và %(thanks)s lời cảm ơn, không tính vào kiến nghị."
        )
        % {
            "total": written(report.total.value),
            "opinions": written(report.opinions.value),
            "thanks": written(report.thanks.value),
        },
        _(
            "Trước khi chuyển đã kiểm tra thông tin: %(checked)s đúng, %(corrected)s đính chính, %(unverifiable)s không kiểm chứng được."
        )
        % {name: written(number) for name, number in report.facts.items()},
        Heading(_("II. KẾT QUẢ TRẢ LỜI VÀ GIẢI QUYẾT")),
        _("Trả lời và giải quyết xong là hai việc khác nhau, được tính riêng:"),
    ]
    for rate in report.rates:
        percent = f" ({share(rate)})" if share(rate) else ""
        body.append(
            _("- %(label)s: %(part)s %(of)s là %(whole)s%(percent)s.")
            % {
                "label": rate.label,
                "part": written(rate.part.value),
                "of": rate.of,
                "whole": written(rate.whole.value),
                "percent": percent,
            }
        )
    body += [
        _("Phân theo kết quả đã trả lời:"),
        Grid(
            [_("Kết quả"), _("Số kiến nghị")],
            _outcomes(report),
            widths=(5, 1.5),
            right=frozenset({1}),
        ),
        Heading(_("III. CHI TIẾT")),
        _grid(_("Theo thẩm quyền"), _("Thẩm quyền"), report.tables["level"]),
        _grid(_("Theo lĩnh vực"), _("Lĩnh vực"), report.tables["field"]),
        _grid(_("Theo địa bàn"), _("Địa bàn"), report.tables["place"]),
        _grid(_("Theo cơ quan giải quyết"), _("Cơ quan"), report.tables["agency"]),
    ]
    text = OfficialText(
        issuing=_("Thường trực Hội đồng nhân dân"),
        governing=council.name,
        symbol="BC-HĐND",
        place=council.unit.bare_name if council.unit else "",
        year=scope.as_of.year,
        kind=_("Báo cáo"),
        abstract=_("Kết quả giải quyết kiến nghị của cử tri %(period)s") % {"period": period},
        body=body,
        signed=signature("TM", of=_("Thường trực Hội đồng nhân dân"), title=_("Chủ tịch")),
        recipients=[
            _("Đại biểu Hội đồng nhân dân"),
            _("Ủy ban nhân dân"),
            _("Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam"),
        ],
    )
    return official_docx(text)


def _outcomes(report: Report) -> list[list[object]]:
    """Return a row for each national class, the council's own ones under it."""
    rows: list[list[object]] = []
    for line in report.outcomes:
        rows.append([line.label, line.total.value])
        rows += [[f"– {part.label}", part.total.value] for part in line.parts]
    return rows


def _period(scope: Scope) -> str:
    if scope.session:
        return _("tại %(session)s") % {"session": scope.session}
    return _("từ ngày %(since)s đến ngày %(until)s") % {"since": written(scope.since), "until": written(scope.until)}


@official_language()
def annex_docx(annex: Annex, scope: Scope) -> bytes:
    """One annex of the report, to go with it: the same cells as on screen. The report bears number and signature."""
    council = scope.council
    told = {"period": _period(scope), "as_of": written(scope.as_of)}
    body: list[Block] = [
        _("Kiến nghị tiếp nhận %(period)s; số liệu tính đến ngày %(as_of)s.") % told,
        str(annex.kind.about),
    ]
    if annex.total is not None:
        body.append(_("Tổng số: %(n)s kiến nghị.") % {"n": written(annex.total.value)})
    if annex.missing:
        body.append(_("Còn %(n)s kiến nghị không in ở đây.") % {"n": written(annex.missing)})
    if annex.rows:
        body.append(Grid(annex.heads, values(annex.rows), widths=annex.wide, right=annex.numeric))
    else:
        body.append(_("Không có kiến nghị nào thuộc phụ lục này."))
    issuing = _("Thường trực %(council)s") % {"council": council.name}
    blank = {"year": scope.as_of.year, "issuing": issuing}
    made = Appended(
        title=str(annex.kind.title),
        body=body,
        label=_("Phụ lục %(number)s") % {"number": annex.kind.number},
        note=_("(Kèm theo Báo cáo số         /BC-HĐND ngày      tháng      năm %(year)s của %(issuing)s)") % blank,
    )
    return annex_alone_docx(made, issuing=issuing, is_landscape=len(annex.heads) >= WIDE)


@official_language()
def annex_xlsx(annex: Annex) -> bytes:
    """One annex as a spreadsheet: the same cells as on screen."""
    return table_xlsx(str(annex.kind.title), annex.heads, values(annex.rows))


@official_language()
def letter_docx(petition: Petition, name: str, *, on: date) -> bytes:
    """The letter that carries a petition to its agency, or urges it, as an official text with a blank number."""
    council = petition.keeper
    lead = petition.lead.name if petition.lead else ""
    due = written(petition.due_on) if petition.due_on else ""
    told = {
        "code": petition.code,
        "on": written(petition.forwarded_on),
        "due": due,
        "received": written(petition.received_on),
    }
    if name == "urge":
        abstract = _("Đôn đốc giải quyết kiến nghị cử tri %(code)s") % told
        body: list[Block] = [
            _(
                "Ngày %(on)s, Thường trực Hội đồng nhân dân đã chuyển kiến nghị cử tri %(code)s tới Quý cơ quan, nội dung như sau:"
            )
            % told,
            f"“{petition.text}”",
            (_("Hạn trả lời là ngày %(due)s. ") % told if due else "")
            + _(
                "Đề nghị Quý cơ quan báo cáo nguyên nhân, trách nhiệm, tiến độ và lộ trình giải quyết trong thời hạn 07 ngày kể từ ngày nhận được công văn này."
            ),
        ]
    else:
        abstract = _("Chuyển kiến nghị cử tri %(code)s") % told
        body = [
            _("Thường trực Hội đồng nhân dân tiếp nhận ngày %(received)s kiến nghị của cử tri với nội dung như sau:")
            % told,
            f"“{petition.text}”",
            _("Đề nghị Quý cơ quan xem xét, giải quyết theo thẩm quyền và trả lời bằng văn bản")
            + (_(" trước ngày %(due)s.") % told if due else ".")
            + " "
            + _(
                "Văn bản trả lời nêu rõ biện pháp, cơ quan thực hiện, thời hạn và nguồn lực; nếu không đúng thẩm quyền, đề nghị trả lại và nêu rõ cơ quan có thẩm quyền."
            ),
        ]
    text = OfficialText(
        issuing=_("Thường trực Hội đồng nhân dân"),
        governing=council.name,
        symbol="HĐND-VP",
        place=council.unit.bare_name if council.unit else "",
        year=on.year,
        abstract=abstract,
        to=[lead],
        body=body,
        signed=signature("TM", of=_("Thường trực Hội đồng nhân dân"), title=_("Chủ tịch")),
        recipients=[_("Như trên")],
    )
    return official_docx(text)
