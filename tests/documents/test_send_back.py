import pytest

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.documents import services
from nghitruong.documents.enums import PaperState
from tests.documents.cast import draft
from tests.factories import AT


def test_a_submitted_draft_comes_back_with_the_reason(world, clerk, chair):
    paper = services.submit(paper=draft(world.standing, clerk), actor=clerk, at=AT)

    back = services.send_back(paper=paper, reason="Sửa mục 2", actor=chair, at=AT)

    assert back.state == PaperState.DRAFT


def test_without_a_reason_or_a_submission_it_does_not(world, clerk, chair):
    paper = draft(world.standing, clerk)

    with pytest.raises(NotPermitted):
        services.send_back(paper=paper, reason="Sửa", actor=chair, at=AT)
    with pytest.raises(Invalid):
        services.send_back(paper=services.submit(paper=paper, actor=clerk, at=AT), reason=" ", actor=chair, at=AT)
