import unicodedata
from datetime import date

import pytest

from nghitruong.language.periods import find_periods

ON = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("xong trong quý IV/2027", "xong trong quý IV/2027", date(2027, 12, 31)),
        ("quý 3 năm 2026", "quý 3 năm 2026", date(2026, 9, 30)),
        ("quý III, IV năm 2026", "quý III, IV năm 2026", date(2026, 12, 31)),
        ("phải xong trước ngày 30/6/2026", "trước ngày 30/6/2026", date(2026, 6, 30)),
        ("chậm nhất ngày 15 tháng 8 năm 2026", "chậm nhất ngày 15 tháng 8 năm 2026", date(2026, 8, 15)),
        ("giai đoạn 2026 - 2030", "giai đoạn 2026 - 2030", date(2030, 12, 31)),
        ("kế hoạch trung hạn 2026-2030", "trung hạn 2026-2030", date(2030, 12, 31)),
        ("làm trong năm 2026", "trong năm 2026", date(2026, 12, 31)),
        ("đến hết tháng 9", "đến hết tháng 9", date(2026, 9, 30)),
        ("trong tháng 2/2028", "trong tháng 2/2028", date(2028, 2, 29)),
        ("trong quý I", "trong quý I", date(2027, 3, 31)),
        ("6 tháng đầu năm 2027", "6 tháng đầu năm 2027", date(2027, 6, 30)),
        ("nửa cuối năm 2027", "nửa cuối năm 2027", date(2027, 12, 31)),
        ("triển khai trong năm nay", "trong năm nay", date(2026, 12, 31)),
        ("năm tới", "năm tới", date(2027, 12, 31)),
        ("đầu năm 2027", "đầu năm 2027", None),
        ("năm học 2026 - 2027", "năm học 2026 - 2027", None),
    ],
)
def test_period_and_its_last_day(text, words, day):
    assert [(found.words, found.due_on, found.is_vague) for found in find_periods(text, ON)] == [(words, day, False)]


@pytest.mark.parametrize("words", ["trong thời gian tới", "khi bố trí được vốn", "khi đủ nguồn lực", "sớm nhất có thể"])
def test_vague_period_binds_to_no_day(words):
    assert [(p.words, p.due_on, p.is_vague) for p in find_periods(f"sẽ làm {words}.", ON)] == [(words, None, True)]


@pytest.mark.parametrize(
    "text",
    ["Nghị quyết số 42/NQ-HĐND ngày 07/12/2016", "đề nghị từ năm 2014 đến nay", "trước ngày 31/02/2026", "thửa số 197"],
)
def test_dates_of_documents_are_no_terms(text):
    assert find_periods(text, ON) == []


@pytest.mark.parametrize(
    "text", ["đã làm đến 2/3 khối lượng", "đến 1/2 tuyến đường", "giao cho đến 3-4 hộ", "lùi vào 1.5 m", "hết 2/3 vốn"]
)
def test_shares_and_lengths_are_no_terms(text):
    assert find_periods(text, ON) == []


@pytest.mark.parametrize("text", ["đến 30/6", "trước 5/6", "vào ngày 2/3", "hạn 4/5"])
def test_day_and_month_are_a_term_where_nothing_else_is_meant(text):
    assert [found.words for found in find_periods(text)] == [text]


def test_term_without_a_year_needs_the_day_it_was_written():
    assert [(found.words, found.due_on) for found in find_periods("đến hết tháng 9")] == [("đến hết tháng 9", None)]


def test_decomposed_text_is_read_where_it_stands():
    text = unicodedata.normalize("NFD", "Sẽ làm trong quý IV/2027 nhé")

    (found,) = find_periods(text, ON)

    assert (found.due_on, text[found.start : found.end]) == (date(2027, 12, 31), found.words)
