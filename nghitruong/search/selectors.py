"""Finding: candidates from the word index, newest first, then only what the caller may see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection

from nghitruong.base import subjects
from nghitruong.base.actor import Actor
from nghitruong.language import highlight
from nghitruong.search.models import Indexed, SavedFilter
from nghitruong.search.rules import Asked, excerpt, kept_query, kind_word, parse, reach_of

CEILING = 200
"""How many visible records are counted; the rest is "more than"."""
_ABOVE_ALL = 2**63 - 1
_ON_POSTGRESQL = """SELECT {columns} FROM search_indexed i
    WHERE i.vector @@ %s::tsquery AND i.id < %s ORDER BY i.id DESC LIMIT %s"""
_NARROWED = """SELECT {columns} FROM search_reached(%s::tsquery, %s, %s) w(place)
    JOIN search_indexed i ON i.id = w.place ORDER BY i.id DESC"""
"""The same among a few councils' records: the word index first (migration 0003)."""
_ON_SQLITE = """SELECT {columns} FROM (
        SELECT rowid AS place FROM search_words WHERE search_words MATCH %s AND rowid < %s
        ORDER BY rowid DESC LIMIT %s) w
    JOIN search_indexed i ON i.id = w.place ORDER BY i.id DESC"""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """One record found. Spans are places of the words asked for, literally in `title` and `excerpt`."""

    kind: str
    noun: str
    id: int
    title: str
    url: str
    excerpt: str
    at: datetime
    title_spans: list[Span]
    excerpt_spans: list[Span]

    @property
    def title_pieces(self) -> list[tuple[str, bool]]:
        return pieces(self.title, self.title_spans)

    @property
    def excerpt_pieces(self) -> list[tuple[str, bool]]:
        return pieces(self.excerpt, self.excerpt_spans)


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one kind and how many of that kind were counted."""

    kind: str
    noun: str
    count: int
    hits: list[Hit]


@dataclass(frozen=True, slots=True)
class Found:
    """`count` records may be seen (or more, when `is_more`); `hits` are the first of them."""

    asked: Asked
    hits: list[Hit] = field(default_factory=list)
    count: int = 0
    is_more: bool = False
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def groups(self) -> list[Group]:
        """Hits by kind, the kind with the first hit first."""
        by_kind: dict[str, list[Hit]] = {}
        for hit in self.hits:
            by_kind.setdefault(hit.kind, []).append(hit)
        return [Group(kind, hits[0].noun, self.counts[kind], hits) for kind, hits in by_kind.items()]


def pieces(text: str, spans: list[Span]) -> list[tuple[str, bool]]:
    """Cut a text at its spans: (piece, is a word found)."""
    found, place = [], 0
    for start, end in spans:
        found += [(text[place:start], False), (text[start:end], True)]
        place = end
    return [(piece, hit) for piece, hit in [*found, (text[place:], False)] if piece]


@dataclass(slots=True)
class _Pass:
    """One walk through the index from the newest on; `rows` are (place, kind, object_id) that really match."""

    terms: list[list[str]]
    is_narrowed: bool = False
    before: int = _ABOVE_ALL
    is_done: bool = False
    rows: list[tuple[int, str, int]] = field(default_factory=list)

    def statement(self, size: int, columns: str) -> tuple[str, list[Any]]:
        on_postgresql = connection.vendor == "postgresql"
        quote, either, every = ("'", " | ", " & ") if on_postgresql else ('"', " OR ", " AND ")
        groups = (either.join(f"{quote}{word}{quote}" for word in any_of) for any_of in self.terms)
        match = every.join(f"({group})" for group in groups)
        statement = (_NARROWED if self.is_narrowed else _ON_POSTGRESQL) if on_postgresql else _ON_SQLITE
        return statement.format(columns=columns), [match, self.before, size]


def _read(passes: list[_Pass], asked: Asked, size: int) -> None:
    """Read the next page of every pass in one statement."""
    parts, values = [], []
    for number, walk in enumerate(passes):
        folded = "''" if asked.is_exact_by_index else "i.folded"
        statement, parameters = walk.statement(size, f"{number} AS walk, i.id, i.kind, i.object_id, {folded} AS folded")
        parts.append(f"SELECT * FROM ({statement}) s{number}")  # noqa: S608 -- built above
        values += parameters
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        rows = sorted(cursor.fetchall(), key=lambda row: -row[1])
    for number, walk in enumerate(passes):
        own = [row for row in rows if row[0] == number]
        walk.is_done = len(own) < size
        if own:
            walk.before = own[-1][1]
        walk.rows += [row[1:4] for row in own if asked.is_exact_by_index or asked.holds(row[4])]


def _visible(rows: Iterable[tuple[int, str, int]], actor: Actor, known: dict[tuple[str, int], bool]) -> None:
    """Learn which of these records the actor may see: one statement a kind."""
    wanted: dict[str, set[int]] = {}
    for _place, kind, pk in rows:
        if (kind, pk) not in known:
            wanted.setdefault(kind, set()).add(pk)
    for kind, ids in wanted.items():
        described = subjects.kind_of(kind)
        seen = described.visible(actor, ids) if described else set()
        known.update({(kind, pk): pk in seen for pk in ids})


def _seen(passes: list[_Pass], known: dict[tuple[str, int], bool]) -> Iterator[tuple[int, str, int]]:
    """Rows the actor may see, accent-exact ones first, each once."""
    given: set[int] = set()
    for walk in passes:
        for row in walk.rows:
            if known.get((row[1], row[2])) and row[0] not in given:
                given.add(row[0])
                yield row


def find(words: str, actor: Actor, limit: int = 25, kinds: Iterable[str] | None = None) -> Found:
    """Find records by words, "phrases", numbers or codes, with or without accents.

    Newest first. What was typed with accents ranks records spelt exactly so before the others; nothing is
    left out for its accents. Only records whose kind says the actor may see them are returned or counted.
    """
    asked = parse(words)
    if not asked:
        return Found(asked)
    base = [[term] for term in asked.terms]
    reach = reach_of(actor)
    if reach:
        base.append(reach)
    if kinds is not None:
        base.append([kind_word(kind) for kind in kinds] or ["__none"])
    exact = [base + [[accent] for accent in sorted(asked.accents)]] if asked.accents else []
    passes = [_Pass(terms, is_narrowed=bool(reach)) for terms in (*exact, base)]
    known: dict[tuple[str, int], bool] = {}
    ceiling = max(CEILING, limit)
    size = ceiling + 1
    seen: list[tuple[int, str, int]] = []
    while len(seen) <= ceiling and (walking := [walk for walk in passes if not walk.is_done]):
        _read(walking, asked, size)
        _visible((row for walk in walking for row in walk.rows), actor, known)
        seen = list(_seen(passes, known))
        size *= 2
    return _shown(asked, seen, limit, ceiling)


def _shown(asked: Asked, seen: list[tuple[int, str, int]], limit: int, ceiling: int) -> Found:
    counts: dict[str, int] = {}
    for _place, kind, _pk in seen[:ceiling]:
        counts[kind] = counts.get(kind, 0) + 1
    rows = Indexed.objects.defer("folded", "words").in_bulk([place for place, _kind, _pk in seen[:limit]])
    hits = [_hit(rows[place], asked) for place, _kind, _pk in seen[:limit] if place in rows]
    return Found(asked, hits, min(len(seen), ceiling), len(seen) > ceiling, counts)


def _hit(row: Indexed, asked: Asked) -> Hit:
    shown = excerpt(row.body, asked.literal)
    described = subjects.kind_of(row.kind)
    return Hit(
        kind=row.kind,
        noun=str(described.noun) if described else "",
        id=row.object_id,
        title=row.title,
        url=row.url,
        excerpt=shown,
        at=row.at,
        title_spans=highlight(row.title, asked.literal),
        excerpt_spans=highlight(shown, asked.literal),
    )


def filters_of(actor: Actor, page: str) -> list[SavedFilter]:
    """Return the actor's saved filters of one list page, in the order they were saved."""
    return list(SavedFilter.objects.visible_to(actor).filter(page=page))


@dataclass(frozen=True, slots=True)
class Kept:
    """A list page's own conditions, and the filters this person keeps of it; `current` is the one now seen."""

    page: str
    query: str
    filters: list[SavedFilter]

    @property
    def current(self) -> SavedFilter | None:
        return next((one for one in self.filters if kept_query(one.query) == self.query), None)


def kept(actor: Actor, page: str, query: str) -> Kept:
    """Return what a list page shows of saved filters: `page` its URL name, `query` its present query string."""
    return Kept(page, kept_query(query), filters_of(actor, page))
