"""Groups as conclusions name them, and the meetings that titles name."""

from __future__ import annotations

import pytest

from nghitruong.coordination.enums import Group
from nghitruong.coordination.rules import group_of, meeting_of


@pytest.mark.parametrize(
    ("words", "group"),
    [
        ("UBND các xã, phường", Group.COMMUNE_COMMITTEES),
        ("Ủy ban nhân dân 15 xã, phường", Group.COMMUNE_COMMITTEES),
        ("các xã, phường", Group.COMMUNE_COMMITTEES),
        ("các địa phương", Group.COMMUNE_COMMITTEES),
        ("Thường trực HĐND các xã, phường", Group.COMMUNE_STANDING),
        ("Ủy ban MTTQ Việt Nam các xã, phường", Group.COMMUNE_FRONTS),
        ("Các Ban HĐND", Group.COMMITTEES),
        ("các Ban của Hội đồng nhân dân", Group.COMMITTEES),
        ("Tổ trưởng các Tổ đại biểu HĐND", Group.GROUPS),
        ("các phòng, ban chuyên môn", Group.DEPARTMENTS),
        ("Phòng Kinh tế", ""),
        ("UBND phường Mẫu", ""),
        ("", ""),
    ],
)
def test_group_of(words, group):
    assert group_of(words) == group


@pytest.mark.parametrize(
    ("title", "meeting"),
    [
        ("Kết luận của Thường trực HĐND phường tại Hội nghị giao ban quý I, ngày 20/11/2026",
         "Hội nghị giao ban quý I"),
        ("Kết luận của Thường trực tại cuộc họp về bến đò tại khu phố 3 ngày 02 tháng 3 năm 2026.",
         "cuộc họp về bến đò tại khu phố 3"),
        ("Thông báo kết luận phiên họp thứ hai", "phiên họp thứ hai"),
        ("Ý kiến của Chủ tịch tại buổi làm việc với Phòng Kinh tế", "buổi làm việc với Phòng Kinh tế"),
        ("Hội nghị giao ban tháng 3", "Hội nghị giao ban tháng 3"),
        ("Kết luận về chuẩn bị kỳ họp thứ tư", ""),
        ("Kết luận về công trình tại khu phố 3", ""),
        ("Về việc sửa chữa trường học", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_a_title_names_its_meeting(title, meeting):
    assert meeting_of(title) == meeting


@pytest.mark.parametrize(
    ("title", "meeting"),
    [
        ("Giao ban quý I với các tổ (ngày 02/3/2026)", "Giao ban quý I với các tổ"),
        ("Làm việc với Phòng Kinh tế", "Làm việc với Phòng Kinh tế"),
        ("Kết luận tại Hội nghị giao ban", "Hội nghị giao ban"),
        ("Kết luận của Thường trực", ""),
    ],
)
def test_a_meeting_is_called_by_its_title(title, meeting):
    assert meeting_of(title, of_meeting=True) == meeting
