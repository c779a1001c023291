"""Who may review, and when."""

from __future__ import annotations

import pytest

from nghitruong.base.errors import NotPermitted
from nghitruong.intake import services
from tests.factories import AT
from tests.intake.taken import taken


@pytest.mark.parametrize("who", ["delegate", "agency_officer", "stranger", "auditor"])
def test_review_is_the_offices_own(world, clerk, who, request):
    reading = taken(world, clerk)

    with pytest.raises(NotPermitted):
        services.accept_certain(reading=reading, actor=request.getfixturevalue(who), at=AT)
