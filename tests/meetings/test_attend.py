"""Marking who came, all at once."""

from __future__ import annotations

import datetime as dt

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.meetings import selectors
from nghitruong.meetings import services as meetings
from nghitruong.meetings.enums import MeetingKind, Presence
from nghitruong.meetings.models import Attendance
from nghitruong.meetings.services import Mark
from tests import factories as make
from tests.factories import AT


def called(meeting, *names):
    return [Attendance.objects.create(meeting=meeting, guest=name) for name in names]


def test_attend_marks_everybody_in_one_journal_line(world, clerk):
    meeting = make.meeting(world.council)
    lan, tin, ha = called(meeting, "Lan", "Tín", "Hà")

    changed = meetings.attend(
        meeting=meeting,
        marks={lan.pk: Mark(Presence.PRESENT, "thừa"), tin.pk: Mark(Presence.EXCUSED, "ốm"), ha.pk: Mark("invited")},
        actor=clerk,
        at=AT,
    )

    assert changed == 2
    assert Entry.objects.get().changes == {"điểm danh": "Lan: có mặt; Tín: vắng có lý do (ốm)"}
    turnout = selectors.turnout([meeting.pk])
    assert (turnout.called, turnout.present, turnout.excused, turnout.absent, turnout.unmarked) == (3, 1, 1, 0, 1)
    lan.refresh_from_db()
    assert lan.reason == ""


def test_excused_absence_needs_a_reason(world, clerk):
    meeting = make.meeting(world.council)
    (lan,) = called(meeting, "Lan")

    with pytest.raises(Invalid, match="lý do vắng của Lan"):
        meetings.attend(meeting=meeting, marks={lan.pk: Mark(Presence.EXCUSED)}, actor=clerk, at=AT)


def test_nobody_is_present_before_the_day(world, clerk):
    meeting = make.meeting(world.council, starts_at=AT + dt.timedelta(days=1))
    (lan,) = called(meeting, "Lan")

    with pytest.raises(Invalid, match="Chưa tới ngày họp"):
        meetings.attend(meeting=meeting, marks={lan.pk: Mark(Presence.PRESENT)}, actor=clerk, at=AT)


def test_row_of_another_meeting_is_refused(world, clerk):
    (foreign,) = called(make.meeting(world.council), "Lan")

    with pytest.raises(Invalid):
        meetings.attend(
            meeting=make.meeting(world.council), marks={foreign.pk: Mark(Presence.PRESENT)}, actor=clerk, at=AT
        )


def test_delegate_marks_a_contact_meeting_but_no_other(world, delegate, agency_officer, stranger):
    contact = make.meeting(world.council, kind=MeetingKind.CONTACT)
    (lan,) = called(contact, "Lan")

    assert meetings.attend(meeting=contact, marks={lan.pk: Mark(Presence.PRESENT)}, actor=delegate, at=AT) == 1
    for actor, meeting in ((delegate, make.meeting(world.council)), (agency_officer, contact), (stranger, contact)):
        with pytest.raises(NotPermitted):
            meetings.attend(meeting=meeting, marks={}, actor=actor, at=AT)
