"""Numbers and symbols of official texts (NĐ 30/2020, Điều 15 and Phụ lục III; law.md 12.4, 12.5). No database."""

from __future__ import annotations

import re

from nghitruong.documents.enums import CopyKind, Nature, PaperKind
from nghitruong.organisation.enums import OrganKind

TYPE_CODES: dict[str, str] = {
    PaperKind.RESOLUTION: "NQ",
    PaperKind.DECISION: "QĐ",
    PaperKind.DIRECTIVE: "CT",
    PaperKind.STATUTE: "QC",
    PaperKind.REGULATION: "QyĐ",
    PaperKind.COMMUNIQUE: "TC",
    PaperKind.NOTICE: "TB",
    PaperKind.GUIDANCE: "HD",
    PaperKind.PROGRAMME: "CTr",
    PaperKind.PLAN: "KH",
    PaperKind.SCHEME: "PA",
    PaperKind.PROPOSAL: "ĐA",
    PaperKind.PROJECT: "DA",
    PaperKind.REPORT: "BC",
    PaperKind.MINUTES: "BB",
    PaperKind.SUBMISSION: "TTr",
    PaperKind.CONTRACT: "HĐ",
    PaperKind.LETTER: "",
    PaperKind.TELEGRAM: "CĐ",
    PaperKind.MEMORANDUM: "BGN",
    PaperKind.AGREEMENT: "BTT",
    PaperKind.AUTHORISATION: "GUQ",
    PaperKind.INVITATION: "GM",
    PaperKind.INTRODUCTION: "GGT",
    PaperKind.LEAVE: "GNP",
    PaperKind.SENDING_SLIP: "PG",
    PaperKind.TRANSFER_SLIP: "PC",
    PaperKind.NOTICE_SLIP: "PB",
    PaperKind.PUBLIC_LETTER: "",
}
"""A letter (công văn) and a public letter (thư công) have no type code; "CV" is none (law.md 12.5)."""
BODY_SYMBOLS: dict[str, str] = {
    OrganKind.COUNCIL: "HĐND",
    OrganKind.STANDING: "HĐND",
    OrganKind.COMMITTEE: "HĐND",
    OrganKind.GROUP: "HĐND",
    OrganKind.OFFICE: "HĐND",
    OrganKind.PEOPLES_COMMITTEE: "UBND",
    OrganKind.FRONT: "MTTQ",
    OrganKind.NATIONAL_DELEGATION: "ĐĐBQH",
}
"""What stands for a body until its own series says otherwise (DOC-06: usually HĐND for all organs of a council)."""
OWN_KINDS = frozenset({OrganKind.COUNCIL, OrganKind.STANDING, OrganKind.COMMITTEE, OrganKind.GROUP, OrganKind.OFFICE})
"""Organs whose texts stand in the council's register."""
_CODE = re.compile(r"^\s*(?:số\s*[:.]?\s*)?(\d{1,6}[a-zđ]?)?\s*/\s*(\S.{0,60})$", re.IGNORECASE)


def padded(number: int) -> str:
    """Return a number as written: below ten with a leading 0."""
    return f"{number:02d}"


def symbol_of(kind: str, body: str, *, unit: str = "", normative_year: int | None = None) -> str:
    """Return the symbol of a text: "TB-HĐND"; "HĐND-VP" for a letter; "2026/NQ-HĐND" for a normative one (RES-01)."""
    return symbol_for(TYPE_CODES[kind], body, unit=unit, normative_year=normative_year)


def symbol_for(code: str, body: str, *, unit: str = "", normative_year: int | None = None) -> str:
    """Return the symbol that a type code makes; a letter has no code and is named by who drafted it."""
    named = f"{code}-{body}" if code else "-".join(filter(None, [body, unit]))
    return f"{normative_year}/{named}" if normative_year else named


def code_of(number: int, symbol: str) -> str:
    """Return number and symbol: "05/TB-HĐND"."""
    return f"{padded(number)}/{symbol}"


def copy_code(number: int, kind: str, body: str) -> str:
    """Return the number of a copy: "03/SY-HĐND"."""
    return f"{padded(number)}/{CopyKind(kind).value}-{body}"


def is_normative(nature: str) -> bool:
    return nature == Nature.NORMATIVE


def split_code(code: str) -> tuple[str, str]:
    """Return (number, symbol) of "05/TB-HĐND" or "Số: 05/TB-HĐND"; ("", the whole) where there is no number."""
    found = _CODE.match(code)
    return (found.group(1) or "", found.group(2).strip()) if found else ("", code.strip())
