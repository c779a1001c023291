import pytest
from django.urls import reverse

from nghitruong.audit import selectors as journal
from nghitruong.audit import services as audit
from nghitruong.audit.models import Entry
from nghitruong.base.subjects import Subject
from tests.factories import AT


@pytest.fixture
def lines(clerk, chair, world):
    audit.record(deed="office.act", subject=world.council, actor=clerk, at=AT, changes={"valid_from": AT.date()})
    audit.record(deed="account.create", subject=world.office, actor=chair, at=AT.replace(day=9))
    return list(Entry.objects.order_by("seq"))


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({}, ["account.create", "office.act"]),
        ({"deed": "office.act"}, ["office.act"]),
        ({"who": "Nhung"}, ["account.create"]),
        ({"label": "Văn phòng"}, ["account.create"]),
        ({"kind": "organisation.organ"}, ["account.create", "office.act"]),
        ({"begins_on": "2026-03-09"}, ["account.create"]),
        ({"ends_on": "02/03/2026"}, ["office.act"]),
        ({"begins_on": "hôm qua"}, ["account.create", "office.act"]),
    ],
)
def test_auditor_reads_and_narrows_the_journal(lines, auditor, signed_in, query, shown):
    page = signed_in(auditor).get(reverse("audit:journal"), query)

    assert [entry.deed for entry in page.context["page"]] == shown


@pytest.mark.parametrize("who", ["clerk", "chair", "administrator", "agency_officer"])
def test_others_do_not_read_the_journal(who, request, signed_in):
    client = signed_in(request.getfixturevalue(who))

    assert client.get(reverse("audit:journal")).status_code == 403
    assert client.post(reverse("audit:verify")).status_code == 403


def test_auditor_verifies_the_chain(lines, auditor, signed_in):
    page = signed_in(auditor).post(reverse("audit:verify")).content.decode()

    assert "Nhật ký nguyên vẹn" in page


def test_history_puts_changes_in_words(lines, world):
    line = journal.history(Subject.of(world.council))[0]

    assert (line.who, line.deed) == ("Lê Minh Thư", "đổi tư cách làm việc")
    assert line.changes == [("có từ ngày", "02/03/2026")]


def test_history_opens_to_who_sees_the_record_and_to_the_auditor(lines, world, clerk, auditor, signed_in):
    url = reverse("audit:history", args=["organisation.organ", world.council.pk])

    assert signed_in(clerk).get(url).status_code == 200
    assert signed_in(auditor).get(url).status_code == 200


def test_history_of_what_one_may_not_see_is_not_found(administrator, clerk, signed_in):
    url = reverse("audit:history", args=["accounts.user", administrator.user_id])
    unknown = reverse("audit:history", args=["khong.co", 1])

    assert signed_in(clerk).get(url).status_code == 404
    assert signed_in(clerk).get(unknown).status_code == 404


def test_journal_costs_the_same_for_many(lines, auditor, signed_in, clerk, world, django_assert_max_num_queries):
    for _ in range(40):
        audit.record(deed="office.act", subject=world.council, actor=clerk, at=AT)
    client = signed_in(auditor)
    with django_assert_max_num_queries(12):
        assert client.get(reverse("audit:journal")).status_code == 200
