"""A whole import is taken back: what nobody worked on leaves, the rest stays and says why."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import NotPermitted
from nghitruong.config.cli import main
from nghitruong.petitions import selectors, services
from nghitruong.petitions.models import Petition, Trait
from nghitruong.search.models import Indexed
from tests.factories import AT, TODAY
from tests.petitions.test_take_in import lines, rows_of


@pytest.fixture
def batch(world, clerk):
    rows = rows_of("p.jsonl", lines({"text": "Đường liên thôn hỏng (mẫu)"}, {"text": "Đèn ngõ 5 tắt (mẫu)"}))
    planned = selectors.plan(rows, council=world.council, point=None, today=TODAY)
    return services.take_in(council=world.council, name="p.jsonl", planned=planned, actor=clerk, at=AT)


def test_an_import_leaves_no_trace_but_the_journal(batch, clerk):
    undone = services.undo_import(batch=batch, actor=clerk, at=AT + timedelta(days=30))

    assert (undone.undone, undone.kept) == (2, [])
    assert not Petition.objects.exists()
    assert not Trait.objects.exists()
    assert not Indexed.objects.filter(kind="petitions.petition").exists()
    assert Entry.objects.get(deed="petition.undo_import").changes["các mã"] == ["KN-0001/2026", "KN-0002/2026"]


def test_what_moved_on_stays_and_says_why(batch, clerk):
    worked = Petition.objects.order_by("pk").first()
    services.edit(
        petition=worked, version=1, text="Đường đã nói rõ hơn (mẫu)", place="", unit=None, voter="", voices=1,
        actor=clerk, at=AT,
    )  # fmt: skip

    undone = services.undo_import(batch=batch, actor=clerk, at=AT)

    assert [one["code"] for one in undone.kept] == ["KN-0001/2026"]
    assert "đã có việc" in undone.kept[0]["reason"]
    assert list(Petition.objects.values_list("pk", flat=True)) == [worked.pk]


def test_not_twice_not_late_not_by_others(batch, clerk, stranger):
    for actor, at in ((stranger, AT), (clerk, AT + timedelta(days=31))):
        with pytest.raises(NotPermitted):
            services.undo_import(batch=batch, actor=actor, at=at)
    services.undo_import(batch=batch, actor=clerk, at=AT)

    with pytest.raises(NotPermitted, match="đã được hoàn tác"):
        services.undo_import(batch=batch, actor=clerk, at=AT)


def test_the_command_prints_its_contract(world, tmp_path, capsys):
    file = tmp_path / "p.jsonl"
    file.write_bytes(lines({"text": "Đường hỏng (mẫu)"}))
    main(["petitions", "import", str(file), "--council", "99001", "--json"])
    number = json.loads(capsys.readouterr().out)["import"]

    code = main(["petitions", "undo", str(number), "--json"])

    assert (code, json.loads(capsys.readouterr().out)) == (0, {"import": number, "undone": 1, "kept": []})
    assert main(["petitions", "undo", "12345"]) == 1


def test_the_pages_lead_to_it(batch, clerk, signed_in):
    client = signed_in(clerk)
    type(batch).objects.update(at=AT)

    shown = client.get("/kien-nghi/lan-nhap/").content.decode()
    asked = client.get(f"/kien-nghi/lan-nhap/{batch.pk}/hoan-tac/").content.decode()

    assert "p.jsonl" in shown
    assert "2 kiến nghị từ tệp «p.jsonl» sẽ được rút khỏi sổ" in asked


def test_a_cancelled_import_leaves_nothing(world, clerk):
    rows = rows_of("p.jsonl", lines({"text": "Đường hỏng (mẫu)"}))
    planned = selectors.plan(rows, council=world.council, point=None, today=TODAY)

    def cancel(_done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        services.take_in(council=world.council, name="p.jsonl", planned=planned, told=cancel, actor=clerk, at=AT)

    assert not Petition.objects.exists()
    assert not Entry.objects.filter(deed__startswith="petition.").exists()


def test_many_are_numbered_and_told_one_by_one(batch):
    assert list(Petition.objects.order_by("pk").values_list("code", "seq")) == [
        ("KN-0001/2026", 1),
        ("KN-0002/2026", 2),
    ]
    assert Entry.objects.filter(deed="petition.receive").count() == 2
    assert Trait.objects.values("petition").distinct().count() == 2
    assert Indexed.objects.filter(kind="petitions.petition").count() == 2
