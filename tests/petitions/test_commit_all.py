"""The answer page: promises found go into the ledger; asks, outcome and vague words are shown."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.obligations.models import Obligation
from nghitruong.petitions import services
from nghitruong.petitions.selectors.quality import read_answer
from tests.factories import AT
from tests.petitions import stages

LABELS = ("Biện pháp", "Cơ quan", "Thời hạn", "Kinh phí")


def test_promise_found_becomes_an_obligation_with_its_words_and_day(world, clerk):
    petition = stages.answered(world, clerk)
    (found,) = read_answer(petition, LABELS).found

    (owed,) = services.commit_all(petition=petition, promises=[found.promise], actor=clerk, at=AT)

    assert (owed.quote, owed.due_on) == ("phần còn lại sẽ làm xong trước ngày 10/04/2026", date(2026, 4, 10))
    assert [one.is_recorded for one in read_answer(petition, LABELS).found] == [True]


def test_nothing_chosen_is_refused(world, clerk):
    with pytest.raises(Invalid):
        services.commit_all(petition=stages.answered(world, clerk), promises=[], actor=clerk, at=AT)


def test_stranger_may_not_record_promises(world, clerk, delegate):
    petition = stages.answered(world, clerk)

    with pytest.raises(NotPermitted):
        services.commit_all(petition=petition, promises=[], actor=delegate, at=AT)


def test_page_shows_the_reading_and_records_what_is_ticked(world, clerk, signed_in):
    petition = stages.answered(world, clerk)
    address = reverse("petitions:commit_all", args=[petition.pk])
    browser = signed_in(clerk)

    page = browser.get(address)
    key = page.context["shown"].found[0].key
    sent = browser.post(address, {"loi-hua": [key]})

    assert '<mark class="nt-mark">phần còn lại sẽ làm xong trước ngày 10/04/2026</mark>' in page.content.decode()
    assert not page.context["shown"].agrees
    assert sent.status_code == 302
    assert Obligation.objects.filter(nature="commitment").count() == 1
