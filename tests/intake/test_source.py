import pytest

from nghitruong.intake.rules.source import Found, Source


def test_found_words_are_the_documents_own() -> None:
    source = Source("Số: 05/TB-HĐND \n\n ngày 3/2")
    assert source.found(0, 17) == Found("Số: 05/TB-HĐND", 0, 14)


def test_nothing_is_found_between_blanks() -> None:
    with pytest.raises(ValueError, match="no words"):
        Source("a  b").found(1, 3)
