"""The page of a clock: seen by whoever may see the matter it dates."""

import pytest
from django.urls import reverse

from nghitruong.base.subjects import Subject
from nghitruong.legalclock import selectors
from nghitruong.legalclock.models import Clock, Rule
from tests.factories import TODAY


@pytest.fixture
def clock(started):
    """A clock whose matter is a record that everybody of the council may see."""
    rule = Rule.objects.get(key="petition.answer")
    return started(subject=Subject.of(rule))


def test_clock_page_opens_the_derivation(clock, clerk, signed_in, django_assert_max_num_queries):
    client = signed_in(clerk)
    client.get(reverse("legalclock:rules"))

    with django_assert_max_num_queries(12):
        text = client.get(reverse("legalclock:clock", args=[clock.pk])).content.decode()

    assert "13/02/2026" in text
    assert "thứ Bảy làm bù cho 02/01/2026" in text
    assert "Trả lời kiến nghị cử tri tại Hội đồng nhân dân" in text


def test_clock_of_another_council_is_not_found(clock, stranger, signed_in):
    assert signed_in(stranger).get(reverse("legalclock:clock", args=[clock.pk])).status_code == 404


def test_clock_of_an_unknown_matter_is_not_found(started, clerk, signed_in):
    lost = started(subject=Subject("nothing.known", 7))

    assert signed_in(clerk).get(reverse("legalclock:clock", args=[lost.pk])).status_code == 404
    assert selectors.may_see(clerk, [lost]) == set()


def test_due_is_what_lists_show(clock):
    calendar = selectors.calendar()

    due = selectors.due(clock, on=TODAY, calendar=calendar, url="/x/")

    assert (due.on, due.days, due.tone.value, due.url) == (clock.due_on, -6, "late", "/x/")


def test_clocks_of_many_subjects_take_one_query_a_kind(clock, started, django_assert_num_queries):
    other = started(subject=Subject("petitions.petition", 8))
    subjects = [Subject(clock.kind, clock.object_id), Subject("petitions.petition", 8)]

    with django_assert_num_queries(2):
        found = selectors.clocks_of(subjects)

    assert found == {subjects[0]: [clock], subjects[1]: [other]}


def test_a_clock_forgets_nothing_when_stored(clock):
    stored = Clock.objects.get(pk=clock.pk)

    assert stored.derivation == clock.derivation
    assert [step["on"] for step in stored.steps][-1] == "2026-02-13"
