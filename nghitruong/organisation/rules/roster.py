"""Reading an office's list of delegates: headers in many wordings, cells as text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from nghitruong.language import fold, normalise, parse_date, parse_int
from nghitruong.organisation.enums import CommitteeField, Role

HEADERS: dict[str, tuple[str, ...]] = {
    "name": ("ho va ten", "ho ten", "ten dai bieu", "dai bieu", "ho va ten dai bieu", "ho ten dai bieu"),
    "family": ("ho", "ho dem", "ho va dem", "ho va ten dem", "ho ten dem", "ho va chu dem"),
    "given": ("ten",),
    "born": ("ngay sinh", "ngay thang nam sinh", "nam sinh", "sinh ngay", "ngay thang sinh", "sinh nam"),
    "sex": ("gioi tinh", "nam nu", "gioi", "phai"),
    "female": ("nu",),
    "ethnicity": ("dan toc",),
    "position": ("chuc vu", "chuc danh", "nhiem vu", "chuc vu trong hdnd", "chuc vu hdnd", "chuc vu chuc danh"),
    "group": ("to", "to dai bieu", "to so", "to dai bieu so", "to dai bieu hdnd", "sinh hoat tai to"),
    "committee": ("ban", "ban hdnd", "ban cua hdnd", "thanh vien ban", "tham gia ban"),
    "full_time": ("chuyen trach", "chuyen trach kiem nhiem", "hinh thuc hoat dong", "hoat dong chuyen trach"),
    "phone": ("dien thoai", "so dien thoai", "sdt", "di dong"),
    "start": ("tu ngay", "ngay bat dau", "giu chuc vu tu ngay"),
    "title": ("danh xung", "ong ba"),
}
LABELS = {
    "name": "Họ và tên", "born": "Ngày sinh", "sex": "Nam, nữ", "ethnicity": "Dân tộc", "position": "Chức vụ",
    "group": "Tổ", "committee": "Ban", "full_time": "Chuyên trách", "phone": "Điện thoại", "start": "Từ ngày",
}  # fmt: skip
FIELDS = (
    (CommitteeField.LEGAL, ("phap che",)),
    (CommitteeField.ECONOMY_BUDGET, ("kinh te ngan sach", "kt ns", "ktns")),
    (CommitteeField.CULTURE_SOCIETY, ("van hoa xa hoi", "vh xh", "vhxh")),
    (CommitteeField.ECONOMY_SOCIETY, ("kinh te xa hoi", "kt xh", "ktxh")),
    (CommitteeField.URBAN, ("do thi",)),
    (CommitteeField.ETHNIC, ("dan toc",)),
)
YES = {"x", "v", "co", "1", "dung", "chuyen trach"}
NO = {"", "0", "khong", "kiem nhiem", "ko"}
HEAD_ROWS = 20
MOST_ROWS = 2000
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_PARTS = re.compile(r"[,;\n/]|\s+kiêm\s+|\s+đồng thời\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Position:
    """A role told in a cell; `field` names the committee where the text does."""

    role: Role
    field: str = ""


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One line of a list, read. `faults` say, in words, why it cannot be taken in."""

    number: int
    cells: Mapping[str, str]
    name: str = ""
    born_on: date | None = None
    born_in: int | None = None
    is_female: bool | None = None
    ethnicity: str = ""
    phone: str = ""
    title: str = ""
    work: str = ""
    start: date | None = None
    positions: tuple[Position, ...] = ()
    committee: str = ""
    group: str = ""
    is_full_time: bool = False
    faults: tuple[str, ...] = field(default=())


def _plain(text: str) -> str:
    return fold(_IN_BRACKETS.sub(" ", text)).replace("hoi dong nhan dan", "hdnd").replace("uy ban nhan dan", "ubnd")


def columns(header: Sequence[str]) -> dict[str, int]:
    """Return which column holds what, by the words of a header row; the first of two wins."""
    known = {wording: key for key, wordings in HEADERS.items() for wording in wordings}
    plain = [_plain(cell) for cell in header]
    if "nu" in plain and "nam" in plain:
        known["nam"] = "male"
    found: dict[str, int] = {}
    for place, text in enumerate(plain):
        key = known.get(text)
        if key is None:
            begun = [wording for wording in known if len(wording) > 4 and text.startswith(wording + " ")]
            key = known[max(begun, key=len)] if begun else None
        if key is not None:
            found.setdefault(key, place)
    return found


def find_header(rows: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]] | None:
    """Return (row, columns) of the header: the first row that names the person, with at least one more column."""
    for place, row in enumerate(rows[:HEAD_ROWS]):
        found = columns(row)
        if ("name" in found or ("family" in found and "given" in found)) and len(found) > 1:
            return place, found
    return None


def records(rows: Sequence[Sequence[str]], first: int = 1) -> list[tuple[int, dict[str, str]]]:
    """Return (row number in the file, cells by meaning) of each line under the header; empty lines left out.

    Raises ValueError where no header is found.
    """
    header = find_header(rows)
    if header is None:
        raise ValueError(_("Không thấy dòng tiêu đề có cột «Họ và tên» và ít nhất một cột khác."))
    place, found = header
    taken = []
    for offset, row in enumerate(rows[place + 1 :], start=place + 1):
        cells = {key: normalise(row[at]).lstrip("'") for key, at in found.items() if at < len(row)}
        if "family" in cells or "given" in cells:
            cells.setdefault("name", f"{cells.pop('family', '')} {cells.pop('given', '')}".strip())
        if any(cells.get(key) for key in ("name", "born", "position", "phone")):
            taken.append((first + offset, cells))
    return taken


def read(number: int, cells: Mapping[str, str], *, today: date) -> RosterRow:
    """Read one line. What cannot be understood becomes a fault, never a guess."""
    faults: list[str] = []
    born_text, is_female = _sex_and_birth(cells, faults)
    born_on, born_in = _birth(born_text, today, faults)
    name = normalise(cells.get("name", ""))
    if not name:
        faults.append(_("Thiếu họ và tên."))
    elif len(name.split()) < 2 or any(letter.isdigit() for letter in name):
        faults.append(_("«%(name)s» không giống họ và tên.") % {"name": name})
    start_text = cells.get("start", "")
    start = parse_date(start_text) if start_text else None
    if start_text and start is None:
        faults.append(_("Không đọc được ngày «%(text)s» ở cột Từ ngày.") % {"text": start_text})
    full_time = fold(cells.get("full_time", ""))
    if full_time not in YES | NO and not full_time.startswith(("chuyen trach", "kiem nhiem")):
        faults.append(_("Không hiểu «%(text)s» ở cột Chuyên trách.") % {"text": cells["full_time"]})
    found, work = positions(cells.get("position", ""))
    return RosterRow(
        number=number,
        cells=dict(cells),
        name=name,
        born_on=born_on,
        born_in=born_in,
        is_female=is_female,
        ethnicity=cells.get("ethnicity", ""),
        phone=cells.get("phone", ""),
        title=cells.get("title", ""),
        work=work,
        start=start,
        positions=tuple(found),
        committee=cells.get("committee", ""),
        group=cells.get("group", ""),
        is_full_time=full_time in YES or full_time.startswith("chuyen trach"),
        faults=tuple(faults),
    )


def _sex_and_birth(cells: Mapping[str, str], faults: list[str]) -> tuple[str, bool | None]:
    """Sex from its column, or from which of the columns Nam and Nữ holds a mark or the birth date."""
    born, male, female = cells.get("born", ""), cells.get("male", ""), cells.get("female", "")
    if male and female:
        faults.append(_("Cả hai cột Nam và Nữ đều có chữ."))
        return born, None
    if male or female:
        mark = male or female
        if fold(mark) not in YES:
            born = born or mark
        return born, bool(female)
    told = fold(cells.get("sex", ""))
    if told not in {"", "nam", "nu"}:
        faults.append(_("Không hiểu «%(text)s» ở cột Nam, nữ.") % {"text": cells["sex"]})
    return born, {"nam": False, "nu": True}.get(told)


def _birth(text: str, today: date, faults: list[str]) -> tuple[date | None, int | None]:
    if not text:
        return None, None
    day = parse_date(text)
    if day is not None and day > today and day.year >= 2000 and not re.search(r"\d{4}", text):
        day = day.replace(year=day.year - 100)
    if day is not None:
        if not date(1900, 1, 1) <= day <= today:
            faults.append(_("Ngày sinh «%(text)s» ở tương lai hoặc trước năm 1900.") % {"text": text})
        return day, day.year
    year = parse_int(text)
    if year is not None and 1900 <= year <= today.year:
        return None, year
    faults.append(_("Không đọc được ngày sinh «%(text)s».") % {"text": text})
    return None, None


def field_of(text: str) -> str:
    """Return the field of the committee that a text names, "" where it names none."""
    plain = f" {fold(text)} "
    return next((key.value for key, words in FIELDS if any(f" {word} " in plain for word in words)), "")


def group_number(text: str) -> str:
    """Return the number by which a group is known ("Tổ số 03" → "3"), "" where there is none."""
    found = re.search(r"\d+", text)
    return found[0].lstrip("0") if found else ""


_COMMITTEE_ROLES = (
    (re.compile(r"(pho truong ban|pho ban)\b ?(.*)"), Role.COMMITTEE_DEPUTY),
    (re.compile(r"(truong ban)\b ?(.*)"), Role.COMMITTEE_HEAD),
    (re.compile(r"(uy vien|thanh vien) ban\b ?(.*)"), Role.COMMITTEE_MEMBER),
)
_OTHERS_ROLES = (
    (re.compile(r"pho chu tich( thuong truc)?( hdnd\b.*)?"), Role.VICE_CHAIR),
    (re.compile(r"chu tich( hdnd\b.*)?"), Role.CHAIR),
    (re.compile(r"(uy vien thuong truc|uv thuong truc|uvtt)( hdnd\b.*)?"), Role.STANDING_MEMBER),
    (re.compile(r"(to truong|truong to)( to dai bieu\b.*| dai bieu\b.*| so \d+)?"), Role.GROUP_HEAD),
    (re.compile(r"(to pho|pho to truong|pho truong to)( to dai bieu\b.*| dai bieu\b.*| so \d+)?"), Role.GROUP_DEPUTY),
    (re.compile(r"chu tich ubnd\b.*"), Role.PC_CHAIR),
    (re.compile(r"(pho chu tich|uy vien) ubnd\b.*"), Role.PC_MEMBER),
    (re.compile(r"(dai bieu|db)( hdnd\b.*)?"), Role.DELEGATE),
)


def positions(text: str) -> tuple[list[Position], str]:
    """Return (roles told, what else the cell says). Offices outside the council stay words."""
    found: list[Position] = []
    rest: list[str] = []
    for part in (piece.strip() for piece in _PARTS.split(text)):
        position = _position(_plain(part)) if part else None
        if position is not None:
            found.append(position)
        elif part:
            rest.append(part)
    return found, ", ".join(rest)[:160]


def _position(plain: str) -> Position | None:
    for form, role in _COMMITTEE_ROLES:
        match = form.fullmatch(plain)
        if match:
            told = match[2]
            named = field_of(told)
            return Position(role, named) if named or told in {"", "hdnd"} else None
    return next((Position(role) for form, role in _OTHERS_ROLES if form.fullmatch(plain)), None)
