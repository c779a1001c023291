import pytest

from nghitruong.base.errors import NotPermitted
from nghitruong.petitions import services
from nghitruong.petitions.enums import Level, State
from tests.factories import AT
from tests.petitions import stages


def test_sort_sets_field_level_and_agency(world, clerk):
    petition = stages.sorted_(world, clerk)

    petition.refresh_from_db()
    assert (petition.state, petition.level, petition.lead) == (State.SORTED, Level.COMMUNE, world.department)
    assert stages.deeds_of(petition) == ["petition.receive", "petition.sort"]


def test_sort_refused_to_a_delegate(world, clerk, delegate):
    petition = stages.received(world, clerk)

    with pytest.raises(NotPermitted, match="Văn phòng hoặc Thường trực"):
        services.sort(petition=petition, field=stages.field(), level=Level.COMMUNE, lead=None, actor=delegate, at=AT)

    petition.refresh_from_db()
    assert petition.state == State.RECEIVED


def test_sort_refused_after_forwarding(world, clerk):
    with pytest.raises(NotPermitted, match="«phân loại» khi đang ở trạng thái «đã chuyển giải quyết»"):
        services.sort(
            petition=stages.forwarded(world, clerk),
            field=stages.field(),
            level=Level.COMMUNE,
            lead=None,
            actor=clerk,
            at=AT,
        )
