"""Each deed tells the side it concerns, once, in words that name the matter and its date."""

import datetime as dt

from nghitruong.notices.models import Notice
from nghitruong.obligations import services
from tests.factories import AT, TODAY


def told(organ):
    return list(Notice.objects.filter(organ=organ).order_by("pk").values_list("text", flat=True))


def test_the_debtor_hears_of_what_becomes_of_its_debt(owe, world, clerk, chair, agency_officer):
    owed = owe(due_on=dt.date(2026, 4, 10))
    for deed, actor, values in [
        ("urge", clerk, {"text": "Báo tiến độ"}),
        ("extend", clerk, {"number": 10, "day_type": "calendar", "reason": "x", "citation": ""}),
        ("fulfil", agency_officer, {"evidence": "57/KT"}),
        ("refuse", chair, {"reason": "Chưa làm"}),
        ("fulfil", agency_officer, {"evidence": "58/KT"}),
        ("accept", chair, {"evidence": ""}),
    ]:
        owed = getattr(services, deed)(obligation=owed, on=TODAY, at=AT, actor=actor, **values)

    assert told(world.department) == [
        "Việc mới phải làm, hạn 10/04/2026: Trả lời kiến nghị mẫu",
        "Được đôn đốc, hạn 10/04/2026: Trả lời kiến nghị mẫu",
        "Đã được gia hạn, hạn 20/04/2026: Trả lời kiến nghị mẫu",
        "Kết quả chưa được chấp nhận, phải làm tiếp: Trả lời kiến nghị mẫu",
        "Kết quả đã được chấp nhận: Trả lời kiến nghị mẫu",
    ]
    assert told(world.standing) == ["Đã báo cáo thực hiện, chờ chấp nhận: Trả lời kiến nghị mẫu"] * 2


def test_a_new_debtor_hears_of_it(owe, world, clerk):
    services.reassign(obligation=owe(), debtor=world.peoples_committee, reason="Kế thừa", on=TODAY, actor=clerk, at=AT)

    assert told(world.peoples_committee) == ["Việc được chuyển đến, chưa có thời hạn: Trả lời kiến nghị mẫu"]


def test_who_does_it_is_not_told(owe, world, agency_officer):
    owe(actor=agency_officer)

    assert told(world.department) == []
