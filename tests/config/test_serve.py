import datetime as dt
import io

import pytest

from nghitruong.config.management.commands.serve import Command


@pytest.mark.parametrize(("on", "words"), [(dt.date(2026, 11, 1), ""), (dt.date(2027, 1, 1), "năm 2028")])
def test_start_up_warns_of_a_calendar_that_does_not_reach_next_year(db, on, words):
    told = io.StringIO()

    Command(stderr=told, no_color=True).warn(on)

    assert (words in told.getvalue(), bool(told.getvalue())) == (True, bool(words))
