"""A long file: read and written by a worker, cancelled at any moment, resumed where one was killed."""

from __future__ import annotations

import copy
import io
import itertools
import json
from importlib import import_module

import docx
import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx.oxml.ns import qn

from nghitruong.audit import selectors as journal
from nghitruong.audit.models import Entry
from nghitruong.base.errors import BusinessError
from nghitruong.documents import services as documents
from nghitruong.petitions import jobs, services
from nghitruong.petitions.enums import Intake
from nghitruong.petitions.models import ImportBatch, LongFile, Petition, Repeat, Trait
from nghitruong.petitions.selectors import imports as files
from nghitruong.petitions.selectors import long_files as kept
from nghitruong.search import selectors as search
from tests.factories import AT, TODAY

FEW = 12
PLACE = "nghitruong.petitions.services."
take_in, catch_up, receive, deeds = (
    import_module(PLACE + name) for name in ("take_in", "catch_up", "receive", "long_files")
)


@pytest.fixture(autouse=True)
def short_is_long(monkeypatch):
    """Ten rows are a long file here."""
    monkeypatch.setattr(files, "MOST_AT_ONCE", 10)
    monkeypatch.setattr(take_in, "MOST_AT_ONCE", 10)
    monkeypatch.setattr(catch_up, "INDEXED_AT_ONCE", 5)
    monkeypatch.setattr(catch_up, "COMPARED_AT_ONCE", 5)
    yield
    for path in kept.folder().iterdir():
        path.unlink()


def lines(count=FEW, word="hỏng"):
    rows = [{"text": f"Đường bê tông ngõ {n} {word}, đề nghị sửa (mẫu)", "date": "01/02/2026"} for n in range(count)]
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in [*rows, {"text": ""}]).encode()


def queued(world, actor, name="p.jsonl", content=None):
    content = content or lines()
    file = documents.store(name=name, content=content, actor=actor, at=AT)
    return services.queue_file(council=world.council, file=file, name=name, point=None, actor=actor, at=AT)


def worked(long_file, at=AT):
    services.work_next(actor=jobs.SYSTEM, at=at)
    long_file.refresh_from_db()
    return long_file


def ready(world, actor, **given):
    return worked(queued(world, actor, **given))


def asked(world, actor, **given):
    long_file = ready(world, actor, **given)
    services.ask_to_write(long_file=long_file, actor=actor)
    return long_file


def test_read_shown_written(world, clerk):
    long_file = ready(world, clerk)

    assert long_file.state == Intake.READY
    assert long_file.summary["counts"] == {"accept": 12, "unchanged": 0, "reject": 1, "rows": 13, "split": 0}
    assert Petition.objects.count() == 0

    services.ask_to_write(long_file=long_file, actor=clerk)
    worked(long_file)

    assert long_file.state == Intake.DONE
    assert (long_file.batch.accepted, long_file.batch.by, len(long_file.batch.rejected)) == (12, clerk.name, 1)
    assert Entry.objects.filter(deed="petition.receive", membership_id=clerk.membership_id).count() == 12
    assert journal.verify().ok
    assert not list(kept.folder().glob(f"{long_file.pk}.*"))


def test_searched_and_compared_afterwards_piece_by_piece(world, clerk):
    long_file = worked(asked(world, clerk))
    batch = long_file.batch
    assert (kept.left_of(batch), Trait.objects.count()) == ({"index": 12, "compare": 12}, 0)
    assert search.find("ngo 11 hong", clerk).hits == []

    steps = []
    while jobs.work_step(AT):
        steps.append(kept.left_of(ImportBatch.objects.get()))

    assert [step["index"] for step in steps[:4]] == [7, 2, 0, 0]
    assert [step["compare"] for step in steps[4:]] == [7, 2, 0, 0]
    assert len(search.find("ngo 11 hong", clerk).hits) == 1
    assert Repeat.objects.filter(later__batch=batch).exists()
    assert not kept.is_work_left()


def test_every_row_gets_the_proposals_that_a_short_file_gets(world, clerk, monkeypatch):
    worked(asked(world, clerk))
    while jobs.work_step(AT):
        pass
    long_way = set(Repeat.objects.values_list("later__text", "earlier__text"))
    batch = ImportBatch.objects.get()
    services.undo_import(batch=batch, actor=clerk, at=AT)
    monkeypatch.setattr(take_in, "MOST_AT_ONCE", 500)

    worked(asked(world, clerk))

    assert long_way == set(Repeat.objects.values_list("later__text", "earlier__text")) != set()


def test_the_same_file_twice_changes_nothing(world, clerk):
    worked(asked(world, clerk))
    again = ready(world, clerk)

    assert again.summary["counts"] == {"accept": 0, "unchanged": 12, "reject": 1, "rows": 13, "split": 0}


def test_two_at_once_take_each_row_in_once(world, clerk):
    """Both were judged while the register was empty."""
    first, second = ready(world, clerk), ready(world, clerk)
    for one in (first, second):
        services.ask_to_write(long_file=one, actor=clerk)

    worked(first)
    worked(second)

    assert (first.batch.accepted, second.batch.accepted, second.batch.unchanged) == (12, 0, 12)
    assert Petition.objects.count() == 12


@pytest.mark.parametrize("make", [queued, ready, asked])
def test_cancelled_before_it_is_written(world, clerk, make):
    long_file = make(world, clerk)

    services.cancel_file(long_file=long_file, actor=clerk)
    worked(long_file)

    assert long_file.state == Intake.CANCELLED
    assert (Petition.objects.count(), ImportBatch.objects.count()) == (0, 0)
    assert not list(kept.folder().glob(f"{long_file.pk}.*"))


def test_cancelled_half_way_leaves_nothing(world, clerk, monkeypatch):
    monkeypatch.setattr(receive, "AT_ONCE", 5)
    long_file = asked(world, clerk)
    before = Entry.objects.count()

    def cancel_at_five(done, of, *, tell):
        if done == 5 and of == FEW:
            services.cancel_file(long_file=LongFile.objects.get(pk=long_file.pk), actor=clerk)
        tell(done, of)

    teller = deeds._teller
    monkeypatch.setattr(deeds, "_teller", lambda number: lambda done, of: cancel_at_five(done, of, tell=teller(number)))
    worked(long_file)

    assert long_file.state == Intake.CANCELLED
    assert (Petition.objects.count(), ImportBatch.objects.count(), Entry.objects.count()) == (0, 0, before)
    assert journal.verify().ok


def test_cancelled_while_it_is_read_stops_at_the_next_look(world, clerk, monkeypatch):
    long_file, looks, teller = queued(world, clerk), [], deeds._teller

    def watched(number):
        tell = teller(number)

        def told(done, of):
            looks.append(done)
            if len(looks) == 1:
                services.cancel_file(long_file=LongFile.objects.get(pk=number), actor=clerk)
            tell(done, of)

        return told

    monkeypatch.setattr(deeds, "_teller", watched)
    worked(long_file)

    assert (long_file.state, len(looks)) == (Intake.CANCELLED, 1)
    assert not list(kept.folder().glob(f"{long_file.pk}.*"))


@pytest.mark.parametrize("state", [Intake.READING, Intake.WRITING])
def test_what_a_killed_worker_left_is_done_by_the_next(world, clerk, state):
    long_file = queued(world, clerk) if state == Intake.READING else asked(world, clerk)
    LongFile.objects.update(state=state, tries=1)

    jobs.take_files_in(AT)
    worked(long_file)

    assert long_file.state == (Intake.READY if state == Intake.READING else Intake.DONE)
    assert Petition.objects.count() == (0 if state == Intake.READING else FEW)


def test_killed_again_and_again_it_is_reported(world, clerk):
    long_file = asked(world, clerk)
    LongFile.objects.update(state=Intake.WRITING, tries=3)

    jobs.take_files_in(AT)
    long_file.refresh_from_db()

    assert long_file.state == Intake.FAILED
    assert "bị ngắt 3 lần" in long_file.reason


def test_cancelled_while_its_worker_was_dead(world, clerk):
    long_file = asked(world, clerk)
    LongFile.objects.update(state=Intake.WRITING, tries=1)
    services.cancel_file(long_file=LongFile.objects.get(), actor=clerk)

    jobs.take_files_in(AT)
    long_file.refresh_from_db()

    assert long_file.state == Intake.CANCELLED


def test_the_rows_kept_are_gone_so_the_file_is_read_again(world, clerk):
    long_file = asked(world, clerk)
    (kept.folder() / f"{long_file.pk}.rows").unlink()

    worked(long_file)

    assert Petition.objects.count() == FEW


def test_a_file_that_is_none_fails_in_words(world, clerk):
    long_file = ready(world, clerk, content=b'{"ten": "A"}')

    assert long_file.state == Intake.FAILED
    assert "không có cột nội dung" in long_file.reason


def test_who_lost_the_office_writes_nothing(world, clerk):
    long_file = asked(world, clerk)
    LongFile.objects.update(membership_id=0)

    worked(long_file)

    assert (long_file.state, Petition.objects.count()) == (Intake.FAILED, 0)


def test_others_may_not(world, clerk, delegate, stranger):
    long_file = ready(world, clerk)
    for actor in (delegate, stranger):
        assert not LongFile.objects.visible_to(actor).exists()
        for deed in (services.ask_to_write, services.cancel_file):
            with pytest.raises(BusinessError):
                deed(long_file=long_file, actor=actor)
    long_file.refresh_from_db()
    assert long_file.state == Intake.READY


def test_the_pages(world, clerk, signed_in):
    client = signed_in(clerk)
    sent = client.post("/kien-nghi/nhap-tep/", {"upload": SimpleUploadedFile("p.jsonl", lines())})
    long_file = LongFile.objects.get()
    url = f"/kien-nghi/tep-dai/{long_file.pk}/"
    assert sent["Location"] == url
    waiting = client.get(url).content.decode()
    assert "Tệp chờ đến lượt đọc" in waiting
    assert 'hx-trigger="every 1s"' in waiting
    assert "http-equiv" in waiting

    worked(long_file)
    assert client.get(url, headers={"HX-Request": "true"})["HX-Redirect"] == url
    assert "Nhận 12 kiến nghị" in client.get(url).content.decode()

    client.post(f"{url}nhan/")
    worked(long_file)
    done = client.get(url, follow=True).content.decode()
    assert "Đang tìm trùng lặp: 12 còn lại" in done


def test_columns_are_corrected_and_the_file_read_again(world, clerk, signed_in):
    client = signed_in(clerk)
    long_file = ready(world, clerk)
    url = f"/kien-nghi/tep-dai/{long_file.pk}/"

    client.post(f"{url}cot/", {"b0-c0": "text", "b0-c1": "", "whole": "1"})
    worked(long_file)

    assert (long_file.state, long_file.is_whole) == (Intake.READY, True)
    holds = {place["name"]: place["holds"] for place in long_file.summary["layouts"][0]["places"]}
    assert holds == {"text": "text", "date": ""}


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.docx"])
def test_cancel_is_looked_at_every_500_rows_of_reading(world, name):
    heard: list[tuple[int, int]] = []
    count = 1300

    reading = files.read_file(name, long_table(name, count), told=lambda done, of: heard.append((done, of)))
    before = sum(of == 0 for _done, of in heard)
    placed = [done for done, of in heard if of]

    assert len(reading.rows) == count
    assert before >= 1 + count // 500  # while the cells are read
    assert max(after - one for one, after in itertools.pairwise([*placed, count])) <= 500


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.docx"])
def test_who_cancels_while_the_cells_are_read_is_obeyed(world, name):
    calls = itertools.count()

    def stop_at_the_third(_done: int, _of: int) -> None:
        if next(calls) == 2:
            raise deeds.Stopped

    with pytest.raises(deeds.Stopped):
        files.read_file(name, long_table(name, 1300), told=stop_at_the_third)
    assert next(calls) == 3


def test_cancel_is_looked_at_every_500_rows_of_judging_and_writing(world, clerk):
    rows = list(files.read_file("a.csv", long_table("a.csv", 1300)).rows)
    judged: list[int] = []
    written: list[int] = []

    planned = files.plan(rows, council=world.council, point=None, today=TODAY, told=judged.append)
    services.take_in(council=world.council, name="a.csv", planned=planned, told=written.append, actor=clerk, at=AT)

    for heard in (judged, written):
        assert max(after - one for one, after in itertools.pairwise([0, *heard, len(rows)])) <= 500


def long_table(name: str, count: int) -> bytes:
    """A table of so many petitions as a file of that kind."""
    lines = [["Nội dung kiến nghị", "Ngày"], *([f"Sửa đường số {n} (mẫu)", "01/02/2026"] for n in range(count))]
    out = io.BytesIO()
    if name.endswith(".csv"):
        return "\n".join(";".join(line) for line in lines).encode()
    if name.endswith(".xlsx"):
        book = openpyxl.Workbook()
        for line in lines:
            book.active.append(line)
        book.save(out)
        return out.getvalue()
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    for cell, words in zip(table.rows[0].cells, lines[0], strict=True):
        cell.text = words
    first = table.rows[0]._tr
    for line in lines[1:]:
        row = copy.deepcopy(first)
        for text, words in zip(row.iter(qn("w:t")), line, strict=True):
            text.text = words
        table._tbl.append(row)
    document.save(out)
    return out.getvalue()
