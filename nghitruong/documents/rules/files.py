"""What a file really is, judged by its content; its name is only a label."""

from __future__ import annotations

import io
import lzma
import re
import unicodedata
import zipfile
import zlib
from pathlib import PurePosixPath

import filetype
from django.utils.translation import gettext as _

from nghitruong.base.errors import Invalid

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"
TEXT = "text/plain"
IMAGES = frozenset({"image/png", "image/jpeg", "image/webp"})
EXTENSIONS = {
    PDF: (".pdf",),
    DOCX: (".docx",),
    XLSX: (".xlsx",),
    TEXT: (".txt", ".csv", ".jsonl", ".json", ".md"),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
    "image/webp": (".webp",),
    "audio/mpeg": (".mp3",),
    "audio/mp4": (".m4a",),
    "audio/ogg": (".ogg", ".opus", ".oga"),
    "audio/x-wav": (".wav",),
    "audio/amr": (".amr",),
    "audio/aac": (".aac",),
}
"""Endings that go with each kind taken; the first stands where the sender's does not fit."""
RECORDINGS = frozenset(mime for mime in EXTENSIONS if mime.startswith("audio/"))
"""Taken only where somebody's words are recorded, not as a document of an agency."""
MAIN_PARTS = {
    b"wordprocessingml.document.main+xml": DOCX,
    b"spreadsheetml.sheet.main+xml": XLSX,
}
TYPES_PART = "[Content_Types].xml"
MOST_ENTRIES = 5_000
MOST_UNPACKED = 256 * 1024 * 1024
MOST_RATIO = 150
SMALL_ENTRY = 4 * 1024 * 1024
"""Below this an entry may be packed as tightly as it likes: it can do no harm."""
_UNSAFE = re.compile(r'[\\/:*?"<>|]')
_MARKUP = re.compile(r"(<!doctype|<html|<svg|<\?xml|<script|<[a-z!?/])", re.IGNORECASE)
_HEIF = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"mif1", b"msf1")
_RUNS = re.compile(r"vbaproject\.bin$|/activex/|/macrosheets/")
"""Parts that are programs, wherever they lie in the archive."""
HEAD = 262_144
"""Bytes of a part that are looked at."""
_FETCHED = (b"attachedTemplate", b"oleObject", b"subDocument", b"/frame", b"/control", b"aFChunk")
"""Relations by which an opened file fetches a template or an object; links and pictures of web pages are not among them."""
_DDE = re.compile(rb">\s*DDE\s")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def clean_name(name: str) -> str:
    """Return a file's name as a label: no path, no control or direction characters, at most 200 letters."""
    bare = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(c for c in unicodedata.normalize("NFC", bare) if unicodedata.category(c)[0] != "C")
    shown = _UNSAFE.sub("_", shown).strip(" .")
    ending = PurePosixPath(shown).suffix[:10]
    return (shown.removesuffix(ending)[: 200 - len(ending)] + ending) or "tep-khong-ten"


def name_for(name: str, mime: str) -> str:
    """Return the label with an ending that says what the content is: "bao-cao.pdf.exe" that holds a PDF loses .exe."""
    endings = EXTENSIONS[mime]
    path = PurePosixPath(name)
    if path.suffix.lower() in endings:
        return name
    is_ending = re.fullmatch(r"\.[A-Za-z][A-Za-z0-9]{0,4}", path.suffix) is not None
    stem = path.stem if is_ending else name
    return stem if PurePosixPath(stem).suffix.lower() in endings else f"{stem}{endings[0]}"


def kind_of(name: str, content: bytes, *, most_bytes: int, recordings: bool = False) -> str:
    """Return the MIME type judged by content; raise Invalid, in words, for what is not taken.

    With `recordings` photos and sound are taken and nothing else. Archives are judged by their table of contents before anything is unpacked, then unpacked once to nowhere,
    piece by piece, so that a table that lies is found out too.
    """
    label = {"name": name}
    if not content:
        raise Invalid(_("Tệp «%(name)s» không có nội dung.") % label)
    if len(content) > most_bytes:
        raise Invalid(
            _("Tệp «%(name)s» lớn hơn mức cho phép (%(mb)s MB).") % {**label, "mb": most_bytes // 1024 // 1024}
        )
    if content.startswith(OLE):
        if ENCRYPTED in content:
            raise Invalid(_("Tệp «%(name)s» được đặt mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.") % label)
        raise Invalid(_("Tệp «%(name)s» thuộc định dạng Office cũ. Hãy lưu lại thành .docx, .xlsx hoặc .pdf.") % label)
    if content[4:8] == b"ftyp" and content[8:12] in _HEIF:
        raise Invalid(
            _("Ảnh «%(name)s» ở dạng HEIC. Hãy chuyển sang JPG rồi gửi lại, để hệ thống xóa được vị trí chụp.") % label
        )
    mime = _office(name, content) if content.startswith(b"PK\x03\x04") else _guess(content)
    if recordings and mime not in RECORDINGS | IMAGES:
        raise Invalid(
            _("Tệp «%(name)s» không phải ảnh (.jpg, .png, .webp) hay ghi âm (.mp3, .m4a, .ogg, .wav, .amr, .aac).")
            % label
        )
    if mime not in EXTENSIONS or (mime in RECORDINGS and not recordings):
        raise Invalid(
            _("Tệp «%(name)s» không thuộc loại được nhận: PDF, Word (.docx), Excel (.xlsx), .csv, .txt, .jsonl, ảnh.")
            % label
        )
    return mime


def _guess(content: bytes) -> str:
    found = filetype.guess(content)
    if found is not None:
        return str(found.mime)
    return TEXT if _is_text(content) else ""


def _is_text(content: bytes) -> bool:
    """Text is what holds no control characters and no markup; old 8-bit Vietnamese encodings count as text."""
    if content.startswith(_UTF16):
        try:
            text = content.decode("utf-16")
        except UnicodeDecodeError:
            return False
    else:
        text = content.decode("utf-8", errors="replace") if _is_utf8(content) else content.decode("latin-1")
        if any(code in content for code in (b"\x00", b"\x01", b"\x02", b"\x03", b"\x04", b"\x05", b"\x06", b"\x07")):
            return False
    return "\x00" not in text and not _MARKUP.match(text.lstrip("\ufeff \t\r\n")) and not text.startswith("{\\rtf")


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _office(name: str, content: bytes) -> str:
    label = {"name": name}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_size(archive.infolist(), len(content), label)
            if any(info.flag_bits & 0x1 for info in archive.infolist()):
                raise Invalid(_("Tệp «%(name)s» được đặt mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.") % label)
            mime = _office_kind(archive, label)
            _unpack_to_nowhere(archive, label)
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, KeyError, NotImplementedError, EOFError, OSError) as error:
        raise Invalid(_("Tệp «%(name)s» bị hỏng, không mở được.") % label) from error
    return mime


def _check_size(infos: list[zipfile.ZipInfo], packed: int, label: dict[str, str]) -> None:
    unpacked = sum(info.file_size for info in infos)
    is_bomb = (
        len(infos) > MOST_ENTRIES
        or unpacked > MOST_UNPACKED
        or unpacked > MOST_RATIO * max(packed, 100_000)
        or any(i.file_size > SMALL_ENTRY and i.file_size > MOST_RATIO * max(i.compress_size, 1) for i in infos)
    )
    if is_bomb:
        raise Invalid(_("Tệp «%(name)s» nén bất thường nên không được nhận.") % label)


def _office_kind(archive: zipfile.ZipFile, label: dict[str, str]) -> str:
    names = [entry.lower() for entry in archive.namelist()]
    if TYPES_PART not in archive.namelist():
        return ""
    types = archive.read(TYPES_PART)
    if b"macroEnabled" in types or any(_RUNS.search(entry) for entry in names):
        raise Invalid(_("Tệp «%(name)s» có macro nên không được nhận. Hãy lưu lại thành bản không có macro.") % label)
    return next((mime for part, mime in MAIN_PARTS.items() if part in types), "")


def _unpack_to_nowhere(archive: zipfile.ZipFile, label: dict[str, str]) -> None:
    """Read every entry once: wrong lengths and sums show here; what declares entities or calls for more is refused."""
    for info in archive.infolist():
        place = info.filename.lower()
        with archive.open(info) as part:
            head = part.read(HEAD)
            if place.endswith((".xml", ".rels")) and b"<!DOCTYPE" in head.replace(b"\x00", b""):
                raise Invalid(_("Tệp «%(name)s» chứa khai báo không được phép nên không được nhận.") % label)
            if _fetches(head) if place.endswith(".rels") else _asks_programs(head):
                raise Invalid(
                    _(
                        "Tệp «%(name)s» gọi mẫu hoặc chương trình từ nơi khác nên không được nhận. Hãy lưu lại thành PDF."
                    )
                    % label
                )
            while part.read(1 << 20):
                pass


def _fetches(relations: bytes) -> bool:
    return any(
        b"TargetMode" in each and b"External" in each and any(kind in each for kind in _FETCHED)
        for each in relations.split(b"<")
    )


def _asks_programs(part: bytes) -> bool:
    """Say whether a part asks another program for its data (dynamic data exchange)."""
    return b"<ddeLink" in part or b"DDEAUTO" in part or (b"instrText" in part and _DDE.search(part) is not None)
