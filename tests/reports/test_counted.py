"""What documents state, beside what the system itself counts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from nghitruong.reports import selectors
from nghitruong.reports.rules import Amount, agrees, counted_as
from tests.petitions import stages
from tests.reports.test_draft import draft
from tests.reports.test_stated import state


@pytest.mark.parametrize(
    ("what", "words", "figure", "key"),
    [
        ("đợt tiếp xúc cử tri", "Thường trực đã tổ chức 5 đợt tiếp xúc cử tri", "5", "rounds"),
        ("điểm", "đại biểu đã tiếp xúc cử tri tại 52 điểm", "52", "points"),
        ("cuộc tiếp xúc", "qua 60 cuộc tiếp xúc", "60", "points"),
        ("cử tri tham gia", "với gần 4.000 cử tri tham gia", "gần 4.000", "voters"),
        ("kỳ họp", "Hội đồng nhân dân đã tổ chức 7 kỳ họp", "7", "sessions"),
        ("kiến nghị của cử tri", "đã tiếp nhận 34 kiến nghị của cử tri", "34", "received"),
        ("ý kiến", "đề nghị các cơ quan của tỉnh giải quyết có 25 ý kiến", "25", "level_province"),
        ("ý kiến", "đề nghị Đoàn đại biểu kiến nghị Quốc hội giải quyết có 07 ý kiến", "07", "level_national"),
        ("ý kiến cấp huyện", "93 ý kiến cấp tỉnh và 21 ý kiến cấp huyện.", "21", "level_district"),
        ("kiến nghị thuộc thẩm quyền cấp xã", "có 12 kiến nghị thuộc thẩm quyền cấp xã", "12", "level_commune"),
        # told of something else, or of a part
        ("kiến nghị", "tổng hợp 60 kiến nghị chuyển Ủy ban nhân dân tỉnh", "60", ""),
        ("kiến nghị về đất đai", "tiếp nhận 9 kiến nghị về đất đai", "9", ""),
        ("kiến nghị", "đã giải quyết 52/58 kiến nghị", "52/58", ""),
        ("% kiến nghị", "đạt 90% kiến nghị", "90%", ""),
        ("cử tri được lấy ý kiến", "toàn xã có 435 cử tri được lấy ý kiến", "435", ""),
        ("đợt giám sát", "tổ chức 05 đợt giám sát", "05", ""),
    ],
)
def test_a_stated_figure_is_compared_with_what_it_surely_tells(what, words, figure, key):
    assert counted_as(what, words, figure) == key


@pytest.mark.parametrize(
    ("stated", "figure", "count", "expected"),
    [
        (Amount(Decimal(34)), "34", 34, True),
        (Amount(Decimal(34)), "34", 33, False),
        (Amount(low=Decimal(2), high=Decimal(4)), "từ 02 đến 04", 3, True),
        (Amount(low=Decimal(2), high=Decimal(4)), "từ 02 đến 04", 5, False),
        (Amount(Decimal(4000)), "gần 4.000", 3975, True),
        (Amount(Decimal(4000)), "gần 4.000", 2000, False),
        (Amount(Decimal(4000)), "4.000", 3975, False),
    ],
)
def test_a_count_agrees_with_what_is_stated(stated, figure, count, expected):
    assert agrees(stated, figure, Amount(Decimal(count))) is expected


def pointed_out(report):
    return [(row.figure.said, row.counted.written) for part in selectors.parts_of(report) for row in part.disagreeing]


def said(world, clerk, number, period, organ=None):
    what = "kiến nghị của cử tri"
    words = f"{period} đã tiếp nhận {number} {what}"
    state(world.council, clerk, number, what, value=Decimal(number), period=period, words=words,
          organ=organ or world.standing)  # fmt: skip


def test_a_draft_points_out_what_documents_state_otherwise(world, clerk, signed_in):
    stages.received(world, clerk)
    said(world, clerk, "3", "từ ngày 01/01/2026 đến ngày 02/3/2026")
    report = draft(world, clerk)

    page = signed_in(clerk).get(report.get_absolute_url()).content.decode()

    assert pointed_out(report) == [("3", "01")]
    assert report.figures.get(key="received").get_absolute_url() in page.partition("Hệ thống đếm được")[2]


@pytest.mark.parametrize(
    ("number", "period"), [("1", "từ ngày 01/01/2026 đến ngày 02/3/2026"), ("3", "tháng 02/2026"), ("3", "")]
)
def test_what_agrees_or_is_told_of_another_period_is_not_pointed_out(world, clerk, number, period):
    stages.received(world, clerk)
    said(world, clerk, number, period)

    assert pointed_out(draft(world, clerk)) == []


def test_another_bodys_figures_are_not_held_against_the_councils(world, clerk):
    stages.received(world, clerk)
    said(world, clerk, "3", "từ ngày 01/01/2026 đến ngày 02/3/2026", organ=world.department)

    assert pointed_out(draft(world, clerk)) == []
