"""Facts are looked into before a petition goes up, with source and person."""

from __future__ import annotations

import pytest
from django.urls import reverse

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.petitions import services
from nghitruong.petitions.enums import FactVerdict
from nghitruong.petitions.models import FactCheck, Petition
from nghitruong.petitions.selectors.quality import fact_counts
from tests.factories import AT, TODAY
from tests.petitions import stages

TEXT = "Đường vào tổ 4 hỏng từ năm 2019 (mẫu)"


def check(petition, actor, **values):
    given = {
        "petition": petition, "quote": "hỏng từ năm 2019", "verdict": FactVerdict.CORRECTED, "on": TODAY,
        "correction": "hỏng từ năm 2021", "source": "Biên bản của xã (mẫu)", "by": "Ông Mẫu", "actor": actor, "at": AT,
    }  # fmt: skip
    return services.check_fact(**{**given, **values})


def test_correction_stands_beside_the_voters_words(world, clerk):
    petition = stages.received(world, clerk, text=TEXT)

    check(petition, clerk)

    petition.refresh_from_db()
    assert petition.text == TEXT
    rows = Petition.objects.all()
    assert rows.aggregate(**fact_counts(rows)) == {"checked": None, "corrected": 1, "unverifiable": None}


@pytest.mark.parametrize("wrong", [{"quote": "không có trong lời"}, {"correction": ""}, {"source": " "}, {"by": ""}])
def test_quote_correction_source_and_person_are_required(world, clerk, wrong):
    with pytest.raises(Invalid):
        check(stages.received(world, clerk, text=TEXT), clerk, **wrong)


def test_nothing_is_checked_once_it_has_gone_up(world, clerk):
    with pytest.raises(NotPermitted):
        check(stages.forwarded(world, clerk, text=TEXT), clerk)


def test_page_takes_the_check_and_lists_it(world, clerk, signed_in):
    petition = stages.received(world, clerk, text=TEXT)
    address = reverse("petitions:check_fact", args=[petition.pk])
    sent = {
        "quote": "hỏng từ năm 2019",
        "verdict": "unverifiable",
        "source": "Hồ sơ",
        "by": "Ông Mẫu",
        "on": TODAY.isoformat(),
    }

    assert signed_in(clerk).post(address, sent).status_code == 302

    assert FactCheck.objects.get().verdict == "unverifiable"
    assert "không kiểm chứng được" in signed_in(clerk).get(address).content.decode()
