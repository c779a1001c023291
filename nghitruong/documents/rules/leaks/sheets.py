"""What a workbook hides."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from django.utils.translation import gettext as _
from lxml import etree

from nghitruong.documents.rules.leaks.found import MOST_TOLD, Leak
from nghitruong.documents.rules.leaks.package import metadata, tree_of
from nghitruong.documents.rules.leaks.persons import persons

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


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
        words: list[str] = []
        for name in sorted(names):
            yield from _table_part(archive, name, words)
        yield from persons("\n".join(words))


def _table_part(archive: zipfile.ZipFile, name: str, words: list[str]) -> Iterator[Leak]:
    """Tell what one part of a workbook hides; what it says is added to `words`."""
    if re.match(r"xl/worksheets/sheet\d+\.xml$", name):
        tree = tree_of(archive, name)
        words += ["".join(each.itertext()) for each in tree.iter(f"{S}is", f"{S}v")]
        yield from _sheet(tree, name)
    elif name == "xl/sharedStrings.xml":
        words += ["".join(each.itertext()) for each in tree_of(archive, name).iter(f"{S}si")]
    elif re.search(r"xl/(threadedComments/|comments)", name) and name.endswith(".xml"):
        for each in tree_of(archive, name):
            said = "".join(each.itertext()).strip()
            if etree.QName(each).localname in {"commentList", "threadedComment"} and said:
                yield Leak("comment", _("Ý kiến ghi bên lề."), said[:120], cleaned=False)
    elif name.startswith("xl/pivotCache/pivotCacheRecords"):
        yield Leak("pivot", _("Bảng tổng hợp còn giữ dữ liệu gốc."), name, cleaned=False)
    elif name.startswith("xl/externalLinks/externalLink"):
        yield Leak("external", _("Liên kết tới sổ tính khác, kèm giá trị đã lưu."), name, cleaned=False)


def _sheet(tree: etree._Element, name: str) -> Iterator[Leak]:
    filtered = any(True for _column in tree.iter(f"{S}filterColumn"))
    rows = [row.get("r") or "" for row in tree.iter(f"{S}row") if row.get("hidden") in {"1", "true"} and len(row)]
    if rows:
        told = _("Hàng bị lọc ẩn.") if filtered else _("Hàng ẩn.")
        yield Leak("hidden_row", told, f"{name}: {', '.join(rows[:MOST_TOLD])}", cleaned=False)
    columns = [each.get("min") or "" for each in tree.iter(f"{S}col") if each.get("hidden") in {"1", "true"}]
    if columns:
        yield Leak("hidden_column", _("Cột ẩn."), f"{name}: {', '.join(columns[:MOST_TOLD])}", cleaned=False)
