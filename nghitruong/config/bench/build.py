"""A country of invented communes and their petitions, put in by plain rows: a register without a journal."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate, islice

from django.db import connection, transaction
from django.utils import timezone

from nghitruong.accounts.models import User
from nghitruong.base.actor import Actor
from nghitruong.documents.enums import DocumentKind
from nghitruong.documents.models import Document
from nghitruong.language import normalise, sort_key
from nghitruong.language.likeness import invented
from nghitruong.obligations.enums import Nature
from nghitruong.obligations.enums import State as Owed
from nghitruong.obligations.models import Obligation
from nghitruong.organisation import selectors as organisation
from nghitruong.organisation.enums import OrganKind, Role
from nghitruong.organisation.models import Membership, Organ, Person
from nghitruong.petitions.enums import Kind, Outcome, RepeatKind, RepeatState, State
from nghitruong.petitions.enums import Level as Competence
from nghitruong.petitions.models import Answer, Field, Petition, Repeat
from nghitruong.petitions.policies import SUBJECT
from nghitruong.petitions.services import index_traits
from nghitruong.search.services import index_many
from nghitruong.territory import rules as territory
from nghitruong.territory.enums import Level, UnitType
from nghitruong.territory.models import Unit

PROVINCES, COMMUNES, OF_ONE = 34, 98, 300
"""The country: provinces, communes of a province, petitions of a commune in a term (quality.md, load model)."""
SINCE = date(2025, 7, 1)
BATCH = 1000
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
    )


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
    """Add petitions until there are `n`, a tenth of them earlier ones in other words, each in its indexes."""
    for place, council in enumerate(on.councils):
        first, last = (max(0, -(-(count - place) // len(on.councils))) for count in (on.made, n))
        rows = texts(on.seed, place, first, last)
        while batch := list(islice(rows, BATCH)):
            with transaction.atomic():
                _put_in(on, place, council, batch)
    on.made = n
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # what autovacuum does on its own; SQLite is measured without


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


def _put_in(on: Stage, place: int, council: Organ, batch: Sequence[tuple[int, str, str, int | None]]) -> None:
    made = Petition.objects.bulk_create(
        [_petition(on, place, council, number, text, where) for number, text, where, _again in batch], batch_size=500
    )
    _owe(council, made)
    _answer(on, council, made)
    _repeat(on, council, made, [again for _number, _text, _where, again in batch])
    ids = [one.pk for one in made]
    rows = Petition.objects.filter(pk__in=ids).select_related("unit", "keeper__unit", "council__unit")
    index_traits(petitions=list(rows.prefetch_related("answers")), are_new=True)
    index_many(kind=SUBJECT, ids=ids)


def _petition(on: Stage, place: int, council: Organ, number: int, text: str, where: str) -> Petition:
    chance = random.Random(f"{number}/{place}/{on.seed}")  # noqa: S311 -- a sample, no secret
    state = chance.choices(list(STATES), list(STATES.values()))[0]
    received = on.today - timedelta(days=chance.randrange(DAYS))
    row = Petition(
        council=council, keeper=council, year=received.year, seq=number + 1,
        code=f"KN-{number + 1:04d}/{received.year}", text=text, place=where, unit=council.unit, voices=1,
        kind=Kind.OPINION if state == State.NOTED else Kind.PETITION, state=state, received_on=received,
    )  # fmt: skip
    if state not in {State.RECEIVED, State.NOTED}:
        row.field, row.level = chance.choice(on.fields), chance.choice(Competence.values)
    if state not in {State.RECEIVED, State.NOTED, State.SORTED}:
        row.lead = chance.choices(on.leads[place], [8, 4, 2, 1])[0]
        row.forwarded_on = min(on.today, received + timedelta(days=chance.randrange(1, 20)))
        row.due_on = row.forwarded_on + timedelta(days=21)
    if state in ANSWERED and row.forwarded_on:
        row.answered_on = min(on.today, row.forwarded_on + timedelta(days=chance.randrange(1, 40)))
        row.outcome = chance.choice([Outcome.SETTLED, Outcome.EXPLAINED, Outcome.IN_PROGRESS, Outcome.NOTED])
        if state != State.ANSWERED and row.outcome == Outcome.SETTLED:
            row.settled_on = row.answered_on
    return row


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=timezone.get_current_timezone())


def _owe(council: Organ, rows: Sequence[Petition]) -> None:
    Obligation.objects.bulk_create(
        Obligation(
            council=council, debtor=row.lead, creditor=council, nature=Nature.ANSWER, what="Trả lời kiến nghị cử tri",
            subject_kind=SUBJECT, subject_id=row.pk, subject_label=str(row)[:300], opened_by="petition.forward",
            opened_on=row.forwarded_on, dated_on=row.forwarded_on, due_on=row.due_on,
            **({"state": Owed.ACCEPTED, "evidence": "Công văn trả lời", "closed_on": row.answered_on}
               if row.answered_on else {}),
        )
        for row in rows if row.lead and row.forwarded_on
    )  # fmt: skip


def _answer(on: Stage, council: Organ, rows: Sequence[Petition]) -> None:
    answered = [row for row in rows if row.answered_on]
    papers = Document.objects.bulk_create(
        Document(
            subject_kind=SUBJECT, subject_id=row.pk, council=council, deed="petition.answer", kind=DocumentKind.LETTER,
            number=f"{row.seq}/UBND-KT", signed_on=row.answered_on or on.today, abstract="Trả lời kiến nghị cử tri",
            organ=row.lead, added_at=_moment(row.answered_on or on.today),
        )
        for row in answered
    )  # fmt: skip
    Answer.objects.bulk_create(
        Answer(
            petition=row, organ=row.lead, document=paper, on=row.answered_on or on.today, outcome=row.outcome,
            text=f"Về nội dung này, đơn vị đã kiểm tra: {zipf(random.Random(row.seq), 30)}.",  # noqa: S311 -- a sample
            recorded_at=_moment(row.answered_on or on.today),
        )
        for row, paper in zip(answered, papers, strict=True)
    )  # fmt: skip


def _repeat(on: Stage, council: Organ, rows: Sequence[Petition], again: Sequence[int | None]) -> None:
    pairs = [(row, number + 1) for row, number in zip(rows, again, strict=True) if number is not None]
    wanted = {seq for _row, seq in pairs}
    earlier = dict(Petition.objects.filter(council=council, seq__in=wanted).values_list("seq", "pk"))
    at = _moment(on.today)
    sure = {"state": RepeatState.CONFIRMED, "kind": RepeatKind.ASKED_AGAIN, "decided_at": at}
    Repeat.objects.bulk_create(
        Repeat(
            later=row, earlier_id=earlier[seq], keeper=council, score=0.8, proposed_at=at, **(sure if row.seq % 20 else {})
        )
        for row, seq in pairs
    )  # fmt: skip
