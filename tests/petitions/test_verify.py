import pytest

from nghitruong.base.errors import NotPermitted
from nghitruong.petitions import services
from nghitruong.petitions.enums import Finding, State
from tests.factories import AT, TODAY
from tests.petitions import stages

GIVEN = {"on": TODAY, "by": "Hồ Thị Lan", "place": "Tổ 4", "text": "Còn 26 tấm đan chưa thay", "at": AT}


def test_verify_by_a_delegate_records_and_moves_nothing(world, clerk, delegate):
    petition = stages.answered(world, clerk)

    seen = services.verify(petition=petition, finding=Finding.FAILED, actor=delegate, **GIVEN)

    petition.refresh_from_db()
    assert petition.state == State.ANSWERED
    assert seen.answer == petition.answers.get()


def test_verify_refused_to_the_agency(world, clerk, agency_officer):
    with pytest.raises(NotPermitted, match="Đại biểu, Ban hoặc Văn phòng"):
        services.verify(petition=stages.answered(world, clerk), finding=Finding.PASSED, actor=agency_officer, **GIVEN)
