"""The nearest earlier matters are found by an index that every deed keeps, inside what the reader may see."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.core.management import call_command

from nghitruong.base.actor import SYSTEM
from nghitruong.config.cli import main
from nghitruong.language.likeness import features, invented
from nghitruong.petitions import selectors, services
from nghitruong.petitions.models import Petition, Trait
from nghitruong.petitions.selectors.likeness import read, read_all
from tests.factories import AT, TODAY
from tests.petitions.stages import answered

TEXT = "Đề nghị bắc cầu qua suối Nà Mạ ở thôn Khe Sen"


def received(world, clerk, text=TEXT, **values):
    given = {"council": world.council, "received_on": TODAY, "actor": clerk, "at": AT, **values}
    return services.receive(text=text, **given)


def codes(text, actor, **values):
    return [near.petition.code for near in selectors.nearest(features(text), actor, **values)]


def test_a_petition_received_is_found_in_other_words(world, clerk):
    petition = received(world, clerk)

    assert codes("bà con thôn Khe Sen xin làm cầu qua suối Nà Mạ", clerk) == [petition.code]
    assert codes("lam cau qua suoi na ma", clerk) == [petition.code]
    assert codes("Trường tiểu học thiếu phòng", clerk) == []


def test_who_may_not_see_it_does_not_find_it(world, clerk, stranger, auditor, administrator):
    received(world, clerk)

    assert [codes(TEXT, actor) for actor in (stranger, auditor, administrator)] == [[], [], []]


def test_an_edit_is_indexed_in_its_transaction(world, clerk):
    petition = received(world, clerk)

    services.edit(
        petition=petition, version=petition.version, text="Sửa nhà văn hóa thôn Quang Hải bị dột", place="", unit=None,
        voter="", voices=1, actor=clerk, at=AT,
    )  # fmt: skip

    assert codes(TEXT, clerk) == []
    assert codes("nhà văn hóa thôn Quang Hải mái dột", clerk) == [petition.code]


def test_a_rebuild_finds_what_was_lost(world, clerk):
    petition = received(world, clerk)
    held = set(Trait.objects.values_list("term", "petition_id"))
    Trait.objects.all().delete()

    call_command("likeness_rebuild")
    assert set(Trait.objects.values_list("term", "petition_id")) == held
    assert codes(TEXT, clerk) == [petition.code]


def test_only_what_was_received_until_the_day(world, clerk):
    received(world, clerk, received_on=date(2026, 1, 5))
    old = received(world, clerk, received_on=date(2025, 1, 5))

    assert codes(TEXT, clerk, until=date(2025, 12, 31)) == [old.code]


def test_what_is_only_compared_is_read_like_a_record(world, clerk, django_assert_num_queries):
    old = answered(world, clerk)
    Petition.objects.filter(pk=old.pk).update(text="Nâng cấp đường ĐH.09 qua thôn Khe Sen")
    old.answers.update(text="Tuyến ĐH.09 đã thành ĐT.185, đang sửa.")
    received(world, clerk, place="thôn Quang Hải, xã Mẫu")

    with django_assert_num_queries(2):
        found = {one.pk: one.features for one in read_all(Petition.objects.all())}

    assert found == {petition.pk: read(petition) for petition in Petition.objects.all()}
    assert found[old.pk].also == {"dt185"}


def test_three_statements_however_many(world, clerk, django_assert_num_queries):
    for number in range(8):
        received(world, clerk, f"{TEXT} số {number}")

    with django_assert_num_queries(3):
        codes(TEXT, clerk)


def test_paraphrases_are_found_in_the_register(world, clerk):
    rows = invented.commune(21, 60)
    held = [received(world, clerk, row.text, place=row.place).pk for row in rows]
    asked = list(invented.paraphrases(22, rows, 60))

    def near(text, place):
        return [held.index(one.petition.pk) for one in selectors.nearest(features(text, place), clerk, limit=5)]

    assert invented.recall_of(rows, asked, near)["all"] >= 0.9


def test_similar_tells_what_became_of_it(world, clerk, capsys):
    petition = received(world, clerk, place="thôn Khe Sen")

    assert main(["petitions", "similar", "làm cầu suối Nà Mạ thôn Khe Sen", "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert [(one["code"], one["kind"], one["state"]) for one in told] == [(petition.code, "same", "received")]
    assert "công trình, đối tượng: suối Nà Mạ" in told[0]["because"]


@pytest.mark.parametrize("arguments", [["x", "--limit", "0"], [" "]])
def test_similar_refuses_nonsense(arguments, db):
    assert main(["petitions", "similar", *arguments]) == 2


def test_an_import_tells_what_is_asked_again(world, clerk, tmp_path, capsys):
    old = received(world, clerk, place="thôn Khe Sen")
    path = tmp_path / "rows.jsonl"
    rows = [{"text": "Làm cầu qua suối Nà Mạ cho thôn Khe Sen"}, {"text": "Sửa loa truyền thanh thôn Quang Hải"}]
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")

    assert main(["petitions", "import", str(path), "--council", world.council.unit.code, "--json"]) == 0

    told = json.loads(capsys.readouterr().out)["repeats"]
    assert [(one["row"], one["of"], one["kind"]) for one in told] == [(1, old.code, "same")]


def test_a_system_search_sees_every_council(world, clerk):
    petition = received(world, clerk)

    assert codes(TEXT, SYSTEM) == [petition.code]
