"""A draft may be thrown away, with a reason."""

from __future__ import annotations

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Invalid
from nghitruong.reports import services
from nghitruong.reports.models import Report
from tests.factories import AT
from tests.reports.test_draft import draft


def test_a_draft_is_thrown_away_with_a_reason_only(world, clerk):
    report = draft(world, clerk)

    with pytest.raises(Invalid):
        services.discard(report=report, reason=" ", actor=clerk, at=AT)
    services.discard(report=report, reason="Lập nhầm kỳ", actor=clerk, at=AT)

    assert Report.objects.count() == 0
    assert Entry.objects.get(deed="report.discard").changes["reason"] == "Lập nhầm kỳ"
