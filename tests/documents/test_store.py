import io

import pytest
from PIL import Image

from nghitruong.base.errors import Invalid
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
    ],
)
def test_store_refuses_in_words(clerk, content, words):
    with pytest.raises(Invalid, match=words):
        services.store(name="tep", content=content, actor=clerk, at=AT)

    assert not StoredFile.objects.exists()
