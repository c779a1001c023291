import pytest

from nghitruong.base.errors import NotPermitted
from nghitruong.documents import services
from nghitruong.documents.enums import PaperState
from tests.documents.cast import draft, issued
from tests.factories import AT


def test_a_draft_goes_up(world, clerk):
    assert services.submit(paper=draft(world.standing, clerk), actor=clerk, at=AT).state == PaperState.SUBMITTED


def test_what_is_issued_does_not(world, clerk, chair, stranger):
    paper = issued(world.standing, clerk, chair)

    with pytest.raises(NotPermitted):
        services.submit(paper=paper, actor=clerk, at=AT)
    with pytest.raises(NotPermitted):
        services.submit(paper=draft(world.standing, clerk), actor=stranger, at=AT)
