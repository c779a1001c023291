import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nghitruong.notices import services as notices
from nghitruong.obligations.enums import Nature
from nghitruong.obligations.models import Obligation
from nghitruong.petitions import services as petitions
from nghitruong.petitions.policies import SUBJECT
from tests import factories as make
from tests.factories import AT
from tests.petitions import stages

ROLES = (
    "clerk",
    "chair",
    "committee_head",
    "delegate",
    "group_head",
    "agency_officer",
    "front_officer",
    "upper_office",
)
FIRST = {
    "clerk": ("toi-no", "Tiếp nhận kiến nghị"),
    "chair": ("qua-han", "Xem xét trả lời"),
    "committee_head": ("toi-no", "Xác minh kết quả"),
    "delegate": ("no-toi", "Ghi ý kiến cử tri"),
    "group_head": ("no-toi", "Ghi ý kiến cử tri"),
    "agency_officer": ("toi-no", "Trả lời kiến nghị"),
    "front_officer": ("no-toi", "Ghi ý kiến cử tri"),
    "upper_office": ("qua-han", "Xem số liệu các nơi"),
}


@pytest.fixture
def at_the_desk(request, signed_in):
    """Return a function: the page of the desk in a role, and the client that asked for it."""

    def look(role):
        client = signed_in(request.getfixturevalue(role))
        return client, client.get("/")

    return look


@pytest.mark.parametrize("role", ROLES)
def test_each_role_has_its_four_lists_and_its_deed(town, at_the_desk, role):
    _client, page = at_the_desk(role)
    desk = page.context["desk"]

    assert {stack.key for stack in desk.stacks} == {"toi-no", "no-toi", "qua-han", "moi"}
    assert (desk.stacks[0].key, str(desk.deed.label)) == FIRST[role]


@pytest.mark.parametrize("role", ROLES)
def test_each_figure_opens_exactly_what_it_counts(town, at_the_desk, opened, role):
    client, page = at_the_desk(role)
    figures = [stack.total for stack in page.context["desk"].stacks]
    figures += [line for stack in page.context["desk"].stacks for line in stack.lines]

    assert {figure.url: figure.value for figure in figures} == {
        figure.url: opened(client, figure.url) for figure in figures
    }


@pytest.mark.parametrize("role", ROLES)
def test_rows_are_the_first_of_their_list(town, at_the_desk, role):
    _client, page = at_the_desk(role)

    assert [len(stack.rows) for stack in page.context["desk"].stacks] == [
        min(4, stack.total.value) for stack in page.context["desk"].stacks
    ]


def test_clerk_sees_what_is_owed_and_what_is_new(town, at_the_desk):
    _client, page = at_the_desk("clerk")
    stacks = {stack.key: stack for stack in page.context["desk"].stacks}

    assert [row.what for row in stacks["toi-no"].rows] == [
        "Đèn đường tổ dân phố 1 tắt (mẫu)",
        "Rãnh thoát nước nghẹt (mẫu)",
    ]
    assert [row.what for row in stacks["qua-han"].rows] == ["Xe tải chạy đêm (mẫu)", "Báo cáo tháng (mẫu)"]
    assert {key: [(line.value, line.says) for line in stack.lines] for key, stack in stacks.items()} == {
        "toi-no": [(1, "việc khác trong sổ nghĩa vụ")],
        "no-toi": [(2, "đã báo cáo, chờ chấp nhận")],
        "qua-han": [],
        "moi": [(2, "trả lời chờ kết luận")],
    }


def test_matter_stands_in_its_own_words(town, at_the_desk):
    _client, page = at_the_desk("agency_officer")

    rows = {row.what: row.who for row in page.context["desk"].stacks[0].rows}

    assert rows == {
        "Báo cáo tháng (mẫu)": "Phòng Kinh tế, Hạ tầng và Đô thị phường Mẫu nợ công việc phải làm",
        "Xe tải chạy đêm (mẫu)": "KN-0003/2026 · Phòng Kinh tế, Hạ tầng và Đô thị phường Mẫu nợ trả lời",
    }


def test_delegate_is_owed_what_was_raised_where_they_were_called(town, clerk, delegate, at_the_desk):
    point = make.contact_point(make.contact_round(town.council), starts_at=AT - dt.timedelta(days=9))
    point.meeting.attendances.create(membership_id=delegate.membership_id)
    mine = stages.forwarded(town, clerk, text="Nêu ở buổi có đại biểu (mẫu)")
    mine.point = point
    mine.save()

    by_group = make.contact_point(mine.point.round, hamlets="tổ 9", starts_at=AT - dt.timedelta(days=8))
    by_group.groups.add(town.group)
    theirs = stages.forwarded(town, clerk, text="Nêu ở buổi của Tổ (mẫu)")
    theirs.point = by_group
    theirs.save()

    found = {}
    for role in ("delegate", "group_head"):
        stacks = at_the_desk(role)[1].context["desk"].stacks
        found[role] = [row.what for stack in stacks if stack.key == "no-toi" for row in stack.rows]

    assert found == {"delegate": ["Nêu ở buổi có đại biểu (mẫu)"], "group_head": ["Nêu ở buổi của Tổ (mẫu)"]}


def test_week_shows_meetings_due_dates_and_days_off(town, at_the_desk, opened):
    _client, page = at_the_desk("clerk")
    days = page.context["desk"].days

    assert [(day.on.isoformat(), [event.label for event in day.events], day.off) for day in days] == [
        ("2026-03-02", [], ""),
        ("2026-03-03", ["Phiên họp Thường trực (mẫu)"], ""),
        ("2026-03-04", ["Hạn: Dự thảo thông báo kết luận (mẫu)"], ""),
        ("2026-03-05", ["Hạn: Tổng hợp ý kiến (mẫu)"], ""),
        ("2026-03-06", [], ""),
        ("2026-03-07", [], "Ngày nghỉ"),
        ("2026-03-08", [], "Ngày nghỉ"),
    ]


def test_strip_looks_ahead_once_the_week_is_over(town, at_the_desk):
    with time_machine.travel(dt.datetime(2026, 3, 8, 9, 0, tzinfo=AT.tzinfo), tick=False):
        _client, page = at_the_desk("clerk")
        days = page.context["desk"].days

    assert [(day.on.isoformat(), day.off) for day in days] == [
        ("2026-03-08", "Ngày nghỉ"),
        *((f"2026-03-{day:02}", "") for day in range(9, 14)),
        ("2026-03-14", "Ngày nghỉ"),
    ]


def test_many_of_one_day_open_their_lists(town, clerk, at_the_desk, opened):
    for number in range(5):
        make.meeting(town.council, title=f"Cuộc họp {number} (mẫu)", starts_at=AT + dt.timedelta(hours=number))
    stages.forwarded(town, clerk, text="Việc nữa (mẫu)")
    owed = {stages.forwarded(town, clerk, text=f"Cùng hạn {n} (mẫu)").due_on for n in range(2)}.pop()

    with_due = at_the_desk("clerk")[0].get(f"/so-nghia-vu/?trang-thai=open&han={owed}")
    client, page = at_the_desk("clerk")
    more = page.context["desk"].days[0].events[-1]

    assert more.label == "và 3 cuộc họp khác"
    assert opened(client, more.url) == 5
    assert {row.owed.due_on for row in with_due.context["rows"]} == {owed}


def test_contact_meeting_of_the_day_leads(town, at_the_desk):
    point = make.contact_point(make.contact_round(town.council), starts_at=AT)

    _client, page = at_the_desk("clerk")
    desk = page.context["desk"]

    assert (str(desk.deed.label), desk.deed_url) == ("Ghi ý kiến cử tri", f"/tiep-xuc/buoi/{point.meeting_id}/")


def test_calendar_warning_reaches_whoever_keeps_it(town, at_the_desk, words):
    with time_machine.travel(dt.datetime(2035, 3, 1, 9, tzinfo=AT.tzinfo), tick=False):
        said = {role: "Chưa có bảng ngày nghỉ" in words(at_the_desk(role)[1]) for role in (*ROLES, "administrator")}

    assert said == {role: role in {"clerk", "chair", "administrator"} for role in said}


def test_auditor_is_led_to_the_journal(town, at_the_desk):
    _client, page = at_the_desk("auditor")

    assert (page.status_code, page.url) == (302, "/nhat-ky/")


def test_administrator_sees_the_system_and_no_matter(town, at_the_desk, words):
    _client, page = at_the_desk("administrator")

    text = words(page)
    assert "(mẫu)" not in text
    assert "Người quản trị vận hành hệ thống" in text


def test_nobody_signed_in_is_led_to_the_sign_in(town):
    answer = Client().get("/")

    assert (answer.status_code, answer.url) == (302, "/dang-nhap/?next=/")


def test_stranger_sees_nothing_of_the_ward(town, at_the_desk, words):
    _client, page = at_the_desk("stranger")

    assert [stack.total.value for stack in page.context["desk"].stacks] == [0, 0, 0, 0]
    assert "(mẫu)" not in words(page)


@pytest.mark.parametrize("role", ROLES)
def test_desk_costs_the_same_for_many(town, clerk, request, signed_in, role):
    client = signed_in(request.getfixturevalue(role))
    client.get("/")
    with CaptureQueriesContext(connection) as few:
        client.get("/")
    for number in range(6):
        stages.forwarded(town, clerk, text=f"Việc thứ {number} (mẫu)")
        stages.answered(town, clerk, text=f"Việc đã trả lời {number} (mẫu)")
        organs = [town.office, town.department, town.front, town.council]
        notices.send(key=f"m{number}", organs=organs, text="Tin (mẫu)", subject_kind="x", subject_id=1, at=AT)

    with CaptureQueriesContext(connection) as many:
        client.get("/")

    assert len(many) == len(few) <= 12


def waiting(at_the_desk):
    desk = at_the_desk("clerk")[1].context["desk"]
    return next(stack.total.value for stack in desk.stacks if stack.key == "toi-no")


def test_what_joined_another_petition_is_no_work_of_its_own(town, clerk, at_the_desk):
    voice, head = (stages.received(town, clerk, text=f"{what} (mẫu)") for what in ("Đèn ngõ 4 hỏng", "Cầu Bàu yếu"))
    before = waiting(at_the_desk)

    petitions.merge(petition=voice, into=head, actor=clerk, at=AT)

    assert waiting(at_the_desk) == before - 1


def test_one_delay_is_told_in_one_unit(town, clerk, at_the_desk):
    forwarded = stages.forwarded(town, clerk, text="Đèn ngõ 4 hỏng (mẫu)")
    owed = Obligation.objects.select_related("clock").get(
        subject_kind=SUBJECT, subject_id=forwarded.pk, nature=Nature.ANSWER
    )
    desk = at_the_desk("committee_head")[1].context["desk"]

    rows = [row for stack in desk.stacks for row in stack.rows if row.due and row.url == forwarded.get_absolute_url()]

    assert rows
    assert {row.due.day_type for row in rows} == {owed.clock.day_type}
