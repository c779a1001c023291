"""Councils of both eras with their organs, terms and rosters.

Organs and terms come by the deeds of `organisation`; rosters are written in bulk with one journal line a council
and term, because 1,500 people one deed at a time would take a minute and show nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from random import Random

from nghitruong.audit import services as audit
from nghitruong.base.actor import SYSTEM, Actor
from nghitruong.config.demonstration import people
from nghitruong.config.demonstration.clock import moment
from nghitruong.config.demonstration.places import HOME, NEW, OLD, POPULATION, parts_of
from nghitruong.organisation import services
from nghitruong.organisation.enums import OrganKind, Role
from nghitruong.organisation.models import Membership, Organ, Person, Term
from nghitruong.organisation.selectors import actor_for
from nghitruong.territory import selectors as territory

FIRST_DAY = date(2021, 6, 30)
LAST_OLD_DAY = date(2025, 6, 30)
MERGER = date(2025, 7, 1)
SECOND_TERM = date(2026, 3, 26)
TOWN, PROVINCE = "534", "51"
SAMPLE_NUMBER = "Số khóa đặt cho dữ liệu mẫu"
MERGED_BY = "Nghị quyết số 1677/NQ-UBTVQH15 ngày 16/06/2025"

TOWN_HEIRS = {
    "Phòng Văn hóa và Thông tin": "Phòng Văn hóa - Xã hội",
    "Phòng Giáo dục và Đào tạo": "Phòng Văn hóa - Xã hội",
    "Phòng Y tế": "Phòng Văn hóa - Xã hội",
    "Phòng Lao động - Thương binh và Xã hội": "Phòng Văn hóa - Xã hội",
    "Phòng Nội vụ": "Phòng Văn hóa - Xã hội",
}
"""Which department of a new commune carries on a town department's matters; all others: the one for the economy."""
PROVINCE_HEIRS = {
    "Sở Kế hoạch và Đầu tư": "Sở Tài chính",
    "Sở Nông nghiệp và Phát triển nông thôn": "Sở Nông nghiệp và Môi trường",
    "Sở Tài nguyên và Môi trường": "Sở Nông nghiệp và Môi trường",
    "Sở Giao thông vận tải": "Sở Xây dựng",
    "Sở Thông tin và Truyền thông": "Sở Khoa học và Công nghệ",
    "Sở Lao động - Thương binh và Xã hội": "Sở Nội vụ",
}


@dataclass
class House:
    """One council with its organs and the offices that act in the demonstration."""

    code: str
    council: Organ
    actors: dict[str, Actor] = field(default_factory=dict)
    members: list[Membership] = field(default_factory=list)

    @cached_property
    def organs(self) -> list[Organ]:
        return list(Organ.objects.filter(council=self.council).order_by("pk"))

    def organ(self, kind: str, name: str = "") -> Organ:
        """Return the organ of a kind whose short name begins so."""
        return next(o for o in self.organs if o.kind == kind and o.display.startswith(name))

    def department(self, name: str) -> Organ:
        """Return a department, or the People's Committee where it has no such department."""
        found = (o for o in self.organs if o.kind == OrganKind.DEPARTMENT and o.display.startswith(name))
        return next(found, None) or self.organ(OrganKind.PEOPLES_COMMITTEE)

    @property
    def clerk(self) -> Actor:
        return self.actors["clerk"]

    @property
    def chair(self) -> Actor:
        return self.actors["chair"]

    @property
    def groups(self) -> list[Organ]:
        return [o for o in self.organs if o.kind == OrganKind.GROUP]


@dataclass
class Country:
    """Every council of the demonstration, by code; `old` before 1/7/2025, `new` since."""

    chance: Random
    old: dict[str, House] = field(default_factory=dict)
    new: dict[str, House] = field(default_factory=dict)
    agencies: dict[int, Actor] = field(default_factory=dict)
    names: Iterator[tuple[str, bool]] = field(init=False)

    def __post_init__(self) -> None:
        self.names = people.names(self.chance)

    def agent(self, organ: Organ) -> Actor | None:
        """Return who acts for an agency; None where nobody of it works in this house."""
        return self.agencies.get(organ.pk)


def before_merger(country: Country) -> None:
    """Set up the province, the town and its 15 communes for the term 2021-2026."""
    at = moment(FIRST_DAY)
    _old(country, PROVINCE, at, groups=6, seats=54, number=13)
    _old(country, TOWN, at, groups=6, seats=33, number=12)
    for commune in OLD:
        _old(country, commune.code, at, groups=0, seats=25, number=0)


def _old(country: Country, code: str, at: datetime, *, groups: int, seats: int, number: int) -> None:
    unit = territory.by_code(code, FIRST_DAY)
    assert unit is not None, code  # noqa: S101 -- the register holds them all
    council = services.establish(unit=unit, on=FIRST_DAY, groups=groups, actor=SYSTEM, at=at)
    term = services.open_term(
        council=council,
        starts_on=FIRST_DAY,
        years="2021-2026",
        seats=seats,
        number=number or None,
        number_basis=SAMPLE_NUMBER if number else "",
        actor=SYSTEM,
        at=at,
    )
    house = country.old[code] = House(code, council)
    _seat(country, house, term, seats, until=LAST_OLD_DAY, because="cơ quan kết thúc hoạt động", at=at)
    _staff(country, house, FIRST_DAY, until=LAST_OLD_DAY)


def merge(country: Country) -> None:
    """End what ended on 30/6/2025; set up the new province and the five communes, each heir to its own."""
    at = moment(LAST_OLD_DAY, 16)
    for house in country.old.values():
        basis = "Nghị quyết số 202/2025/QH15" if house.code == PROVINCE else "Luật số 72/2025/QH15, Điều 51 khoản 3"
        services.end_organ(organ=house.council, on=LAST_OLD_DAY, basis=basis, actor=SYSTEM, at=at)
    at = moment(MERGER, 8)
    _new(
        country, PROVINCE, [PROVINCE], at, groups=8, population=2_161_700, seats=66, basis="Nghị quyết số 202/2025/QH15"
    )
    for code in NEW:
        heirs = [TOWN, *(commune.code for commune in parts_of(code))]
        seats = 30 if code == HOME else 24
        _new(
            country,
            code,
            heirs,
            at,
            groups=4 if code == HOME else 3,
            population=POPULATION[code],
            seats=seats,
            basis=MERGED_BY,
        )


def _new(
    country: Country, code: str, heirs: Sequence[str], at: datetime, *,
    groups: int, population: int, seats: int, basis: str,
) -> None:  # fmt: skip
    unit = territory.by_code(code, MERGER)
    assert unit is not None, code  # noqa: S101 -- the register holds them all
    council = services.establish(
        unit=unit, on=MERGER, predecessors=[country.old[each].council for each in heirs], groups=groups,
        population=population, basis=basis, actor=SYSTEM, at=at,
    )  # fmt: skip
    house = country.new[code] = House(code, council)
    for heir in heirs:
        _inherit_departments(house, country.old[heir], basis, at)
    term = services.open_term(council=council, starts_on=MERGER, years="2021-2026", seats=seats, actor=SYSTEM, at=at)
    last = date.fromordinal(SECOND_TERM.toordinal() - 1)
    _seat(country, house, term, seats, until=last, because="hết nhiệm kỳ", at=at)
    _staff(country, house, MERGER)


def _inherit_departments(house: House, old: House, basis: str, at: datetime) -> None:
    table, otherwise = (PROVINCE_HEIRS, "") if house.code == PROVINCE else (TOWN_HEIRS, "Phòng Kinh tế")
    taken: dict[int, list[Organ]] = {}
    for organ in old.organs:
        if organ.kind == OrganKind.DEPARTMENT:
            heir = house.department(table.get(organ.display, otherwise or organ.display))
            if heir.kind == OrganKind.DEPARTMENT:
                taken.setdefault(heir.pk, []).append(organ)
        elif organ.kind == OrganKind.OTHER:
            taken.setdefault(house.organ(OrganKind.OTHER).pk, []).append(organ)
    for heir in house.organs:
        if heir.pk in taken:
            services.succeed_organ(organ=heir, predecessors=taken[heir.pk], basis=basis, actor=SYSTEM, at=at)


def second_term(country: Country) -> None:
    """After the election of 15/3/2026: the term 2021-2026 ends, 2026-2031 opens with its own delegates."""
    at = moment(SECOND_TERM, 8)
    for house in country.new.values():
        running = Term.objects.get(council=house.council, ends_on=None)
        last = date.fromordinal(SECOND_TERM.toordinal() - 1)
        services.end_term(term=running, on=last, actor=SYSTEM, at=at)
        seats = running.seats or 24
        if house.code in POPULATION:
            seats = _seats_due(house)
        term = services.open_term(
            council=house.council, starts_on=SECOND_TERM, years="2026-2031", seats=seats, actor=SYSTEM, at=at
        )
        _seat(country, house, term, seats, until=None, because="", at=at, keep=house.members)


def _seats_due(house: House) -> int:
    from nghitruong.organisation.rules import UnitFacts, delegates

    unit = house.council.unit
    assert unit is not None  # noqa: S101 -- set up from one
    facts = UnitFacts(type=unit.type, code=unit.code, parent_type="tinh", population=POPULATION[house.code])
    return delegates(facts).number or 24


@dataclass(frozen=True, slots=True)
class _Seat:
    organ: Organ
    role: Role
    is_full_time: bool = False


def _seating(house: House, seats: int) -> list[list[_Seat]]:
    """Say which offices each delegate holds, the highest first; everybody sits in a group where there are groups."""
    standing = house.organ(OrganKind.STANDING)
    committees = [o for o in house.organs if o.kind == OrganKind.COMMITTEE]
    vice = 2 if house.code in {TOWN, PROVINCE} else 1
    rows: list[list[_Seat]] = [[_Seat(standing, Role.CHAIR)]]
    rows += [[_Seat(standing, Role.VICE_CHAIR, is_full_time=True)] for _ in range(vice)]
    is_old_commune = not house.groups
    for committee in committees:
        head = [_Seat(committee, Role.COMMITTEE_HEAD)]
        rows.append(head if is_old_commune else [*head, _Seat(standing, Role.STANDING_MEMBER)])
        rows.append([_Seat(committee, Role.COMMITTEE_DEPUTY, is_full_time=not is_old_commune)])
    first_member = len(rows)
    for number in range(min(seats - len(rows), 4 * len(committees))):
        rows.append([_Seat(committees[number % len(committees)], Role.COMMITTEE_MEMBER)])
    while len(rows) < seats:
        rows.append([])
    groups = house.groups
    led: set[int] = set()
    for number in range(len(rows) - 1, -1, -1):
        if not groups:
            rows[number] = rows[number] or [_Seat(house.council, Role.DELEGATE)]
            continue
        group = groups[number % len(groups)]
        is_head = number >= first_member + 4 * len(committees) and group.pk not in led
        led |= {group.pk} if is_head else set()
        rows[number] = [*rows[number], _Seat(group, Role.GROUP_HEAD if is_head else Role.DELEGATE)]
    return rows


def _seat(
    country: Country, house: House, term: Term, seats: int, *,
    until: date | None, because: str, at: datetime, keep: Sequence[Membership] = (),
) -> None:  # fmt: skip
    """Fill a council's seats in bulk; half of the last term's delegates are re-elected (`keep`)."""
    known = list({m.person_id: m.person for m in keep}.values())[: seats // 2]
    rows = _seating(house, seats)
    fresh = []
    for name, is_woman in _take(country, len(rows) - len(known)):
        fresh.append(people.person(name, is_woman=is_woman, chance=country.chance))
    made = Person.objects.bulk_create(fresh)
    holders = [*known, *made]
    offices = [
        Membership(
            person=holder, organ=seat.organ, role=seat.role, term=term, is_full_time=seat.is_full_time,
            valid_from=term.starts_on, valid_to=until, ended_because=because,
        )
        for holder, row in zip(holders, rows, strict=True)
        for seat in row
    ]  # fmt: skip
    house.members = Membership.objects.bulk_create(offices)
    audit.record(
        deed="roster.import", subject=house.council, actor=SYSTEM, at=at, council_id=house.council.pk,
        changes={"tệp": "dữ liệu mẫu", "nhiệm kỳ": term.years, "nhận": len(holders)},
    )  # fmt: skip
    _cast(house)


def _cast(house: House) -> None:
    """Remember who acts: one office of each role."""
    for membership in house.members:
        organ = next((o for o in house.organs if o.pk == membership.organ_id), house.council)
        membership.organ = organ
        organ.council = house.council if organ.pk != house.council.pk else None
    by_role: dict[str, Membership] = {}
    for membership in house.members:
        by_role.setdefault(membership.role, membership)
    house.actors |= {role: actor_for(membership) for role, membership in by_role.items() if role in _ACTING}


_ACTING = {Role.CHAIR, Role.VICE_CHAIR, Role.COMMITTEE_HEAD, Role.GROUP_HEAD, Role.DELEGATE}


def _take(country: Country, number: int) -> list[tuple[str, bool]]:
    return [next(country.names) for _ in range(number)]


_STAFF: dict[str, tuple[tuple[Role, str], ...]] = {
    OrganKind.OFFICE: ((Role.CLERK, ""), (Role.CLERK, "")),
    OrganKind.FRONT: ((Role.FRONT_OFFICER, "Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam"), (Role.FRONT_OFFICER, "")),
    OrganKind.PEOPLES_COMMITTEE: ((Role.PC_CHAIR, ""), (Role.PC_MEMBER, "Phó Chủ tịch Ủy ban nhân dân")),
    OrganKind.DEPARTMENT: ((Role.AGENCY_OFFICER, ""), (Role.AGENCY_HEAD, "")),
    OrganKind.OTHER: ((Role.AGENCY_OFFICER, ""),),
}


def _staff(country: Country, house: House, since: date, *, until: date | None = None) -> None:
    """Give the offices their clerks, the Front its officer, each agency its head and an officer."""
    wanted = [(organ, role, title) for organ in house.organs for role, title in _STAFF.get(organ.kind, ())]
    made = Person.objects.bulk_create(
        people.person(name, is_woman=is_woman, chance=country.chance) for name, is_woman in _take(country, len(wanted))
    )
    offices = Membership.objects.bulk_create(
        Membership(
            person=holder, organ=organ, role=role, title=title, is_full_time=True, valid_from=since, valid_to=until,
            ended_because="cơ quan kết thúc hoạt động" if until else "",
        )
        for holder, (organ, role, title) in zip(made, wanted, strict=True)
    )  # fmt: skip
    for office in offices:
        office.organ.council = house.council
        if office.role == Role.CLERK:
            house.actors.setdefault("clerk", actor_for(office))
        elif office.role == Role.FRONT_OFFICER:
            house.actors.setdefault("front", actor_for(office))
        elif office.organ_id not in country.agencies:
            country.agencies[office.organ_id] = actor_for(office)
