import pytest

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.obligations import services
from tests.factories import AT, TODAY


def test_fulfil_waits_for_acceptance(owe, agency_officer):
    owed = services.fulfil(obligation=owe(), evidence="57/KT", on=TODAY, actor=agency_officer, at=AT)

    assert (owed.state, owed.closed_on) == ("fulfilled", None)


def test_fulfil_needs_evidence(owe, agency_officer):
    with pytest.raises(Invalid, match="bằng chứng"):
        services.fulfil(obligation=owe(), evidence=" ", on=TODAY, actor=agency_officer, at=AT)


def test_fulfil_refused_to_a_delegate(owe, delegate):
    with pytest.raises(NotPermitted, match="bên có nghĩa vụ"):
        services.fulfil(obligation=owe(), evidence="x", on=TODAY, actor=delegate, at=AT)
