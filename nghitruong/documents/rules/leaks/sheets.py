"""What a workbook hides."""

from __future__ import annotations

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from django.utils.translation import gettext as _
from lxml import etree

from nghitruong.documents.rules.leaks.found import MOST_TOLD, Leak
from nghitruong.documents.rules.leaks.package import metadata, tree_of
from nghitruong.documents.rules.leaks.persons import persons

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LEAST_SIZE = 0.5
"""Rows (points) and columns (letters) smaller than this show nothing."""
HEADS = {
    "phone": re.compile(r"điện thoại|\bsđt\b|di động|\bđt\b", re.IGNORECASE),
    "citizen": re.compile(r"căn cước|\bcccd\b|\bcmnd\b|chứng minh|định danh", re.IGNORECASE),
    "bank": re.compile(r"tài khoản|\bstk\b", re.IGNORECASE),
}
"""The heads of columns that list people's numbers; a workbook drops the zero that such a number begins with."""
NUMBER = re.compile(r"\+?\d{8,19}")


def in_workbook(content: bytes) -> Iterator[Leak]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = set(archive.namelist())
        yield from metadata(archive, names)
        book = tree_of(archive, "xl/workbook.xml")
        for sheet in book.iter(f"{S}sheet"):
            if sheet.get("state") in {"hidden", "veryHidden"}:
                yield Leak("hidden_sheet", _("Trang tính ẩn."), sheet.get("name") or "", cleaned=False)
        for each in book.iter(f"{S}definedName"):
            if each.get("hidden") in {"1", "true"} and "_FilterDatabase" not in (each.get("name") or ""):
                yield Leak("hidden_name", _("Tên vùng ẩn."), each.get("name") or "", cleaned=False)
        strings = _strings(archive, names)
        unseen = _unseen_styles(tree_of(archive, "xl/styles.xml")) if "xl/styles.xml" in names else frozenset()
        words = list(strings)
        for name in sorted(names):
            if re.match(r"xl/worksheets/sheet\d+\.xml$", name):
                tree = tree_of(archive, name)
                words += ["".join(each.itertext()) for each in tree.iter(f"{S}is", f"{S}v")]
                yield from _sheet(tree, name)
                yield from _cells(tree, name, strings, unseen)
            else:
                yield from _part(archive, name)
        yield from persons("\n".join(words))


def _strings(archive: zipfile.ZipFile, names: set[str]) -> list[str]:
    """Return the words that cells point at by their place."""
    if "xl/sharedStrings.xml" not in names:
        return []
    return ["".join(each.itertext(f"{S}t")) for each in tree_of(archive, "xl/sharedStrings.xml").iter(f"{S}si")]


def _part(archive: zipfile.ZipFile, name: str) -> Iterator[Leak]:
    """Tell what lies in a workbook beside its sheets."""
    if re.search(r"xl/(threadedComments/|comments)", name) and name.endswith(".xml"):
        for each in tree_of(archive, name):
            said = "".join(each.itertext()).strip()
            if etree.QName(each).localname in {"commentList", "threadedComment"} and said:
                yield Leak("comment", _("Ý kiến ghi bên lề."), said[:120], cleaned=False)
    elif name.startswith("xl/pivotCache/pivotCacheRecords"):
        yield Leak("pivot", _("Bảng tổng hợp còn giữ dữ liệu gốc."), name, cleaned=False)
    elif name.startswith("xl/externalLinks/externalLink") or name == "xl/connections.xml":
        yield Leak("external", _("Liên kết tới sổ tính khác, kèm giá trị đã lưu."), name, cleaned=False)


def _sheet(tree: etree._Element, name: str) -> Iterator[Leak]:
    filtered = any(True for _column in tree.iter(f"{S}filterColumn"))
    rows = [row.get("r") or "" for row in tree.iter(f"{S}row") if _is_folded(row, "ht") and len(row)]
    if rows:
        told = _("Hàng bị lọc ẩn.") if filtered else _("Hàng ẩn.")
        yield Leak("hidden_row", told, f"{name}: {', '.join(rows[:MOST_TOLD])}", cleaned=False)
    columns = [each.get("min") or "" for each in tree.iter(f"{S}col") if _is_folded(each, "width")]
    if columns:
        yield Leak("hidden_column", _("Cột ẩn."), f"{name}: {', '.join(columns[:MOST_TOLD])}", cleaned=False)


def _is_folded(one: etree._Element, size: str) -> bool:
    """Say whether a row or a column is hidden, or made so narrow that nothing of it is seen."""
    return one.get("hidden") in {"1", "true"} or float(one.get(size) or 9) < LEAST_SIZE


def _cells(tree: etree._Element, name: str, strings: Sequence[str], unseen: Collection[str]) -> Iterator[Leak]:
    """Tell which cells are written so that nobody sees them, and which columns list people's numbers."""
    whose: dict[str, str] = {}
    white: list[str] = []
    listed: dict[str, list[str]] = defaultdict(list)
    for cell in tree.iter(f"{S}c"):
        said, where = _said(cell, strings), cell.get("r") or ""
        column = where.rstrip("0123456789")
        if not said:
            continue
        if cell.get("s") in unseen:
            white.append(where)
        if head := next((code for code, words in HEADS.items() if words.search(said)), ""):
            whose[column] = head
        elif column in whose and NUMBER.fullmatch(re.sub(r"[ .-]", "", said)):
            listed[whose[column]].append(said)
    if white:
        told = _("Ô có chữ màu trắng hoặc định dạng không hiện.")
        yield Leak("hidden", told, f"{name}: {', '.join(white[:MOST_TOLD])}", cleaned=False)
    sentences = {
        "phone": _("Cột số điện thoại."),
        "citizen": _("Cột số căn cước, chứng minh nhân dân."),
        "bank": _("Cột số tài khoản ngân hàng."),
    }
    for code, found in listed.items():
        yield Leak(code, sentences[code], ", ".join(found[:MOST_TOLD]), cleaned=False)


def _said(cell: etree._Element, strings: Sequence[str]) -> str:
    value = cell.findtext(f"{S}v") or ""
    if cell.get("t") == "s" and value.isdigit() and int(value) < len(strings):
        return strings[int(value)].strip()
    inline = cell.find(f"{S}is")
    return ("".join(inline.itertext(f"{S}t")) if inline is not None else value).strip()


def _unseen_styles(tree: etree._Element) -> frozenset[str]:
    """Return the numbers of the cell styles that show nothing: white letters on no ground, or a format of nothing."""
    whites = {str(place) for place, font in enumerate(tree.iterfind(f"{S}fonts/{S}font")) if _is_white(font)}
    plain = {
        str(place)
        for place, fill in enumerate(tree.iterfind(f"{S}fills/{S}fill"))
        if (pattern := fill.find(f"{S}patternFill")) is not None and pattern.get("patternType") in {None, "none"}
    }
    formats = tree.iterfind(f"{S}numFmts/{S}numFmt")
    blank = {one.get("numFmtId") for one in formats if set(one.get("formatCode") or "-") == {";"}}
    return frozenset(
        str(place)
        for place, look in enumerate(tree.iterfind(f"{S}cellXfs/{S}xf"))
        if (look.get("fontId") in whites and (look.get("fillId") or "0") in plain) or look.get("numFmtId") in blank
    )


def _is_white(font: etree._Element) -> bool:
    colour = font.find(f"{S}color")
    if colour is None:
        return False
    return colour.get("theme") == "0" or bool(re.fullmatch(r"..(?:[EF][0-9A-F]){3}", (colour.get("rgb") or "").upper()))
