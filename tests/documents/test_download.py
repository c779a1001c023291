"""A file leaves the house only to who sees the matter it belongs to, and never runs."""

import io

import pytest
from django.urls import reverse
from PIL import Image

from nghitruong.base.subjects import Subject
from nghitruong.documents import services
from nghitruong.documents.enums import DocumentKind
from nghitruong.documents.services import Recipient
from nghitruong.obligations import services as ledger
from nghitruong.obligations.enums import Nature
from tests.documents.cast import draft, office_of
from tests.factories import AT


@pytest.fixture
def paper(world, clerk):
    """Return a function: a document with this content, on a task that the department owes."""

    def make(content=b"noi dung", name="ghi-chep.txt"):
        owed = ledger.open(
            council=world.council,
            debtor=world.department,
            creditor=world.standing,
            nature=Nature.TASK,
            what="Việc mẫu",
            subject=Subject.of(world.council),
            subject_label="mẫu",
            deed="note",
            actor=clerk,
            at=AT,
        )
        return services.attach(
            subject=Subject.of(owed),
            council=world.council,
            kind=DocumentKind.OTHER,
            abstract="Tài liệu mẫu",
            file=services.store(name=name, content=content, actor=clerk, at=AT),
            actor=clerk,
            at=AT,
        )

    return make


def test_download_gives_the_bytes_as_an_attachment(paper, agency_officer, signed_in):
    response = signed_in(agency_officer).get(f"/tep/{paper().pk}/")

    assert b"".join(response.streaming_content) == b"noi dung"
    assert response["Content-Disposition"] == 'attachment; filename="ghi-chep.txt"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_a_picture_is_shown_in_place(paper, clerk, signed_in):
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "PNG")

    response = signed_in(clerk).get(f"/tep/{paper(out.getvalue(), 'anh.png').pk}/")
    response.close()

    assert response["Content-Type"] == "image/png"
    assert response["Content-Disposition"].startswith("inline")


@pytest.mark.parametrize("who", ["stranger", "auditor", "administrator"])
def test_who_does_not_see_the_matter_finds_nothing(paper, signed_in, who, request):
    pk = paper().pk

    assert signed_in(request.getfixturevalue(who)).get(f"/tep/{pk}/").status_code == 404


def test_a_document_without_a_file_gives_nothing(paper, clerk, signed_in):
    document = paper()
    type(document).objects.update(file=None)

    assert signed_in(clerk).get(f"/tep/{document.pk}/").status_code == 404


def test_a_recipient_reads_the_text_that_was_issued_and_no_earlier_draft(
    world, clerk, chair, agency_officer, signed_in, settings, tmp_path
):
    settings.FILES_ROOT = tmp_path
    to = [Recipient(organ=world.department)]
    text = draft(world.standing, clerk, recipients=to, content=("ban-1.txt", b"ban nhap noi bo"))
    earlier = text.document_id
    services.replace_text(paper=text, content=("ban-2.txt", b"ban ky"), actor=clerk, at=AT)
    text.refresh_from_db()
    services.issue(paper=text, signer=office_of(chair), actor=clerk, at=AT)

    got = {
        actor: [
            signed_in(actor).get(reverse("documents:download", args=[pk])).status_code
            for pk in (earlier, text.document_id)
        ]
        for actor in (clerk, agency_officer)
    }

    assert got == {clerk: [200, 200], agency_officer: [404, 200]}
