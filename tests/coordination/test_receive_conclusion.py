"""Confirming that a notice has come."""

from __future__ import annotations

import pytest

from nghitruong.base.errors import NotPermitted
from nghitruong.coordination import services as coordination
from nghitruong.documents import services as documents
from tests.factories import AT


def test_the_organ_says_who_and_when(world, agency_officer, issued):
    row = coordination.receive_conclusion(
        recipient=issued.recipients.get(organ=world.department), actor=agency_officer, at=AT
    )

    assert row.received_at == AT
    assert row.received_by.startswith("Trịnh Công Lập, ")
    assert issued.recipients.filter(received_at__isnull=False).count() == 1


def test_the_office_writes_down_a_receipt_on_paper_once(world, clerk, issued):
    recipient = issued.recipients.get(organ=world.committee)
    coordination.receive_conclusion(recipient=recipient, actor=clerk, at=AT, received_by="Ông Văn thư")

    recipient.refresh_from_db()
    assert recipient.received_by == "Ông Văn thư"
    with pytest.raises(NotPermitted, match="đã xác nhận"):
        coordination.receive_conclusion(recipient=recipient, actor=clerk, at=AT)


def test_nobody_confirms_for_another_or_before_it_is_issued(world, agency_officer, stranger, clerk, draft):
    recipient = draft.recipients.get()
    with pytest.raises(NotPermitted):
        coordination.receive_conclusion(recipient=recipient, actor=clerk, at=AT)
    for actor in (agency_officer, stranger):
        with pytest.raises(NotPermitted):
            coordination.receive_conclusion(recipient=recipient, actor=actor, at=AT)


def test_receiving_it_in_the_register_of_texts_is_a_receipt_here(world, agency_officer, issued):
    delivery = issued.paper.deliveries.get(organ=world.department)

    documents.receive(delivery=delivery, actor=agency_officer, at=AT)

    received = issued.recipients.exclude(received_at=None).get()
    assert (received.organ, received.received_at) == (world.department, AT)
    assert received.received_by.startswith("Trịnh Công Lập")
