"""One ward with matters in every state, for the desk and the dashboard."""

from __future__ import annotations

import datetime as dt
import re

import pytest
import time_machine
from django.utils.html import strip_tags

from nghitruong.base.subjects import Subject
from nghitruong.notices import services as notices
from nghitruong.obligations import services as ledger
from nghitruong.obligations.enums import Nature
from nghitruong.organisation.models import Organ
from nghitruong.petitions.enums import Outcome
from tests import factories as make
from tests.factories import AT, TODAY
from tests.petitions import stages


@pytest.fixture(autouse=True)
def on_the_day():
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def town(world, clerk, chair, delegate):
    """Petitions from not yet forwarded to settled, debts on both sides, notices, meetings of the week."""
    day = dt.timedelta(days=1)
    stages.received(world, clerk, text="Đèn đường tổ dân phố 1 tắt (mẫu)")
    stages.sorted_(world, clerk, text="Rãnh thoát nước nghẹt (mẫu)")
    stages.forwarded(world, clerk, text="Xe tải chạy đêm (mẫu)")
    stages.answered(world, clerk, text="Cột điện nghiêng (mẫu)")
    stages.answered(world, clerk, outcome=Outcome.PLANNED, text="Chợ tạm lấn đường (mẫu)")
    stages.closed(world, clerk, chair, text="Nắp cống vỡ (mẫu)")
    for what, debtor, due in (
        ("Báo cáo tháng (mẫu)", world.department, TODAY - 3 * day),
        ("Dự thảo thông báo kết luận (mẫu)", world.standing, TODAY + 2 * day),
        ("Tổng hợp ý kiến (mẫu)", world.group, TODAY + 3 * day),
    ):
        ledger.open(
            council=world.council, debtor=debtor, creditor=world.standing, nature=Nature.TASK, what=what,
            subject=Subject.of(world.council), subject_label="mẫu", deed="petition.forward", due_on=due,
            actor=clerk, at=AT,
        )  # fmt: skip
    make.meeting(world.council, title="Phiên họp Thường trực (mẫu)", starts_at=AT + day)
    organs = [*list(Organ.objects.filter(council=world.council)), world.council]
    notices.send(
        key="mau", organs=organs, text="Có trả lời mới (mẫu)", subject_kind="organisation.organ",
        subject_id=world.council.pk, at=AT,
    )  # fmt: skip
    return world


@pytest.fixture
def opened():
    """Return a function: open a figure's address and say how many its list holds."""

    def count(client, url: str) -> int:
        page = client.get(url)
        assert page.status_code == 200, url
        return int(page.context["page"].paginator.count)

    return count


@pytest.fixture
def words():
    return lambda page: re.sub(r"\s+", " ", strip_tags(page.content.decode()))
