import datetime as dt

from nghitruong.notices import selectors, services
from tests import factories as make
from tests.factories import AT

GIVEN = {"text": "Sắp đến hạn (mẫu)", "subject_kind": "organisation.organ", "subject_id": 1}


def test_the_same_key_sends_once(world, clerk):
    first = services.send(key="a", organs=[world.office], at=AT, **GIVEN)
    second = services.send(key="a", organs=[world.office], at=AT, **GIVEN)

    assert (first, second, selectors.unread(clerk)) == (1, 0, 1)


def test_mark_read_is_for_one_office_alone(world, clerk):
    other = make.actor(world.office, "clerk", "Người khác")
    services.send(key="a", organs=[world.office], at=AT, **GIVEN)

    services.mark_read(actor=clerk, at=AT + dt.timedelta(minutes=1))

    assert (selectors.unread(clerk), selectors.unread(other)) == (0, 1)


def test_the_box_shows_and_marks(world, clerk, signed_in):
    services.send(key="a", organs=[world.office], at=AT, **GIVEN)
    client = signed_in(clerk)

    assert "Sắp đến hạn (mẫu)" in client.get("/thong-bao/").content.decode()
    assert client.post("/thong-bao/da-doc/").status_code == 302
    assert selectors.unread(clerk) == 0
