"""An edited Word file comes back with what it says otherwise."""

import io

import docx
import pytest

from nghitruong.base.errors import Invalid
from nghitruong.documents import exports
from nghitruong.documents.rules.differences import ADDED, CHANGED, CUT, SAME, differences, paragraphs
from nghitruong.documents.rules.kinds import KINDS

NOTICE = KINDS["conclusion_notice"]


def edited(plant):
    book = docx.Document(io.BytesIO(exports.render(NOTICE, NOTICE.example, form="docx")))
    plant(book)
    out = io.BytesIO()
    book.save(out)
    return paragraphs("b.docx", out.getvalue())


def own():
    return paragraphs("a.docx", exports.render(NOTICE, NOTICE.example, form="docx"))


def test_an_untouched_file_differs_in_nothing():
    assert differences(own(), edited(lambda book: None)) == []


def test_a_changed_word_is_shown_within_its_paragraph():
    def plant(book):
        run = next(r for p in book.paragraphs for r in p.runs if "412 lượt" in r.text)
        run.text = run.text.replace("412 lượt", "421 lượt")

    (found,) = differences(own(), edited(plant))

    assert found.state == CHANGED
    assert [(p.words.strip(), p.state) for p in found.pieces if p.state != SAME] == [("412", CUT), ("421", ADDED)]


def test_an_added_and_a_cut_paragraph_are_told_apart():
    def plant(book):
        book.add_paragraph("Một đoạn hoàn toàn mới.")
        gone = next(p for p in book.paragraphs if p.text.startswith("Các kiến nghị của cử tri"))
        gone._p.getparent().remove(gone._p)

    assert [found.state for found in differences(own(), edited(plant))] == [CUT, ADDED]


def test_other_files_are_refused():
    with pytest.raises(Invalid):
        paragraphs("a.txt", b"xin chao")
