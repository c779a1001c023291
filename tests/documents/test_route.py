import pytest

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.documents import services
from nghitruong.documents.enums import IncomingState
from nghitruong.documents.models import Incoming
from tests.documents.cast import office_of
from tests.documents.test_register_incoming import came
from tests.factories import AT, TODAY


def test_it_goes_to_an_organ_or_a_person_who_then_sees_it(world, clerk, committee_head, agency_officer):
    entry = came(world.standing, clerk)

    services.route(
        incoming=entry, organ=world.department, instruction="Tham mưu trả lời", due_on=TODAY, actor=clerk, at=AT
    )
    to_agency = set(Incoming.objects.visible_to(agency_officer))
    routed = services.route(incoming=entry, organ=None, person=office_of(committee_head), actor=clerk, at=AT)

    assert to_agency == {entry}
    assert (routed.state, routed.handler_organ, routed.due_on) == (IncomingState.ROUTED, world.committee, TODAY)
    assert not Incoming.objects.visible_to(agency_officer).exists()


def test_to_nobody_or_by_others_it_does_not(world, clerk, delegate):
    entry = came(world.standing, clerk)

    with pytest.raises(Invalid):
        services.route(incoming=entry, organ=None, actor=clerk, at=AT)
    with pytest.raises(NotPermitted):
        services.route(incoming=entry, organ=world.department, actor=delegate, at=AT)
