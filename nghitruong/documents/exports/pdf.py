"""The same official text as a PDF: typst sets it in a bundled subset of Tinos. PDF/A-2a and tagged (PDF/UA-1)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

from nghitruong.documents.rules.text import (
    MOTTO,
    STATE,
    Block,
    Grid,
    Heading,
    OfficialText,
    Paragraph,
    Signature,
    capitals,
    clean,
    finished,
    grounds_of,
    number_and_symbol,
    organ_lines,
    place_and_date,
    written,
)

DATA = Path(__file__).parent.parent / "data"
STANDARDS = ["a-2a", "ua-1"]


def official_pdf(text: OfficialText, *, at: datetime | None = None) -> bytes:
    """Return the .pdf of an official text, of the same words as its .docx. `at` is kept as the day it was made.

    The words are handed over as data: nothing in them is ever markup or a command.
    """
    given: Any = _compiler().compile(
        format="pdf",
        sys_inputs={"data": json.dumps(_shown(text), ensure_ascii=False)},
        pdf_standards=STANDARDS,
        timestamp=at.replace(microsecond=0) if at else None,
    )
    return bytes(given)


@cache
def _compiler() -> Any:
    """Fonts are read once; nothing of the machine's own fonts is used, so a text looks alike everywhere."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(DATA / "fonts")])
    return typst.Compiler(input=str(DATA / "official.typ"), root=str(DATA), font_paths=fonts)


def _shown(text: OfficialText) -> dict[str, Any]:
    last = len(text.to) - 1
    several = [f"- {finished(name)}{'.' if place == last else ';'}" for place, name in enumerate(text.to)]
    recipients = [f"- {finished(name)};" for name in text.recipients] + [f"- Lưu: {text.archive}."]
    return {
        "title": clean(f"{text.kind} {text.abstract}".strip())[:250] or clean(text.issuing),
        "author": clean(text.issuing),
        "state": STATE,
        "motto": MOTTO,
        "governing": clean(organ_lines(text.governing)),
        "issuing": clean(organ_lines(text.issuing)),
        "number": clean(number_and_symbol(text.number, text.symbol)),
        "letter": "" if text.kind else clean(f"V/v {text.abstract}"),
        "day": clean(place_and_date(text.place, text.on, text.year)),
        "kind": clean(capitals(text.kind)),
        "abstract": clean(text.abstract),
        "to": [clean(name) for name in (several if last > 0 else text.to)],
        "author_line": clean(capitals(text.author)),
        "grounds": [clean(words) for words in grounds_of(text)],
        "body": _blocks(text.body),
        "signed": _sign(text.signed),
        "second": _sign(text.second),
        "recipients": [clean(name) for name in recipients] if text.recipients else [],
        "annexes": [
            {
                "label": clean(annex.label),
                "title": clean(capitals(annex.title)),
                "note": clean(annex.note),
                "body": _blocks(annex.body),
            }
            for annex in text.annexes
        ],
    }


def _sign(signed: Signature | None) -> dict[str, Any] | None:
    if signed is None:
        return None
    return {"lines": [clean(capitals(line)) for line in signed.lines], "name": clean(signed.name)}


def _blocks(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """The last paragraph never parts from the signature."""
    return [{**_block(block), "last": place == len(blocks) - 1} for place, block in enumerate(blocks)]


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Grid):
        return _grid(block)
    if isinstance(block, Heading):
        return {"type": "heading", "text": clean(block.text)}
    given = block if isinstance(block, Paragraph) else Paragraph(block)
    return {
        "type": "paragraph",
        "text": clean(given.text),
        "lead": clean(given.lead),
        "bold": given.bold,
        "italic": given.italic,
        "indent": given.indent,
        "centred": given.centred,
    }


def _grid(grid: Grid) -> dict[str, Any]:
    def cell(place: int, value: object) -> dict[str, Any]:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return {"text": clean(written(value)), "right": is_number or place in grid.right}

    return {
        "type": "grid",
        "caption": clean(grid.caption),
        "head": [clean(name) for name in grid.head],
        "widths": list(grid.widths) or [1.0] * len(grid.head),
        "rows": [[cell(place, value) for place, value in enumerate(row)] for row in grid.rows],
    }
