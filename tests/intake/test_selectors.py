"""What the page of review shows."""

from __future__ import annotations

import datetime as dt

from nghitruong.intake import selectors
from tests.factories import AT
from tests.intake.taken import TEXT, items, taken


def test_the_marked_text_is_the_whole_text(world, clerk):
    reading = taken(world, clerk)

    page = selectors.review(reading, clerk)

    assert "".join(piece.text for piece in page.pieces) == reading.text
    assert page.open == reading.proposals.count()


def test_words_name_the_councils_own_organs(world, clerk):
    assert selectors.fitting("UBND phường Mẫu", world.council, AT.date()) == [world.peoples_committee]
    assert selectors.fitting("các Ban HĐND", world.council, AT.date()) == [world.committee]
    assert selectors.fitting("Công ty Mẫu", world.council, AT.date()) == []


def test_the_page_is_named_by_the_document_and_shows_no_marks_of_a_converter(world, clerk):
    reading = taken(world, clerk, TEXT.replace("THÔNG BÁO\n", "## **THÔNG BÁO**\n\n\n\n"))
    page = selectors.review(reading, clerk)
    shown = "".join(piece.shown for piece in page.pieces)

    assert page.title.startswith("Thông báo kết luận: Kết luận của Thường trực HĐND phường")
    assert ("*" in shown, "#" in shown, "\n\n\n" in shown) == (False, False, False)
    assert all("*" not in item.said for item in page.items)


def test_of_a_text_older_than_the_council_todays_organs_are_offered(world, clerk):
    for organ in (world.council, world.peoples_committee):
        organ.valid_from = dt.date(2025, 7, 1)
        organ.save()
    reading = taken(world, clerk, TEXT.replace("2026", "2021"))
    item = next(each for each in items(reading, "task") if "ngõ 7" in each.quote)

    assert selectors.set_aside(item) == ([world.peoples_committee], AT.date())
