"""Issuing: one notice to n organs is n debts, each with its own life."""

from __future__ import annotations

import datetime as dt

import pytest

from nghitruong.base.errors import Conflict, Invalid, NotPermitted
from nghitruong.base.subjects import Subject
from nghitruong.coordination import policies
from nghitruong.coordination import services as coordination
from nghitruong.coordination.enums import NoticeState, TaskKind
from nghitruong.coordination.services import Asked
from nghitruong.documents.enums import PaperKind
from nghitruong.documents.models import Document, Paper
from nghitruong.notices.models import Notice
from nghitruong.obligations import services as ledger
from nghitruong.obligations.enums import Nature, State
from nghitruong.obligations.models import Obligation
from nghitruong.organisation.models import Membership
from tests.coordination.conftest import DUE, NUMBER
from tests.factories import AT, TODAY


def issue(notice, actor, **values):
    given = {"version": notice.version, "signer": Membership.objects.get(title="Phó Chánh Văn phòng")}
    return coordination.issue_conclusion(notice=notice, actor=actor, at=AT, **(given | values))


def test_each_named_organ_gets_its_own_debt(world, issued):
    owed = set(Obligation.objects.values_list("debtor", "creditor", "nature", "due_on"))

    assert (issued.state, issued.number) == (NoticeState.ISSUED, NUMBER)
    assert owed == {
        (world.department.pk, world.standing.pk, Nature.TASK, DUE),
        (world.front.pk, world.department.pk, Nature.COORDINATION, DUE),
        (world.peoples_committee.pk, world.standing.pk, Nature.TASK, None),
        (world.department.pk, world.standing.pk, Nature.TASK, None),
    }


def test_a_stated_date_cites_the_notice_and_none_is_invented(world, shares):
    dated, undated = shares(world.department).obligation, shares(world.department, 2).obligation

    assert dated.due_basis == "Thông báo số 01/TB-HĐND ngày 22/02/2026: «trước ngày 22/3/2026»"
    assert (undated.due_on, undated.due_basis) == (None, "")


def test_the_states_of_the_organs_are_independent(world, clerk, shares):
    one, other = shares(world.department, 2).obligation, shares(world.peoples_committee, 2).obligation
    reported = ledger.fulfil(obligation=one, evidence="Đã gửi", on=TODAY, actor=clerk, at=AT)
    ledger.accept(obligation=reported, evidence="", on=TODAY, actor=clerk, at=AT)

    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.state, other.state) == (State.ACCEPTED, State.OPEN)


def test_a_proposal_is_owed_by_nobody(issued):
    assert not Obligation.objects.filter(what__contains="bồi dưỡng").exists()


def test_what_a_body_asks_of_itself_it_owes_the_council(world, clerk, signer):
    notice = coordination.draft_conclusion(
        council=world.council, organ=world.standing, title="Kết luận", held_on=TODAY, actor=clerk, at=AT,
        tasks=[Asked("Thường trực", "Tổ chức tập huấn", [world.standing])],
    )  # fmt: skip
    issue(notice, clerk)

    assert Obligation.objects.get().creditor == world.council


def test_everybody_named_is_told_and_sent_the_notice(world, issued):
    told = set(Notice.objects.values_list("organ", flat=True))

    assert {each.organ for each in issued.recipients.all()} == {
        world.committee,
        world.department,
        world.front,
        world.peoples_committee,
    }
    assert {world.committee.pk, world.department.pk, world.front.pk, world.peoples_committee.pk} <= told


def test_the_register_gives_number_and_day_and_both_point_at_each_other(world, clerk, draft, signer):
    written = []

    def write(notice):
        written.append(f"{notice.number}, {notice.issued_on:%d/%m/%Y}, {notice.capacity} {notice.signer}")
        return "thong-bao.txt", b"x"

    notice = issue(draft, clerk, write=write)
    paper = Paper.objects.get()

    assert written == ["01/TB-HĐND, 02/03/2026, TL_KT Lê Văn Ký"]
    assert (notice.paper, notice.number, notice.issued_on) == (paper, NUMBER, TODAY)
    assert (paper.organ, paper.kind, paper.signer) == (world.standing, PaperKind.NOTICE, signer)
    assert Subject(paper.subject_kind, paper.subject_id) == Subject.of(notice)
    assert {each.organ for each in paper.deliveries.all()} == {each.organ for each in notice.recipients.all()}
    assert set(Document.objects.values_list("subject_kind", "number")) == {
        ("documents.paper", NUMBER), ("coordination.conclusionnotice", NUMBER)
    }  # fmt: skip


def test_numbers_follow_one_another_without_a_gap_over_what_is_refused(world, clerk, draft, signer, stranger):
    with pytest.raises(Invalid):
        issue(draft, clerk, signer=Membership.objects.get(pk=stranger.membership_id))
    other = coordination.draft_conclusion(
        council=world.council, organ=world.standing, title="Kết luận khác", held_on=TODAY, actor=clerk, at=AT,
        tasks=[Asked("Phòng Kinh tế", "Họp", [world.department])],
    )  # fmt: skip

    assert [issue(each, clerk).number for each in (draft, other)] == ["01/TB-HĐND", "02/TB-HĐND"]


def test_issue_refuses_what_is_not_ready(world, clerk, draft, signer):
    ahead = coordination.draft_conclusion(
        council=world.council, organ=world.standing, title="Kết luận", held_on=TODAY + dt.timedelta(days=1),
        recipients=[world.front], actor=clerk, at=AT,
    )  # fmt: skip
    with pytest.raises(Invalid, match="ngày họp"):
        issue(ahead, clerk)
    with pytest.raises(Conflict):
        issue(draft, clerk, version=draft.version + 1)


def test_issue_refuses_a_task_nobody_has_and_a_notice_nobody_gets(world, clerk, draft):
    coordination.add_task(notice=draft, asked=Asked("Ban nào đó", "Làm gì đó"), actor=clerk, at=AT)
    draft.refresh_from_db()
    with pytest.raises(Invalid, match="chưa rõ cơ quan"):
        issue(draft, clerk)

    for_nobody = coordination.draft_conclusion(
        council=world.council, organ=world.standing, title="Kết luận", held_on=TODAY, actor=clerk, at=AT
    )
    with pytest.raises(NotPermitted, match="nơi nhận"):
        issue(for_nobody, clerk)


@pytest.mark.parametrize(
    ("values", "allowed"),
    [
        ({}, False),
        ({"recipients_text": "- ;\n"}, False),
        ({"tasks": [Asked("HĐND tỉnh", "Đề nghị bố trí vốn", kind=TaskKind.PROPOSAL)]}, False),
        ({"recipients_text": "- Các khu phố;"}, True),
        ({"recipients": ["front"]}, True),
        ({"tasks": ["department"]}, True),
    ],
)
def test_a_draft_says_before_whether_anybody_gets_it(world, clerk, values, allowed):
    named = {"recipients": lambda name: getattr(world, name), "tasks": lambda name: _task(world, name)}
    given = {
        key: value
        if isinstance(value, str)
        else [named[key](each) if isinstance(each, str) else each for each in value]
        for key, value in values.items()
    }
    notice = coordination.draft_conclusion(
        council=world.council, organ=world.standing, title="Kết luận", held_on=TODAY, actor=clerk, at=AT, **given
    )

    assert bool(policies.can_issue_conclusion(clerk, notice)) == allowed


def _task(world, name):
    return Asked("Phòng Kinh tế", "Báo cáo", [getattr(world, name)])


@pytest.mark.parametrize("who", ["delegate", "committee_head", "agency_officer", "upper_office", "auditor", "stranger"])
def test_issuing_is_the_offices_work(request, draft, who):
    with pytest.raises(NotPermitted):
        issue(draft, request.getfixturevalue(who))
    assert not Obligation.objects.exists()
