import json

import pytest

from nghitruong.config.cli import main


def test_an_unknown_word_is_misuse(capsys):
    assert main(["lam-gi-do"]) == 2
    assert "Không có lệnh này" in capsys.readouterr().err


@pytest.mark.django_db
def test_check_prints_one_json_document(capsys):
    assert main(["check", "--json"]) == 0
    assert {row["name"] for row in json.loads(capsys.readouterr().out)["checks"]} >= {"Python", "Cơ sở dữ liệu"}
