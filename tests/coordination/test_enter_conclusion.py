"""A notice issued outside of the system keeps the number its text bears; the register gives it none."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from nghitruong.base.errors import Conflict, Invalid, NotPermitted
from nghitruong.coordination import services as coordination
from nghitruong.coordination.enums import NoticeState
from nghitruong.coordination.services import Asked
from nghitruong.documents import services as documents
from nghitruong.documents.models import Paper
from nghitruong.obligations.models import Obligation
from tests.coordination.conftest import NUMBER
from tests.factories import AT, TODAY

LONG_AGO = TODAY - dt.timedelta(days=9)


@pytest.fixture
def file(clerk, settings, tmp_path):
    settings.FILES_ROOT = tmp_path
    return documents.store(name="thong-bao.txt", content=b"Thong bao", actor=clerk, at=AT)


def enter(notice, actor, **values):
    given = {"version": notice.version, "number": "17/TB-HĐND", "on": LONG_AGO}
    return coordination.enter_conclusion(notice=notice, actor=actor, at=AT, **(given | values))


def test_it_keeps_its_own_number_and_day_and_opens_the_debts(world, clerk, draft, file):
    entered = enter(draft, clerk, file=file)

    assert (entered.state, entered.number, entered.issued_on) == (NoticeState.ISSUED, "17/TB-HĐND", LONG_AGO)
    assert (entered.source.file, entered.source.number, entered.is_foreign) == (file, "17/TB-HĐND", True)
    assert (Paper.objects.count(), Obligation.objects.count()) == (0, 4)


def test_a_text_without_number_and_day_says_neither(clerk, draft, file):
    entered = enter(draft, clerk, file=file, number="", on=None)

    assert (entered.number, entered.issued_on) == ("", None)
    assert Obligation.objects.first().subject_label.startswith("Thông báo kết luận ngày 20/02/2026: ")


def test_it_is_refused_without_its_text_twice_or_under_a_given_number(world, clerk, draft, file, issued):
    again = coordination.draft_conclusion(
        council=world.council, organ=world.standing, title="Kết luận", held_on=LONG_AGO, actor=clerk, at=AT
    )
    with pytest.raises(Invalid, match="đính kèm"):
        enter(again, clerk)
    with pytest.raises(Invalid, match="sổ văn bản đi cấp"):
        enter(again, clerk, number=NUMBER, file=file)
    with pytest.raises(Invalid, match="Ngày ban hành"):
        enter(again, clerk, on=TODAY + dt.timedelta(days=1), file=file)
    enter(again, clerk, file=file)
    twice = coordination.draft_conclusion(
        council=world.council, organ=world.standing, title="Kết luận", held_on=LONG_AGO, actor=clerk, at=AT
    )
    with pytest.raises(Invalid, match="đã có trong sổ"):
        enter(twice, clerk, file=file)
    with pytest.raises(Conflict):
        enter(twice, clerk, version=9, file=file)


def test_what_was_overlooked_is_added_and_owed_at_once(world, clerk, draft, file):
    entered = enter(draft, clerk, file=file)
    before = Obligation.objects.count()

    task = coordination.add_task(notice=entered, asked=Asked("MTTQ", "Họp", [world.front]), actor=clerk, at=AT)
    with pytest.raises(Invalid, match="chưa rõ cơ quan"):
        coordination.add_task(notice=entered, asked=Asked("Ai đó", "Họp"), actor=clerk, at=AT)

    owed = task.assignments.get().obligation
    assert (Obligation.objects.count(), owed.debtor, owed.creditor) == (before + 1, world.front, world.standing)


def test_to_what_the_register_numbered_nothing_is_added(world, clerk, issued):
    with pytest.raises(NotPermitted, match="thông báo sửa đổi"):
        coordination.add_task(notice=issued, asked=Asked("MTTQ", "Họp", [world.front]), actor=clerk, at=AT)


@pytest.mark.parametrize("who", ["delegate", "agency_officer", "upper_office", "auditor", "stranger"])
def test_entering_is_the_offices_work(request, draft, file, who):
    with pytest.raises(NotPermitted):
        enter(draft, request.getfixturevalue(who), file=file)


def test_the_page_takes_number_day_and_text(clerk, signed_in, draft, settings, tmp_path):
    settings.FILES_ROOT = tmp_path
    with time_machine.travel(AT, tick=False):
        client = signed_in(clerk)
        sent = SimpleUploadedFile("thong-bao.txt", "Thông báo".encode())
        client.post(
            reverse("coordination:enter_conclusion", args=[draft.pk]),
            {"number": "17/TB-HĐND", "on": "2026-02-21", "version": draft.version, "file": sent},
        )
        page = client.get(draft.get_absolute_url()).content.decode()

    assert "Ghi theo văn bản đã ban hành ngoài hệ thống:" in page
    assert "17/TB-HĐND" in page
