"""The command `nghitruong territory`: contract, exit codes, words."""

from __future__ import annotations

import json

import pytest

from nghitruong.config.cli import main
from nghitruong.territory.services import Loaded


def test_answers_in_json(register: Loaded, capsys: pytest.CaptureFixture[str]):
    code = main(["territory", "21439", "--on", "2025-06-30", "--json"])

    [unit] = json.loads(capsys.readouterr().out)
    assert code == 0
    assert {key: unit[key] for key in ("code", "name", "level", "valid_from", "valid_to")} == {
        "code": "21439", "name": "Phường Nguyễn Nghiêm", "level": "commune",
        "valid_from": None, "valid_to": "2025-06-30",
    }  # fmt: skip
    assert (unit["parent"]["code"], unit["predecessors"]) == ("534", [])
    assert [(one["code"], one["name"], one["extent"]) for one in unit["successors"]] == [
        ("21439", "Phường Đức Phổ", "whole")
    ]


def test_the_code_means_another_unit_today(register: Loaded, capsys: pytest.CaptureFixture[str]):
    main(["territory", "21439", "--json"])

    [unit] = json.loads(capsys.readouterr().out)
    assert (unit["name"], unit["valid_from"], unit["valid_to"], len(unit["predecessors"])) == (
        "Phường Đức Phổ", "2025-07-01", None, 5,
    )  # fmt: skip


def test_a_vanished_unit_is_found_without_a_day(register: Loaded, capsys: pytest.CaptureFixture[str]):
    code = main(["territory", "thị xã Đức Phổ", "--json"])

    [unit] = json.loads(capsys.readouterr().out)
    assert (code, unit["code"], len(unit["successors"])) == (0, "534", 5)


def test_reads_as_a_table(register: Loaded, capsys: pytest.CaptureFixture[str]):
    main(["territory", "534", "--on", "30/06/2025"])

    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "thị xã Đức Phổ, tỉnh Quảng Ngãi"
    assert "  Kế thừa       21439 Phường Đức Phổ, 01/07/2025, một phần" in lines


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["Đức Phố"], 1, "Có phải (khác dấu): 534 · thị xã Đức Phổ, tỉnh Quảng Ngãi"),
        (["534", "--on", "2026-01-01"], 1, "Vào ngày khác: 534 · thị xã Đức Phổ"),
        (["Xyzzy"], 1, "Không có đơn vị hành chính «Xyzzy»."),
        (["534", "--on", "hôm qua"], 2, "Không đọc được ngày «hôm qua»"),
    ],
)
def test_refuses_in_words(register: Loaded, capsys: pytest.CaptureFixture[str], words: list[str], code: int, told: str):
    found = main(["territory", *words])

    shown = capsys.readouterr()
    assert (found, shown.out) == (code, "")
    assert told in shown.err
