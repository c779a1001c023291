import pytest
from django.urls import reverse

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.documents import services
from nghitruong.documents.enums import IncomingState
from nghitruong.documents.models import Delivery, Incoming
from nghitruong.documents.services import Recipient
from nghitruong.organisation.enums import OrganKind
from tests import factories as make
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


def test_a_text_enters_a_house_s_register_once_and_its_own_never(world, clerk, chair, stranger, signed_in):
    standing = make.organ("Thường trực xã Bên", OrganKind.STANDING, council=world.other_council)
    names = [world.committee, world.other_office, standing]
    paper = issued(world.standing, clerk, chair, recipients=[Recipient(organ=each) for each in names])
    inside, first, second = Delivery.objects.filter(paper=paper)
    with pytest.raises(NotPermitted, match="sổ văn bản đi"):
        services.receive(delivery=inside, actor=clerk, at=AT)
    assert signed_in(clerk).get(reverse("documents:incoming")).context["arrived"] == []
    page = signed_in(stranger).get(reverse("documents:incoming"))
    assert page.context["arrived"] == [[first, second]]

    entry = services.receive(delivery=first, actor=stranger, at=AT)

    second.refresh_from_db()
    assert (second.opened_at, Incoming.objects.get(), entry.number) == (AT, entry, 1)
    assert signed_in(stranger).get(reverse("documents:incoming")).context["arrived"] == []


def test_drafts_are_sent_to_nobody(world, clerk, stranger):
    with pytest.raises(NotPermitted):
        services.distribute(paper=draft(world.standing, clerk), recipients=[Recipient(name="Báo")], actor=clerk, at=AT)


def test_nobody_new_is_refused(world, clerk, chair):
    paper = issued(world.standing, clerk, chair, recipients=[Recipient(organ=world.department)])

    with pytest.raises(Invalid):
        services.distribute(paper=paper, recipients=[Recipient(organ=world.department)], actor=clerk, at=AT)
