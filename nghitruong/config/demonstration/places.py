"""Where the demonstration plays: the old communes, their hamlets and roads, and what succeeded them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune of the old town. `hamlets` as they stand in a sentence; `new` is the code of what succeeded it."""

    code: str
    name: str
    new: str
    hamlets: tuple[str, ...]
    landmarks: tuple[str, ...]


def _named(kind: str, *names: str) -> tuple[str, ...]:
    return tuple(f"{kind} {name}" for name in names)


OLD = (
    Commune("21439", "phường Nguyễn Nghiêm", "21439", _named("tổ dân phố", "1", "2", "3", "4", "5", "6"),
            ("chợ Đức Phổ", "sân vận động", "bến xe cũ", "hồ điều hòa")),
    Commune("21442", "xã Phổ An", "21451", _named("thôn", "An Thổ", "An Thạch", "Hội An 1", "Hội An 2"),
            ("cửa biển An Thổ", "rừng phi lao ven biển", "trường tiểu học Phổ An", "cầu An Thổ")),
    Commune("21445", "xã Phổ Phong", "21457", _named("thôn", "Vạn Lý", "Vĩnh Xuân", "Hiệp An", "Trung Liêm", "Tân Phong"),
            ("đập Vạn Lý", "nhà máy mì", "ngã ba Trà Câu - Ba Tơ", "suối Hiệp An")),
    Commune("21448", "xã Phổ Thuận", "21451", _named("thôn", "Thanh Bình", "Kim Giao", "Mỹ Thuận", "Thiệp Sơn"),
            ("kênh Bàu Súng", "cánh đồng Kim Giao", "chợ Phổ Thuận", "trạm bơm Mỹ Thuận")),
    Commune("21451", "phường Phổ Văn", "21451", _named("tổ dân phố", "Đông Quang", "Tập An Nam", "Tập An Bắc", "Thủy Triều"),
            ("chợ Trà Câu", "cầu Trà Câu", "bờ sông Trà Câu", "trạm y tế Phổ Văn")),
    Commune("21454", "phường Phổ Quang", "21451", _named("tổ dân phố", "Bàn An", "Du Quang", "Hải Tân", "Phần Thất"),
            ("cửa biển Mỹ Á", "kè Mỹ Á", "khu neo đậu tàu thuyền", "nghĩa trang Hải Tân")),
    Commune("21457", "xã Phổ Nhơn", "21457", _named("thôn", "An Lợi", "An Sơn", "Nhơn Phước", "Bích Chiểu"),
            ("hồ Núi Ngang", "kênh N8", "đèo Đá Chát", "trường trung học cơ sở Phổ Nhơn")),
    Commune("21460", "phường Phổ Ninh", "21439", _named("tổ dân phố", "An Ninh", "Vĩnh Bình", "Thanh Lâm", "An Trường"),
            ("trạm bơm Vĩnh Bình", "cụm công nghiệp Đồng Làng", "kênh tiêu Thanh Lâm", "chùa An Trường")),
    Commune("21463", "phường Phổ Minh", "21439", _named("tổ dân phố", "Tân Tự", "Tân Mỹ", "Lâm An", "Tân Bình"),
            ("cầu Tân Tự", "bến cá Tân Mỹ", "trường mầm non Phổ Minh", "đê Tân Bình")),
    Commune("21466", "phường Phổ Vinh", "21439", _named("tổ dân phố", "Nam Phước", "Trung Lý", "Đông Thuận", "Khánh Bắc"),
            ("bãi biển Nam Phước", "hồ tôm Đông Thuận", "đường ven biển", "nhà văn hóa Trung Lý")),
    Commune("21469", "phường Phổ Hòa", "21439", _named("tổ dân phố", "An Thường", "Hiển Văn", "Nho Lâm", "Hòa Thạnh"),
            ("đầm An Khê", "quốc lộ 1", "mương tiêu Nho Lâm", "đài tưởng niệm Hòa Thạnh")),
    Commune("21472", "xã Phổ Cường", "21472", _named("thôn", "Lâm Bình", "Nga Mân", "Mỹ Trang", "Xuân Thành", "Thanh Sơn"),
            ("hồ Liệt Sơn", "chợ Thủy Thạch", "tuyến kênh Liệt Sơn", "bệnh xá Mỹ Trang")),
    Commune("21475", "xã Phổ Khánh", "21472", _named("thôn", "Trung Sơn", "Phú Long", "Diên Trường", "Quy Thiện", "Vĩnh An"),
            ("hồ Diên Trường", "chợ Quy Thiện", "làng gốm Vĩnh An", "đường tàu Diên Trường")),
    Commune("21478", "phường Phổ Thạnh", "21478", _named("tổ dân phố", "La Vân", "Thạnh Đức 1", "Thạnh Đức 2", "Thạch By 1", "Long Thạnh 1"),
            ("cảng cá Sa Huỳnh", "đồng muối Tân Diêm", "khu tái định cư Đồng Vân", "bãi tắm Sa Huỳnh")),
    Commune("21481", "xã Phổ Châu", "21478", _named("thôn", "Vĩnh Tuyền", "Hưng Long", "Châu Me", "Tấn Lộc"),
            ("bãi biển Châu Me", "hầm đèo Bình Đê", "trường tiểu học Phổ Châu", "kênh Tấn Lộc")),
)  # fmt: skip

NEW = {
    "21439": "phường Đức Phổ",
    "21451": "phường Trà Câu",
    "21457": "xã Nguyễn Nghiêm",
    "21472": "xã Khánh Cường",
    "21478": "phường Sa Huỳnh",
}
POPULATION = {"21439": 49_800, "21451": 41_300, "21457": 21_600, "21472": 29_400, "21478": 33_900}
"""Round numbers for the sample: enough to compute the number of delegates."""
HOME = "21439"
"""The commune whose office signs in: phường Đức Phổ."""


def parts_of(code: str) -> list[Commune]:
    """Return the old communes that went into a new one."""
    return [commune for commune in OLD if commune.new == code]
