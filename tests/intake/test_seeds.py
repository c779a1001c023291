"""The five documents that this product began with go in as they are, through the pages, and become records."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from nghitruong.coordination.models import Assignment, ConclusionNotice
from nghitruong.documents.models import Incoming, StatedFigure
from nghitruong.intake.enums import ProposalKind, ProposalState, ReadingState
from nghitruong.intake.models import DocumentReading
from nghitruong.obligations.models import Obligation
from nghitruong.organisation.enums import OrganKind, Role
from nghitruong.territory.enums import Level, UnitType
from tests import factories as make
from tests.intake.measure import REAL

SEEDS = REAL / "seeds"
LONG_AGO = dt.date(2016, 7, 1)
real = pytest.mark.skipif(not SEEDS.exists(), reason="the real documents are not beside this checkout")


@pytest.fixture
def town(db):
    """The council of a town as it was before 7/2025, with its organs and two communes below."""
    since = {"valid_from": LONG_AGO}
    province = make.unit("Tỉnh Quảng Ngãi", level=Level.PROVINCE, type=UnitType.TINH, **since)
    unit = make.unit("Thị xã Đức Phổ", level=Level.DISTRICT, type=UnitType.THI_XA, parent=province, **since)
    council = make.organ("Hội đồng nhân dân thị xã Đức Phổ", OrganKind.COUNCIL, unit=unit, **since)

    def own(name, kind, **values):
        return make.organ(name, kind, council=council, unit=unit, **since, **values)

    made = SimpleNamespace(
        council=council,
        standing=own("Thường trực HĐND thị xã Đức Phổ", OrganKind.STANDING),
        committees=[own(f"Ban {name} HĐND thị xã", OrganKind.COMMITTEE) for name in ("Pháp chế", "Kinh tế - Xã hội")],
        groups=[own(f"Tổ đại biểu số {n} HĐND thị xã", OrganKind.GROUP) for n in (1, 2)],
        office=own("Văn phòng HĐND và UBND thị xã Đức Phổ", OrganKind.OFFICE),
        peoples_committee=own("Ủy ban nhân dân thị xã Đức Phổ", OrganKind.PEOPLES_COMMITTEE),
        front=own("Ủy ban Mặt trận Tổ quốc Việt Nam thị xã Đức Phổ", OrganKind.FRONT),
    )
    for name, kind in (("Phường Phổ Vinh", UnitType.PHUONG), ("Xã Phổ Châu", UnitType.XA)):
        below = make.unit(name, type=kind, parent=unit, **since)
        of = make.organ(f"Hội đồng nhân dân {name.lower()}", OrganKind.COUNCIL, unit=below, **since)
        make.organ(f"Thường trực HĐND {name[0].lower()}{name[1:]}", OrganKind.STANDING, council=of, unit=below, **since)
        make.organ(
            f"Ủy ban nhân dân {name[0].lower()}{name[1:]}", OrganKind.PEOPLES_COMMITTEE, council=of, unit=below, **since
        )
    made.clerk = make.actor(made.office, Role.CLERK, "Lê Minh Thư", valid_from=LONG_AGO)
    return made


class Review:
    """A clerk at the page of review: takes a document in and judges it item by item."""

    def __init__(self, client, town):
        self.client, self.town = client, town

    def take(self, path):
        sent = SimpleUploadedFile(path.name, path.read_bytes())
        self.client.post(reverse("intake:take"), {"file": sent, "text": ""})
        self.reading = DocumentReading.objects.latest("pk")
        return self.reading

    def open(self, *kinds):
        rows = self.reading.proposals.filter(state=ProposalState.PROPOSED)
        return list(rows.filter(kind__in=kinds) if kinds else rows)

    def accept(self, item):
        """Accept as read; where the words name no organ of the house, the Standing Committee is picked by hand."""
        address = reverse("intake:accept", args=[item.pk])
        self.client.post(address, {"as_read": "1"})
        item.refresh_from_db()
        if item.is_open and item.kind == ProposalKind.TASK:
            form = {"organs": [self.town.standing.pk], "what": item.data["what"][:500], "due_on": item.data["due_on"]}
            self.client.post(address, form)
            item.refresh_from_db()
        return item

    def accept_all(self):
        self.client.post(reverse("intake:accept_certain", args=[self.reading.pk]))
        for item in self.open():
            if not item.doubt:
                self.accept(item)
        for item in self.open(ProposalKind.TASK):
            self.client.post(reverse("intake:reject", args=[item.pk]), {"reason": "không rõ giao cho ai"})
        self.client.post(reverse("intake:close", args=[self.reading.pk]))
        self.reading.refresh_from_db()


@pytest.fixture
def review(town, signed_in, settings, tmp_path):
    settings.FILES_ROOT = tmp_path
    return Review(signed_in(town.clerk), town)


def seed(number):
    return next(SEEDS.glob(f"{number:03d}_*.txt"))


@real
@pytest.mark.parametrize("number", range(5))
def test_a_seed_goes_in_as_it_is_and_every_record_keeps_its_words(review, number):
    reading = review.take(seed(number))
    assert (reading.state, reading.proposals.exists()) == (ReadingState.READ, True)

    review.accept_all()

    assert reading.proposals.filter(state=ProposalState.PROPOSED, doubt="").count() == 0
    assert review.reading.state == ReadingState.CLOSED
    assert all(item.quote == reading.text[item.start : item.end] for item in reading.proposals.all())
    assert all(owed.quote and owed.quote in reading.text for owed in Obligation.objects.all())
    assert review.client.get(reading.get_absolute_url()).status_code == 200


@real
def test_the_tasks_of_seed_001_stand_in_the_ledger_under_their_organs(review, town):
    review.take(seed(1))
    review.accept_all()

    notice = ConclusionNotice.objects.get()
    assert (notice.organ, str(notice.issued_on), str(notice.held_on)) == (town.standing, "2021-11-25", "2021-11-25")
    assert (notice.source.file.name, notice.is_foreign) == (seed(1).name, True)
    given = {}
    for share in Assignment.objects.select_related("task", "organ", "obligation"):
        assert (share.obligation.debtor, share.obligation.state) == (share.organ, "open")
        given.setdefault(share.task.addressee, set()).add(share.organ)
    assert given["các Ban HĐND"] == set(town.committees)
    assert given["Thường trực, các Ban HĐND"] == {town.standing, *town.committees}
    assert given["Các Tổ đại biểu HĐND"] == set(town.groups)
    assert given["Ban Thường trực UBMTTQVN"] == {town.front}
    assert {town.peoples_committee} <= given["UBND"]
    assert notice.tasks.count() == review.reading.proposals.filter(kind=ProposalKind.TASK).count()
    assert Incoming.objects.get().author == "Thường trực HĐND thị xã"
    page = review.client.get(notice.get_absolute_url()).content.decode()
    assert "Theo văn bản gốc" in page


@real
def test_the_figures_of_seed_001_stand_with_their_words(review):
    reading = review.take(seed(1))
    review.accept_all()

    figures = list(StatedFigure.objects.all())
    told = {(each.figure, each.value, each.low, each.high) for each in figures}

    assert {
        ("05", Decimal(5), None, None),
        ("01", Decimal(1), None, None),
        ("07", Decimal(7), None, None),
        ("25", Decimal(25), None, None),
        ("34", Decimal(34), None, None),
        ("99,38%", Decimal("99.38"), None, None),
        ("13", Decimal(13), None, None),
        ("15", Decimal(15), None, None),
        ("từ 02 đến 04", None, Decimal(2), Decimal(4)),
    } <= told
    assert all(each.words in reading.text for each in figures)
    assert all(re.sub(r"\s+", " ", each.figure) in re.sub(r"\s+", " ", each.words) for each in figures)
