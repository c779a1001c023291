"""`petitions repeats` reads a file of records and tells of each its nearest others; no database is touched."""

from __future__ import annotations

import json

from nghitruong.config.cli import main

ROWS = [
    {"id": "A", "text": "Sửa đường ĐH.09 đoạn qua thôn Khe Sen", "place": "xã Yên Sơn, tỉnh An Bình"},
    {"id": "B", "text": "Đề nghị nâng cấp đường huyện 9 đã kiến nghị nhiều lần", "place": "Xã Yên Sơn, tỉnh An Bình"},
    {"id": "C", "text": "Xây chợ Hòa Lâm", "place": None},
]


def told(tmp_path, capsys, rows) -> list[dict]:
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    assert main(["petitions", "repeats", str(path)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_line_for_each_petition(tmp_path, capsys):
    first, second, third = told(tmp_path, capsys, ROWS)

    assert [first["id"], second["id"], third["id"]] == ["A", "B", "C"]
    assert (first["candidates"][0]["id"], first["candidates"][0]["kind"]) == ("B", "same")
    assert "tuyến đường: ĐH9" in first["candidates"][0]["because"]
    assert (first["says_repeated"], first["quote"]) == (False, None)
    assert (second["says_repeated"], second["quote"]) == (True, "kiến nghị nhiều lần")
    assert [c["kind"] for c in third["candidates"]] == []


def test_a_line_that_is_no_record_is_named(tmp_path, capsys):
    path = tmp_path / "rows.jsonl"
    path.write_text('{"id": 1, "text": "Sửa cầu"}\n{"id": 2}\n', encoding="utf-8")

    assert main(["petitions", "repeats", str(path)]) == 2
    assert "Dòng 2" in capsys.readouterr().err


def test_no_such_file(capsys):
    assert main(["petitions", "repeats", "không-có.jsonl"]) == 2
    assert "Không thấy tệp" in capsys.readouterr().err
