"""A Word file or workbook without what can be taken out of it unseen."""

from __future__ import annotations

import io
import re
import zipfile

from django.utils.translation import gettext as _
from lxml import etree

from nghitruong.base.errors import Invalid
from nghitruong.documents.rules.files import DOCX, XLSX, kind_of
from nghitruong.documents.rules.leaks.found import MOST_BYTES
from nghitruong.documents.rules.leaks.package import NO_TREE
from nghitruong.documents.rules.leaks.word import W


def clean_file(name: str, content: bytes) -> bytes:
    """Return a .docx or .xlsx without its authors' names, remarks and properties; what is seen stays as it is.

    Tracked changes, hidden sheets and embedded files are a person's to decide and stay; raises Invalid for other files.
    """
    mime = kind_of(name, content, most_bytes=MOST_BYTES)
    if mime not in {DOCX, XLSX}:
        raise Invalid(_("Chỉ làm sạch được tệp Word (.docx) và Excel (.xlsx); với PDF, hãy xuất lại từ tệp gốc."))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        gone = {
            each
            for each in archive.namelist()
            if each == "docProps/custom.xml" or (mime == DOCX and re.match(r"word/(comments\w*|people)\.xml$", each))
        }
        for info in archive.infolist():
            if info.filename not in gone:
                try:
                    made.writestr(info.filename, _cleaned(info.filename, archive.read(info.filename), gone))
                except etree.XMLSyntaxError as error:
                    raise Invalid(_("Tệp «%(name)s» bị hỏng, không mở được.") % {"name": name}) from error
    return out.getvalue()


def _cleaned(name: str, part: bytes, gone: set[str]) -> bytes:
    if name == "[Content_Types].xml" or name.endswith(".rels"):
        return _without_parts(part, gone)
    if name in {"docProps/core.xml", "docProps/app.xml"}:
        tree = etree.fromstring(part, parser=NO_TREE)
        for each in tree:
            if etree.QName(each).localname in {
                "creator",
                "lastModifiedBy",
                "description",
                "keywords",
                "Manager",
                "Company",
            }:
                each.text = ""
        return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))
    if re.match(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$", name):
        tree = etree.fromstring(part, parser=NO_TREE)
        for each in list(tree.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")):
            parent = each.getparent()
            if parent is not None:
                parent.remove(each)
        for each in tree.iter():
            if each.get(f"{W}author") is not None:
                each.set(f"{W}author", "-")
            each.attrib.pop(f"{W}initials", None)
        return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))
    return part


def _without_parts(part: bytes, gone: set[str]) -> bytes:
    tree = etree.fromstring(part, parser=NO_TREE)
    last = {each.rsplit("/", 1)[-1] for each in gone}
    for each in list(tree):
        target = (each.get("PartName") or each.get("Target") or "").rsplit("/", 1)[-1]
        if target in last:
            tree.remove(each)
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))
