import io
import zipfile

import docx
import openpyxl
import pytest
from PIL import Image

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.documents import services
from nghitruong.documents.models import StoredFile
from nghitruong.documents.services.storing import path_of
from tests.factories import AT


def photo() -> bytes:
    picture = Image.new("RGB", (60, 40), "navy")
    exif = Image.Exif()
    exif[0x010F] = "Máy ảnh bí mật"
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


def office(kind: str = "docx") -> bytes:
    out = io.BytesIO()
    (docx.Document() if kind == "docx" else openpyxl.Workbook()).save(out)
    return out.getvalue()


def repacked(content: bytes, **parts: bytes) -> bytes:
    """The same archive with parts added or replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, value in parts.items():
            new.writestr(name, value)
    return out.getvalue()


def locked_archive() -> bytes:
    """An archive whose entries are marked as encrypted, in both places where a reader looks."""
    content = bytearray(office())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            content[place + offset] |= 1
            place = content.find(mark, place + 4)
    return bytes(content)


def lying_archive() -> bytes:
    """A bomb whose table of contents says that it is small."""
    content = bytearray(repacked(office(), bomb=b"0" * 30_000_000))
    size = (30_000_000).to_bytes(4, "little")
    return bytes(content.replace(size, (1000).to_bytes(4, "little")))


def test_store_keeps_the_same_content_once(clerk):
    first = services.store(name="a.txt", content=b"xin chao", actor=clerk, at=AT)
    second = services.store(name="b.txt", content=b"xin chao", actor=clerk, at=AT)

    assert first == second
    assert path_of(sha256=first.sha256).read_bytes() == b"xin chao"


def test_a_photo_loses_place_and_device(clerk):
    kept = services.store(name="anh.jpg", content=photo(), actor=clerk, at=AT)

    with Image.open(path_of(sha256=kept.sha256)) as picture:
        assert dict(picture.getexif()) == {}


def test_a_name_is_only_a_label(clerk):
    kept = services.store(name="../../etc/\u202epasswd.txt", content=b"noi dung", actor=clerk, at=AT)

    assert kept.name == "passwd.txt"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "không có nội dung"),
        (b"MZ\x90\x00" + b"\x00" * 300, "không thuộc loại"),
        (b"<svg onload=alert(1)>", "không thuộc loại"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (b"PK\x03\x04 hong", "bị hỏng"),
        (b"x" * (20 * 1024 * 1024 + 1), "lớn hơn mức cho phép"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 100, "định dạng Office cũ"),
        (locked_archive(), "mật khẩu"),
        (repacked(office(), bomb=b"0" * 60_000_000), "nén bất thường"),
        (lying_archive(), "bị hỏng"),
        (repacked(office(), **{"word/vbaProject.bin": b"x"}), "macro"),
        (repacked(office(), **{"word/evil.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'}), "khai báo"),
        (repacked(office(), **{"[Content_Types].xml": b"<Types/>"}), "không thuộc loại"),
        (b"\x00\x00\x00\x18ftypheic" + b"\x00" * 40, "HEIC"),
        (b"\xff\xd8\xff\xe0" + b"hong" * 40, "bị hỏng"),
        (b"{\\rtf1 abc}", "không thuộc loại"),
    ],
)
def test_store_refuses_in_words(clerk, content, words):
    with pytest.raises(Invalid, match=words):
        services.store(name="tep", content=content, actor=clerk, at=AT)

    assert not StoredFile.objects.exists()


@pytest.mark.parametrize(
    ("content", "name", "mime", "kept_as"),
    [
        (office(), "to trinh.docx", "officedocument.wordprocessingml.document", "to trinh.docx"),
        (office("xlsx"), "danh sách.docx", "officedocument.spreadsheetml.sheet", "danh sách.xlsx"),
        (b"%PDF-1.7\n", "bao-cao.pdf.exe", "application/pdf", "bao-cao.pdf"),
        ("mã,nội dung\n".encode(), "kien nghi.csv", "text/plain", "kien nghi.csv"),
        ("mã\tnội dung\n".encode("utf-16"), "bang.txt", "text/plain", "bang.txt"),
        ("Kính göi".encode("latin-1"), "cu.txt", "text/plain", "cu.txt"),
        (b"xin chao", "Bao cao 1.2 ngay 3.4.2026", "text/plain", "Bao cao 1.2 ngay 3.4.2026.txt"),
    ],
)
def test_a_file_is_taken_for_what_it_holds(clerk, content, name, mime, kept_as):
    kept = services.store(name=name, content=content, actor=clerk, at=AT)

    assert (kept.mime.removeprefix("application/vnd.openxmlformats-"), kept.name) == (mime, kept_as)


def test_a_see_through_picture_stays_so(clerk):
    out = io.BytesIO()
    Image.new("RGBA", (30, 20), (200, 0, 0, 60)).save(out, "PNG")

    kept = services.store(name="chu-ky.png", content=out.getvalue(), actor=clerk, at=AT)

    with Image.open(path_of(sha256=kept.sha256)) as picture:
        assert (kept.mime, picture.mode, picture.getpixel((3, 3))) == ("image/png", "RGBA", (200, 0, 0, 60))


def test_a_picture_of_too_many_dots_is_refused(clerk):
    out = io.BytesIO()
    Image.new("1", (9000, 9000)).save(out, "PNG")

    with pytest.raises(Invalid, match="triệu điểm ảnh"):
        services.store(name="bom.png", content=out.getvalue(), actor=clerk, at=AT)


def test_the_journal_keeps_the_hash_of_what_was_sent(clerk):
    kept = services.store(name="anh.jpg", content=photo(), actor=clerk, at=AT)

    changes = Entry.objects.get(deed="file.store").changes
    assert changes["mã băm"] == kept.sha256
    assert changes["mã băm bản gửi"] != kept.sha256


def test_store_refused_to_who_only_reads(auditor):
    with pytest.raises(NotPermitted, match="không thay đổi hồ sơ"):
        services.store(name="a.txt", content=b"x", actor=auditor, at=AT)
