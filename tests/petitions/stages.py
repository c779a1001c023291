"""Brings a petition to each state by the deeds themselves."""

from __future__ import annotations

import datetime as dt

from nghitruong.audit.models import Entry
from nghitruong.petitions import services
from nghitruong.petitions.enums import Finding, Level, Outcome
from nghitruong.petitions.models import Field, Petition
from tests.factories import AT, TODAY

DAY = dt.timedelta(days=1)


def field() -> Field:
    return Field.objects.get_or_create(
        code="mau", council=None, defaults={"name": "Giao thông (mẫu)", "sort_key": "z"}
    )[0]


def received(world, clerk, text: str = "Đường vào tổ dân phố 4 hỏng (mẫu)", on: dt.date = TODAY - 40 * DAY) -> Petition:
    return services.receive(
        council=world.council, text=text, received_on=on, voter="Bà Mẫu", unit=world.ward, actor=clerk, at=AT
    )


def sorted_(world, clerk, **values) -> Petition:
    return services.sort(
        petition=received(world, clerk, **values),
        field=field(),
        level=Level.COMMUNE,
        lead=world.department,
        actor=clerk,
        at=AT,
    )


def forwarded(world, clerk, **values) -> Petition:
    return services.forward(
        petition=sorted_(world, clerk, **values),
        lead=world.department,
        coordinating=[world.peoples_committee],
        on=TODAY - 30 * DAY,
        number="03/HĐND-VP",
        actor=clerk,
        at=AT,
    )


def answered(world, clerk, outcome: str = Outcome.SETTLED, **values) -> Petition:
    petition = forwarded(world, clerk, **values)
    services.answer(
        petition=petition,
        number="57/KT",
        on=TODAY - 10 * DAY,
        text="Đã sửa xong 120 m; phần còn lại sẽ làm xong trước ngày 10/04/2026.",
        outcome=outcome,
        outcome_on=dt.date(2026, 4, 10) if outcome == Outcome.PLANNED else None,
        reason="no_budget" if outcome == Outcome.UNSETTLED else "",
        actor=clerk,
        at=AT,
    )
    petition.refresh_from_db()
    return petition


def verified(world, clerk, finding: str = Finding.PASSED, **values) -> Petition:
    petition = answered(world, clerk, **values)
    services.verify(
        petition=petition,
        on=TODAY - DAY,
        by="Ông Tổ trưởng mẫu",
        place="Tổ 4",
        finding=finding,
        text="Đã đi xem.",
        actor=clerk,
        at=AT,
    )
    petition.refresh_from_db()
    return petition


def accepted(world, clerk, chair, **values) -> Petition:
    return services.accept(
        petition=verified(world, clerk, **values), on=TODAY, evidence="Biên bản xác minh", actor=chair, at=AT
    )


def closed(world, clerk, chair, **values) -> Petition:
    return services.close(petition=accepted(world, clerk, chair, **values), on=TODAY, actor=clerk, at=AT)


def deeds_of(petition: Petition) -> list[str]:
    return list(
        Entry.objects.filter(kind="petitions.petition", object_id=petition.pk)
        .order_by("seq")
        .values_list("deed", flat=True)
    )
