"""A due date in words, and its derivation day by day."""

from datetime import date

import pytest

from nghitruong.ui import rules
from tests.ui.samples import DERIVATION, TODAY

ON = date(2026, 3, 6)


@pytest.mark.parametrize(
    ("due", "tone", "words"),
    [
        (rules.Due(ON, days=8), "calm", "còn 8 ngày làm việc"),
        (rules.Due(ON, days=7), "soon", "còn 7 ngày làm việc"),
        (rules.Due(ON, days=1, day_type="calendar"), "soon", "còn 1 ngày"),
        (rules.Due(ON, days=0), "soon", "đến hạn hôm nay"),
        (rules.Due(ON, days=-3), "late", "quá 3 ngày làm việc"),
        (rules.Due(None), "none", "chưa có thời hạn"),
        (rules.Due(ON), "none", "có thời hạn"),
        (rules.Due(ON, days=-3, closed=True), "done", "đã xong"),
        (rules.Due(ON, days=4, paused=True), "info", "đang tạm dừng"),
        (rules.Due(ON, closed=True, say="trả lời chậm 2 ngày"), "done", "trả lời chậm 2 ngày"),
    ],
)
def test_due_in_words(due, tone, words):
    assert (due.tone.value, due.words) == (tone, words)


def test_derivation_in_words():
    said = [f"{sentence.lead}{sentence.rest}" for sentence in rules.sentences(DERIVATION)]

    assert said == [
        "30 ngày làm việc, từ ngày liền sau ngày 05/01/2026 (nhận văn bản chuyển).",
        "Có tính 10/01/2026: làm bù cho 02/01/2026.",
        "Bỏ 11 ngày cuối tuần.",
        "Bỏ 9 ngày: Tết Nguyên đán (14/02–22/02/2026).",
        "Tạm dừng 20/01–21/01/2026: chờ bổ sung hồ sơ.",
        "Gia hạn 10 ngày làm việc: nhà thầu nghỉ Tết.",
        "Hạn: 06/03/2026.",
    ]


def test_rule_not_yet_checked_says_so():
    first = rules.sentences(DERIVATION)[0]

    assert (first.citation, first.sure) == ("Quy chế làm việc mẫu, Điều 27 khoản 3", False)


def test_count_backwards_and_roll_in_words():
    derivation = rules.Derivation(
        due=rules.Due(date(2026, 3, 2)),
        number=5,
        day_type="calendar",
        from_on=date(2026, 2, 24),
        from_event="khai mạc",
        citation="",
        direction="before",
        is_forecast=True,
        steps=[{"on": date(2026, 3, 1), "counts": False, "why": "Chủ nhật", "kind": "roll"}],
        pauses=[rules.Stretch(date(2026, 2, 25), None)],
    )

    said = [f"{sentence.lead}{sentence.rest}" for sentence in rules.sentences(derivation)]

    assert said == [
        "5 ngày, đếm ngược từ ngày 24/02/2026 (khai mạc).",
        "Tạm dừng từ 25/02/2026.",
        "Dời lên ngày làm việc liền trước: 01/03/2026 (Chủ nhật).",
        "Lịch nghỉ chưa chính thức: có ngày tính theo bảng dự kiến hoặc chưa có bảng.",
        "Hạn: 02/03/2026.",
    ]


def test_day_table_shows_how_each_day_was_treated():
    rows = rules.weeks(DERIVATION, TODAY)

    assert [row.label for row in rows] == [
        "05/01", "12/01", "19/01", "26/01", "02/02", "09/02", "16/02", "23/02", "02/03",
    ]  # fmt: skip
    assert [cell.css for cell in rows[0].days] == ["d-0", "d-w", "d-w", "d-w", "d-w", "d-s", "d-o"]
    assert [cell.css for cell in rows[7].days] == ["d-x", "d-x", "d-x", "d-x d-t", "d-x", "d-o", "d-o"]
    assert [cell.css for cell in rows[8].days] == ["d-x", "d-x", "d-x", "d-x", "d-e", "d-z", "d-z"]
    assert rows[5].days[5].title == "14/02/2026: Tết Nguyên đán"


def test_legend_names_only_what_occurs():
    words = [word for _css, word in rules.legend(rules.weeks(DERIVATION, TODAY))]

    assert words == [
        "có tính", "gia hạn", "làm bù, có tính", "cuối tuần, bỏ", "ngày lễ, nghỉ bù, bỏ", "hôm nay", "hạn",
    ]  # fmt: skip


def test_anything_shaped_like_a_clock_has_a_derivation():
    class Extensions:
        def all(self):
            return [rules.Added(10, "working", "lý do", "Điều 5")]

    class Clock:
        due_on, number, day_type, from_on, from_event = ON, 30, "working", date(2026, 1, 5), "nhận văn bản"
        citation, confidence, label, direction, steps = "Điều 27", "verified", "Trả lời", "after", ()
        extensions = Extensions()

    derivation = rules.derivation_of(Clock())

    assert (derivation.due.on, derivation.is_sure, derivation.extensions) == (
        ON,
        True,
        [rules.Added(10, "working", "lý do", "Điều 5")],
    )
