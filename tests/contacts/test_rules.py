"""Names of hamlets, and what higher modules say about opinions."""

from __future__ import annotations

import pytest

from nghitruong.contacts import rules
from nghitruong.contacts.rules import Followup


def test_hamlets_are_split_and_named_once():
    assert rules.hamlets(" thôn An Bình,thôn  An Hòa ; Thôn An Bình,\n") == ["thôn An Bình", "thôn An Hòa"]
    assert rules.hamlets("") == []


@pytest.mark.parametrize(
    ("line", "parted"),
    [
        ("Nước yếu @bà N.T.L., ngõ 12", ("Nước yếu", "bà N.T.L., ngõ 12")),
        ("@ông A", ("", "ông A")),
        ("Thư gửi hdnd@mau.vn chưa trả lời", ("Thư gửi hdnd@mau.vn chưa trả lời", "")),
        ("Giá 5 @ 3 đồng @bà B", ("Giá 5 @ 3 đồng", "bà B")),
        ("Không có tên", ("Không có tên", "")),
    ],
)
def test_voter_is_named_after_an_at(line, parted):
    assert rules.said_by(line) == parted


def test_followups_are_gathered_from_every_source(monkeypatch):
    first, second = Followup("KN-1", "/1/"), Followup("NV-1", "/2/")
    monkeypatch.setattr(rules, "_FOLLOWUPS", [lambda _a, _o: {7: first}, lambda _a, _o: {7: second}])

    assert rules.followups(None, ["một ý kiến"]) == {7: [first, second]}
    assert rules.followups(None, []) == {}


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Nước yếu @bà N. #tổ 4", ("Nước yếu @bà N.", "tổ 4")),
        ("Nước yếu #tổ 4 @bà N.", ("Nước yếu @bà N.", "tổ 4")),
        ("Đèn số #5 hỏng", ("Đèn số #5 hỏng", "")),
        ("Gửi a#b", ("Gửi a#b", "")),
        ("Dài #" + "x" * 121, ("Dài #" + "x" * 121, "")),
    ],
)
def test_hamlet_is_taken_out_of_a_line(line, parts):
    assert rules.lives_in(line) == parts


def test_a_long_tail_after_the_sign_is_no_name():
    assert rules.said_by("Hỏi @" + "x" * 201) == ("Hỏi @" + "x" * 201, "")
