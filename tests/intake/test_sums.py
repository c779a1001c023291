import pytest

from nghitruong.intake.rules.source import Source
from nghitruong.intake.rules.sums import disagreements


@pytest.mark.parametrize(
    ("text", "kind", "stated", "computed"),
    [
        ("Tổng hợp 55 ý kiến, gồm 32 ý kiến cấp tỉnh và 18 ý kiến cấp xã.", "parts", 55, 50),
        ("Nhận 50 đơn, trong đó 32 đơn về đất, còn lại 15 đơn khác.", "parts", 50, 47),
        ("Nhận 50 đơn, trong đó 32 đơn về đất, 19 đơn về nhà.", "parts", 50, 51),
        ("Tổng số 30 cuộc giám sát. Trong đó: 12 cuộc giám sát chuyên đề, 20 cuộc khác.", "parts", 30, 32),
        ("Có 20 kiến nghị:\n- 12 kiến nghị về đường.\n- 9 kiến nghị về điện.", "parts", 20, 21),
        ("Cộng lại: 32 + 18 = 55 lượt.", "parts", 55, 50),
        ("Có 27/30 đại biểu dự họp (đạt 91%).", "share", 91, 90),
        ("Nhận 40 đơn. Đã giải quyết 30 đơn, đạt 80%.", "share", 80, 75),
    ],
)
def test_figures_that_do_not_agree_are_shown_with_all_their_words(
    text: str, kind: str, stated: float, computed: float
) -> None:
    source = Source(text)
    (one,) = disagreements(source)

    assert (one.kind, one.stated, one.computed) == (kind, stated, computed)
    assert all(source.text[quote.start : quote.end] == quote.text for quote in one.quotes)


@pytest.mark.parametrize(
    "text",
    [
        "Tổng hợp 50 ý kiến, gồm 32 ý kiến cấp tỉnh và 18 ý kiến cấp xã.",
        "Nhận 50 đơn, trong đó 32 đơn về đất.",
        "Có 10 xã, gồm 4 xã miền núi (2 xã biên giới) và 6 xã đồng bằng.",
        "Có 28/30 đại biểu dự họp (93,3%); 2 đại biểu vắng.",
        "Gần 50 ý kiến, gồm 32 ý kiến về đất và 17 ý kiến về nhà.",
        "Kết quả: 47/47 đơn (100%) đã xem xét, trong đó 15/47 đơn giải quyết xong (31,91%), còn 32 đơn; 51/51 đơn cũ đã trả lời.",
    ],
)
def test_figures_that_agree_or_prove_nothing_are_left_alone(text: str) -> None:
    assert disagreements(Source(text)) == []
