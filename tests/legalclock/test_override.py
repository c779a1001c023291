import datetime as dt

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.legalclock import selectors
from nghitruong.legalclock import services as legalclock
from nghitruong.legalclock.models import Rule
from tests.factories import AT

SINCE = dt.date(2026, 1, 1)


def national(key="petition.answer"):
    return Rule.objects.get(key=key, council_id=None)


def override(actor, **values):
    values = {"number": 30, "day_type": "working", "citation": "Điều 27 khoản 3", "valid_from": SINCE, **values}
    return legalclock.override(rule=national(), actor=actor, at=AT, **values)


def test_override_is_the_councils_own_with_name_and_citation(clerk):
    own = override(clerk)

    assert (own.council_id, own.number, own.confidence) == (clerk.council_id, 30, "verified")
    assert own.confirmed_by == f"{clerk.name}, {clerk.office}"
    assert own.confirmed_at == AT
    assert Entry.objects.get(deed="rule.override").changes["citation"] == "Điều 27 khoản 3"
    assert national().number == 60


def test_a_later_override_ends_the_earlier_one(clerk):
    first = override(clerk)
    override(clerk, number=20, valid_from=dt.date(2026, 6, 1))

    first.refresh_from_db()
    assert first.valid_to == dt.date(2026, 5, 31)
    found = [
        selectors.rule_for("petition.answer", council_id=clerk.council_id, on=day).number
        for day in (dt.date(2025, 12, 31), dt.date(2026, 5, 31), dt.date(2026, 6, 1))
    ]
    assert found == [60, 30, 20]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"citation": ""}, "phải ghi căn cứ"),
        ({"number": 4000}, "từ 0 đến 3650"),
        ({"day_type": "lunar"}, "từ 0 đến 3650"),
    ],
)
def test_override_refuses_what_says_nothing(clerk, values, words):
    with pytest.raises(Invalid, match=words):
        override(clerk, **values)


def test_override_refuses_to_rewrite_the_past(clerk):
    override(clerk)

    with pytest.raises(Invalid, match="áp dụng từ 01/01/2026"):
        override(clerk, number=20)


@pytest.mark.parametrize("who", ["delegate", "agency_officer", "auditor", "administrator"])
def test_override_is_for_the_office(request, who):
    with pytest.raises(NotPermitted):
        override(request.getfixturevalue(who))

    assert not Entry.objects.exists()


def test_withdraw_gives_the_default_back(clerk):
    own = override(clerk)

    legalclock.withdraw(rule=own, on=dt.date(2026, 3, 31), actor=clerk, at=AT)

    found = selectors.rule_for("petition.answer", council_id=clerk.council_id, on=dt.date(2026, 4, 1))
    assert found == national()
    assert Entry.objects.filter(deed="rule.withdraw").count() == 1


def test_withdraw_refuses_national_rules_foreign_ones_and_days_before_the_start(clerk, stranger):
    own = override(clerk)

    with pytest.raises(NotPermitted, match="Quy tắc chung"):
        legalclock.withdraw(rule=national(), on=SINCE, actor=clerk, at=AT)
    with pytest.raises(NotPermitted, match="đang phục vụ"):
        legalclock.withdraw(rule=own, on=SINCE, actor=stranger, at=AT)
    with pytest.raises(Invalid, match="không thể trước"):
        legalclock.withdraw(rule=own, on=dt.date(2025, 12, 31), actor=clerk, at=AT)


def test_confirm_by_a_council_makes_its_own_verified_copy(clerk):
    own = legalclock.confirm(rule=national(), citation="Điều 47 khoản 1", actor=clerk, at=AT)

    assert (own.council_id, own.number, own.confidence) == (clerk.council_id, 60, "verified")
    assert national().confidence == "to_confirm"


def test_confirm_by_the_installations_keeper_confirms_the_national_row(administrator):
    rule = legalclock.confirm(rule=national(), citation="Điều 47 khoản 1", actor=administrator, at=AT)

    assert (rule.council_id, rule.confidence, rule.citation) == (None, "verified", "Điều 47 khoản 1")
    assert rule.confirmed_by.startswith(administrator.name)
    assert Entry.objects.filter(deed="rule.confirm").count() == 1


def test_confirm_needs_a_citation_and_a_number(clerk, administrator):
    with pytest.raises(Invalid, match="phải ghi căn cứ"):
        legalclock.confirm(rule=national(), citation=" ", actor=clerk, at=AT)
    with pytest.raises(NotPermitted):
        override(administrator)
