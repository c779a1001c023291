import pytest

from nghitruong.intake.rules.quantities import quantities
from nghitruong.intake.rules.source import Source


def read(text: str) -> list[tuple[str, float | None]]:
    return [(one.figure.text, one.value) for one in quantities(Source(text))]


def test_numbers_are_read_as_vietnamese_writes_them() -> None:
    text = "Năm 2026, xã thu 1.250,5 tỷ đồng, đạt 105,3% dự toán; có gần 3.400 cử tri dự; trồng 12,5ha rừng."

    assert read(text) == [("1.250,5", 1250.5), ("105,3%", 105.3), ("gần 3.400", 3400), ("12,5", 12.5)]


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 12/2026/NQ-HĐND ngày 05/7/2026 đã nêu rõ điều này.",
        "Căn cứ Điều 5, khoản 2 và mục 3 phụ lục 1 kèm theo kế hoạch.",
        "Kỳ họp thứ 9, khóa XII, nhiệm kỳ 2021 - 2026 khai mạc lúc 8 giờ 30 phút tại phòng họp số 2.",
        "Gửi báo cáo trước ngày 15/10/2026, chậm nhất 10 ngày làm việc kể từ ngày nhận; điện thoại 0912.345.678.",
        "Trong 6 tháng đầu năm 2026, quý III và tháng 9, người từ 60 tuổi trở lên được quan tâm.",
        "Sáng 2/3, chiều 20-6 và hai ngày 10 và 11-7 họp tại tổ dân phố 4, khu phố 2 phường Mẫu.",
        "Việc xây dựng 1 số báo cáo còn chậm.",
    ],
)
def test_dates_numbers_of_things_and_terms_are_no_figures(text: str) -> None:
    assert read(text) == []


def test_a_range_has_two_ends_and_a_share_its_whole() -> None:
    first, second, third = quantities(
        Source("Mỗi xã tổ chức từ 02 đến 05 cuộc giám sát, tăng 3,5 - 4% so với trước; có 27/30 đại biểu dự họp.")
    )

    assert (first.figure.text, first.value, first.low, first.high) == ("từ 02 đến 05", None, 2, 5)
    assert (second.low, second.high) == (3.5, 4)
    assert (third.value, third.denominator, third.unit_what) == (27, 30, "đại biểu dự họp")


def test_a_figure_knows_what_it_counts_its_period_and_its_words() -> None:
    source = Source("- Trong năm 2026, Ban tiếp 31 lượt công dân, nhận 12 đơn (đạt 40%).\n\n- Tổng số xã, phường: 14.")
    found = quantities(source)

    assert [(one.unit_what, one.period and one.period.text) for one in found] == [
        ("lượt công dân", "năm 2026"),
        ("đơn", "năm 2026"),
        ("% đơn", "năm 2026"),
        ("Tổng số xã, phường", None),
    ]
    assert [one.quote.text for one in found[:2]] == [
        "Ban tiếp 31 lượt công dân",
        "Ban tiếp 31 lượt công dân, nhận 12 đơn",
    ]
    assert all(source.text[one.quote.start : one.quote.end] == one.quote.text for one in found)


def test_numbers_in_words_count_things() -> None:
    assert read("Có ba đơn vị chưa gửi báo cáo, cả hai bên thống nhất họp lại tại bốn thôn.") == [("ba", 3), ("bốn", 4)]
