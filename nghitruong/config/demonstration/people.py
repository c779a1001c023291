"""Invented people: names put together by chance, no two alike within one demonstration."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from nghitruong.language import fold, person_sort_key
from nghitruong.organisation.models import Person

FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Võ", "Huỳnh", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Phan", "Trương", "Mai",
            "Cao", "Tạ", "Lương", "Đoàn", "Châu", "Thái", "Kiều", "Lâm", "Tô", "Quách", "Vương", "Diệp")  # fmt: skip
MEN = (("Văn", "Hữu", "Quang", "Đình", "Minh", "Ngọc", "Thanh", "Công", "Xuân", "Tấn"),
       ("An", "Bảo", "Cường", "Dũng", "Đạt", "Hải", "Hòa", "Khánh", "Lâm", "Long", "Nam", "Nghĩa", "Phúc", "Quân",
        "Sơn", "Tài", "Thắng", "Thịnh", "Tín", "Trung", "Tuấn", "Việt", "Vinh", "Đông", "Lợi"))  # fmt: skip
WOMEN = (("Thị", "Thị Ngọc", "Thị Thu", "Thị Kim", "Thị Mỹ", "Thị Thanh", "Thị Bích", "Thị Hồng"),
         ("Ánh", "Bình", "Chi", "Diệu", "Duyên", "Hà", "Hạnh", "Hiền", "Hoa", "Hương", "Lan", "Liên", "Loan", "Mai",
          "Nga", "Nhung", "Oanh", "Phượng", "Quyên", "Thảo", "Thủy", "Trang", "Tuyết", "Vân", "Yến"))  # fmt: skip


def names(chance: Random) -> Iterator[tuple[str, bool]]:
    """Yield names without end, each once, with whether it is a woman's (about two in five)."""
    seen: set[str] = set()
    while True:
        is_woman = chance.random() < 0.4
        middles, given = WOMEN if is_woman else MEN
        name = f"{chance.choice(FAMILIES)} {chance.choice(middles)} {chance.choice(given)}"
        if name not in seen:
            seen.add(name)
            yield name, is_woman


def person(name: str, *, is_woman: bool, chance: Random) -> Person:
    """Return a person not yet saved, marked as a sample, with a birth date of their own."""
    born = date(chance.randint(1964, 1995), chance.randint(1, 12), chance.randint(1, 28))
    return Person(
        name=name,
        title="bà" if is_woman else "ông",
        is_female=is_woman,
        born_on=born,
        born_in=born.year,
        ethnicity="Hrê" if chance.random() < 0.05 else "Kinh",
        is_minority=False,
        is_sample=True,
        folded=fold(name),
        sort_key=person_sort_key(name),
    )


def voter(chance: Random) -> str:
    """Return a voter as minutes name them: with initials before the given name."""
    is_woman = chance.random() < 0.45
    middles, given = WOMEN if is_woman else MEN
    initials = f"{chance.choice(FAMILIES)[0]}.{chance.choice(middles)[0]}."
    return f"{'bà' if is_woman else 'ông'} {initials} {chance.choice(given)}"
