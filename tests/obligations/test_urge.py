import datetime as dt

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.obligations import services
from nghitruong.obligations.enums import Rung
from tests.factories import AT, TODAY


def urge(owed, actor, **values):
    return services.urge(**{"obligation": owed, "text": "Báo tiến độ", "on": TODAY, "actor": actor, "at": AT, **values})


def test_urge_climbs_only_as_far_as_was_done(owe, clerk):
    owed = owe()

    reached = [urge(owed, clerk, **values).escalation for values in ({}, {}, {}, {"rung": Rung.QUESTION}, {})]

    assert reached == [Rung.FIRST, Rung.AGAIN, Rung.AGAIN, Rung.QUESTION, Rung.QUESTION]


def test_urge_is_told_with_its_words_and_document(owe, clerk):
    urge(owe(), clerk, number="31/HĐND-VP")

    assert Entry.objects.get(deed="obligation.urge").changes == {
        "mức": "đôn đốc lần đầu",
        "nội dung": "Báo tiến độ",
        "văn bản": "31/HĐND-VP",
        "ngày": "2026-03-02",
    }


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"rung": Rung.FIRST}, "không ghi lùi"),
        ({"text": " "}, "nội dung"),
        ({"on": TODAY + dt.timedelta(days=1)}, "phía trước"),
    ],
)
def test_urge_refuses_what_cannot_be(owe, clerk, wrong, words):
    owed = urge(owe(), clerk, rung=Rung.AUTHORITY)

    with pytest.raises(Invalid, match=words):
        urge(owed, clerk, **wrong)


def test_urge_refused_to_the_debtor(owe, agency_officer):
    with pytest.raises(NotPermitted):
        services.urge(obligation=owe(), text="x", on=TODAY, actor=agency_officer, at=AT)
