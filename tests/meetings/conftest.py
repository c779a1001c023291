"""An online briefing to prepare."""

from __future__ import annotations

import pytest

from nghitruong.meetings.enums import MeetingKind, Mode
from tests import factories as make


@pytest.fixture
def briefing(world):
    return make.meeting(world.council, kind=MeetingKind.BRIEFING, title="Hội nghị trực báo mẫu", mode=Mode.ONLINE)
