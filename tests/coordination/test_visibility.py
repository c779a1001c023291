"""Who sees which notice and whose progress."""

from __future__ import annotations

import pytest

from nghitruong.coordination.models import Assignment, ConclusionNotice

CAST = ["clerk", "chair", "committee_head", "delegate", "group_head", "agency_officer", "front_officer",
        "upper_office", "auditor", "administrator", "stranger"]  # fmt: skip


def sees(request, model):
    return {who for who in CAST if model.objects.visible_to(request.getfixturevalue(who)).exists()}


def test_a_draft_is_the_offices_own(request, draft):
    assert sees(request, ConclusionNotice) == {"clerk", "chair"}


def test_issued_it_is_seen_by_the_council_and_whoever_is_named(request, issued):
    assert sees(request, ConclusionNotice) == set(CAST) - {"auditor", "administrator", "stranger"}


def test_an_agency_reads_its_own_share_and_who_helps_it(world, agency_officer, issued):
    seen = Assignment.objects.visible_to(agency_officer)

    assert {(share.task.position, share.organ) for share in seen} == {
        (1, world.department),
        (1, world.front),
        (2, world.department),
    }


@pytest.mark.parametrize("who", ["delegate", "upper_office", "clerk"])
def test_the_council_reads_every_share(request, issued, who):
    assert Assignment.objects.visible_to(request.getfixturevalue(who)).count() == 4
