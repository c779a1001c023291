"""A council on a day: its term, its delegates, and the figures about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nghitruong.base.actor import Actor
from nghitruong.language import fold
from nghitruong.organisation.enums import DELEGATE_ROLES, OrganKind, Role
from nghitruong.organisation.models import Membership, Organ, Person, Term
from nghitruong.organisation.rules import PastTerm, Seats, TermNumber, UnitFacts, delegates, is_old_era, term_number
from nghitruong.territory.enums import Level

OWN_KINDS = (OrganKind.COUNCIL, OrganKind.STANDING, OrganKind.COMMITTEE, OrganKind.GROUP)
GROUPS = {
    "nu": gettext_lazy("nữ"),
    "dan-toc": gettext_lazy("người dân tộc thiểu số"),
    "chuyen-trach": gettext_lazy("hoạt động chuyên trách"),
    "duoi-40": gettext_lazy("dưới 40 tuổi"),
    "chua-co-to": gettext_lazy("chưa có Tổ đại biểu"),
    "thieu-ngay-sinh": gettext_lazy("chưa ghi ngày sinh"),
}


@dataclass(slots=True)
class Delegate:
    """A delegate on a day with every office held in the council, in the order of rank."""

    person: Person
    offices: list[Membership] = field(default_factory=list)

    @property
    def is_full_time(self) -> bool:
        return any(each.is_full_time for each in self.offices)

    @property
    def title(self) -> str:
        """The highest office in words; a plain delegate's own title where it has one."""
        first = min(self.offices, key=lambda each: list(Role).index(Role(each.role)))
        return first.office

    def named(self, kind: str) -> str:
        """Return the names of the organs of this kind the delegate sits in."""
        return ", ".join(each.organ.display for each in self.offices if each.organ.kind == kind)

    @property
    def committees(self) -> str:
        return self.named(OrganKind.COMMITTEE)

    @property
    def groups(self) -> str:
        return self.named(OrganKind.GROUP)

    def age_on(self, day: date) -> int | None:
        """Full years on this day; by the year alone where only that is known."""
        born = self.person.born_on
        if born is None:
            return day.year - self.person.born_in if self.person.born_in else None
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))

    def belongs(self, group: str, day: date) -> bool:
        """Say whether the delegate counts in this group of GROUPS."""
        age = self.age_on(day)
        return {
            "nu": bool(self.person.is_female),
            "dan-toc": bool(self.person.is_minority),
            "chuyen-trach": self.is_full_time,
            "duoi-40": age is not None and age < 40,
            "chua-co-to": not self.groups,
            "thieu-ngay-sinh": self.person.born_on is None,
        }[group]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that opens its list: `group` is a key of GROUPS, "" for all."""

    group: str
    label: str
    number: int
    of: int


@dataclass(frozen=True, slots=True)
class Makeup:
    """Everything the pages and the checks need to know of a council on a day."""

    council: Organ
    on: date
    term: Term | None
    organs: tuple[Organ, ...]
    offices: tuple[Membership, ...]
    predecessors: tuple[Organ, ...]
    former_ethnic: int

    @property
    def delegates(self) -> list[Delegate]:
        return gathered(each for each in self.offices if each.role in DELEGATE_ROLES and each.organ.kind in OWN_KINDS)

    @property
    def merged_from(self) -> int:
        """How many units of its own level the council's unit came from."""
        level = self.council.unit.level if self.council.unit else ""
        return sum(1 for each in self.predecessors if each.unit is not None and each.unit.level == level)

    def figures(self) -> list[Figure]:
        """Count the delegates, all and by group."""
        rows = self.delegates
        counted = [Figure("", _("đại biểu đương nhiệm"), len(rows), (self.term and self.term.seats) or 0)]
        for group in ("nu", "dan-toc", "chuyen-trach"):
            number = sum(1 for each in rows if each.belongs(group, self.on))
            counted.append(Figure(group, str(GROUPS[group]), number, len(rows)))
        return counted


def gathered(offices: Iterable[Membership]) -> list[Delegate]:
    """Put each person's offices together, people in the order of their given names."""
    found: dict[int, Delegate] = {}
    for office in offices:
        found.setdefault(office.person_id, Delegate(office.person)).offices.append(office)
    for each in found.values():
        each.offices.sort(key=lambda office: (list(Role).index(Role(office.role)), office.organ.sort_key, office.pk))
    return sorted(found.values(), key=lambda each: (each.person.sort_key, each.person.pk))


def term_on(council: Organ, day: date) -> Term | None:
    """Return the term running on the day, else the last one before it."""
    return Term.objects.filter(council=council, starts_on__lte=day).order_by("-starts_on").first()


def makeup_of(council: Organ, on: date) -> Makeup:
    """Load a council's organs, offices and origins as they stood on the day: five statements, whatever its size."""
    organs = tuple(Organ.objects.on(on).filter(council=council).select_related("parent").order_by("sort_key", "pk"))
    held = Membership.objects.on(on).filter(Q(organ=council) | Q(organ__council=council))
    offices = tuple(held.select_related("person", "organ").order_by("person__sort_key", "pk"))
    predecessors = tuple(council.predecessors.select_related("unit"))
    return Makeup(
        council=council,
        on=on,
        term=term_on(council, on),
        organs=organs,
        offices=offices,
        predecessors=predecessors,
        former_ethnic=Organ.objects.filter(
            council__in=[each.pk for each in predecessors], kind=OrganKind.COMMITTEE, field="ethnic"
        ).count(),
    )


def delegates_of(council: Organ, on: date) -> list[Delegate]:
    """Return the council's delegates on the day, by given name, each with all offices held in it."""
    held = Membership.objects.on(on).filter(
        Q(organ=council) | Q(organ__council=council), organ__kind__in=OWN_KINDS, role__in=DELEGATE_ROLES
    )
    return gathered(held.select_related("person", "organ"))


def unit_facts(council: Organ, on: date) -> UnitFacts | None:
    """Return what the calculators need of a council's unit; None where it has none."""
    unit = council.unit
    if unit is None:
        return None
    return UnitFacts(
        type=unit.type,
        code=unit.code,
        parent_type=unit.parent.type if unit.parent and unit.level == Level.COMMUNE else "",
        population=council.population,
        is_mountain_or_island=council.is_mountain_or_island,
        is_old_era=is_old_era(on),
    )


def seats_due(council: Organ, on: date) -> Seats | None:
    """Return how many delegates the law gives this council (2.4); None without a unit."""
    facts = unit_facts(council, on)
    return delegates(facts) if facts else None


def number_of_next_term(council: Organ, years: str) -> TermNumber:
    """Return the number (khóa) a term of these years bears, by ORG-12."""

    def past(term: Term) -> PastTerm:
        unit = term.council.unit
        return PastTerm(
            unit.name if unit else term.council.name, unit.type if unit else "", term.number, term.years
        )  # fmt: skip

    unit = council.unit
    own = Term.objects.filter(council=council).select_related("council__unit")
    before = Term.objects.filter(council__successors=council).select_related("council__unit")
    return term_number(
        unit=unit.name if unit else council.name,
        unit_type=unit.type if unit else "",
        years=years,
        own=[past(term) for term in own],
        before=[past(term) for term in before],
    )


def council_list(actor: Actor, *, on: date, words: str = "", level: str = "", era: str = "") -> QuerySet[Organ]:
    """Councils with their term and number of delegates on the day.

    `era`: "" those standing on the day, "ended" those that had ended, "all".
    """
    found = Organ.objects.visible_to(actor).filter(kind=OrganKind.COUNCIL).select_related("unit", "unit__parent")
    if era == "ended":
        found = found.filter(valid_to__lt=on)
    elif era != "all":
        found = found.filter(Q(valid_from__isnull=True) | Q(valid_from__lte=on)).filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=on)
        )
    for word in fold(words).split():
        found = found.filter(folded__contains=word)
    if level in Level.values:
        found = found.filter(unit__level=level)
    last = Term.objects.filter(council=OuterRef("pk"), starts_on__lte=on).order_by("-starts_on")
    return found.annotate(
        term_number=Subquery(last.values("number")[:1]),
        term_years=Subquery(last.values("years")[:1]),
        term_seats=Subquery(last.values("seats")[:1]),
    ).order_by("sort_key", "pk")


def seated_in(councils: Iterable[Organ], on: date) -> dict[int, int]:
    """Return how many delegates each council has on the day, in one statement."""
    keys = [each.pk for each in councils]
    held = (
        Membership.objects.on(on)
        .filter(Q(organ__in=keys) | Q(organ__council__in=keys))
        .filter(role__in=DELEGATE_ROLES, organ__kind__in=OWN_KINDS)
        .values_list("organ_id", "organ__kind", "organ__council_id", "person_id")
    )
    people: dict[int, set[int]] = {}
    for organ_id, kind, council_id, person_id in held:
        people.setdefault(organ_id if kind == OrganKind.COUNCIL else council_id or 0, set()).add(person_id)
    return {pk: len(found) for pk, found in people.items()}
