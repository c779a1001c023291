"""A report as an official text, as a spreadsheet and as a PDF; the same stored figures in each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from nghitruong.base.official import official_language
from nghitruong.documents.exports import Grid, Heading, OfficialText, official_docx, official_pdf, signature, table_xlsx
from nghitruong.documents.rules.text import Block, written
from nghitruong.reports.enums import Section
from nghitruong.reports.models import Figure, Passage, Report

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII")


@official_language()
def report_text(report: Report, figures: Sequence[Figure], passages: Sequence[Passage]) -> OfficialText:
    """Return the report as an official text: its sentences by section, its figures as an annexed table."""
    council = report.council
    place = council.unit.in_text if council.unit else ""
    body: list[Block] = [
        _("Thường trực Hội đồng nhân dân %(place)s báo cáo kết quả hoạt động %(period)s; số liệu tính đến ngày %(as_of)s.")
        % {"place": place, "period": report.named, "as_of": written(report.as_of)}
    ]  # fmt: skip
    number = 0
    for section in Section:
        said = [passage.text for passage in passages if passage.section == section and passage.text]
        if not said:
            continue
        body += [Heading(f"{ROMAN[number]}. {str(section.label).upper()}"), *said]
        number += 1
    body.append(_grid(report, figures))
    if any(figure.is_stated for figure in figures):
        body.append(_stated_grid(figures))
    return OfficialText(
        issuing=_("Thường trực Hội đồng nhân dân"),
        governing=council.name,
        symbol="BC-HĐND",
        place=council.unit.bare_name if council.unit else "",
        abstract=_("Kết quả hoạt động của Hội đồng nhân dân %(place)s %(period)s")
        % {"place": place, "period": report.named},
        kind=_("Báo cáo"),
        number=_number_only(report),
        on=report.signed_on,
        year=report.until.year,
        body=body,
        signed=signature("TM", of=_("Thường trực Hội đồng nhân dân"), title=_("Chủ tịch"), name=report.signer),
        recipients=[_("Thường trực Hội đồng nhân dân"), _("Các Ban của Hội đồng nhân dân")],
    )


def _number_only(report: Report) -> str:
    """Return the running number of "57/BC-HĐND"; blank until it is signed."""
    return report.document.number.split("/")[0] if report.document else ""


def _grid(report: Report, figures: Sequence[Figure]) -> Grid:
    own = [figure for figure in figures if figure.council_id is None and not figure.is_stated]
    rows = [[str(figure.described.label), figure.written, str(figure.described.unit)] for figure in own]
    return Grid(
        [_("Chỉ tiêu"), _("Số liệu"), _("Đơn vị")],
        rows,
        widths=(6, 1.6, 1.6),
        right=frozenset({1}),
        caption=_("Bảng số liệu (từ ngày %(since)s đến ngày %(until)s)")
        % {"since": written(report.since), "until": written(report.until)},
    )


def _stated_grid(figures: Sequence[Figure]) -> Grid:
    """Return what documents state, each with the words it stands in."""
    own = [figure for figure in figures if figure.council_id is None and figure.is_stated]
    rows = [
        [capfirst(figure.label), figure.said, figure.period, f"{figure.source}: “{figure.words}”" if figure.words else figure.source]
        for figure in own
    ]  # fmt: skip
    return Grid(
        [_("Nội dung"), _("Số liệu"), _("Kỳ số liệu"), _("Văn bản nêu")],
        rows,
        widths=(2.4, 1.5, 1.5, 4.2),
        caption=_("Số liệu nêu trong văn bản (ghi đúng như văn bản)"),
    )


def report_docx(report: Report, figures: Sequence[Figure], passages: Sequence[Passage]) -> bytes:
    """Return the report as a Word file."""
    return official_docx(report_text(report, figures, passages))


def report_pdf(report: Report, figures: Sequence[Figure], passages: Sequence[Passage]) -> bytes:
    """Return the report as a PDF."""
    return official_pdf(report_text(report, figures, passages))


@official_language()
def report_xlsx(report: Report, figures: Sequence[Figure], _passages: Sequence[Passage] = ()) -> bytes:
    """Return the figures as a spreadsheet: the report's own, and a column for each lower council."""
    councils = list(dict.fromkeys(figure.council for figure in figures if figure.council is not None))
    by_place = {(figure.key, figure.council_id): figure for figure in figures}
    own = [figure for figure in figures if figure.council_id is None]
    headings = [_("Phần"), _("Chỉ tiêu"), _("Đơn vị"), _("Số liệu"), *[council.name for council in councils]]
    with_words = any(figure.is_stated for figure in own)
    if with_words:
        headings += [_("Kỳ số liệu"), _("Văn bản nêu"), _("Nguyên văn")]
    rows = [
        [
            str(figure.described.section.label),
            str(figure.described.label),
            str(figure.described.unit),
            _cell(figure),
            *[_cell(by_place.get((figure.key, council.pk))) for council in councils],
            *([figure.period, figure.source, figure.words] if with_words else []),
        ]
        for figure in own
    ]
    return table_xlsx(str(report)[:31], headings, rows)


FORMATS: dict[str, Callable[[Report, Sequence[Figure], Sequence[Passage]], bytes]] = {
    "docx": report_docx,
    "pdf": report_pdf,
    "xlsx": report_xlsx,
}


def _cell(figure: Figure | None) -> object:
    if figure is None or not figure.amount.is_known:
        return ""
    is_as_given = bool(figure.said) and not figure.said.replace(".", "").isdigit()
    if figure.value is None or is_as_given:
        return figure.written
    return int(figure.value) if figure.value == int(figure.value) else float(figure.value)
