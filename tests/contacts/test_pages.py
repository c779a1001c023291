"""Every page of voter contact: who opens it, what it says, how many queries it costs."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nghitruong.contacts import services as contacts
from nghitruong.contacts.enums import OpinionKind, RoundKind, RoundState
from nghitruong.contacts.models import Opinion, Point, Round
from nghitruong.meetings.enums import MeetingState
from nghitruong.meetings.models import Attendance
from nghitruong.organisation.enums import Role
from tests import factories as make
from tests.factories import AT

NOW = AT.replace(hour=0, minute=1)
TODAY = NOW.date()
MOST = 12


@pytest.fixture(autouse=True)
def today():
    """The pages read the clock: it stands at AT."""
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def round_(world):
    return make.contact_round(
        world.council, starts_on=TODAY - dt.timedelta(days=3), ends_on=TODAY + dt.timedelta(days=3)
    )


@pytest.fixture
def point(world, round_):
    return make.contact_point(round_, starts_at=NOW, host=world.front)


@pytest.fixture
def opinion(point, world):
    return make.opinion(point, voter="Nguyễn Thị Giấu Tên", voter_address="số 9 ngõ 7", unit=world.ward)


def url(name, *args):
    return reverse(f"contacts:{name}", args=args)


def text_of(answer):
    return answer.content.decode()


def fill(world, round_, times):
    """Give the round so many more points with people and opinions."""
    for n in range(times):
        point = make.contact_point(
            round_, hamlets=f"tổ dân phố {n + 20}", starts_at=NOW, state=MeetingState.HELD, people_present=5
        )
        point.groups.add(world.group)
        Attendance.objects.create(
            meeting=point.meeting, membership=make.office(world.council, Role.DELEGATE), presence="present"
        )
        make.opinion(point, unit=world.ward, voter=f"Cử tri {n}")
        make.opinion(point, unit=world.ward)


def address_of(page, round_, point, opinion):
    return url(
        page,
        *{"round": [round_.pk], "opinion": [opinion.pk], "point": [point.pk], "take_opinion": [point.pk]}.get(page, []),
    )


@pytest.mark.parametrize("page", ["rounds", "points", "opinions", "round", "point", "take_opinion", "opinion"])
@pytest.mark.parametrize("who", ["clerk", "delegate", "front_officer"])
def test_pages_cost_the_same_for_one_and_many(world, round_, point, opinion, signed_in, page, who, request):
    client = signed_in(request.getfixturevalue(who))
    address = address_of(page, round_, point, opinion)
    fill(world, round_, 1)
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        first = client.get(address)
    fill(world, round_, 6)
    for n in range(6):
        make.opinion(point, f"Ý {n}", unit=world.ward, voter="A")
        make.contact_round(world.council, title=f"Đợt {n}")
    with CaptureQueriesContext(connection) as many:
        client.get(address)

    assert first.status_code == 200
    assert len(many) == len(few)
    assert len(many) <= MOST, "\n".join(q["sql"][:160] for q in many.captured_queries)


@pytest.mark.parametrize("page", ["round", "point", "take_opinion", "opinion"])
@pytest.mark.parametrize("who", ["agency_officer", "stranger", "auditor", "administrator"])
def test_pages_are_not_there_for_others(round_, point, opinion, signed_in, page, who, request):
    answer = signed_in(request.getfixturevalue(who)).get(address_of(page, round_, point, opinion))

    assert answer.status_code == 404


@pytest.mark.parametrize("page", ["point", "take_opinion", "opinion", "opinions"])
@pytest.mark.parametrize(
    ("who", "reads"), [("clerk", True), ("chair", True), ("front_officer", True), ("delegate", False)]
)
def test_voters_name_is_shown_only_to_whom_it_may(round_, point, opinion, signed_in, page, who, reads, request):
    shown = text_of(signed_in(request.getfixturevalue(who)).get(address_of(page, round_, point, opinion)))

    assert ("Giấu Tên" in shown) == (reads and page != "opinions")
    assert "sửa đèn đường" in shown


def test_round_page_says_figures_and_places(world, clerk, round_, signed_in):
    fill(world, round_, 2)

    shown = text_of(signed_in(clerk).get(url("round", round_.pk)))

    assert "tổ dân phố 20" in shown
    assert f"?loai=petition&amp;dot={round_.pk}" in shown


def test_opinions_list_narrows_by_kind_reply_and_round(clerk, round_, point, signed_in):
    make.opinion(point, "Cảm ơn phường", kind=OpinionKind.THANKS)
    make.opinion(point, "Rãnh hỏng", answered_on_spot="Sẽ sửa", answered_by="Ông B")
    client = signed_in(clerk)

    thanks = text_of(client.get(url("opinions"), {"loai": "thanks", "dot": round_.pk}))
    answered = text_of(client.get(url("opinions"), {"tra-loi": "co", "diem": point.pk}))
    nowhere = text_of(client.get(url("opinions"), {"dot": round_.pk + 1}))

    assert ("Cảm ơn phường" in thanks, "Rãnh hỏng" in thanks) == (True, False)
    assert ("Cảm ơn phường" in answered, "Rãnh hỏng" in answered) == (False, True)
    assert "Không có ý kiến nào" in nowhere


def test_points_and_rounds_narrow_by_state(clerk, round_, point, signed_in):
    client = signed_in(clerk)

    held = text_of(client.get(url("points"), {"trang-thai": "held", "dot": round_.pk}))
    closed = text_of(client.get(url("rounds"), {"trang-thai": "summarised", "loai": "thematic"}))

    assert "Không có điểm nào" in held
    assert "Chưa có đợt tiếp xúc nào" in closed


def test_round_is_opened_pointed_held_summarised_and_reopened(world, clerk, signed_in):
    client = signed_in(clerk)
    office = make.office(world.council, Role.DELEGATE, "Hồ Thị Lan")
    dates = {"starts_on": TODAY.isoformat(), "ends_on": TODAY.strftime("%d/%m/%Y")}

    opened = client.post(url("open_round"), {"kind": RoundKind.THEMATIC, "title": "Thoát nước", **dates})
    round_ = Round.objects.get()
    added = client.post(
        url("add_point", round_.pk),
        {
            "mode": "in_person",
            "place": "Nhà văn hóa",
            "on": TODAY.isoformat(),
            "begins": "00:01",
            "groups": [world.group.pk],
            "delegates": [office.pk],
            "guests": "Ông Khách",
            "chair": "Ban Thường trực",
        },
    )
    point = Point.objects.get()
    held = client.post(url("hold_point", point.pk), {"people_present": "86", "speakers": "11"})
    closed = client.post(url("summarise_round", round_.pk))
    reopened = client.post(url("reopen_round", round_.pk), {"reason": "sót một tổ"})

    assert [answer.status_code for answer in (opened, added, held, closed, reopened)] == [302] * 5
    point.meeting.refresh_from_db()
    round_.refresh_from_db()
    assert (point.meeting.people_present, point.meeting.attendances.count()) == (86, 2)
    assert round_.state == RoundState.OPEN


def test_point_is_edited_and_cancelled(clerk, point, signed_in):
    client = signed_in(clerk)
    values = {"mode": "online", "place": "Phòng họp trực tuyến", "on": TODAY.isoformat(), "begins": "00:01"}

    edited = client.post(url("edit_point", point.pk), {**values, "version": "1"})
    again = client.post(url("edit_point", point.pk), {**values, "place": "Nơi khác", "version": "1"})
    cancelled = client.post(url("cancel_point", point.pk), {"reason": "bão"})

    assert (edited.status_code, again.status_code, cancelled.status_code) == (302, 200, 302)
    assert "Phòng họp trực tuyến" in text_of(again)
    assert "Nơi khác" in text_of(again)
    point.meeting.refresh_from_db()
    assert point.meeting.state == MeetingState.CANCELLED


def test_round_edit_shows_both_versions(clerk, round_, signed_in):
    client = signed_in(clerk)
    values = {"kind": "thematic", "starts_on": round_.starts_on, "ends_on": round_.ends_on, "version": "1"}

    first = client.post(url("edit_round", round_.pk), {**values, "title": "Bản một"})
    second = client.post(url("edit_round", round_.pk), {**values, "title": "Bản hai"})

    assert (first.status_code, second.status_code) == (302, 200)
    assert ("Bản một" in text_of(second), "Bản hai" in text_of(second)) == (True, True)


def test_opinion_edit_shows_both_versions_then_takes_the_second(clerk, opinion, signed_in):
    client = signed_in(clerk)

    first = client.post(url("edit_opinion", opinion.pk), {"text": "Bản một", "voices": "1", "version": "1"})
    second = client.post(url("edit_opinion", opinion.pk), {"text": "Bản hai", "voices": "1", "version": "1"})
    shown = text_of(second)
    third = client.post(url("edit_opinion", opinion.pk), {"text": "Bản hai", "voices": "1", "version": "2"})

    assert (first.status_code, second.status_code, third.status_code) == (302, 200, 302)
    assert ("Bản một" in shown, "Bản hai" in shown, 'name="version" value="2"' in shown) == (True, True, True)


def test_opinion_is_reclassified_and_answered(clerk, opinion, signed_in):
    client = signed_in(clerk)

    answered = client.post(url("answer_on_spot", opinion.pk), {"text": "Sẽ sửa", "answered_by": "Ông B"})
    moved = client.post(url("reclassify", opinion.pk), {"kind": "opinion", "reason": "chỉ hỏi"})
    same = client.post(url("reclassify", opinion.pk), {"kind": "opinion"})

    assert (answered.status_code, moved.status_code, same.status_code) == (302, 302, 200)
    opinion.refresh_from_db()
    assert (opinion.answered_by, opinion.kind) == ("Ông B", OpinionKind.OPINION)


def test_note_without_script_is_taken_and_the_page_comes_back(delegate, point, signed_in):
    client = signed_in(delegate)

    answer = client.post(
        url("take_opinion", point.pk), {"text": "Nước yếu @bà N.T.L.", "kind": "opinion", "client_key": "k1"}
    )

    assert answer.url == f"{url('take_opinion', point.pk)}?loai=opinion#ghi"
    taken = Opinion.objects.get()
    assert (taken.text, taken.voter, taken.kind) == ("Nước yếu", "bà N.T.L.", OpinionKind.OPINION)


def test_note_by_script_answers_with_its_line_once(delegate, point, signed_in):
    client, key = signed_in(delegate), str(uuid.uuid4())
    line = {"text": "Nước yếu", "kind": "petition", "client_key": key}

    answers = [client.post(url("take_opinion", point.pk), line, headers={"HX-Request": "true"}) for _ in range(2)]

    assert [answer.headers["X-Opinion-Seq"] for answer in answers] == ["1", "1"]
    assert text_of(answers[0]).count("<li") == 1
    assert Opinion.objects.count() == 1


def test_note_that_fails_keeps_what_was_typed(clerk, point, signed_in):
    client = signed_in(clerk)

    shown = client.post(url("take_opinion", point.pk), {"text": "@bà N.T.L.", "kind": "petition"})
    by_script = client.post(url("take_opinion", point.pk), {"text": ""}, headers={"HX-Request": "true"})

    assert 'value="@bà N.T.L."' in text_of(shown)
    assert (by_script.status_code, text_of(by_script).strip()) == (422, "Hãy ghi nội dung ý kiến rồi bấm Ghi.")


@pytest.mark.parametrize(
    "name", ["edit_round", "add_point", "reopen_round", "edit_point", "cancel_point", "edit_opinion", "reclassify"]
)
def test_deed_not_allowed_leads_back_with_its_reason(delegate, round_, point, opinion, signed_in, name):
    record = round_ if "round" in name or name == "add_point" else (opinion if "opinion" in name else point)
    record = opinion if name == "reclassify" else record

    answer = signed_in(delegate).get(url(name, record.pk), follow=True)

    assert answer.redirect_chain == [(record.get_absolute_url(), 302)]
    assert "nt-message--error" in text_of(answer)


def test_stale_or_early_deeds_say_why(clerk, round_, point, signed_in):
    client = signed_in(clerk)

    early = client.post(url("summarise_round", round_.pk), follow=True)
    outside = client.post(
        url("add_point", round_.pk), {"mode": "in_person", "place": "X", "on": "2020-01-01", "begins": "08:00"}
    )

    assert "Còn 1 điểm" in text_of(early)
    assert "Ngày tiếp xúc phải trong đợt" in text_of(outside)


def test_meeting_of_a_point_leads_to_it(clerk, point, signed_in):
    answer = signed_in(clerk).get(reverse("meetings:meeting", args=[point.meeting_id]), follow=True)

    assert answer.redirect_chain[-1][0] == url("point", point.pk)


def test_search_finds_an_opinion_but_never_its_voter(world, clerk, point):
    from nghitruong.search import selectors as search

    contacts.take_opinion(point=point, text="Cống Bà Rùa tắc", voter="Nguyễn Giấu Tên", actor=clerk, at=AT)

    assert [hit.kind for hit in search.find("cong ba rua", clerk, limit=5).hits] == ["contacts.opinion"]
    assert search.find("nguyen giau ten", clerk, limit=5).hits == []


@pytest.mark.parametrize(("who", "offered"), [("clerk", True), ("delegate", False)])
def test_next_deed_of_an_opinion_is_a_link_or_a_reason(point, opinion, signed_in, who, offered, request):
    client = signed_in(request.getfixturevalue(who))
    link = f"?y-kien={opinion.pk}"

    in_list = text_of(client.get(url("point", point.pk)))
    alone = text_of(client.get(url("opinion", opinion.pk)))

    assert (link in in_list, link in alone) == (offered, offered)
    assert ("Đưa vào sổ kiến nghị: chưa được" in alone) == (not offered)
