from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from django.test.utils import CaptureQueriesContext

from nghitruong.base.actor import Actor
from nghitruong.search import selectors
from tests.search.conftest import KIND, OTHER_KIND, Notes


def titles(words: str, actor: Actor, **options: object) -> list[str]:
    return [hit.title for hit in selectors.find(words, actor, **options).hits]


@pytest.mark.parametrize(
    "words",
    [
        "đường liên thôn",
        "duong lien thon",
        "ĐƯỜNG LIÊN THÔN",
        unicodedata.normalize("NFD", "đường liên thôn"),
        '"đường liên thôn"',
        "thon, duong!",
        "ủy ban nhân dân",
        "uỷ ban",
        '"Ủy ban nhân dân xã"',
        "UBND",
        "57/UBND-KT",
        "57/ubnd",
        "KN-0142",
        "kn 0142",
        "ĐH09",
        "dh.09",
        '"kinh tế - ngân sách"',
        "NS",
    ],
)
def test_one_record_is_found_by_any_spelling(words: str, notes: Notes, clerk: Actor):
    notes.add("KN-0142: sửa đường liên thôn", "Công văn 57/UBND-KT về đường ĐH.09; UBND xã giao Ban KT-NS.")
    notes.add("Chuyện khác", "Nhà văn hóa tổ dân phố.")

    assert titles(words, clerk) == ["KN-0142: sửa đường liên thôn"]


@pytest.mark.parametrize("words", ["", "  ", "…!", '""', '"thôn liên đường"', '"đường thôn"', "đường sắt"])
def test_what_is_not_there_is_not_found(words: str, notes: Notes, clerk: Actor):
    notes.add("Sửa đường liên thôn")

    assert selectors.find(words, clerk).count == 0


def test_a_phrase_is_the_words_in_their_order(notes: Notes, clerk: Actor):
    notes.add("một hai, rồi hai ba, rồi một hai")
    notes.add("xưa: một hai ba bốn")

    assert titles('"một hai ba"', clerk) == ["xưa: một hai ba bốn"]
    assert titles("một hai ba", clerk) == ["xưa: một hai ba bốn", "một hai, rồi hai ba, rồi một hai"]


def test_full_and_short_forms_find_each_other(notes: Notes, clerk: Actor):
    notes.add("Hội đồng nhân dân phường")
    notes.add("HĐND phường")

    assert titles("HĐND", clerk) == titles("hội đồng nhân dân", clerk) == titles("hdnd", clerk)
    assert len(titles('"hội đồng nhân dân"', clerk)) == 2


def test_newest_first_and_exact_accents_before(notes: Notes, clerk: Actor):
    notes.add("bán đất")
    notes.add("bàn đất")
    notes.add("bạn dát")

    assert titles("ban dat", clerk) == ["bạn dát", "bàn đất", "bán đất"]
    assert titles("bán đất", clerk) == ["bán đất", "bạn dát", "bàn đất"]


def test_both_ways_to_place_a_tone_are_exact(notes: Notes, clerk: Actor):
    notes.add("hòa giải ở cơ sở")
    notes.add("hoá giải ở cơ sở")

    assert titles("hoà giải", clerk) == ["hòa giải ở cơ sở", "hoá giải ở cơ sở"]


def test_only_what_the_caller_may_see(notes: Notes, clerk: Actor, stranger: Actor):
    notes.add("đường của phường", council_id=clerk.council_id)
    notes.add("đường của xã bên", council_id=stranger.council_id)
    notes.add("đường mật", council_id=clerk.council_id, is_secret=True)
    notes.add("đường giao cơ quan của xã bên", council_id=clerk.council_id, organ_ids=(stranger.organ_id,))
    notes.add("đường chung")

    assert titles("duong", clerk) == ["đường chung", "đường giao cơ quan của xã bên", "đường của phường"]
    assert titles("duong", stranger) == ["đường chung", "đường giao cơ quan của xã bên", "đường của xã bên"]
    assert selectors.find("duong", clerk).count == 3


def test_pages_are_read_until_enough_may_be_seen(notes: Notes, clerk: Actor, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(selectors, "CEILING", 3)
    for _ in range(3):
        notes.add("đường cũ", council_id=clerk.council_id)
    for _ in range(20):
        notes.add("đường mật", council_id=clerk.council_id, is_secret=True)

    found = selectors.find("đường", clerk, limit=3)

    assert [hit.title for hit in found.hits] == ["đường cũ"] * 3
    assert (found.count, found.is_more) == (3, False)


def test_more_than_the_ceiling_is_said(notes: Notes, clerk: Actor, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(selectors, "CEILING", 3)
    for _ in range(5):
        notes.add("đường")

    found = selectors.find("đường", clerk, limit=2)

    assert (len(found.hits), found.count, found.is_more, found.counts) == (2, 3, True, {KIND: 3})


def test_kinds_can_be_chosen_and_are_grouped(kinds: Callable[[str, str], Notes], clerk: Actor):
    notes, letters = kinds(KIND, "ghi chú"), kinds(OTHER_KIND, "thư")
    notes.add("đường một")
    letters.add("đường hai")
    notes.add("đường ba")

    assert titles("đường", clerk, kinds=[OTHER_KIND]) == ["đường hai"]
    assert titles("đường", clerk, kinds=[]) == []
    groups = selectors.find("đường", clerk).groups
    assert [(group.noun, group.count, [hit.id for hit in group.hits]) for group in groups] == [
        ("ghi chú", 2, [2, 1]),
        ("thư", 1, [1]),
    ]


def test_highlights_are_literal(notes: Notes, clerk: Actor):
    notes.add("UBND xã", "Dài dòng. " * 60 + "Đề nghị Ủy ban nhân dân xã sửa đường. " + "Còn nữa. " * 60)

    hit = selectors.find("ubnd duong", clerk).hits[0]

    assert [hit.title[start:end] for start, end in hit.title_spans] == ["UBND"]
    assert [hit.excerpt[start:end] for start, end in hit.excerpt_spans] == ["Ủy ban nhân dân", "đường"]
    assert len(hit.excerpt) < 220
    assert "".join(piece for piece, _is_hit in hit.excerpt_pieces) == hit.excerpt


def test_a_kind_nobody_registers_any_more_is_silent(notes: Notes, clerk: Actor):
    notes.add("đường")
    notes.rows.clear()

    assert selectors.find("đường", clerk).count == 0


def test_a_search_is_two_statements_and_one_a_kind(
    notes: Notes, clerk: Actor, django_assert_num_queries: Callable[..., CaptureQueriesContext]
):
    notes.add("đường liên thôn một")
    with django_assert_num_queries(2):
        selectors.find("đường liên thôn", clerk)
    for number in range(30):
        notes.add(f"đường liên thôn {number}")
    with django_assert_num_queries(2):
        selectors.find("đường liên thôn", clerk)


def test_a_strange_search_is_no_error(notes: Notes, clerk: Actor):
    notes.add("đường")

    for words in ["'", '"', "đường'", 'a" OR "b', "\\", ":*", "NEAR(", "đường & | !", "x" * 5000, "%s", "\x00", "日本"]:
        assert selectors.find(words, clerk).count <= 1
