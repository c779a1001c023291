import pytest

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.documents import services
from nghitruong.documents.enums import PaperState
from tests.documents.cast import draft, issued
from tests.factories import AT


def test_a_dropped_draft_takes_no_number(world, clerk, chair):
    dropped = services.drop(paper=draft(world.standing, clerk), reason="Không cần nữa", actor=clerk, at=AT)

    assert (dropped.state, dropped.number) == (PaperState.DROPPED, None)
    assert issued(world.standing, clerk, chair).number == 1


def test_what_has_a_number_is_never_dropped(world, clerk, chair):
    with pytest.raises(NotPermitted):
        services.drop(paper=issued(world.standing, clerk, chair), reason="Nhầm", actor=clerk, at=AT)
    with pytest.raises(Invalid):
        services.drop(paper=draft(world.standing, clerk), reason="", actor=clerk, at=AT)
