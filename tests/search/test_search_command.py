from __future__ import annotations

import json

import pytest

from nghitruong.accounts.models import User
from nghitruong.base.actor import Actor
from nghitruong.config.cli import main
from tests import factories as make
from tests.search.conftest import KIND, Notes


def username(actor: Actor) -> str:
    return User.objects.get(pk=actor.user_id).username


def test_json_holds_what_this_person_finds(
    notes: Notes, clerk: Actor, stranger: Actor, capsys: pytest.CaptureFixture[str]
):
    notes.add("KN-0142: đường thôn", "UBND xã sửa đường.", council_id=clerk.council_id)
    notes.add("đường xã bên", council_id=stranger.council_id)

    assert main(["search", "duong", "--as", username(clerk), "--json"]) == 0

    assert json.loads(capsys.readouterr().out) == {
        "query": "duong",
        "count": 1,
        "results": [
            {
                "kind": KIND,
                "id": 1,
                "title": "KN-0142: đường thôn",
                "url": f"/{KIND}/1/",
                "excerpt": "UBND xã sửa đường.",
                "highlights": [
                    {"in": "title", "start": 9, "end": 14, "text": "đường"},
                    {"in": "excerpt", "start": 12, "end": 17, "text": "đường"},
                ],
            }
        ],
    }


def test_words_are_shown_in_lines(notes: Notes, clerk: Actor, capsys: pytest.CaptureFixture[str]):
    notes.add("đường thôn")

    assert main(["search", "duong", "thon", "--as", username(clerk)]) == 0

    out = capsys.readouterr().out
    assert "ghi chú\tđường thôn\t" in out
    assert "Tìm thấy 1 hồ sơ." in out


def test_an_unknown_user_is_refused_in_words(db: None, capsys: pytest.CaptureFixture[str]):
    assert main(["search", "duong", "--as", "khong-co"]) == 1
    assert "Không có tài khoản “khong-co”." in capsys.readouterr().err


def test_a_user_without_office_is_refused_in_words(db: None, capsys: pytest.CaptureFixture[str]):
    account = make.user("moi")

    assert main(["search", "duong", "--as", account.username]) == 1
    assert "không giữ chức vụ nào" in capsys.readouterr().err


def test_misuse_is_told_apart(db: None, capsys: pytest.CaptureFixture[str]):
    assert main(["search", "duong"]) == 2
