"""Drafting a notice of conclusion, by hand or out of a document."""

from __future__ import annotations

import datetime as dt

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.base.subjects import Subject
from nghitruong.coordination import services as coordination
from nghitruong.coordination.enums import Group, NoticeState, Part
from nghitruong.coordination.models import ConclusionNotice
from nghitruong.coordination.services import Asked
from nghitruong.documents import services as documents
from nghitruong.documents.enums import DocumentKind
from nghitruong.obligations.models import Obligation
from nghitruong.organisation.enums import OrganKind
from tests import factories as make
from tests.factories import AT, TODAY


def draft_of(world, actor, **values):
    given = {"council": world.council, "organ": world.standing, "title": "Kết luận mẫu", "held_on": TODAY}
    return coordination.draft_conclusion(**(given | values), actor=actor, at=AT)


def test_a_draft_keeps_what_was_asked_and_owes_nothing_yet(world, draft):
    first, second, proposal = draft.tasks.all()

    assert (draft.state, draft.version) == (NoticeState.DRAFT, 1)
    assert [(a.organ, a.part) for a in first.assignments.all()] == [
        (world.front, Part.HELPS),
        (world.department, Part.LEAD),
    ]
    assert second.assignments.count() == 2
    assert not proposal.assignments.exists()
    assert not Obligation.objects.exists()
    assert Entry.objects.get(deed="conclusion.draft").changes["nhiệm vụ"] == 3


def test_a_group_in_words_becomes_the_organs_of_the_territory_on_the_day(world, clerk):
    def below(name, **values):
        unit = make.unit(name, parent=world.ward, **values)
        return make.organ(f"Ủy ban nhân dân {name}", OrganKind.PEOPLES_COMMITTEE, unit=unit, **values)

    standing = {below("Xã Một"), below("Xã Hai")}
    below("Xã Đã Thôi", valid_from=None, valid_to=TODAY - dt.timedelta(days=1))

    task = draft_of(world, clerk, tasks=[Asked("UBND các xã, phường", "Rà soát hộ nghèo")]).tasks.get()

    assert task.group == Group.COMMUNE_COMMITTEES
    assert {each.organ for each in task.assignments.all()} == standing


def test_one_organ_is_found_by_its_name_and_nobody_is_guessed(world, clerk):
    tasks = [Asked("Ủy ban nhân dân phường Mẫu", "Gửi báo cáo"), Asked("Ban Chỉ đạo nào đó", "Họp")]
    named, unclear = draft_of(world, clerk, tasks=tasks).tasks.all()

    assert named.assignments.get().organ == world.peoples_committee
    assert not unclear.assignments.exists()


def test_what_was_read_keeps_its_words_and_place(world, clerk):
    source = documents.attach(
        subject=Subject.of(world.council), council=world.council, kind=DocumentKind.NOTICE, abstract="Bản quét",
        actor=clerk, at=AT,
    )  # fmt: skip
    asked = Asked("UBND", "Gửi báo cáo", [world.peoples_committee], quote="UBND gửi báo cáo", start=120, end=136)

    task = draft_of(world, clerk, tasks=[asked], document=source).tasks.get()

    assert (task.quote, task.start, task.end, task.source) == ("UBND gửi báo cáo", 120, 136, source)
    assert task.notice.meeting is None


def test_a_draft_needs_a_title_its_own_meeting_and_whole_tasks(world, clerk):
    with pytest.raises(Invalid, match="trích yếu"):
        draft_of(world, clerk, title=" ")
    with pytest.raises(Invalid, match="khác"):
        draft_of(world, clerk, meeting=make.meeting(world.other_council))
    with pytest.raises(Invalid, match="giao cho ai"):
        draft_of(world, clerk, tasks=[Asked(" ", "Họp")])


@pytest.mark.parametrize(
    "who",
    ["delegate", "committee_head", "agency_officer", "front_officer", "upper_office", "auditor", "administrator",
     "stranger"],
)  # fmt: skip
def test_drafting_is_the_offices_work(request, world, who):
    with pytest.raises(NotPermitted):
        draft_of(world, request.getfixturevalue(who))

    assert not ConclusionNotice.objects.exists()
