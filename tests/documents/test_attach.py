import datetime as dt

import pytest

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.base.subjects import Subject
from nghitruong.documents import services
from nghitruong.documents.enums import DocumentKind
from nghitruong.documents.models import Document
from tests.factories import AT, TODAY


def attach(world, actor, **values):
    given = {
        "subject": Subject.of(world.council),
        "council": world.council,
        "kind": DocumentKind.LETTER,
        "abstract": " V/v mẫu ",
        "number": " 12/HĐND-VP ",
        "signed_on": TODAY,
        "actor": actor,
        "at": AT,
        **values,
    }
    return services.attach(**given)


def test_attach_keeps_number_day_and_abstract(world, clerk):
    document = attach(world, clerk)

    assert (document.number, document.signed_on, document.abstract) == ("12/HĐND-VP", TODAY, "V/v mẫu")
    assert (document.subject_kind, document.subject_id) == ("organisation.organ", world.council.pk)


@pytest.mark.parametrize(
    ("wrong", "words"), [({"abstract": "  "}, "trích yếu"), ({"signed_on": TODAY + dt.timedelta(days=1)}, "phía trước")]
)
def test_attach_refuses_what_cannot_be(world, clerk, wrong, words):
    with pytest.raises(Invalid, match=words):
        attach(world, clerk, **wrong)

    assert not Document.objects.exists()


def test_attach_refused_to_who_only_reads(world, administrator):
    with pytest.raises(NotPermitted):
        attach(world, administrator)
