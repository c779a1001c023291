"""What the pages of voter contact are told about opinions."""

from __future__ import annotations

import pytest
from django.urls import reverse

from nghitruong.base.errors import NotPermitted
from nghitruong.contacts import services as contacts
from nghitruong.contacts.enums import OpinionKind
from nghitruong.petitions import services as petitions
from nghitruong.petitions.selectors import opinions
from tests import factories as make
from tests.factories import AT, TODAY


@pytest.fixture
def opinion(world):
    return make.opinion(make.contact_point(make.contact_round(world.council)))


def received(world, clerk, opinion):
    return petitions.receive(
        council=world.council, text=opinion.text, received_on=TODAY, opinion=opinion, actor=clerk, at=AT
    )


def test_opinion_offers_the_book_of_petitions(clerk, delegate, opinion, django_assert_num_queries):
    with django_assert_num_queries(1):
        offered = opinions.followups(clerk, [opinion])[opinion.pk]

    assert (offered.url, bool(offered.verdict)) == (f"{reverse('petitions:receive')}?y-kien={opinion.pk}", True)
    assert not opinions.followups(delegate, [opinion])[opinion.pk].verdict


def test_thanks_offer_nothing(clerk, opinion):
    opinion.kind = OpinionKind.THANKS

    assert opinions.followups(clerk, [opinion]) == {}


def test_opinion_in_the_book_leads_there_and_stays_as_it_is(world, clerk, stranger, opinion):
    petition = received(world, clerk, opinion)

    told = opinions.followups(clerk, [opinion])[opinion.pk]

    assert (told.label, told.url, told.verdict) == (petition.code, petition.get_absolute_url(), None)
    assert opinions.followups(stranger, [opinion]) == {}
    with pytest.raises(NotPermitted, match=petition.code):
        contacts.reclassify(opinion=opinion, kind=OpinionKind.THANKS, actor=clerk, at=AT)
