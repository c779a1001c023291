"""Official texts by NĐ 30/2020, Phụ lục I (law.md 12.2), and tables in which nothing is a formula."""

import datetime as dt
import io

import docx
import openpyxl
import pytest

from nghitruong.documents import exports
from nghitruong.documents.exports import Grid, Heading, OfficialText, Paragraph

LETTER = OfficialText(
    governing="Hội đồng nhân dân phường Mẫu",
    issuing="Thường trực Hội đồng nhân dân",
    symbol="HĐND-VP",
    place="Mẫu",
    on=dt.date(2026, 3, 2),
    abstract="chuyển kiến nghị của cử tri",
    to=["Phòng Kinh tế phường Mẫu"],
    body=["Kính chuyển kiến nghị sau:", Grid(("Số", "Nội dung"), [(1234, "=HYPERLINK(1)\x07")], widths=(1, 4))],
    signed=exports.signature(
        "TM", of="Thường trực Hội đồng nhân dân", head="Chủ tịch", title="Phó Chủ tịch", name="Trần Thị Mẫu"
    ),
    recipients=["Như trên"],
)


def opened(text=LETTER):
    return docx.Document(io.BytesIO(exports.official_docx(text)))


def lines(cell):
    return [p.text for p in cell.paragraphs if p.text]


def test_the_page_has_the_decree_s_margins():
    section = opened().sections[0]

    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert 30 <= round(section.left_margin.mm) <= 35
    assert 15 <= round(section.right_margin.mm) <= 20
    assert 20 <= round(section.top_margin.mm) <= 25
    assert 20 <= round(section.bottom_margin.mm) <= 25


def test_page_numbers_begin_on_the_second_page():
    section = opened().sections[0]

    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
    assert section.first_page_header.paragraphs[0].text == ""


def test_the_head_of_a_letter():
    left, right = opened().tables[0].rows[0].cells

    assert lines(left) == [
        "HỘI ĐỒNG NHÂN DÂN\nPHƯỜNG MẪU",
        "THƯỜNG TRỰC\nHỘI ĐỒNG NHÂN DÂN",
        "Số: " + "\u00a0" * 8 + "/HĐND-VP",
        "V/v chuyển kiến nghị của cử tri",
    ]
    assert lines(right) == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Mẫu, ngày 02 tháng 3 năm 2026",
    ]


def test_a_named_type_stands_over_its_abstract():
    book = opened(OfficialText(issuing="A", symbol="BC-HĐND", place="Mẫu", abstract="Kết quả mẫu", kind="Báo cáo"))

    assert [p.text for p in book.paragraphs if p.text] == ["BÁO CÁO", "Kết quả mẫu"]
    assert "V/v" not in " ".join(lines(book.tables[0].rows[0].cells[0]))


def test_body_type_is_times_new_roman_14_justified():
    book = opened()
    paragraph = next(p for p in book.paragraphs if p.text.startswith("Kính chuyển"))

    assert (book.styles["Normal"].font.name, book.styles["Normal"].font.size.pt) == ("Times New Roman", 14)
    assert paragraph.paragraph_format.first_line_indent.cm == pytest.approx(1.27, abs=0.01)
    assert paragraph.alignment == docx.enum.text.WD_ALIGN_PARAGRAPH.JUSTIFY


def test_a_cell_is_text_whatever_it_says():
    grid = opened().tables[1]

    assert [cell.text for cell in grid.rows[1].cells] == ["1.234", "=HYPERLINK(1)"]


def test_recipients_and_signature_stand_side_by_side():
    left, right = opened().tables[-1].rows[0].cells

    assert lines(left) == ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]
    assert lines(right) == ["TM. THƯỜNG TRỰC\nHỘI ĐỒNG NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị Mẫu"]


def test_several_addressees_headings_and_grounds_are_listed():
    text = OfficialText(
        issuing="A",
        symbol="HĐND-VP",
        place="Mẫu",
        abstract="b",
        to=["X", "Y"],
        grounds=["Căn cứ một", "Căn cứ hai"],
        body=[Heading("I. Phần"), Paragraph("- gạch", indent=False)],
    )

    assert [p.text for p in opened(text).paragraphs if p.text] == [
        "Kính gửi:",
        "- X;",
        "- Y.",
        "Căn cứ một;",
        "Căn cứ hai.",
        "I. Phần",
        "- gạch",
    ]


@pytest.mark.parametrize(
    ("number", "shown"),
    [("5", "Số: 05/HĐND"), ("245", "Số: 245/HĐND"), ("", "Số: " + "\u00a0" * 8 + "/HĐND"), ("12a", "Số: 12a/HĐND")],
)
def test_number_and_symbol(number, shown):
    assert exports.number_and_symbol(number, "HĐND") == shown


@pytest.mark.parametrize(
    ("on", "shown"),
    [
        (dt.date(2026, 2, 9), "Mẫu, ngày 09 tháng 02 năm 2026"),
        (dt.date(2026, 12, 31), "Mẫu, ngày 31 tháng 12 năm 2026"),
        (None, "Mẫu, ngày\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0tháng\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0năm 2026"),
    ],
)
def test_place_and_date(on, shown):
    assert exports.place_and_date("Mẫu", on, 2026) == shown


@pytest.mark.parametrize(
    ("given", "lines_"),
    [
        ({"capacity": "", "of": "Chủ tịch", "title": ""}, ["CHỦ TỊCH"]),
        (
            {"capacity": "TL", "of": "Thường trực", "head": "Chánh Văn phòng", "title": "Phó Chánh Văn phòng"},
            ["TL. THƯỜNG TRỰC", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"],
        ),
        ({"capacity": "KT", "of": "Trưởng Ban", "title": "Phó Trưởng Ban"}, ["KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"]),
    ],
)
def test_signature(given, lines_):
    assert exports.signature(given.pop("capacity"), **given).lines == lines_


EVIL = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=1", "＝1"]


@pytest.mark.parametrize("words", EVIL)
def test_no_cell_of_a_workbook_begins_a_formula(words):
    book = openpyxl.load_workbook(io.BytesIO(exports.table_xlsx("Bảng", ("cột",), [(words,)])))

    cell = book.active["A2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


@pytest.mark.parametrize("words", EVIL)
def test_no_cell_of_a_csv_begins_a_formula(words):
    assert exports.table_csv(("cột",), [(words,)]).decode("utf-8-sig").split("\r\n", 1)[1].lstrip('"')[0] == "'"


def test_days_numbers_and_moments_keep_their_kind():
    at = dt.datetime(2026, 3, 2, 20, 0, tzinfo=dt.UTC)
    content = exports.table_xlsx("Sổ: [mẫu]/1", ("ngày", "số", "lúc"), [(dt.date(2026, 3, 2), -3.5, at)])

    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert [c.value for c in sheet[2]] == [dt.datetime(2026, 3, 2), -3.5, dt.datetime(2026, 3, 3, 3, 0)]  # noqa: DTZ001 -- as Excel keeps it
    assert (sheet.freeze_panes, sheet.title) == ("A2", "Sổ   mẫu  1")


def test_control_characters_and_endless_text_do_no_harm():
    sheet = openpyxl.load_workbook(io.BytesIO(exports.table_xlsx("a", ("b",), [("x\x00\x1fy" + "z" * 40_000,)]))).active

    assert (sheet["A2"].value[:3], len(sheet["A2"].value)) == ("xyz", 32_767)
