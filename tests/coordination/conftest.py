"""A conference of the ward with its notice: drafted, and issued."""

from __future__ import annotations

import datetime as dt

import pytest

from nghitruong.coordination import services as coordination
from nghitruong.coordination.enums import TaskKind
from nghitruong.coordination.services import Asked, Signing
from nghitruong.meetings.enums import MeetingKind
from nghitruong.organisation.enums import Role
from tests import factories as make
from tests.factories import AT, TODAY

HELD = TODAY - dt.timedelta(days=10)
DUE = TODAY + dt.timedelta(days=20)
NUMBER = "01/TB-HĐND"
"""The first the register gives."""


@pytest.fixture
def conference(world):
    return make.meeting(
        world.council, kind=MeetingKind.BRIEFING, title="Hội nghị giao ban mẫu", starts_at=AT - dt.timedelta(days=10)
    )


@pytest.fixture
def asked(world):
    """Two organs named, one of them helped, one without a date, and a proposal upward."""
    return (
        Asked(
            addressee="Phòng Kinh tế",
            what="Báo cáo tiến độ các công trình thoát nước",
            organs=[world.department],
            cooperating=[world.front],
            section="2.1",
            due_on=DUE,
            due_words="trước ngày 22/3/2026",
        ),
        Asked(
            addressee="UBND phường và Phòng Kinh tế",
            what="Gửi tài liệu trình kỳ họp đúng thời hạn",
            organs=[world.peoples_committee, world.department],
            kind=TaskKind.ANSWER,
        ),
        Asked(addressee="HĐND tỉnh", what="Đề nghị tổ chức lớp bồi dưỡng kỹ năng", kind=TaskKind.PROPOSAL, section="3"),
    )


@pytest.fixture
def signer(world):
    """The office that signs by order of the Standing Committee, for its head."""
    return make.office(world.office, Role.CLERK, "Lê Văn Ký", title="Phó Chánh Văn phòng")


@pytest.fixture
def draft(world, clerk, conference, asked, signer):
    return coordination.draft_conclusion(
        council=world.council,
        organ=world.standing,
        title="Kết luận của Thường trực HĐND phường tại hội nghị giao ban mẫu",
        held_on=HELD,
        meeting=conference,
        results="Đã tổ chức 3 cuộc giám sát.",
        limitations="Tài liệu gửi còn chậm.",
        tasks=asked,
        recipients=[world.committee],
        signing=Signing(signer),
        actor=clerk,
        at=AT,
    )


@pytest.fixture
def issued(draft, clerk, signer):
    return coordination.issue_conclusion(
        notice=draft, version=draft.version, signer=signer, actor=clerk, at=AT - dt.timedelta(days=8)
    )


@pytest.fixture
def shares(issued):
    """Return a function: the share of an organ in the task at a place."""
    from nghitruong.coordination.models import Assignment

    def share(organ, place=1):
        rows = Assignment.objects.select_related("task__notice", "organ", "obligation")
        return rows.get(task__notice=issued, task__position=place, organ=organ)

    return share
