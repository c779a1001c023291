"""What the council's bodies and the voter hold of an answer."""

from __future__ import annotations

import pytest
from django.urls import reverse

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.organisation.models import Organ
from nghitruong.petitions import services
from nghitruong.petitions.enums import Appraised
from tests.factories import AT, TODAY
from tests.petitions import stages


def test_standing_committee_assesses_the_latest_answer(world, clerk):
    petition = stages.answered(world, clerk)

    judged = services.assess(
        petition=petition, organ=world.standing, verdict=Appraised.PARTLY, text="Chưa nêu kinh phí.", on=TODAY,
        actor=clerk, at=AT,
    )  # fmt: skip

    assert (judged.answer, judged.organ) == (petition.answers.get(), world.standing)
    assert stages.deeds_of(petition)[-1] == "petition.assess"


def test_body_of_another_council_is_refused(world, clerk):
    with pytest.raises(Invalid):
        services.assess(
            petition=stages.answered(world, clerk), organ=world.council, verdict=Appraised.GOOD, text="x", on=TODAY,
            actor=clerk, at=AT,
        )  # fmt: skip


def test_committee_assesses_for_itself_alone(world, clerk, committee_head):
    petition = stages.answered(world, clerk)
    given = {
        "petition": petition, "verdict": Appraised.GOOD, "text": "Rõ (mẫu)", "on": TODAY, "actor": committee_head,
        "at": AT,
    }  # fmt: skip

    own = services.assess(organ=Organ.objects.get(pk=committee_head.organ_id), **given)

    assert own.organ_id == committee_head.organ_id
    with pytest.raises(NotPermitted, match="chính mình"):
        services.assess(organ=world.standing, **given)


def test_agency_does_not_assess_itself(world, clerk, agency_officer):
    with pytest.raises(NotPermitted):
        services.assess(
            petition=stages.answered(world, clerk), organ=world.standing, verdict=Appraised.GOOD, text="x", on=TODAY,
            actor=agency_officer, at=AT,
        )  # fmt: skip


def test_delegate_writes_down_the_voters_word(world, clerk, delegate, signed_in):
    petition = stages.answered(world, clerk)
    sent = {"heard": "gặp tại nhà", "verdict": "poor", "text": "Mới vá một đoạn", "on": TODAY.isoformat()}

    answer = signed_in(delegate).post(reverse("petitions:hear_voter", args=[petition.pk]), sent)

    assert answer.status_code == 302
    word = petition.assessments.get()
    assert (word.organ, word.heard, word.verdict) == (None, "gặp tại nhà", "poor")


def test_nothing_to_assess_before_an_answer(world, clerk):
    with pytest.raises(NotPermitted, match="Chưa có câu trả lời"):
        services.hear_voter(
            petition=stages.forwarded(world, clerk), heard="x", verdict=Appraised.GOOD, text="x", on=TODAY, actor=clerk,
            at=AT,
        )  # fmt: skip
