"""Organs hear of the texts sent or routed to them; of secret ones nobody does."""

from __future__ import annotations

from nghitruong.documents import services
from nghitruong.documents.enums import Secrecy
from nghitruong.documents.services import Recipient
from nghitruong.notices.models import Notice
from tests.documents.cast import issued
from tests.documents.test_register_incoming import came
from tests.factories import AT


def test_receivers_are_told_once_and_handlers_too(world, clerk, chair):
    paper = issued(world.standing, clerk, chair, recipients=[Recipient(organ=world.department), Recipient(name="Báo")])
    services.distribute(paper=paper, recipients=[Recipient(organ=world.front)], actor=clerk, at=AT)
    services.route(incoming=came(world.standing, clerk), organ=world.committee, actor=clerk, at=AT)

    told = list(Notice.objects.order_by("pk").values_list("organ", "text"))

    assert {organ for organ, _text in told} == {world.department.pk, world.front.pk, world.committee.pk}
    assert told[0][1].startswith("Văn bản gửi tới, chờ nhận: 01/TB-HĐND")


def test_nobody_is_told_of_a_secret_text(world, clerk, chair):
    issued(world.standing, clerk, chair, secrecy=Secrecy.SECRET, recipients=[Recipient(organ=world.department)])

    assert not Notice.objects.exists()
