"""The English catalogue is complete, its words fit their Vietnamese sentences, and every sentence is marked."""

from __future__ import annotations

import ast
import gettext
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.forms import CharField, ChoiceField, DateField, Form, IntegerField
from django.utils.translation import ngettext, override

from nghitruong.base.official import official
from nghitruong.config import catalogue
from nghitruong.petitions.enums import State

pytestmark = pytest.mark.architecture

needs_gettext = pytest.mark.skipif(shutil.which("xgettext") is None, reason="GNU gettext is not installed")
PLACEHOLDER = re.compile(r"%%|%\(\w+\)[sd]|%[sd]|\{\w*\}|&\w+;|</?\w[^>]*>")
VIETNAMESE = re.compile("[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE)


def pairs(entry: polib.POEntry) -> list[tuple[str, str]]:
    if entry in catalogue.missing([entry]):
        return []  # the first test tells
    if entry.msgid_plural:
        return [(entry.msgid, entry.msgstr_plural[0]), (entry.msgid_plural, entry.msgstr_plural[1])]
    return [(entry.msgid, entry.msgstr)]


@needs_gettext
def test_what_the_code_says_has_english_words():
    kept = {(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in catalogue.kept_entries()}
    found = catalogue.renewed()

    assert [entry.msgid for entry in catalogue.missing(found)] == []
    assert {(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in found} == kept


@pytest.mark.parametrize("language", ["en", "vi"])
def test_no_entry_is_a_guess_or_left_over(language):
    kept = catalogue.kept_entries(language)

    assert [entry.msgid for entry in kept if entry.fuzzy or entry.obsolete or entry.previous_msgid] == []


def test_both_sides_hold_the_same_places():
    def places(text: str) -> set[str]:
        return set(PLACEHOLDER.findall(text))

    better = catalogue.kept_entries("vi")
    wrong = [one for entry in catalogue.kept_entries() for one, other in pairs(entry) if places(one) != places(other)]
    wrong += [
        entry.msgid
        for entry in better
        if places(entry.msgid_plural or entry.msgid) != places(entry.msgstr or entry.msgstr_plural[0])
    ]

    assert wrong == []


def test_both_sides_begin_and_end_alike():
    def edges(text: str) -> tuple[bool, bool, bool]:
        return text[:1].isspace(), text[-1:].isspace(), text.endswith(".")

    wrong = [one for entry in catalogue.kept_entries() for one, other in pairs(entry) if edges(one) != edges(other)]

    assert wrong == []


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_compiled_catalogue_is_fresh(language):
    kept = catalogue.kept_entries(language)
    expected = {entry.msgid_with_context: entry.msgstr for entry in kept if entry.msgstr}
    expected |= {(entry.msgid, form): text for entry in kept for form, text in entry.msgstr_plural.items() if text}

    with catalogue.path(language).with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)._catalog

    assert {key: text for key, text in compiled.items() if key} == expected


MARKS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
OFFICIAL = {"official"}
"""Words that are kept or sent: Vietnamese whatever language the actor reads."""
ALLOWED = {
    "nghitruong/language/": "the Vietnamese language itself: letters, abbreviations, words for dates",
    "nghitruong/config/demonstration/": "sample data",
    "nghitruong/config/settings.py": "a language is named in its own tongue",
    "nghitruong/config/cli.py": "the terminal speaks the language of the installation",
    "nghitruong/config/bench/": "invented petitions, made to be measured",
    "/management/commands/": "the terminal speaks the language of the installation",
    "nghitruong/base/actor.py": "names that the journal keeps",
    "nghitruong/accounts/services/sign_in.py": "the name that the journal keeps for nobody",
    "nghitruong/accounts/rules/": "names of a browser and of this product",
    "nghitruong/accounts/views/own.py": "the name of this product in a code app",
    "nghitruong/documents/exports/": "the form of an official document (Nghị định 30/2020)",
    "nghitruong/documents/rules/text.py": "the form of an official document (Nghị định 30/2020)",
    "nghitruong/documents/rules/kinds/": "the words of official documents, and what their data files are asked",
    "nghitruong/documents/flow.py": "the decree's own number",
    "nghitruong/documents/rules/form_check/": "the form of an official document, looked for in a file",
    "nghitruong/documents/rules/leaks/": "words that stand before a personal number",
    "nghitruong/reports/exports.py": "symbols of official documents",
    "nghitruong/reports/rules/sentences.py": "how official texts write a range",
    "nghitruong/reports/rules/stated.py": "how official texts write a range",
    "nghitruong/coordination/rules.py": "words that are looked for in titles",
    "nghitruong/intake/services/making.py": "a part of the day as documents write it",
    "nghitruong/intake/selectors/organs.py": "words between names of organs",
    "nghitruong/documents/rules/numbering.py": "codes and symbols of official documents",
    "nghitruong/documents/rules/signing.py": "words that are looked for in titles of offices",
    "nghitruong/contacts/exports.py": "symbols of official documents",
    "nghitruong/meetings/exports.py": "symbols of official documents",
    "nghitruong/coordination/exports.py": "symbols of official documents",
    "nghitruong/petitions/exports.py": "symbols of official documents",
    "nghitruong/organisation/exports.py": "the sample list, in the words that the import reads",
    "nghitruong/organisation/rules/roster.py": "headings that the import reads",
    "nghitruong/organisation/rules/structure.py": "names of organs, which are data",
    "nghitruong/legalclock/rules/": "citations of the law and names of holidays, which are data",
    "nghitruong/territory/rules.py": "types as they stand in names of units",
    "nghitruong/petitions/selectors/annexes.py": "names of legal texts, looked for in answers",
    "nghitruong/petitions/selectors/lists.py": "names of legal texts, looked for in answers",
    "nghitruong/petitions/selectors/story.py": "names of changes as the journal keeps them",
    **dict.fromkeys(
        (
            f"nghitruong/petitions/rules/{name}.py"
            for name in ("answers", "asks", "promises", "reading", "rows", "wording", "competence")
        ),
        "words that are looked for in petitions and answers",
    ),
    "nghitruong/intake/rules/": "words that are looked for in documents",
    "nghitruong/search/services/": "a label that the journal keeps",
}
"""Where Vietnamese stands unmarked, and why."""
CITATION = re.compile(r"\b(Điều \d|Luật |Nghị quyết |Quy chế làm việc)")


def unmarked(path: Path) -> Iterator[str]:
    """Yield Vietnamese texts of a file that no reader in English would understand.

    Not: docstrings, citations of the law, names of changes (they are journaled as they are).
    """

    def walk(node: ast.AST) -> Iterator[str]:
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in MARKS | OFFICIAL:
                return
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            return
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if VIETNAMESE.search(node.value) and not CITATION.search(node.value):
                yield f"{path}:{node.lineno} {node.value}"
            return
        if isinstance(node, ast.Dict) and "/services" in str(path):
            yield from (text for value in node.values for text in walk(value))
            return
        if isinstance(node, ast.Subscript) and "/services" in str(path):
            yield from walk(node.value)
            return
        for child in ast.iter_child_nodes(node):
            yield from walk(child)

    yield from walk(ast.parse(path.read_text(encoding="utf-8")))


def test_every_sentence_of_the_code_is_marked():
    paths = [path for path in sorted(Path("nghitruong").rglob("*.py")) if "migrations" not in path.parts]
    found = [text for path in paths if not any(part in str(path) for part in ALLOWED) for text in unmarked(path)]

    assert found == []


def test_every_exception_is_still_needed():
    paths = [str(path) for path in Path("nghitruong").rglob("*.py")]

    assert [part for part in ALLOWED if not any(part in path and [*unmarked(Path(path))] for path in paths)] == []


MARKED = re.compile(
    r"{#.*?#}|{% comment.*?endcomment %}|{% blocktranslate.*?endblocktranslate %}"
    r"""|{% translate (?:"[^"]*"|'[^']*').*?%}|_\((?:"[^"]*"|'[^']*')\)""",
    re.DOTALL,
)


def test_every_sentence_of_the_templates_is_marked():
    found = [
        f"{path}: {line.strip()}"
        for path in sorted(Path("nghitruong").rglob("templates/**/*.html"))
        if path.name != "language.html"  # a language is named in its own tongue
        for line in MARKED.sub("", path.read_text(encoding="utf-8")).splitlines()
        if VIETNAMESE.search(line)
    ]

    assert found == []


class Sample(Form):
    name = CharField(max_length=3)
    count = IntegerField()
    day = DateField()
    kind = ChoiceField(choices=[("a", "A")])


@pytest.mark.parametrize(
    ("language", "required", "whole", "day"),
    [
        ("vi", "Hãy điền ô này.", "Hãy ghi một số nguyên.", "Ngày chưa đúng. Hãy ghi như 05/01/2026."),
        ("en", "This field is required.", "Enter a whole number.", "Enter a valid date."),
    ],
)
def test_a_form_speaks_the_language_of_its_reader(language, required, whole, day):
    with override(language):
        errors = Sample({"count": "x", "day": "32/13/2026", "kind": "a"}).errors

        assert errors == {"name": [required], "count": [whole], "day": [day]}


def test_numbers_of_things_follow_english_plurals():
    with override("en"):
        words = [ngettext("%(n)s ngày làm việc", "%(n)s ngày làm việc", n) % {"n": n} for n in (1, 2)]

    assert words == ["1 working day", "2 working days"]


@pytest.mark.django_db
def test_the_switch_changes_the_language_of_the_page(client):
    before = client.get("/dang-nhap/")
    client.post("/ngon-ngu/", {"language": "en", "next": "/dang-nhap/"})
    after = client.get("/dang-nhap/")

    assert '<html lang="vi">' in before.content.decode()
    assert '<html lang="en">' in after.content.decode()
    assert "Sign in" in after.content.decode()


def test_what_is_kept_does_not_follow_the_actor():
    with override("en"):
        assert str(State.FORWARDED.label) == "forwarded"
        assert official(State.FORWARDED.label) == "đã chuyển giải quyết"
        assert official("Mở lại: %(reason)s", reason="x") == "Mở lại: x"
