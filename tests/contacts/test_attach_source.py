"""A photo or a recording kept with an opinion: seen by those who may read the voter's name."""

from __future__ import annotations

import io

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.contacts import services as contacts
from nghitruong.contacts.enums import OpinionKind
from nghitruong.documents import services as documents
from nghitruong.documents.models import Document, StoredFile
from nghitruong.documents.services.storing import path_of
from nghitruong.organisation.enums import Role
from tests import factories as make
from tests.factories import AT

SOUND = b"ID3" + bytes(200)


@pytest.fixture
def opinion(world):
    return make.opinion(make.contact_point(make.contact_round(world.council), host=world.front), voter="Bà Mẫu")


def photo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "navy").save(out, "JPEG")
    return out.getvalue()


def attach(opinion, actor, content=SOUND, name="ghi-am.mp3"):
    return contacts.attach_source(opinion=opinion, name=name, content=content, actor=actor, at=AT)


def test_recording_and_photo_are_kept_once(opinion, front_officer):
    papers = [attach(opinion, front_officer), attach(opinion, front_officer), attach(opinion, front_officer, photo())]

    assert [paper.kind for paper in papers] == ["ghi_am", "ghi_am", "anh"]
    assert (papers[0].pk, Document.objects.count()) == (papers[1].pk, 2)
    entries = Entry.objects.filter(deed="opinion.attach_source")
    assert [entry.changes["loại"] for entry in entries.order_by("seq")] == ["Ghi âm", "Ảnh chụp"]


@pytest.mark.parametrize(("content", "name"), [(b"%PDF-1.4 x", "a.mp3"), (b"", "a.mp3"), (b"<svg></svg>", "a.jpg")])
def test_another_kind_of_file_is_refused(opinion, clerk, content, name):
    with pytest.raises(Invalid):
        attach(opinion, clerk, content, name)


def test_recording_is_no_document_of_an_agency(clerk):
    with pytest.raises(Invalid):
        documents.store(name="a.mp3", content=SOUND, actor=clerk, at=AT)


def test_no_recording_of_a_complaint(opinion, clerk, signed_in, django_capture_on_commit_callbacks):
    paper = attach(opinion, clerk)
    place = path_of(sha256=paper.file.sha256)
    assert place.exists()
    with django_capture_on_commit_callbacks(execute=True):
        contacts.reclassify(opinion=opinion, kind=OpinionKind.REFERRED, actor=clerk, at=AT)
    opinion.refresh_from_db()

    assert (Document.objects.count(), StoredFile.objects.count(), place.exists()) == (0, 0, False)

    assert signed_in(clerk).get(reverse("documents:download", args=[paper.pk])).status_code == 404
    with pytest.raises(NotPermitted):
        attach(opinion, clerk)


def test_file_that_another_record_holds_stays_with_it(opinion, clerk, django_capture_on_commit_callbacks):
    paper = attach(opinion, clerk)
    other = make.opinion(opinion.point)
    attach(other, clerk)
    with django_capture_on_commit_callbacks(execute=True):
        contacts.reclassify(opinion=opinion, kind=OpinionKind.REFERRED, actor=clerk, at=AT)

    assert Document.objects.get().subject_id == other.pk
    assert path_of(sha256=paper.file.sha256).exists()


def test_only_who_may_read_the_name_opens_it(world, opinion, clerk, front_officer, signed_in):
    paper = attach(opinion, clerk)
    other = make.actor(world.committee, Role.DELEGATE, "Đại biểu không dự")

    def status(actor):
        return signed_in(actor).get(reverse("documents:download", args=[paper.pk])).status_code

    assert [status(actor) for actor in (clerk, front_officer, other)] == [200, 200, 404]
    assert "Ghi âm 1" not in signed_in(other).get(opinion.get_absolute_url()).content.decode()


def test_page_takes_a_file_and_the_minutes_name_it(opinion, clerk, signed_in):
    client = signed_in(clerk)
    sent = SimpleUploadedFile("tieng-noi.mp3", SOUND)

    answer = client.post(reverse("contacts:attach_source", args=[opinion.pk]), {"file": sent})
    bad = client.post(
        reverse("contacts:attach_source", args=[opinion.pk]), {"file": SimpleUploadedFile("a.exe", b"MZ\x00\x01")}
    )
    minutes = client.get(reverse("contacts:minutes", args=[opinion.point_id])).content

    assert (answer.url, bad.status_code) == (opinion.get_absolute_url(), 200)
    assert "Ghi âm 1" in client.get(opinion.get_absolute_url()).content.decode()
    assert "Ảnh, ghi âm lưu kèm: ý kiến số 1 (ghi âm)." in [
        paragraph.text for paragraph in docx.Document(io.BytesIO(minutes)).paragraphs
    ]
