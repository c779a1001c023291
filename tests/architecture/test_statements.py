"""As many statements for many rows as for few: every page that a role may open, before and after ten times the rows."""

from __future__ import annotations

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nghitruong.organisation.enums import Role
from tests import factories as make
from tests.architecture import stage as stages
from tests.architecture.stage import ROLES, House, Stage
from tests.architecture.test_urls import ROWS, Row, arguments
from tests.factories import AT

pytestmark = pytest.mark.architecture

MORE = 5
READERS = ("clerk", "agency_officer", "upper_office", "auditor", "administrator")


def pages(role: str) -> list[Row]:
    """What this role opens of its own council; a record's own page is looked at by the clerk alone."""
    return [
        row
        for row in ROWS
        if row.way != "post"
        and row.signs[0][ROLES.index(role)] in "oe"
        and (row.record == "-" or (role == "clerk" and row.way == "page"))
        and row.name not in {"accounts:sign_in", "accounts:second_step", "accounts:resume"}
    ]


def statements(stage: Stage, reader: House, role: str, row: Row) -> int:
    client = stage.client(reader, role)
    address = reverse(row.name, args=arguments(row, reader, role))
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
        assert answer.status_code < 400, address
        b"".join(answer) if answer.streaming else answer.content
    return len(asked)


def multiply(house: House) -> None:
    """Add to all that the lists show: matters with debts, clocks and papers; rounds, points, opinions; people."""
    records = dict(house.records)
    for number in range(MORE):
        stages.petitions_of(house)
        held = make.contact_round(house["council"], title=f"Đợt {number} {house.mark}")
        for _ in range(3):
            point = make.contact_point(held, starts_at=AT)
            make.contact_point(records["round"], starts_at=AT)
            make.opinion(point)
            make.opinion(records["point"])
        make.meeting(house["council"], title=f"Cuộc họp {number} {house.mark}")
        stages.registers_of(house)
        for organ, role in (("council", Role.DELEGATE), ("group", Role.DELEGATE), ("department", Role.AGENCY_OFFICER)):
            make.actor(house[organ], role, f"Người {number}")
    house.records.update(records)


@time_machine.travel(AT, tick=False)
def test_many_rows_cost_no_more_statements(db):
    stage = stages.build()
    readers = [(stage.province if role == "upper_office" else stage.ward, role) for role in READERS]
    wanted = [(house, role, row) for house, role in readers for row in pages(role)]
    for house, role in readers:
        stage.client(house, role).get("/")  # what is kept a while (counts beside the menu) is read before
    few = {(role, row.name): statements(stage, house, role, row) for house, role, row in wanted}

    multiply(stage.ward)
    multiply(stage.province)
    many = {(role, row.name): statements(stage, house, role, row) for house, role, row in wanted}

    assert {page: (few[page], count) for page, count in many.items() if count > few[page]} == {}
