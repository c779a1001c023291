import pytest

from nghitruong.intake.rules.limitations import limitations
from nghitruong.intake.rules.source import Source


def told(text: str) -> list[str]:
    return [one.quote.text for one in limitations(Source(text))]


def test_what_stands_under_a_heading_of_shortcomings_is_read_clause_by_clause() -> None:
    text = (
        "1. Ưu điểm:\n\nCác Ban đã chỉ ra một số mặt còn tồn tại, thiếu sót của đơn vị.\n\n"
        "2. Tồn tại, hạn chế:\n\nHồ sơ gửi muộn; đại biểu ít phát biểu. Nguyên nhân: thiếu người.\n\n"
        "3. Nguyên nhân\n\nCán bộ kiêm nhiệm nhiều việc.\n"
    )

    assert told(text) == ["Hồ sơ gửi muộn", "đại biểu ít phát biểu."]


def test_an_announcement_holds_until_the_text_turns() -> None:
    text = (
        "Bên cạnh kết quả đạt được, vẫn còn một số hạn chế như: việc trả lời thư chậm; sổ sách thiếu. "
        "Một số thôn ghi chép sơ sài. Trong thời gian tới, đề nghị các thôn khắc phục."
    )

    assert told(text) == ["việc trả lời thư chậm", "sổ sách thiếu.", "Một số thôn ghi chép sơ sài."]


def test_a_list_under_an_announcement_belongs_to_it() -> None:
    assert told(
        "Một số khó khăn, vướng mắc:\n- Thiếu cán bộ chuyên trách.\n- Trụ sở chật hẹp.\n\nHội nghị bế mạc."
    ) == [
        "Thiếu cán bộ chuyên trách.",
        "Trụ sở chật hẹp.",
    ]


def test_a_sentence_may_state_a_shortcoming_by_its_sense() -> None:
    (one,) = limitations(Source("Công tác tiếp dân được giữ đều. Việc trả lời đơn của các phòng chưa kịp thời."))

    assert (one.quote.text, one.is_announced) == ("Việc trả lời đơn của các phòng chưa kịp thời.", False)


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị thảo luận những hạn chế, vướng mắc trong phối hợp.",
        "Ủy ban nhân dân xã đã tháo gỡ các khó khăn và xử lý dứt điểm những tồn tại.",
        "Đối với những hồ sơ chưa đầy đủ, các phòng hướng dẫn bổ sung.",
        "Đề nghị các thôn khắc phục việc báo cáo chưa kịp thời.",
        "Cử tri phản ánh đường còn chậm được sửa.",
        "Kết quả được giữ đều, không để xảy ra điểm nóng.",
    ],
)
def test_naming_a_shortcoming_does_not_state_one(text: str) -> None:
    assert told(text) == []
