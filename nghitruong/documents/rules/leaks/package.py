"""What lies in an Office package (Word, Excel) beside the words."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator

from django.utils.translation import gettext as _
from lxml import etree

from nghitruong.documents.rules.leaks.found import Leak

NO_TREE = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def tree_of(archive: zipfile.ZipFile, name: str) -> etree._Element:
    return etree.fromstring(archive.read(name), parser=NO_TREE)


def metadata(archive: zipfile.ZipFile, names: set[str]) -> Iterator[Leak]:
    for part in ("docProps/core.xml", "docProps/app.xml"):
        for each in tree_of(archive, part) if part in names else ():
            tag, words = etree.QName(each).localname, (each.text or "").strip()
            if tag in {"creator", "lastModifiedBy"} and is_person(words):
                yield Leak("author", _("Tên người soạn hoặc người sửa trong thuộc tính tệp."), words, cleaned=True)
            if tag in {"description", "keywords", "Manager", "Company"} and words:
                yield Leak("properties", _("Ghi chú trong thuộc tính tệp."), words, cleaned=True)
    for name in sorted(names):
        yield from _part(archive, name)


def _part(archive: zipfile.ZipFile, name: str) -> Iterator[Leak]:
    """What lies in the package beside the words."""
    if name == "docProps/custom.xml":
        yield Leak("custom", _("Thuộc tính tự đặt hoặc dữ liệu XML kèm theo."), name, cleaned=True)
    if re.match(r"customXml/item\d+\.xml$", name) and not _is_empty_custom(archive, name):
        yield Leak("custom", _("Thuộc tính tự đặt hoặc dữ liệu XML kèm theo."), name, cleaned=False)
    if re.search(r"/embeddings/|oleObject|vbaProject|activeX", name, re.IGNORECASE):
        yield Leak("embedded", _("Tệp nhúng bên trong."), name, cleaned=False)
    if name.endswith(".rels") and b"attachedTemplate" in archive.read(name):
        yield Leak("remote", _("Liên kết tới mẫu ở nơi khác."), name, cleaned=False)
    if re.search(r"/media/.*\.(jpe?g|png|tiff?|webp)$", name, re.IGNORECASE) and tells_where(archive.read(name)):
        yield Leak("photo", _("Ảnh còn thông tin máy ảnh hoặc nơi chụp."), name, cleaned=False)


def tells_where(picture: bytes) -> bool:
    """Say whether a picture still bears what the camera wrote: device, time, place."""
    return any(mark in picture for mark in (b"Exif\x00\x00", b"eXIf", b"exif:GPS", b"GPSLatitude"))


def is_person(name: str) -> bool:
    """A house's or a program's name as author tells nothing about a person."""
    bare = name.strip()
    return bool(bare) and not re.match(
        r"(hội đồng|thường trực|ủy ban|uỷ ban|ban |văn phòng|phòng |đoàn |sở |python-docx|openpyxl|nghitruong)",
        bare,
        re.IGNORECASE,
    )


def _is_empty_custom(archive: zipfile.ZipFile, name: str) -> bool:
    content = archive.read(name)
    return b"bibliography" in content or not re.sub(rb"<[^>]*>", b"", content).strip()
