from nghitruong.language.phrases import Phrasebook

BOOK = Phrasebook({"đường": "road", "đường dây": "line", "ĐT #": "provincial", "Bộ": "ministry", "ngập úng": "flood"})


def told(text):
    return [(hit.words, hit.told) for hit in BOOK.find(text)]


def test_longest_phrase_wins_and_hits_do_not_overlap():
    assert told("Đường dây qua đường") == [("Đường dây", "line"), ("đường", "road")]


def test_accents_count_unless_the_text_has_none():
    assert told("đương nhiên là đường") == [("đường", "road")]
    assert told("sua duong") == [("duong", "road")]


def test_number_stands_for_any_number():
    assert [words for words, _ in told("ĐT185, ĐT.533 và ĐT 766")] == ["ĐT185", "ĐT.533", "ĐT 766"]


def test_capital_is_wanted_where_the_phrase_has_one():
    assert told("bộ sách của Bộ") == [("Bộ", "ministry")]


def test_phrase_does_not_run_over_a_comma():
    assert told("bị ngập, úng lụt") == []
