"""What a petition is listed by in the search index ends with a whole word."""

from __future__ import annotations

import pytest

from nghitruong.petitions.rules.wording import beginning


@pytest.mark.parametrize(
    ("text", "most", "found"),
    [
        ("đường nịnh", 10, "đường nịnh"),
        ("đường nịnh", 7, "đường"),
        ("đường nịnh", 5, "đường"),
        ("đường", 3, "đườ"),
    ],
)
def test_beginning_ends_between_words(text, most, found):
    assert beginning(text, most) == found
