"""Pages: who sees what, verdicts where buttons would be, and as many statements for one row as for many."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nghitruong.base.actor import Actor
from nghitruong.organisation import services
from nghitruong.organisation.enums import OrganKind, Role
from nghitruong.organisation.models import Membership, Organ, Person
from tests import factories as make

MOST = 12


def statements(client, url):
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as told:
        assert client.get(url).status_code == 200
    return len(told)


@pytest.fixture
def pages(world):
    """Addresses of every page that shows something of this ward's council."""
    term = make.term(world.council)
    person = make.office(world.group, Role.GROUP_HEAD, "Đỗ Hữu Tín", term=term).person
    named = {
        "councils": [], "people": [], "powers": [], "council": [world.council.pk], "delegates": [world.council.pk],
        "organ": [world.group.pk], "term": [term.pk], "person": [person.pk],
    }  # fmt: skip
    return {name: reverse(f"organisation:{name}", args=args) for name, args in named.items()}


def test_every_office_sees_the_structure(pages, signed_in, clerk, delegate, agency_officer, stranger, auditor,
                                         administrator):  # fmt: skip
    for actor in (clerk, delegate, agency_officer, stranger, auditor, administrator):
        client = signed_in(actor)
        assert {name: client.get(url).status_code for name, url in pages.items()} == dict.fromkeys(pages, 200)


def test_an_account_without_office_sees_no_organ(pages, client, world):
    client.force_login(make.user(), backend="django.contrib.auth.backends.ModelBackend")

    assert {name: client.get(url).status_code for name, url in pages.items()} == dict.fromkeys(pages, 403)
    assert not Organ.objects.visible_to(Actor(user_id=1, name="Chưa giữ chức vụ nào")).exists()


def test_pages_cost_the_same_for_one_and_for_many(pages, signed_in, world, clerk):
    client = signed_in(clerk)
    before = {name: statements(client, url) for name, url in pages.items()}
    for number in range(8):
        make.office(world.group, Role.DELEGATE, f"Người Thứ {number}", valid_from=date(2026, 1, 1))
        make.office(world.council, Role.DELEGATE, f"Đại Biểu {number}")
        make.organ(f"Hội đồng nhân dân xã {number}", OrganKind.COUNCIL, unit=make.unit(f"Xã {number}"))
        make.term(world.council, starts_on=date(2000 + number, 1, 1), years=f"{2000 + number}-{2001 + number}")

    after = {name: statements(client, url) for name, url in pages.items()}

    assert after == before
    assert max(before.values()) <= MOST, before


def test_persons_page_costs_the_same_for_one_and_for_many(world, signed_in, clerk):
    person = make.office(world.group, Role.GROUP_HEAD, "Đỗ Hữu Tín").person
    client, url = signed_in(clerk), reverse("organisation:person", args=[person.pk])
    before = statements(client, url)
    for year in range(2010, 2018):
        Membership.objects.create(
            person=person, organ=world.council, role=Role.DELEGATE, valid_from=date(year, 1, 1),
            valid_to=date(year, 12, 31),
        )  # fmt: skip

    assert statements(client, url) == before <= MOST


def test_private_facts_are_shown_to_those_who_keep_the_record(world, signed_in, clerk, stranger):
    membership = make.office(world.group, Role.GROUP_HEAD, "Đỗ Hữu Tín")
    Person.objects.filter(pk=membership.person_id).update(born_on=date(1971, 3, 9), phone="0900 000 001")
    url = reverse("organisation:person", args=[membership.person_id])

    own, foreign = (signed_in(actor).get(url).content.decode() for actor in (clerk, stranger))

    assert ("09/03/1971" in own, "0900 000 001" in own) == (True, True)
    assert ("09/03/1971" in foreign, "0900 000 001" in foreign) == (False, False)


def test_delegates_by_given_name_and_by_group(world, signed_in, clerk):
    for name, female in (("Trần Văn Út", False), ("Lê Thị Ánh", True), ("Đỗ Văn Bình", False)):
        membership = make.office(world.council, Role.DELEGATE, name)
        key = {"Trần Văn Út": "3", "Lê Thị Ánh": "1", "Đỗ Văn Bình": "2"}[name]
        Person.objects.filter(pk=membership.person_id).update(is_female=female, sort_key=key)
    url = reverse("organisation:delegates", args=[world.council.pk])

    everybody, women = (signed_in(clerk).get(url, {"loc": group}).context["rows"] for group in ("", "nu"))

    assert [each.person.name for each in everybody] == ["Lê Thị Ánh", "Đỗ Văn Bình", "Trần Văn Út"]
    assert [each.person.name for each in women] == ["Lê Thị Ánh"]


def test_council_as_it_stood_on_a_day(world, signed_in, clerk):
    make.office(world.council, Role.DELEGATE, "Người Cũ", valid_to=date(2025, 12, 31))
    make.office(world.council, Role.DELEGATE, "Người Mới", valid_from=date(2026, 1, 1))
    url = reverse("organisation:council", args=[world.council.pk])

    def names(day):
        return [each.person.name for each in signed_in(clerk).get(url, {"ngay": day}).context["delegates"]]

    assert (names("31/12/2025"), names("1/1/2026")) == (["Người Cũ"], ["Người Mới"])


def test_ended_councils_are_found_by_their_era(world, signed_in, clerk):
    gone = make.organ("HĐND thị xã Cũ", OrganKind.COUNCIL, valid_to=date(2025, 6, 30))
    client, url = signed_in(clerk), reverse("organisation:councils")

    def listed(**query):
        return gone in client.get(url, query).context["rows"]

    assert (listed(), listed(ngay="1/6/2025"), listed(**{"thoi-ky": "ended"}), listed(**{"thoi-ky": "all"})) == (
        False, True, True, True,
    )  # fmt: skip


def test_appoint_posts_and_redirects_with_a_message(world, signed_in, clerk):
    url = reverse("organisation:appoint", args=[world.group.pk])

    answer = signed_in(clerk).post(
        url, {"name": "Đỗ Hữu Tín", "role": Role.GROUP_HEAD, "valid_from": "25/3/2026"}, follow=True
    )

    membership = Membership.objects.get(organ=world.group)
    assert (membership.person.name, membership.valid_from) == ("Đỗ Hữu Tín", date(2026, 3, 25))
    assert "Đã ghi Đỗ Hữu Tín giữ chức vụ" in answer.content.decode()


def test_refused_appointment_keeps_what_was_typed_and_adds_nobody(world, signed_in, clerk):
    make.office(world.standing, Role.CHAIR, "Chủ Tịch Cũ")
    url = reverse("organisation:appoint", args=[world.standing.pk])

    answer = signed_in(clerk).post(url, {"name": "Chủ Tịch Hai", "role": Role.CHAIR, "valid_from": "25/3/2026"})

    assert "đang giữ chức vụ" in answer.content.decode()
    assert "Chủ Tịch Hai" in answer.content.decode()
    assert not Person.objects.filter(name="Chủ Tịch Hai").exists()


def test_forms_show_the_reason_to_those_who_may_not(world, signed_in, delegate):
    membership = make.office(world.group, Role.GROUP_HEAD)
    term = make.term(world.council)
    pages = [
        ("add_organ", world.council.pk), ("open_term", world.council.pk), ("end_term", term.pk),
        ("edit_organ", world.group.pk), ("end_organ", world.group.pk), ("succeed_organ", world.group.pk),
        ("appoint", world.group.pk), ("edit_person", membership.person_id), ("link_person", membership.person_id),
        ("end_membership", membership.pk), ("edit_membership", membership.pk), ("import_roster", world.council.pk),
    ]  # fmt: skip
    client = signed_in(delegate)
    for name, pk in pages:
        answer = client.get(reverse(f"organisation:{name}", args=[pk]))
        assert (answer.status_code, "Vì sao" in answer.content.decode()) == (200, True), name


def test_second_editor_sees_both_versions(world, signed_in, clerk):
    url = reverse("organisation:edit_organ", args=[world.group.pk])
    Organ.objects.filter(pk=world.group.pk).update(name="Tên người khác vừa lưu", version=2)

    answer = signed_in(clerk).post(url, {"name": "Tên tôi gõ", "version": "1"}).content.decode()

    assert ("Tên người khác vừa lưu" in answer, "Tên tôi gõ" in answer) == (True, True)
    assert 'name="version" value="2"' in answer


def test_suggest_finds_old_names_without_accents(world, signed_in, clerk):
    make.organ("Phòng Quản lý đô thị thị xã Cũ", valid_to=date(2025, 6, 30), folded="phong quan ly do thi thi xa cu")
    url = reverse("organisation:suggest")

    found = signed_in(clerk).get(url, {"q": "quan ly do thi"}).json()["found"]

    assert [(each["name"], each["note"]) for each in found] == [
        ("Phòng Quản lý đô thị thị xã Cũ", "đã kết thúc ngày 30/06/2025")
    ]


def test_establish_from_the_page(world, signed_in, administrator):
    unit = make.unit("Phường Hai Mẫu", folded="phuong hai mau")
    client = signed_in(administrator)
    url = reverse("organisation:establish")

    answer = client.post(f"{url}?don-vi={unit.pk}", {"on": "1/7/2025", "groups": "2"}, follow=True)

    council = Organ.objects.get(kind=OrganKind.COUNCIL, unit=unit)
    assert f"Đã lập {council.name}" in answer.content.decode()
    assert council.organs.filter(kind=OrganKind.GROUP).count() == 2


def test_linked_account_comes_with_the_persons_offices(world, administrator, client):
    membership = make.office(world.group, Role.GROUP_HEAD, "Đỗ Hữu Tín")
    account = make.user()
    services.link_person(person=membership.person, user=account, actor=administrator, at=make.AT)
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")

    answer = client.get(reverse("organisation:powers"))

    assert answer.wsgi_request.actor.membership_id == membership.pk
