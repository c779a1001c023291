"""The English catalogue is complete, its words fit their Vietnamese sentences, and every sentence is marked."""

from __future__ import annotations

import gettext
import re
import shutil

import polib
import pytest

from nghitruong.config import catalogue

pytestmark = pytest.mark.architecture

needs_gettext = pytest.mark.skipif(shutil.which("xgettext") is None, reason="GNU gettext is not installed")
PLACEHOLDER = re.compile(r"%%|%\(\w+\)[sd]|%[sd]|\{\w*\}|&\w+;|</?\w[^>]*>")
VIETNAMESE = re.compile("[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE)


def pairs(entry: polib.POEntry) -> list[tuple[str, str]]:
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


@pytest.mark.parametrize("language", ["en", "vi"])
def test_both_sides_hold_the_same_places(language):
    wrong = []
    for entry in catalogue.kept_entries(language):
        sides = (
            pairs(entry)
            if language == "en"
            else [(entry.msgid_plural or entry.msgid, entry.msgstr or entry.msgstr_plural[0])]
        )
        wrong += [one for one, other in sides if set(PLACEHOLDER.findall(one)) != set(PLACEHOLDER.findall(other))]

    assert wrong == []


def test_both_sides_begin_and_end_alike():
    def edges(text: str) -> tuple[bool, bool, bool]:
        return text[:1].isspace(), text[-1:].isspace(), text.endswith(".")

    wrong = [one for entry in catalogue.kept_entries() for one, other in pairs(entry) if edges(one) != edges(other)]

    assert wrong == []


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_compiled_catalogue_is_fresh(language):
    kept = catalogue.kept_entries(language)
    expected = {entry.msgid: entry.msgstr for entry in kept if not entry.msgid_plural}
    expected |= {(entry.msgid, form): text for entry in kept for form, text in entry.msgstr_plural.items()}

    with catalogue.path(language).with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)._catalog

    assert {key: text for key, text in compiled.items() if key} == expected
