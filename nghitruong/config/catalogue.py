"""The English catalogue: what the code says, what of it is translated, how it is kept.

`nghitruong manage catalogue` renews locale/en from the code and compiles every catalogue. Message ids are the
Vietnamese sentences, so Vietnamese needs none of its own; locale/vi only betters Django's own sentences.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import chdir
from pathlib import Path

import polib
from django.core.management import call_command

CODE = Path(__file__).resolve().parent.parent
LOCALE = CODE / "locale"
NOT_CODE = ("__pycache__", "static", "data", "migrations", "locale")
HEADER = {
    "Project-Id-Version": "nghitruong",
    "Language": "en",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}


def path(language: str = "en") -> Path:
    """Return where the catalogue of a language lies."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def extract() -> polib.POFile:
    """Return what the code says today, untranslated, in the order of the files.

    Works on a copy: makemessages writes beside what it reads. Raises CommandError without GNU gettext.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / CODE.name
        shutil.copytree(CODE, copy, ignore=shutil.ignore_patterns(*NOT_CODE))
        (copy / "locale").mkdir()
        with chdir(copy):
            call_command("makemessages", locale=["en"], add_location="file", no_wrap=True, verbosity=0)
        found = polib.pofile(str(copy / "locale/en/LC_MESSAGES/django.po"), wrapwidth=0)
    found.header = "English words for the Vietnamese sentences of the code. Kept by `nghitruong manage catalogue`."
    found.metadata = dict(HEADER)
    found.metadata_is_fuzzy = False
    return found


def renewed() -> polib.POFile:
    """Return the catalogue of today's sentences with the translations kept so far; what is gone is dropped."""
    fresh = extract()
    kept = {_key(entry): entry for entry in kept_entries()}
    for entry in fresh:
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        before = kept.get(_key(entry))
        if before is None:
            continue
        entry.msgstr, entry.msgstr_plural = before.msgstr, before.msgstr_plural
    return fresh


def kept_entries(language: str = "en") -> polib.POFile:
    """Return a catalogue as it is kept (empty while there is none)."""
    return polib.pofile(str(path(language)), wrapwidth=0) if path(language).exists() else polib.POFile(wrapwidth=0)


def missing(catalogue: Iterable[polib.POEntry]) -> Iterator[polib.POEntry]:
    """Yield what still needs a translation."""
    for entry in catalogue:
        texts = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
        if not texts or not all(texts):
            yield entry


def compile_all() -> None:
    """Write the compiled form of every catalogue beside it: a machine that runs needs no gettext."""
    for language in sorted(folder.name for folder in LOCALE.iterdir() if path(folder.name).exists()):
        kept_entries(language).save_as_mofile(str(path(language).with_suffix(".mo")))


def _key(entry: polib.POEntry) -> tuple[str | None, str, str]:
    return entry.msgctxt, entry.msgid, entry.msgid_plural
