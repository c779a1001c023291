"""Is it an answer: promises with words and term, the outcome it amounts to, each ask addressed."""

from __future__ import annotations

import json
from datetime import date

import pytest

from nghitruong.config.cli import main
from nghitruong.petitions.enums import Outcome, UnsettledReason
from nghitruong.petitions.rules.answers import appraise

ON = date(2026, 7, 1)


def promises(answer: str) -> list[tuple[str, str, date | None, str]]:
    return [(p.quote, p.body, p.due_on, p.period) for p in appraise("", answer, ON).promises]


def test_promise_carries_its_words_body_and_term():
    answer = "Đường đã xuống cấp. UBND tỉnh giao Sở Xây dựng sửa chữa xong trước ngày 30/9/2026; kinh phí 2,5 tỷ đồng."

    read = appraise("Đề nghị sửa đường liên xã Mẫu", answer, ON)

    (promise,) = read.promises
    assert promise.quote == "UBND tỉnh giao Sở Xây dựng sửa chữa xong trước ngày 30/9/2026"
    assert answer[promise.start : promise.end] == promise.quote
    assert (promise.body, promise.due_on, promise.period) == ("Sở Xây dựng", date(2026, 9, 30), "trước ngày 30/9/2026")
    assert promise.what == "UBND tỉnh giao Sở Xây dựng sửa chữa xong"
    assert [span.words for span in read.money] == ["2,5 tỷ đồng"]


@pytest.mark.parametrize(
    ("answer", "body", "day", "period"),
    [
        ("Sở Nông nghiệp và Môi trường sẽ nạo vét kênh trong quý IV/2027.", "Sở Nông nghiệp và Môi trường", date(2027, 12, 31), "trong quý IV/2027"),
        ("Xã sẽ lắp đèn đến hết tháng 9.", "", date(2026, 9, 30), "đến hết tháng 9"),
        ("Sẽ xem xét trong thời gian tới.", "", None, "trong thời gian tới"),
        ("Giao UBND xã Mẫu đưa vào kế hoạch giai đoạn 2026 - 2030.", "UBND xã Mẫu", date(2030, 12, 31), "giai đoạn 2026 - 2030"),
        ("Phòng Kinh tế đã khảo sát, sẽ thi công trong năm 2026.", "Phòng Kinh tế", date(2026, 12, 31), "trong năm 2026"),
    ],
)  # fmt: skip
def test_term_and_body_of_a_promise(answer, body, day, period):
    assert [(b, d, p) for _quote, b, d, p in promises(answer)] == [(body, day, period)]


@pytest.mark.parametrize(
    "answer",
    [
        "Sở Xây dựng đã sửa chữa xong trong tháng 12/2025.",
        "Đã đề xuất đưa vào kế hoạch giai đoạn 2021 - 2025 nhưng chưa bố trí được vốn.",
        "Theo Nghị quyết số 03/2024/NQ-HĐND ngày 13/7/2024, hộ không thuộc đối tượng.",
        "Đường giao thông này do xã bàn giao.",
    ],
)
def test_what_is_past_or_refused_is_no_promise(answer):
    assert promises(answer) == []


@pytest.mark.parametrize(
    ("answer", "outcome", "reason", "day"),
    [
        ("Đã khắc phục xong trong tháng 5/2026.", Outcome.SETTLED, "", None),
        ("Sẽ hoàn thành trong quý I/2027.", Outcome.PLANNED, "", date(2027, 3, 31)),
        ("Ngân sách hạn hẹp nên chưa bố trí được vốn.", Outcome.UNSETTLED, UnsettledReason.NO_BUDGET, None),
        ("Việc này không thuộc thẩm quyền của xã.", Outcome.UNSETTLED, UnsettledReason.BEYOND_COMPETENCE, None),
        ("Nhà nước chưa có quy định.", Outcome.UNSETTLED, UnsettledReason.NEEDS_LAW, None),
        ("Nhà thầu đang thi công.", Outcome.IN_PROGRESS, "", None),
        ("Xin tiếp thu ý kiến cử tri.", Outcome.NOTED, "", None),
        ("Việc này đã được quy định tại Luật.", Outcome.EXPLAINED, "", None),
    ],
)
def test_outcome_is_proposed_with_what_its_class_requires(answer, outcome, reason, day):
    proposed = appraise("", answer, ON).proposed

    assert (proposed.outcome, proposed.reason, proposed.outcome_on) == (outcome, reason, day)
    assert all(answer[span.start : span.end] == span.words for span in proposed.quotes)
    assert proposed.quotes


def test_each_ask_is_addressed_or_not():
    asked = "Đề nghị nạo vét kênh mương xóm Mẫu; lắp biển báo ở cổng trường."
    answer = "UBND xã đã nạo vét tuyến kênh mương trong tháng 5/2026."

    read = appraise(asked, answer, ON)

    assert [(ask.words.words, ask.answered is not None) for ask in read.asks] == [
        ("Đề nghị nạo vét kênh mương xóm Mẫu", True),
        ("lắp biển báo ở cổng trường", False),
    ]


def test_name_of_the_place_alone_answers_nothing():
    read = appraise(
        "Đề nghị mở rộng mạng lưới nước sạch ở Bình Mẫu", "Ghi nhận và cam kết hỗ trợ Bình Mẫu phát triển tốt hơn", ON
    )

    assert [ask.answered for ask in read.asks] == [None]
    assert [span.words for span in read.vague] == ["Ghi nhận", "phát triển tốt hơn"]


def test_command_reads_rows_with_an_answer(tmp_path, capsys):
    file = tmp_path / "a.jsonl"
    rows = [
        {"id": "a", "text": "Sửa cầu", "answer": "Sẽ sửa cầu trong năm 2027."},
        {"id": "b", "text": "x", "answer": None},
    ]
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")

    assert main(["petitions", "promises", str(file)]) == 0

    (line,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (line["id"], line["outcome"], line["outcome_on"]) == ("a", "planned", "2027-12-31")
    assert [(p["what"], p["due_on"], p["period"]) for p in line["promises"]] == [
        ("Sẽ sửa cầu", "2027-12-31", "trong năm 2027")
    ]
