import datetime as dt

import pytest

from nghitruong.base.errors import Invalid
from nghitruong.petitions import services
from nghitruong.petitions.enums import Outcome
from tests.factories import AT
from tests.petitions import stages

WORDS = "phần còn lại sẽ làm xong trước ngày 10/04/2026"


def test_commit_makes_a_promise_a_dated_debt_with_its_words(world, clerk):
    petition = stages.answered(world, clerk, outcome=Outcome.IN_PROGRESS)

    owed = services.commit(
        petition=petition, quote=WORDS, what="Làm xong phần còn lại", due_on=dt.date(2026, 4, 10), actor=clerk, at=AT
    )

    assert (owed.nature, owed.due_on, owed.quote) == ("commitment", dt.date(2026, 4, 10), WORDS)


def test_commit_needs_words_that_stand_in_the_answer(world, clerk):
    with pytest.raises(Invalid, match="nguyên văn"):
        services.commit(
            petition=stages.answered(world, clerk), quote="lời không có", what="x", due_on=None, actor=clerk, at=AT
        )


def test_commit_without_a_date_invents_none(world, clerk):
    owed = services.commit(
        petition=stages.answered(world, clerk), quote=WORDS, what="x", due_on=None, actor=clerk, at=AT
    )

    assert (owed.due_on, owed.clock) == (None, None)
