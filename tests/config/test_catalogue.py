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
    expected = {entry.msgid: entry.msgstr for entry in kept if entry.msgstr}
    expected |= {(entry.msgid, form): text for entry in kept for form, text in entry.msgstr_plural.items() if text}

    with catalogue.path(language).with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)._catalog

    assert {key: text for key, text in compiled.items() if key} == expected
