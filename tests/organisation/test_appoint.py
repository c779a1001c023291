from datetime import date

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Conflict, Invalid, NotPermitted
from nghitruong.organisation import selectors, services
from nghitruong.organisation.enums import CommitteeField, OrganKind, Role
from nghitruong.organisation.models import Membership
from tests import factories as make
from tests.factories import AT, TODAY

START = date(2026, 3, 25)


def appoint(actor, person, organ, role, **values):
    values.setdefault("valid_from", START)
    return services.appoint(person=person, organ=organ, role=role, actor=actor, at=AT, **values)


def test_appoint_records_the_office_in_the_running_term(world, clerk):
    term = make.term(world.council)
    person = make.person("Hồ Thị Lan")

    membership = appoint(clerk, person, world.council, Role.DELEGATE, is_full_time=True)

    assert (membership.term, membership.is_full_time, membership.valid_to) == (term, True, None)
    entry = Entry.objects.get()
    assert (entry.deed, entry.council_id, entry.changes["người"]) == (
        "membership.appoint", world.council.pk, "Hồ Thị Lan",
    )  # fmt: skip


def test_standing_member_in_the_peoples_committee_is_refused(world, clerk):
    person = make.person("Phạm Thị Nhung")
    appoint(clerk, person, world.standing, Role.CHAIR)

    with pytest.raises(Invalid, match="Điều 29 khoản 2"):
        appoint(clerk, person, world.peoples_committee, Role.PC_MEMBER)

    assert Membership.objects.filter(person=person).count() == 1


def test_committee_head_heading_an_agency_is_refused_either_way_round(world, clerk):
    person = make.person("Võ Thu Hà")
    appoint(clerk, person, world.department, Role.AGENCY_HEAD)

    with pytest.raises(Invalid, match="Điều 29 khoản 3 điểm c"):
        appoint(clerk, person, world.committee, Role.COMMITTEE_HEAD)


def test_forbidden_pair_is_allowed_one_after_the_other(world, clerk):
    person = make.person("Võ Thu Hà")
    first = appoint(clerk, person, world.department, Role.AGENCY_HEAD)
    services.end_membership(membership=first, on=date(2026, 4, 30), reason="nghỉ", actor=clerk, at=AT)

    appoint(clerk, person, world.committee, Role.COMMITTEE_HEAD, valid_from=date(2026, 5, 1))

    assert Membership.objects.filter(person=person).count() == 2


@pytest.mark.parametrize(
    ("organ", "role"),
    [("standing", Role.CHAIR), ("committee", Role.COMMITTEE_HEAD), ("standing", Role.VICE_CHAIR)],
)
def test_one_too_many_is_refused(world, clerk, organ, role):
    where = getattr(world, organ)
    appoint(clerk, make.person("Người Một"), where, role)

    with pytest.raises(Invalid):
        appoint(clerk, make.person("Người Hai"), where, role)


def test_vice_chairs_of_a_merged_province_may_exceed_for_five_years(world, make_province_keeper):
    clerk, standing = make_province_keeper(merged=3)
    for number in range(4):
        appoint(clerk, make.person(f"Phó {number}"), standing, Role.VICE_CHAIR)

    with pytest.raises(Invalid, match="tối đa 3"):
        appoint(clerk, make.person("Phó Năm"), standing, Role.VICE_CHAIR, valid_from=date(2030, 7, 1))


@pytest.fixture
def make_province_keeper(world):
    def build(merged):
        council = world.province_council
        council.valid_from = date(2025, 7, 1)
        council.save()
        for number in range(merged):
            unit = make.unit(f"Tỉnh {number}", level="province", type="tinh", valid_from=None)
            council.predecessors.add(make.organ(f"HĐND tỉnh {number}", OrganKind.COUNCIL, unit=unit))
        standing = make.organ("Thường trực tỉnh", OrganKind.STANDING, council=council)
        return make.actor(world.province_office, Role.CLERK), standing

    return build


def test_same_office_twice_at_a_time_is_refused(world, clerk):
    person = make.person("Hồ Thị Lan")
    appoint(clerk, person, world.council, Role.DELEGATE)

    with pytest.raises(Invalid, match="đã giữ chức vụ này"):
        appoint(clerk, person, world.council, Role.DELEGATE, valid_from=date(2027, 1, 1))


def test_role_of_another_kind_of_organ_is_refused(world, clerk):
    with pytest.raises(Invalid, match="không phải là chức vụ trong"):
        appoint(clerk, make.person("Hồ Thị Lan"), world.department, Role.CHAIR)


def test_office_outside_the_organs_life_is_refused(world, clerk):
    gone = make.organ("Ban Đã Hết", OrganKind.COMMITTEE, council=world.council, field=CommitteeField.URBAN,
                      valid_from=date(2025, 7, 1), valid_to=date(2026, 1, 1))  # fmt: skip

    for start in (date(2025, 6, 1), date(2026, 2, 1)):
        with pytest.raises(Invalid):
            appoint(clerk, make.person("Hồ Thị Lan"), gone, Role.COMMITTEE_MEMBER, valid_from=start)


def test_who_may_appoint(world, clerk, chair, delegate, auditor, stranger, upper_office, agency_officer, administrator):
    for actor in (clerk, chair):
        appoint(actor, make.person(f"Người của {actor.name}"), world.group, Role.DELEGATE)
    for actor in (delegate, auditor, stranger, upper_office, agency_officer, administrator):
        with pytest.raises(NotPermitted):
            appoint(actor, make.person("Hồ Thị Lan"), world.group, Role.DELEGATE)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.AUDITOR, Role.UPPER_OFFICE])
def test_system_roles_are_given_by_the_administrator_alone(world, clerk, administrator, role):
    person = make.person("Người Mới")
    with pytest.raises(NotPermitted, match="do quản trị hệ thống cử"):
        appoint(clerk, person, world.office, role)

    assert appoint(administrator, person, world.office, role).role == role


def test_administrator_appoints_the_first_clerk(world, administrator):
    assert appoint(administrator, make.person("Người Mới"), world.other_office, Role.CLERK).organ == world.other_office


def test_nobody_records_their_own_office(world, clerk, administrator):
    for actor, role in ((clerk, Role.DELEGATE), (administrator, Role.CLERK)):
        myself = Membership.objects.get(pk=actor.membership_id).person
        with pytest.raises(NotPermitted, match="cho chính mình"):
            appoint(actor, myself, world.council if role == Role.DELEGATE else world.office, role)


def test_end_keeps_the_row_with_its_date_and_reason(world, clerk):
    membership = make.office(world.group, Role.GROUP_HEAD, "Đỗ Hữu Tín")

    services.end_membership(membership=membership, on=TODAY, reason="chuyển công tác", actor=clerk, at=AT)

    membership.refresh_from_db()
    assert (membership.valid_to, membership.ended_because, membership.version) == (TODAY, "chuyển công tác", 2)
    with pytest.raises(NotPermitted, match="đã có ngày thôi giữ"):
        services.end_membership(membership=membership, on=TODAY, reason="lần nữa", actor=clerk, at=AT)


@pytest.mark.parametrize(("on", "reason"), [(TODAY, " "), (date(2020, 1, 1), "nghỉ")])
def test_end_needs_a_reason_and_a_day_after_the_start(world, clerk, on, reason):
    membership = make.office(world.group, Role.GROUP_HEAD)

    with pytest.raises(Invalid):
        services.end_membership(membership=membership, on=on, reason=reason, actor=clerk, at=AT)


def test_edited_dates_leave_the_old_ones_in_the_journal(world, clerk):
    membership = make.office(world.group, Role.GROUP_HEAD)
    new = {"valid_from": date(2025, 8, 1), "valid_to": None, "reason": "ghi nhầm ngày"}

    services.edit_membership(membership=membership, actor=clerk, at=AT, version=1, **new)

    assert Entry.objects.get().changes["từ ngày"] == "01/07/2025 → 01/08/2025"
    with pytest.raises(Conflict):
        services.edit_membership(membership=membership, actor=clerk, at=AT, version=1, **new)


def test_editing_into_a_forbidden_pair_is_refused(world, clerk):
    person = make.person("Võ Thu Hà")
    appoint(clerk, person, world.department, Role.AGENCY_HEAD, valid_to=date(2026, 4, 30))
    later = appoint(clerk, person, world.committee, Role.COMMITTEE_HEAD, valid_from=date(2026, 5, 1))

    with pytest.raises(Invalid, match="Điều 29"):
        services.edit_membership(
            membership=later, valid_from=date(2026, 4, 1), valid_to=None, reason="sớm hơn", actor=clerk, at=AT
        )


def test_forbidden_for_does_not_find_the_row_itself(world, clerk):
    membership = appoint(clerk, make.person("Người Một"), world.standing, Role.CHAIR)

    assert selectors.forbidden_for(membership) == []
