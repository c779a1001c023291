"""What is indexed of a text and what is asked of the index. Pure: no database, no clock."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import chain
from urllib.parse import parse_qsl, urlencode
from zlib import crc32

from nghitruong.base.actor import Actor
from nghitruong.base.subjects import Words
from nghitruong.language import accented, bigrams, expand, highlight, is_syllable, tokens, unfolded

BODY_LIMIT = 200_000
"""Characters of a body that are indexed; beyond, PostgreSQL's tsvector (1 MB) could overflow."""
TOKEN_LIMIT = 60
QUERY_LIMIT = 300
SCOPE_LIMIT = 200
"""An office that reaches more councils than this is not narrowed in the index, only by what it may see."""

_EVERYBODY = "__all"
_LETTERS = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A record's columns in the index: syllables in order for phrases, and the set of words looked up."""

    folded: str
    words: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A search taken apart. `phrases` are folded syllables; `accents` what was typed with accents."""

    text: str
    phrases: tuple[tuple[str, ...], ...]
    accents: frozenset[str]
    literal: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.phrases)

    @property
    def terms(self) -> list[str]:
        """Index words that every found record has."""
        found: dict[str, None] = {}
        for phrase in self.phrases:
            found |= dict.fromkeys(bigrams(phrase) if len(phrase) > 1 else phrase)
        return list(found)

    @property
    def is_exact_by_index(self) -> bool:
        """Two neighbouring syllables are proved by their pair; longer phrases need a look at the row."""
        return all(len(phrase) < 3 for phrase in self.phrases)

    def holds(self, folded: str) -> bool:
        """Say whether all phrases stand in these syllables (Prepared.folded)."""
        return all(f" {' '.join(phrase)} " in folded for phrase in self.phrases)


def _cut(syllables: list[str]) -> list[str]:
    if max(map(len, syllables), default=0) <= TOKEN_LIMIT:
        return syllables
    return [syllable if len(syllable) <= TOKEN_LIMIT else syllable[:TOKEN_LIMIT] for syllable in syllables]


@lru_cache(maxsize=20_000)
def _accent(word: str) -> str:
    return accented(word) if is_syllable(word) else ""


def accents_of(text: str) -> set[str]:
    """Return the accented syllables of a text, each in one form for all its spellings."""
    written = expand(unicodedata.normalize("NFC", text))
    return set(filter(None, map(_accent, _LETTERS.findall(written))))


def scope_of(words: Words) -> list[str]:
    """Return the index words by which a search knows whose record this is."""
    scope = [f"__c{words.council_id}"] if words.council_id else []
    return [*scope, *(f"__o{organ}" for organ in words.organ_ids)] or [_EVERYBODY]


def reach_of(actor: Actor) -> list[str]:
    """Return the index words of what an actor's search looks at; none means everything."""
    if actor.is_system or len(actor.council_ids) + len(actor.organ_ids) > SCOPE_LIMIT:
        return []
    return [
        _EVERYBODY,
        *(f"__c{council}" for council in sorted(actor.council_ids)),
        *(f"__o{organ}" for organ in sorted(actor.organ_ids)),
    ]


def kind_word(kind: str) -> str:
    """Return the index word of a kind of record."""
    return f"__k{kind.replace('.', '_')}"


def prepare(kind: str, words: Words) -> Prepared:
    """Return what the index holds of a record: as written and with abbreviations opened, each with its pairs."""
    body = words.body[:BODY_LIMIT]
    streams: list[list[str]] = []
    for text in (words.title, body):
        written = _cut(tokens(text))
        opened = _cut(unfolded(written))
        streams += [written] if opened == written else [written, opened]
    found: dict[str, None] = dict.fromkeys(chain.from_iterable(streams))
    found |= dict.fromkeys(chain.from_iterable(map(bigrams, streams)))
    found |= dict.fromkeys(sorted(accents_of(f"{words.title} {body}")))
    found |= dict.fromkeys([*scope_of(words), kind_word(kind)])
    return Prepared(folded=f" {' | '.join(' '.join(stream) for stream in streams)} ", words=" ".join(found))


def _parts(text: str) -> Iterator[str]:
    place = 0
    for quoted in _QUOTED.finditer(text):
        yield from text[place : quoted.start()].split()
        yield quoted.group(1)
        place = quoted.end()
    yield from text[place:].split()


def parse(text: str) -> Asked:
    """Take a search apart: words, "phrases in quotes", and words that are several syllables (57/UBND-KT)."""
    written = unicodedata.normalize("NFC", text)[:QUERY_LIMIT].strip()
    phrases: dict[tuple[str, ...], str] = {}
    for part in _parts(written):
        syllables = tuple(_cut(unfolded(tokens(part))))
        if syllables:
            phrases.setdefault(syllables, part)
    return Asked(
        text=" ".join(text.split())[:QUERY_LIMIT],
        phrases=tuple(phrases),
        accents=frozenset(accents_of(written)),
        literal=tuple(phrases.values()),
    )


def position(kind: str, object_id: int, at: datetime) -> int:
    """Return a 64-bit place: by second, then by number, with room for every kind; later is greater."""
    return (int(at.timestamp()) << 30) | ((object_id & 0xFFFFFF) << 6) | (crc32(kind.encode()) & 0x3F)


def excerpt(body: str, literal: tuple[str, ...], length: int = 200) -> str:
    """Return about `length` characters of the body around the first word found, cut between words."""
    text = " ".join(unicodedata.normalize("NFC", body[:BODY_LIMIT]).split())
    if len(text) <= length:
        return text
    first = next(iter(highlight(text, literal)), (0, 0))
    start = max(0, min(first[0] - length // 3, len(text) - length))
    if start:
        start = text.find(" ", start) + 1
    end = start + length
    if end < len(text):
        end = max(text.rfind(" ", start, end), first[1])
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"


NOT_KEPT = {"page", "trang", "csrfmiddlewaretoken"}
"""Parts of a list's address that are no condition: which page of it, and what a form adds."""


def kept_query(query: str) -> str:
    """Return the conditions of a list's address in an order of their own: the same filter reads the same."""
    pairs = parse_qsl(query.lstrip("?"), keep_blank_values=False)
    return urlencode(sorted({(key, value) for key, value in pairs if key not in NOT_KEPT}))
