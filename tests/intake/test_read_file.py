import io
import os
import shutil
import unicodedata
import zipfile

import docx
import pypdfium2
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from PIL import Image
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer

from nghitruong.base.errors import Invalid
from nghitruong.intake.rules.files import read_file, scan
from nghitruong.intake.rules.files.layout import Word, page_text
from nghitruong.intake.rules.reading import read
from nghitruong.intake.rules.record import record
from tests.intake import forms, samples


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_decomposed_text_is_composed_and_said_so():
    taken = read_file("a.txt", unicodedata.normalize("NFD", samples.NEWS).encode())

    assert taken.text == samples.NEWS
    assert len(taken.notes) == 1


def test_an_old_font_is_decoded_and_said_so():
    taken = read_file("a.txt", "Uû ban nh©n d©n x· häp ®Ó gi¶i quyÕt kiÕn nghÞ cña cö tri".encode("latin-1"))

    assert taken.text == "Uỷ ban nhân dân xã họp để giải quyết kiến nghị của cử tri"
    assert len(taken.notes) == 1


def test_a_word_file_keeps_the_order_of_paragraphs_and_tables():
    book = docx.Document()
    frame = book.add_table(rows=1, cols=2)
    frame.cell(0, 0).text = "HĐND HUYỆN MỘC LÂM\nSố: 9/TB-HĐND"
    frame.cell(0, 1).text = "Mộc Lâm, ngày 02 tháng 4 năm 2024"
    book.add_paragraph("THÔNG BÁO")
    figures = book.add_table(rows=2, cols=3)
    for place, words in enumerate(("STT", "Xã", "Số đợt", "1", "Thạch Khê", "04")):
        figures.cell(place // 3, place % 3).text = words

    assert read_file("a.docx", saved(book)).text.split("\n\n") == [
        "HĐND HUYỆN MỘC LÂM\nSố: 9/TB-HĐND",
        "Mộc Lâm, ngày 02 tháng 4 năm 2024",
        "THÔNG BÁO",
        "STT | Xã | Số đợt",
        "1 | Thạch Khê | 04\n",
    ]


def test_numbers_of_a_list_become_text():
    book = docx.Document()
    book.add_paragraph("Họp định kỳ", style="List Number")
    book.add_paragraph("Báo cáo kết quả", style="List Number")
    book.add_paragraph("UBND xã", style="List Bullet")

    assert read_file("a.docx", saved(book)).text.split() == [
        "1.",
        "Họp",
        "định",
        "kỳ",
        "2.",
        "Báo",
        "cáo",
        "kết",
        "quả",
        "-",
        "UBND",
        "xã",
    ]


def test_text_boxes_are_read_and_deleted_words_are_not():
    book = docx.Document()
    paragraph = book.add_paragraph("Giữ lại")
    box = OxmlElement("w:txbxContent")
    inner = OxmlElement("w:p")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "Trong khung"
    run.append(text)
    inner.append(run)
    box.append(inner)
    paragraph.runs[0]._r.append(box)
    deleted = OxmlElement("w:del")
    gone = OxmlElement("w:r")
    words = OxmlElement("w:delText")
    words.set(qn("xml:space"), "preserve")
    words.text = "đã xóa"
    gone.append(words)
    deleted.append(gone)
    paragraph._p.append(deleted)

    assert read_file("a.docx", saved(book)).text == "Trong khung\n\nGiữ lại\n"


def test_the_columns_of_a_head_are_read_apart_and_rows_of_a_table_are_not():
    head = [
        Word("HĐND XÃ THẠCH KHÊ", 60, 10, 230, 22),
        Word("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 310, 10, 560, 22),
        Word("Số: 5/NQ-HĐND", 80, 30, 200, 42),
        Word("Thạch Khê, ngày 01 tháng 02 năm 2024", 320, 30, 555, 42),
        Word("NGHỊ QUYẾT", 250, 70, 350, 84),
        Word("Về chương trình giám sát", 200, 90, 400, 102),
        Word("1", 85, 200, 90, 212),
        Word("Xã Thạch Khê", 120, 200, 200, 212),
        Word("04", 400, 200, 412, 212),
    ]

    assert page_text(head, 595) == [
        "HĐND XÃ THẠCH KHÊ\nSố: 5/NQ-HĐND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nThạch Khê, ngày 01 tháng 02 năm 2024",
        "NGHỊ QUYẾT",
        "Về chương trình giám sát",
        "1   Xã Thạch Khê   04",
    ]


def test_a_pdf_reads_like_its_text():
    from_pdf = record(read(read_file("a.pdf", forms.as_pdf(samples.NEWS)).text))
    from_text = record(read(samples.NEWS))

    for key in ("document_kind", "issue_date", "recipients"):
        assert from_pdf[key] == from_text[key]
    assert [one["name"] for one in from_pdf["chairs"]] == [one["name"] for one in from_text["chairs"]]
    assert [one["iso"] for one in from_pdf["event_dates"]] == [one["iso"] for one in from_text["event_dates"]]


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def hostile():
    word = forms.as_word("Một dòng chữ.")
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    entity = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    locked = io.BytesIO()
    pdf = pypdfium2.PdfDocument.new()
    pdf.new_page(300, 300)
    pdf.save(locked)
    return {
        "empty": b"",
        "blank": b"  \n ",
        "a program": b"MZ\x90\x00" + b"\x00" * 200,
        "a web page": b"<html><script>alert(1)</script></html>",
        "entities": packed({**parts, "word/document.xml": entity + parts["word/document.xml"]}),
        "macros": packed({**parts, "word/vbaProject.bin": b"x"}),
        "a bomb": packed({**parts, "word/media/a.png": b"\x00" * 60_000_000}),
        "a broken Word file": word[: len(word) // 2],
        "a broken PDF": b"%PDF-1.7\nnothing of the kind",
        "a PDF of nothing": locked.getvalue(),
        "a broken picture": b"\x89PNG\r\n\x1a\n" + b"\x00" * 64,
        "a table": packed({"[Content_Types].xml": b"spreadsheetml.sheet.main+xml", "xl/workbook.xml": b"<a/>"}),
    }


@pytest.mark.parametrize("kind", sorted(hostile()))
def test_what_cannot_or_must_not_be_read_is_refused_in_words(kind):
    with pytest.raises(Invalid):
        read_file("bao-cao.docx", hostile()[kind])


def test_a_scan_without_a_recogniser_says_what_to_install(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    scan.recogniser.cache_clear()
    out = io.BytesIO()
    Image.new("L", (800, 1000), 255).save(out, "PNG")
    try:
        with pytest.raises(Invalid, match="tesseract-ocr-vie"):
            read_file("a.png", out.getvalue())
    finally:
        scan.recogniser.cache_clear()


def test_too_many_pages_are_refused(monkeypatch):
    monkeypatch.setattr("nghitruong.intake.rules.files.taking.MOST_PAGES", 1)
    with pytest.raises(Invalid):
        read_file("a.pdf", forms.as_pdf("\n".join(["Một dòng chữ của báo cáo."] * 80)))


class StopReadingError(Exception):
    pass


def test_reading_a_scan_tells_its_progress_and_can_be_cancelled():
    seen = []

    def watch(done, count):
        seen.append((done, count))
        raise StopReadingError

    with pytest.raises(StopReadingError):
        read_file("a.pdf", forms.as_scan(samples.NEWS, dots=100), watch=watch)

    assert seen == [(0, 1)]


def test_a_page_on_its_side_is_turned():
    if scan.recogniser() is None:
        if os.environ.get("CI"):
            pytest.fail("CI must have tesseract with its Vietnamese data")
        pytest.skip("tesseract with Vietnamese data is not installed")
    upright = forms.pictures(samples.NOTICE)[0]
    out = io.BytesIO()
    upright.rotate(90, expand=True).save(out, "PNG")

    notice = record(read(read_file("a.png", out.getvalue()).text))

    assert (notice["number"], notice["symbol"]) == ("17", "TB-HĐND")
    assert notice["signatory"]["name"] == "Lý Thị Nhàn"


def test_a_pdf_with_a_password_is_refused():
    book = PdfFileReader(io.BytesIO(forms.as_pdf(samples.NEWS)))
    locked = copy_into_new_writer(book)
    locked.encrypt("mat-khau", "mat-khau")
    out = io.BytesIO()
    locked.write(out)

    with pytest.raises(Invalid, match="mật khẩu"):
        read_file("a.pdf", out.getvalue())
