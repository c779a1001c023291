"""The nearest earlier matters: rare traits point at a few petitions, which are then compared word by word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from nghitruong.base.actor import Actor
from nghitruong.language.likeness import Features, Likeness, compare, features, number_of, prior, score
from nghitruong.petitions.enums import Kind
from nghitruong.petitions.models import Answer, Petition, PetitionQuerySet
from nghitruong.petitions.rules import reasons
from nghitruong.territory.enums import Level
from nghitruong.territory.rules import bare

KEPT = 16
"""Traits of a petition that the index holds; a paraphrase rarely loses them all."""
ASKED = 32
MOST_OF_ONE = 400
"""Petitions looked at for one trait: a trait that more than these have tells little."""
MOST_OF_PLACE = 3000
LOOKED_AT = 30
LEAST = 0.2
FIRST = 5
"""Near petitions that are shown, or proposed, for one."""
MOST_KNOWN = 2000
"""Petitions read that are kept for the next of a file."""


@dataclass(frozen=True, slots=True)
class Near:
    """An earlier petition near to a text: how near, and why in words."""

    petition: Petition
    likeness: Likeness
    because: list[str]

    @property
    def percent(self) -> int:
        return round(100 * self.likeness.score)


_LOADED = ("unit", "lead", "keeper__unit", "council__unit")


def read(petition: Petition) -> Features:
    """Return a petition as it is compared: its words, its place and the roads that its answer names."""
    told = str(petition.source.get("answer", "")) if isinstance(petition.source, dict) else ""
    answer = " ".join([told, *(given.text for given in petition.answers.all())]) if petition.answered_on else told
    return features(petition.text, petition.place, answer=answer, aliases=communes(petition))


def communes(petition: Petition) -> list[str]:
    """Return the names of the petition's commune: its own unit's, the council's that took it in, its successor's."""
    units = (petition.unit, petition.council.unit, petition.keeper.unit)
    return sorted({unit.bare_name for unit in units if unit is not None and unit.level == Level.COMMUNE})


@dataclass(frozen=True, slots=True)
class Read:
    """A petition as it is compared, without its record."""

    pk: int
    keeper_id: int
    received_on: date
    kind: str
    features: Features

    @property
    def order(self) -> tuple[date, int]:
        """Where it stands in time: of two petitions the lesser came earlier."""
        return self.received_on, self.pk


_UNITS = ("unit", "council__unit", "keeper__unit")
_COLUMNS = (
    "pk", "keeper", "received_on", "kind", "text", "place", "source", "answered_on",
    *(f"{unit}__{column}" for unit in _UNITS for column in ("level", "name", "type")),
)  # fmt: skip


def read_all(rows: PetitionQuerySet) -> list[Read]:
    """Read petitions as `read` does, without making records of them: one statement, two where answers name roads."""
    held = [(values, _told(values[6]), _communes(values[8:])) for values in rows.values_list(*_COLUMNS).order_by()]
    found = {values[0]: _of(values, told, names) for values, told, names in held}
    answered = {values[0] for values, _told, _names in held if values[7] and found[values[0]].features.codes}
    said: dict[int, list[str]] = defaultdict(list)
    if answered:
        answers = Answer.objects.filter(petition__in=answered).order_by("on", "pk")
        for pk, text in answers.values_list("petition", "text"):
            said[pk].append(text)
    for values, told, names in held:
        pk = values[0]
        if pk in said:
            found[pk] = _of(values, " ".join([told, *said[pk]]), names)
    return list(found.values())


def _of(values: Sequence[Any], answer: str, names: list[str]) -> Read:
    pk, keeper, received_on, kind, text, place = values[:6]
    return Read(pk, keeper, received_on, kind, features(text, place, answer=answer, aliases=names))


def _told(source: Any) -> str:
    return str(source.get("answer", "")) if isinstance(source, dict) else ""


def _communes(units: Sequence[str | None]) -> list[str]:
    """Return the names of communes among units told by level, name and kind, as `communes` does."""
    told = (units[place : place + 3] for place in range(0, len(units), 3))
    return sorted({bare(name, kind) for level, name, kind in told if level == Level.COMMUNE and name and kind})


def trait_numbers(petition: Features) -> tuple[int, ...]:
    """Return the numbers that the index holds of a petition, other numbers of its road among them."""
    renamed = tuple(number_of(f"c:{code}") for code in sorted(petition.also))
    return tuple(dict.fromkeys([*petition.traits[:KEPT], *renamed, *_places(petition)]))


def _places(petition: Features) -> list[int]:
    return [number_of(f"l:{name}") for name in sorted(petition.locality.communes)]


def nearest(
    asked: Features,
    actor: Actor,
    *,
    limit: int = FIRST,
    but: Iterable[int] = (),
    until: date | None = None,
    councils: Iterable[int] | None = None,
) -> list[Near]:
    """Return the petitions nearest to `asked` among those the actor may see, best first.

    `until`: received on that day at the latest. `councils` narrows the search. Four statements at most, whatever
    there is; of what is only compared no record is made.
    """
    ranked = _ranked(asked, actor, but=but, until=until, councils=councils)[:limit]
    loaded = _records([one.pk for one, _score in ranked])
    return [Near(loaded[one.pk], compare(asked, one.features), reasons(asked, one.features)) for one, _score in ranked]


def nearest_answered(
    asked: Features, actor: Actor, *, limit: int = FIRST, but: Iterable[int] = (), councils: Iterable[int] | None = None
) -> Iterator[tuple[Near, Answer]]:
    """Yield those of the `limit` nearest petitions that were answered, each with its last answer, best first."""
    ranked = _ranked(asked, actor, but=but, until=None, councils=councils)[:limit]
    given = Answer.objects.filter(petition__in=[one.pk for one, _score in ranked], petition__answered_on__isnull=False)
    loaded = ("organ", "document", *(f"petition__{name}" for name in _LOADED))
    last = {one.petition_id: one for one in given.select_related(*loaded).order_by("on", "pk")}
    for one, _score in ranked:
        if one.pk in last:
            answer = last[one.pk]
            yield Near(answer.petition, compare(asked, one.features), reasons(asked, one.features)), answer


def _ranked(
    asked: Features,
    actor: Actor,
    *,
    but: Iterable[int],
    until: date | None,
    councils: Iterable[int] | None,
    known: dict[int, Read] | None = None,
) -> list[tuple[Read, float]]:
    """Return what is near, best first, and how near; `known` keeps what was read for the next one asked."""
    keepers = None if actor.is_system else actor.council_ids
    if councils is not None:
        keepers = frozenset(councils) if keepers is None else keepers & frozenset(councils)
    places = _candidates(asked, keepers, set(but))
    known = {} if known is None else known
    if missing := [pk for pk in places if pk not in known]:
        known.update((one.pk, one) for one in read_all(Petition.objects.visible_to(actor).filter(pk__in=missing)))
    found = []
    for one in (known[pk] for pk in places if pk in known):
        if until is None or one.received_on <= until:
            number = score(asked, one.features)
            if number >= LEAST:
                found.append((one, number))
    return sorted(found, key=lambda pair: (-pair[1], -pair[0].received_on.toordinal(), -pair[0].pk))


def _records(ids: Sequence[int]) -> dict[int, Petition]:
    return Petition.objects.select_related(*_LOADED).in_bulk(ids) if ids else {}


def _candidates(asked: Features, keepers: frozenset[int] | None, but: set[int]) -> list[int]:
    terms = {number_of(term): prior(term) for term in asked.terms}
    here = dict.fromkeys(_places(asked), MOST_OF_PLACE)
    numbers = dict.fromkeys([*asked.traits[:ASKED], *(number_of(f"c:{code}") for code in asked.also)], MOST_OF_ONE)
    if not numbers or (keepers is not None and not keepers):
        return []
    held: dict[int, list[int]] = defaultdict(list)
    for number, pk in _postings({**numbers, **here}, keepers):
        held[number].append(pk)
    sums: dict[int, float] = defaultdict(float)
    for number, pks in held.items():
        weight = 2.0 if number in here else terms.get(number, 4.0) * (1 - 0.8 * min(1.0, len(pks) / MOST_OF_ONE))
        for pk in pks:
            sums[pk] += weight
    ranked = sorted((pk for pk in sums if pk not in but), key=lambda pk: (-sums[pk], -pk))
    return ranked[:LOOKED_AT]


def _postings(numbers: Mapping[int, int], keepers: frozenset[int] | None) -> Iterator[tuple[int, int]]:
    """Yield (trait, petition), at most as many of each trait as `numbers` says; all are whole numbers, nothing a person typed."""
    where = f" AND keeper_id IN ({','.join(str(int(one)) for one in sorted(keepers))})" if keepers is not None else ""
    parts = [
        f"SELECT * FROM (SELECT term, petition_id FROM petitions_trait WHERE term = {int(number)}{where} LIMIT {int(most)}) s{place}"  # noqa: S608 -- whole numbers only
        for place, (number, most) in enumerate(numbers.items())
    ]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts))
        yield from cursor.fetchall()


def repeats_of(petitions: Iterable[Petition], actor: Actor) -> Iterator[tuple[Petition, Near]]:
    """Yield (petition, an earlier one that a person should look at beside it), nearest first for each asked.

    Looked for among the petitions of its keeper, of the council that took it in, and of those its keeper succeeded.
    What is taken in late may be the earlier one of a pair: then the other is yielded first.
    """
    kin: dict[int, list[int]] = {}
    known: dict[int, Read] = {}
    pairs: list[tuple[Petition, Read, Features, Likeness]] = []
    for petition in petitions:
        if petition.kind != Kind.PETITION:
            continue
        if petition.keeper_id not in kin:
            kin[petition.keeper_id] = list(petition.keeper.predecessors.values_list("pk", flat=True))
        councils = [petition.keeper_id, petition.council_id, *kin[petition.keeper_id]]
        if len(known) > MOST_KNOWN:
            known.clear()
        asked = read(petition)
        near = _ranked(asked, actor, but=[petition.pk], until=None, councils=councils, known=known)[:FIRST]
        for one, _score in near:
            if one.kind == Kind.PETITION and (likeness := compare(asked, one.features)).is_worth_a_look:
                pairs.append((petition, one, asked, likeness))
    loaded = _records(sorted({one.pk for _petition, one, _asked, _likeness in pairs}))
    told: set[frozenset[int]] = set()
    for petition, one, asked, likeness in pairs:
        if (pair := frozenset({petition.pk, one.pk})) in told:
            continue
        told.add(pair)
        is_first = (petition.received_on, petition.pk) < one.order
        later, earlier = (loaded[one.pk], petition) if is_first else (petition, loaded[one.pk])
        yield later, Near(earlier, likeness, reasons(asked, one.features))
