"""Vietnamese text: fold, order, abbreviations, numbers, dates, old encodings, literal spans. No tables."""

from nghitruong.language.abbreviations import ABBREVIATIONS, AMBIGUOUS, expand, opened, unfolded
from nghitruong.language.covered import covered
from nghitruong.language.dates import date_in_words, document_date, parse_date
from nghitruong.language.folding import bigrams, fold, normalise, tokens
from nghitruong.language.legacy import decode_legacy
from nghitruong.language.numbers import format_number, parse_int
from nghitruong.language.sorting import KEY_LENGTH, person_sort_key, sort_key
from nghitruong.language.spans import Placed, highlight, placed
from nghitruong.language.tones import accented, is_syllable

__all__ = [
    "ABBREVIATIONS",
    "AMBIGUOUS",
    "KEY_LENGTH",
    "Placed",
    "accented",
    "bigrams",
    "covered",
    "date_in_words",
    "decode_legacy",
    "document_date",
    "expand",
    "fold",
    "format_number",
    "highlight",
    "is_syllable",
    "normalise",
    "opened",
    "parse_date",
    "parse_int",
    "person_sort_key",
    "placed",
    "sort_key",
    "tokens",
    "unfolded",
]
