"""Everything an oracle finds by reading every record the caller may see, and nothing else."""

from __future__ import annotations

import random
import unicodedata
from datetime import timedelta

from nghitruong.base.actor import Actor
from nghitruong.language import ABBREVIATIONS, AMBIGUOUS
from nghitruong.search import selectors, services
from tests import factories as make
from tests.language.test_folding import plain
from tests.search.conftest import Note, Notes

VOCABULARY = (
    "đường điện nước trường trạm xã phường thôn tổ sửa chữa nâng cấp mở rộng đề nghị kiến nghị cử tri hỗ trợ "
    "kênh mương cầu cống chợ rác đất nhà bồi thường giải phóng mặt bằng ủy ban nhân dân hội đồng "
    "UBND HĐND MTTQ KT-NS ĐH.09 57/UBND-KT KN-0142 QL1A 2026"
)
RECORDS, QUERIES = 160, 250


def opened(text: str) -> str:
    """The oracle's own reading: plain syllables of a text, abbreviations written out."""
    spaced = "".join(sign if sign.isalnum() else " " for sign in plain(text).lower())
    parted = ""
    for sign in spaced:
        parted += (
            f" {sign}"
            if parted and parted[-1].isalnum() and parted[-1].isdigit() != sign.isdigit() and sign != " "
            else sign
        )
    found = f" {' '.join(parted.split())} "
    for short in sorted(set(ABBREVIATIONS) - AMBIGUOUS, key=len, reverse=True):
        key = " ".join("".join(sign if sign.isalnum() else " " for sign in plain(short).lower()).split())
        full = plain(ABBREVIATIONS[short]).lower().replace(" - ", " ").replace(",", "")
        for _ in range(2):
            found = found.replace(f" {key} ", f" {full} ")
    return found


def written(rng: random.Random, least: int, most: int) -> str:
    words = VOCABULARY.split()
    return " ".join(words[min(int(rng.expovariate(0.08)), len(words) - 1)] for _ in range(rng.randint(least, most)))


def respelt(rng: random.Random, text: str) -> str:
    ways = (str, str.upper, plain, lambda one: unicodedata.normalize("NFD", one), lambda one: plain(one).lower())
    return rng.choice(ways)(text)


def query(rng: random.Random, notes: list[Note]) -> tuple[str, list[str]]:
    """A search as typed, and its phrases."""
    words = f"{(note := rng.choice(notes)).title} {note.body}".split()
    place, count = rng.randrange(len(words)), rng.randint(1, 4)
    taken = words[place : place + count]
    if rng.random() < 0.5:
        return f'"{respelt(rng, " ".join(taken))}"', [" ".join(taken)]
    return respelt(rng, " ".join(taken)), taken


def test_recall_is_whole_and_nothing_foreign_is_found(notes: Notes, clerk: Actor, stranger: Actor, delegate: Actor):
    rng = random.Random(20260322)  # noqa: S311 -- a fixed corpus
    for pk in range(1, RECORDS + 1):
        council = rng.choice([clerk.council_id, stranger.council_id, None])
        at = make.AT + timedelta(minutes=rng.randrange(50))
        notes.rows[pk] = Note(pk, written(rng, 1, 6), written(rng, 0, 25), at, council, is_secret=rng.random() < 0.1)
    services.index_many(kind=notes.kind, ids=notes.rows)
    texts = {pk: (opened(note.title), opened(note.body)) for pk, note in notes.rows.items()}

    for _ in range(QUERIES):
        asked, phrases = query(rng, list(notes.rows.values()))
        actor = rng.choice([clerk, stranger, delegate])
        wanted = [opened(phrase) for phrase in phrases]
        expected = {
            pk
            for pk, note in notes.rows.items()
            if note.is_for(actor) and all(any(phrase in text for text in texts[pk]) for phrase in wanted)
        }

        found = selectors.find(asked, actor, limit=RECORDS)

        assert ({hit.id for hit in found.hits}, asked) == (expected, asked)
        assert found.count == len(expected)
