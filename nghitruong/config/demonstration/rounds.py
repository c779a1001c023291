"""Sessions and rounds of voter contact, and what was said there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from nghitruong.config.demonstration import people
from nghitruong.config.demonstration.clock import Clock, Story, moment, office_hour
from nghitruong.config.demonstration.councils import House
from nghitruong.config.demonstration.lives import RECENT, Life, World
from nghitruong.config.demonstration.places import Commune
from nghitruong.config.demonstration.sentences import OPINIONS, THANKS
from nghitruong.config.demonstration.subjects import CENTRAL, LOCAL, PROVINCE, Matter
from nghitruong.contacts import services as contacts
from nghitruong.contacts.enums import OpinionKind, RoundKind
from nghitruong.contacts.models import Opinion, Point, Round
from nghitruong.meetings import services as meetings
from nghitruong.meetings.enums import MeetingKind, Mode, Presence, SessionType
from nghitruong.meetings.models import Attendance, Meeting
from nghitruong.organisation.models import Term
from nghitruong.petitions import services as petitions
from nghitruong.petitions.enums import Channel, Level
from nghitruong.petitions.models import Petition
from nghitruong.territory.models import Unit

MATTERS: dict[str, tuple[Matter, ...]] = {
    Level.CENTRAL: CENTRAL, Level.PROVINCE: PROVINCE, Level.DISTRICT: LOCAL, Level.COMMUNE: LOCAL,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wave:
    """One round to play: where, how many points and voters, how many petitions of which level."""

    house: House
    title: str
    kind: str
    first: date
    days: int
    places: tuple[Commune, ...]
    voters: int
    levels: tuple[tuple[str, int], ...]
    session: Meeting | None = None
    mode: str = Mode.IN_PERSON
    is_taken_in: bool = True
    fates: Mapping[str, int] = field(default_factory=lambda: RECENT)


def session(house: House, number: int, on: date, at: datetime, place: str) -> Meeting:
    """Plan a regular session in the term running then."""
    term = Term.objects.on(on).filter(council=house.council).first()
    return meetings.plan(
        council=house.council, kind=MeetingKind.SESSION, title="", starts_at=moment(on, 7, 30), place=place,
        number=number, session_type=SessionType.REGULAR, term=term, chair="Chủ tọa kỳ họp", actor=house.clerk, at=at,
    )  # fmt: skip


def hold(house: House, meeting: Meeting) -> None:
    """Record that a session took place."""
    at = meeting.starts_at + timedelta(hours=9)
    meetings.hold(meeting=meeting, people_present=len(house.members) // 2, actor=house.clerk, at=at)


class Playing:
    """Plays one round: plan, points, opinions, petitions out of them, summary."""

    def __init__(self, world: World, clock: Clock, wave: Wave, units: dict[str, Unit]) -> None:
        self.world, self.clock, self.wave, self.units = world, clock, wave, units
        self.chance: Random = world.chance
        self.house = wave.house
        self.points: list[tuple[Point, Commune]] = []

    def story(self) -> Story:
        wave = self.wave
        at = office_hour(wave.first - timedelta(days=14), self.chance)
        at = min(at, self.clock.now)
        yield at
        self.round = self._open(at)
        for number, commune in enumerate(wave.places):
            self._plan_point(number, commune, at)
        wanted = self._wanted()
        for number, (point, commune) in enumerate(self.points):
            at = point.meeting.starts_at + timedelta(hours=3)
            yield at
            mine = wanted[number :: len(self.points)]
            self._hold(point, commune, mine, at)
        if not wave.is_taken_in:
            return
        at = office_hour(wave.first + timedelta(days=wave.days + self.chance.randint(2, 6)), self.chance)
        yield at
        for opinion, commune, level, matter, slots in self._pending:
            self._receive(opinion, commune, level, matter, slots, at)
            at += timedelta(minutes=1)
        contacts.summarise_round(round_=self.round, actor=self.house.clerk, at=at)

    def _open(self, at: datetime) -> Round:
        self._pending: list[tuple[Opinion, Commune, str, Matter, dict[str, str]]] = []
        wave = self.wave
        named = wave.session is not None or wave.kind != RoundKind.BEFORE_SESSION
        return contacts.open_round(
            council=self.house.council, kind=wave.kind if named else RoundKind.THEMATIC, title=wave.title, starts_on=wave.first,
            ends_on=wave.first + timedelta(days=wave.days), session=wave.session,
            plan=self.world.number("KH-TTHĐND"), actor=self.house.clerk, at=at,
        )  # fmt: skip

    def _plan_point(self, number: int, commune: Commune, at: datetime) -> None:
        day = self.wave.first + timedelta(days=number * self.wave.days // max(len(self.wave.places), 1))
        starts = moment(day, 8 if number % 2 else 14, 0)
        hamlets = self.chance.sample(commune.hamlets, 2)
        groups = self.house.groups
        group = groups[number % len(groups)] if groups else None
        called = [m for m in self.house.members if group is not None and m.organ_id == group.pk][:4]
        written = self.wave.mode == Mode.WRITTEN
        point = contacts.add_point(
            round_=self.round, starts_at=starts, ends_at=starts + timedelta(hours=2, minutes=30),
            place=f"Phiếu góp ý gửi các hộ, {commune.name}" if written else f"Nhà văn hóa {hamlets[0]}, {commune.name}",
            mode=self.wave.mode, unit=self._unit(commune), host=None,
            chair=f"Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam {commune.name}", hamlets=", ".join(hamlets),
            groups=[group] if group is not None else [], delegates=called, actor=self.house.clerk, at=at,
        )  # fmt: skip
        self.points.append((point, commune))

    def _unit(self, commune: Commune) -> Unit:
        old = self.house.code in self.world.country.old and self.house is self.world.country.old[self.house.code]
        return self.units[commune.code] if old else self.units[f"new {commune.new}"]

    def _wanted(self) -> list[str]:
        levels = [level for level, count in self.wave.levels for _ in range(count)]
        self.chance.shuffle(levels)
        return levels

    def _hold(self, point: Point, commune: Commune, levels: Sequence[str], at: datetime) -> None:
        share = self.wave.voters // len(self.points)
        people_present = max(20, share + self.chance.randint(-14, 14))
        if self.wave.mode != Mode.WRITTEN:
            self._attend(point, at)
        for level in levels:
            matter = self.chance.choice(MATTERS[level])
            text, slots = self.world.writer.said(commune, matter.texts)
            opinion = self._take(point, text, OpinionKind.PETITION, slots["h"], at)
            self._pending.append((opinion, commune, level, matter, slots))
        for texts, kind in ((OPINIONS, OpinionKind.OPINION), (THANKS, OpinionKind.THANKS)):
            if self.chance.random() < 0.6:
                text, slots = self.world.writer.said(commune, texts)
                self._take(point, text, kind, slots["h"], at)
        if self.chance.random() < 0.08:
            self._take(point, "Cử tri tố cáo một trường hợp.", OpinionKind.REFERRED, "", at)
        contacts.hold_point(
            point=point, people_present=people_present, speakers=min(people_present, len(levels) + 2),
            actor=self.house.clerk, at=at + timedelta(minutes=40),
        )  # fmt: skip

    def _take(self, point: Point, text: str, kind: str, hamlet: str, at: datetime) -> Opinion:
        return contacts.take_opinion(
            point=point, text=text, kind=kind, voter=people.voter(self.chance), voter_address=hamlet, hamlet=hamlet,
            voices=self.chance.choice((1, 1, 1, 2, 3, 5, 12)), actor=self.house.clerk, at=at,
        )  # fmt: skip

    def _attend(self, point: Point, at: datetime) -> None:
        rows = list(Attendance.objects.filter(meeting_id=point.meeting_id).order_by("pk").values_list("pk", flat=True))
        marks = {pk: meetings.Mark(Presence.PRESENT) for pk in rows}
        if len(rows) > 2 and self.chance.random() < 0.3:
            marks[rows[-1]] = meetings.Mark(Presence.EXCUSED, "Đi công tác theo phân công của cơ quan")
        if marks:
            meetings.attend(meeting=point.meeting, marks=marks, actor=self.house.clerk, at=at)

    def _receive(
        self, opinion: Opinion, commune: Commune, level: str, matter: Matter, slots: dict[str, str], at: datetime
    ) -> None:
        petition = petitions.receive(
            council=self.house.council, text=opinion.text, received_on=at.date(), opinion=opinion, point=opinion.point,
            session=self.wave.session, unit=opinion.unit, place=f"{slots['h']}, {commune.name}", voter=opinion.voter,
            voices=opinion.voices, is_sample=True, source=self._source(level), actor=self.house.clerk, at=at,
        )  # fmt: skip
        start(self.world, self.clock, self.house, commune, matter, level, slots, petition, at, self.wave.fates)

    def _source(self, level: str) -> dict[str, str]:
        """Now and then a petition was passed up although the ward had answered it."""
        if level in {Level.DISTRICT, Level.PROVINCE} and self.chance.random() < 0.06:
            return {"ghi chú": "Ủy ban nhân dân phường, xã đã trả lời trước khi tổng hợp chuyển lên"}
        return {}


def start(
    world: World, clock: Clock, house: House, commune: Commune, matter: Matter, level: str, slots: dict[str, str],
    petition: Petition, at: datetime, fates: Mapping[str, int] = RECENT,
) -> Life:  # fmt: skip
    """Draw a fate and let the life run."""
    fate = world.chance.choices(list(fates), list(fates.values()))[0]
    life = Life(world, house, commune, matter, level, slots, petition, fate)
    world.lives.append(life)
    clock.add(life.story(at))
    return life


def walk_in(
    world: World,
    clock: Clock,
    house: House,
    commune: Commune,
    unit: Unit,
    at: datetime,
    channel: str,
    fates: Mapping[str, int] = RECENT,
) -> Life:
    """A petition that came without a contact meeting: by letter, at the reception, through the portal."""
    level = Level.PROVINCE if world.chance.random() < 0.15 else Level.COMMUNE
    matter = world.chance.choice(MATTERS[level])
    text, slots = world.writer.said(commune, matter.texts)
    petition = petitions.receive(
        council=house.council, text=text, received_on=at.date(), channel=channel, unit=unit,
        place=f"{slots['h']}, {commune.name}", voter=people.voter(world.chance), is_sample=True,
        actor=house.clerk, at=at,
    )  # fmt: skip
    return start(world, clock, house, commune, matter, level, slots, petition, at, fates)


WALK_INS = (Channel.WRITTEN, Channel.RECEPTION, Channel.ONLINE)
