"""Names of units as people write them: type words, accents, numbers. Pure; no tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from nghitruong.language import accented, fold, normalise
from nghitruong.territory.enums import Level, UnitType

TYPE_WORDS: dict[str, str] = {
    UnitType.TINH: "tỉnh",
    UnitType.THANH_PHO_TW: "thành phố",
    UnitType.THANH_PHO: "thành phố",
    UnitType.HUYEN: "huyện",
    UnitType.QUAN: "quận",
    UnitType.THI_XA: "thị xã",
    UnitType.XA: "xã",
    UnitType.PHUONG: "phường",
    UnitType.THI_TRAN: "thị trấn",
    UnitType.DAC_KHU: "đặc khu",
}
TYPES_OF_LEVEL: dict[str, tuple[UnitType, ...]] = {
    Level.PROVINCE: (UnitType.TINH, UnitType.THANH_PHO_TW),
    Level.DISTRICT: (UnitType.HUYEN, UnitType.QUAN, UnitType.THI_XA, UnitType.THANH_PHO),
    Level.COMMUNE: (UnitType.XA, UnitType.PHUONG, UnitType.DAC_KHU, UnitType.THI_TRAN),
}
CODE_DIGITS: dict[str, int] = {Level.PROVINCE: 2, Level.DISTRICT: 3, Level.COMMUNE: 5}
_SHORT = {
    "tp": "thành phố",
    "tx": "thị xã",
    "tt": "thị trấn",
    "t.": "tỉnh",
    "h.": "huyện",
    "q.": "quận",
    "x.": "xã",
    "p.": "phường",
}
_SHORT_START = re.compile(r"^(tp|tx|tt)[.\s]+|^([thqxp]\.)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name: of which types (empty: any), and the name without its type word."""

    types: frozenset[str]
    name: str

    @property
    def folded(self) -> str:
        return folded(self.name)


def bare(name: str, unit_type: str) -> str:
    """Return the name without its type word: "Phường Đức Phổ" → "Đức Phổ"."""
    word = TYPE_WORDS[unit_type]
    return name[len(word) :].strip() if name.lower().startswith(word + " ") else name


def folded(text: str) -> str:
    """Return the form names are compared in: no accents, numbers without leading zeros ("Phường 04" is Phường 4)."""
    return " ".join(word.lstrip("0") or "0" if word.isdigit() else word for word in fold(text).split())


def level_of_code(code: str) -> str:
    """Return the level whose codes have that many digits, or "" (QĐ 19/2025/QĐ-TTg: 2 and 5; before: 3 too)."""
    return next((level for level, digits in CODE_DIGITS.items() if code.isdigit() and len(code) == digits), "")


def readings(text: str) -> list[Reading]:
    """Return every way to read a name; the type word may be missing, short, or without accents."""
    text = normalise(text)
    found = [Reading(frozenset(), text)]
    short = _SHORT_START.match(text)
    if short:
        word = _SHORT[(short[1] or short[2]).lower()]
        found.append(Reading(_types(word), text[short.end() :]))
    words = text.split()
    for word in dict.fromkeys(TYPE_WORDS.values()):
        syllables = word.split()
        head = words[: len(syllables)]
        if len(words) > len(syllables) and all(map(_same, head, syllables)):
            found.append(Reading(_types(word), " ".join(words[len(syllables) :])))
    return found


def _types(word: str) -> frozenset[str]:
    return frozenset(str(unit_type) for unit_type, known in TYPE_WORDS.items() if known == word)


def _same(written: str, meant: str) -> bool:
    return fold(written) == fold(meant) and accented(written) in {"", accented(meant)}


def spelling(text: str) -> tuple[str, ...]:
    """Return a form equal for all correct spellings of a name (Hòa = Hoà), different for other accents."""
    return tuple(accented(word) or fold(word) for word in _words(text))


def spelt_like(written: str, name: str) -> bool:
    """Say whether each accent written is right; a syllable written without accents may stand for any."""
    mine, theirs = _words(written), _words(name)
    return len(mine) == len(theirs) and all(map(_same, mine, theirs))


def _words(text: str) -> list[str]:
    return [word.lstrip("0") or word for word in re.findall(r"[^\W\d_]+|\d+", normalise(text))]


def parts(text: str) -> tuple[str, list[str]]:
    """Return the name and what it lies in: "phường Đức Phổ, tỉnh Quảng Ngãi" → the name, [the province]."""
    first, *rest = [part for part in (normalise(part) for part in re.split(r"[,;]", text)) if part] or [""]
    return first, rest


def lies_in(ancestors: Iterable[str], wanted: Iterable[str]) -> bool:
    """Say whether each part wanted names one of the ancestors (given folded, without type words)."""
    known = set(ancestors)
    return all(any(reading.folded in known for reading in readings(part)) for part in wanted)
