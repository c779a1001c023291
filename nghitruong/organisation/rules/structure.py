"""Which organs a council has, by level and era (law.md 2.2, 2.3): the template for setting one up.

The names of departments are a starting list that an office edits; no article is claimed for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nghitruong.organisation.enums import CommitteeField, OrganKind
from nghitruong.territory.enums import Level, UnitType

TWO_TIERS_FROM = date(2025, 7, 1)

COMMITTEE_NAMES = {
    CommitteeField.LEGAL: "Pháp chế",
    CommitteeField.ECONOMY_BUDGET: "Kinh tế - Ngân sách",
    CommitteeField.CULTURE_SOCIETY: "Văn hóa - Xã hội",
    CommitteeField.ECONOMY_SOCIETY: "Kinh tế - Xã hội",
    CommitteeField.URBAN: "Đô thị",
    CommitteeField.ETHNIC: "Dân tộc",
}

PROVINCE_DEPARTMENTS = (
    "Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính", "Sở Công Thương", "Sở Nông nghiệp và Môi trường", "Sở Xây dựng",
    "Sở Khoa học và Công nghệ", "Sở Giáo dục và Đào tạo", "Sở Y tế", "Sở Văn hóa, Thể thao và Du lịch", "Thanh tra",
    "Văn phòng Ủy ban nhân dân",
)  # fmt: skip
WARD_DEPARTMENTS = ("Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa - Xã hội", "Trung tâm Phục vụ hành chính công")
COMMUNE_DEPARTMENTS = ("Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Trung tâm Phục vụ hành chính công")
OLD_PROVINCE_DEPARTMENTS = (
    "Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính", "Sở Kế hoạch và Đầu tư", "Sở Công Thương",
    "Sở Nông nghiệp và Phát triển nông thôn", "Sở Tài nguyên và Môi trường", "Sở Giao thông vận tải", "Sở Xây dựng",
    "Sở Khoa học và Công nghệ", "Sở Thông tin và Truyền thông", "Sở Lao động - Thương binh và Xã hội",
    "Sở Giáo dục và Đào tạo", "Sở Y tế", "Sở Văn hóa, Thể thao và Du lịch", "Thanh tra", "Văn phòng Ủy ban nhân dân",
)  # fmt: skip
OLD_DISTRICT_DEPARTMENTS = (
    "Phòng Nội vụ", "Phòng Tư pháp", "Phòng Tài chính - Kế hoạch", "Phòng Tài nguyên và Môi trường",
    "Phòng Lao động - Thương binh và Xã hội", "Phòng Văn hóa và Thông tin", "Phòng Giáo dục và Đào tạo",
    "Phòng Y tế", "Phòng Kinh tế", "Thanh tra",
)  # fmt: skip
OLD_HUYEN = ("Phòng Nông nghiệp và Phát triển nông thôn", "Phòng Kinh tế và Hạ tầng")
OLD_TOWN = ("Phòng Quản lý đô thị",)

_TYPE_WORDS = (
    "Thành phố", "Thị xã", "Thị trấn", "Đặc khu", "Tỉnh", "Huyện", "Quận", "Xã", "Phường",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Planned:
    """An organ to be made. `under` is the kind of its parent; "" stands on its own."""

    kind: OrganKind
    name: str
    short_name: str = ""
    field: str = ""
    under: str = ""


def place(unit_name: str) -> str:
    """Return a unit's name as it runs inside a sentence: "phường Đức Phổ"."""
    for word in _TYPE_WORDS:
        if unit_name.startswith(word + " "):
            return word[0].lower() + unit_name[1:]
    return unit_name


def is_old_era(day: date) -> bool:
    """Say whether this day lies before the two tiers of 1/7/2025."""
    return day < TWO_TIERS_FROM


def committees_due(*, level: str, unit_type: str, ethnic: bool = False, old_era: bool = False) -> list[CommitteeField]:
    """Return the committees a council of this level has (ORG-21 to ORG-25; the old era by law.md 2.2)."""
    if old_era:
        if level == Level.PROVINCE:
            due = [CommitteeField.LEGAL, CommitteeField.ECONOMY_BUDGET, CommitteeField.CULTURE_SOCIETY]
            return [*due, *([CommitteeField.URBAN] if unit_type == UnitType.THANH_PHO_TW else [])] + (
                [CommitteeField.ETHNIC] if ethnic else []
            )
        due = [CommitteeField.LEGAL, CommitteeField.ECONOMY_SOCIETY]
        return [*due, CommitteeField.ETHNIC] if ethnic and level == Level.DISTRICT else due
    if level == Level.COMMUNE:
        return [CommitteeField.ECONOMY_BUDGET, CommitteeField.CULTURE_SOCIETY]
    due = [CommitteeField.LEGAL, CommitteeField.ECONOMY_BUDGET, CommitteeField.CULTURE_SOCIETY]
    if unit_type == UnitType.THANH_PHO_TW:
        due.append(CommitteeField.URBAN)
    return [*due, CommitteeField.ETHNIC] if ethnic else due


def departments_of(*, level: str, unit_type: str, old_era: bool) -> tuple[str, ...]:
    """Return the usual departments of a People's Committee, as a list to start from."""
    if level == Level.PROVINCE:
        return OLD_PROVINCE_DEPARTMENTS if old_era else PROVINCE_DEPARTMENTS
    if level == Level.DISTRICT:
        return OLD_DISTRICT_DEPARTMENTS + (OLD_HUYEN if unit_type == UnitType.HUYEN else OLD_TOWN)
    if old_era:
        return ()
    return WARD_DEPARTMENTS if unit_type == UnitType.PHUONG else COMMUNE_DEPARTMENTS


def council_plan(
    *, unit_name: str, level: str, unit_type: str, on: date, ethnic: bool = False, groups: int = 0
) -> list[Planned]:
    """Return the organs of a council set up on this day, the council first."""
    where, old_era = place(unit_name), is_old_era(on)
    hdnd, ubnd = OrganKind.COUNCIL, OrganKind.PEOPLES_COMMITTEE
    plan = [
        Planned(hdnd, f"Hội đồng nhân dân {where}", f"HĐND {where}"),
        Planned(OrganKind.STANDING, f"Thường trực Hội đồng nhân dân {where}", f"Thường trực HĐND {where}", under=hdnd),
    ]
    for field in committees_due(level=level, unit_type=unit_type, ethnic=ethnic, old_era=old_era):
        name = f"Ban {COMMITTEE_NAMES[field]}"
        plan.append(Planned(OrganKind.COMMITTEE, f"{name} Hội đồng nhân dân {where}", name, field, hdnd))
    for number in range(1, groups + 1):
        name = f"Tổ đại biểu số {number}"
        plan.append(Planned(OrganKind.GROUP, f"{name} Hội đồng nhân dân {where}", name, under=hdnd))
    plan.append(_office(level, where, hdnd, old_era=old_era))
    plan.append(Planned(ubnd, f"Ủy ban nhân dân {where}", f"UBND {where}"))
    for name in departments_of(level=level, unit_type=unit_type, old_era=old_era):
        plan.append(Planned(OrganKind.DEPARTMENT, f"{name} {where}", name, under=ubnd))
    if level != Level.PROVINCE:
        plan.append(Planned(OrganKind.OTHER, f"Công an {where}"))
    front = f"Ủy ban Mặt trận Tổ quốc Việt Nam {where}"
    plan.append(Planned(OrganKind.FRONT, front, f"UBMTTQ Việt Nam {where}"))
    if level == Level.PROVINCE:
        name = f"Đoàn đại biểu Quốc hội {where}"
        plan.append(Planned(OrganKind.NATIONAL_DELEGATION, name, f"Đoàn ĐBQH {where}"))
    return plan


def _office(level: str, where: str, under: str, *, old_era: bool) -> Planned:
    if level == Level.PROVINCE:
        name = "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân"
        return Planned(OrganKind.OFFICE, f"{name} {where}", "Văn phòng Đoàn ĐBQH và HĐND", under=under)
    if old_era and level == Level.COMMUNE:
        return Planned(OrganKind.OFFICE, f"Bộ phận Văn phòng - Thống kê {where}", "Văn phòng - Thống kê", under=under)
    name = f"Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {where}"
    return Planned(OrganKind.OFFICE, name, "Văn phòng HĐND và UBND", under=under)
