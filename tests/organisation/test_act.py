import datetime as dt

from django.urls import reverse

from nghitruong.accounts.models import User
from nghitruong.audit.models import Entry
from nghitruong.organisation.enums import Role
from nghitruong.organisation.models import Membership, Person
from tests import factories as make


def second_office(actor, organ, **values):
    values.setdefault("valid_from", dt.date(2025, 8, 1))
    return Membership.objects.create(
        person=Person.objects.get(user_id=actor.user_id), organ=organ, role=Role.AUDITOR, **values
    )


def test_act_changes_the_office_and_is_journaled(world, clerk, signed_in):
    other = second_office(clerk, world.office)
    client = signed_in(clerk)
    client.post(reverse("organisation:act"), {"membership": clerk.membership_id})

    answer = client.post(reverse("organisation:act"), {"membership": other.pk, "next": "/nhat-ky/"})

    assert (answer.status_code, answer["Location"]) == (302, "/nhat-ky/")
    assert client.get("/nhat-ky/").status_code == 200
    line = Entry.objects.filter(deed="office.act").first()
    assert (line.membership_id, line.changes) == (other.pk, {"trước đó": clerk.office})


def test_act_takes_nobody_elses_office(world, clerk, chair, signed_in):
    answer = signed_in(clerk).post(reverse("organisation:act"), {"membership": chair.membership_id})

    assert answer.status_code == 403
    assert not Entry.objects.filter(deed="office.act").exists()


def test_act_takes_no_ended_office(world, clerk, signed_in):
    ended = second_office(clerk, world.office, valid_to=dt.date(2026, 1, 31))

    assert signed_in(clerk).post(reverse("organisation:act"), {"membership": ended.pk}).status_code == 403


def test_account_without_an_office_is_told_who_can_help(db, client):
    user = make.user("khong.vai")
    client.force_login(User.objects.get(pk=user.pk))

    answer = client.get("/nhat-ky/")

    assert answer.status_code == 403
    assert "chưa giữ chức vụ nào" in answer.content.decode()
