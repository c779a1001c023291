"""Groups as conclusions name them."""

from __future__ import annotations

import pytest

from nghitruong.coordination.enums import Group
from nghitruong.coordination.rules import group_of


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
