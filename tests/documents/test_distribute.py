import pytest

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.documents import services
from nghitruong.documents.enums import IncomingState
from nghitruong.documents.models import Delivery, Incoming
from nghitruong.documents.services import Recipient
from tests.documents.cast import draft, issued
from tests.factories import AT


def test_recipients_are_sent_to_when_it_is_issued_and_more_later(world, clerk, chair):
    paper = issued(world.standing, clerk, chair, recipients=[Recipient(organ=world.department)])

    services.distribute(
        paper=paper, recipients=[Recipient(organ=world.front), Recipient(organ=world.department)], actor=clerk, at=AT
    )

    rows = Delivery.objects.filter(paper=paper)
    assert [(each.organ, each.sent_at) for each in rows] == [(world.department, AT), (world.front, AT)]


def test_the_receiver_opens_it_and_it_stands_in_its_register(world, clerk, chair, agency_officer, stranger):
    paper = issued(world.standing, clerk, chair, recipients=[Recipient(organ=world.department)])
    delivery = Delivery.objects.get(paper=paper)
    with pytest.raises(NotPermitted):
        services.receive(delivery=delivery, actor=stranger, at=AT)

    entry = services.receive(delivery=delivery, actor=agency_officer, at=AT)

    delivery.refresh_from_db()
    assert (delivery.opened_at, delivery.opened_by.startswith("Trịnh Công Lập")) == (AT, True)
    assert (entry.body, entry.number, entry.code, entry.author) == (
        world.department, 1, "01/TB-HĐND", world.standing.name
    )  # fmt: skip
    assert entry.state == IncomingState.REGISTERED
    assert list(Incoming.objects.visible_to(agency_officer)) == [entry]
    with pytest.raises(NotPermitted):
        services.receive(delivery=delivery, actor=agency_officer, at=AT)


def test_drafts_are_sent_to_nobody(world, clerk, stranger):
    with pytest.raises(NotPermitted):
        services.distribute(paper=draft(world.standing, clerk), recipients=[Recipient(name="Báo")], actor=clerk, at=AT)


def test_nobody_new_is_refused(world, clerk, chair):
    paper = issued(world.standing, clerk, chair, recipients=[Recipient(organ=world.department)])

    with pytest.raises(Invalid):
        services.distribute(paper=paper, recipients=[Recipient(organ=world.department)], actor=clerk, at=AT)
