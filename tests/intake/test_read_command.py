import io
import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from nghitruong.base.errors import Invalid
from tests.intake import samples

pytestmark = pytest.mark.django_db


def test_one_json_line_a_file(tmp_path):
    (tmp_path / "a.txt").write_text(samples.NOTICE, "utf-8")
    (tmp_path / "b.txt").write_text(samples.NEWS, "utf-8")
    out = io.StringIO()

    call_command("read", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--json", stdout=out)

    told = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [one["document_kind"] for one in told] == ["thông báo kết luận", "tin tiếp xúc cử tri"]
    assert told[0]["file"] == str(tmp_path / "a.txt")
    assert {"quantities", "limitations", "tasks", "recipients", "cited_documents", "places"} <= told[0].keys()


def test_a_file_that_is_refused_does_not_stop_the_others(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(samples.NEWS, "utf-8")
    out = io.StringIO()

    with pytest.raises(Invalid):
        call_command("read", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--json", stdout=out)

    told = [json.loads(line) for line in out.getvalue().splitlines()]
    assert "error" in told[0]
    assert told[1]["document_kind"] == "tin tiếp xúc cử tri"


def test_a_file_that_is_not_there_is_misuse(tmp_path):
    with pytest.raises(CommandError):
        call_command("read", str(tmp_path / "khong-co.txt"))
