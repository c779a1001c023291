import pytest

from nghitruong.base.errors import Invalid
from nghitruong.meetings.enums import MeetingKind
from nghitruong.meetings.models import Meeting
from nghitruong.petitions import services
from tests.factories import AT, TODAY
from tests.petitions import stages


@pytest.fixture
def session(world) -> Meeting:
    return Meeting.objects.create(
        council=world.council,
        kind=MeetingKind.SESSION,
        title="Kỳ họp thứ 2",
        starts_at=AT,
        place="Hội trường",
        number=2,
        session_type="regular",
    )


def test_carry_over_counts_the_sessions(world, clerk, session):
    petition = stages.forwarded(world, clerk)

    services.carry_over(petition=petition, to_session=session, reason="Chưa có vốn", on=TODAY, actor=clerk, at=AT)

    petition.refresh_from_db()
    assert (petition.carried, petition.session) == (1, session)


def test_carry_over_to_the_same_session_is_refused(world, clerk, session):
    petition = stages.forwarded(world, clerk)
    given = {"to_session": session, "reason": "x", "on": TODAY, "actor": clerk, "at": AT}
    services.carry_over(petition=petition, **given)

    with pytest.raises(Invalid, match="đã thuộc kỳ họp này"):
        services.carry_over(petition=petition, **given)
