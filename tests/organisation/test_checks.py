"""Findings about a council's make-up, with rule, citation, confidence and people."""

from datetime import date

from nghitruong.organisation import selectors
from nghitruong.organisation.enums import CommitteeField, OrganKind, Role
from nghitruong.organisation.models import Organ
from tests import factories as make

ON = date(2026, 6, 1)
NEW = {"valid_from": date(2026, 3, 25)}


def findings(council, on=ON):
    council = Organ.objects.select_related("unit__parent").get(pk=council.pk)
    return {(each.citation.rule if each.citation else ""): each for each in selectors.checks(council, on)}


def delegates(world, number):
    return [make.office(world.council, Role.DELEGATE, f"Đại Biểu {each}", **NEW) for each in range(number)]


def population(world, people):
    world.council.population = people
    world.council.save()


def test_full_council_of_the_right_shape_has_no_finding(world):
    make.organ("Ban VH-XH", OrganKind.COMMITTEE, council=world.council, field=CommitteeField.CULTURE_SOCIETY)
    make.term(world.council, seats=15)
    population(world, 9_000)
    for office in delegates(world, 15):
        make.Membership.objects.create(person=office.person, organ=world.group, role=Role.DELEGATE, **NEW)

    assert findings(world.council) == {}


def test_seats_that_differ_from_the_law(world):
    make.term(world.council, seats=20)
    population(world, 9_000)
    delegates(world, 20)

    found = findings(world.council)["2.4"]

    assert (found.severity, found.citation.text, found.citation.is_verified) == (
        "warning", "Điều 30 Luật 72/2025/QH15", True,
    )  # fmt: skip


def test_reduced_council(world):
    make.term(world.council, seats=15)
    population(world, 9_000)
    delegates(world, 9)

    assert "bầu cử bổ sung" in findings(world.council)["ORG-14"].text


def test_merged_council_counts_all_delegates_until_its_term_ends(world):
    make.term(world.council, seats=15, starts_on=date(2025, 7, 1), years="2021-2026")
    for name in ("Phường Một", "Phường Hai"):
        unit = make.unit(name, valid_from=None)
        world.council.predecessors.add(make.organ(f"HĐND {name}", OrganKind.COUNCIL, unit=unit))
    for number in range(40):
        make.office(world.council, Role.DELEGATE, f"Đại Biểu {number}")

    found = findings(world.council, date(2026, 1, 5))

    assert ("ORG-06" in found, "2.4" in found, found["ORG-06"].severity) == (True, False, "note")


def test_incompatible_offices_name_the_person(world):
    office = make.office(world.standing, Role.CHAIR, "Phạm Thị Nhung")
    make.Membership.objects.create(
        person=office.person, organ=world.peoples_committee, role=Role.PC_MEMBER, valid_from=date(2025, 8, 1)
    )

    found = findings(world.council)["ORG-30"]

    assert (found.is_forbidden, found.people) == (True, ((office.person_id, "Phạm Thị Nhung"),))


def test_second_vice_chair_of_a_commune(world):
    for number in range(2):
        make.office(world.standing, Role.VICE_CHAIR, f"Phó {number}")

    assert (findings(world.council)["ORG-33"].is_forbidden, len(findings(world.council)["ORG-33"].people)) == (True, 2)


def test_deputies_of_a_commune_committee_are_only_noted_as_unverified(world):
    for number in range(3):
        make.office(world.committee, Role.COMMITTEE_DEPUTY, f"Phó {number}")

    found = findings(world.council)["ORG-35"]

    assert (found.severity, found.citation.is_verified) == ("note", False)


def test_head_of_a_committee_outside_the_standing_committee(world):
    head = make.office(world.committee, Role.COMMITTEE_HEAD, "Võ Thu Hà")
    make.organ("Ban VH-XH", OrganKind.COMMITTEE, council=world.council, field=CommitteeField.CULTURE_SOCIETY)

    assert findings(world.council)["ORG-20"].people == ((head.person_id, "Võ Thu Hà"),)


def test_checks_cost_the_same_for_few_and_for_many(world, django_assert_num_queries):
    council = Organ.objects.select_related("unit__parent").get(pk=world.council.pk)
    delegates(world, 2)
    with django_assert_num_queries(4):
        selectors.checks(council, ON)
    delegates(world, 20)
    with django_assert_num_queries(4):
        selectors.checks(council, ON)
