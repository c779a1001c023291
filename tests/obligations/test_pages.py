"""The ledger's pages: who sees what, with how many statements, and a deed done through a form."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nghitruong.obligations.models import Obligation
from tests.factories import TODAY

MANY = 12


def test_the_list_asks_the_same_for_one_and_for_many(owe, clerk, signed_in):
    client = signed_in(clerk)
    owe(due_on=TODAY)
    client.get("/so-nghia-vu/")
    with CaptureQueriesContext(connection) as one:
        client.get("/so-nghia-vu/")
    for place in range(4):
        owe(due_on=TODAY + dt.timedelta(days=place))
    with CaptureQueriesContext(connection) as many:
        response = client.get("/so-nghia-vu/")

    assert response.status_code == 200
    assert len(many) == len(one)
    assert len(many) <= MANY


def test_a_stranger_finds_nothing(owe, stranger, signed_in):
    owed = owe(due_on=TODAY)

    assert signed_in(stranger).get(f"/so-nghia-vu/{owed.pk}/").status_code == 404


def test_the_debtor_reports_through_the_form(owe, agency_officer, signed_in):
    owed = owe(rule_key="petition.answer", from_on=TODAY)
    client = signed_in(agency_officer)

    response = client.post(f"/so-nghia-vu/{owed.pk}/bao-cao/", {"evidence": "57/KT", "on": "2026-03-02"})

    assert response.status_code == 302
    assert Obligation.objects.get().state == "fulfilled"
    assert "57/KT" in client.get(response.url).content.decode()


@pytest.mark.parametrize("name", ["chap-nhan", "gia-han", "don-doc"])
def test_a_refused_deed_says_why_and_who(owe, agency_officer, signed_in, name):
    owed = owe(due_on=TODAY)

    page = signed_in(agency_officer).get(f"/so-nghia-vu/{owed.pk}/{name}/").content.decode()

    assert "bên có quyền" in page
