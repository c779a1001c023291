"""Is it new? Likeness is symmetrical, whole for itself and blind to spelling; "same" only where what is named agrees."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nghitruong.language.likeness import SAME, Nearest, because, compare, features, invented, matching, says_repeated

PLACE = "xã Yên Sơn, huyện Tân Lạc, tỉnh An Bình"
SAMPLE = [one.text for seed in (5, 6) for one in invented.commune(seed, 40)]
TEXTS = st.sampled_from(SAMPLE) | st.text(alphabet="abđơưnhgkmt áềộ.,0123456789", min_size=1, max_size=60)


def bare(text: str) -> str:
    plain = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    return plain.replace("đ", "d").replace("Đ", "D")


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
def test_likeness_is_symmetrical(a, b):
    one, two = features(a, PLACE), features(b)

    assert compare(one, two) == compare(two, one)
    assert 0 <= compare(one, two).score <= 1


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_a_petition_is_wholly_like_itself(text):
    assert compare(features(text, PLACE), features(text, PLACE)).score == 1


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(SAMPLE), st.sampled_from(SAMPLE))
def test_accents_case_and_spacing_do_not_count(a, b):
    one = compare(features(a, PLACE), features(b, PLACE)).score

    for spelt in (a.upper(), bare(a), unicodedata.normalize("NFD", a), a.replace(" ", "  ")):
        assert compare(features(spelt, bare(PLACE).upper()), features(b, PLACE)).score == one


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sửa đường ĐH.09 đã xuống cấp", "Đề nghị nâng cấp đường huyện 9 đầy ổ gà"),
        ("Xây cầu qua suối Nà Mạ ở thôn Khe Sen", "Bà con thôn Khe Sen cần có cầu qua suối Nà Mạ"),
        ("Sửa tỉnh lộ 538E qua chợ Hồ", "ĐT 538e qua chợ Hồ hư hỏng, đề nghị tu sửa"),
    ],
)
def test_one_object_in_one_commune_is_the_same_matter(a, b):
    assert compare(features(a, PLACE), features(b, PLACE)).kind == SAME


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sửa tỉnh lộ 533 đoạn qua xã", "Sửa tỉnh lộ 538E đoạn qua xã"),
        ("Xây công trình nước sạch thôn Nà Pin", "Xây công trình nước sạch thôn Khe Sen"),
        ("Xây kè bờ sông Lục Đáy", "Xây cầu qua sông Lục Đáy"),
        ("Cấp thẻ bảo hiểm y tế cho dân công hỏa tuyến", "Hỗ trợ bảo hiểm y tế cho đội ngũ y tế thôn bản"),
        ("Sửa đường Nam Cao nhiều ổ gà", "Sửa đường Tản Đà nhiều ổ gà"),
        ("Sửa theo Nghị định số 34/2019/NĐ-CP về phụ cấp", "Sửa theo Nghị định số 29/2023/NĐ-CP về phụ cấp"),
    ],
)
def test_another_object_is_another_matter(a, b):
    assert compare(features(a, PLACE), features(b, PLACE)).kind != SAME


def test_local_works_of_two_communes_are_two_matters_and_one_policy_is_one():
    works = "Xây lại nhà văn hóa thôn 3 đã dột nát nhiều năm"
    policy = "Nâng mức phụ cấp hằng tháng cho người hoạt động không chuyên trách ở cơ sở"
    here, there = "xã Yên Sơn, tỉnh An Bình", "xã Hòa Lâm, tỉnh An Bình"

    assert compare(features(works, here), features(works, there)).kind != SAME
    assert compare(features(policy, here), features(policy, there)).kind == SAME


def test_an_answer_tells_a_roads_new_number():
    old = features("Sửa đường ĐH.12 qua thôn Đồng", PLACE, answer="Đường ĐH.12 nay là ĐT.205, đã giao Sở quản lý.")
    new = features("Đề nghị nâng cấp ĐT205", PLACE)

    assert compare(old, new).kind == SAME
    assert ("road", "ĐT205") in because(old, new)


def test_reasons_and_marks_are_literal():
    a = features("Đề nghị bắc cầu qua suối Nà Mạ cho thôn Khe Sen", PLACE)
    b = features("lam cau qua suoi na ma", PLACE)

    assert ("object", "suối Nà Mạ") in because(a, b)
    assert [a.text[start:end] for start, end in matching(a.text, b)] == ["cầu qua suối Nà Mạ"]


def test_a_slip_of_typing_costs_little():
    right = features("Nạo vét kênh Thượng Luông bồi lắng", PLACE)

    assert compare(features("Nạo vét kênh Thưowng Luông bồi lắgn", PLACE), right).score > 0.6


def test_paraphrases_are_found_in_a_commune():
    found = invented.recall(11, size=200, count=80)

    assert found["all"] >= 0.9


def test_nearest_leaves_out_the_row_itself():
    rows = [features(text, PLACE) for text in SAMPLE[:10]]

    assert 3 not in [place for place, _like in Nearest.of(rows).nearest(rows[3], but=3)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Cử tri đã kiến nghị nhiều lần về bãi rác", "kiến nghị nhiều lần"),
        ("Đã nhiều lần cử tri đề nghị sửa cầu", "nhiều lần cử tri đề nghị"),
        ("Đã hứa sửa từ năm ngoái nhưng đến nay chưa làm", "Đã hứa sửa từ năm ngoái nhưng đến nay chưa"),
        ("Cử tri tiếp tục kiến nghị làm đường", "Cử tri tiếp tục kiến nghị"),
        ("Việc này phải hỏi lại 2 - 3 lần", "hỏi lại 2 - 3 lần"),
        ("đề nghị cấp lại từ năm 2015 đến nay chưa được giải quyết", "đề nghị cấp lại từ năm 2015 đến nay chưa được giải quyết"),
        ("Tình trạng xả thải tái diễn", "tái diễn"),
        ("Bãi rác đã được xử lý nhưng nay lại đổ trộm", "đã được xử lý nhưng nay lại"),
        ("cu tri da kien nghi nhieu lan", "kien nghi nhieu lan"),
        ("CỬ TRI ĐÃ KIẾN NGHỊ NHIỀU LẦN", "KIẾN NGHỊ NHIỀU LẦN"),
    ],
)  # fmt: skip
def test_it_says_that_it_was_asked_before(text, quote):
    said = says_repeated(text)

    assert said is not None
    assert quote in said.quote
    assert text[said.start : said.end] == said.quote


@pytest.mark.parametrize(
    "text",
    [
        "Nếu nhiều lần vi phạm thì xử phạt",
        "Giá vật tư tăng nhiều lần, đề nghị bình ổn",
        "Giá phân bón tăng liên tục; đề nghị bình ổn",
        "Thu hồi lại đất của nông trường",
        "Đường xuống cấp nhiều năm đề nghị sửa chữa",
        "Đề nghị tiếp tục hỗ trợ xi măng",
        "Trường xây từ năm 2005 đến nay đã xuống cấp, đề nghị xây lại",
        "Không để tái diễn tình trạng trộm cắp",
        "Đề nghị lái xe tuân thủ luật",
        "Đường đã được sửa chữa một phần, nay đề nghị tiếp tục đầu tư",
        "Mất điện nhiều lần trong tháng",
        "",
    ],
)
def test_many_times_of_other_things_is_no_repeat(text):
    assert says_repeated(text) is None
