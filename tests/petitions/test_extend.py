import pytest

from nghitruong.base.errors import NotPermitted
from nghitruong.petitions import services
from tests.factories import AT, TODAY
from tests.petitions import stages

GIVEN = {"number": 10, "day_type": "working", "reason": "Nghỉ Tết", "citation": "", "on": TODAY, "at": AT}


def test_extend_moves_the_due_date_in_ledger_and_petition(world, clerk):
    petition = stages.forwarded(world, clerk)
    before = petition.due_on

    after = services.extend(petition=petition, actor=clerk, **GIVEN)

    assert after.due_on > before
    assert stages.deeds_of(petition)[-1] == "petition.extend"


def test_extend_refused_to_the_agency_itself(world, clerk, agency_officer):
    petition = stages.forwarded(world, clerk)

    with pytest.raises(NotPermitted):
        services.extend(petition=petition, actor=agency_officer, **GIVEN)
