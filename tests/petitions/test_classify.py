"""Whose matter is it: kind, field, level, agency, with literal reasons."""

from __future__ import annotations

import json
import os
import random
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from nghitruong.config.cli import main
from nghitruong.petitions.rules.competence import DIMENSIONS, Reader, Reading, ReadingRule
from nghitruong.petitions.rules.learning import Learning, Lesson
from nghitruong.petitions.rules.shipped import shipped_fields, shipped_rules

ON = date(2026, 11, 22)
LABELS = Path(__file__).parent.parent / "data" / "petition_labels.jsonl"
REAL = os.environ.get("NGHITRUONG_REAL_PETITIONS", "")
"""A .jsonl file of real petitions kept outside the project; the labels hold ids only."""


def read(text: str, on: date = ON, learning: Learning | None = None) -> Reading:
    return Reader(shipped_rules(), on, learning).read(text)


@pytest.mark.parametrize(
    ("text", "field", "level", "agency"),
    [
        ("Đề nghị sửa mặt đường ĐT.712 đoạn qua thôn Mẫu", "giao-thong", "province", "Sở Xây dựng"),
        ("Quốc lộ 999 hư hỏng, mong sớm sửa chữa", "giao-thong", "central", "Bộ Xây dựng"),
        ("Lắp đèn chiếu sáng ngõ xóm Mẫu", "dien", "commune", "Ủy ban nhân dân cấp xã"),
        ("Nâng công suất trạm biến áp xóm Mẫu, điện yếu", "dien", "province", "Công ty Điện lực"),
        ("Tăng phụ cấp cho trưởng thôn", "can-bo", "province", "Sở Nội vụ"),
        ("Mong cấp sổ đỏ cho các hộ đã đo đạc", "giay-chung-nhan", "commune", "Ủy ban nhân dân cấp xã"),
        ("Đề nghị Quốc hội sửa đổi Luật Đất đai", "quan-ly-dat", "central", "Quốc hội"),
        ("Ma túy, trộm cắp ở khu phố Mẫu", "an-ninh", "commune", "Công an cấp xã"),
        ("Đề nghị Bộ Y tế bổ sung thuốc chữa bệnh", "y-te", "central", "Bộ Y tế"),
    ],
)
def test_field_level_and_agency_are_proposed(text, field, level, agency):
    told = read(text)

    assert (told.kind, told.field, told.level, told.agency) == ("petition", field, level, agency)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Cử tri phấn khởi, cảm ơn chính quyền đã làm xong cầu Mẫu", "thanks"),
        ("Cảm ơn xã đã làm đường, đề nghị làm tiếp đoạn còn lại", "petition"),
        ("Tôi cho rằng hội nghị tổ chức như vậy là tốt", "opinion"),
        ("Nước giếng ở xóm Mẫu bị ô nhiễm", "petition"),
    ],
)
def test_kind_is_proposed(text, kind):
    assert read(text).kind == kind


def test_accents_tell_words_apart():
    assert read("Công ty Mía đường mẫu thu mua chậm").field == "trong-trot"
    assert read("Đề nghị nâng cấp cầu").field == "giao-thong"
    assert read("Đề nghị đáp ứng nhu cầu").field == "khac-noi-dung"


def test_text_without_accents_and_decomposed_text_are_read():
    text = "Đề nghị sửa mặt đường ĐT.712"

    assert read("De nghi sua mat duong DT.712").field == "giao-thong"
    assert read(unicodedata.normalize("NFD", text)).level == read(text).level == "province"


def test_reasons_are_literal_and_silence_is_said():
    text = "Đề nghị xây kè bờ sông Mẫu, nạo vét kênh mương."

    told = read(text)

    assert all(text[reason.start : reason.end] == reason.quote for reason in told.because)
    assert {reason.quote for reason in told.why("field")} >= {"xây kè", "bờ sông"}
    assert read("Xin chào").unsupported == DIMENSIONS


def test_agency_follows_the_day_and_the_old_name_finds_its_successor():
    text = "Đề nghị Sở Giao thông vận tải sửa tỉnh lộ 712"

    assert read(text, date(2024, 5, 1)).agency == "Sở Giao thông vận tải"
    now = read(text)
    assert (now.agency, now.why("agency")[0].quote) == ("Sở Xây dựng", "Sở Giao thông vận tải")


def test_confirmed_cases_teach_what_rules_do_not_know():
    lessons = [Lesson(f"Bến thuyền Mẫu {n} cần người trông coi", {"field": "thuy-san"}) for n in "abcdefgh"]
    others = [Lesson(f"Sân phơi {n} cần mái che", {"field": "trong-trot"}) for n in "abcdefgh"]
    learnt = Learning.from_json(json.loads(json.dumps(Learning.of([*lessons, *others] * 10).to_json())))
    text = "Bến thuyền xóm dưới chưa ai trông coi"

    told = read(text, learning=learnt)

    assert read(text).field == "khac-noi-dung"
    assert told.field == "thuy-san"
    assert all(reason.is_learnt and text[reason.start : reason.end] == reason.quote for reason in told.why("field"))


def test_council_rule_speaks_and_an_empty_value_silences():
    own = ReadingRule("field", "du-lich-mau", 9, ("homestay",), is_own=True)
    stop = ReadingRule("field", "", 0, ("đường hoa",), is_own=True)

    reader = Reader([*shipped_rules(), own, stop], ON)

    assert reader.read("Mở thêm homestay").field == "du-lich-mau"
    assert reader.read("Mong giữ đường hoa").field == "khac-noi-dung"


def test_every_shipped_rule_names_a_known_field_and_level():
    fields = set(shipped_fields())
    used = {rule.value for rule in shipped_rules() if rule.dimension == "field" and rule.value}

    assert used == fields
    assert {rule.for_field for rule in shipped_rules() if rule.for_field} <= fields
    assert {rule.value for rule in shipped_rules() if rule.dimension == "level"} == {
        "", "central", "province", "commune",
    }  # fmt: skip


def test_command_prints_one_line_a_petition(tmp_path, capsys):
    file = tmp_path / "a.jsonl"
    file.write_text('{"id": "a", "text": "Lắp đèn đường"}\n\n{"id": "b", "text": ""}\n', encoding="utf-8")

    assert main(["petitions", "classify", str(file)]) == 0

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["id"] for line in lines] == ["a", "b"]
    assert lines[0]["field"] == "dien"
    assert lines[1]["field"] is None


def test_command_names_the_line_it_cannot_read(tmp_path, capsys):
    file = tmp_path / "a.jsonl"
    file.write_text('{"id": "a", "text": "x"}\nnot json\n', encoding="utf-8")

    assert main(["petitions", "classify", str(file)]) == 2
    assert "2" in capsys.readouterr().err


@pytest.mark.skipif(not REAL, reason="NGHITRUONG_REAL_PETITIONS names no file")
def test_accuracy_on_real_petitions_by_cross_validation(record_property):
    texts = {row["id"]: row["text"] for row in map(json.loads, Path(REAL).read_text(encoding="utf-8").splitlines())}
    labels = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    random.Random(1).shuffle(labels)  # noqa: S311 -- folds, not secrets
    right = dict.fromkeys(DIMENSIONS, 0)
    for fold in range(10):
        taught = [row for place, row in enumerate(labels) if place % 10 != fold]
        learnt = Learning.of(
            Lesson(texts[row["id"]], {name: row[name] for name in ("kind", "field", "level")}) for row in taught
        )
        reader = Reader(shipped_rules(), ON, learnt)
        for row in labels[fold::10]:
            text = texts[row["id"]]
            told = reader.read(text)
            assert all(text[reason.start : reason.end] == reason.quote for reason in told.because)
            for name in DIMENSIONS:
                right[name] += getattr(told, name) == row[name]
    shares = {name: count / len(labels) for name, count in right.items()}
    record_property("accuracy", shares)
    assert len(labels) >= 150
    assert min(shares["field"], shares["level"]) >= 0.80, shares
