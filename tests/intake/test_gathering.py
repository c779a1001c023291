"""The meeting that a document tells of: its whole sentence, its name, and where it was held."""

from __future__ import annotations

import pytest

from nghitruong.intake.rules.telling import tell
from tests.intake import samples

CHAIR = " Đồng chí Đặng Hữu Thọ, Chủ tịch HĐND huyện chủ trì."


def meeting(body, title="Kết luận của Thường trực HĐND huyện"):
    head = samples.NOTICE[: samples.NOTICE.index("Kết luận của")]
    text = f"{head}{title}\n\n{body}{CHAIR}\n"
    (item,) = [item for item in tell(text).items if item.kind == "meeting"]
    assert text[item.start : item.end] == item.quote
    return item


@pytest.mark.parametrize(
    ("body", "title", "place"),
    [
        (
            (
                "Ngày 28/02/2024, tại Phòng họp số 2, Thường trực HĐND huyện tổ chức hội nghị giao ban giữa Thường trực HĐND "
                "huyện và Thường trực HĐND các xã, thị trấn."
            ),
            "hội nghị giao ban giữa Thường trực HĐND huyện và Thường trực HĐND các xã, thị trấn",
            "Phòng họp số 2",
        ),
        (
            (
                "Sáng ngày 28/02/2024, Thường trực HĐND huyện tổ chức họp liên tịch với UBND, Ủy ban MTTQ huyện, thống nhất nội "
                "dung kỳ họp tại hội trường tầng 2, trụ sở HĐND huyện."
            ),
            "họp liên tịch với UBND, Ủy ban MTTQ huyện",
            "hội trường tầng 2, trụ sở HĐND huyện",
        ),
        (
            "Ngày 28/02/2024, tại hội trường xã Thạch Khê đã diễn ra phiên họp thường kỳ, Thường trực HĐND huyện kết luận.",
            "phiên họp thường kỳ",
            "hội trường xã Thạch Khê",
        ),
        (
            (
                "Ngày 28/02/2024, Thường trực HĐND huyện làm việc tại Kế hoạch số 3 và tổ chức phiên họp với các Ban, thống nhất "
                "một số việc."
            ),
            "phiên họp với các Ban",
            None,
        ),
    ],
)
def test_name_and_place_are_those_of_the_sentence(body, title, place):
    item = meeting(body)

    assert item.quote == body
    assert (item.data["title"], item.data["on"]) == (title, "2024-02-28")
    assert (item.data["place"], item.doubt == "") == (place or "Mộc Lâm", place is not None)


def test_the_sentence_of_the_body_tells_more_than_the_title():
    body = "Ngày 28 tháng 02 năm 2024, tại nhà văn hóa thôn Đông, Thường trực HĐND huyện tổ chức hội nghị giao ban."
    item = meeting(body, title="Kết luận tại hội nghị giao ban ngày 28/02/2024")

    assert (item.quote, item.data["place"]) == (body, "nhà văn hóa thôn Đông")


def test_where_no_sentence_says_the_place_the_head_s_is_doubted():
    item = meeting("Nhiều ý kiến được nêu.", title="Kết luận tại hội nghị giao ban với các xã, phường ngày 28/02/2024")

    assert item.data["title"] == "hội nghị giao ban với các xã, phường"
    assert item.data["place"] == "Mộc Lâm"
    assert "nơi văn bản được ban hành" in item.doubt
