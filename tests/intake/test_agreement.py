"""The same thing told with two numbers: in one document, and in two about one matter."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nghitruong.intake.rules.agreement import Document, apart, told, told_twice, units
from nghitruong.intake.rules.reading import read
from nghitruong.intake.rules.source import Source


def document(text: str, issuer: str = "") -> Document:
    return Document(told(Source(text), None, is_one_matter=True), units(issuer))


def two(one: str, other: str) -> list[tuple[str, str]]:
    return [(left.figure.text, right.figure.text) for left, right in apart(document(one), document(other))]


def test_what_a_document_tells_twice_is_shown_with_both_words() -> None:
    source = Source(
        "Trong năm tổ chức 12 cuộc giám sát chuyên đề.\n\nNhìn lại, trong năm tổ chức 14 cuộc giám sát chuyên đề."
    )

    (one,) = told_twice(Source(source.text.replace("Nhìn lại, t", "T")))

    assert (one.kind, one.stated, one.computed) == ("twice", 12, 14)
    assert [quote.text.split()[0].lower() for quote in one.quotes] == ["trong", "trong"]


@pytest.mark.parametrize(
    "text",
    [
        "Trong năm tổ chức 12 cuộc giám sát chuyên đề. Kết quả tốt. Trong năm tổ chức 12 cuộc giám sát chuyên đề.",
        "Tổ chức 05 đợt giám sát và 01 đợt khảo sát trong năm.",
        "Đề nghị cấp tỉnh giải quyết có 25 ý kiến; đề nghị cấp xã giải quyết có 34 ý kiến.",
        "Đã giải quyết xong 47 ý kiến của cử tri. Chưa giải quyết xong 12 ý kiến của cử tri.",
        "Phường Mẫu tổ chức 12 cuộc giám sát chuyên đề. Phường Khác tổ chức 14 cuộc giám sát chuyên đề.",
        "Năm 2024 tổ chức 12 cuộc giám sát chuyên đề. Năm 2025 tổ chức 14 cuộc giám sát chuyên đề.",
        "Có gần 40 ý kiến phát biểu trực tiếp. Có 38 ý kiến phát biểu trực tiếp.",
        # the whole passage told again, of another matter
        " ".join(
            f"Toàn xã có {asked} cử tri được hỏi ý kiến. Có {told} cử tri đã trả lời ý kiến."
            for asked, told in ((120, 110), (125, 112))
        ),
    ],
)
def test_what_is_another_thing_is_left_alone(text: str) -> None:
    assert told_twice(Source(text)) == []


def test_the_record_of_a_reading_has_all_its_disagreements_in_order() -> None:
    text = ("Trong năm tổ chức 12 cuộc giám sát chuyên đề. Tổng hợp 55 ý kiến, gồm 32 ý kiến cấp tỉnh và 18 ý kiến cấp xã. "
            "Trong năm tổ chức 14 cuộc giám sát chuyên đề.")  # fmt: skip
    assert [one.kind for one in read(text).disagreements] == ["twice", "parts"]


def test_two_documents_of_a_matter_are_compared_whoever_speaks() -> None:
    submission = "Tổng mức đầu tư dự án đường liên thôn là 15,5 tỷ đồng. Năm 2025 thu ngân sách 120 tỷ đồng."
    examined = (
        "Ban Kinh tế - Ngân sách thống nhất tổng mức đầu tư dự án đường liên thôn 15,3 tỷ đồng. "
        "Năm 2025 thu ngân sách đạt 120 tỷ đồng."
    )
    assert two(submission, examined) == [("15,5", "15,3")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Năm 2024 thu ngân sách xã đạt 120 tỷ đồng.", "Năm 2025 thu ngân sách xã đạt 131 tỷ đồng."),
        ("Đã nhận 40 kiến nghị về giao thông nông thôn.", "Chưa nhận 3 kiến nghị về giao thông nông thôn."),
        ("Đã chi 40 tỷ đồng sửa đường thôn.", "Đã chi 40.000 triệu đồng sửa đường thôn."),
        ("Hộ nghèo toàn xã giảm 2,5% so với năm trước.", "Hộ nghèo toàn xã còn 120 hộ."),
    ],
)
def test_other_things_of_two_documents_are_not_compared(one: str, other: str) -> None:
    assert two(one, other) == []


def test_two_wards_that_report_each_of_itself_are_not_compared() -> None:
    one = document("Đã tổ chức 02 đợt giám sát chuyên đề trong năm.", "Hội đồng nhân dân phường Mẫu")
    other = document("Đã tổ chức 04 đợt giám sát chuyên đề trong năm.", "Hội đồng nhân dân phường Khác")

    assert apart(one, other) == []


things = st.sampled_from(["cuộc giám sát chuyên đề", "đợt tiếp xúc cử tri", "dự án giao thông nông thôn"])
lines = st.dictionaries(things, st.integers(11, 99), min_size=1).map(lambda rows: list(rows.items()))
unhurried = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


def written(rows: list[tuple[str, int]]) -> str:
    return " ".join(f"Trong năm toàn xã có {number} {thing}." for thing, number in rows)


@unhurried
@given(lines, lines)
def test_documents_disagree_just_where_one_thing_has_two_numbers(left, right) -> None:
    expected = {
        (str(number), str(dict(right)[thing])) for thing, number in left if dict(right).get(thing, number) != number
    }
    assert set(two(written(left), written(right))) == expected


@unhurried
@given(lines)
def test_a_document_never_disagrees_with_itself(rows) -> None:
    assert two(written(rows), written(rows)) == []
    assert told_twice(Source(written(rows))) == []
