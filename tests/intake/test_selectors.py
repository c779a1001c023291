"""What the page of review shows."""

from __future__ import annotations

from nghitruong.intake import selectors
from tests.factories import AT
from tests.intake.taken import taken


def test_the_marked_text_is_the_whole_text(world, clerk):
    reading = taken(world, clerk)

    page = selectors.review(reading, clerk)

    assert "".join(piece.text for piece in page.pieces) == reading.text
    assert page.open == reading.proposals.count()


def test_words_name_the_councils_own_organs(world, clerk):
    assert selectors.fitting("UBND phường Mẫu", world.council, AT.date()) == [world.peoples_committee]
    assert selectors.fitting("các Ban HĐND", world.council, AT.date()) == [world.committee]
    assert selectors.fitting("Công ty Mẫu", world.council, AT.date()) == []
