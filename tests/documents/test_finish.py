import pytest

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.documents import services
from nghitruong.documents.enums import IncomingState
from tests.documents.test_register_incoming import came
from tests.factories import AT


def test_the_handler_finishes_with_a_result(world, clerk, agency_officer, delegate):
    entry = services.route(incoming=came(world.standing, clerk), organ=world.department, actor=clerk, at=AT)
    with pytest.raises(NotPermitted):
        services.finish(incoming=entry, outcome="Xong", actor=delegate, at=AT)
    with pytest.raises(Invalid):
        services.finish(incoming=entry, outcome=" ", actor=agency_officer, at=AT)

    done = services.finish(incoming=entry, outcome="Đã trả lời bằng công văn 12", actor=agency_officer, at=AT)

    assert (done.state, done.outcome) == (IncomingState.FINISHED, "Đã trả lời bằng công văn 12")
    with pytest.raises(NotPermitted):
        services.route(incoming=done, organ=world.department, actor=clerk, at=AT)
