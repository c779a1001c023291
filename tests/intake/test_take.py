"""Taking a document in."""

from __future__ import annotations

import pytest

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.intake import services
from nghitruong.intake.models import DocumentReading
from tests.factories import AT


@pytest.mark.parametrize("who", ["delegate", "agency_officer", "stranger", "auditor", "administrator"])
def test_taking_in_is_refused_to_others(world, who, request):
    with pytest.raises(NotPermitted):
        services.take(council=world.council, name="x", text="y", actor=request.getfixturevalue(who), at=AT)

    assert DocumentReading.objects.count() == 0


def test_nothing_to_read_is_refused(world, clerk):
    with pytest.raises(Invalid):
        services.take(council=world.council, name="", text="  ", actor=clerk, at=AT)
