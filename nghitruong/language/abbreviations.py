"""Abbreviations of the field with their full forms, in texts and in folded syllables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nghitruong.language.folding import tokens

ABBREVIATIONS: dict[str, str] = {
    "ANQP": "an ninh quốc phòng",
    "ANTT": "an ninh trật tự",
    "ATGT": "an toàn giao thông",
    "ATTP": "an toàn thực phẩm",
    "ATVSTP": "an toàn vệ sinh thực phẩm",
    "BHTN": "bảo hiểm thất nghiệp",
    "BHXH": "bảo hiểm xã hội",
    "BHYT": "bảo hiểm y tế",
    "BTC": "Bộ Tài chính",
    "BTP": "Bộ Tư pháp",
    "BQL": "Ban quản lý",
    "BVMT": "bảo vệ môi trường",
    "CBCC": "cán bộ, công chức",
    "CCB": "cựu chiến binh",
    "CCCD": "căn cước công dân",
    "CCHC": "cải cách hành chính",
    "CCN": "cụm công nghiệp",
    "CLB": "câu lạc bộ",
    "CNTT": "công nghệ thông tin",
    "CSHT": "cơ sở hạ tầng",
    "CTMTQG": "chương trình mục tiêu quốc gia",
    "DTTS": "dân tộc thiểu số",
    "ĐBQH": "đại biểu Quốc hội",
    "ĐVHC": "đơn vị hành chính",
    "GCN": "giấy chứng nhận",
    "GCNQSDĐ": "giấy chứng nhận quyền sử dụng đất",
    "GDĐT": "giáo dục và đào tạo",
    "GD&ĐT": "giáo dục và đào tạo",
    "GPMB": "giải phóng mặt bằng",
    "GTNT": "giao thông nông thôn",
    "GTVT": "giao thông vận tải",
    "HĐND": "Hội đồng nhân dân",
    "HTX": "hợp tác xã",
    "KCN": "khu công nghiệp",
    "KDC": "khu dân cư",
    "KHĐT": "kế hoạch và đầu tư",
    "KNTC": "khiếu nại, tố cáo",
    "KT-NS": "Kinh tế - Ngân sách",
    "KT-XH": "kinh tế - xã hội",
    "KTTT": "kinh tế tập thể",
    "LĐTBXH": "lao động, thương binh và xã hội",
    "LĐTB&XH": "lao động, thương binh và xã hội",
    "MTTQ": "Mặt trận Tổ quốc",
    "NN&PTNT": "nông nghiệp và phát triển nông thôn",
    "NNPTNT": "nông nghiệp và phát triển nông thôn",
    "NN&MT": "nông nghiệp và môi trường",
    "NQ": "nghị quyết",
    "NSNN": "ngân sách nhà nước",
    "NTM": "nông thôn mới",
    "NVH": "nhà văn hóa",
    "PCCC": "phòng cháy, chữa cháy",
    "PTTH": "phổ thông trung học",
    "QĐ": "quyết định",
    "QH": "Quốc hội",
    "QL": "quốc lộ",
    "QLDA": "quản lý dự án",
    "QSDĐ": "quyền sử dụng đất",
    "SDĐ": "sử dụng đất",
    "SXKD": "sản xuất kinh doanh",
    "TAND": "Tòa án nhân dân",
    "TDP": "tổ dân phố",
    "THCS": "trung học cơ sở",
    "THPT": "trung học phổ thông",
    "TN&MT": "tài nguyên và môi trường",
    "TNMT": "tài nguyên và môi trường",
    "TP": "thành phố",
    "TPHCM": "Thành phố Hồ Chí Minh",
    "TT": "thị trấn",
    "TT HĐND": "Thường trực Hội đồng nhân dân",
    "TT.HĐND": "Thường trực Hội đồng nhân dân",
    "TTHC": "thủ tục hành chính",
    "TX": "thị xã",
    "TXCT": "tiếp xúc cử tri",
    "UB": "ủy ban",
    "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
    "UBMTTQVN": "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "UBND": "Ủy ban nhân dân",
    "UBTVQH": "Ủy ban Thường vụ Quốc hội",
    "VBQPPL": "văn bản quy phạm pháp luật",
    "VH-XH": "Văn hóa - Xã hội",
    "VHTT": "văn hóa, thông tin",
    "VKSND": "Viện kiểm sát nhân dân",
    "VPHC": "vi phạm hành chính",
    "VSMT": "vệ sinh môi trường",
    "XDCB": "xây dựng cơ bản",
    "XHCN": "xã hội chủ nghĩa",
}
"""As written → full form. Those with more than one reading are in AMBIGUOUS."""

AMBIGUOUS = frozenset({"TT", "QH", "UB", "NQ"})
"""Read as given here in a sentence, but left alone in a search: TT is also Thông tư, QH also quy hoạch."""

_WRITTEN = re.compile(
    r"(?<![\w&])(?:"
    + "|".join(re.escape(short) for short in sorted(ABBREVIATIONS, key=len, reverse=True))
    + r")(?![\w&])"
)
_LONG: dict[tuple[str, ...], tuple[str, ...]] = {
    tuple(tokens(short)): tuple(tokens(full)) for short, full in ABBREVIATIONS.items() if short not in AMBIGUOUS
}
_HEADS: dict[str, list[tuple[str, ...]]] = {}
for _short in sorted(_LONG, key=len, reverse=True):
    _HEADS.setdefault(_short[0], []).append(_short)


def expand(text: str) -> str:
    """Return the text with known abbreviations (as written, in capitals, NFC) replaced by their full forms."""
    return _WRITTEN.sub(lambda found: ABBREVIATIONS[found.group()], text)


def has_abbreviation(syllables: Iterable[str]) -> bool:
    """Say whether any of these syllables may begin an abbreviation."""
    return not _HEADS.keys().isdisjoint(syllables)


def unfolded(syllables: Iterable[str]) -> list[str]:
    """Return folded syllables with abbreviations opened: [ubnd, xa] → [uy, ban, nhan, dan, xa]."""
    read = list(syllables)
    if not has_abbreviation(read):
        return read
    return [syllable for full, _first, _last in opened(read) for syllable in full]


def opened(syllables: list[str]) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """Yield (full syllables, first, last) for each syllable or abbreviation; first and last are places read."""
    place = 0
    while place < len(syllables):
        for short in _HEADS.get(syllables[place], ()):
            if tuple(syllables[place : place + len(short)]) == short:
                yield _LONG[short], place, place + len(short) - 1
                place += len(short)
                break
        else:
            yield (syllables[place],), place, place
            place += 1
