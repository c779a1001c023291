"""Every deed of the ledger x everybody of the cast: who may, who may not, written by hand."""

import pytest

from nghitruong.obligations import policies
from nghitruong.obligations.enums import Nature
from nghitruong.obligations.models import Obligation
from tests import factories as make

OFFICE = {"clerk", "chair"}
CREDITOR = OFFICE
DEBTOR = OFFICE | {"agency_officer"}
WHO = [
    "clerk",
    "chair",
    "committee_head",
    "delegate",
    "group_head",
    "agency_officer",
    "front_officer",
    "upper_office",
    "auditor",
    "administrator",
    "stranger",
]
TABLE = {
    "fulfil": ("open", DEBTOR),
    "accept": ("fulfilled", CREDITOR),
    "refuse": ("fulfilled", CREDITOR),
    "extend": ("open", CREDITOR),
    "reassign": ("open", CREDITOR),
    "set_deadline": ("open", CREDITOR),
    "urge": ("open", CREDITOR),
    "cancel": ("open", CREDITOR),
}


@pytest.mark.parametrize("deed", TABLE)
@pytest.mark.parametrize("who", WHO)
def test_who_may(owe, request, deed, who):
    state, allowed = TABLE[deed]
    owed = owe(nature=Nature.TASK, due_on=make.TODAY)
    owed.state = state

    assert bool(getattr(policies, f"can_{deed}")(request.getfixturevalue(who), owed)) is (who in allowed)


@pytest.mark.parametrize("who", WHO)
def test_who_sees(owe, request, who):
    owe(nature=Nature.TASK)

    seen = Obligation.objects.visible_to(request.getfixturevalue(who)).count()

    assert seen == (who not in {"auditor", "administrator", "stranger"})


def test_who_sits_in_an_organ_does_not_speak_for_it(owe, world, delegate, chair):
    owed = owe(creditor=world.council)
    owed.state = "fulfilled"

    assert not policies.can_accept(delegate, owed)
    assert policies.can_accept(chair, owed)


def test_a_debtor_hands_back_only_what_it_was_asked_to_answer(owe, agency_officer):
    assert policies.can_cancel(agency_officer, owe(nature=Nature.ANSWER))
    assert not policies.can_cancel(agency_officer, owe(nature=Nature.COMMITMENT))


@pytest.mark.parametrize("deed", [deed for deed in TABLE if deed != "set_deadline"])
def test_a_debt_to_answer_moves_with_its_matter(owe, clerk, deed):
    owed = owe(nature=Nature.ANSWER, due_on=make.TODAY)
    owed.state = TABLE[deed][0]

    verdict = policies.can_do_here(deed, clerk, owed)

    assert not verdict
    assert "trong hồ sơ «mẫu»" in verdict.reason
