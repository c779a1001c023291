"""Invented petitions of a commune and other wordings of them, from a seed: to measure how well repeats are found."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from nghitruong.language.abbreviations import ABBREVIATIONS
from nghitruong.language.likeness.nearest import Nearest
from nghitruong.language.likeness.scoring import features

PLAIN, NO_ACCENTS, ABBREVIATED, TYPOS = "plain", "no_accents", "abbreviated", "typos"
MANNERS = (PLAIN, NO_ACCENTS, ABBREVIATED, TYPOS)

_FIRST = [
    "An",
    "Bình",
    "Cẩm",
    "Chiềng",
    "Đại",
    "Đồng",
    "Hạ",
    "Hòa",
    "Khe",
    "Kim",
    "Lạc",
    "Long",
    "Mỹ",
    "Nà",
    "Ngọc",
    "Phú",
    "Quang",
    "Sơn",
    "Tân",
    "Thạch",
    "Thanh",
    "Thượng",
    "Trà",
    "Vân",
    "Xuân",
    "Yên",
]
_SECOND = [
    "Bản",
    "Cầu",
    "Chinh",
    "Dũng",
    "Đình",
    "Giang",
    "Hải",
    "Hưng",
    "Khánh",
    "Lâm",
    "Lĩnh",
    "Luông",
    "Mai",
    "Minh",
    "Nghĩa",
    "Phong",
    "Phúc",
    "Quý",
    "Sen",
    "Tâm",
    "Thịnh",
    "Thủy",
    "Trạch",
    "Vinh",
    "Xá",
]
_MATTERS: list[tuple[str, ...]] = [
    ("nâng cấp đường {r} đoạn từ thôn {h} đến cầu {o}", "sửa tuyến {r} chạy từ thôn {h} tới cầu {o} vì quá nhiều ổ gà",
     "đường {r} đoạn thôn {h} - cầu {o} hỏng nặng, cần cải tạo"),
    ("xây cầu dân sinh qua suối {o} ở thôn {h}", "bắc cầu cho dân thôn {h} qua suối {o} mùa mưa lũ",
     "dân thôn {h} lội suối {o} nguy hiểm, cần có cầu dân sinh"),
    ("lắp trạm biến áp cho thôn {h} vì điện yếu", "điện thôn {h} chập chờn giờ cao điểm, cần thêm trạm biến áp",
     "thêm một trạm biến áp tại thôn {h} do điện áp quá thấp"),
    ("xây kè chống sạt lở suối {o} đoạn qua thôn {h}", "suối {o} xói lở sát nhà dân thôn {h}, cần làm kè",
     "làm bờ kè suối {o} bảo vệ các hộ thôn {h}"),
    ("sửa nhà văn hóa thôn {h} bị dột", "nhà văn hóa thôn {h} mái dột, tường nứt, cần tu sửa",
     "hỗ trợ sửa mái nhà văn hóa của thôn {h}"),
    ("xử lý bãi rác {o} gây ô nhiễm cho thôn {h}", "bãi rác {o} bốc mùi hôi sang thôn {h}, cần di dời",
     "di dời bãi rác {o} ra xa dân cư thôn {h}"),
    ("nạo vét kênh {o} phục vụ tưới cho cánh đồng thôn {h}", "kênh {o} bồi lắng làm ruộng thôn {h} thiếu nước, cần nạo vét",
     "khơi thông kênh {o} để có nước tưới ruộng thôn {h}"),
    ("xây thêm phòng học cho trường tiểu học {o}", "trường tiểu học {o} thiếu phòng học, học sinh phải học nhờ",
     "trường tiểu học {o} quá tải, cần thêm phòng học"),
    ("cấp nước sạch cho thôn {h} từ công trình {o}", "thôn {h} thiếu nước sạch mùa khô, mở rộng công trình nước {o}",
     "nối đường ống nước sạch {o} về thôn {h}"),
    ("lắp đèn chiếu sáng trên đường {o} qua thôn {h}", "đường {o} ban đêm tối, thôn {h} cần đèn chiếu sáng",
     "thôn {h} chưa có đèn trên trục đường {o}"),
    ("cấp giấy chứng nhận quyền sử dụng đất cho các hộ khu {o}", "các hộ khu {o} ở lâu năm chưa được cấp giấy chứng nhận quyền sử dụng đất",
     "làm giấy chứng nhận quyền sử dụng đất cho dân khu {o}"),
    ("làm rãnh thoát nước dọc đường {o} thôn {h}", "đường {o} thôn {h} ngập mỗi khi mưa do không có rãnh thoát nước",
     "mưa là ngập ở đường {o} thôn {h}, cần rãnh thoát nước"),
    ("sửa đập {o} để giữ nước cho thôn {h}", "đập {o} rò rỉ, ruộng thôn {h} khô hạn", "gia cố đập {o} vì mất nước tưới của thôn {h}"),
    ("xây chợ {o} đã hư hỏng", "chợ {o} mái tôn thủng, tiểu thương khổ sở, cần xây lại", "cải tạo chợ {o} xuống cấp"),
    ("chi trả bảo hiểm y tế cho hộ cận nghèo thôn {h}", "hộ cận nghèo ở thôn {h} chưa có thẻ bảo hiểm y tế",
     "thôn {h} còn hộ cận nghèo chưa được cấp thẻ bảo hiểm y tế"),
    ("ngăn xe quá tải của mỏ đá {o} chạy qua thôn {h}", "xe chở đá mỏ {o} quá tải làm nứt nhà dân thôn {h}",
     "thôn {h} bụi mù vì xe tải mỏ đá {o}"),
    ("kéo cáp quang internet về thôn {h}", "thôn {h} chưa có sóng điện thoại, internet", "phủ mạng internet cho bà con thôn {h}"),
    ("đền bù đất cho các hộ thôn {h} bị thu hồi làm hồ {o}", "các hộ thôn {h} chưa nhận tiền đền bù đất làm hồ {o}",
     "tiền bồi thường đất hồ {o} cho thôn {h} chậm trả"),
    ("sửa loa truyền thanh thôn {h}", "loa truyền thanh ở thôn {h} hỏng cả năm", "thay cụm loa truyền thanh của thôn {h}"),
    ("bố trí bác sĩ cho trạm y tế xã tại phân trạm {o}", "phân trạm y tế {o} không có bác sĩ trực",
     "trạm y tế ở {o} thiếu bác sĩ, người bệnh phải đi xa"),
]  # fmt: skip
_BEFORE = [
    "Cử tri đề nghị",
    "Đề nghị",
    "Kiến nghị xã",
    "Đề nghị cấp có thẩm quyền sớm",
    "Bà con phản ánh:",
    "",
    "Đề nghị quan tâm",
]
_AFTER = [
    "",
    ".",
    " để nhân dân đi lại thuận tiện.",
    ", cử tri rất mong được xem xét.",
    " trong năm nay.",
    "; đề nghị giải quyết dứt điểm.",
]
_SHORT = sorted(
    ((full, short) for short, full in ABBREVIATIONS.items() if short.isalpha() and len(short) > 1),
    key=lambda one: -len(one[0]),
)


@dataclass(frozen=True, slots=True)
class Invented:
    """One petition: what it is about in three wordings, the place, and the first as it was written."""

    text: str
    place: str
    wordings: tuple[str, ...]


def _zipf(chance: random.Random, things: Sequence[str]) -> str:
    return chance.choices(things, [1 / (rank + 1) for rank in range(len(things))])[0]


def commune(seed: int, count: int = 200) -> list[Invented]:
    """Return `count` petitions of one invented commune, no two about the same thing."""
    chance = random.Random(seed)  # noqa: S311 -- a sample, no secret
    names = [f"{first} {second}" for first in _FIRST for second in _SECOND]
    chance.shuffle(names)
    place = f"xã {names[0]}, tỉnh {names[1]}"
    hamlets, objects = names[2:22], names[22:122]
    found: list[Invented] = []
    seen: set[str] = set()
    while len(found) < count:
        matter = _MATTERS[chance.randrange(len(_MATTERS))]
        values = {"h": _zipf(chance, hamlets), "o": _zipf(chance, objects), "r": f"ĐH.{chance.randrange(1, 60):02d}"}
        wordings = tuple(wording.format(**values) for wording in matter)
        if wordings[0] not in seen:
            seen.add(wordings[0])
            found.append(Invented(_said(wordings[0], chance), place, wordings))
    return found


def _said(wording: str, chance: random.Random) -> str:
    text = f"{chance.choice(_BEFORE)} {wording}{chance.choice(_AFTER)}".strip()
    return text[:1].upper() + text[1:]


def paraphrase(one: Invented, manner: str, chance: random.Random) -> str:
    """Return the same matter in other words: plain, without accents, abbreviated, or with slips of typing."""
    text = _said(chance.choice(one.wordings[1:]), chance)
    if manner == NO_ACCENTS:
        bare = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
        return bare.replace("đ", "d").replace("Đ", "D")
    if manner == ABBREVIATED:
        for full, short in _SHORT:
            text = text.replace(full, short)
        return text
    if manner == TYPOS:
        return " ".join(_slip(word, chance) if chance.random() < 0.2 else word for word in text.split())
    return text


def _slip(word: str, chance: random.Random) -> str:
    if len(word) < 3:
        return word
    place = chance.randrange(len(word) - 1)
    how = chance.randrange(3)
    if how == 0:
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    if how == 1:
        return word[:place] + word[place + 1 :]
    return word[:place] + word[place] + word[place:]


def paraphrases(seed: int, rows: Sequence[Invented], count: int) -> Iterator[tuple[int, str, str]]:
    """Yield (which petition, manner, other wording), manners in turn."""
    chance = random.Random(seed)  # noqa: S311 -- a sample, no secret
    for number in range(count):
        which = chance.randrange(len(rows))
        manner = MANNERS[number % len(MANNERS)]
        yield which, manner, paraphrase(rows[which], manner, chance)


def recall(seed: int, *, size: int = 200, count: int = 1000, first: int = 5) -> dict[str, float]:
    """Return the share of paraphrases whose petition is among the `first` nearest, by manner and "all"."""
    rows = commune(seed, size)
    nearest = Nearest.of([features(row.text, row.place) for row in rows])

    def near(text: str, place: str) -> list[int]:
        return [found for found, _like in nearest.nearest(features(text, place), limit=first)]

    return recall_of(rows, list(paraphrases(seed + 1, rows, count)), near)


def recall_of(
    rows: Sequence[Invented], asked: Sequence[tuple[int, str, str]], near: Callable[[str, str], list[int]]
) -> dict[str, float]:
    """Measure any way of finding: `near(text, place)` returns places in `rows`, best first."""
    right = dict.fromkeys(MANNERS, 0)
    tried = dict.fromkeys(MANNERS, 0)
    for which, manner, text in asked:
        tried[manner] += 1
        right[manner] += which in near(text, rows[which].place)
    shares = {manner: right[manner] / max(1, tried[manner]) for manner in MANNERS}
    return {**shares, "all": sum(right.values()) / max(1, sum(tried.values()))}
