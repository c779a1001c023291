"""Every matter's page leads to the journal of that matter, in words."""

from __future__ import annotations

from django.urls import reverse

from tests.architecture import stage as stages

PAGES = {
    "petitions:detail": "received",
    "contacts:round": "round",
    "contacts:point": "point",
    "contacts:opinion": "opinion",
    "meetings:meeting": "meeting",
    "obligations:detail": "task",
}


def test_each_page_leads_to_the_history_of_its_record(db, signed_in):
    house = stages.build().ward
    client = signed_in(house.cast["chair"])

    for page, name in PAGES.items():
        record = house[name]
        history = reverse("audit:history", args=[record._meta.label_lower, record.pk])
        assert f'href="{history}"' in client.get(reverse(page, args=[record.pk])).content.decode(), page
        assert client.get(history).status_code == 200, page
