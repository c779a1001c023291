"""The words of a Word file: paragraphs and tables in order, numbers of lists made text, text boxes; nothing is run."""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from lxml import etree

from nghitruong.base.errors import Invalid

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = f"{W}txbxContent"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
MOST_COLUMNS_OF_FRAME = 2
"""A table of at most two columns is the frame of a head or a signature: its cells are read one after the other."""


def read_word(name: str, content: bytes) -> str:
    """Return the words; paragraphs part by an empty line, cells of data tables by " | ". Raises Invalid when damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            body = _part(archive, "word/document.xml")
            numbers = _Numbers(_part(archive, "word/numbering.xml"), _part(archive, "word/styles.xml"))
    except (zipfile.BadZipFile, etree.XMLSyntaxError, OSError) as error:
        raise Invalid(_("Tệp «%(name)s» bị hỏng, không mở được.") % {"name": name}) from error
    whole = body.find(f"{W}body") if body is not None else None
    if whole is None:
        raise Invalid(_("Tệp «%(name)s» bị hỏng, không mở được.") % {"name": name})
    return "\n\n".join(_blocks(whole, numbers)) + "\n"


def _part(archive: zipfile.ZipFile, name: str) -> Any:
    """Return a part's tree; entities are never resolved and nothing is fetched."""
    if name not in archive.namelist():
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(archive.read(name), parser)


def _blocks(parent: Any, numbers: _Numbers) -> Iterator[str]:
    for child in parent.iterchildren():
        if child.tag == f"{W}p":
            yield from _paragraph(child, numbers)
        elif child.tag == f"{W}tbl":
            yield from _table(child, numbers)
        elif child.tag == f"{W}sdt":
            inner = child.find(f"{W}sdtContent")
            if inner is not None:
                yield from _blocks(inner, numbers)
        elif child.tag in {f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"}:
            yield from _blocks(child, numbers)


def _paragraph(paragraph: Any, numbers: _Numbers) -> Iterator[str]:
    boxes: list[Any] = []
    text = "".join(_letters(paragraph, boxes))
    for box in boxes:
        yield from _blocks(box, numbers)
    if text.strip():
        yield numbers.of(paragraph) + text.strip()


def _letters(node: Any, boxes: list[Any]) -> Iterator[str]:
    """Yield the letters of a paragraph as it stands: what was deleted, field codes and second copies left out."""
    for child in node.iterchildren():
        tag = child.tag
        if tag == f"{W}t":
            yield child.text or ""
        elif tag in {f"{W}tab", f"{W}ptab"}:
            yield "\t"
        elif tag in {f"{W}br", f"{W}cr"}:
            yield "\n"
        elif tag == f"{W}noBreakHyphen":
            yield "-"
        elif tag == _BOX:
            boxes.append(child)
        elif tag not in {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}pPr", f"{W}rPr", _FALLBACK}:
            yield from _letters(child, boxes)


def _table(table: Any, numbers: _Numbers) -> Iterator[str]:
    rows = [list(row.iterchildren(f"{W}tc")) for row in table.iter(f"{W}tr") if _of(row, table)]
    width = max((len(row) for row in rows), default=0)
    told = [[list(_blocks(cell, numbers)) for cell in row] for row in rows]
    single = all(len(cell) <= 1 for row in told for cell in row)
    if width <= MOST_COLUMNS_OF_FRAME and not (single and len(rows) > 2):
        for row in told:
            for cell in row:
                if cell:
                    yield "\n".join(cell)
        return
    for row in told:
        line = " | ".join(" ".join(" ".join(cell).split()) for cell in row)
        if line.strip(" |"):
            yield line


def _of(row: Any, table: Any) -> bool:
    """Say whether a row is the table's own, not of a table inside it."""
    above = row.getparent()
    while above is not None and above.tag != f"{W}tbl":
        above = above.getparent()
    return above is table


@dataclass(slots=True)
class _Level:
    form: str
    text: str
    start: int


@dataclass(slots=True)
class _Numbers:
    """What numbers Word shows before paragraphs of lists: counted as it counts them."""

    numbering: Any
    styles: Any
    _lists: dict[str, tuple[str, dict[int, _Level]]] = field(default_factory=dict)
    _of_style: dict[str, tuple[str, int]] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def __post_init__(self) -> None:
        if self.numbering is None:
            return
        abstract = {
            one.get(f"{W}abstractNumId"): {
                int(level.get(f"{W}ilvl") or 0): _Level(
                    _value(level, "numFmt") or "decimal",
                    _value(level, "lvlText") or "",
                    _number(_value(level, "start"), 1),
                )
                for level in one.iterchildren(f"{W}lvl")
            }
            for one in self.numbering.iterchildren(f"{W}abstractNum")
        }
        for one in self.numbering.iterchildren(f"{W}num"):
            told = _value(one, "abstractNumId")
            if told and told in abstract:
                self._lists[str(one.get(f"{W}numId"))] = (told, abstract[told])
        if self.styles is not None:
            for style in self.styles.iterchildren(f"{W}style"):
                listed = _listed(style)
                if listed is not None:
                    self._of_style[str(style.get(f"{W}styleId"))] = listed

    def of(self, paragraph: Any) -> str:
        """Return "2.1. ", "a) ", "- " or "" and count on."""
        listed = _listed(paragraph)
        if listed is None:
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            listed = self._of_style.get(str(style.get(f"{W}val"))) if style is not None else None
        if listed is None or listed[0] not in self._lists:
            return ""
        key, levels = self._lists[listed[0]]
        depth = listed[1]
        level = levels.get(depth)
        if level is None or level.form == "none":
            return ""
        if level.form == "bullet":
            return "- "
        counts = self._counts[key]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        text = level.text
        for place in range(depth + 1):
            above = levels.get(place)
            if above is not None:
                text = text.replace(f"%{place + 1}", _shown(counts.get(place, above.start), above.form))
        return f"{text} " if text else ""


def _listed(node: Any) -> tuple[str, int] | None:
    found = node.find(f"{W}pPr/{W}numPr")
    if found is None:
        return None
    number = _value(found, "numId")
    return (number, _number(_value(found, "ilvl"), 0)) if number else None


def _value(node: Any, name: str) -> str | None:
    found = node.find(f"{W}{name}")
    return found.get(f"{W}val") if found is not None else None


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdigit() else otherwise


def _shown(count: int, form: str) -> str:
    if form in {"upperRoman", "lowerRoman"}:
        told = _roman(count)
        return told.upper() if form == "upperRoman" else told
    if form in {"upperLetter", "lowerLetter"} and 1 <= count <= 26:
        return chr(ord("A" if form == "upperLetter" else "a") + count - 1)
    if form == "decimalZero":
        return f"{count:02d}"
    return str(count)


def _roman(count: int) -> str:
    told = ""
    for value, sign in _ROMAN:
        while count >= value:
            told += sign
            count -= value
    return told
