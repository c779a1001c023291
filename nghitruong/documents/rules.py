"""What a file really is, judged by its content; its name is only a label."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile

import filetype
from django.utils.translation import gettext as _

from nghitruong.base.errors import Invalid

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
IMAGES = frozenset({"image/png", "image/jpeg", "image/webp"})
ALLOWED = IMAGES | {"application/pdf", DOCX, XLSX, "text/plain"}
MOST_UNPACKED = 400 * 1024 * 1024
MOST_RATIO = 150
_UNSAFE = re.compile(r'[\\/:*?"<>|]')


def clean_name(name: str) -> str:
    """Return a file's name as a label: no path, no control or direction characters, at most 255 letters."""
    bare = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(c for c in unicodedata.normalize("NFC", bare) if unicodedata.category(c)[0] != "C")
    return _UNSAFE.sub("_", shown).strip(" .")[:255] or _("tep-khong-ten")


def kind_of(name: str, content: bytes, *, most_bytes: int) -> str:
    """Return the MIME type judged by content; raise Invalid, in words, for what is not taken."""
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
    mime = _office(name, content) if content.startswith(b"PK\x03\x04") else _guess(content)
    if mime not in ALLOWED:
        raise Invalid(_("Tệp «%(name)s» không thuộc loại được nhận (PDF, Word, Excel, văn bản thuần, ảnh).") % label)
    return mime


def _guess(content: bytes) -> str:
    found = filetype.guess(content)
    if found is not None:
        return str(found.mime)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return "" if "\x00" in text or text.lstrip()[:1] == "<" else "text/plain"


def _office(name: str, content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = archive.infolist()
    except zipfile.BadZipFile as error:
        raise Invalid(_("Tệp «%(name)s» bị hỏng, không mở được.") % {"name": name}) from error
    unpacked = sum(info.file_size for info in infos)
    if unpacked > MOST_UNPACKED or unpacked > MOST_RATIO * max(len(content), 100_000):
        raise Invalid(_("Tệp «%(name)s» nén bất thường nên không được nhận.") % {"name": name})
    names = {info.filename for info in infos}
    if any(entry.lower().endswith("vbaproject.bin") for entry in names):
        raise Invalid(_("Tệp «%(name)s» có macro nên không được nhận.") % {"name": name})
    if "word/document.xml" in names:
        return DOCX
    return XLSX if "xl/workbook.xml" in names else ""
