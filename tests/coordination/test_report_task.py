"""An organ says how far it is."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.coordination import services as coordination
from nghitruong.documents import services as documents
from nghitruong.obligations import services as ledger
from nghitruong.obligations.enums import State
from nghitruong.organisation.enums import Role
from tests import factories as make
from tests.factories import AT, TODAY


def report(share, actor, percent=40, **values):
    given = {"words": "Đã khảo sát 3 tuyến", "on": TODAY}
    return coordination.report_task(assignment=share, percent=percent, actor=actor, at=AT, **(given | values))


def test_a_report_keeps_percent_words_and_paper_and_is_a_receipt(world, agency_officer, issued, shares):
    paper = documents.store(name="anh.txt", content=b"bien ban", actor=agency_officer, at=AT)
    told = report(shares(world.department), agency_officer, file=paper)

    share = shares(world.department)
    assert (told.percent, share.percent, told.document.file) == (40, 40, paper)
    assert share.obligation.state == State.OPEN
    assert issued.recipients.get(organ=world.department).received_at == AT


def test_done_is_reported_to_the_ledger_and_waits_for_acceptance(world, agency_officer, clerk, shares):
    report(shares(world.department), agency_officer, is_done=True)

    owed = shares(world.department).obligation
    assert (owed.state, owed.evidence) == (State.FULFILLED, "Đã khảo sát 3 tuyến")

    ledger.refuse(obligation=owed, reason="Thiếu số liệu", on=TODAY, actor=clerk, at=AT)
    report(shares(world.department), agency_officer, is_done=True, words="Đã bổ sung")
    assert shares(world.department).obligation.state == State.FULFILLED
    assert shares(world.department).reports.count() == 2


@pytest.mark.parametrize(
    "values",
    [{"words": " "}, {"percent": 101}, {"on": TODAY + dt.timedelta(days=1)}, {"on": TODAY - dt.timedelta(days=9)}],
)
def test_report_refuses_what_cannot_be(world, agency_officer, shares, values):
    with pytest.raises(Invalid):
        report(shares(world.department), agency_officer, **values)


def test_only_the_organ_or_the_office_reports(world, agency_officer, clerk, delegate, front_officer, shares):
    for actor in (delegate, front_officer):
        with pytest.raises(NotPermitted):
            report(shares(world.department), actor)
    with pytest.raises(NotPermitted):
        report(shares(world.peoples_committee, 2), agency_officer)
    report(shares(world.department), clerk)


def test_nothing_is_reported_on_what_was_accepted(world, agency_officer, clerk, shares):
    report(shares(world.department), agency_officer, is_done=True)
    owed = shares(world.department).obligation
    ledger.accept(obligation=owed, evidence="", on=TODAY, actor=clerk, at=AT)

    with pytest.raises(NotPermitted):
        report(shares(world.department), agency_officer)


def hand_over(obligation, debtor, actor):
    return ledger.reassign(
        obligation=obligation, debtor=debtor, reason="Sáp nhập đầu mối", on=TODAY, actor=actor, at=AT
    )  # fmt: skip


def test_a_share_goes_with_the_debt_that_the_ledger_hands_over(world, clerk, issued, shares, signed_in):
    share = shares(world.department, 1)
    hand_over(share.obligation, world.peoples_committee, clerk)
    heir = make.actor(world.peoples_committee, Role.PC_CHAIR, "Chủ tịch mới")

    share.refresh_from_db()

    assert share.organ == world.peoples_committee
    assert issued.recipients.filter(organ=world.peoples_committee).exists()
    assert signed_in(heir).get(reverse("coordination:report_task", args=[share.pk])).status_code == 200


def test_a_share_is_not_handed_to_whom_the_notice_gave_the_same_task(world, clerk, issued, shares):
    share = shares(world.department, 2)

    with pytest.raises(Invalid, match="đã được giao việc này"):
        hand_over(share.obligation, world.peoples_committee, clerk)

    share.obligation.refresh_from_db()
    assert share.obligation.debtor == world.department
