"""Builds the whole demonstration in the order of time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from django.db import connection, transaction
from django.db.models import Sum

from nghitruong.audit.models import Entry
from nghitruong.base.actor import SYSTEM
from nghitruong.config.demonstration import cards, conclusions, councils
from nghitruong.config.demonstration.clock import Clock, Story, moment, office_hour
from nghitruong.config.demonstration.councils import MERGER, PROVINCE, SECOND_TERM, TOWN, Country, House
from nghitruong.config.demonstration.depth import Depth
from nghitruong.config.demonstration.lives import EARLIER, RECENT, World
from nghitruong.config.demonstration.places import HOME, NEW, OLD, parts_of
from nghitruong.config.demonstration.registers import keep_registers
from nghitruong.config.demonstration.rounds import WALK_INS, Playing, Wave, hold, session, walk_in
from nghitruong.config.demonstration.sentences import Writer
from nghitruong.contacts.enums import RoundKind
from nghitruong.contacts.models import Point, Round
from nghitruong.legalclock import selectors as clocks
from nghitruong.meetings.enums import Mode
from nghitruong.meetings.models import Meeting
from nghitruong.notices import services as notices
from nghitruong.obligations import jobs as reminders
from nghitruong.organisation.models import Membership, Organ, Person
from nghitruong.petitions.enums import Level, State
from nghitruong.petitions.models import Field, Petition
from nghitruong.search import services as search
from nghitruong.territory import selectors as territory
from nghitruong.territory import services as register
from nghitruong.territory.models import Unit

FULL = 500
OLD_SESSIONS = ((3, date(2021, 12, 16)), (5, date(2022, 7, 8)), (7, date(2022, 12, 15)), (9, date(2023, 7, 12)),
                (11, date(2023, 12, 14)), (13, date(2024, 7, 10)), (15, date(2024, 12, 12)), (16, date(2025, 6, 20)))  # fmt: skip
REMIND_EVERY = timedelta(days=4)
NEWS = timedelta(days=60)
REMINDED_FOR = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Built:
    """What stands in the house now."""

    seconds: float
    counts: dict[str, int]
    cards: list[dict[str, str]]
    spent: dict[str, float] = field(default_factory=dict)


class _Watch:
    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._since = perf_counter()

    def lap(self, name: str) -> None:
        now = perf_counter()
        self.spent[name], self._since = round(now - self._since, 2), now


@contextmanager
def _all_or_nothing() -> Iterator[None]:
    """Set no savepoints: nothing here is undone halfway, and for 20,000 inner deeds they are half of all statements.

    Django then lets a failure inside undo the outermost transaction, as it does where a database knows none.
    """
    own: Any = connection
    own.savepoint = lambda: None
    try:
        yield
    finally:
        del own.savepoint


@transaction.atomic
@_all_or_nothing()
def build(*, now: datetime, size: int = FULL, seed: int = 534, data: Path | None = None) -> Built:
    """Fill an empty database with the demonstration as of `now`, in one transaction.

    `size` is about how many petitions there will be. The same seed tells the same story; only passwords differ.
    """
    watch = _Watch()
    gc.freeze()  # a hundred thousand short-lived rows: looking for cycles among them costs a tenth of the time
    gc.disable()
    at = min(now, moment(councils.FIRST_DAY, 7))
    register.load(actor=SYSTEM, at=at, **({"data": data} if data else {}))
    watch.lap("territory")
    chance = Random(seed)  # noqa: S311 -- a story, no secret
    country = Country(chance)
    with search.together():
        councils.before_merger(country)
    watch.lap("old councils")
    fields = {each.code: each for each in Field.objects.filter(council=None)}
    world = World(country, Writer(chance), chance, fields)
    clock = Clock(now)
    with search.together(), clocks.kept(), notices.only_since(moment=now - NEWS):
        for story in _Plot(world, clock, now, size / FULL).stories():
            clock.add(story)
        clock.run()
        reminders.remind(now)
        watch.lap("lives")
    search.index_many(kind="organisation.person", ids=Person.objects.values_list("pk", flat=True))
    watch.lap("search")
    made = cards.hand_out(country, at=now)
    gc.enable()
    watch.lap("cards")
    return Built(sum(watch.spent.values()), _counts(), made, watch.spent)


def _counts() -> dict[str, int]:
    counts = {
        "units": Unit.objects.count(), "organs": Organ.objects.count(), "people": Person.objects.count(),
        "offices": Membership.objects.count(), "sessions": Meeting.objects.filter(kind="session").count(),
        "rounds": Round.objects.count(), "points": Point.objects.count(),
        "voters": Point.objects.aggregate(all=Sum("meeting__people_present"))["all"] or 0,
        "petitions": Petition.objects.count(), "journal": Entry.objects.count(),
    }  # fmt: skip
    for state in State:
        counts[f"petitions.{state}"] = Petition.objects.filter(state=state).count()
    return counts


class _Plot:
    """What happens when: eras, sessions, rounds, and the recent weeks up to `now`."""

    def __init__(self, world: World, clock: Clock, now: datetime, scale: float) -> None:
        self.world, self.clock, self.now, self.scale = world, clock, now, scale
        self.today = now.date()
        self.country, self.chance = world.country, world.chance
        self.units = {commune.code: self._unit(commune.code, councils.FIRST_DAY) for commune in OLD}
        self.sessions: dict[str, list[Meeting]] = {}
        self.depth = Depth(world, clock, self.units)

    def _unit(self, code: str, on: date) -> Unit:
        found = territory.by_code(code, on)
        assert found is not None, code  # noqa: S101 -- the register holds them all
        return found

    def _share(self, number: int) -> int:
        return max(1, round(number * self.scale))

    def stories(self) -> list[Story]:
        return [
            self._old_era(), self._reminding(), self._merger(), self._second_term(), self._new_era(),
            *self.depth.since_the_start(),
        ]  # fmt: skip

    def _reminding(self) -> Story:
        """Only of late: what was reminded of years ago is of no interest, and each run takes its time."""
        at = moment(self.today - REMINDED_FOR, 6)
        while True:
            yield at
            reminders.remind(at)
            at += REMIND_EVERY

    # the old era: the town

    def _old_era(self) -> Story:
        town = self.country.old[TOWN]
        held = self._play_sessions(town, OLD_SESSIONS, moment(date(2021, 9, 6), 9), "Hội trường thị xã Đức Phổ")
        self.clock.add(held)
        at = moment(date(2021, 10, 4), 9)
        yield at
        waves = (
            # 7 / 25 / 34 by level in 2021, gathered in writing; five rounds, 46 points, about 4,000 voters in all
            (date(2021, 10, 18), 0, 15, 1310, (7, 25, 34), RoundKind.WRITTEN, Mode.WRITTEN),
            (date(2022, 6, 13), 1, 8, 690, (2, 12, 36), RoundKind.BEFORE_SESSION, Mode.IN_PERSON),
            (date(2022, 11, 14), 2, 8, 705, (2, 13, 35), RoundKind.BEFORE_SESSION, Mode.IN_PERSON),
            (date(2023, 11, 13), 4, 8, 650, (3, 12, 35), RoundKind.BEFORE_SESSION, Mode.IN_PERSON),
            (date(2024, 11, 11), 6, 7, 620, (3, 14, 35), RoundKind.BEFORE_SESSION, Mode.IN_PERSON),
        )
        for number, (first, for_session, points, voters, levels, kind, mode) in enumerate(waves):
            at = moment(first - timedelta(days=18), 9)
            yield at
            places = tuple(OLD[(number * 8 + k) % len(OLD)] for k in range(points))
            split = zip((Level.CENTRAL, Level.PROVINCE, Level.DISTRICT), levels, strict=True)
            self._play(Wave(
                town, self._title(kind, OLD_SESSIONS[for_session][0], first, "thị xã Đức Phổ"), kind, first,
                13 if points > 8 else 10, places, voters, tuple((level, self._share(n)) for level, n in split),
                session=self._session(town, OLD_SESSIONS[for_session][1]), mode=mode,
                fates=RECENT if first.year == 2024 else EARLIER,
            ))  # fmt: skip

    @staticmethod
    def _title(kind: str, number: int, first: date, place: str) -> str:
        if kind == RoundKind.WRITTEN:
            return f"Thu nhận ý kiến cử tri bằng văn bản tháng {first.month}/{first.year}, {place}"
        return f"Tiếp xúc cử tri trước kỳ họp thứ {number}, Hội đồng nhân dân {place}"

    def _play(self, wave: Wave) -> None:
        self.clock.add(Playing(self.world, self.clock, wave, self.units).story())

    def _session(self, house: House, on: date) -> Meeting | None:
        """Return the session planned for this day, if it is planned already."""
        return next((m for m in self.sessions.get(house.council.name, []) if m.starts_at.date() == on), None)

    def _play_sessions(self, house: House, calendar: tuple[tuple[int, date], ...], at: datetime, place: str) -> Story:
        """Plan each session when the one before has been held; a week after it, what is open is carried over."""
        planned = self.sessions.setdefault(house.council.name, [])
        yield at
        planned.append(session(house, calendar[0][0], calendar[0][1], at, place))
        for place_in_row, (_number, on) in enumerate(calendar):
            at = moment(on, 17)
            yield at
            hold(house, planned[-1])
            if place_in_row + 1 == len(calendar):
                return
            number, day = calendar[place_in_row + 1]
            at = office_hour(on + timedelta(days=5), self.chance)
            if at.date() < SECOND_TERM <= day:
                at = office_hour(SECOND_TERM + timedelta(days=20), self.chance)
            yield at
            planned.append(session(house, number, day, at, place))
            for life in self.world.lives:
                if life.house is house and self._is_pending(life.petition.state) and self.chance.random() < 0.5:
                    life.carry_over(planned[-1], at)

    @staticmethod
    def _is_pending(state: str) -> bool:
        return state in {State.FORWARDED, State.REOPENED}

    # 1/7/2025

    def _merger(self) -> Story:
        at = moment(councils.LAST_OLD_DAY, 16)
        yield at
        councils.merge(self.country)
        for code in NEW:
            self.units[f"new {code}"] = self._unit(code, MERGER)
        yield moment(MERGER, 9)
        for number, life in enumerate(self.world.lives):
            if life.house.code == TOWN and life.is_open:
                at = moment(MERGER, 9, number % 60)
                life.inherit(self.country.new[life.commune.new], MERGER, at)

    def _second_term(self) -> Story:
        yield moment(SECOND_TERM, 8)
        councils.second_term(self.country)

    # the new era

    def _new_era(self) -> Story:
        at = moment(MERGER, 14)
        yield at
        calendar = self._calendar()
        for number, house in enumerate(self.country.new.values()):
            place = "Hội trường tỉnh Quảng Ngãi" if house.code == PROVINCE else f"Hội trường {NEW[house.code]}"
            self.clock.add(self._play_sessions(house, calendar, moment(date(2025, 8, 4 + number), 9), place))
        past = [(n, on) for n, on in calendar if on < self.today]
        for number, on in past:
            first = on - timedelta(days=26)
            yield moment(first - timedelta(days=16), 9)
            for code, house in self.country.new.items():
                self._play(self._new_wave(house, code, number, on, len(past)))
        self.clock.add(self._walk_ins())
        self.clock.add(conclusions.story(self.country, self.today))
        for story in self.depth.since_the_merger():
            self.clock.add(story)
        if self.today - timedelta(days=40) > MERGER:
            self.clock.add(keep_registers(self.country.new[HOME], self.now))
        yield moment(self.today - timedelta(days=20), 9)
        self._coming(*calendar[-1])

    def _calendar(self) -> tuple[tuple[int, date], ...]:
        """Regular sessions in July and December up to six weeks ago, then the next one eighteen days from today."""
        days = [date(year, month, 10) for year in range(2025, self.today.year + 1) for month in (7, 12)]
        past = [day for day in days if MERGER + timedelta(days=60) < day <= self.today - timedelta(days=45)]
        every = [*past, self.today + timedelta(days=18)]
        first_term = [day for day in every if day < SECOND_TERM]
        numbers = [*range(2, 2 + len(first_term)), *range(2, 2 + len(every) - len(first_term))]
        return tuple(zip(numbers, every, strict=True))

    def _new_wave(self, house: House, code: str, number: int, on: date, rounds: int) -> Wave:
        first = on - timedelta(days=26)
        if code == PROVINCE:
            places, name = [OLD[0], OLD[13]], "tỉnh Quảng Ngãi"
            own = {Level.PROVINCE: 12 / rounds}
        else:
            communes, name = parts_of(code), NEW[code]
            places = communes if code == HOME else communes[:2]
            total = (96 if code == HOME else 22) / rounds
            own = {Level.COMMUNE: total * 0.78, Level.PROVINCE: total * 0.18}
        levels = (*((str(level), self._share(round(n))) for level, n in own.items()), (str(Level.CENTRAL), 1))
        return Wave(
            house, self._title(RoundKind.BEFORE_SESSION, number, first, name), RoundKind.BEFORE_SESSION, first,
            8, tuple(places), 85 * len(places), levels, session=self._session(house, on),
        )  # fmt: skip

    def _coming(self, number: int, on: date) -> None:
        """A round just held whose opinions wait to be taken in, and one planned for next week."""
        house = self.country.new[HOME]
        first = self.today - timedelta(days=5)
        self._play(Wave(
            house, self._title(RoundKind.BEFORE_SESSION, number, first, NEW[HOME]), RoundKind.BEFORE_SESSION, first,
            4, tuple(parts_of(HOME)), 430, ((Level.COMMUNE, self._share(14)), (Level.PROVINCE, self._share(4)), (Level.CENTRAL, 1)),
            session=self._session(house, on), is_taken_in=False,
        ))  # fmt: skip
        self._play(Wave(
            house, f"Tiếp xúc cử tri chuyên đề về thoát nước và vệ sinh môi trường, {NEW[HOME]}", RoundKind.THEMATIC,
            self.today + timedelta(days=6), 2, tuple(parts_of(HOME)[:3]), 240, ((Level.COMMUNE, 1),), is_taken_in=False,
        ))  # fmt: skip

    def _walk_ins(self) -> Story:
        """Letters, receptions and the portal in the last two months: matters in every early state."""
        house = self.country.new[HOME]
        total = max(4, self._share(34))
        for number in range(total):
            day = self.today - timedelta(days=60 - number * 60 // max(total - 1, 1))
            at = min(office_hour(day, self.chance), self.now - timedelta(minutes=5))
            if at.date() < SECOND_TERM:
                continue
            yield at
            channel = self.chance.choice(WALK_INS)
            commune = self.chance.choice(parts_of(HOME))
            told = {total // 3: {"returned": 1}, total - 3: {"unsent": 1}}.get(number, RECENT)
            walk_in(self.world, self.clock, house, commune, self.units[f"new {HOME}"], at, channel, told)
