"""Proposals on the sort page, a council's own words, and learning from what it sorted."""

from __future__ import annotations

import pytest
from django.urls import reverse

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.organisation.selectors import organs_to_forward
from nghitruong.petitions import jobs, services
from nghitruong.petitions.models import Field, Learnt, ReadingRule
from nghitruong.petitions.selectors import proposals
from tests.factories import AT, TODAY
from tests.petitions import stages

TEXT = "Đề nghị lắp đèn chiếu sáng ngõ 4 (mẫu)"


def propose(petition, actor, on):
    fields = list(Field.objects.filter(parent__isnull=False).select_related("parent"))
    return proposals.propose(petition, on, fields=fields, organs=list(organs_to_forward(actor, on)))


def set_rule(world, actor, **values):
    given = {
        "council": world.council, "dimension": "field", "words": "đèn chiếu sáng", "value": "an-ninh", "weight": 9,
        "citation": "Quy chế mẫu", "valid_from": TODAY, "actor": actor, "at": AT,
    }  # fmt: skip
    return services.set_rule(**{**given, **values})


def test_proposal_names_field_level_agency_and_its_words(world, clerk):
    petition = stages.received(world, clerk, text=TEXT)

    told = propose(petition, clerk, TODAY)

    assert (told.field.code, told.level, told.lead) == ("dien", "commune", world.peoples_committee)
    assert "chiếu sáng" in {TEXT[start:end] for start, end in told.marks}


def test_sort_page_is_filled_with_the_proposal(world, clerk, signed_in):
    petition = stages.received(world, clerk, text=TEXT)

    page = signed_in(clerk).get(reverse("petitions:sort", args=[petition.pk]))

    assert page.context["form"].initial["field"] == Field.objects.get(code="dien", council=None).pk
    assert "data-ready" in page.content.decode()
    assert '<mark class="nt-mark">' in page.content.decode()


def test_own_rule_takes_the_place_of_the_shipped_one_until_ended(world, clerk):
    petition = stages.received(world, clerk, text=TEXT)

    rule = set_rule(world, clerk, words="đèn chiếu sáng")
    assert propose(petition, clerk, TODAY).field.code == "an-ninh"

    services.end_rule(rule=rule, on=TODAY, actor=clerk, at=AT)
    assert propose(petition, clerk, TODAY).field.code == "dien"


def test_rule_without_words_is_refused(world, clerk):
    with pytest.raises(Invalid):
        set_rule(world, clerk, words="  \n ")


@pytest.mark.parametrize(("dimension", "value"), [("level", "cấp tỉnh"), ("kind", "kiến nghị")])
def test_rule_concludes_a_value_of_the_list(world, clerk, dimension, value):
    with pytest.raises(Invalid, match="danh sách"):
        set_rule(world, clerk, dimension=dimension, value=value)


def test_other_council_may_not_set_it(world, upper_office):
    with pytest.raises(NotPermitted):
        set_rule(world, upper_office)


def test_rule_is_set_and_ended_on_its_page(world, clerk, signed_in):
    browser = signed_in(clerk)
    sent = {
        "dimension": "field",
        "words": "bến thuyền",
        "value": "thuy-san",
        "weight": 8,
        "valid_from": TODAY.isoformat(),
    }

    assert browser.post(reverse("petitions:set_rule"), sent).status_code == 302
    assert "bến thuyền" in browser.get(reverse("petitions:reading_rules")).content.decode()
    rule = ReadingRule.objects.get()
    assert browser.post(reverse("petitions:end_rule", args=[rule.pk])).status_code == 302
    rule.refresh_from_db()
    assert rule.valid_to is not None


def test_habit_of_the_council_comes_before_the_rule(world, clerk):
    for n in range(3):
        petition = stages.received(world, clerk, text=f"Lắp đèn đường số {n} (mẫu)")
        services.sort(
            petition=petition, field=Field.objects.get(code="dien", council=None), level="commune",
            lead=world.department, actor=clerk, at=AT,
        )  # fmt: skip

    services.learn(council=world.council, actor=clerk, at=AT)
    told = propose(stages.received(world, clerk, text=TEXT), clerk, TODAY)

    assert (told.lead, told.lines[-1].habit) == (world.department, 3)


def test_job_learns_once_from_sorted_petitions(world, clerk):
    for n in range(6):
        stages.sorted_(world, clerk, text=f"Bến thuyền số {n} (mẫu)")

    assert jobs.learn(AT) == [world.council.pk]
    assert jobs.learn(AT) == []
    assert Learnt.objects.get(council=world.council).cases == 6
