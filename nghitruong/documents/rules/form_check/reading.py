"""A Word file as lines with the look they really have: defaults, styles and direct settings put together."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import docx
from docx.oxml.ns import qn

TWIPS_CM = 567
MONOCHROME = frozenset({"", "auto", "000000"})


@dataclass(slots=True)
class Line:
    """One paragraph. `cell`: (table, column) where it stands in a table; sizes in points, lengths in cm."""

    text: str
    cell: tuple[int, int] | None = None
    fonts: set[str] = field(default_factory=set)
    sizes: set[float] = field(default_factory=set)
    colours: set[str] = field(default_factory=set)
    bold: bool | None = None
    italic: bool | None = None
    caps: bool = False
    align: str = "left"
    first: float = 0.0
    gap: float = 0.0
    """Space before or after, whichever is larger, in points."""
    spacing: float = 1.0
    """Lines as a multiple; a fixed height counts as that height over 1.15 times the size."""
    rule: bool = False
    """A rule under it: a border, an underline or a drawn line."""
    new_page: bool = False
    is_grid: bool = False

    @property
    def words(self) -> str:
        return " ".join(self.text.split())

    @property
    def shown(self) -> str:
        return self.words.upper() if self.caps else self.words


@dataclass(slots=True)
class Sheet:
    """The page of a section, in mm."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    title_page: bool


@dataclass(slots=True)
class Book:
    lines: list[Line]
    sheets: list[Sheet]
    header: list[Line]
    """Lines of the running header that hold a page number."""
    first_header: list[Line]
    footer: list[Line]

    @property
    def has_wide_table(self) -> bool:
        """Say whether a table of three columns or more stands in the text: head and signature are laid out in two."""
        return any(line.cell is not None and line.cell[1] >= 2 for line in self.lines)


def read(content: bytes) -> Book:
    """Return what a .docx looks like; raise KeyError, ValueError or a zip error for one that cannot be opened."""
    book = docx.Document(io.BytesIO(content))
    look = _Look(book)
    lines: list[Line] = []
    tables = 0
    for element in book.element.body:
        if element.tag == qn("w:p"):
            lines.append(look.line(element))
        elif element.tag == qn("w:tbl"):
            lines += _table(look, element, tables)
            tables += 1
        elif element.tag == qn("w:sdt"):
            lines += [look.line(each) for each in element.iter(qn("w:p"))]
    sheets = [
        Sheet(
            _mm(each.page_width), _mm(each.page_height), _mm(each.top_margin), _mm(each.bottom_margin),
            _mm(each.left_margin), _mm(each.right_margin), each.different_first_page_header_footer,
        )
        for each in book.sections
    ]  # fmt: skip
    section = book.sections[0]
    return Book(
        lines,
        sheets,
        _numbered(look, section.header),
        _numbered(look, section.first_page_header) if section.different_first_page_header_footer else [],
        _numbered(look, section.footer),
    )


def _mm(length: Any) -> float:
    return round(length.mm, 1) if length is not None else 0.0


def _numbered(look: _Look, part: Any) -> list[Line]:
    if part.is_linked_to_previous:
        return []
    return [
        look.line(each)
        for each in part._element.iter(qn("w:p"))
        if "PAGE" in "".join(code.text or "" for code in each.iter(qn("w:instrText")))
        or any("PAGE" in (code.get(qn("w:instr")) or "") for code in each.iter(qn("w:fldSimple")))
    ]


def _table(look: _Look, table: Any, number: int) -> Iterator[Line]:
    borders = table.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}")
    style = table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
    drawn = borders is not None and any(each.get(qn("w:val")) not in {"none", "nil"} for each in borders)
    is_grid = drawn or (style is not None and "Grid" in (style.get(qn("w:val")) or ""))
    for row in table.iter(qn("w:tr")):
        for column, cell in enumerate(row.findall(qn("w:tc"))):
            for paragraph in cell.iter(qn("w:p")):
                line = look.line(paragraph)
                line.cell, line.is_grid = (number, column), is_grid
                yield line


class _Look:
    """Knows the defaults, the styles and the theme of one file."""

    def __init__(self, book: Any) -> None:
        styles = book.styles.element
        self.styles = {each.get(qn("w:styleId")): each for each in styles.findall(qn("w:style"))}
        self.default_style = next(
            (
                name
                for name, each in self.styles.items()
                if each.get(qn("w:type")) == "paragraph" and each.get(qn("w:default")) in {"1", "true"}
            ),
            None,
        )
        defaults = styles.find(qn("w:docDefaults"))
        self.run_defaults = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}") if defaults is not None else None
        self.paragraph_defaults = defaults.find(f"{qn('w:pPrDefault')}/{qn('w:pPr')}") if defaults is not None else None

    def chain(self, name: str | None) -> list[Any]:
        found: list[Any] = []
        while name in self.styles and len(found) < 20:
            style = self.styles[name]
            found.insert(0, style)
            base = style.find(qn("w:basedOn"))
            name = base.get(qn("w:val")) if base is not None else None
        return found

    def line(self, paragraph: Any) -> Line:
        own = paragraph.find(qn("w:pPr"))
        named = own.find(qn("w:pStyle")) if own is not None else None
        styles = self.chain(named.get(qn("w:val")) if named is not None else self.default_style)
        layers = [self.paragraph_defaults, *(each.find(qn("w:pPr")) for each in styles), own]
        line = Line(text="")
        for layer in layers:
            if layer is not None:
                _shape(line, layer)
        under = False
        for run in paragraph.iter(qn("w:r")):
            words = _words(run)
            line.text += words
            under |= run.find(qn("w:pict")) is not None or run.find(qn("w:drawing")) is not None
            under |= any("AlternateContent" in str(each.tag) for each in run)
            if words.strip():
                under |= self._run(line, run, styles)
        line.rule = line.rule or under
        if not line.sizes:
            self._empty(line, styles)
        if line.spacing > 5:
            size = max(line.sizes, default=14)
            line.spacing = round(line.spacing / (1.15 * size), 2)
        return line

    def _empty(self, line: Line, styles: list[Any]) -> None:
        told = self._told([self.run_defaults, *(each.find(qn("w:rPr")) for each in styles)])
        line.sizes = {float(told.get("sz") or 20) / 2}

    def _run(self, line: Line, run: Any, styles: list[Any]) -> bool:
        own = run.find(qn("w:rPr"))
        named = own.find(qn("w:rStyle")) if own is not None else None
        character = self.chain(named.get(qn("w:val"))) if named is not None else []
        told = self._told([self.run_defaults, *(each.find(qn("w:rPr")) for each in [*styles, *character]), own])
        line.fonts.add(told.get("font") or "")
        line.sizes.add(float(told.get("sz") or 20) / 2)
        line.colours.add((told.get("color") or "").lower())
        line.bold = (line.bold is not False) and told.get("b") == "1"
        line.italic = (line.italic is not False) and told.get("i") == "1"
        line.caps = line.caps or told.get("caps") == "1"
        return told.get("u") not in {None, "none"}

    def _told(self, layers: list[Any]) -> dict[str, str]:
        told: dict[str, str] = {}
        for layer in layers:
            if layer is None:
                continue
            fonts = layer.find(qn("w:rFonts"))
            if fonts is not None:
                named = fonts.get(qn("w:ascii")) or fonts.get(qn("w:hAnsi"))
                theme = fonts.get(qn("w:asciiTheme")) or fonts.get(qn("w:hAnsiTheme"))
                if named or theme:
                    told["font"] = named or "theme"
            for name in ("sz", "color", "u"):
                each = layer.find(qn(f"w:{name}"))
                if each is not None:
                    told[name] = each.get(qn("w:val")) or ""
            for name in ("b", "i", "caps"):
                each = layer.find(qn(f"w:{name}"))
                if each is not None:
                    told[name] = "0" if each.get(qn("w:val")) in {"0", "false", "off"} else "1"
        return told


def _words(run: Any) -> str:
    parts = []
    for each in run:
        if each.tag == qn("w:t"):
            parts.append(each.text or "")
        elif each.tag in {qn("w:br"), qn("w:cr")}:
            parts.append("\n")
        elif each.tag == qn("w:tab"):
            parts.append("\t")
    return "".join(parts)


def _shape(line: Line, layer: Any) -> None:
    align = layer.find(qn("w:jc"))
    if align is not None:
        line.align = align.get(qn("w:val")) or "left"
    indent = layer.find(qn("w:ind"))
    if indent is not None:
        if indent.get(qn("w:firstLine")):
            line.first = round(_number(indent.get(qn("w:firstLine"))) / TWIPS_CM, 2)
        if indent.get(qn("w:hanging")):
            line.first = -round(_number(indent.get(qn("w:hanging"))) / TWIPS_CM, 2)
    spacing = layer.find(qn("w:spacing"))
    if spacing is not None:
        given = [
            _number(spacing.get(qn(f"w:{side}"))) / 20 for side in ("before", "after") if spacing.get(qn(f"w:{side}"))
        ]
        if given:
            line.gap = max(given)
        height = spacing.get(qn("w:line"))
        if height:
            fixed = spacing.get(qn("w:lineRule")) in {"exact", "atLeast"}
            line.spacing = _number(height) / (20 if fixed else 240)
    line.rule = line.rule or layer.find(f"{qn('w:pBdr')}/{qn('w:bottom')}") is not None
    line.rule = line.rule or layer.find(f"{qn('w:pBdr')}/{qn('w:top')}") is not None
    line.new_page = line.new_page or layer.find(qn("w:pageBreakBefore")) is not None


def _number(text: str | None) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0
