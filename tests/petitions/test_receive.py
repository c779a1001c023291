import datetime as dt

import pytest

from nghitruong.base.errors import Conflict, Invalid, NotPermitted
from nghitruong.contacts.models import Opinion
from nghitruong.petitions import services
from nghitruong.petitions.enums import State
from nghitruong.petitions.models import Petition
from tests.factories import AT, TODAY
from tests.petitions import stages


def test_receive_numbers_in_the_councils_yearly_series(world, clerk):
    first = stages.received(world, clerk)
    second = stages.received(world, clerk)

    assert (first.code, second.code) == ("KN-0001/2026", "KN-0002/2026")
    assert (first.state, first.keeper) == (State.RECEIVED, world.council)
    assert stages.deeds_of(first) == ["petition.receive"]


def test_receive_refused_to_a_stranger_writes_nothing(world, stranger):
    with pytest.raises(NotPermitted, match="chính Hội đồng nhân dân này"):
        stages.received(world, stranger)

    assert not Petition.objects.exists()


def test_receive_refuses_a_day_in_the_future(world, clerk):
    with pytest.raises(Invalid, match="tương lai"):
        stages.received(world, clerk, on=TODAY + dt.timedelta(days=1))


def test_receive_refuses_an_empty_text(world, clerk):
    with pytest.raises(Invalid, match="để trống"):
        stages.received(world, clerk, text="  ")


def test_receive_counts_thanks_apart(world, clerk):
    noted = services.receive(
        council=world.council, text="Cảm ơn (mẫu)", received_on=TODAY, kind="thanks", actor=clerk, at=AT
    )

    assert noted.state == State.NOTED
    assert list(Petition.objects.visible_to(clerk).real()) == []


def test_edit_shows_the_second_editor_what_stands_now(world, clerk):
    petition = stages.received(world, clerk)
    values = {"place": "", "unit": None, "voter": "", "voices": 1, "actor": clerk, "at": AT}
    services.edit(petition=petition, version=1, text="Bản của người thứ nhất", **values)

    with pytest.raises(Conflict) as raised:
        services.edit(petition=petition, version=1, text="Bản của người thứ hai", **values)

    assert raised.value.current["text"] == "Bản của người thứ nhất"


def test_edit_refused_once_forwarded(world, clerk):
    petition = stages.forwarded(world, clerk)

    with pytest.raises(NotPermitted, match="giữ nguyên như lúc chuyển"):
        services.edit(
            petition=petition,
            version=petition.version,
            text="x",
            place="",
            unit=None,
            voter="",
            voices=1,
            actor=clerk,
            at=AT,
        )


def test_receive_page_from_an_opinion_redirects_to_the_matter(world, clerk, signed_in):
    client = signed_in(clerk)

    response = client.post(
        "/kien-nghi/tiep-nhan/",
        {
            "text": "Đèn hỏng (mẫu)",
            "received_on": "02/03/2020",
            "channel": "contact",
            "kind": "petition",
            "voices": "1",
        },
    )

    assert response.status_code == 302
    assert "Đèn hỏng (mẫu)" in client.get(response.url).content.decode()
    assert not Opinion.objects.exists()
