"""A country of invented communes and their petitions, put in by plain rows: a register without a journal."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate
from operator import itemgetter
from typing import Any, ClassVar

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from nghitruong.accounts.models import User
from nghitruong.base import subjects
from nghitruong.base.actor import Actor
from nghitruong.config.bench.loading import Table, Waiting, bulk, sorted_in
from nghitruong.documents.enums import DocumentKind
from nghitruong.documents.models import Document
from nghitruong.language import normalise, sort_key
from nghitruong.language.likeness import features, invented, number_of
from nghitruong.obligations.enums import Nature
from nghitruong.obligations.enums import State as Owed
from nghitruong.obligations.models import Obligation
from nghitruong.organisation import selectors as organisation
from nghitruong.organisation.enums import OrganKind, Role
from nghitruong.organisation.models import Membership, Organ, Person
from nghitruong.petitions.enums import Kind, Outcome, RepeatKind, RepeatState, State
from nghitruong.petitions.enums import Level as Competence
from nghitruong.petitions.models import Answer, Field, Petition, Repeat, Trait
from nghitruong.petitions.policies import SUBJECT
from nghitruong.petitions.selectors.likeness import trait_numbers
from nghitruong.search.models import Indexed
from nghitruong.search.services.index import register_of
from nghitruong.territory import rules as territory
from nghitruong.territory.enums import Level, UnitType
from nghitruong.territory.models import Unit

PROVINCES, COMMUNES, OF_ONE = 34, 98, 300
"""The country: provinces, communes of a province, petitions of a commune in a term (quality.md, load model)."""
SINCE = date(2025, 7, 1)
BATCH = 2000
DEPARTMENTS = ("Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Trung tâm Phục vụ hành chính công")
DAYS = 900
STATES = {
    State.RECEIVED: 15,
    State.SORTED: 10,
    State.FORWARDED: 25,
    State.ANSWERED: 25,
    State.ACCEPTED: 10,
    State.CLOSED: 10,
    State.NOTED: 5,
}
_STATES, _CHANCES = list(STATES), list(accumulate(STATES.values()))
ANSWERED = {State.ANSWERED, State.ACCEPTED, State.CLOSED}
_ONSETS = ("b", "c", "ch", "d", "đ", "g", "gi", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "r", "s", "t", "th")
_RIMES = ("a", "ai", "an", "ang", "anh", "ao", "at", "âm", "ân", "âu", "ăm", "ăn", "em", "en", "i", "ui", "inh", "o")
_MARKS = ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")


@dataclass
class Stage:
    """Where the petitions are: two offices measured, and the councils with the agencies that answer them."""

    seed: int
    today: date
    commune: Actor
    province: Actor
    councils: list[Organ]
    leads: list[list[Organ]]
    fields: list[Field]
    each: int
    made: int = 0


def words() -> list[str]:
    """Return invented syllables, the commonest first when drawn by `zipf`."""
    chance = random.Random(0)  # noqa: S311 -- a sample, no secret
    found = [normalise(f"{onset}{rime[0]}{mark}{rime[1:]}") for mark in _MARKS for onset in _ONSETS for rime in _RIMES]
    chance.shuffle(found)
    return found


WORDS = words()
_WEIGHTS = list(accumulate(1 / (rank + 2) for rank in range(len(WORDS))))


def zipf(chance: random.Random, count: int) -> str:
    """Return `count` syllables as often as their rank says."""
    return " ".join(chance.choices(WORDS, cum_weights=_WEIGHTS, k=count))


@transaction.atomic
def stage(n: int, seed: int, today: date) -> Stage:
    """Make the provinces, communes, agencies and two offices for `n` petitions."""
    provinces = min(PROVINCES, max(2, n // (COMMUNES * OF_ONE)))
    each = min(COMMUNES, max(2, n // provinces // OF_ONE))
    above = Unit.objects.bulk_create(
        _unit(f"Tỉnh Mẫu {p + 1}", f"{p + 1:02d}", Level.PROVINCE) for p in range(provinces)
    )
    below = Unit.objects.bulk_create(
        _unit(f"Xã Mẫu {c + 1}", f"{c + 1:05d}", Level.COMMUNE, above[c // each]) for c in range(provinces * each)
    )
    upper = Organ.objects.bulk_create(_organ(f"Hội đồng nhân dân {u.name}", OrganKind.COUNCIL, u) for u in above)
    councils = Organ.objects.bulk_create(_organ(f"Hội đồng nhân dân {u.name}", OrganKind.COUNCIL, u) for u in below)
    kinds = (OrganKind.PEOPLES_COMMITTEE, *(OrganKind.DEPARTMENT for _name in DEPARTMENTS))
    names = ("Ủy ban nhân dân", *DEPARTMENTS)
    agencies = Organ.objects.bulk_create(
        _organ(f"{name} {council.unit.name}", kind, council.unit, council)
        for council in councils
        if council.unit is not None
        for name, kind in zip(names, kinds, strict=True)
    )
    return Stage(
        seed=seed,
        today=today,
        commune=_actor(councils[0], "xa", Role.CLERK),
        province=_actor(upper[0], "tinh", Role.UPPER_OFFICE),
        councils=councils,
        leads=[agencies[start : start + len(names)] for start in range(0, len(agencies), len(names))],
        fields=list(Field.objects.filter(council=None).order_by("pk")),
        each=each,
    )


def found(seed: int, today: date, each: int, made: int) -> Stage:
    """Return the stage of petitions that stand there already; nothing can be added to it."""
    held = Membership.objects.select_related("person__user", "organ__unit", "organ__council__unit")
    actors = {one.person.user.username: organisation.actor_for(one) for one in held if one.person.user}
    councils = Organ.objects.filter(kind=OrganKind.COUNCIL, unit__level=Level.COMMUNE).select_related("unit")
    return Stage(seed, today, actors["xa"], actors["tinh"], list(councils.order_by("pk")), [], [], each, made)


def _unit(name: str, code: str, level: str, parent: Unit | None = None) -> Unit:
    kind = UnitType.TINH if level == Level.PROVINCE else UnitType.XA
    bare = territory.bare(name, kind)
    return Unit(
        name=name, code=code, level=level, type=kind, parent=parent, valid_from=SINCE,
        folded=territory.folded(bare), sort_key=sort_key(bare),
    )  # fmt: skip


def _organ(name: str, kind: OrganKind, unit: Unit, council: Organ | None = None) -> Organ:
    return Organ(name=name, kind=kind, unit=unit, council=council, folded=name.lower(), sort_key=sort_key(name))


def _actor(council: Organ, username: str, role: Role) -> Actor:
    assert council.unit is not None  # noqa: S101 -- made above
    office = _organ(f"Văn phòng {council.unit.name}", OrganKind.OFFICE, council.unit, council)
    office.save()
    account = User(username=username, full_name=f"Người đo {username}")
    account.set_unusable_password()
    account.save()
    person = Person.objects.create(name=account.full_name, user=account, folded=username, sort_key=username)
    held = Membership.objects.create(person=person, organ=office, role=role, valid_from=SINCE)
    return organisation.actor_for(held)


def grow(on: Stage, n: int) -> None:
    """Add petitions until there are `n`, a tenth of them earlier ones in other words, each in its indexes.

    Every province asks in the words of the first: a text is read once and written in each of them.
    """
    with bulk(Rows.MODELS), sorted_in(Trait._meta.db_table, ("term", "keeper_id", "petition_id")) as traits:
        rows, many = Rows(on, traits), len(on.councils)
        for which in range(on.each):
            places = range(which, many, on.each)
            first, last = (max(0, -(-(count - at) // many)) for count, at in ((on.made, places[-1]), (n, which)))
            for made in rows.read(which, texts(on.seed, which, first, last)):
                for place in places:
                    if on.made <= made.number * many + place < n:
                        rows.add(place, made)
            if len(rows) >= BATCH:
                rows.put()
        rows.put()
    on.made = n


def texts(seed: int, place: int, first: int, last: int) -> Iterator[tuple[int, str, str, int | None]]:
    """Yield (number in the commune, words, place, number of the petition it repeats)."""
    rows = invented.commune(seed + place, last) if last > first else []
    for number in range(first, last):
        chance = random.Random(f"{seed}/{place}/{number}")  # noqa: S311 -- a sample, no secret
        said, again = rows[number].text, None
        if number % 10 == 9:
            again = chance.choice([earlier for earlier in range(number) if earlier % 10 != 9])
            said = invented.paraphrase(rows[again], invented.MANNERS[number // 10 % 4], chance)
        yield number, f"{said} Chi tiết: {zipf(chance, chance.randrange(8, 24))}.", rows[number].place, again


_UNIT, _COUNCIL, _LEAD, _SELF = 987_654_321, 987_654_322, 987_654_323, 987_654_324
"""Stand in a text that is read once for the numbers of the commune it is written in."""


@dataclass
class Made:
    """One petition with all that hangs on it, as rows of their tables that lack only whose they are."""

    number: int
    again: int | None
    lead: int | None
    petition: list[Any]
    indexed: list[Any]
    traits: tuple[int, ...]
    debt: list[Any] | None = None
    paper: list[Any] | None = None
    answer: list[Any] | None = None


class Rows:
    """Petitions as plain rows until they are put in."""

    MODELS: ClassVar[tuple[type[Model], ...]] = (Petition, Obligation, Document, Answer, Repeat, Indexed, Trait)

    def __init__(self, on: Stage, traits: Waiting) -> None:
        self.on, self.traits = on, traits
        self.petitions, self.debts, self.papers, self.answers, self.repeats, self.indexed = map(Table, self.MODELS[:-1])
        maker, kind = register_of(SUBJECT), subjects.kind_of(SUBJECT)
        if maker is None or kind is None:
            raise LookupError(SUBJECT)
        self.words, self.url = maker, kind.url
        self.known: dict[tuple[int, int], int] = {}
        if on.made:
            wanted = Petition.objects.values_list("council_id", "seq", "pk")
            places = {council.pk: place for place, council in enumerate(on.councils)}
            self.known = {(places[council], seq): pk for council, seq, pk in wanted.iterator()}

    def __len__(self) -> int:
        return len(self.petitions.rows)

    def put(self) -> None:
        self.indexed.rows.sort(key=itemgetter(self.indexed.places["id"]))
        with transaction.atomic():
            for table in (self.petitions, self.debts, self.papers, self.answers, self.repeats, self.indexed):
                table.put()
            self.traits.put()

    def read(self, place: int, said: Iterable[tuple[int, str, str, int | None]]) -> Iterator[Made]:
        """Make the rows of one commune, whichever it will be: what they are found by and what they are like."""
        unit = _unit(f"Xã Mẫu {_UNIT}", "", Level.COMMUNE)
        for number, text, where, again in said:
            one, lead = _petition(self.on, place, number, text, where)
            one.unit = unit
            vars(one)["_prefetched_objects_cache"] = {"coordinations": ()}
            columns = {name: value for name, value in vars(one).items() if name in self.petitions.places}
            answer = (
                f"Về nội dung này, đơn vị đã kiểm tra: {zipf(random.Random(one.seq), 30)}."  # noqa: S311 -- a sample
                if one.answered_on
                else ""
            )
            words = self.words(one)
            entry = Indexed.of(SUBJECT, 0, words, self.url(one)) if words else None
            made = Made(
                number, again, lead,
                self.petitions.row(**{name: value for name, value in columns.items() if name != "source"}),
                self.indexed.row(**{name: getattr(entry, name) for name in self.indexed.places}),
                trait_numbers(features(text, where, answer=answer, aliases=[unit.bare_name])),
            )  # fmt: skip
            self._owe(one, made, answer)
            yield made

    def _owe(self, one: Petition, made: Made, answer: str) -> None:
        """Say who owes the answer, and the answer where it came."""
        if not one.forwarded_on:
            return
        done = {"state": Owed.ACCEPTED, "evidence": "Công văn trả lời", "closed_on": one.answered_on}
        made.debt = self.debts.row(
            nature=Nature.ANSWER, what="Trả lời kiến nghị cử tri", subject_kind=SUBJECT, subject_label=str(one)[:300],
            opened_by="petition.forward", opened_on=one.forwarded_on, dated_on=one.forwarded_on, due_on=one.due_on,
            **(done if answer else {}),
        )  # fmt: skip
        if one.answered_on:
            made.paper = self.papers.row(
                subject_kind=SUBJECT, deed="petition.answer", kind=DocumentKind.LETTER, number=f"{one.seq}/UBND-KT",
                signed_on=one.answered_on, abstract="Trả lời kiến nghị cử tri", added_at=_moment(one.answered_on),
            )  # fmt: skip
            made.answer = self.answers.row(
                on=one.answered_on, outcome=one.outcome, text=answer, recorded_at=_moment(one.answered_on)
            )

    def add(self, place: int, made: Made) -> None:
        """Write it in one commune."""
        council, lead = self.on.councils[place], None if made.lead is None else self.on.leads[place][made.lead].pk
        own = council.pk
        pk = self.petitions.add(made.petition, council_id=own, keeper_id=own, unit_id=council.unit_id, lead_id=lead)
        self.known[place, made.number + 1] = pk
        if made.debt:
            self.debts.add(made.debt, council_id=own, creditor_id=own, debtor_id=lead, subject_id=pk)
        if made.paper and made.answer:
            paper = self.papers.add(made.paper, council_id=own, organ_id=lead, subject_id=pk)
            self.answers.add(made.answer, petition_id=pk, organ_id=lead, document_id=paper)
        if made.again is not None:
            self._repeat(made.number, own, pk, self.known[place, made.again + 1])
        self._find(place, made, own, lead, pk)

    def _find(self, place: int, made: Made, council: int, lead: int | None, pk: int) -> None:
        """Put it into the word index and the index of nearest matters, as the deeds of the product do."""
        row, at = made.indexed, self.indexed.places
        commune, words = str(place + 1), row[at["words"]]
        if f" {commune} " in words:
            words = words.replace(f" {_UNIT} ", " ")
        words = words.replace(str(_UNIT), commune).replace(f"__c{_COUNCIL}", f"__c{council}")
        self.indexed.add(
            row, id=row[at["id"]] | (pk & 0xFFFFFF) << 6, object_id=pk, council_id=council,
            body=row[at["body"]].replace(str(_UNIT), commune), folded=row[at["folded"]].replace(str(_UNIT), commune),
            words=words.replace(f"__o{_LEAD}", f"__o{lead}"), url=row[at["url"]].replace(str(_SELF), str(pk)),
        )  # fmt: skip
        here = {number_of(f"l:mau {_UNIT}"): number_of(f"l:mau {commune}")}
        self.traits.extend((here.get(number, number), council, pk) for number in made.traits)

    def _repeat(self, number: int, council: int, later: int, earlier: int) -> None:
        at = _moment(self.on.today)
        sure = {"state": RepeatState.CONFIRMED, "kind": RepeatKind.ASKED_AGAIN, "decided_at": at}
        row = self.repeats.row(score=0.8, proposed_at=at, **(sure if (number + 1) % 20 else {}))
        self.repeats.add(row, later_id=later, earlier_id=earlier, keeper_id=council)


def _petition(on: Stage, place: int, number: int, text: str, where: str) -> tuple[Petition, int | None]:
    """Return a petition of no commune yet, and which of the commune's agencies is to answer it."""
    chance = random.Random(f"{number}/{place}/{on.seed}")  # noqa: S311 -- a sample, no secret
    state = chance.choices(_STATES, cum_weights=_CHANCES)[0]
    received = on.today - timedelta(days=chance.randrange(DAYS))
    row = Petition(
        pk=_SELF, council_id=_COUNCIL, keeper_id=_COUNCIL, year=received.year, seq=number + 1,
        code=f"KN-{number + 1:04d}/{received.year}", text=text, place=where, voices=1,
        kind=Kind.OPINION if state == State.NOTED else Kind.PETITION, state=state, received_on=received,
    )  # fmt: skip
    lead = None
    if state not in {State.RECEIVED, State.NOTED}:
        row.field_id, row.level = chance.choice(on.fields).pk, chance.choice(Competence.values)
    if state not in {State.RECEIVED, State.NOTED, State.SORTED}:
        lead, row.lead_id = chance.choices(range(len(DEPARTMENTS) + 1), [8, 4, 2, 1])[0], _LEAD
        row.forwarded_on = min(on.today, received + timedelta(days=chance.randrange(1, 20)))
        row.due_on = row.forwarded_on + timedelta(days=21)
    if state in ANSWERED and row.forwarded_on:
        row.answered_on = min(on.today, row.forwarded_on + timedelta(days=chance.randrange(1, 40)))
        row.outcome = chance.choice([Outcome.SETTLED, Outcome.EXPLAINED, Outcome.IN_PROGRESS, Outcome.NOTED])
        if state != State.ANSWERED and row.outcome == Outcome.SETTLED:
            row.settled_on = row.answered_on
    return row, lead


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=timezone.get_current_timezone())
