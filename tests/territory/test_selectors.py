"""Finding units: by code, name, old name, without accents, on a day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nghitruong.base.errors import Invalid
from nghitruong.language import fold
from nghitruong.territory import selectors
from nghitruong.territory.enums import Extent, Level
from nghitruong.territory.models import Unit
from nghitruong.territory.services import Loaded

OLD = dt.date(2025, 6, 30)
NEW = dt.date(2025, 7, 1)
TODAY = dt.date(2026, 11, 22)


def named(found: list[Unit]) -> list[tuple[str, str]]:
    return [(unit.code, unit.name) for unit in found]


def test_a_code_means_another_unit_on_another_day(register: Loaded):
    before, after = selectors.by_code("21439", OLD), selectors.by_code("21439", NEW)

    assert (str(before), str(after)) == ("Phường Nguyễn Nghiêm", "Phường Đức Phổ")
    assert selectors.by_code("534", TODAY) is None


@pytest.mark.parametrize(
    ("text", "on", "expected"),
    [
        ("21439", TODAY, [("21439", "Phường Đức Phổ")]),
        ("21439", OLD, [("21439", "Phường Nguyễn Nghiêm")]),
        ("Đức Phổ", TODAY, [("21439", "Phường Đức Phổ")]),
        ("phường Đức Phổ", TODAY, [("21439", "Phường Đức Phổ")]),
        ("P. Đức Phổ", TODAY, [("21439", "Phường Đức Phổ")]),
        ("phuong duc pho", TODAY, [("21439", "Phường Đức Phổ")]),
        ("xã Đức Phổ", TODAY, []),
        ("thị xã Đức Phổ", None, [("534", "Thị xã Đức Phổ")]),
        ("TX Đức Phổ", None, [("534", "Thị xã Đức Phổ")]),
        ("thi xa duc pho", OLD, [("534", "Thị xã Đức Phổ")]),
        ("Đức Phố", None, []),
        ("Phổ An, Quảng Ngãi", None, [("21442", "Xã Phổ An")]),
        ("Lộc Ninh, thành phố Đồng Nai", TODAY, [("25270", "Phường Lộc Ninh")]),
        ("Lộc Ninh, Đồng Nai", NEW, [("25270", "Xã Lộc Ninh")]),
        ("75", OLD, [("75", "Tỉnh Đồng Nai")]),
        ("Đồng Nai", TODAY, [("75", "Thành phố Đồng Nai")]),
        ("Phường 04, Quận 4", OLD, [("27283", "Phường 4")]),
        ("Hiệp Hoà, Bắc Ninh", TODAY, [("07840", "Phường Hiệp Hòa")]),
        ("", TODAY, []),
        ("00000", TODAY, []),
    ],
)
def test_lookup(register: Loaded, text: str, on: dt.date | None, expected: list[tuple[str, str]]):
    assert named(selectors.lookup(text, on)) == expected


def test_lookup_is_one_query(register: Loaded, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = selectors.lookup("Tân Phú")
        names = [selectors.label(unit) for unit in found]

    assert len(names) > 10


def test_standing_units_come_first(register: Loaded):
    ended = [unit.valid_to is not None for unit in selectors.lookup("Tân Phú")]

    assert ended == sorted(ended)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_folded_names_are_found(register: Loaded, data: st.DataObject):
    codes = ["01", "534", "21439", "75", "25270", "24412", "31311", "27283", "32248", "20333", "00004", "15103"]
    unit = data.draw(st.sampled_from(list(Unit.objects.filter(code__in=codes).order_by("pk"))))
    text = data.draw(
        st.sampled_from([unit.name, unit.bare_name, fold(unit.name), fold(unit.bare_name), unit.name.upper()])
    )

    assert unit in selectors.lookup(text)


def test_every_name_is_found_without_accents(register: Loaded):
    """The reading of names, over the whole register and without the database."""
    from nghitruong.territory import rules

    lost = [
        name
        for name, kind, folded in Unit.objects.values_list("name", "type", "folded").distinct()
        if not any(reading.folded == folded and kind in reading.types for reading in rules.readings(fold(name)))
    ]

    assert lost == []


def test_a_misspelt_name_gives_marked_hints(register: Loaded):
    found = [(hint.unit.code, hint.why) for hint in selectors.hints("thị xã Đức Phố")]

    assert found[0] == ("534", "khác dấu")


def test_wrong_letters_give_hints(register: Loaded):
    found = [(hint.unit.code, hint.why) for hint in selectors.hints("Sa Huynhh", TODAY)]

    assert found[0] == ("21478", "gần giống")


def test_pick_takes_an_offered_line_back(register: Loaded):
    for unit in [*selectors.lookup("21439"), *selectors.lookup("Đức Phổ")]:
        assert selectors.pick(selectors.label(unit)) == unit


def test_pick_prefers_the_one_standing_unit(register: Loaded):
    assert selectors.pick("Đức Phổ, Quảng Ngãi").name == "Phường Đức Phổ"


def test_pick_asks_back(register: Loaded):
    with pytest.raises(Invalid, match=r"^Không có đơn vị hành chính «Đức Phố»\. Có phải: .*534 · thị xã Đức Phổ"):
        selectors.pick("Đức Phố")
    with pytest.raises(Invalid, match=r"^Có nhiều đơn vị tên «Tân Phú»"):
        selectors.pick("Tân Phú")


def test_starting_offers_standing_units_first(register: Loaded):
    offered = selectors.starting("đức ph")

    assert (offered[0].code, len(offered)) == ("21439", 9)


def test_successors_of_a_district_are_those_of_its_communes(register: Loaded):
    town = Unit.objects.get(code="534")

    found = [(kin.unit.code, kin.extent) for kin in selectors.successors(town)]

    assert sorted(found) == [(code, Extent.PART) for code in ("21439", "21451", "21457", "21472", "21478")]


def test_successors_on_a_day_follow_every_change(register: Loaded):
    old = selectors.by_code("25270", OLD)

    names = {day: [unit.in_text for unit in selectors.current(old, day)] for day in (OLD, NEW, TODAY)}

    assert names == {OLD: ["thị trấn Lộc Ninh"], NEW: ["xã Lộc Ninh"], TODAY: ["phường Lộc Ninh"]}


def test_an_island_district_without_communes_went_whole(register: Loaded):
    island = Unit.objects.get(level=Level.DISTRICT, name="Huyện Lý Sơn")

    assert [(kin.unit.name, kin.extent) for kin in selectors.successors(island)] == [("Đặc khu Lý Sơn", Extent.WHOLE)]


def test_full_names(register: Loaded, django_assert_num_queries):
    old, new = selectors.by_code("21439", OLD), selectors.by_code("21439", NEW)

    with django_assert_num_queries(0):
        names = selectors.full_name(old), selectors.full_name(new)

    assert names == ("phường Nguyễn Nghiêm, thị xã Đức Phổ, tỉnh Quảng Ngãi", "phường Đức Phổ, tỉnh Quảng Ngãi")


@pytest.mark.parametrize(
    ("code", "day", "count"),
    [("51", OLD, 13), ("51", NEW, 96), ("75", NEW, 95), ("75", dt.date(2026, 4, 29), 95), ("75", TODAY, 95), ("534", OLD, 15)],
)  # fmt: skip
def test_children_on_a_day(register: Loaded, code: str, day: dt.date, count: int):
    unit = selectors.by_code(code, day)

    assert (len(selectors.children(unit, day)), len(selectors.children(unit))) == (count, count)


def test_what_a_commune_lay_in_on_a_day(register: Loaded):
    ward = Unit.objects.on(TODAY).get(level=Level.COMMUNE, name="Phường Biên Hòa")

    lay_in = [str(selectors.parent_on(ward, day)) for day in (NEW, dt.date(2026, 4, 29), dt.date(2026, 4, 30))]

    assert lay_in == ["Tỉnh Đồng Nai", "Tỉnh Đồng Nai", "Thành phố Đồng Nai"]
