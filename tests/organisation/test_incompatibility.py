from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghitruong.organisation.enums import OrganKind, Role
from nghitruong.organisation.rules import Office, clashes, overlap

START = date(2026, 3, 25)
DATES = st.dates(date(2020, 1, 1), date(2031, 1, 1))


def office(role, kind, *, person=1, council=7, starts_on=START, ends_on=None):
    return Office(person, "Phạm Thị Nhung", role, 1, kind, council, starts_on, ends_on)


CHAIR = office(Role.CHAIR, OrganKind.STANDING)
HEAD = office(Role.COMMITTEE_HEAD, OrganKind.COMMITTEE)
DEPUTY = office(Role.COMMITTEE_DEPUTY, OrganKind.COMMITTEE)
PC_MEMBER = office(Role.PC_MEMBER, OrganKind.PEOPLES_COMMITTEE)
AGENCY_HEAD = office(Role.AGENCY_HEAD, OrganKind.DEPARTMENT)


@pytest.mark.parametrize(
    ("pair", "rule"),
    [
        ((CHAIR, PC_MEMBER), "ORG-30"),
        ((office(Role.STANDING_MEMBER, OrganKind.STANDING), office(Role.PC_CHAIR, OrganKind.PEOPLES_COMMITTEE)), "ORG-30"),
        ((HEAD, AGENCY_HEAD), "ORG-31"),
        ((AGENCY_HEAD, DEPUTY), "ORG-31"),
    ],
)  # fmt: skip
def test_forbidden_pairs(pair, rule):
    (finding,) = clashes(pair)

    assert (finding.citation.rule, finding.is_forbidden, finding.people) == (rule, True, ((1, "Phạm Thị Nhung"),))


@pytest.mark.parametrize(
    "other",
    [
        office(Role.PC_MEMBER, OrganKind.PEOPLES_COMMITTEE, council=8),
        office(Role.PC_MEMBER, OrganKind.PEOPLES_COMMITTEE, person=2),
        office(Role.AGENCY_HEAD, OrganKind.DEPARTMENT),
        office(Role.PC_MEMBER, OrganKind.PEOPLES_COMMITTEE, starts_on=date(2021, 1, 1), ends_on=date(2026, 3, 24)),
    ],
    ids=["another council", "another person", "standing member may head an agency", "ended before"],
)
def test_allowed_beside_the_chair(other):
    assert clashes([CHAIR, other]) == []


def test_heading_an_organ_that_is_no_specialised_agency_is_allowed():
    assert clashes([HEAD, office(Role.AGENCY_HEAD, OrganKind.OFFICE)]) == []


def test_the_old_era_is_not_judged_by_the_new_law():
    old = {"starts_on": date(2021, 6, 1), "ends_on": date(2025, 6, 15)}

    pair = [office(Role.CHAIR, OrganKind.STANDING, **old), office(Role.PC_MEMBER, OrganKind.PEOPLES_COMMITTEE, **old)]
    assert clashes(pair) == []


@given(starts=st.tuples(DATES, DATES), ends=st.tuples(st.none() | DATES, st.none() | DATES), day=DATES)
def test_overlap_holds_exactly_the_common_days(starts, ends, day):
    one, other = (
        office(Role.CHAIR, OrganKind.STANDING, starts_on=s, ends_on=e) for s, e in zip(starts, ends, strict=True)
    )

    def holds(each):
        return each.starts_on <= day and (each.ends_on is None or day <= each.ends_on)

    together = overlap(one, other)
    inside = together is not None and together[0] <= day and (together[1] is None or day <= together[1])
    assert inside == (holds(one) and holds(other))
    assert together == overlap(other, one)
