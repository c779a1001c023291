"""Figures of documents about one matter, side by side; and beside what the system counts."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse

from nghitruong.documents import services as documents
from nghitruong.documents.models import Incoming, StatedFigure
from nghitruong.intake import selectors, services
from tests.factories import AT, TODAY
from tests.intake.taken import items
from tests.petitions import stages

SUBMISSION = """ỦY BAN NHÂN DÂN PHƯỜNG MẪU

Số: 12/TTr-UBND

Phường Mẫu, ngày 10 tháng 02 năm 2026

TỜ TRÌNH
Về chủ trương đầu tư đường ngõ 7 (mẫu)

Tổng mức đầu tư dự án đường ngõ 7 là 15,5 tỷ đồng. Dự án phục vụ 320 hộ dân trong khu dân cư.
"""
EXAMINED = """HỘI ĐỒNG NHÂN DÂN PHƯỜNG MẪU
BAN KINH TẾ - XÃ HỘI

Số: 05/BC-BKTXH

Phường Mẫu, ngày 20 tháng 02 năm 2026

BÁO CÁO
Thẩm tra chủ trương đầu tư đường ngõ 7 (mẫu)

Ban thống nhất tổng mức đầu tư dự án đường ngõ 7 là 15,3 tỷ đồng. Dự án phục vụ 320 hộ dân trong khu dân cư.
"""
REPORT = """HỘI ĐỒNG NHÂN DÂN PHƯỜNG MẪU
THƯỜNG TRỰC

Số: 09/BC-HĐND

Phường Mẫu, ngày 25 tháng 02 năm 2026

BÁO CÁO
Công tác tháng 02 năm 2026 (mẫu)

Trong tháng 02/2026, Thường trực đã tiếp nhận 3 kiến nghị của cử tri.
"""


def read_in(world, actor, name, text):
    taken = services.take(council=world.council, name=name, text=text, actor=actor, at=AT)
    return services.read(reading=taken, actor=actor, at=AT)


def filed(world, actor, *readings):
    folder = documents.open_folder(organ=world.council, title="Đường ngõ 7", code="01/HS", actor=actor, at=AT)
    for reading in readings:
        (entry,) = items(reading, "entry")
        services.accept(proposal=entry, data=entry.data, actor=actor, at=AT)
        incoming = Incoming.objects.get(subject_id=reading.pk)
        documents.file(folder=folder, paper=incoming, actor=actor, at=AT)
    return folder


def figures(pairs):
    return [(left.figure, right.figure) for left, right in pairs]


def test_a_submission_and_its_examination_disagree_side_by_side(world, clerk, signed_in):
    submission, examined = read_in(world, clerk, "Tờ trình", SUBMISSION), read_in(world, clerk, "Thẩm tra", EXAMINED)
    folder = filed(world, clerk, submission, examined)

    check = selectors.check_folder(folder, clerk, TODAY)
    page = signed_in(clerk).get(reverse("intake:cross_check_folder", args=[folder.pk])).content.decode()

    assert figures(check.between) == [("15,5", "15,3")]
    ((left, right),) = check.between
    assert (left.source, right.source) == ("Tờ trình", "Thẩm tra")
    assert left.url in page
    assert right.url in page
    assert "15,3 tỷ đồng" in right.words
    assert figures(selectors.check_reading(examined, clerk, TODAY).between) == [("15,3", "15,5")]


def test_a_corrected_item_is_compared_as_corrected_and_a_rejected_one_not_at_all(world, clerk):
    submission, examined = read_in(world, clerk, "Tờ trình", SUBMISSION), read_in(world, clerk, "Thẩm tra", EXAMINED)
    folder = filed(world, clerk, submission, examined)
    cost = next(item for item in items(submission, "figure") if item.data["figure"] == "15,5")
    services.accept(proposal=cost, data={**cost.data, "value": 15.3, "figure": "15,3"}, actor=clerk, at=AT)
    other = read_in(world, clerk, "Tờ trình gửi lại", SUBMISSION.replace("12/", "13/"))
    (entry,) = items(other, "entry")
    services.accept(proposal=entry, data=entry.data, actor=clerk, at=AT)
    documents.file(folder=folder, paper=Incoming.objects.get(subject_id=other.pk), actor=clerk, at=AT)
    wrong = next(item for item in items(other, "figure") if item.data["figure"] == "15,5")
    services.reject(proposal=wrong, actor=clerk, at=AT)

    assert selectors.check_folder(folder, clerk, TODAY).between == []


def test_what_nobody_read_in_is_named_and_not_compared(world, clerk):
    folder = filed(world, clerk, read_in(world, clerk, "Tờ trình", SUBMISSION))
    entry = documents.register_incoming(
        organ=world.council, author="Sở Mẫu", abstract="Ý kiến về đường ngõ 7", actor=clerk, at=AT
    )
    documents.file(folder=folder, paper=entry, actor=clerk, at=AT)

    check = selectors.check_folder(folder, clerk, TODAY)

    assert [url for _name, url in check.unread] == [entry.get_absolute_url()]
    assert check.found == 0


def test_the_councils_own_figures_stand_beside_what_is_counted_here(world, clerk, signed_in):
    stages.received(world, clerk)
    reading = read_in(world, clerk, "Báo cáo tháng", REPORT)
    march = TODAY + dt.timedelta(days=10)

    ((left, right),) = selectors.check_reading(reading, clerk, march).counted

    assert (left.figure, left.words) == ("3", "Thường trực đã tiếp nhận 3 kiến nghị của cử tri.")
    assert right.words == "Kiến nghị tiếp nhận, từ ngày 01/02/2026 đến ngày 25/02/2026"
    page = signed_in(clerk).get(right.url)
    assert page.context["page"].paginator.count == int(right.figure)


def test_another_bodys_figures_are_not_held_against_what_is_counted_here(world, clerk):
    stages.received(world, clerk)
    reading = read_in(world, clerk, "Báo cáo phường khác", REPORT.replace("PHƯỜNG MẪU", "PHƯỜNG KHÁC"))

    assert selectors.check_reading(reading, clerk, TODAY + dt.timedelta(days=10)).counted == []


def test_an_accepted_figure_knows_whose_it_is(world, clerk):
    (item,) = items(read_in(world, clerk, "Báo cáo tháng", REPORT), "figure")

    services.accept(proposal=item, data=item.data, actor=clerk, at=AT)

    stated = StatedFigure.objects.get()
    assert stated.organ in {world.council, world.standing}
    assert (stated.since, stated.until, stated.said_on) == (
        dt.date(2026, 2, 1), dt.date(2026, 2, 28), dt.date(2026, 2, 25),
    )  # fmt: skip


def test_the_page_stays_within_its_statements_whatever_a_document_tells(
    world, clerk, signed_in, django_assert_max_num_queries
):
    more = ("Trong tháng 02/2026, Thường trực đã tổ chức 3 đợt tiếp xúc cử tri. Trong tháng 02/2026 có 9 điểm tiếp xúc cử tri. "
            "Trong tháng 02/2026, HĐND phường đã tổ chức 2 kỳ họp.")  # fmt: skip
    reading = read_in(world, clerk, "Báo cáo tháng", f"{REPORT}\n{more}\n")
    folder = filed(world, clerk, reading, read_in(world, clerk, "Tờ trình", SUBMISSION))
    client = signed_in(clerk)

    for address in (reverse("intake:cross_check", args=[reading.pk]),
                    reverse("intake:cross_check_folder", args=[folder.pk])):  # fmt: skip
        client.get(address)
        with django_assert_max_num_queries(12):
            page = client.get(address).content.decode()

    assert page.count("nt-facing__figure") == 8
