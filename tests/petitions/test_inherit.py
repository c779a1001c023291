import pytest

from nghitruong.base.errors import NotPermitted
from nghitruong.obligations.models import Obligation
from nghitruong.organisation.enums import OrganKind, Role
from nghitruong.petitions import services
from nghitruong.petitions.models import Petition
from tests import factories as make
from tests.factories import AT, TODAY
from tests.petitions import stages


@pytest.fixture
def successor(world):
    council = make.organ("Hội đồng nhân dân phường Mới", OrganKind.COUNCIL)
    council.predecessors.add(world.council)
    return council


def test_inherit_moves_the_keeper_and_keeps_who_took_it_in(world, clerk, successor):
    petition = stages.forwarded(world, clerk)
    office = make.organ("Văn phòng phường Mới", OrganKind.OFFICE, council=successor)
    agency = make.organ("Ủy ban nhân dân phường Mới", OrganKind.PEOPLES_COMMITTEE, council=successor)
    heir = make.actor(office, Role.CLERK)

    services.inherit(petition=petition, council=successor, lead=agency, on=TODAY, actor=heir, at=AT)

    petition.refresh_from_db()
    assert (petition.council, petition.keeper, petition.lead) == (world.council, successor, agency)
    assert Obligation.objects.get(nature="answer").debtor == agency
    assert list(Petition.objects.visible_to(heir)) == [petition]


def test_inherit_refused_to_anybody_else(world, clerk, stranger, successor):
    with pytest.raises(NotPermitted, match="kế thừa"):
        services.inherit(
            petition=stages.forwarded(world, clerk), council=successor, lead=None, on=TODAY, actor=stranger, at=AT
        )
