import pytest

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.documents import services
from nghitruong.documents.models import Copy
from tests.documents.cast import draft, issued, office_of
from tests.documents.test_register_incoming import came
from tests.factories import AT


def test_copies_have_numbers_of_their_own(world, clerk, chair):
    paper, entry = issued(world.standing, clerk, chair), came(world.standing, clerk)
    given = {"signer": office_of(chair), "actor": clerk, "at": AT}

    codes = [
        services.copy(paper=paper, kind="SY", **given).code,
        services.copy(paper=entry, kind="TrS", extract="Mục II", recipients="Tổ đại biểu số 1", **given).code,
        services.copy(paper=entry, kind="SL", **given).code,
    ]

    assert codes == ["01/SY-HĐND", "02/TrS-HĐND", "03/SL-HĐND"]


def test_what_is_not_copied(world, clerk, chair, stranger):
    paper = issued(world.standing, clerk, chair)
    given = {"signer": office_of(chair), "at": AT}

    with pytest.raises(NotPermitted):
        services.copy(paper=draft(world.standing, clerk), kind="SY", actor=clerk, **given)
    with pytest.raises(NotPermitted):
        services.copy(paper=paper, kind="SY", actor=stranger, **given)
    with pytest.raises(Invalid):
        services.copy(paper=paper, kind="TrS", actor=clerk, **given)
    with pytest.raises(Invalid):
        services.copy(paper=paper, kind="SY", actor=clerk, signer=office_of(stranger), at=AT)
    assert Copy.objects.count() == 0
