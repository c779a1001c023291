import datetime as dt

import pytest

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.documents import services
from nghitruong.documents.enums import Secrecy
from nghitruong.documents.models import Delivery, Document, Incoming
from nghitruong.documents.services import Recipient
from nghitruong.organisation.enums import OrganKind
from tests import factories as make
from tests.documents.cast import PDF, issued
from tests.factories import AT, TODAY


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.FILES_ROOT = tmp_path


def came(organ, actor, **values):
    values.setdefault("author", "Sở Xây dựng tỉnh Mẫu")
    values.setdefault("abstract", "Trả lời kiến nghị về cầu Bến Mẫu")
    return services.register_incoming(organ=organ, actor=actor, at=AT, **values)


def test_each_gets_the_next_arrival_number_of_the_year(world, clerk):
    first = came(world.standing, clerk, code="57/SXD-QLĐT", signed_on=TODAY, content=("den.pdf", PDF))
    second = came(world.council, clerk)

    assert (first.number, second.number, first.arrived_on, first.body) == (1, 2, TODAY, world.council)
    assert Document.objects.get(subject_kind="documents.incoming", subject_id=first.pk).number == "57/SXD-QLĐT"


def test_secret_ones_have_their_own_numbers_and_no_file(world, clerk, delegate):
    came(world.standing, clerk)
    secret = came(world.standing, clerk, secrecy=Secrecy.SECRET)

    assert secret.number == 1
    assert Incoming.objects.visible_to(delegate).count() == 1
    with pytest.raises(Invalid, match="mật"):
        came(world.standing, clerk, secrecy=Secrecy.SECRET, content=("den.pdf", PDF))


def test_the_same_text_comes_in_once(world, clerk):
    came(world.standing, clerk, code="57/SXD-QLĐT", signed_on=TODAY)

    with pytest.raises(Invalid, match="đã vào sổ: số đến 01"):
        came(world.standing, clerk, code="57/SXD-QLĐT", signed_on=TODAY)
    assert came(world.standing, clerk).number == 2


@pytest.mark.parametrize(
    "values", [{"author": " "}, {"abstract": ""}, {"kind": "cv"}, {"signed_on": TODAY + dt.timedelta(days=1)}]
)
def test_bad_entries_are_refused(world, clerk, values):
    with pytest.raises(Invalid):
        came(world.standing, clerk, **values)


def test_only_keepers_register(world, delegate, stranger, agency_officer):
    for actor in (delegate, stranger, agency_officer):
        with pytest.raises(NotPermitted):
            came(world.standing, actor)


def test_what_is_sent_later_to_the_same_house_is_received_with_its_entry(world, clerk, chair, stranger):
    beside = make.organ("Thường trực HĐND xã Bên (mẫu)", OrganKind.STANDING, council=world.other_council)
    paper = issued(world.standing, clerk, chair, recipients=[Recipient(organ=world.other_office)])
    entry = services.receive(delivery=Delivery.objects.get(paper=paper), actor=stranger, at=AT)
    (later,) = services.distribute(paper=paper, recipients=[Recipient(organ=beside)], actor=clerk, at=AT)

    again = services.receive(delivery=Delivery.objects.get(pk=later.pk), actor=stranger, at=AT)

    later.refresh_from_db()
    assert (again.pk, Incoming.objects.count(), later.opened_at) == (entry.pk, 1, AT)
