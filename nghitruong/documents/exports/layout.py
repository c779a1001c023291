"""Lays out an official text by NĐ 30/2020, Phụ lục I (sizes and places: law.md 12.2)."""

from __future__ import annotations

import gc
import io
import itertools
from collections.abc import Sequence
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt

from nghitruong.documents.rules.text import (
    MOTTO,
    STATE,
    Annex,
    Block,
    Grid,
    Heading,
    OfficialText,
    Paragraph,
    Signature,
    capitals,
    clean,
    finished,
    grounds_of,
    number_and_symbol,
    organ_lines,
    place_and_date,
    written,
)

FONT = "Times New Roman"
LEFT, RIGHT, TOP, BOTTOM = Mm(30), Mm(20), Mm(20), Mm(20)
HEAD_LEFT, FOOT_RIGHT = Cm(6.9), Cm(8.4)
MOTTO_WIDTH = Cm(5.6)
"""The motto's own length at size 13 bold: its rule is as long as the line."""
BODY = 14
EVERY = 50
_written = itertools.count(1)


def official_docx(text: OfficialText) -> bytes:
    """Return the .docx of an official text. Whatever the text holds is shown as text, never as a field or markup."""
    book = docx.Document()
    _prepare(book, text)
    _head(book, text)
    _title(book, text)
    _body(book, text)
    _foot(book, text)
    for annex in text.annexes:
        _annex(book, annex).paragraph_format.page_break_before = True
    return _saved(book)


def annex_alone_docx(annex: Annex, *, issuing: str, is_landscape: bool = False) -> bytes:
    """Return an annex as a file of its own: it goes with a text and has no head, number or signature itself."""
    book = docx.Document()
    text = OfficialText(
        issuing=issuing, symbol="", place="", kind=annex.label, abstract=annex.title, is_landscape=is_landscape
    )
    _prepare(book, text)
    _annex(book, annex)
    return _saved(book)


def _saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    let_go(book)
    return out.getvalue()


def let_go(book: Any) -> None:
    """Untie the parts of a written file from one another, so that its memory is free at once.

    Parts and package point at each other; what they hold is outside of Python's count, so the collector would come
    too late in a batch of a thousand: it is called after every fiftieth file too.
    """
    package = book.part.package
    for part in [*package.iter_parts()]:
        part.__dict__.clear()
    package.__dict__.clear()
    if next(_written) % EVERY == 0:
        gc.collect()


def _prepare(book: Any, text: OfficialText) -> None:
    section = book.sections[0]
    section.page_width, section.page_height = (Mm(297), Mm(210)) if text.is_landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if text.is_landscape else WD_ORIENT.PORTRAIT
    section.left_margin, section.right_margin = LEFT, RIGHT
    section.top_margin, section.bottom_margin = TOP, BOTTOM
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    style = book.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(BODY)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    style.element.rPr.append(language)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    title, author = clean(f"{text.kind} {text.abstract}".strip()), clean(text.issuing)
    book.core_properties.title = "" if "{{" in title else title[:250]
    book.core_properties.author = "" if "{{" in author else author[:250]
    book.core_properties.comments = ""
    book.core_properties.language = "vi-VN"
    _page_number(section.header.paragraphs[0])


def _room(book: Any) -> int:
    """Return the width between the margins."""
    section = book.sections[0]
    return int(section.page_width - section.left_margin - section.right_margin)


def _page_number(paragraph: Any) -> None:
    """Arabic, size 13, upright, centred in the top margin, from page 2 (the first page has a head of its own)."""
    paragraph.alignment = ALIGN.CENTER
    run = paragraph.add_run()
    run.font.size = Pt(13)
    for kind, words in (("begin", ""), ("", "PAGE"), ("separate", ""), ("text", "2"), ("end", "")):
        if kind in {"begin", "separate", "end"}:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:t" if kind == "text" else "w:instrText")
            mark.text = words
        run._r.append(mark)


def _line(
    cell: Any, words: str, size: float, *, bold: bool = False, italic: bool = False, align: Any = ALIGN.CENTER
) -> Any:
    """Write one line into a cell, over its first empty paragraph or under the others."""
    empty = len(cell.paragraphs) == 1 and not cell.paragraphs[0].runs
    paragraph = cell.paragraphs[0] if empty else cell.add_paragraph()
    paragraph.alignment = align
    run = paragraph.add_run(clean(words))
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    return paragraph


def _rule(cell_or_book: Any, width: Any, length: Any) -> Any:
    """Draw a thin rule of this length in the middle of this width: the border of a line hardly there."""
    paragraph = cell_or_book.add_paragraph()
    side = int((width - length) / 2)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = side
    paragraph.paragraph_format.line_spacing = Pt(3)
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
    return paragraph


def _columns(book: Any, widths: Sequence[Any]) -> Any:
    """Add a table of one row without rules and return its cells."""
    table = book.add_table(rows=1, cols=len(widths))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _whole_row(table.rows[0])
    for column, cell, width in zip(table.columns, table.rows[0].cells, widths, strict=True):
        column.width = cell.width = width
        _no_padding(cell)
    return table.rows[0].cells


def _no_padding(cell: Any) -> None:
    margins = OxmlElement("w:tcMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "0")
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    cell._tc.get_or_add_tcPr().append(margins)


def _whole_row(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _head(book: Any, text: OfficialText) -> None:
    head = (HEAD_LEFT, _room(book) - HEAD_LEFT)
    left, right = _columns(book, head)
    if "{{" in text.governing:
        for words in _where_given(text.governing):
            _line(left, words, 12)
    elif text.governing:
        _line(left, organ_lines(text.governing), 12)
    _line(left, organ_lines(text.issuing), 12, bold=True)
    _rule(left, head[0], int(head[0] * 0.36))
    _line(left, number_and_symbol(text.number, text.symbol), 13).paragraph_format.space_before = Pt(4)
    if not text.kind:
        _line(left, f"V/v {text.abstract}", 12).paragraph_format.space_before = Pt(2)
    _line(right, STATE, 12, bold=True)
    _line(right, MOTTO, 13, bold=True)
    _rule(right, head[1], MOTTO_WIDTH)
    day = _line(right, place_and_date(text.place, text.on, text.year), 13, italic=True)
    day.paragraph_format.space_before = Pt(4)


def _where_given(slot: str) -> list[str]:
    """A line of a template that is there only where its placeholder has a value."""
    return ["{%p if " + slot.strip("{} ") + " %}", slot, "{%p endif %}"]


def _title(book: Any, text: OfficialText) -> None:
    book.add_paragraph()
    if text.kind:
        for words in (capitals(text.kind), text.abstract):
            _centred(book, words)
        _rule(book, _room(book), int(_room(book) * 0.2)).paragraph_format.space_after = Pt(10)
    if len(text.to) == 1:
        paragraph = book.add_paragraph()
        paragraph.alignment = ALIGN.CENTER
        paragraph.add_run(clean(f"Kính gửi: {text.to[0]}"))
        paragraph.paragraph_format.space_after = Pt(10)
    elif text.to:
        paragraph = book.add_paragraph("Kính gửi:")
        paragraph.paragraph_format.left_indent = Cm(2.5)
        for place, name in enumerate(text.to):
            last = place == len(text.to) - 1
            line = book.add_paragraph(clean(f"- {name}{'.' if last else ';'}"))
            line.paragraph_format.left_indent = Cm(4.6)
            line.paragraph_format.space_after = Pt(10 if last else 0)
    if text.author:
        _centred(book, capitals(text.author)).paragraph_format.space_after = Pt(10)
    for ground in grounds_of(text):
        _paragraph(book, Paragraph(ground, italic=True))


def _centred(book: Any, words: str, *, italic: bool = False) -> Any:
    paragraph = book.add_paragraph()
    paragraph.alignment = ALIGN.CENTER
    run = paragraph.add_run(clean(words))
    run.bold, run.italic, run.font.size = not italic, italic, Pt(BODY)
    return paragraph


def _body(book: Any, text: OfficialText) -> None:
    for block in text.body:
        _block(book, block)


def _block(book: Any, block: Block) -> None:
    if isinstance(block, Grid):
        _grid(book, block)
    elif isinstance(block, Heading):
        _paragraph(book, Paragraph(block.text, bold=True)).paragraph_format.keep_with_next = True
    else:
        _paragraph(book, block if isinstance(block, Paragraph) else Paragraph(block))


def _paragraph(book: Any, given: Paragraph) -> Any:
    """Justified, size 14, first line 1.27 cm, at least 6 pt between paragraphs, lines a little over single."""
    paragraph = book.add_paragraph()
    shape = paragraph.paragraph_format
    paragraph.alignment = ALIGN.CENTER if given.centred else ALIGN.JUSTIFY
    shape.first_line_indent = Cm(1.27) if given.indent and not given.centred else None
    shape.space_after, shape.line_spacing = Pt(6), 1.1
    shape.widow_control = True
    if given.lead:
        paragraph.add_run(clean(f"{given.lead} ")).bold = True
    run = paragraph.add_run(clean(given.text))
    run.bold, run.italic = given.bold, given.italic
    return paragraph


def _grid(book: Any, grid: Grid) -> None:
    if grid.caption:
        _paragraph(book, Paragraph(grid.caption, bold=True, indent=False)).paragraph_format.keep_with_next = True
    table = book.add_table(rows=1, cols=len(grid.head))
    table.style, table.autofit = "Table Grid", False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    parts = list(grid.widths) or [1.0] * len(grid.head)
    room = _room(book)
    widths = [int(room * part / sum(parts)) for part in parts]
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for place, name in enumerate(grid.head):
        _cell(table.rows[0].cells[place], name, widths[place], bold=True, align=ALIGN.CENTER)
    _whole_row(table.rows[0])
    for values in grid.rows:
        row = table.add_row()
        _whole_row(row)
        cells = row.cells
        for place, value in enumerate(values):
            is_number = isinstance(value, int | float) and not isinstance(value, bool)
            align = ALIGN.RIGHT if is_number or place in grid.right else ALIGN.LEFT
            _cell(cells[place], written(value), widths[place], align=align)
    for cell in table.rows[-1].cells:  # what follows, a signature too, never stands alone on a page
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    book.add_paragraph().paragraph_format.line_spacing = Pt(8)


def _cell(cell: Any, words: str, width: int, *, align: Any, bold: bool = False) -> None:
    cell.width = width
    paragraph = _line(cell, words, 12, bold=bold, align=align)
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)


def _foot(book: Any, text: OfficialText) -> None:
    """Recipients left (12 bold italic, 11 upright), signature right; neither torn apart nor alone on a page.

    Where two sign (minutes) they stand side by side and the recipients follow.
    """
    for paragraph in book.paragraphs[-1:]:
        paragraph.paragraph_format.keep_with_next = True
    spacer = book.add_paragraph()
    spacer.paragraph_format.line_spacing, spacer.paragraph_format.keep_with_next = Pt(6), True
    foot = (_room(book) - FOOT_RIGHT, FOOT_RIGHT)
    left, right = _columns(book, foot)
    if text.second is not None:
        _sign(left, text.second)
    elif text.recipients:
        _recipients(left, text)
    if text.signed is not None:
        _sign(right, text.signed)
    if text.second is not None and text.recipients:
        book.add_paragraph().paragraph_format.line_spacing = Pt(6)
        left, _right = _columns(book, foot)
        _recipients(left, text)


def _recipients(cell: Any, text: OfficialText) -> None:
    _line(cell, "Nơi nhận:", 12, bold=True, italic=True, align=ALIGN.LEFT)
    for name in text.recipients:
        shown = name if name.startswith("{%") else f"- {finished(name)};"
        _line(cell, shown, 11, align=ALIGN.LEFT)
    _line(cell, f"- Lưu: {text.archive}.", 11, align=ALIGN.LEFT)


def _sign(cell: Any, signed: Signature) -> None:
    for words in signed.lines:
        _line(cell, capitals(words), 13, bold=True)
    for _room in range(4):
        _line(cell, "", BODY)
    _line(cell, signed.name, BODY, bold=True)


def _annex(book: Any, annex: Annex) -> Any:
    """Label and title in the middle, the text it comes with in brackets below; return the label's paragraph."""
    label = _centred(book, annex.label)
    _centred(book, capitals(annex.title))
    if annex.note:
        _centred(book, annex.note, italic=True)
    _rule(book, _room(book), int(_room(book) * 0.2)).paragraph_format.space_after = Pt(10)
    for block in annex.body:
        _block(book, block)
    return label
