"""What breaks under the product: a locked database, a full disk, files that are too big or of no use."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from nghitruong.documents.models import StoredFile
from nghitruong.petitions.models import Petition
from tests.factories import AT
from tests.petitions import stages

RECEIVE = "/kien-nghi/tiep-nhan/"
SPEECH = {"text": "Nước yếu (mẫu)", "received_on": AT.date().isoformat(), "channel": "contact", "kind": "petition"}
MB = 1024 * 1024


@contextmanager
def held() -> Iterator[None]:
    """Another connection keeps the write lock for as long as this lasts; ours waits a tenth of a second."""
    is_sqlite = connection.vendor == "sqlite"
    other = connection.copy()
    other.set_autocommit(False)
    with connection.cursor() as ours, other.cursor() as theirs:
        ours.execute("PRAGMA busy_timeout = 100" if is_sqlite else "SET lock_timeout = '100ms'")
        theirs.execute(
            "UPDATE accounts_user SET language = language" if is_sqlite else "LOCK TABLE audit_entry IN EXCLUSIVE MODE"
        )
    try:
        yield
    finally:
        other.rollback()
        other.close()
        connection.close()


@contextmanager
def full_disk(most: int) -> Iterator[None]:
    """No file grows beyond `most` bytes, as on a disk that has no room left."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.django_db(transaction=True)
def test_locked_database_refuses_in_words_and_is_still_read(world, clerk, signed_in):
    petition = stages.received(world, clerk)
    client = signed_in(clerk)
    client.raise_request_exception = False

    with held():
        refused = client.post(RECEIVE, {**SPEECH, "voices": 1})
        read = client.get(petition.get_absolute_url())

    assert (refused.status_code, read.status_code) == (503, 200)
    assert "các trang vẫn xem được" in refused.content.decode()
    assert refused["X-Request-Id"] in refused.content.decode()
    assert Petition.objects.count() == 1
    assert client.post(RECEIVE, {**SPEECH, "voices": 1}).status_code == 302


def test_full_disk_refuses_in_words_and_is_still_read(world, clerk, signed_in, tmp_path, settings):
    petition = stages.forwarded(world, clerk)
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    client = signed_in(clerk)
    client.raise_request_exception = False
    letter = SimpleUploadedFile("tra-loi.txt", b"a" * 3 * MB)
    values = {"number": "57", "on": AT.date().isoformat(), "text": "Xong", "outcome": "settled", "upload": letter}

    with full_disk(MB):
        refused = client.post(f"{petition.get_absolute_url()}tra-loi/", values)
        read = client.get(petition.get_absolute_url())

    assert (refused.status_code, read.status_code) == (503, 200)
    assert "hết chỗ" in refused.content.decode()
    assert refused["X-Request-Id"] in refused.content.decode()
    assert petition.answers.count() == StoredFile.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("kien-nghi.xlsx", b"PK" + b"\0" * 50 * MB, "lớn hơn"),
        ("kien-nghi.exe", b"MZ\x90\0" * 100, ".xlsx"),
        ("kien-nghi.xlsx", b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "Tệp"),
        ("kien-nghi.csv", b"", "không có nội dung"),
    ],
    ids=["50 MB", "program", "picture named workbook", "empty"],
)
def test_file_of_no_use_is_refused_in_words(clerk, signed_in, name, content, words):
    answer = signed_in(clerk).post("/kien-nghi/nhap-tep/", {"upload": SimpleUploadedFile(name, content)})

    assert answer.status_code == 422
    assert words in " ".join(answer.context["form"].errors["upload"])
    assert StoredFile.objects.count() == 0
