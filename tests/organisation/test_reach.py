"""What the acting person reaches, and what the house may ask about organs."""

from datetime import date

from nghitruong.organisation import selectors
from nghitruong.organisation.enums import OrganKind, Role
from nghitruong.organisation.models import Membership
from nghitruong.territory.enums import Level, UnitType
from tests import factories as make
from tests.factories import TODAY


def old_council(world):
    """A dissolved town above a dissolved ward, the ward's council taken over by this ward's."""
    town = make.unit("Thị xã Cũ", level=Level.DISTRICT, type=UnitType.THI_XA, parent=world.province)
    ward = make.unit("Phường Cũ", parent=town, valid_from=None, valid_to=date(2025, 6, 30))
    council = make.organ("HĐND phường Cũ", OrganKind.COUNCIL, unit=ward, valid_to=date(2025, 6, 30))
    before = make.organ("HĐND xã Xưa", OrganKind.COUNCIL, valid_to=date(2020, 6, 30))
    world.council.predecessors.add(council)
    council.predecessors.add(before)
    return council, before


def test_reach_holds_own_council_and_all_it_came_from(world):
    council, before = old_council(world)

    clerk = make.actor(world.office, Role.CLERK)

    assert clerk.council_ids == {world.council.pk, council.pk, before.pk}


def test_upper_office_reaches_the_councils_below_in_both_eras(world):
    council, _ = old_council(world)

    upper = make.actor(world.province_office, Role.UPPER_OFFICE)

    assert upper.council_ids == {world.province_council.pk, world.council.pk, world.other_council.pk, council.pk}


def test_office_answers_for_the_organs_it_took_over(world):
    gone = make.organ("Phòng Kinh tế thị xã Cũ", council=world.council, valid_to=date(2025, 6, 30))
    world.department.predecessors.add(gone)

    assert make.actor(world.department, Role.AGENCY_OFFICER).organ_ids == {world.department.pk, gone.pk}


def test_acting_person_costs_two_statements(world, django_assert_num_queries):
    membership = make.office(world.office, Role.CLERK)

    with django_assert_num_queries(2):
        (office,) = selectors.offices_of(membership.person.user_id, on=TODAY)
        selectors.actor_for(office)


def test_office_outside_its_dates_is_not_held(world):
    membership = make.office(world.office, Role.CLERK, valid_to=date(2026, 1, 31))

    assert selectors.offices_of(membership.person.user_id, on=TODAY) == []
    assert Membership.objects.count() == 1


def test_organs_to_forward_are_nearest_first(world, clerk):
    province_pc = make.organ(
        "UBND tỉnh Mẫu", OrganKind.PEOPLES_COMMITTEE, council=world.province_council, unit=world.province
    )
    next_pc = make.organ(
        "UBND xã Bên", OrganKind.PEOPLES_COMMITTEE, council=world.other_council, unit=world.other_council.unit
    )
    delegation = make.organ(
        "Đoàn ĐBQH tỉnh Mẫu", OrganKind.NATIONAL_DELEGATION, council=world.province_council, unit=world.province
    )
    make.organ("Phòng Đã hết", council=world.council, valid_to=date(2025, 12, 31))

    found = selectors.organs_to_forward(clerk, TODAY)

    assert [(each.nearness, each.pk) for each in found] == [
        (0, world.department.pk),
        (0, world.peoples_committee.pk),
        (1, province_pc.pk),
        (1, delegation.pk),
        (2, next_pc.pk),
    ]


def test_successor_is_followed_to_the_organ_that_stands(world):
    first = make.organ("Phòng Một", valid_to=date(2020, 1, 1))
    second = make.organ("Phòng Hai", valid_to=date(2025, 6, 30))
    second.predecessors.add(first)
    world.department.predecessors.add(second)

    assert selectors.successor_of(first, TODAY) == world.department
    assert selectors.successor_of(first, date(2023, 1, 1)) == second
    assert selectors.successor_of(world.department, TODAY) == world.department


def test_several_successors_are_left_to_a_person(world):
    gone = make.organ("UBND thị xã Cũ", valid_to=date(2025, 6, 30))
    world.peoples_committee.predecessors.add(gone)
    world.department.predecessors.add(gone)

    assert selectors.successor_of(gone, TODAY) is None
    assert len(selectors.successors_of(gone, TODAY)) == 2
