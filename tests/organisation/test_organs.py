"""Organs, terms and people: added, corrected, ended, succeeded."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Conflict, Invalid, NotPermitted
from nghitruong.organisation import services
from nghitruong.organisation.enums import OrganKind, Role
from nghitruong.organisation.models import Membership, Organ, Term
from tests import factories as make
from tests.factories import AT, TODAY


def test_added_organ_is_found_folded_and_journaled(world, clerk):
    made = services.add_organ(
        council=world.council, kind=OrganKind.GROUP, name="  Tổ đại biểu  số 2 ", actor=clerk, at=AT
    )

    assert (made.name, made.folded, made.unit) == ("Tổ đại biểu số 2", "to dai bieu so 2", world.ward)
    assert Entry.objects.get().deed == "organ.add"


def test_second_organ_of_the_same_name_is_refused(world, clerk):
    with pytest.raises(Invalid, match="đã có"):
        services.add_organ(
            council=world.council, kind=OrganKind.DEPARTMENT, name=world.department.name, actor=clerk, at=AT
        )


def test_edit_keeps_both_wordings_in_the_journal(world, clerk):
    services.edit_organ(organ=world.group, values={"short_name": "Tổ 1"}, actor=clerk, at=AT, version=1)
    services.edit_organ(organ=world.group, values={"short_name": "Tổ Một"}, actor=clerk, at=AT, version=2)

    assert Entry.objects.first().changes == {"tên gọi tắt": "Tổ 1 → Tổ Một"}
    with pytest.raises(Conflict):
        services.edit_organ(organ=world.group, values={"short_name": "Tổ Hai"}, actor=clerk, at=AT, version=2)


def test_edit_refuses_what_is_no_correction(world, clerk):
    with pytest.raises(Invalid):
        services.edit_organ(organ=world.group, values={"council": world.other_council}, actor=clerk, at=AT)


def test_ending_an_organ_ends_its_offices(world, clerk):
    membership = make.office(world.group, Role.GROUP_HEAD)

    services.end_organ(organ=world.group, on=TODAY, basis="Nghị quyết 05/NQ-HĐND", actor=clerk, at=AT)

    membership.refresh_from_db()
    assert (membership.valid_to, "Nghị quyết 05/NQ-HĐND" in membership.ended_because) == (TODAY, True)
    assert [entry.deed for entry in Entry.objects.order_by("seq")] == ["organ.end", "membership.end"]


def test_ending_a_council_ends_all_that_is_its_own(world, clerk):
    term = make.term(world.council, starts_on=date(2025, 7, 1))

    services.end_organ(organ=world.council, on=TODAY, basis="Luật", actor=clerk, at=AT)

    assert not Organ.objects.filter(council=world.council, valid_to__isnull=True).exists()
    assert Term.objects.get(pk=term.pk).ends_on == TODAY
    assert not Membership.objects.filter(organ__council=world.council, valid_to__isnull=True).exists()
    assert Organ.objects.get(pk=world.other_office.pk).valid_to is None


def test_end_is_refused_before_a_later_office(world, clerk):
    make.office(world.group, Role.GROUP_HEAD, valid_from=date(2026, 5, 1))

    with pytest.raises(Invalid, match="bắt đầu sau"):
        services.end_organ(organ=world.group, on=TODAY, basis="x", actor=clerk, at=AT)


def test_succession_is_recorded_once_and_never_in_a_circle(world, clerk):
    gone = make.organ("Phòng Cũ", council=world.council)
    services.succeed_organ(organ=world.department, predecessors=[gone], basis="QĐ 1", actor=clerk, at=AT)

    assert list(world.department.predecessors.all()) == [gone]
    for organ, before in ((gone, world.department), (gone, gone)):
        with pytest.raises(Invalid, match="đứng sau"):
            services.succeed_organ(organ=organ, predecessors=[before], basis="x", actor=clerk, at=AT)
    with pytest.raises(Invalid, match="chỉ kế thừa"):
        services.succeed_organ(organ=gone, predecessors=[world.other_council], basis="x", actor=clerk, at=AT)


def test_organs_of_another_council_are_not_taken_over(world, clerk):
    foreign = make.organ("Phòng Kinh tế xã Bên", council=world.other_council)

    with pytest.raises(NotPermitted, match="không thuộc Hội đồng"):
        services.succeed_organ(organ=world.department, predecessors=[foreign], basis="x", actor=clerk, at=AT)

    assert not world.department.predecessors.exists()


def test_succession_of_councils_is_the_administrators(world, clerk, administrator):
    deed = {"organ": world.council, "predecessors": [world.other_council], "basis": "NQ", "at": AT}
    with pytest.raises(NotPermitted):
        services.succeed_organ(actor=clerk, **deed)

    services.succeed_organ(actor=administrator, **deed)


def test_only_keepers_of_the_council_keep_its_organs(world, delegate, stranger, upper_office, auditor, agency_officer):
    for actor in (delegate, stranger, upper_office, auditor, agency_officer):
        with pytest.raises(NotPermitted):
            services.add_organ(council=world.council, kind=OrganKind.GROUP, name="Tổ 9", actor=actor, at=AT)
        with pytest.raises(NotPermitted):
            services.end_organ(organ=world.group, on=TODAY, basis="x", actor=actor, at=AT)


def open_term(world, clerk, **values):
    values = {"starts_on": date(2026, 3, 25), "years": "2026-2031"} | values
    return services.open_term(council=world.council, actor=clerk, at=AT, **values)


def test_opened_term_takes_its_number_from_the_law(world, clerk):
    old = make.organ("HĐND phường Mẫu cũ", OrganKind.COUNCIL, unit=make.unit("Phường Mẫu"))
    make.term(old, number=12, years="2021-2026", starts_on=date(2021, 6, 1))
    world.council.predecessors.add(old)

    term = open_term(world, clerk, seats=25)

    assert (term.number, str(term)) == (13, "khóa XIII, nhiệm kỳ 2026-2031")
    assert "Điều 49 khoản 1" in term.number_basis


def test_another_number_needs_its_basis(world, clerk):
    with pytest.raises(Invalid, match="Điều 49"):
        open_term(world, clerk, number=5)

    assert open_term(world, clerk, number=5, number_basis="Nghị quyết 1/NQ-HĐND").number == 5


@pytest.mark.parametrize("values", [{"years": "2026"}, {"years": "2031-2026"}, {}])
def test_term_is_refused(world, clerk, values):
    if not values:
        make.term(world.council, starts_on=date(2025, 7, 1))

    with pytest.raises(Invalid):
        open_term(world, clerk, **values)


def test_ended_term_ends_the_offices_held_for_it(world, clerk):
    term = open_term(world, clerk)
    membership = make.office(world.council, Role.DELEGATE, term=term, valid_from=term.starts_on)

    services.end_term(term=term, on=date(2031, 3, 1), actor=clerk, at=AT)

    membership.refresh_from_db()
    assert (membership.valid_to, membership.ended_because) == (date(2031, 3, 1), "hết nhiệm kỳ")


def test_person_is_indexed_by_given_name_and_private_facts_stay_out_of_the_journal(world, clerk):
    person = services.add_person(
        name="Đinh Văn Ất", born_on=date(1980, 2, 1), ethnicity="Hrê", phone="0900", actor=clerk, at=AT
    )

    assert (person.folded, person.is_minority, person.born_in) == ("dinh van at", True, 1980)
    assert "0900" not in str(Entry.objects.get().changes)
    assert "1980" not in str(Entry.objects.get().changes)


@pytest.mark.parametrize("values", [{"name": " "}, {"name": "Hồ Lan", "born_on": date(2030, 1, 1)}])
def test_person_is_refused(world, clerk, values):
    with pytest.raises(Invalid):
        services.add_person(actor=clerk, at=AT, **values)


def test_persons_of_another_council_are_kept_there(world, clerk, stranger):
    person = make.office(world.group, Role.GROUP_HEAD).person

    with pytest.raises(NotPermitted):
        services.edit_person(person=person, values={"phone": "1"}, actor=stranger, at=AT)
    assert services.edit_person(person=person, values={"phone": "1"}, actor=clerk, at=AT, version=1).phone == "1"


def test_accounts_are_tied_by_the_administrator_to_one_person(world, clerk, administrator):
    person, account = make.person("Hồ Thị Lan"), make.user()
    with pytest.raises(NotPermitted):
        services.link_person(person=person, user=account, actor=clerk, at=AT)
    services.link_person(person=person, user=account, actor=administrator, at=AT)

    with pytest.raises(Invalid, match="người khác"):
        services.link_person(person=make.person("Hồ Hai"), user=account, actor=administrator, at=AT)


@pytest.mark.parametrize(
    "broken",
    [
        lambda w: Organ.objects.create(kind=OrganKind.COMMITTEE, name="Ban", field=""),
        lambda w: Organ.objects.create(kind=OrganKind.OTHER, name="X", valid_from=date(2026, 2, 1), valid_to=date(2026, 1, 1)),
        lambda w: make.term(w.council, ends_on=date(2020, 1, 1)),
        lambda w: [make.term(w.council), make.term(w.council)],
        lambda w: make.office(w.group, Role.GROUP_HEAD, valid_to=date(2020, 1, 1)),
    ],
)  # fmt: skip
def test_the_database_keeps_the_invariants(world, broken):
    with pytest.raises(IntegrityError), transaction.atomic():
        broken(world)
