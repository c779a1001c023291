"""A clean table of petitions, and the thirty ways in which offices' files are dirty, each made from it by code."""

from __future__ import annotations

import csv
import io
import unicodedata
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

import openpyxl
from docx import Document

from nghitruong.language.legacy import _TCVN3, _VNI

HEAD = ["STT", "Nội dung kiến nghị", "Địa bàn", "Ngày", "Lĩnh vực", "Số người"]
THINGS = [
    ("Đề nghị sửa chữa đoạn đường bê tông bị sụt lún trước nhà văn hóa", "Giao thông"),
    ("Đề nghị lắp thêm đèn chiếu sáng công cộng ở đầu ngõ", "Điện"),
    ("Kiến nghị nạo vét mương thoát nước thường ngập khi mưa lớn", "Thoát nước"),
    ("Đề nghị xem xét lại mức hỗ trợ hộ nghèo năm nay", "An sinh xã hội"),
    ("Cử tri phản ánh rác thải để lâu ngày, bốc mùi khó chịu", "Môi trường"),
    ("Đề nghị bổ sung giáo viên mầm non cho trường của xã", "Giáo dục"),
]
PLACES = ["Thôn Đồng Mẫu", "Thôn Cầu Gỗ", "Tổ dân phố số 3"]
ROWS = 24


@dataclass(frozen=True)
class Clean:
    """One petition as it should come in."""

    text: str
    place: str
    on: date
    field: str
    voices: int
    answer: str = ""


def clean() -> list[Clean]:
    """Twenty-four petitions of our own, no two alike."""
    rows = []
    for place in range(ROWS):
        words, field = THINGS[place % len(THINGS)]
        rows.append(
            Clean(
                f"{words} số {place + 101}.", PLACES[place * len(PLACES) // ROWS],
                date(2026, 1, 5) + timedelta(days=place % 3), field, place % 4 + 1,
            )
        )  # fmt: skip
    return rows


def cells(rows: Sequence[Clean]) -> list[list[str]]:
    return [[str(n), r.text, r.place, f"{r.on:%d/%m/%Y}", r.field, str(r.voices)] for n, r in enumerate(rows, start=1)]


def xlsx(*sheets: Sequence[Sequence[object]], merges: Sequence[str] = (), change: Callable | None = None) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, start=1):
        sheet = book.create_sheet(f"Trang {number}")
        for row in rows:
            sheet.append(list(row))
        for area in merges:
            sheet.merge_cells(area)
        if change:
            change(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def docx(*tables: Sequence[Sequence[str]], leads: Sequence[str] = (), change: Callable | None = None) -> bytes:
    document = Document()
    for number, rows in enumerate(tables):
        if number < len(leads):
            document.add_paragraph(leads[number])
        grid = document.add_table(rows=len(rows), cols=max(len(row) for row in rows))
        for line, row in zip(grid.rows, rows, strict=True):
            for cell, words in zip(line.cells, row, strict=False):
                cell.text = words
        if change:
            change(grid)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def text_csv(rows: Sequence[Sequence[str]], sign: str = ";", encoding: str = "utf-8") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=sign).writerows(rows)
    return out.getvalue().encode(encoding)


def table(rows: Sequence[Clean]) -> list[list[str]]:
    return [HEAD, *cells(rows)]


def cp1258(text: str) -> bytes:
    """As Windows writes it: what the page has no letter for, as letter and tone mark."""
    out = bytearray()
    for letter in text:
        parts = [letter]
        try:
            out += letter.encode("cp1258")
            continue
        except UnicodeEncodeError:
            whole = unicodedata.normalize("NFD", letter)
            tone = next(mark for mark in whole if mark in "\u0300\u0301\u0303\u0309\u0323")
            parts = [unicodedata.normalize("NFC", whole.replace(tone, "")), tone]
        out += "".join(parts).encode("cp1258")
    return bytes(out)


def tcvn3(text: str) -> str:
    back = {new: chr(old) for old, new in _TCVN3.items()}
    back = {chr(new) if isinstance(new, int) else new: old for new, old in back.items()}
    return "".join(back.get(letter, letter) for letter in text)


def vni(text: str) -> str:
    back: dict[str, str] = {}
    for old, new in _VNI.items():
        back.setdefault(new, old)
    return "".join(back.get(letter, letter) for letter in text)


def in_font(rows: Sequence[Sequence[str]], font: Callable[[str], str]) -> list[list[str]]:
    return [[font(cell.replace("Đ", "đ") if font is tcvn3 else cell) for cell in row] for row in rows]


def with_answers(rows: Sequence[Clean]) -> list[Clean]:
    return [
        Clean(r.text, r.place, r.on, r.field, r.voices, f"Ủy ban nhân dân đã kiểm tra, sẽ xử lý trong quý {n % 4 + 1}.")
        for n, r in enumerate(rows)
    ]


def title_lines(rows):
    top = [["HỘI ĐỒNG NHÂN DÂN XÃ MẪU"], ["TỔNG HỢP Ý KIẾN, KIẾN NGHỊ CỦA CỬ TRI"], ["(Trước kỳ họp thứ hai)"], []]
    return "a.xlsx", xlsx([*top, *table(rows)], merges=["A1:F1", "A2:F2", "A3:F3"]), rows


def merged_head(rows):
    head = [
        ["STT", "Kiến nghị của cử tri", "", "Ngày", "Lĩnh vực", "Số người"],
        ["", "Nội dung", "Địa bàn", "", "", ""],
    ]
    return "a.xlsx", xlsx([*head, *cells(rows)], merges=["B1:C1", "A1:A2", "D1:D2", "E1:E2", "F1:F2"]), rows


def three_row_head(rows):
    head = [
        ["TT", "Kiến nghị", "", "Kết quả giải quyết", ""],
        ["", "Nội dung", "Địa bàn", "Cơ quan trả lời", "Nội dung trả lời"],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
    ]
    body = [[str(n), r.text, r.place, "Ủy ban nhân dân xã", r.answer] for n, r in enumerate(with_answers(rows), 1)]
    return "a.xlsx", xlsx([*head, *body], merges=["B1:C1", "D1:E1", "A1:A2"]), with_answers(rows)


def no_merge_head(rows):
    head = [
        ["STT", "Kiến nghị của cử tri", "", "Thời gian", "Lĩnh vực", "Số người"],
        ["", "Nội dung kiến nghị", "Địa bàn", "", "", ""],
    ]
    return "a.csv", text_csv([*head, *cells(rows)]), rows


def totals(rows):
    body = cells(rows)
    return (
        "a.xlsx",
        xlsx([HEAD, *body[:12], ["", "Cộng", "", "", "", "12"], *body[12:], ["Tổng cộng", "", "", "", "", "24"]]),
        rows,
    )


def several_asks(rows):
    body = []
    for at in range(0, len(rows), 2):
        one, two = rows[at], rows[at + 1]
        two = Clean(two.text, one.place, one.on, one.field, one.voices)
        body.append(
            [str(at), f"1. {one.text}\n2. {two.text}", one.place, f"{one.on:%d/%m/%Y}", one.field, str(one.voices)]
        )
    wanted = [
        Clean(r.text, rows[n - n % 2].place, rows[n - n % 2].on, rows[n - n % 2].field, rows[n - n % 2].voices)
        for n, r in enumerate(rows)
    ]
    return "a.xlsx", xlsx([HEAD, *body]), wanted


def dashed_asks(rows):
    _name, _content, wanted = several_asks(rows)
    body = []
    for at in range(0, len(rows), 2):
        one = wanted[at]
        body.append(
            [
                str(at),
                f"- {one.text}\n- {wanted[at + 1].text}",
                one.place,
                f"{one.on:%d/%m/%Y}",
                one.field,
                str(one.voices),
            ]
        )
    return "a.docx", docx([HEAD, *body]), wanted


def other_wordings(rows):
    head = [
        "Số TT",
        "Nội dung ý kiến, kiến nghị của cử tri (ghi đầy đủ)",
        "Xã, phường (nơi cử tri kiến nghị)",
        "Thời gian tiếp xúc",
        "Thuộc lĩnh vực",
        "Số lượng cử tri nêu",
    ]
    return "a.xlsx", xlsx([head, *cells(rows)]), rows


def capital_head(rows):
    return "a.xlsx", xlsx([[" " + cell.upper().replace(" ", "  ") + ":\n" for cell in HEAD], *cells(rows)]), rows


def no_accents_head(rows):
    return (
        "a.csv",
        text_csv([["STT", "Noi dung kien nghi", "Dia ban", "Ngay", "Linh vuc", "So nguoi"], *cells(rows)], ","),
        rows,
    )


def unknown_head(rows):
    return (
        "a.xlsx",
        xlsx([["#", "Điều cử tri mong muốn", "Ở đâu", "Ngày", "Lĩnh vực", "Số người"], *cells(rows)]),
        [Clean(r.text, "", r.on, r.field, r.voices) for r in rows],
    )


def decomposed(rows):
    return "a.xlsx", xlsx([[unicodedata.normalize("NFD", cell) for cell in row] for row in table(rows)]), rows


def old_font_tcvn3(rows):
    return "a.xlsx", xlsx(in_font(table(rows), tcvn3)), rows


def old_font_vni(rows):
    return "a.xlsx", xlsx(in_font(table(rows), vni)), rows


def old_font_csv(rows):
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(in_font(table(rows), tcvn3))
    return "a.csv", out.getvalue().encode("latin-1"), rows


def dates_in_words(rows):
    forms = ["{d}/{m}/{y}", "{d}-{m}-{y}", "{d}.{m}.{y}", "ngày {d} tháng {m} năm {y}", "{y}-{m:02d}-{d:02d}", "{d:02d}/{m:02d}/26", "Thứ Hai, {d}/{m}/{y}", "Sáng {d:02d}/{m:02d}/{y}", "{d:02d}/{m:02d}/{y} 08:30", "{y}{m:02d}{d:02d}"]  # fmt: skip
    body = cells(rows)
    for n, (row, one) in enumerate(zip(body, rows, strict=True)):
        row[3] = forms[n % len(forms)].format(d=one.on.day, m=one.on.month, y=one.on.year)
    return "a.xlsx", xlsx([HEAD, *body]), rows


def dates_as_serials(rows):
    body = [
        [*row[:3], str((one.on - date(1899, 12, 30)).days), *row[4:]]
        for row, one in zip(cells(rows), rows, strict=True)
    ]
    return "a.csv", text_csv([HEAD, *body]), rows


def real_dates(rows):
    body = [[int(row[0]), *row[1:3], one.on, row[4], one.voices] for row, one in zip(cells(rows), rows, strict=True)]
    return "a.xlsx", xlsx([HEAD, *body]), rows


def numbers_as_text(rows):
    body = [[f"'{row[0]}", *row[1:5], f" 0{row[5]} người\xa0"] for row in cells(rows)]
    return "a.xlsx", xlsx([HEAD, *body]), rows


def odd_spaces(rows):
    body = [[f"{cell}\xa0\u200b " for cell in row] for row in cells(rows)]
    return "a.xlsx", xlsx([[f"\ufeff{cell}\xa0" for cell in HEAD], *body]), rows


def hidden_rows(rows):
    def hide(sheet):
        for number in (3, 4, 9):
            sheet.row_dimensions[number].hidden = True
        sheet.column_dimensions["C"].hidden = True

    return "a.xlsx", xlsx(table(rows), change=hide), rows


def hidden_sheet(rows):
    def hide(sheet):
        sheet.sheet_state = "hidden" if sheet.title == "Trang 2" else "visible"

    return "a.xlsx", xlsx([HEAD, *cells(rows)[:12]], [HEAD, *cells(rows)[12:]], change=hide), rows


def several_sheets(rows):
    body = cells(rows)
    return "a.xlsx", xlsx([HEAD, *body[:8]], [["Bìa của tệp tổng hợp"]], [HEAD, *body[8:16]], [HEAD, *body[16:]]), rows


def several_word_tables(rows):
    body = cells(rows)
    return (
        "a.docx",
        docx([HEAD, *body[:8]], body[8:16], [HEAD, *body[16:]], leads=["Kiến nghị thứ nhất", "(tiếp theo)"]),
        rows,
    )


def word_leads(rows):
    body = [[row[0], row[1], row[3], row[4], row[5]] for row in cells(rows)]
    head = [HEAD[0], HEAD[1], HEAD[3], HEAD[4], HEAD[5]]
    parts = [[head, *body[at : at + 8]] for at in (0, 8, 16)]
    return "a.docx", docx(*parts, leads=[f"{'I' * (n + 1)}. {place}" for n, place in enumerate(PLACES)]), rows


def answer_in_cell(rows):
    rows = with_answers(rows)
    body = [
        [row[0], f"{one.text}\nTRẢ LỜI: {one.answer}", *row[2:]] for row, one in zip(cells(rows), rows, strict=True)
    ]
    return "a.docx", docx([HEAD, *body]), rows


def answer_below(rows):
    rows = with_answers(rows)
    body = [
        line
        for row, one in zip(cells(rows), rows, strict=True)
        for line in (row, ["", f"Trả lời: {one.answer}", "", "", "", ""])
    ]
    return "a.xlsx", xlsx([HEAD, *body]), rows


def merged_places(rows):
    body = cells(rows)
    for n, row in enumerate(body):
        if n % 8:
            row[2] = ""
    return "a.xlsx", xlsx([HEAD, *body], merges=["C2:C9", "C10:C17", "C18:C25"]), rows


def merged_places_in_word(rows):
    body = cells(rows)

    def merge(grid):
        for top in (1, 9, 17):
            for row in range(top + 1, top + 8):
                grid.cell(row, 2).text = ""
            words = grid.cell(top, 2).text
            grid.cell(top, 2).merge(grid.cell(top + 7, 2)).text = words

    return "a.docx", docx([HEAD, *body], change=merge), rows


def sections(rows):
    body, lines = cells(rows), []
    for at, place in zip((0, 8, 16), PLACES, strict=True):
        lines.append([["I", "II", "III"][at // 8], place, "", "", ""])
        lines += [[row[0], row[1], row[3], row[4], row[5]] for row in body[at : at + 8]]
    return "a.xlsx", xlsx([[HEAD[0], HEAD[1], HEAD[3], HEAD[4], HEAD[5]], *lines]), rows


def field_sections(rows):
    ordered = sorted(rows, key=lambda r: r.field)
    lines: list[list[str]] = []
    for n, one in enumerate(ordered):
        if not n or ordered[n - 1].field != one.field:
            lines.append([f"{chr(65 + len([x for x in lines if x[1] == '']))}. Lĩnh vực {one.field}", "", "", "", ""])
        lines.append([str(n), one.text, one.place, f"{one.on:%d/%m/%Y}", str(one.voices)])
    head = ["STT", "Nội dung", "Địa bàn", "Ngày", "Số người"]
    merges = [f"A{n}:E{n}" for n, line in enumerate(lines, start=2) if line[1] == ""]
    return "a.xlsx", xlsx([head, *lines], merges=merges), ordered


def footnotes(rows):
    last = [
        ["Ghi chú: số liệu tính đến ngày 10/01/2026"],
        ["", "", "", "Xã Mẫu, ngày 10 tháng 01 năm 2026"],
        ["", "", "", "TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN"],
    ]
    return "a.xlsx", xlsx([*table(rows), [], *last]), rows


def blank_lines(rows):
    lines = [line for row in cells(rows) for line in ([], row, [])]
    return "a.xlsx", xlsx([[], [], HEAD, *lines, ["25", "", "", "", "", ""]]), rows


def repeated_head(rows):
    body = cells(rows)
    return "a.docx", docx([HEAD, *body[:10], HEAD, *body[10:]]), rows


def shifted(rows):
    return "a.xlsx", xlsx([["", "", *row] for row in [[], *table(rows)]]), rows


def csv_semicolons(rows):
    return "a.csv", b"sep=;\r\n" + text_csv(table(rows)), rows


def csv_tabs_utf16(rows):
    return "a.txt", text_csv(table(rows), "\t", "utf-16"), rows


def csv_utf16_unmarked(rows):
    return "a.csv", text_csv(table(rows), ";", "utf-16-le"), rows


def csv_cp1258(rows):
    out = io.StringIO()
    csv.writer(out, delimiter=",").writerows(table(rows))
    return "a.csv", cp1258(out.getvalue()), rows


def csv_marked(rows):
    return "a.csv", b"\xef\xbb\xbf" + text_csv(table(rows), ","), rows


def strings_in_line(rows):
    """A book as machines write it: strings in the cells, no widths, a formula for the numbers."""
    lines = []
    for n, row in enumerate(table(rows), start=1):
        line = "".join(f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>' for cell in row[1:])
        first = f"<c><f>ROW()-1</f><v>{n - 1}</v></c>" if n > 1 else '<c t="inlineStr"><is><t>STT</t></is></c>'
        lines.append(f'<row r="{n}">{first}{line}</row>')
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    tied = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ties = "http://schemas.openxmlformats.org/package/2006/relationships"
    kinds = "http://schemas.openxmlformats.org/package/2006/content-types"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{kinds}"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{ties}"><Relationship Id="r1" Type="{tied}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {main} xmlns:r="{tied}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{ties}"><Relationship Id="r1" Type="{tied}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f"<worksheet {main}><sheetData>{''.join(lines)}</sheetData></worksheet>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, words in parts.items():
            archive.writestr(path, words)
    return "a.xlsx", out.getvalue(), rows


def macro_name(rows):
    """A book under a wrong ending, with one part more than expected."""
    out = io.BytesIO(xlsx(table(rows)))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("docProps/own.xml", "<x/>")
    return "kien nghi.xls", out.getvalue(), rows


KINDS: list[Callable] = [
    title_lines, merged_head, three_row_head, no_merge_head, totals, several_asks, dashed_asks, other_wordings,
    capital_head, no_accents_head, unknown_head, decomposed, old_font_tcvn3, old_font_vni, old_font_csv,
    dates_in_words, dates_as_serials, real_dates, numbers_as_text, odd_spaces, hidden_rows, hidden_sheet,
    several_sheets, several_word_tables, word_leads, answer_in_cell, answer_below, merged_places,
    merged_places_in_word, sections, field_sections, footnotes, blank_lines, repeated_head, shifted, csv_semicolons,
    csv_tabs_utf16, csv_utf16_unmarked, csv_cp1258, csv_marked, strings_in_line, macro_name,
]  # fmt: skip
