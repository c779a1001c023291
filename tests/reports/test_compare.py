"""What the records say later stands beside what was signed."""

from __future__ import annotations

from nghitruong.reports import services
from tests.factories import AT
from tests.petitions import stages
from tests.reports.test_draft import draft, numbers
from tests.reports.test_sign import sign


def test_signed_figures_stay_and_a_comparison_stands_beside(world, clerk):
    stages.received(world, clerk)
    report = sign(draft(world, clerk), clerk)
    stages.received(world, clerk)

    moved = services.compare(report=report, actor=clerk, at=AT)

    assert {figure.key: (figure.value, figure.again) for figure in moved}["received"] == (1, 2)
    assert numbers(report)["received"] == 1
