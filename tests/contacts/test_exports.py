"""Minutes and summary as Word files: what stands in them, and whose name does not."""

from __future__ import annotations

import io

import docx
import pytest
from django.urls import reverse

from nghitruong.contacts.enums import OpinionKind
from nghitruong.meetings.enums import MeetingState
from nghitruong.meetings.models import Attendance
from tests import factories as make


def words_of(answer):
    book = docx.Document(io.BytesIO(answer.content))
    cells = [cell.text for table in book.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in book.paragraphs] + cells)


@pytest.fixture
def point(world):
    found = make.contact_point(
        make.contact_round(world.council), state=MeetingState.HELD, people_present=1086, speakers=11
    )
    make.opinion(found, "=Đèn ngõ 7 tối", voter="Nguyễn Giấu Tên", answered_on_spot="Sẽ sửa", answered_by="Ông B")
    make.opinion(found, "Cảm ơn phường", kind=OpinionKind.THANKS)
    Attendance.objects.create(meeting=found.meeting, guest="Bà Lan", presence="present")
    Attendance.objects.create(meeting=found.meeting, guest="Ông Tín", presence="excused", reason="đi học")
    return found


def test_minutes_hold_people_opinions_and_answers(clerk, point, signed_in):
    words = words_of(signed_in(clerk).get(reverse("contacts:minutes", args=[point.pk])))

    for part in ("BIÊN BẢN", "1.086", "Bà Lan", "Ông Tín (đi học)", "=Đèn ngõ 7 tối", "Ông B: Sẽ sửa", "Cảm ơn phường"):
        assert part in words
    assert "Giấu Tên" not in words


def test_summary_holds_figures_and_petitions_only(clerk, point, signed_in):
    words = words_of(signed_in(clerk).get(reverse("contacts:summary", args=[point.round_id])))

    for part in ("BÁO CÁO", "1 trên 1 điểm", "1.086 lượt cử tri", "2 ý kiến, gồm 1 kiến nghị", "=Đèn ngõ 7 tối"):
        assert part in words
    assert ("Giấu Tên" in words, "Cảm ơn phường" in words) == (False, False)


def test_empty_point_and_round_still_make_a_file(clerk, world, signed_in):
    point = make.contact_point(make.contact_round(world.council))
    client = signed_in(clerk)

    minutes = words_of(client.get(reverse("contacts:minutes", args=[point.pk])))
    summary = words_of(client.get(reverse("contacts:summary", args=[point.round_id])))

    assert "Không có ý kiến nào được ghi." in minutes
    assert "Không có kiến nghị nào." in summary


def test_files_are_not_there_for_others(agency_officer, point, signed_in):
    client = signed_in(agency_officer)

    assert client.get(reverse("contacts:minutes", args=[point.pk])).status_code == 404
    assert client.get(reverse("contacts:summary", args=[point.round_id])).status_code == 404
