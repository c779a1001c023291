import pytest

from nghitruong.intake.rules.reading import read
from nghitruong.intake.rules.record import record

PLAN = """HĐND XÃ MỘC LÂM
Số: 8/KH-HĐND
Mộc Lâm, ngày {day} tháng {month} năm {year}

KẾ HOẠCH
Giám sát việc trả lời kiến nghị

{sentence}
"""


def plan(sentence, day="05", month="4", year="2026"):
    return record(read(PLAN.format(sentence=sentence, day=day, month=month, year=year)))


def doubted(sentence, **day):
    return [cited["number"] for cited in plan(sentence, **day)["cited_documents"] if cited.get("doubtful")]


def test_a_basis_no_longer_in_force_is_pointed_out():
    basis = "Căn cứ Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân số 87/2015/QH13 ngày 20/11/2015;"

    cited = plan(basis)["cited_documents"]

    assert cited[0]["doubtful"] is True
    assert "121/2025/QH15" in cited[0]["why"]
    assert doubted(basis, day="20", month="02", year="2026") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Quyết định này bãi bỏ các nội dung trái với Nghị định số 13/2023/NĐ-CP.",
        "Năm 2024, xã đã tập huấn Nghị định số 13/2023/NĐ-CP.",
        "Căn cứ Nghị quyết về việc bãi bỏ Nghị định số 13/2023/NĐ-CP.",
    ],
)
def test_what_is_repealed_or_only_told_is_not(sentence):
    assert doubted(sentence) == []


def test_an_organ_that_has_ceased_is_pointed_out():
    whole = plan("Giao UBND huyện Mộc Lâm báo cáo kết quả trước ngày 30/5/2026.")

    assert [warning["quote"] for warning in whole["warnings"]] == ["UBND huyện"]


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("Giao UBND huyện Mộc Lâm báo cáo kết quả.", "2024"),
        ("Trước sáp nhập, UBND huyện Mộc Lâm đã xây trường.", "2026"),
        ("Thực hiện Nghị quyết số 21/NQ-HĐND ngày 15/12/2023 của HĐND huyện.", "2026"),
    ],
)
def test_an_organ_of_its_time_or_of_history_is_not(sentence, year):
    assert plan(sentence, year=year)["warnings"] == []
