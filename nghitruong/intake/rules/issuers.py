"""The bodies that write documents, as sentences name them."""

from __future__ import annotations

import re

from nghitruong.intake.rules.plain import LOWER, UPPER

BODY = (
    r"(?:Thường trực|TT\.?|Ban Thường trực|BTT|Ban Chấp hành|Ban Thường vụ)?\s*"
    r"(?:HĐND(?:\s*[-–]\s*UBND)?|Hội đồng nhân dân|UBND|[UỦ][ỷyỳ] ban nhân dân|UB\s?MTTQ(?:\s?VN)?|[UỦ][ỷyỳ] ban (?:MTTQ|Mặt trận Tổ quốc)(?:\s?VN|\s+Việt Nam)?|MTTQ(?: Việt Nam|VN)?|"
    r"Đoàn (?:ĐBQH|đại biểu Quốc hội)(?: và (?:HĐND|Hội đồng nhân dân))?|Văn phòng(?: Đoàn ĐBQH và| HĐND và)?(?: HĐND| UBND)?|Ban [A-ZĐ][^,.;:\n]{2,40}? HĐND)"
)
LEVEL = (
    r"(?:\s+(?:các cấp|tỉnh|thành phố|TP\.?|thị xã|TX\.?|huyện|quận|xã|phường|thị trấn|đặc khu)"
    rf"(?:\s+[{UPPER}][\w’'-]*(?:[ -][{UPPER}][\w’'-]*){{0,3}})?)?"
)
_UNIT = re.compile(
    rf"\b(tỉnh|thành phố|thị xã|huyện|quận|xã|phường|thị trấn|đặc khu)((?:\s+(?!ban\b|phòng\b|và\b|khóa\b|khoá\b|[-–])[{LOWER}'’]+){{1,4}})"
)
_WRITTEN = {
    "hội đồng nhân dân": "Hội đồng nhân dân", "ủy ban": "Ủy ban", "uỷ ban": "Uỷ ban", "mặt trận tổ quốc": "Mặt trận Tổ quốc",
    "việt nam": "Việt Nam", "quốc hội": "Quốc hội", "thường trực": "Thường trực", "ban thường": "Ban Thường",
    "văn phòng": "Văn phòng", "đoàn đại biểu": "Đoàn đại biểu", "tổ đại biểu": "Tổ đại biểu", "pháp chế": "Pháp chế",
    "kinh tế": "Kinh tế", "ngân sách": "Ngân sách", "văn hóa": "Văn hóa", "văn hoá": "Văn hoá", "dân tộc": "Dân tộc",
    "đô thị": "Đô thị", "nội vụ": "Nội vụ", "tài chính": "Tài chính", "xây dựng": "Xây dựng", "tư pháp": "Tư pháp",
    "y tế": "Y tế", "nông nghiệp": "Nông nghiệp", "giáo dục": "Giáo dục", "công thương": "Công Thương", "công an": "Công an",
    "chính phủ": "Chính phủ", "tài nguyên": "Tài nguyên", "kế hoạch": "Kế hoạch", "thanh tra": "Thanh tra", "xã hội": "Xã hội",
    "ban ": "Ban ", "sở ": "Sở ", "phòng ": "Phòng ", "bộ ": "Bộ ", "thường vụ": "Thường vụ",
}  # fmt: skip
_SHORT = ("HĐND", "UBND", "MTTQ", "UBMTTQ", "UBMTTQVN", "ĐBQH", "VP")


def spoken(capitals: str) -> str:
    """Return a body set in capitals as a sentence writes it: "HỘI ĐỒNG NHÂN DÂN TỈNH …" → "Hội đồng nhân dân tỉnh …"."""
    if not capitals.isupper():
        return capitals
    text = _UNIT.sub(lambda unit: unit[1] + unit[2].title(), capitals.lower())
    for small, written in _WRITTEN.items():
        text = re.sub(
            rf"(?<![\w])(?<!ủy )(?<!uỷ ){small}(?!\w)" if small[-1] != " " else rf"(?<!\w)(?<!ủy )(?<!uỷ ){small}",
            written,
            text,
        )
    for short in _SHORT:
        text = re.sub(rf"(?<!\w){short}(?!\w)", short, text, flags=re.IGNORECASE)
    return text[:1].upper() + text[1:]
