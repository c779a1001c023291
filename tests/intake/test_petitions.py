from nghitruong.intake.rules.petitions import petitions
from nghitruong.intake.rules.source import Source


def told(text: str) -> list[tuple[str, str, str, str | None]]:
    return [
        (one.quote.text, one.place, one.field, one.answer.text if one.answer else None)
        for one in petitions(Source(text))
    ]


def test_rows_of_a_table_are_petitions_with_their_answers() -> None:
    text = (
        "Tổng hợp kiến nghị\n\n"
        "STT | Nội dung kiến nghị | Địa phương | Kết quả trả lời\n"
        "1 | Đề nghị mở rộng trường mầm non của xã. | Xã Mẫu | Đã đưa vào kế hoạch năm 2027.\n"
        "2 | Đề nghị cấp nước sạch cho các hộ dân. | Xã Thử | \n"
        "Tổng cộng | 2 | | \n"
    )

    assert told(text) == [
        ("Đề nghị mở rộng trường mầm non của xã.", "Xã Mẫu", "", "Đã đưa vào kế hoạch năm 2027."),
        ("Đề nghị cấp nước sạch cho các hộ dân.", "Xã Thử", "", None),
    ]


def test_items_under_a_heading_of_petitions_take_place_and_field_from_above() -> None:
    text = (
        "I. Ý KIẾN, KIẾN NGHỊ CỦA CỬ TRI\n\n1. Lĩnh vực giao thông\n\n- Đề nghị lắp đèn chiếu sáng đường thôn.\n\n"
        "Trả lời: Ủy ban nhân dân xã đã giao lập dự toán. Việc làm xong trong năm.\n\n"
        "2. Cử tri thôn Mẫu: Đề nghị nạo vét kênh mương.\n\nII. KẾT QUẢ\n\n1. Đã tiếp nhiều lượt công dân đến hỏi."
    )

    assert told(text) == [
        (
            "Đề nghị lắp đèn chiếu sáng đường thôn.",
            "",
            "giao thông",
            "Ủy ban nhân dân xã đã giao lập dự toán. Việc làm xong trong năm.",
        ),
        ("Đề nghị nạo vét kênh mương.", "thôn Mẫu", "", None),
    ]


def test_voters_ask_several_things_after_a_colon_and_are_answered() -> None:
    text = "Cử tri xã Mẫu kiến nghị: sửa cầu; cấp nước sạch. Ủy ban nhân dân huyện trả lời: sẽ sửa cầu trong năm nay."

    assert [(one.quote.text, one.place, one.answered_by) for one in petitions(Source(text))] == [
        ("sửa cầu", "xã Mẫu", ""),
        ("cấp nước sạch.", "xã Mẫu", "Ủy ban nhân dân huyện"),
    ]


def test_counts_of_petitions_and_what_was_done_with_them_are_none() -> None:
    text = "3.1. Đối với một số kiến nghị của cử tri:\n\n- Các kiến nghị đã được tổng hợp, gửi đi.\n\nQua các hội nghị có 12 ý kiến."

    assert told(text) == []
