"""What the law says about a council's make-up on a day: findings with rule, citation, confidence, people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from nghitruong.organisation.enums import CommitteeField, OrganKind, Role
from nghitruong.organisation.models import Membership, Organ
from nghitruong.organisation.rules import (
    SINGLE_ROLES,
    Citation,
    Finding,
    Office,
    Severity,
    clashes,
    committee_deputies,
    committees_due,
    delegates,
    in_grace,
    is_old_era,
    overlap,
    reduced,
    vice_chairs,
)
from nghitruong.organisation.rules.findings import (
    L72_5_4,
    L72_29,
    L72_44,
    L72_54_6,
    OLD_COMMUNE,
    OLD_DISTRICT,
)
from nghitruong.organisation.selectors.makeup import Makeup, makeup_of, unit_facts
from nghitruong.territory.enums import Level

ELECTED_ON = date(2026, 3, 15)
"""The first general election of councils by Luật 72/2025/QH15 (law.md EL-01); earlier make-ups are transitional."""
TERM_YEARS = 5


def office_of(membership: Membership) -> Office:
    """Return what the rules need to know of a membership with person and organ loaded."""
    organ = membership.organ
    return Office(
        person_id=membership.person_id,
        person=membership.person.name,
        role=membership.role,
        organ_id=membership.organ_id,
        organ_kind=organ.kind,
        council_id=organ.pk if organ.kind == OrganKind.COUNCIL else organ.council_id,
        starts_on=membership.valid_from,
        ends_on=membership.valid_to,
        title=membership.title,
    )


def forbidden_for(membership: Membership) -> list[Finding]:
    """Return why this membership, saved or not, may not stand beside those there are: law, or the same twice."""
    new = office_of(membership)
    others = Membership.objects.exclude(pk=membership.pk or 0).select_related("person", "organ")
    near = others.filter(Q(person=membership.person_id) | Q(organ=membership.organ_id, role=membership.role))
    offices = [office_of(each) for each in near]
    own = [each for each in offices if each.person_id == new.person_id]
    found = [finding for other in own for finding in clashes([new, other])]
    found += _held_twice(new, offices)
    if new.role == Role.VICE_CHAIR:
        found += _vice_chair_cap(membership.organ, new, offices)
    return found


def _held_twice(new: Office, offices: Iterable[Office]) -> Iterator[Finding]:
    for other in offices:
        if (other.organ_id, other.role) != (new.organ_id, new.role) or overlap(new, other) is None:
            continue
        people = ((other.person_id, other.person),)
        if other.person_id == new.person_id:
            text = _("%(name)s đã giữ chức vụ này trong thời gian đó.")
            yield Finding(Severity.FORBIDDEN, text % {"name": other.person}, None, people)
        elif new.role in SINGLE_ROLES:
            text = _("%(name)s đang giữ chức vụ %(role)s trong thời gian đó.")
            yield Finding(Severity.FORBIDDEN, text % {"name": other.person, "role": Role(new.role).label}, None, people)


def _vice_chair_cap(organ: Organ, new: Office, offices: Iterable[Office]) -> Iterator[Finding]:
    """Judge the number of Vice-Chairs at the worst moment of the new one's period."""
    council = organ if organ.kind == OrganKind.COUNCIL else organ.council
    if council is None or council.unit is None:
        return
    merged_from = sum(1 for each in council.predecessors.select_related("unit") if _same_level(each, council))
    cap = vice_chairs(
        level=council.unit.level, unit_type=council.unit.type, merged_from=merged_from,
        is_old_era=is_old_era(new.starts_on),
    )  # fmt: skip
    if cap is None or in_grace(merged_on=council.valid_from, merged_from=merged_from, on=new.starts_on):
        return
    beside = [each for each in offices if each.role == Role.VICE_CHAIR and overlap(new, each) is not None]
    busiest = max((sum(1 for b in beside if _holds(b, day)) for day in _moments(new, beside)), default=0)
    if busiest >= cap.number and cap.citation.is_verified:
        text = _("Hội đồng này có tối đa %(cap)s Phó Chủ tịch.") % {"cap": cap.number}
        yield Finding(
            Severity.FORBIDDEN, text, cap.citation, tuple((each.person_id, each.person) for each in beside)
        )  # fmt: skip


def _moments(new: Office, beside: Iterable[Office]) -> list[date]:
    return [new.starts_on, *(each.starts_on for each in beside if each.starts_on > new.starts_on)]


def _holds(office: Office, day: date) -> bool:
    return office.starts_on <= day and (office.ends_on is None or day <= office.ends_on)


def _same_level(one: Organ, other: Organ) -> bool:
    return one.unit is not None and other.unit is not None and one.unit.level == other.unit.level


def checks(council: Organ, on: date, makeup: Makeup | None = None) -> list[Finding]:
    """Return the findings about a council on the day, the gravest first. `makeup` saves loading it again."""
    known = makeup or makeup_of(council, on)
    found = [finding for check in _CHECKS for finding in check(known)]
    order = list(Severity)
    return sorted(found, key=lambda each: order.index(each.severity))


def _incompatible(known: Makeup) -> Iterator[Finding]:
    yield from clashes([office_of(each) for each in known.offices])


def _size(known: Makeup) -> Iterator[Finding]:
    facts = unit_facts(known.council, known.on)
    term, number = known.term, len(known.delegates)
    if term is None:
        yield Finding(Severity.WARNING, _("Chưa ghi nhiệm kỳ nào cho ngày này."))
    if facts is None or number == 0:
        return
    is_transitional = term is not None and term.starts_on < ELECTED_ON and known.merged_from > 1
    if is_transitional:
        text = _(
            "Hội đồng gồm đại biểu của %(units)s đơn vị nhập lại đến hết nhiệm kỳ nên không tính theo số dân; "
            "hiện có %(number)s đại biểu."
        )
        yield Finding(Severity.NOTE, text % {"units": known.merged_from, "number": number}, L72_44)
        return
    due = delegates(facts)
    seats = (term and term.seats) or due.number
    if due.number is not None and term is not None and term.seats and term.seats != due.number:
        text = _("Nhiệm kỳ ghi %(seats)s đại biểu được bầu; theo số dân là %(due)s. %(why)s")
        values = {"seats": term.seats, "due": due.number, "why": due.why}
        yield Finding(Severity.WARNING, text % values, due.citation)
    elif due.number is None:
        yield Finding(Severity.NOTE, due.why, due.citation)
    if seats is None:
        return
    if number > seats:
        text = _("Có %(number)s đại biểu đương nhiệm, nhiều hơn số đại biểu được bầu là %(seats)s.")
        yield Finding(Severity.WARNING, text % {"number": number, "seats": seats}, due.citation)
    low = reduced(in_office=number, seats=seats, on=known.on, term_ends_on=_end_of(known))
    if low is not None:
        yield Finding(Severity.WARNING, low.text, low.citation)


def _end_of(known: Makeup) -> date | None:
    """The term's last day, as recorded or as its years promise (ORG-13)."""
    if known.term is None:
        return None
    start = known.term.starts_on
    return known.term.ends_on or date(start.year + TERM_YEARS, start.month, min(start.day, 28))


def _term_length(known: Makeup) -> Iterator[Finding]:
    end = _end_of(known)
    if known.term is not None and end is not None and end < known.on:
        text = _("Nhiệm kỳ gần nhất đã quá 5 năm hoặc đã kết thúc ngày %(day)s; hãy ghi nhiệm kỳ mới.")
        yield Finding(Severity.WARNING, text % {"day": f"{end:%d/%m/%Y}"}, L72_5_4)


def _deputies(known: Makeup) -> Iterator[Finding]:
    unit, old = known.council.unit, is_old_era(known.on)
    if unit is None:
        return
    grace = in_grace(merged_on=known.council.valid_from, merged_from=known.merged_from, on=known.on)
    cap = vice_chairs(level=unit.level, unit_type=unit.type, merged_from=known.merged_from, is_old_era=old)
    held = [each for each in known.offices if each.role == Role.VICE_CHAIR]
    if cap is not None and len(_people(held)) > cap.number:
        text = _("Có %(number)s Phó Chủ tịch, tối đa %(cap)s.") % {"number": len(_people(held)), "cap": cap.number}
        yield _beyond(text, cap.citation, held, grace=grace)
    for committee in (each for each in known.organs if each.kind == OrganKind.COMMITTEE):
        ceiling = committee_deputies(
            level=unit.level, field=committee.field, merged_from=known.merged_from,
            former_ethnic=known.former_ethnic, is_old_era=old,
        )  # fmt: skip
        deputies = [
            each for each in known.offices if each.role == Role.COMMITTEE_DEPUTY and each.organ_id == committee.pk
        ]
        if ceiling is None or len(_people(deputies)) <= ceiling.number:
            continue
        values = {"organ": committee.display, "number": len(_people(deputies)), "cap": ceiling.number}
        if ceiling.is_average:
            text = _("%(organ)s có %(number)s Phó Trưởng Ban; bình quân mỗi Ban cấp xã là %(cap)s.") % values
            yield Finding(Severity.NOTE, text, ceiling.citation, _people(deputies))
        else:
            text = _("%(organ)s có %(number)s Phó Trưởng Ban, tối đa %(cap)s.") % values
            yield _beyond(text, ceiling.citation, deputies, grace=grace)


def _beyond(text: str, citation: Citation, held: list[Membership], *, grace: bool) -> Finding:
    if grace:
        text += " " + _("Được phép trong 5 năm kể từ khi sáp nhập.")
        return Finding(Severity.NOTE, text, L72_54_6, _people(held))
    severity = Severity.FORBIDDEN if citation.is_verified else Severity.WARNING
    return Finding(severity, text, citation, _people(held))


def _people(held: Iterable[Membership]) -> tuple[tuple[int, str], ...]:
    return tuple({each.person_id: (each.person_id, each.person.name) for each in held}.values())


def _single(known: Makeup) -> Iterator[Finding]:
    """One Chair, one head: two at a time in one organ."""
    places: dict[tuple[int, str], list[Membership]] = {}
    for each in known.offices:
        if each.role in SINGLE_ROLES:
            places.setdefault((each.organ_id, each.role), []).append(each)
    for held in places.values():
        if len(_people(held)) > 1:
            text = _("%(organ)s có %(number)s người cùng giữ chức vụ %(role)s.")
            values = {
                "organ": held[0].organ.display, "number": len(_people(held)),
                "role": held[0].get_role_display(),
            }  # fmt: skip
            yield Finding(Severity.WARNING, text % values, None, _people(held))


def _structure(known: Makeup) -> Iterator[Finding]:
    """Committees by level (ORG-21 to ORG-25); Ban Dân tộc is the council's own choice."""
    unit, old = known.council.unit, is_old_era(known.on)
    if unit is None or not known.organs:
        return
    there = {each.field for each in known.organs if each.kind == OrganKind.COMMITTEE}
    due = set(committees_due(level=unit.level, unit_type=unit.type, old_era=old))
    citation: Citation = L72_29
    if old:
        citation = OLD_COMMUNE if unit.level == Level.COMMUNE else OLD_DISTRICT
    for missing in (each for each in CommitteeField if each in due and each not in there):
        text = _("Chưa có Ban %(field)s.") % {"field": missing.label}
        yield Finding(Severity.WARNING, text, citation)
    optional = {CommitteeField.ETHNIC} if unit.level != Level.COMMUNE else set()
    for extra in (each for each in CommitteeField if each in there and each not in due | optional):
        text = _("Có Ban %(field)s; luật không quy định Ban này cho cấp và loại đơn vị này.")
        yield Finding(Severity.WARNING, text % {"field": extra.label}, citation)


def _standing(known: Makeup) -> Iterator[Finding]:
    """The members of the Standing Committee are the heads of the committees (ORG-20)."""
    if known.council.unit is None or is_old_era(known.on):
        return
    members = [each for each in known.offices if each.role == Role.STANDING_MEMBER]
    heads = [each for each in known.offices if each.role == Role.COMMITTEE_HEAD]
    seated = {pk for pk, _name in _people(e for e in known.offices if e.role in _STANDING_SEATS)}
    without = [each for each in heads if each.person_id not in seated]
    if without:
        text = _("Trưởng Ban là Ủy viên Thường trực Hội đồng nhân dân; chưa ghi cho %(names)s.")
        names = ", ".join(name for _pk, name in _people(without))
        yield Finding(Severity.WARNING, text % {"names": names}, L72_29, _people(without))
    leading = {each.person_id for each in heads}
    stray = [each for each in members if each.person_id not in leading]
    if stray:
        text = _("Ủy viên Thường trực là Trưởng Ban; %(names)s không đứng đầu Ban nào.")
        names = ", ".join(name for _pk, name in _people(stray))
        yield Finding(Severity.WARNING, text % {"names": names}, L72_29, _people(stray))


_STANDING_SEATS = frozenset({Role.CHAIR, Role.VICE_CHAIR, Role.STANDING_MEMBER})


def _records(known: Makeup) -> Iterator[Finding]:
    """Remarks about the records themselves; no article behind them."""
    delegates_now = known.delegates
    groups_there = any(each.kind == OrganKind.GROUP for each in known.organs)
    without = [each for each in delegates_now if not each.groups]
    if groups_there and without:
        text = _("%(number)s đại biểu chưa được xếp vào Tổ đại biểu.") % {"number": len(without)}
        yield Finding(Severity.NOTE, text, None, tuple((e.person.pk, e.person.name) for e in without))
    twice = [each for each in delegates_now if _in_two_groups(each.offices)]
    if twice:
        text = _("%(number)s đại biểu ở hai Tổ đại biểu cùng lúc.") % {"number": len(twice)}
        yield Finding(Severity.WARNING, text, None, tuple((e.person.pk, e.person.name) for e in twice))


def _in_two_groups(offices: Iterable[Membership]) -> bool:
    return len({each.organ_id for each in offices if each.organ.kind == OrganKind.GROUP}) > 1


_CHECKS: tuple[Callable[[Makeup], Iterator[Finding]], ...] = (
    _incompatible, _single, _size, _term_length, _deputies, _structure, _standing, _records,
)  # fmt: skip
