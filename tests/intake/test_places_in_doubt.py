import datetime as dt

import pytest

from nghitruong.intake.rules.reading import read
from nghitruong.intake.selectors import places_in_doubt
from nghitruong.territory.enums import Level, UnitType
from nghitruong.territory.models import Succession
from tests import factories as make

pytestmark = pytest.mark.django_db
LETTER = """Số: 3/BC-UBND
{place}, ngày 04 tháng 3 năm 2026

BÁO CÁO
Kết quả giải quyết kiến nghị

{sentence}
"""


@pytest.fixture(autouse=True)
def units():
    old = make.unit("Xã Thạch Khê", type=UnitType.XA, valid_from=None, valid_to=dt.date(2025, 6, 30))
    new = make.unit("Xã Mộc Lâm", type=UnitType.XA)
    make.unit("Tỉnh Tây Lĩnh", type=UnitType.TINH, level=Level.PROVINCE, valid_from=None)
    Succession.objects.create(predecessor=old, successor=new, extent=1, on=dt.date(2025, 7, 1), basis="Nghị quyết số 1")


def doubts(place, sentence="Đường làng đã sửa."):
    found = places_in_doubt(read(LETTER.format(place=place, sentence=sentence)))
    return [(one.name, one.is_doubtful, [meant.split(" · ")[1] for meant in one.meant]) for one in found]


def test_a_place_that_stands_on_the_day_is_in_no_doubt():
    assert doubts("Mộc Lâm", "UBND xã Mộc Lâm, tỉnh Tây Lĩnh đã giải quyết.") == []


def test_a_misspelt_place_of_issue_is_shown_with_what_was_meant():
    assert doubts("Mộc Lăm") == [("Mộc Lăm", True, ["xã Mộc Lâm"])]


def test_an_old_unit_is_known_with_what_took_it_over():
    assert doubts("Mộc Lâm", "Đề nghị UBND xã Thạch Khê báo cáo.") == [("xã Thạch Khê", False, ["xã Mộc Lâm"])]


def test_history_needs_no_remark():
    assert doubts("Mộc Lâm", "Trước đây xã Thạch Khê đã xây cầu.") == []


def test_the_name_of_a_person_after_a_unit_is_not_of_it():
    assert doubts("Mộc Lâm", "Chủ tịch UBND xã Mộc Lâm Đặng Hữu Thọ trả lời.") == []
