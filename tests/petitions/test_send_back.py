import pytest

from nghitruong.base.errors import Invalid
from nghitruong.obligations.models import Obligation
from nghitruong.petitions import services
from nghitruong.petitions.enums import State
from tests.factories import AT, TODAY
from tests.petitions import stages


def test_send_back_names_who_is_competent_and_ends_the_debt(world, clerk, agency_officer):
    petition = services.send_back(
        petition=stages.forwarded(world, clerk),
        reason="Tuyến đường do cấp tỉnh quản lý",
        competent=None,
        competent_name="Sở Xây dựng",
        basis="Quyết định phân cấp (mẫu)",
        on=TODAY,
        actor=agency_officer,
        at=AT,
    )

    assert petition.state == State.RETURNED
    assert set(Obligation.objects.values_list("state", flat=True)) == {"cancelled"}


def test_send_back_without_a_competent_body_is_refused(world, clerk, agency_officer):
    with pytest.raises(Invalid, match="cơ quan có thẩm quyền"):
        services.send_back(
            petition=stages.forwarded(world, clerk),
            reason="Không phải việc của phòng",
            competent=None,
            basis="x",
            on=TODAY,
            actor=agency_officer,
            at=AT,
        )
