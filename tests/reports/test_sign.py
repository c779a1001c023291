"""A signed report never changes; what the records say later stands beside it."""

from __future__ import annotations

import datetime as dt

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Conflict, Invalid, NotPermitted, WrongState
from nghitruong.reports import services
from nghitruong.reports.enums import ReportState
from nghitruong.reports.models import Report
from tests.factories import AT, TODAY
from tests.petitions import stages
from tests.reports.test_draft import draft

SIGNER = "Trần Văn Mẫu"


def sign(report, actor, **values):
    given = {"signer": SIGNER, "on": TODAY, "number": "12/BC-HĐND", "version": report.version}
    return services.sign(report=report, actor=actor, at=AT, **(given | values))


def test_sign_freezes_figures_and_keeps_the_document(world, clerk):
    stages.received(world, clerk)
    report = draft(world, clerk)

    signed = sign(report, clerk)

    assert (signed.state, signed.signer, signed.document.number) == (ReportState.SIGNED, SIGNER, "12/BC-HĐND")
    assert Entry.objects.filter(deed="report.sign").count() == 1


def test_what_changed_since_it_was_computed_is_not_signed_unseen(world, clerk):
    report = draft(world, clerk)
    stages.received(world, clerk)

    with pytest.raises(Conflict, match="Kiến nghị tiếp nhận"):
        sign(report, clerk)

    assert Report.objects.get().state == ReportState.DRAFT


@pytest.mark.parametrize("deed", ["recompute", "edit", "sign", "discard"])
def test_nothing_more_is_done_to_a_signed_report(world, clerk, deed):
    report = sign(draft(world, clerk), clerk)
    given = {
        "recompute": {"as_of": TODAY},
        "edit": {"texts": {}, "added": {}, "version": report.version},
        "sign": {"signer": SIGNER, "on": TODAY, "version": report.version},
        "discard": {"reason": "nhầm"},
    }[deed]

    with pytest.raises((WrongState, NotPermitted)):
        getattr(services, deed)(report=report, actor=clerk, at=AT, **given)

    assert Report.objects.get().version == report.version


@pytest.mark.parametrize("values", [{"signer": "  "}, {"on": TODAY + dt.timedelta(days=1)}])
def test_a_signature_needs_somebody_and_a_day(world, clerk, values):
    with pytest.raises(Invalid):
        sign(draft(world, clerk), clerk, **values)


@pytest.mark.parametrize("who", ["delegate", "agency_officer", "stranger"])
def test_sign_is_refused_to_others(world, clerk, who, request):
    report = draft(world, clerk)

    with pytest.raises(NotPermitted):
        sign(report, request.getfixturevalue(who))
