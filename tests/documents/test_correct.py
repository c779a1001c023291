import pytest

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.documents import services
from nghitruong.documents.enums import PaperKind
from nghitruong.documents.models import Relation
from nghitruong.documents.services import Recipient
from tests.documents.cast import draft, issued, office_of
from tests.factories import AT


@pytest.mark.parametrize(
    ("way", "kind"), [("amend", PaperKind.NOTICE), ("replace", PaperKind.NOTICE), ("correct", PaperKind.LETTER)]
)
def test_a_later_text_corrects_and_the_number_stays(world, clerk, chair, way, kind):
    first = issued(world.standing, clerk, chair, recipients=[Recipient(organ=world.front)])

    later = services.correct(paper=first, way=way, abstract="Đính chính nội dung", actor=clerk, at=AT)
    code = services.issue(paper=later, signer=office_of(chair), actor=clerk, at=AT)

    first.refresh_from_db()
    relation = Relation.objects.get()
    assert (relation.earlier, relation.later, relation.kind) == (first, later, way)
    assert (later.kind, code[:2], first.code) == (kind, "02", "01/TB-HĐND")
    assert [each.organ for each in later.deliveries.all()] == [world.front]


def test_drafts_are_not_corrected(world, clerk, chair):
    with pytest.raises(NotPermitted):
        services.correct(paper=draft(world.standing, clerk), way="amend", abstract="Sửa", actor=clerk, at=AT)
    with pytest.raises(Invalid):
        services.correct(paper=issued(world.standing, clerk, chair), way="x", abstract="Sửa", actor=clerk, at=AT)


def test_a_recipient_hears_of_a_later_text_once_it_is_issued(world, clerk, chair, agency_officer, signed_in):
    paper = issued(world.standing, clerk, chair, recipients=[Recipient(organ=world.department)])
    later = services.correct(paper=paper, way="amend", abstract="Sửa đổi mẫu", actor=clerk, at=AT)
    office, agency = (signed_in(actor) for actor in (clerk, agency_officer))

    told = ["Sửa đổi mẫu" in each.get(paper.get_absolute_url()).content.decode() for each in (office, agency)]

    assert (told, later.is_issued) == ([True, False], False)
