"""What is brought to the next meeting: what was asked here last time, by whom answered, result, promise and date."""

from __future__ import annotations

import datetime as dt
import io

import docx
import pytest
from django.urls import reverse
from django.utils import timezone

from nghitruong.contacts import selectors
from nghitruong.contacts import services as contacts
from nghitruong.petitions import services as petitions
from nghitruong.petitions.models import Field
from tests import factories as make
from tests.factories import AT


@pytest.fixture
def round_(world):
    return make.contact_round(world.council)


@pytest.fixture
def last(round_):
    return make.contact_point(round_, starts_at=AT - dt.timedelta(days=5))


@pytest.fixture
def coming(world, round_):
    return make.contact_point(round_, starts_at=AT + dt.timedelta(days=5), unit=world.ward)


@pytest.fixture
def promised(world, clerk, last):
    """A petition of the last meeting, answered with a promise."""
    said = contacts.take_opinion(point=last, text="Ngõ 7 thiếu đèn", voter="Bà Giấu Tên", actor=clerk, at=AT)
    day, given = timezone.localdate(AT), {"actor": clerk, "at": AT}
    petition = petitions.receive(council=world.council, text=said.text, received_on=day, opinion=said, **given)
    field = Field.objects.filter(children__isnull=True, council=None).first()
    petition = petitions.sort(petition=petition, field=field, level="commune", lead=world.department, **given)
    petition = petitions.forward(petition=petition, lead=world.department, coordinating=[], on=day, number="3", **given)
    petitions.answer(
        petition=petition, number="57", on=day, text="Sẽ lắp đèn trong quý IV.", outcome="planned",
        outcome_on=dt.date(2026, 12, 31), **given,
    )  # fmt: skip
    petition.refresh_from_db()
    petitions.commit(
        petition=petition, what="Lắp đèn ngõ 7", quote="Sẽ lắp đèn trong quý IV",
        due_on=dt.date(2026, 12, 31), **given,
    )  # fmt: skip
    return petition


def told(actor, point):
    loaded = selectors.with_meeting(type(point).objects.filter(pk=point.pk))
    return selectors.brought(actor, list(loaded))[0]


def test_what_was_asked_here_is_told_with_answer_and_promise(world, clerk, last, coming, promised):
    contacts.take_opinion(point=last, text="Cống tổ 4 tắc", actor=clerk, at=AT)

    place = told(clerk, coming)

    first, second = place.rows
    assert (first.text, first.by, first.number, first.outcome) == (
        "Ngõ 7 thiếu đèn", world.department.name, "57", "sẽ giải quyết theo lộ trình",
    )  # fmt: skip
    assert [(p.what, p.due_on) for p in first.pledges] == [("Lắp đèn ngõ 7", dt.date(2026, 12, 31))]
    assert (second.text, second.label, place.answered, place.promised) == ("Cống tổ 4 tắc", "", 1, 1)


def test_only_what_was_asked_before_and_here(world, clerk, round_, last, coming):
    elsewhere = make.contact_point(round_, hamlets="tổ dân phố 9", starts_at=AT - dt.timedelta(days=4))
    contacts.take_opinion(point=last, text="Ở đây", actor=clerk, at=AT)
    contacts.take_opinion(point=elsewhere, text="Nơi khác", actor=clerk, at=AT)

    assert [row.text for row in told(clerk, coming).rows] == ["Ở đây"]
    assert told(clerk, last).rows == []


def test_a_place_without_a_known_hamlet_is_told_of_the_whole_commune(world, clerk, round_, last):
    contacts.take_opinion(point=last, text="Ở đây", actor=clerk, at=AT)
    new = make.contact_point(round_, hamlets="tổ 11", starts_at=AT + dt.timedelta(days=1), unit=last.meeting.unit)

    place = told(clerk, new)

    assert ([row.text for row in place.rows], place.is_whole_unit) == (["Ở đây"], True)


def test_what_came_by_file_from_this_place_is_told(world, clerk, coming):
    petitions.receive(
        council=world.council, text="Đường hỏng", received_on=dt.date(2026, 1, 5), unit=world.ward,
        place="Tổ dân phố 4, phường Mẫu", actor=clerk, at=AT,
    )  # fmt: skip

    place = told(clerk, coming)

    assert ([row.text for row in place.rows], place.is_whole_unit) == (["Đường hỏng"], False)


def test_paper_and_page_name_no_voter(clerk, round_, coming, promised, signed_in):
    client = signed_in(clerk)

    page = client.get(reverse("contacts:bring_round", args=[round_.pk])).content.decode()
    paper = client.get(reverse("contacts:bring_point_docx", args=[coming.pk])).content
    book = docx.Document(io.BytesIO(paper))
    words = " ".join(cell.text for table in book.tables for row in table.rows for cell in row.cells)

    for text in (page, words):
        assert ("Ngõ 7 thiếu đèn" in text, "Lắp đèn ngõ 7" in text, "31/12/2026" in text) == (True, True, True)
        assert "Giấu Tên" not in text
