"""The form check: nothing to say about what is written here, and each of the planted deviations found."""

import io
import json

import docx
import pytest
from django.core.management import call_command
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor

from nghitruong.base.errors import Invalid
from nghitruong.documents import exports
from nghitruong.documents.rules import form_check
from nghitruong.documents.rules.kinds import KINDS


def head(book, column):
    return [p for p in book.tables[0].rows[0].cells[column].paragraphs if p.text.strip()]


def foot(book, column):
    return [p for p in book.tables[-1].rows[0].cells[column].paragraphs if p.text.strip()]


def line(book, start):
    places = [
        *book.paragraphs,
        *(p for t in (book.tables[0], book.tables[-1]) for c in t.rows[0].cells for p in c.paragraphs),
    ]
    return next(p for p in places if p.text.startswith(start))


def say(paragraph, words):
    paragraph.runs[0].text = words
    for run in paragraph.runs[1:]:
        run.text = ""


def swap(paragraph, old, new):
    assert old in paragraph.text
    say(paragraph, paragraph.text.replace(old, new))


def drop(paragraph):
    paragraph._p.getparent().remove(paragraph._p)


def look(start, **settings):
    def plant(book):
        for name, value in settings.items():
            for run in line(book, start).runs:
                if name == "color":
                    run.font.color.rgb = value
                else:
                    setattr(run.font, name, value)

    return plant


def words(start, old, new):
    return lambda book: swap(line(book, start), old, new)


def shape(start, **settings):
    def plant(book):
        for name, value in settings.items():
            setattr(line(book, start).paragraph_format, name, value)

    return plant


def page(**settings):
    def plant(book):
        for name, value in settings.items():
            setattr(book.sections[0], name, value)

    return plant


def no_rule(which):
    def plant(book):
        borders = list(book.element.body.iter(qn("w:pBdr")))
        borders[which].getparent().remove(borders[which])

    return plant


def no_page_number(book):
    paragraph = book.sections[0].header.paragraphs[0]
    for run in list(paragraph.runs):
        paragraph._p.remove(run._r)


def page_number(**settings):
    def plant(book):
        paragraph = book.sections[0].header.paragraphs[0]
        for name, value in settings.items():
            if name == "alignment":
                paragraph.alignment = value
            else:
                setattr(paragraph.runs[0].font, name, value)
                for run in paragraph.runs:
                    setattr(run.font, name, value)

    return plant


def landscape(book):
    section = book.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)


BODY = "Trong tháng"
PLANTED = {
    "paper": ("page.size", page(page_width=Mm(216), page_height=Mm(279))),
    "landscape": ("page.landscape", landscape),
    "top margin": ("margin.top", page(top_margin=Mm(15))),
    "bottom margin": ("margin.bottom", page(bottom_margin=Mm(30))),
    "left margin": ("margin.left", page(left_margin=Mm(25))),
    "right margin": ("margin.right", page(right_margin=Mm(25))),
    "font": ("font", look(BODY, name="Arial")),
    "colour": ("colour", look(BODY, color=RGBColor(0xC0, 0, 0))),
    "state missing": ("state.missing", lambda book: drop(head(book, 1)[0])),
    "state words": ("state.words", words("CỘNG HÒA", "CHỦ NGHĨA", "CHŨ NGHĨA")),
    "state size": ("state.size", look("CỘNG HÒA", size=Pt(14))),
    "state bold": ("state.bold", look("CỘNG HÒA", bold=False)),
    "motto words": ("motto.words", words("Độc lập", " - ", " – ")),
    "motto size": ("motto.size", look("Độc lập", size=Pt(11))),
    "motto rule": ("motto.rule", no_rule(1)),
    "organ case": ("issuing.case", lambda book: say(head(book, 0)[1], "Thường trực Hội đồng nhân dân")),
    "organ bold": ("issuing.bold", lambda book: setattr(head(book, 0)[1].runs[0], "bold", False)),
    "governing bold": ("governing.bold", lambda book: setattr(head(book, 0)[0].runs[0], "bold", True)),
    "organ rule": ("issuing.rule", no_rule(0)),
    "number missing": ("number.missing", lambda book: drop(line(book, "Số:"))),
    "number zero": ("number.zero", words("Số:", "45/", "5/")),
    "number form": ("number.form", words("Số:", "Số: 45/TB-HĐND", "Số 45 / TB / HĐND")),
    "type code": ("number.type", words("Số:", "TB-", "BC-")),
    "number italic": ("number.italic", look("Số:", italic=True)),
    "day zero": ("day.zero", words("Mẫu, ngày", "ngày 09", "ngày 9")),
    "month zero": ("day.month", words("Mẫu, ngày", "tháng 11", "tháng 2")),
    "day form": ("day.form", words("Mẫu, ngày", "ngày 09 tháng 11 năm 2026", "ngày 09/11/2026")),
    "day upright": ("day.italic", look("Mẫu, ngày", italic=False)),
    "type size": ("type.size", look("THÔNG BÁO", size=Pt(16))),
    "type centre": ("type.centre", shape("THÔNG BÁO", alignment=ALIGN.LEFT)),
    "abstract bold": ("abstract.bold", look("Kết luận của", bold=False)),
    "abstract rule": ("abstract.rule", no_rule(2)),
    "body size": ("body.size", look(BODY, size=Pt(12))),
    "body justify": ("body.justify", shape(BODY, alignment=ALIGN.LEFT)),
    "body indent": ("body.indent", shape(BODY, first_line_indent=Cm(2))),
    "body gap": ("body.gap", shape(BODY, space_after=Pt(0))),
    "body spacing": ("body.spacing", shape(BODY, line_spacing=2.0)),
    "body end": ("body.end", words("Thừa lệnh", "./.", ".")),
    "page number missing": ("page_number.missing", no_page_number),
    "page number size": ("page_number.size", page_number(size=Pt(10))),
    "page number place": ("page_number.centre", page_number(alignment=ALIGN.RIGHT)),
    "page number first": ("page_number.first", page(different_first_page_header_footer=False)),
    "capacity form": ("capacity.form", words("TL. ", "TL. ", "T/L ")),
    "capacity case": ("capacity.case", lambda book: say(foot(book, 1)[1], "KT. Chánh Văn phòng")),
    "deputy": ("capacity.deputy", lambda book: say(foot(book, 1)[2], "CHÁNH VĂN PHÒNG")),
    "name bold": ("name.bold", look("Lê Thị Hoài Thử", bold=False)),
    "academic title": ("name.title", words("Lê Thị Hoài Thử", "Lê", "TS. Lê")),
    "recipients missing": ("recipient.missing", lambda book: [drop(p) for p in foot(book, 0)]),
    "recipients head": ("recipients_head.italic", look("Nơi nhận", italic=False)),
    "recipient size": ("recipient.size", look("- Ủy ban nhân dân phường", size=Pt(13))),
    "recipient form": ("recipient.form", words("- Ủy ban nhân dân phường", ";", "")),
    "archive": ("recipient.archive", lambda book: drop(line(book, "- Lưu"))),
}


def planted(plant):
    kind = KINDS["conclusion_notice"]
    book = docx.Document(io.BytesIO(exports.render(kind, kind.example, form="docx")))
    plant(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_what_is_written_here_has_no_deviation(kind):
    assert form_check.check("a.docx", exports.render(kind, kind.example, form="docx")) == []


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_what_an_office_s_template_makes_has_none_either(kind):
    filled = exports.fill(kind, kind.example, exports.pattern_docx(kind))

    assert form_check.check("a.docx", filled) == []


def test_at_least_forty_deviations_are_planted():
    assert len(PLANTED) >= 40


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_deviation_is_found_with_its_clause(name):
    code, plant = PLANTED[name]

    found = {one.code: one for one in form_check.check("a.docx", planted(plant))}

    assert code in found
    assert found[code].told
    assert "30/2020" in found[code].clause or code == "body.end"


LETTER_PLANTED = {
    "letter size": ("letter.size", look("V/v", size=Pt(14))),
    "letter bold": ("letter.bold", look("V/v", bold=True)),
    "to italic": ("to.italic", look("Kính gửi", italic=True)),
    "cv": ("number.symbol", words("Số:", "HĐND-VP", "CV-HĐND")),
}


@pytest.mark.parametrize("name", LETTER_PLANTED)
def test_a_deviation_planted_in_a_letter_is_found(name):
    code, plant = LETTER_PLANTED[name]
    kind = KINDS["forwarding_letter"]
    book = docx.Document(io.BytesIO(exports.render(kind, kind.example, form="docx")))
    plant(book)
    out = io.BytesIO()
    book.save(out)

    assert code in {one.code for one in form_check.check("a.docx", out.getvalue())}


def test_grounds_are_italic_and_end_as_they_should():
    kind = KINDS["decision"]
    book = docx.Document(io.BytesIO(exports.render(kind, kind.example, form="docx")))
    ground = line(book, "Căn cứ Luật")
    swap(ground, ";", ".")
    ground.runs[0].italic = False
    out = io.BytesIO()
    book.save(out)

    assert {"ground.end", "ground.italic"} <= {one.code for one in form_check.check("a.docx", out.getvalue())}


def test_a_foreign_file_without_a_head_is_told_what_it_lacks():
    book = docx.Document()
    book.add_paragraph("Một bức thư ngắn.")
    out = io.BytesIO()
    book.save(out)

    found = {one.code for one in form_check.check("la.docx", out.getvalue())}

    assert {"state.missing", "motto.missing", "number.missing", "day.missing", "font", "margin.right"} <= found


def test_what_is_no_word_file_is_refused():
    with pytest.raises(Invalid, match="Word"):
        form_check.check("a.pdf", b"%PDF-1.7\n")


def test_the_command_lists_deviations(tmp_path, capsys):
    (tmp_path / "a.docx").write_bytes(planted(PLANTED["font"][1]))

    call_command("documents_check", str(tmp_path / "a.docx"), json=True)

    assert [one["code"] for one in json.loads(capsys.readouterr().out)["deviations"]] == ["font"]


def test_a_text_with_a_wide_table_may_lie_along_the_page():
    book = docx.Document(
        io.BytesIO(exports.render(KINDS["conclusion_notice"], KINDS["conclusion_notice"].example, form="docx"))
    )
    landscape(book)
    book.add_table(1, 6)
    out = io.BytesIO()
    book.save(out)

    assert [each.code for each in form_check.check("a.docx", out.getvalue()) if each.code == "page.landscape"] == []
