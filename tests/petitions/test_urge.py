import pytest

from nghitruong.base.errors import NotPermitted
from nghitruong.documents.models import Document
from nghitruong.obligations.models import Obligation
from nghitruong.petitions import services
from tests.factories import AT, TODAY
from tests.petitions import stages


def test_urge_is_a_document_and_is_counted(world, clerk):
    petition = stages.forwarded(world, clerk)

    services.urge(petition=petition, on=TODAY, text="Đề nghị báo tiến độ", number="11/HĐND-VP", actor=clerk, at=AT)

    assert Obligation.objects.get(nature="answer").escalation == 1
    assert Document.objects.latest("pk").number == "11/HĐND-VP"
    assert stages.deeds_of(petition)[-1] == "petition.urge"


def test_urge_refused_where_the_agency_says_settled(world, clerk):
    with pytest.raises(NotPermitted, match="hãy xác minh"):
        services.urge(petition=stages.answered(world, clerk), on=TODAY, text="x", actor=clerk, at=AT)
