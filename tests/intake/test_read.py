"""Reading a document: items with their words, nothing a record yet."""

from __future__ import annotations

from nghitruong.documents.models import Incoming, StatedFigure
from nghitruong.intake import services
from nghitruong.intake.enums import ReadingState
from nghitruong.meetings.models import Meeting
from nghitruong.obligations.models import Obligation
from tests.factories import AT
from tests.intake.taken import TEXT, taken


def test_every_item_stands_on_its_words(world, clerk):
    reading = taken(world, clerk)

    assert reading.state == ReadingState.READ
    found = list(reading.proposals.all())
    assert {item.kind for item in found} >= {"entry", "meeting", "task", "figure", "limitation"}
    assert [reading.text[item.start : item.end] for item in found] == [item.quote for item in found]


def test_nothing_is_a_record_before_a_person_says_so(world, clerk):
    taken(world, clerk)

    counts = [model.objects.count() for model in (Obligation, Meeting, Incoming, StatedFigure)]
    assert counts == [0, 0, 0, 0]


def test_a_document_that_waits_is_read_by_the_worker(world, clerk):
    services.take(council=world.council, name="Văn bản (mẫu)", text=TEXT, actor=clerk, at=AT)

    assert services.read_next(at=AT).state == ReadingState.READ
    assert services.read_next(at=AT) is None


def test_an_unreadable_file_says_why_and_is_kept(world, clerk):
    reading = services.take(
        council=world.council, name="hong.pdf", content=b"%PDF-1.4\nkhong phai PDF that", actor=clerk, at=AT
    )

    failed = services.read(reading=reading, actor=clerk, at=AT)

    assert (failed.state, bool(failed.failure), failed.file_id is not None) == (ReadingState.FAILED, True, True)
