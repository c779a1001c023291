"""Every kind of document: its example renders, its Word template says the same, its wants are named."""

import io
import json

import docx
import pytest
from django.core.management import call_command
from docx.text.paragraph import Paragraph

from nghitruong.base.errors import Invalid
from nghitruong.documents import exports
from nghitruong.documents.rules import kinds
from nghitruong.documents.rules.kinds import KINDS
from tests.documents.test_pdf import words

EVERY = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
NEEDED = {
    "conclusion_notice", "invitation", "session_agenda", "plan", "decision", "resolution_normative",
    "resolution_individual", "submission", "examination_report", "oversight_plan", "oversight_outline",
    "oversight_report", "petition_synthesis", "petition_result", "forwarding_letter", "urging_letter",
    "reception_slip", "minutes", "periodic_report",
}  # fmt: skip


def lines(content):
    book = docx.Document(io.BytesIO(content))
    texts = [Paragraph(p, book).text for p in book.element.body.iter(docx.oxml.ns.qn("w:p"))]
    return [line.strip() for text in texts for line in text.split("\n") if line.strip()]


def test_the_kinds_are_those_a_council_writes():
    assert set(KINDS) == NEEDED


@EVERY
def test_an_example_renders_in_both_forms_with_the_same_words(kind):
    written = lines(exports.render(kind, kind.example, form="docx"))
    printed = words(exports.render(kind, kind.example, form="pdf"))

    flat = "".join(printed.split())
    assert [line for line in written if "".join(line.split()) not in flat] == []


@EVERY
def test_a_text_ends_as_the_decree_says_and_signs_for_somebody(kind):
    text = kinds.text_of(kind, kind.example)

    assert text.body[-1].text.endswith("./.")
    assert text.signed.lines


@EVERY
def test_the_office_s_template_says_what_the_product_says(kind):
    own = lines(exports.render(kind, kind.example, form="docx"))
    filled = lines(exports.fill(kind, kind.example, exports.pattern_docx(kind)))

    if len(kind.example.get("to", ())) > 1:  # a template names them in one line
        own, filled = own[:2] + own[-9:], filled[:2] + filled[-9:]
    assert filled == own


@EVERY
def test_an_example_fits_its_schema_and_survives_json(kind):
    told = json.loads(json.dumps(kinds.described(kind), ensure_ascii=False))

    assert set(told["schema"]["required"]) <= set(told["example"]) <= set(told["schema"]["properties"])
    assert kinds.text_of(kind, told["example"]) == kinds.text_of(kind, kind.example)


@EVERY
def test_every_placeholder_has_a_name_of_its_own(kind):
    fields = kinds.fields_of(kind)
    slots = [field.slot for field in fields]

    assert len(set(slots)) == len(slots)
    assert set(kinds.context_of(kind, kind.example)) == set(kinds.slots_of(kind))


@EVERY
def test_an_empty_file_is_told_everything_it_lacks(kind):
    with pytest.raises(Invalid) as refusal:
        kinds.text_of(kind, {})

    assert all(f"«{field.name}»" in str(refusal.value) for field in kinds.fields_of(kind) if field.required)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"issue_date": "2026-13-01"}, "«issue_date»"),
        ({"held_on": 5}, "«held_on»"),
        ({"tasks": [{"task": "x"}]}, "«tasks[0].assignee»"),
        ({"tasks": "x"}, "«tasks»"),
        ({"colour": "red"}, "«colour»"),
        ({"participants": [1]}, "«participants»"),
        ({"signatory": {"name": "x"}}, "«signatory.title»"),
    ],
)
def test_wrong_data_are_refused_by_name(change, told):
    kind = KINDS["conclusion_notice"]

    with pytest.raises(Invalid, match="chưa đúng") as refusal:
        kinds.text_of(kind, {**kind.example, **change})

    assert told in str(refusal.value)


def test_what_is_not_given_is_not_spoken_of():
    kind = KINDS["conclusion_notice"]
    without = {name: value for name, value in kind.example.items() if name not in {"limitations", "proposals"}}

    said = lines(exports.render(kind, without, form="docx"))

    assert "2. Tồn tại, hạn chế" not in said
    assert "III. KIẾN NGHỊ, ĐỀ XUẤT" not in said


def test_a_blank_number_and_an_open_day_leave_room_for_the_pen():
    kind = KINDS["decision"]

    said = "\n".join(lines(exports.render(kind, {**kind.example, "number": "", "issue_date": None}, form="docx")))

    assert "/QĐ-HĐND" in said
    assert "\u00a0" * 6 in said


def test_symbols_follow_the_type():
    shown = {key: kinds.text_of(kind, kind.example).symbol for key, kind in KINDS.items()}

    assert shown["conclusion_notice"] == "TB-HĐND"
    assert shown["urging_letter"] == "HĐND-VP"
    assert shown["resolution_normative"] == "2026/NQ-HĐND"
    assert shown["resolution_individual"] == "NQ-HĐND"


def test_the_types_are_the_decree_s_twenty_nine():
    from nghitruong.documents.rules.kinds.types import TYPES, WITHOUT_CODE

    assert len(TYPES) + len(WITHOUT_CODE) - 1 == 29


def test_markup_in_data_stays_words_in_a_template():
    kind = KINDS["forwarding_letter"]
    evil = "{{ 7*7 }} <w:t>x</w:t> {% for x in y %} & {{ self }}"

    said = lines(exports.fill(kind, {**kind.example, "content": evil}, exports.pattern_docx(kind)))

    assert f"“{evil}”" in said


def test_the_commands_write_a_file_and_list_the_kinds(tmp_path, capsys):
    kind = KINDS["invitation"]
    (tmp_path / "data.json").write_text(json.dumps(dict(kind.example), ensure_ascii=False), encoding="utf-8")

    call_command(
        "documents_render", "invitation", data=str(tmp_path / "data.json"), format="pdf", out=str(tmp_path / "a.pdf")
    )
    capsys.readouterr()
    call_command("documents_kinds", json=True)

    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    assert {one["kind"] for one in json.loads(capsys.readouterr().out)} == NEEDED
