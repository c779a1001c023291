"""`nghitruong bench petitions`: the answers of product and naive build agree, whatever time they take."""

from __future__ import annotations

import json

import pytest

from nghitruong.base.actor import SYSTEM
from nghitruong.config import bench
from nghitruong.config.bench.build import texts
from nghitruong.config.cli import main
from nghitruong.petitions.models import Petition, Repeat, Trait
from nghitruong.petitions.policies import SUBJECT
from nghitruong.petitions.services.likeness import rebuild_traits
from nghitruong.search import selectors as search
from nghitruong.search.models import Indexed
from nghitruong.search.services import index_many
from tests import factories as make

N = 120
NAMES = {
    "list", "list, last page", "facets", "page", "desk", "search, rare", "search, common", "search, commonest",
    "nearest", "report",
}  # fmt: skip


@pytest.fixture
def country(db: None) -> bench.Stage:
    on = bench.stage(N, 7, make.TODAY)
    bench.grow(on, N // 10)
    bench.grow(on, N)
    return on


def test_register_has_a_tenth_repeats_and_stands_in_every_index(country):
    each = N // len(country.councils)

    assert Petition.objects.count() == N
    assert Indexed.objects.filter(kind="petitions.petition").count() == N
    assert Petition.objects.filter(traits__isnull=True).count() == 0
    assert Repeat.objects.count() == sum(number % 10 == 9 for number in range(each)) * len(country.councils)


def test_indexes_hold_what_the_product_puts_into_them(country):
    ids = list(Petition.objects.values_list("pk", flat=True))
    traits = set(Trait.objects.values_list("term", "keeper", "petition"))

    rebuild_traits()

    assert index_many(kind=SUBJECT, ids=ids) == 0
    assert set(Trait.objects.values_list("term", "keeper", "petition")) == traits
    newest = Petition.objects.exclude(answered_on=None).latest("pk")
    found = search.find(f'"{newest.code}"', SYSTEM, limit=100, kinds=[SUBJECT]).hits
    assert newest.pk in {hit.id for hit in found}


def test_same_seed_makes_the_same_petitions_however_they_grow():
    at_once = list(texts(7, 3, 0, 40))

    assert [*texts(7, 3, 0, 4), *texts(7, 3, 4, 40)] == at_once
    assert [again is not None for _number, _text, _place, again in at_once] == [n % 10 == 9 for n in range(40)]
    assert list(texts(8, 3, 0, 40)) != at_once


def test_product_answers_what_the_naive_build_answers(country):
    found = [bench.measure(one, 2) for one in bench.operations(country)]

    assert {one.name.rpartition(", ")[0] for one in found[:-2]} == NAMES
    assert [one.name for one in found[-2:]] == ["import, preview of 20 rows", "import, commit of 20 rows"]
    assert {one.name: one.agreed for one in found if one.agreed < 1} == {}
    assert [(one.name, one.page_sql) for one in found if one.page_sql > 12] == []
    assert Petition.objects.count() == N
    told = json.loads(json.dumps(bench.as_json([(12, found), (N, found)], {"n": N})))
    assert [run["n"] for run in told["runs"]] == [12, N]
    assert set(told["runs"][1]["operations"][0]) >= {
        "name",
        "p95_ms",
        "naive_ms",
        "ratio",
        "sql",
        "memory_mb",
        "agreed",
    }
    assert len(bench.as_table([(12, found), (N, found)]).splitlines()) == len(found) + 2


def test_what_was_kept_is_found_again(country, settings, tmp_path):
    settings.HOME = tmp_path

    bench.keeping.write(country, has_tenth=False)

    assert bench.keeping.sizes(N, 8) == []
    assert bench.keeping.sizes(N, 7) == [(N, bench.keeping.whole())]
    again = bench.keeping.stage_of(N)
    assert (again.commune, again.province, again.councils, again.each, again.made) == (
        country.commune,
        country.province,
        country.councils,
        country.each,
        N,
    )
    bench.keeping.forget()
    assert bench.keeping.sizes(N, 7) == []


def test_too_few_are_misuse(capsys):
    assert main(["bench", "petitions", "--n", "3"]) == 2
    assert "--n từ 40" in capsys.readouterr().err
