import pytest

from nghitruong.intake.rules.decisions import decisions
from nghitruong.intake.rules.source import Source


def test_what_was_decided_is_read_with_who_decided() -> None:
    source = Source(
        "Tại kỳ họp, Hội đồng nhân dân xã đã biểu quyết thông qua Nghị quyết về ngân sách; bầu bổ sung Phó Trưởng Ban. "
        "Đồng thời, cho ý kiến về chương trình giám sát."
    )

    found = decisions(source)

    assert [(one.by, one.verb) for one in found] == [
        ("Hội đồng nhân dân xã", "biểu quyết thông qua"),
        ("Hội đồng nhân dân xã", "bầu bổ sung"),
        ("Hội đồng nhân dân xã", "cho ý kiến"),
    ]
    assert all(source.text[one.quote.start : one.quote.end] == one.quote.text for one in found)


def test_an_article_or_an_item_decides_without_naming_who() -> None:
    text = "Điều 1. Thông qua chủ trương xây trường học.\n\nĐiều 2. Hiệu lực\n\n1. Bãi bỏ quy định trước đây."

    assert [(one.by, one.verb, one.section) for one in decisions(Source(text))] == [
        (None, "thông qua", "Điều 1"),
        (None, "bãi bỏ", "Điều 2.1"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban nhân dân xã trình Hội đồng nhân dân xã xem xét, quyết định mức thu.",
        "Trong năm, Hội đồng nhân dân xã ban hành 12 nghị quyết.",
        "Các Ban cần thống nhất nội dung thẩm tra.",
        "Kỳ họp diễn ra trong hai ngày để thông qua nghị quyết.",
        "1. Thông qua giám sát, làm rõ trách nhiệm của các đơn vị.",
    ],
)
def test_what_is_still_to_be_decided_is_no_decision(text: str) -> None:
    assert decisions(Source(text)) == []
