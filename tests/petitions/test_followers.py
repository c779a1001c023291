"""What follows a petition's deeds through the journal: search and notices."""

from nghitruong.notices import selectors as notices
from nghitruong.petitions import services
from nghitruong.petitions.enums import Outcome
from nghitruong.search import selectors as search
from tests.factories import AT, TODAY
from tests.petitions import stages


def test_a_petition_is_found_by_its_words_without_accents(world, clerk, stranger):
    petition = stages.received(world, clerk)

    assert [hit.url for hit in search.find("duong vao to dan pho 4", clerk).hits] == [petition.get_absolute_url()]
    assert search.find("duong vao to dan pho 4", stranger).hits == []


def test_the_agency_finds_it_once_it_was_asked(world, clerk, agency_officer):
    petition = stages.sorted_(world, clerk)
    before = search.find("duong vao", agency_officer).hits

    services.forward(petition=petition, lead=world.department, on=TODAY, actor=clerk, at=AT)

    assert before == []
    assert len(search.find("duong vao", agency_officer).hits) == 1


def test_a_voters_name_is_not_searchable(world, clerk):
    stages.received(world, clerk)

    assert search.find("Bà Mẫu", clerk).hits == []


def test_what_an_agency_does_tells_the_office(world, clerk, agency_officer):
    petition = stages.forwarded(world, clerk)
    services.answer(
        petition=petition, number="57/KT", on=TODAY, text="Đã sửa", outcome=Outcome.SETTLED, actor=agency_officer, at=AT
    )
    other = stages.forwarded(world, clerk)
    services.send_back(
        petition=other, reason="x", competent=None, competent_name="Sở Xây dựng", basis="y", on=TODAY,
        actor=agency_officer, at=AT,
    )  # fmt: skip

    assert [n.text.split(":")[0] for n in notices.box(clerk)] == [
        "Bị trả lại vì không đúng thẩm quyền", "Đã báo cáo thực hiện, chờ chấp nhận",
    ]  # fmt: skip
