"""`nghitruong due` as its users call it: words in, a document or a sentence out, and the exit code."""

import datetime as dt
import json

import pytest

from nghitruong.config.cli import main
from nghitruong.legalclock import services as legalclock
from nghitruong.legalclock.models import Rule
from tests.factories import AT


@pytest.fixture
def due(db, capsys):
    """Return a function: run the command; give exit code, standard output and standard error."""

    def run(*words):
        code = main(["due", *words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_a_rule_gives_its_date_with_citation_and_steps(due):
    code, out, err = due("petition.answer", "--from", "05/01/2026", "--json")

    told = json.loads(out)
    assert (code, err) == (0, "")
    assert {"rule", "due_on", "number", "day_type", "citation", "confidence", "steps"} <= told.keys()
    assert (told["rule"], told["due_on"], told["number"]) == ("petition.answer", "2026-03-06", 60)
    assert (told["day_type"], told["confidence"]) == ("calendar", "to_confirm")
    assert {"on", "counts", "why"} <= told["steps"][0].keys()


def test_any_count_without_a_rule(due):
    code, out, _err = due("--number", "30", "--day-type", "working", "--from", "2026-01-05", "--json")

    assert (code, json.loads(out)["due_on"]) == (0, "2026-02-13")


def test_a_count_backwards_moves_off_a_day_of_rest_to_the_day_before(due):
    _code, out, _err = due("--number", "20", "--day-type", "calendar", "--from", "2026-07-10", "--before", "--json")

    assert json.loads(out)["due_on"] == "2026-06-19"


def test_words_tell_the_same(due):
    code, out, _err = due("petition.urged_report", "--from", "2026-01-03")

    assert code == 0
    assert "10/01/2026 + thứ Bảy, ngày thứ 7" in out
    assert "(chưa kiểm chứng)" in out
    assert out.endswith("Hạn: thứ Bảy 10/01/2026\n")


def test_a_councils_own_rule_goes_before(due, clerk, world):
    legalclock.override(
        rule=Rule.objects.get(key="petition.answer"),
        number=30,
        day_type="working",
        citation="Điều 27 khoản 3",
        valid_from=dt.date(2026, 1, 1),
        actor=clerk,
        at=AT,
    )

    told = json.loads(due("petition.answer", "--from", "2026-01-05", "--council", world.ward.code, "--json")[1])
    plain = json.loads(due("petition.answer", "--from", "2026-01-05", "--json")[1])

    assert (told["due_on"], told["citation"], told["confidence"]) == ("2026-02-13", "Điều 27 khoản 3", "verified")
    assert plain["due_on"] == "2026-03-06"


def test_the_list_has_every_rule(due):
    code, out, _err = due("--list", "--json")

    rows = json.loads(out)
    assert (code, len(rows)) == (0, Rule.objects.count())
    assert {"petition.answer", "petition.coordinate", "contact.group_summary"} <= {row["rule"] for row in rows}
    assert due("--list")[0] == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["petition.nothing", "--from", "2026-01-05"], "Không có quy tắc thời hạn"),
        (["petition.answer", "--from", "2027-12-05"], "bảng ngày nghỉ, ngày làm bù của năm 2028"),
        (["petition.answer", "--from", "2026-01-05", "--council", "77777"], "Không có đơn vị hành chính"),
        (["--number", "1", "--day-type", "working", "--from", "2019-12-01"], "năm 2019"),
        (["reception.refusal", "--from", "2026-01-05"], "không áp dụng vào ngày 05/01/2026"),
    ],
)
def test_refusals_say_why_and_exit_with_1(due, words, said):
    code, out, err = due(*words)

    assert (code, out) == (1, "")
    assert said in err


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["petition.answer"],
        ["petition.answer", "--from", "31/02/2026"],
        ["petition.answer", "--from", "2026-01-05", "--number", "3"],
        ["--number", "3", "--from", "2026-01-05"],
        ["--number", "-3", "--day-type", "working", "--from", "2026-01-05"],
        ["--number", "3", "--day-type", "lunar", "--from", "2026-01-05"],
        ["--number", "3", "--day-type", "working", "--from", "2026-01-05", "--council", "99001"],
        ["--list", "--from", "2026-01-05"],
    ],
)
def test_misuse_exits_with_2(due, words):
    code, out, err = due(*words)

    assert (code, out) == (2, "")
    assert err
