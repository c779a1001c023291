import pytest

from nghitruong.base.errors import Invalid
from nghitruong.language import fold
from nghitruong.obligations.models import Obligation
from nghitruong.organisation.enums import OrganKind, Role
from nghitruong.petitions import services
from nghitruong.petitions.enums import State
from nghitruong.petitions.models import Petition
from tests import factories as make
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


def test_who_is_named_competent_sees_nothing_before_it_is_forwarded(world, clerk, agency_officer):
    beside = make.organ("Phòng Kinh tế xã Bên (mẫu)", OrganKind.DEPARTMENT, council=world.other_council)
    beside.folded = fold(beside.name)
    beside.save()
    petition = services.forward(
        petition=stages.sorted_(world, clerk), lead=world.department, coordinating=[world.peoples_committee], on=TODAY,
        actor=clerk, at=AT,
    )  # fmt: skip

    sent = services.send_back(
        petition=petition, reason="Không thuộc phòng", competent=None, competent_name=beside.name, basis="Phân cấp", on=TODAY,
        actor=agency_officer, at=AT,
    )  # fmt: skip

    readers = [
        make.actor(beside, Role.AGENCY_OFFICER, "Bà Phòng Bên"),
        make.actor(world.peoples_committee, Role.PC_CHAIR, "Ông Chủ tịch"),
    ]
    assert (sent.forwarded_on, sent.coordinations.count()) == (None, 0)
    assert [Petition.objects.visible_to(reader).filter(pk=sent.pk).exists() for reader in readers] == [False, False]
