"""A list of delegates is taken in: each row accepted, unchanged, or rejected with its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import BusinessError, Invalid
from nghitruong.language import fold
from nghitruong.organisation import policies
from nghitruong.organisation.enums import OrganKind, Role
from nghitruong.organisation.models import Membership, Organ, Person, Term
from nghitruong.organisation.rules.roster import RosterRow, field_of, group_number
from nghitruong.organisation.services.memberships import appoint
from nghitruong.organisation.services.people import add_person, edit_person

ACCEPTED, UNCHANGED, REJECTED = "accepted", "unchanged", "rejected"


@dataclass(frozen=True, slots=True)
class RowResult:
    """What came of one row: ACCEPTED, UNCHANGED or REJECTED; what was done, or why not, in words."""

    row: RosterRow
    verdict: str
    words: tuple[str, ...] = ()
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class RosterResult:
    """rows in = accepted + unchanged + rejected."""

    rows: tuple[RowResult, ...]

    def of(self, verdict: str) -> list[RowResult]:
        return [each for each in self.rows if each.verdict == verdict]

    @property
    def accepted(self) -> int:
        return len(self.of(ACCEPTED))

    @property
    def unchanged(self) -> int:
        return len(self.of(UNCHANGED))

    @property
    def rejected(self) -> int:
        return len(self.of(REJECTED))


@dataclass(frozen=True, slots=True)
class _Office:
    organ: Organ
    role: Role
    title: str = ""


@transaction.atomic
def import_roster(
    *,
    council: Organ,
    term: Term,
    rows: Sequence[RosterRow],
    valid_from: date | None,
    file_name: str,
    actor: Actor,
    at: datetime,
    dry_run: bool = False,
) -> RosterResult:
    """Take in a list for a term; the same list twice changes nothing.

    A row is a person (known by name and birth in this council, else new) and their offices. With `dry_run`
    everything is tried and taken back, so that a preview says exactly what would happen.
    """
    policies.can_import_roster(actor, council).require()
    if term.council_id != council.pk:
        raise Invalid(_("Nhiệm kỳ không thuộc Hội đồng nhân dân này."))
    taken = _Taking(council, term, valid_from or term.starts_on, actor, at)
    result = RosterResult(tuple(taken.row(each) for each in rows))
    if result.accepted and not dry_run:
        audit.record(
            deed="roster.import",
            subject=council,
            actor=actor,
            at=at,
            council_id=council.pk,
            changes={
                "tệp": file_name, "số dòng": len(result.rows), "nhận": result.accepted,
                "không đổi": result.unchanged, "từ chối": result.rejected,
            },
        )  # fmt: skip
    if dry_run:
        transaction.set_rollback(True)
    return result


class _Taking:
    """One import under way: what the council has is loaded once, and grows with each row."""

    def __init__(self, council: Organ, term: Term, valid_from: date, actor: Actor, at: datetime) -> None:
        self.council, self.term, self.valid_from, self.actor, self.at = council, term, valid_from, actor, at
        self.organs = list(Organ.objects.on(valid_from).filter(council=council))
        self.people: dict[str, list[Person]] = {}
        self.held: dict[int, list[Membership]] = {}
        self.seen: dict[tuple[str, date | int | None], int] = {}
        for office in Membership.objects.filter(Q(organ=council) | Q(organ__council=council)).select_related("person"):
            self._know(office.person)
            self.held.setdefault(office.person_id, []).append(office)

    def _know(self, person: Person) -> None:
        namesakes = self.people.setdefault(person.folded, [])
        if all(each.pk != person.pk for each in namesakes):
            namesakes.append(person)

    def row(self, row: RosterRow) -> RowResult:
        key = (fold(row.name), row.born_on or row.born_in)
        faults = list(row.faults)
        if row.name and key in self.seen:
            faults.append(_("Trùng với dòng %(row)s của tệp.") % {"row": self.seen[key]})
        self.seen.setdefault(key, row.number)
        wanted = self._offices(row, faults)
        person = self._person(row, faults)
        if faults:
            return RowResult(row, REJECTED, tuple(faults))
        try:
            with transaction.atomic():
                return self._take(row, person, wanted)
        except BusinessError as error:
            return RowResult(row, REJECTED, (str(error),))

    def _take(self, row: RosterRow, person: Person | None, wanted: Iterable[_Office]) -> RowResult:
        did: list[str] = []
        if person is None:
            person = add_person(name=row.name, actor=self.actor, at=self.at, **_values(row))
            did.append(_("lập hồ sơ người"))
        else:
            missing = {key: value for key, value in _values(row).items() if getattr(person, key) in {None, ""}}
            if person.born_on:
                missing.pop("born_in", None)
            if missing:
                person = edit_person(person=person, values=missing, actor=self.actor, at=self.at)
                did.append(_("bổ sung hồ sơ"))
        start = row.start or self.valid_from
        new: list[Membership] = []
        for office in wanted:
            if any(_same(each, office, start) for each in self.held.get(person.pk, [])):
                continue
            new.append(
                appoint(
                    person=person, organ=office.organ, role=office.role, title=office.title, term=self.term,
                    is_full_time=row.is_full_time, valid_from=start, actor=self.actor, at=self.at,
                )
            )  # fmt: skip
            did.append(f"{new[-1].office}, {office.organ.display}")
        self._know(person)
        self.held.setdefault(person.pk, []).extend(new)
        return RowResult(row, ACCEPTED if did else UNCHANGED, tuple(did), person.pk)

    def _person(self, row: RosterRow, faults: list[str]) -> Person | None:
        """Return the one person meant, None for a new one; two possible ones are a fault."""
        namesakes = self.people.get(fold(row.name), [])
        fitting = [each for each in namesakes if _may_be(each, row)]
        exact = [each for each in fitting if row.born_on and each.born_on == row.born_on]
        fitting = exact or fitting
        if len(fitting) > 1:
            faults.append(_("Có %(n)s người cùng họ tên; hãy ghi đủ ngày sinh.") % {"n": len(fitting)})
            return None
        found = fitting[0] if fitting else None
        if found is not None:
            told = ((found.is_female, row.is_female, _("nam, nữ")), (found.ethnicity, row.ethnicity, _("dân tộc")))
            for stored, given, label in told:
                if stored not in {None, ""} and given not in {None, ""} and _word(stored) != _word(given):
                    faults.append(
                        _("Mục %(label)s khác hồ sơ đang có; hãy sửa ở trang của người ấy.") % {"label": label}
                    )
        return found

    def _offices(self, row: RosterRow, faults: list[str]) -> list[_Office]:
        wanted = [_Office(self.council, Role.DELEGATE, row.work)]
        roles = {position.role for position in row.positions}
        for position in row.positions:
            if position.role in {Role.CHAIR, Role.VICE_CHAIR, Role.STANDING_MEMBER}:
                self._add(wanted, position.role, self._only(OrganKind.STANDING), _("Thường trực"), faults)
            elif position.role in {Role.PC_CHAIR, Role.PC_MEMBER}:
                self._add(wanted, position.role, self._only(OrganKind.PEOPLES_COMMITTEE), _("Ủy ban nhân dân"), faults)
            elif position.role in {Role.COMMITTEE_HEAD, Role.COMMITTEE_DEPUTY, Role.COMMITTEE_MEMBER}:
                named = position.field or field_of(row.committee)
                self._add(wanted, position.role, self._committee(named), position.role.label, faults)
        if row.committee and not roles & {Role.COMMITTEE_HEAD, Role.COMMITTEE_DEPUTY, Role.COMMITTEE_MEMBER}:
            self._add(
                wanted,
                Role.COMMITTEE_MEMBER,
                self._committee(field_of(row.committee)),
                _("Ban %(name)s") % {"name": row.committee},
                faults,
            )
        leads = roles & {Role.GROUP_HEAD, Role.GROUP_DEPUTY}
        if row.group or leads:
            role = next(iter(leads), Role.DELEGATE)
            told = row.group if "to" in fold(row.group).split() else _("Tổ %(name)s") % {"name": row.group}
            self._add(wanted, role, self._group(row.group), told.strip(), faults)
        return wanted

    def _add(self, wanted: list[_Office], role: Role, organ: Organ | None, told: object, faults: list[str]) -> None:
        if organ is None:
            faults.append(_("Hội đồng chưa có, hoặc tệp chưa nói rõ: %(told)s.") % {"told": told})
        else:
            wanted.append(_Office(organ, role))

    def _only(self, kind: OrganKind) -> Organ | None:
        return next((each for each in self.organs if each.kind == kind), None)

    def _committee(self, named: str) -> Organ | None:
        return next((each for each in self.organs if named and each.field == named), None)

    def _group(self, text: str) -> Organ | None:
        groups = [each for each in self.organs if each.kind == OrganKind.GROUP]
        number = group_number(text)
        if number:
            return next((each for each in groups if group_number(each.display) == number), None)
        return next((each for each in groups if text and fold(text) in each.folded), None)


def _values(row: RosterRow) -> dict[str, Any]:
    """Return what the row tells of the person; what it does not tell is left out."""
    told = {
        "title": row.title, "born_on": row.born_on, "born_in": row.born_in, "is_female": row.is_female,
        "ethnicity": row.ethnicity, "phone": row.phone,
    }  # fmt: skip
    return {key: value for key, value in told.items() if value not in {None, ""}}


def _may_be(person: Person, row: RosterRow) -> bool:
    if row.born_on and person.born_on:
        return row.born_on == person.born_on
    years = (row.born_in, person.born_in)
    return None in years or years[0] == years[1]


def _same(held: Membership, office: _Office, start: date) -> bool:
    return (
        held.organ_id == office.organ.pk
        and held.role == office.role
        and (held.valid_to is None or held.valid_to >= start)
    )


def _word(value: object) -> str:
    return fold(value) if isinstance(value, str) else str(value)
