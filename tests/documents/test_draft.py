import pytest

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.documents import services
from nghitruong.documents.enums import Nature, PaperKind, PaperState, Secrecy
from nghitruong.documents.models import Document, Paper
from nghitruong.documents.services import Recipient
from tests.documents.cast import PDF, draft, issued
from tests.factories import AT


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.FILES_ROOT = tmp_path


def test_a_draft_has_a_blank_number_its_file_and_recipients(world, clerk):
    paper = draft(
        world.standing,
        clerk,
        content=("du-thao.pdf", PDF),
        recipients=[Recipient(organ=world.department), Recipient(name="Báo tỉnh Mẫu"), Recipient(name="Báo tỉnh Mẫu")],
    )

    assert (paper.state, paper.shown, paper.body) == (PaperState.DRAFT, "/TB-HĐND", world.council)
    assert [each.name for each in paper.deliveries.all()] == [world.department.name, "Báo tỉnh Mẫu"]
    assert Document.objects.get(subject_kind="documents.paper", subject_id=paper.pk).file.name == "du-thao.pdf"


def test_a_committee_head_drafts_for_the_own_committee_alone(world, committee_head):
    assert draft(world.committee, committee_head, kind=PaperKind.REPORT).organ == world.committee
    with pytest.raises(NotPermitted):
        draft(world.standing, committee_head)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"abstract": "  "}, "trích yếu"),
        ({"kind": "cv"}, "29 loại"),
        ({"nature": Nature.NORMATIVE}, "quy phạm pháp luật"),
        ({"secrecy": Secrecy.TOP, "content": ("mat.pdf", PDF)}, "mật"),
    ],
)
def test_bad_drafts_are_refused(world, clerk, values, words):
    with pytest.raises(Invalid, match=words):
        draft(world.standing, clerk, **values)
    assert Paper.objects.count() == 0


def test_a_new_version_of_the_file_keeps_the_old_one(world, clerk):
    paper = draft(world.standing, clerk, content=("mot.txt", "một".encode()))

    services.replace_text(paper=paper, content=("hai.txt", b"hai"), actor=clerk, at=AT)

    paper.refresh_from_db()
    assert paper.document.file.name == "hai.txt"
    assert Document.objects.filter(subject_kind="documents.paper", subject_id=paper.pk).count() == 2


def test_who_sees_what(world, clerk, chair, delegate, agency_officer, front_officer, stranger, auditor, upper_office):
    out = draft(world.standing, clerk)
    sent = issued(world.standing, clerk, chair, recipients=[Recipient(organ=world.department)])
    kept = issued(world.standing, clerk, chair)
    secret = issued(
        world.standing, clerk, chair, secrecy=Secrecy.SECRET, recipients=[Recipient(organ=world.department)]
    )

    def seen(actor):
        return set(Paper.objects.visible_to(actor))

    assert seen(clerk) == seen(chair) == {out, sent, kept, secret}
    assert seen(delegate) == seen(upper_office) == {sent, kept}
    assert seen(agency_officer) == {sent}
    assert seen(front_officer) == seen(stranger) == seen(auditor) == set()
