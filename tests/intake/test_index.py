"""The list of documents taken in: what each is, and how much of it waits."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nghitruong.intake import selectors, services
from nghitruong.intake.models import DocumentReading
from tests.factories import AT
from tests.intake.taken import TEXT, items, taken


def test_a_document_is_called_by_its_kind_and_what_it_is_about(world, clerk, signed_in):
    reading = taken(world, clerk)
    waiting = reading.proposals.count()

    (row,) = selectors.listed(selectors.to_list(clerk))
    page = signed_in(clerk).get(reverse("intake:index")).content.decode()
    opened = signed_in(clerk).get(reading.get_absolute_url()).content.decode()

    assert row.called.startswith("Thông báo kết luận: Kết luận của Thường trực HĐND phường")
    assert row.open == waiting
    assert row.called in page
    assert f"{waiting} mục chờ duyệt" in page
    assert page.index(row.called) < page.index(reading.name)
    assert f"<title>{row.called}" in opened


def test_what_was_decided_waits_no_more(world, clerk):
    reading = taken(world, clerk)
    services.reject(proposal=items(reading, "task")[0], reason="", actor=clerk, at=AT)

    (row,) = selectors.listed(selectors.to_list(clerk))

    assert row.open == reading.proposals.count() - 1


def test_what_was_not_read_goes_by_its_name(world, clerk):
    DocumentReading.objects.create(council=world.council, name="quet.pdf", text="Lời", asked_at=AT, asked_by="Cô Mẫu")

    (row,) = selectors.listed(selectors.to_list(clerk))

    assert (row.called, row.open) == ("", 0)


def test_the_list_costs_the_same_for_few_and_many(world, clerk, signed_in):
    client, costs = signed_in(clerk), []
    for number in range(3):
        taken(world, clerk, f"{TEXT}\n\nLần {number}.")
        client.get(reverse("intake:index"))
        with CaptureQueriesContext(connection) as counted:
            client.get(reverse("intake:index"))
        costs.append(len(counted))

    assert costs[0] == costs[-1] <= 12
