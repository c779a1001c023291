import pytest

from nghitruong.base.errors import Invalid
from nghitruong.obligations import services
from tests.factories import AT, TODAY


def test_refuse_gives_it_back(owe, chair, agency_officer):
    owed = services.fulfil(obligation=owe(), evidence="57/KT", on=TODAY, actor=agency_officer, at=AT)

    back = services.refuse(obligation=owed, reason="Chưa làm", on=TODAY, actor=chair, at=AT)

    assert (back.state, back.fulfilled_on) == ("open", None)


def test_refuse_needs_a_reason(owe, chair, agency_officer):
    owed = services.fulfil(obligation=owe(), evidence="57/KT", on=TODAY, actor=agency_officer, at=AT)

    with pytest.raises(Invalid, match="lý do"):
        services.refuse(obligation=owed, reason="", on=TODAY, actor=chair, at=AT)
