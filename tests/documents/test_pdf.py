"""The same text as PDF: the same words, in the bundled face, for the archive."""

import dataclasses
import io

import docx
import pypdfium2

from nghitruong.documents import exports
from nghitruong.documents.exports import Annex, Signer
from tests.documents.test_exports import LETTER


def words(content):
    book = pypdfium2.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_range() for page in book).replace("\r\n", "\n")


def test_a_pdf_holds_the_words_of_the_docx():
    text = words(exports.official_pdf(LETTER))

    for line in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ngày 02 tháng 3 năm 2026", "KT. CHỦ TỊCH", "- Lưu: VT."):
        assert line in text


def test_a_pdf_is_for_the_archive_and_carries_its_face():
    content = exports.official_pdf(LETTER)

    assert b"pdfaid:part>2" in content.replace(b" ", b"") or b"pdfaid" in content
    assert b"+Tinos-Bold" in content


def test_what_looks_like_markup_stays_words():
    text = dataclasses.replace(LETTER, body=["#panic() *x* $y$ \\ `z` #sys.inputs"])

    assert "#panic() *x* $y$ \\ `z` #sys.inputs" in words(exports.official_pdf(text))


def test_an_annex_begins_a_page_of_its_own():
    text = dataclasses.replace(LETTER, annexes=[Annex("Đề cương", ["Một nội dung."], label="Phụ lục I")])

    assert len(pypdfium2.PdfDocument(exports.official_pdf(text))) == 2
    assert any(
        p.paragraph_format.page_break_before for p in docx.Document(io.BytesIO(exports.official_docx(text))).paragraphs
    )


def test_a_signature_is_computed_from_who_signs_for_whom():
    standing = "Thường trực Hội đồng nhân dân"
    blocks = {
        "head": Signer("Chủ tịch", organ=standing),
        "deputy": Signer("Phó Chủ tịch", head="Chủ tịch", organ=standing),
        "acting": Signer("Chủ tịch", organ=standing, acting=True),
        "order": Signer("Phó Chánh Văn phòng", head="Chánh Văn phòng", order_of=standing),
        "authorised": Signer("Chánh Văn phòng", authorised_by="Chủ tịch"),
        "own": Signer("Chủ tịch"),
    }

    assert {name: exports.signed_by(signer).lines for name, signer in blocks.items()} == {
        "head": ["TM. THƯỜNG TRỰC\nHỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"],
        "deputy": ["TM. THƯỜNG TRỰC\nHỘI ĐỒNG NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        "acting": ["TM. THƯỜNG TRỰC\nHỘI ĐỒNG NHÂN DÂN", "Q. CHỦ TỊCH"],
        "order": ["TL. THƯỜNG TRỰC\nHỘI ĐỒNG NHÂN DÂN", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"],
        "authorised": ["TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"],
        "own": ["CHỦ TỊCH"],
    }
