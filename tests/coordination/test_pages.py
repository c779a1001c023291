"""Pages of coordination: what each shows and does, at how many statements."""

from __future__ import annotations

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nghitruong.coordination import services as coordination
from nghitruong.coordination.enums import NoticeState
from nghitruong.coordination.models import ConclusionNotice
from nghitruong.coordination.services import Asked
from nghitruong.obligations.enums import State
from nghitruong.obligations.models import Obligation
from nghitruong.organisation.enums import OrganKind
from tests import factories as make
from tests.factories import AT

MOST = 12


@pytest.fixture(autouse=True)
def today():
    """The pages read the clock: it stands at AT."""
    with time_machine.travel(AT, tick=False):
        yield


def url(name, *args):
    return reverse(f"coordination:{name}", args=args)


def page_of(client, name, *args):
    answer = client.get(url(name, *args))
    assert answer.status_code == 200
    return answer.content.decode()


def test_notice_shows_the_text_and_each_organ(world, clerk, signed_in, issued):
    page = page_of(signed_in(clerk), "notice", issued.pk)

    for words in ("Số: 01/TB-HĐND", issued.paper.get_absolute_url(), "TL. THƯỜNG TRỰC", "KT. CHÁNH VĂN PHÒNG", "Tài liệu gửi còn chậm.",
                  "trên 3 việc đã giao", "chưa có thời hạn", world.peoples_committee.name):  # fmt: skip
        assert words in page


def test_an_agency_is_not_told_how_others_are_doing(world, agency_officer, signed_in, issued, shares):
    other = shares(world.peoples_committee, 2)
    page = page_of(signed_in(agency_officer), "notice", issued.pk)

    assert "1 cơ quan khác" in page
    assert other.get_absolute_url() not in page
    assert signed_in(agency_officer).get(other.get_absolute_url()).status_code == 404


def test_the_whole_way_from_a_meeting_to_a_report(world, clerk, agency_officer, signed_in, conference, signer):
    office, agency = signed_in(clerk), signed_in(agency_officer)
    form = {
        "organ": world.standing.pk, "title": "Kết luận từ trang", "held_on": "2026-02-20", "signatory": signer.pk,
    }  # fmt: skip
    office.post(f"{url('draft_conclusion')}?hop={conference.pk}", form)
    notice = ConclusionNotice.objects.get()
    office.post(
        url("add_task", notice.pk),
        {"kind": "task", "addressee": "Phòng Kinh tế", "what": "Lập danh mục", "organs": [world.department.pk],
         "due_on": "2026-03-20"},
    )  # fmt: skip
    assert "Số:\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/TB-HĐND" in page_of(
        office, "notice", notice.pk
    ).replace("Số: ", "Số:")
    assert "Phòng Kinh tế" in page_of(office, "issue_conclusion", notice.pk)
    notice.refresh_from_db()
    office.post(url("issue_conclusion", notice.pk), {"signer": signer.pk, "version": notice.version})
    notice.refresh_from_db()
    assert (notice.number, notice.paper.document.file.name[-5:]) == ("01/TB-HĐND", ".docx")
    share = notice.tasks.get().assignments.get()
    agency.post(url("receive_conclusion", notice.recipients.get().pk), {})
    agency.post(url("report_task", share.pk), {"percent": 30, "words": "Đã họp", "on": "2026-03-02"})
    agency.post(url("report_task", share.pk), {"percent": 90, "words": "Đã xong", "on": "2026-03-02", "is_done": "on"})

    assert (notice.meeting, notice.state) == (conference, NoticeState.ISSUED)
    assert Obligation.objects.get().state == State.FULFILLED
    page = page_of(agency, "assignment", share.pk)
    for words in ("Đã nhận thông báo", "Báo cáo tiến độ 30%", "Báo cáo tiến độ 100%", "Đã họp"):
        assert words in page
    assert notice.title in office.get(conference.get_absolute_url()).content.decode()


def test_a_draft_for_nobody_says_so_before_it_is_signed(world, clerk, signed_in):
    draft = coordination.draft_conclusion(
        council=world.council, organ=world.standing, title="Kết luận", held_on=AT.date(), actor=clerk, at=AT
    )
    client = signed_in(clerk)

    for page in (page_of(client, "notice", draft.pk), page_of(client, "issue_conclusion", draft.pk)):
        assert "chưa giao nhiệm vụ cho ai và chưa ghi nơi nhận" in page
        assert f'href="{url("edit_conclusion", draft.pk)}"' in page
        assert f'href="{url("add_task", draft.pk)}"' in page
        assert "nghĩa vụ riêng" not in page
        assert 'name="signer"' not in page


def test_a_draft_without_tasks_shows_no_empty_list(world, clerk, signed_in):
    draft = coordination.draft_conclusion(
        council=world.council, organ=world.standing, title="Kết luận", held_on=AT.date(), recipients=[world.front],
        actor=clerk, at=AT,
    )  # fmt: skip
    client = signed_in(clerk)

    for name in ("issue_conclusion", "enter_conclusion"):
        page = page_of(client, name, draft.pk)
        assert "sổ sẽ không ghi nghĩa vụ nào" in page
        assert '<ol class="nt-plainlist' not in page


def test_the_second_editor_of_a_draft_sees_both(world, clerk, signed_in, draft):
    coordination.edit_conclusion(
        notice=draft, version=1, title="Bản đã ghi", held_on=draft.held_on, organ=world.standing, recipients=[],
        actor=clerk, at=AT,
    )  # fmt: skip
    form = {"organ": world.standing.pk, "title": "Bản của tôi", "held_on": "2026-02-20", "version": 1}
    page = signed_in(clerk).post(url("edit_conclusion", draft.pk), form).content.decode()

    assert "Bản đã ghi" in page
    assert "Bản của tôi" in page
    assert 'name="version" value="2"' in page


@pytest.mark.parametrize(
    "name", ["notice", "follow_up", "notices", "gatherings", "issue_conclusion", "edit_conclusion"]
)
def test_pages_cost_the_same_for_few_and_many(world, clerk, signed_in, draft, signer, name):
    client = signed_in(clerk)
    if name in {"notice", "follow_up"}:
        coordination.issue_conclusion(notice=draft, version=1, signer=signer, actor=clerk, at=AT)
    args = [draft.pk] if name in {"notice", "issue_conclusion", "edit_conclusion"} else []
    client.get(url(name, *args))
    with CaptureQueriesContext(connection) as few:
        client.get(url(name, *args))
    organs = [make.organ(f"Phòng {n}", OrganKind.DEPARTMENT, council=world.council, unit=world.ward) for n in range(5)]
    for n in range(4):
        more = coordination.draft_conclusion(
            council=world.council, organ=world.standing, title=f"Kết luận {n}", held_on=AT.date(),
            tasks=[Asked("Các phòng", "Họp", organs)], signing=coordination.Signing(signer), actor=clerk, at=AT,
        )  # fmt: skip
        if n:
            coordination.issue_conclusion(notice=more, version=1, signer=signer, actor=clerk, at=AT)
    with CaptureQueriesContext(connection) as many:
        client.get(url(name, *args))

    assert len(many) == len(few)
    assert len(many) <= MOST, "\n".join(q["sql"][:200] for q in many.captured_queries)


def test_follow_up_narrows_by_list_notice_and_organ(world, clerk, signed_in, issued, shares):
    client = signed_in(clerk)
    late = client.get(url("follow_up"), {"ds": "qua-han"}).context["page"].paginator.count
    undated = client.get(url("follow_up"), {"ds": "chua-co-han"}).context["page"].paginator.count
    own = client.get(url("follow_up"), {"co-quan": world.department.pk, "thong-bao": issued.pk})

    assert (late, undated, own.context["page"].paginator.count) == (0, 2, 2)


@pytest.mark.parametrize(
    ("name", "start"), [("notice_docx", b"PK"), ("notice_pdf", b"%PDF"), ("table_xlsx", b"PK"), ("table_docx", b"PK")]
)
def test_papers_come_as_files(clerk, signed_in, issued, name, start):
    args = [issued.pk] if name.startswith("notice") else []
    assert signed_in(clerk).get(url(name, *args)).content.startswith(start)


def test_pages_are_empty_for_a_stranger_and_closed(stranger, signed_in, issued):
    client = signed_in(stranger)

    assert client.get(url("notice", issued.pk)).status_code == 404
    assert "Chưa có thông báo kết luận nào" in page_of(client, "notices")
    assert "Không có việc nào" in page_of(client, "follow_up")
