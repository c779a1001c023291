"""Publish guard: what a file carries that its reader does not see, and whose data it shows (quality goal S6)."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2
from django.utils.translation import gettext as _
from lxml import etree

from nghitruong.base.errors import Invalid
from nghitruong.documents.rules.files import DOCX, PDF, XLSX, kind_of

MOST_BYTES = 50 * 1024 * 1024
MOST_TOLD = 20
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_NO_TREE = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
_CITIZEN = re.compile(r"(?<![\d./-])0\d{2}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}(?![\d/])")
_OLD_IDENTITY = re.compile(
    r"(?:CMND|chứng minh (?:nhân dân|thư)|CCCD|căn cước)[^\d\n]{0,30}(\d{9}|\d{12})(?!\d)", re.IGNORECASE
)
_PHONE = re.compile(r"(?<![\d./-])(?:\+?84|0)[ .-]?[35789]\d(?:[ .-]?\d){7}(?![\d/])")
_BANK = re.compile(r"(?:số tài khoản|STK|tài khoản(?: ngân hàng)?)[^\d\n]{0,30}(\d(?:[ .-]?\d){7,18})", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@(?!\S*gov\.vn)[\w-]+\.[\w.]+")
_TRACKED = (
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "rPrChange",
    "pPrChange",
    "tblPrChange",
    "sectPrChange",
    "cellIns",
    "cellDel",
)


@dataclass(frozen=True, slots=True)
class Leak:
    """One thing found: a code, the sentence for the reader, the words or the place, whether cleaning takes it out."""

    code: str
    told: str
    words: str
    cleaned: bool


def leaks(name: str, content: bytes) -> list[Leak]:
    """Return what a .docx, .xlsx or .pdf carries unseen, and personal identifiers in its words.

    Raises Invalid, in words, for another kind of file or one that cannot be opened.
    """
    mime = kind_of(name, content, most_bytes=MOST_BYTES)
    looks: dict[str, Callable[[bytes], Iterator[Leak]]] = {DOCX: _docx, XLSX: _xlsx, PDF: _pdf}
    if mime not in looks:
        raise Invalid(_("Chỉ kiểm tra được tệp Word (.docx), Excel (.xlsx) và PDF trước khi công bố."))
    try:
        return list(looks[mime](content))
    except (KeyError, ValueError, etree.XMLSyntaxError, zipfile.BadZipFile, pypdfium2.PdfiumError) as error:
        raise Invalid(_("Tệp «%(name)s» bị hỏng, không mở được.") % {"name": name}) from error


def persons(words: str) -> Iterator[Leak]:
    """Return personal identifiers in a text: citizen's card, phone, bank account, private mail address."""
    told = {
        "citizen": (_("Số căn cước, chứng minh nhân dân."), [*_CITIZEN.findall(words), *_OLD_IDENTITY.findall(words)]),
        "phone": (_("Số điện thoại."), _PHONE.findall(words)),
        "bank": (_("Số tài khoản ngân hàng."), _BANK.findall(words)),
        "mail": (_("Địa chỉ thư điện tử cá nhân."), _MAIL.findall(words)),
    }
    seen: set[str] = set()
    for code, (sentence, found) in told.items():
        for each in found[:MOST_TOLD]:
            digits = re.sub(r"\D", "", each) or each
            if digits not in seen:
                seen.add(digits)
                yield Leak(code, sentence, each.strip(), cleaned=False)


def _tree(archive: zipfile.ZipFile, name: str) -> etree._Element:
    return etree.fromstring(archive.read(name), parser=_NO_TREE)


def _metadata(archive: zipfile.ZipFile, names: set[str]) -> Iterator[Leak]:
    for part in ("docProps/core.xml", "docProps/app.xml"):
        for each in _tree(archive, part) if part in names else ():
            tag, words = etree.QName(each).localname, (each.text or "").strip()
            if tag in {"creator", "lastModifiedBy"} and _is_person(words):
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
    if re.search(r"/media/.*\.jpe?g$", name, re.IGNORECASE) and b"Exif\x00\x00" in archive.read(name)[:4096]:
        yield Leak("photo", _("Ảnh còn thông tin máy ảnh hoặc nơi chụp."), name, cleaned=False)


def _is_person(name: str) -> bool:
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


def _docx(content: bytes) -> Iterator[Leak]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = set(archive.namelist())
        yield from _metadata(archive, names)
        words: list[str] = []
        for name in sorted(names):
            if re.match(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$", name):
                tree = _tree(archive, name)
                words.append("\n".join("".join(p.itertext(f"{W}t", f"{W}delText")) for p in tree.iter(f"{W}p")))
                yield from _word_part(tree)
            if re.match(r"word/comments\w*\.xml$", name):
                for each in _tree(archive, name).iter(f"{W}comment"):
                    yield Leak("comment", _("Ý kiến ghi bên lề."), "".join(each.itertext()), cleaned=True)
        yield from persons("\n".join(words))


def _word_part(tree: etree._Element) -> Iterator[Leak]:
    for tag in _TRACKED:
        for each in tree.iter(f"{W}{tag}"):
            yield Leak(
                "tracked",
                _("Nội dung sửa đang được theo dõi (track changes)."),
                "".join(each.itertext())[:120],
                cleaned=False,
            )
    for run in tree.iter(f"{W}r"):
        look = run.find(f"{W}rPr")
        words = "".join(run.itertext(f"{W}t")).strip()
        if look is None or not words:
            continue
        hidden, colour = look.find(f"{W}vanish"), look.find(f"{W}color")
        if hidden is not None and hidden.get(f"{W}val") not in {"0", "false"}:
            yield Leak("hidden", _("Chữ ẩn."), words, cleaned=False)
        elif colour is not None and (colour.get(f"{W}val") or "").upper() == "FFFFFF":
            yield Leak("hidden", _("Chữ màu trắng, không nhìn thấy."), words, cleaned=False)
        shade, mark = look.find(f"{W}shd"), look.find(f"{W}highlight")
        if (shade is not None and shade.get(f"{W}fill") == "000000") or (
            mark is not None and mark.get(f"{W}val") == "black"
        ):
            yield Leak("hidden", _("Chữ bị tô đen nhưng vẫn đọc được khi chép ra."), words, cleaned=False)


def _xlsx(content: bytes) -> Iterator[Leak]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = set(archive.namelist())
        yield from _metadata(archive, names)
        book = _tree(archive, "xl/workbook.xml")
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
        tree = _tree(archive, name)
        words += ["".join(each.itertext()) for each in tree.iter(f"{S}is", f"{S}v")]
        yield from _sheet(tree, name)
    elif name == "xl/sharedStrings.xml":
        words += ["".join(each.itertext()) for each in _tree(archive, name).iter(f"{S}si")]
    elif re.search(r"xl/(threadedComments/|comments)", name) and name.endswith(".xml"):
        for each in _tree(archive, name):
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


def _pdf(content: bytes) -> Iterator[Leak]:
    book = pypdfium2.PdfDocument(content)
    try:
        given = book.get_metadata_dict(skip_empty=True)
        if _is_person(given.get("Author", "")):
            yield Leak(
                "author", _("Tên người soạn hoặc người sửa trong thuộc tính tệp."), given["Author"], cleaned=False
            )
        for count in range(book.count_attachments()):
            yield Leak("embedded", _("Tệp nhúng bên trong."), book.get_attachment(count).get_name(), cleaned=False)
        words = []
        for page in book:
            words.append(page.get_textpage().get_text_range())
            page.close()
    finally:
        book.close()
    if content.count(b"%%EOF") > 1 and content.count(b"startxref") > 1 and b"/Linearized" not in content[:2048]:
        yield Leak("previous", _("Còn bản trước khi sửa nằm trong tệp."), "", cleaned=False)
    if re.search(rb"/Subtype ?/(Text|FreeText|Popup|Highlight|StrikeOut|Redact)\b", content):
        yield Leak("comment", _("Ý kiến ghi bên lề."), "", cleaned=False)
    if re.search(rb"/JavaScript\b|/S ?/JS\b|/S ?/Launch\b", content):
        yield Leak("script", _("Mã chạy khi mở tệp."), "", cleaned=False)
    yield from persons("\n".join(words))


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
        tree = etree.fromstring(part, parser=_NO_TREE)
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
        tree = etree.fromstring(part, parser=_NO_TREE)
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
    tree = etree.fromstring(part, parser=_NO_TREE)
    last = {each.rsplit("/", 1)[-1] for each in gone}
    for each in list(tree):
        target = (each.get("PartName") or each.get("Target") or "").rsplit("/", 1)[-1]
        if target in last:
            tree.remove(each)
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))
