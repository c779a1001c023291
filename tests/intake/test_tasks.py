from datetime import date

import pytest

from nghitruong.intake.rules.source import Source
from nghitruong.intake.rules.tasks import tasks

ON = date(2027, 3, 12)


def told(text: str) -> list[tuple[str | None, str]]:
    return [(one.assignee, one.task) for one in tasks(Source(text), ON)]


NOTICE = """HỘI ĐỒNG NHÂN DÂN XÃ MẪU

**I. Kết quả thực hiện nhiệm vụ**

Ủy ban nhân dân xã đã giao các phòng chuyên môn rà soát; các Ban cần nhiều thời gian hơn.

**II. Nhiệm vụ thời gian tới**

Thường trực Hội đồng nhân dân xã đề nghị Ủy ban nhân dân xã thực hiện các việc sau:

1. Công khai kết quả trả lời cử tri, xong trước ngày 30/4/2027. Phát huy kết quả đạt được.

2. Từng công chức tiếp dân đúng lịch

III. Kiến nghị

1. Đối với các Ban Hội đồng nhân dân xã: Tiếp tục theo dõi việc trả lời. Khi làm việc, cần ghi biên bản.

2. Ủy ban nhân dân tỉnh

- Bổ sung vốn sửa đập.

Trên đây là kết luận, đề nghị các cơ quan, đơn vị thực hiện./.
"""


def test_a_notice_gives_each_body_its_tasks() -> None:
    assert [
        (one.section, one.assignee, one.task, one.deadline_iso, one.direction) for one in tasks(Source(NOTICE), ON)
    ] == [
        (
            "II.1",
            "Ủy ban nhân dân xã",
            "Công khai kết quả trả lời cử tri, xong trước ngày 30/4/2027",
            "2027-04-30",
            "down",
        ),
        ("II.2", "Từng công chức", "Tiếp dân đúng lịch", None, "down"),
        ("III.1", "các Ban Hội đồng nhân dân xã", "Tiếp tục theo dõi việc trả lời", None, "down"),
        ("III.1", "các Ban Hội đồng nhân dân xã", "Ghi biên bản", None, "down"),
        ("III.2", "Ủy ban nhân dân tỉnh", "Bổ sung vốn sửa đập", None, "up"),
    ]


def test_every_task_points_at_words_of_the_document() -> None:
    source = Source(NOTICE)

    for one in tasks(source, ON):
        assert source.text[one.quote.start : one.quote.end] == one.quote.text
        assert one.assigned is not None
        assert source.text[one.assigned.start : one.assigned.end] == one.assigned.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kết luận phiên họp, Chủ tịch yêu cầu Phòng Kinh tế khẩn trương lập hồ sơ; giao Ban Pháp chế thẩm tra.",
            [("Phòng Kinh tế", "Khẩn trương lập hồ sơ"), ("Ban Pháp chế", "Thẩm tra")],
        ),
        (
            "Đồng chí Chủ tịch đề nghị các tổ đại biểu gửi báo cáo sớm. Đổi mới cách hỏi. Hội nghị bế mạc.",
            [("các tổ đại biểu", "Gửi báo cáo sớm"), ("các tổ đại biểu", "Đổi mới cách hỏi")],
        ),
        (
            "Chủ tịch kết luận: Ủy ban nhân dân xã sửa đường, định kỳ hằng quý báo cáo kết quả; Văn phòng lưu hồ sơ.",
            [
                ("Ủy ban nhân dân xã", "Sửa đường"),
                ("Ủy ban nhân dân xã", "Định kỳ hằng quý báo cáo kết quả"),
                ("Văn phòng", "Lưu hồ sơ"),
            ],
        ),
        ("Các báo cáo của Ban Pháp chế cần có số liệu.", [("Ban Pháp chế", "Có số liệu")]),
        (
            "Đoàn kiểm tra đề nghị trong thời gian tới Ủy ban nhân dân các xã, thị trấn tiếp tục rà soát hồ sơ.",
            [("Ủy ban nhân dân các xã, thị trấn", "Tiếp tục rà soát hồ sơ")],
        ),
        (
            "Kết luận, đồng chí Chủ tịch yêu cầu tiếp tục rà soát hồ sơ đất đai.",
            [(None, "Tiếp tục rà soát hồ sơ đất đai")],
        ),
    ],
)
def test_tasks_are_told_by_requests_duties_and_conclusions(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban nhân dân xã đã giao Phòng Kinh tế kiểm tra và đã có 12 văn bản đề nghị các đơn vị phối hợp.",
        "Cử tri đề nghị Ủy ban nhân dân xã sửa đường.",
        "Theo đề nghị của Ban Pháp chế, Hội đồng nhân dân xã họp sớm.",
        "I. MỤC ĐÍCH, YÊU CẦU\n\n1. Các đơn vị phải bảo đảm đúng quy định.",
        "Ông Mẫu báo cáo tiến độ và đề nghị Hội đồng nhân dân xã xem xét điều chỉnh vốn.",
        "Các kiến nghị của Ban Pháp chế cần được giải quyết.",
        "Từ đó, đề xuất với Ban Pháp chế những biện pháp khắc phục.",
        "Hội đồng nhân dân xã tiếp thu và sẽ đề nghị các cơ quan chức năng giải quyết.",
    ],
)
def test_what_was_done_asked_by_voters_or_aimed_at_is_no_task(text: str) -> None:
    assert told(text) == []


def test_terms_and_partners_are_read_with_the_task() -> None:
    (one,) = tasks(
        Source("Giao Ban Pháp chế chủ trì, phối hợp với Văn phòng và Phòng Nội vụ rà soát, báo cáo trong quý III."), ON
    )

    assert (one.cooperating, one.deadline, one.deadline_iso) == (
        ("Văn phòng", "Phòng Nội vụ"),
        "trong quý III",
        "2027-09-30",
    )


def test_a_term_may_hang_on_an_event_or_recur_and_a_name_is_no_term() -> None:
    terms = [
        (one.deadline, one.deadline_iso)
        for one in tasks(
            Source(
                "Sau khi nghị quyết được ban hành, Ủy ban nhân dân xã cần công khai ngay.\n\n"
                "Các Ban phải báo cáo hằng tháng.\n\n"
                "Giao Văn phòng chuẩn bị kỳ họp cuối năm 2027."
            )
        )
    ]

    assert terms == [("Sau khi nghị quyết được ban hành", None), ("hằng tháng", None), (None, None)]
