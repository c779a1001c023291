"""The publish guard: what a reader does not see and whose data are shown, found before a file leaves the house."""

import io
import json
import zipfile

import docx
import openpyxl
import pytest
from django.core.management import call_command
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor
from openpyxl.comments import Comment

from nghitruong.base.errors import Invalid
from nghitruong.documents import exports
from nghitruong.documents.rules.kinds import KINDS
from nghitruong.documents.rules.leaks import clean_file, leaks, persons
from tests.documents.leaking import CLEAN, LEAKS, chances

NOTICE = KINDS["conclusion_notice"]


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def word(plant):
    book = docx.Document(io.BytesIO(exports.render(NOTICE, NOTICE.example, form="docx")))
    plant(book)
    return saved(book)


def sheet(plant):
    book = openpyxl.Workbook()
    for row in ((1, "a", "x"), (2, "b", "y"), (3, "c", "z")):
        book.active.append(row)
    plant(book)
    return saved(book)


def codes(name, content):
    return {leak.code for leak in leaks(name, content)}


def tracked(tag):
    def plant(book):
        mark = OxmlElement(f"w:{tag}")
        mark.set(qn("w:author"), "Người Sửa")
        mark.append(book.paragraphs[5].runs[0]._r)
        book.paragraphs[5]._p.append(mark)

    return plant


def add(name, content):
    def plant(whole):
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w") as new:
            for info in old.infolist():
                new.writestr(info, old.read(info))
            new.writestr(name, content)
        return out.getvalue()

    return plant


def said(words):
    return lambda book: book.add_paragraph(words)


def run(**settings):
    def plant(book):
        made = book.add_paragraph().add_run("bí mật")
        for name, value in settings.items():
            if name == "color":
                made.font.color.rgb = value
            else:
                setattr(made.font, name, value)

    return plant


WORD = {
    "author": ("author", lambda book: setattr(book.core_properties, "author", "Nguyễn Văn Soạn")),
    "last editor": ("author", lambda book: setattr(book.core_properties, "last_modified_by", "Lê Thị Sửa")),
    "remarks in properties": ("properties", lambda book: setattr(book.core_properties, "comments", "bản nháp 3")),
    "comment": ("comment", lambda book: book.add_comment(book.paragraphs[5].runs, "xem lại", author="A", initials="A")),
    "insertion": ("tracked", tracked("ins")),
    "deletion": ("tracked", tracked("del")),
    "hidden words": ("hidden", run(hidden=True)),
    "white words": ("hidden", run(color=RGBColor(255, 255, 255))),
    "black bar": ("hidden", run(highlight_color=docx.enum.text.WD_COLOR_INDEX.BLACK)),
    "citizen's card": ("citizen", said("Số căn cước: 001099012345")),
    "old card": ("citizen", said("CMND số 212345678")),
    "phone": ("phone", said("liên hệ 0912 345 678")),
    "bank": ("bank", said("Số tài khoản 1234 5678 9012 tại ngân hàng")),
    "mail": ("mail", said("gửi về nguyenvana@gmail.com")),
}
SHEET = {
    "hidden sheet": ("hidden_sheet", lambda book: setattr(book.create_sheet("Riêng"), "sheet_state", "hidden")),
    "very hidden sheet": (
        "hidden_sheet",
        lambda book: setattr(book.create_sheet("Riêng"), "sheet_state", "veryHidden"),
    ),
    "hidden row": ("hidden_row", lambda book: setattr(book.active.row_dimensions[2], "hidden", True)),
    "hidden column": ("hidden_column", lambda book: setattr(book.active.column_dimensions["B"], "hidden", True)),
    "comment": ("comment", lambda book: setattr(book.active["A1"], "comment", Comment("xem lại", "A"))),
    "author": ("author", lambda book: setattr(book.properties, "creator", "Nguyễn Văn Soạn")),
    "phones": ("phone", lambda book: book.active.append(("0912345678",))),
}


@pytest.mark.parametrize("kind", LEAKS)
def test_every_planted_leak_is_found(kind):
    code, made = LEAKS[kind]

    for name, content in (made(chance) for chance in chances(kind)):
        assert code in codes(name, content), name


def test_two_hundred_leaks_are_planted():
    assert len(LEAKS) * len(list(chances(""))) >= 200


@pytest.mark.parametrize("made", CLEAN)
def test_clean_files_are_let_through(made):
    assert [leaks(*made(chance)) for chance in chances("clean", 17)] == [[]] * 17


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_what_is_written_here_hides_nothing(kind):
    assert leaks("a.docx", exports.render(kind, kind.example, form="docx")) == []
    assert leaks("a.pdf", exports.render(kind, kind.example, form="pdf")) == []


def test_a_plain_table_hides_nothing():
    assert leaks("a.xlsx", exports.table_xlsx("Bảng", ("Mã", "Số"), [("KN-2026-0141", 1_234_567_890_123)])) == []


@pytest.mark.parametrize("name", WORD)
def test_what_a_word_file_hides_is_found(name):
    code, plant = WORD[name]

    assert code in codes("a.docx", word(plant))


@pytest.mark.parametrize("name", SHEET)
def test_what_a_workbook_hides_is_found(name):
    code, plant = SHEET[name]

    assert code in codes("a.xlsx", sheet(plant))


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("word/embeddings/oleObject1.bin", "embedded"),
        ("docProps/custom.xml", "custom"),
        ("customXml/item9.xml", "custom"),
    ],
)
def test_parts_beside_the_words_are_found(part, code):
    assert code in codes("a.docx", add(part, "<a>x</a>")(word(lambda book: None)))


def test_an_attached_file_and_a_script_in_a_pdf_are_found():
    import pypdfium2

    book = pypdfium2.PdfDocument(exports.render(NOTICE, NOTICE.example, form="pdf"))
    book.new_attachment("du-lieu.txt").set_data(b"bi mat")
    out = io.BytesIO()
    book.save(out)

    assert "embedded" in codes("a.pdf", out.getvalue())
    assert "script" in codes("a.pdf", exports.render(NOTICE, NOTICE.example, form="pdf") + b"\n% /S /JavaScript")


@pytest.mark.parametrize(
    "words",
    ["Số 245/HĐND-VP ngày 05/11/2026", "1.234.567.890 đồng", "kỳ họp 2021-2026", "vanphong@mau.gov.vn", "KN-2026-0141"],
)
def test_numbers_of_papers_and_sums_are_nobody_s(words):
    assert list(persons(words)) == []


def test_cleaning_takes_out_names_and_remarks_and_leaves_the_words():
    dirty = word(
        lambda book: [WORD[name][1](book) for name in ("author", "last editor", "remarks in properties", "comment")]
    )

    clean = clean_file("a.docx", dirty)

    assert leaks("a.docx", clean) == []
    assert [p.text for p in docx.Document(io.BytesIO(clean)).paragraphs] == [
        p.text for p in docx.Document(io.BytesIO(dirty)).paragraphs
    ]


def test_cleaning_hides_who_tracked_and_leaves_the_decision():
    clean = clean_file("a.docx", word(tracked("ins")))

    assert "Người Sửa".encode() not in zipfile.ZipFile(io.BytesIO(clean)).read("word/document.xml")
    assert codes("a.docx", clean) == {"tracked"}


def test_a_cleaned_workbook_opens_and_names_nobody():
    clean = clean_file("a.xlsx", sheet(SHEET["author"][1]))

    assert openpyxl.load_workbook(io.BytesIO(clean)).active["B2"].value == "b"
    assert codes("a.xlsx", clean) == set()


def test_other_files_are_refused():
    with pytest.raises(Invalid):
        leaks("a.txt", b"xin chao")
    with pytest.raises(Invalid):
        clean_file("a.pdf", exports.render(NOTICE, NOTICE.example, form="pdf"))


def test_the_command_tells_and_cleans(tmp_path, capsys):
    (tmp_path / "a.docx").write_bytes(word(WORD["author"][1]))

    call_command("documents_check", str(tmp_path / "a.docx"), publish=True, json=True)
    told = json.loads(capsys.readouterr().out)
    call_command("documents_check", str(tmp_path / "a.docx"), clean=str(tmp_path / "b.docx"))

    assert [leak["code"] for leak in told["leaks"]] == ["author"]
    assert leaks("b.docx", (tmp_path / "b.docx").read_bytes()) == []
