"""The nearest earlier matters: rare traits point at a few petitions, which are then compared word by word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import connection

from nghitruong.base.actor import Actor
from nghitruong.language.likeness import Features, Likeness, compare, features, number_of, prior, score
from nghitruong.petitions.enums import Kind
from nghitruong.petitions.models import Petition, PetitionQuerySet
from nghitruong.petitions.rules import reasons
from nghitruong.territory.enums import Level

KEPT = 16
"""Traits of a petition that the index holds; a paraphrase rarely loses them all."""
ASKED = 32
MOST_OF_ONE = 400
"""Petitions looked at for one trait: a trait that more than these have tells little."""
MOST_OF_PLACE = 3000
LOOKED_AT = 30
LEAST = 0.2


@dataclass(frozen=True, slots=True)
class Near:
    """An earlier petition near to a text: how near, and why in words."""

    petition: Petition
    likeness: Likeness
    because: list[str]

    @property
    def percent(self) -> int:
        return round(100 * self.likeness.score)


def read(petition: Petition) -> Features:
    """Return a petition as it is compared: its words, its place and the roads that its answer names."""
    told = str(petition.source.get("answer", "")) if isinstance(petition.source, dict) else ""
    answer = " ".join([told, *(given.text for given in petition.answers.all())]) if petition.answered_on else told
    return features(petition.text, petition.place, answer=answer, aliases=communes(petition))


def communes(petition: Petition) -> list[str]:
    """Return the names of the petition's commune: its own unit's, the council's that took it in, its successor's."""
    units = (petition.unit, petition.council.unit, petition.keeper.unit)
    return sorted({unit.bare_name for unit in units if unit is not None and unit.level == Level.COMMUNE})


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
    limit: int = 5,
    but: Iterable[int] = (),
    until: date | None = None,
    councils: Iterable[int] | None = None,
) -> list[Near]:
    """Return the petitions nearest to `asked` among those the actor may see, best first.

    `until`: received on that day at the latest. `councils` narrows the search. Three statements.
    """
    keepers = None if actor.is_system else actor.council_ids
    if councils is not None:
        keepers = frozenset(councils) if keepers is None else keepers & frozenset(councils)
    places = _candidates(asked, keepers, set(but))
    rows = Petition.objects.visible_to(actor).filter(pk__in=places)
    if until is not None:
        rows = rows.filter(received_on__lte=until)
    return _compared(asked, rows, limit)


def _compared(asked: Features, rows: PetitionQuerySet, limit: int) -> list[Near]:
    found = []
    for petition in rows.select_related("unit", "lead", "keeper__unit", "council__unit").prefetch_related("answers"):
        known = read(petition)
        number = score(asked, known)
        if number >= LEAST:
            found.append((number, petition, known))
    found.sort(key=lambda one: (-one[0], -one[1].received_on.toordinal(), -one[1].pk))
    return [Near(petition, compare(asked, known), reasons(asked, known)) for _number, petition, known in found[:limit]]


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
    """Yield (petition, an earlier one that a person should look at beside it), nearest first for each.

    Looked for among the petitions of its keeper, of the council that took it in, and of those its keeper succeeded.
    """
    kin: dict[int, list[int]] = {}
    for petition in petitions:
        if petition.kind != Kind.PETITION:
            continue
        if petition.keeper_id not in kin:
            kin[petition.keeper_id] = list(petition.keeper.predecessors.values_list("pk", flat=True))
        councils = [petition.keeper_id, petition.council_id, *kin[petition.keeper_id]]
        near = nearest(read(petition), actor, but=[petition.pk], until=petition.received_on, councils=councils)
        for one in near:
            is_earlier = (one.petition.received_on, one.petition.pk) < (petition.received_on, petition.pk)
            if is_earlier and one.likeness.is_worth_a_look and one.petition.kind == Kind.PETITION:
                yield petition, one
