"""Words of a petition that carry its matter, without the manner of council speech. Folded syllables throughout."""

from __future__ import annotations

import re
from functools import lru_cache

from nghitruong.language.abbreviations import unfolded
from nghitruong.language.folding import fold, tokens

_SPEECH = """
de nghi|kien nghi|phan anh|y kien|cu tri|nhan dan|nguoi dan|ba con|xem xet|quan tam|som|khan truong|kip thoi
tiep tuc|chi dao|co quan chuc nang|nganh chuc nang|cac nganh|cac cap|cap tham quyen|co tham quyen|chinh quyen
dia phuong|uy ban nhan dan|hoi dong nhan dan|hien nay|hien tai|tren dia ban|thoi gian toi|thoi gian qua
day nhanh tien do|giai quyet|dut diem|tao dieu kien|de bao dam|dam bao|bao dam|phuc vu|nhu cau|kinh phi
bo tri|bo tri von|nguon von|nghien cuu|co bien phap|co giai phap|co chinh sach|co phuong an|xu ly|rat|mong
mong muon|nha nuoc|toan dan|don vi lien quan|co lien quan|thuc hien|trien khai|huong toi|vi vay|do do|dan den
anh huong|gay kho khan|kho khan|di lai|doi song|san xuat|noi chung|cu the|voi|kinh de nghi|kinh mong|tinh hinh
"""
SPEECH = sorted({tuple(one.split()) for line in _SPEECH.split("\n") for one in line.split("|") if one}, key=len)[::-1]
"""Phrases in which every petition is put; they say nothing of what it asks for."""

STOP = frozenset(
    [
        "va",
        "cua",
        "cho",
        "cac",
        "nhung",
        "mot",
        "tai",
        "tu",
        "den",
        "o",
        "voi",
        "la",
        "thi",
        "ma",
        "co",
        "da",
        "dang",
        "se",
        "duoc",
        "do",
        "de",
        "nham",
        "tren",
        "duoi",
        "trong",
        "ngoai",
        "ve",
        "vao",
        "ra",
        "len",
        "xuong",
        "cung",
        "nhu",
        "nay",
        "kia",
        "do",
        "ay",
        "khi",
        "lai",
        "con",
        "nua",
        "chi",
        "nen",
        "vi",
        "neu",
        "hoac",
        "hay",
        "theo",
        "thuoc",
        "qua",
        "di",
        "cho",
        "rang",
        "nhieu",
        "it",
        "nhat",
        "moi",
        "tung",
        "tat",
        "ca",
        "nham",
        "giua",
        "sau",
        "truoc",
        "ben",
        "rat",
        "qua",
        "lam",
        "khoang",
        "hon",
        "phai",
        "can",
        "muon",
        "khong",
        "chua",
        "doan",
        "tuyen",
        "nguoi",
        "viec",
    ]
)
"""Syllables that only join others."""

JOINTS = STOP | frozenset(
    [
        "và",
        "của",
        "các",
        "những",
        "một",
        "tại",
        "từ",
        "ở",
        "với",
        "là",
        "thì",
        "mà",
        "có",
        "đã",
        "đang",
        "sẽ",
        "được",
        "bị",
        "đó",
        "để",
        "nhằm",
        "trên",
        "dưới",
        "về",
        "vào",
        "lên",
        "xuống",
        "cũng",
        "như",
        "ấy",
        "lại",
        "nữa",
        "vì",
        "nếu",
        "hoặc",
        "thuộc",
        "đi",
        "rằng",
        "rất",
        "qua",
        "đến",
        "còn",
    ]
)
"""The same as they are written: what a marked passage does not begin or end with."""

COMMON = frozenset(
    [
        "xa",
        "phuong",
        "thon",
        "ban",
        "xom",
        "to",
        "khu",
        "huyen",
        "tinh",
        "thanh",
        "pho",
        "thi",
        "tran",
        "quan",
        "ap",
        "duong",
        "dan",
        "ho",
        "gia",
        "dinh",
        "nam",
        "ngay",
        "thang",
        "cong",
        "trinh",
        "nha",
        "nuoc",
        "dat",
        "dai",
        "nong",
        "lam",
        "san",
        "xuat",
        "xay",
        "dung",
        "sua",
        "chua",
        "nang",
        "cap",
        "dau",
        "tu",
        "ho",
        "tro",
        "lap",
        "dat",
        "mo",
        "rong",
        "he",
        "thong",
        "chinh",
        "sach",
        "che",
        "do",
        "quyet",
        "dinh",
        "nghi",
        "quyet",
        "so",
        "muc",
        "gia",
        "tien",
        "phi",
        "von",
        "hoc",
        "truong",
        "y",
        "te",
        "van",
        "hoa",
        "sinh",
        "hoat",
        "giao",
        "thong",
        "moi",
        "truong",
        "an",
        "ninh",
        "trat",
        "ninh",
        "toan",
        "quan",
        "ly",
        "to",
        "chuc",
        "hoat",
        "dong",
        "ke",
        "hoach",
        "quy",
        "hoach",
        "du",
        "an",
        "dia",
        "diem",
        "bao",
        "hiem",
        "xuong",
        "hong",
        "hu",
        "ngap",
        "ung",
        "thoat",
        "cong",
        "cau",
        "dien",
        "sang",
        "chieu",
        "sach",
        "ve",
        "sinh",
        "chong",
        "sat",
        "lo",
        "kenh",
        "muong",
        "ranh",
        "kiem",
        "tra",
        "cap",
        "phep",
        "giay",
        "chung",
        "nhan",
        "quyen",
        "su",
        "dung",
        "thu",
        "hoi",
        "den",
        "bu",
        "tai",
        "dinh",
        "cu",
        "can",
        "bo",
        "cong",
        "chuc",
        "doi",
        "tuong",
        "cao",
        "thap",
        "lon",
        "nho",
        "dai",
        "rong",
        "met",
        "km",
        "ha",
        "hai",
        "bo",
        "phan",
        "nhan",
        "dong",
        "trung",
        "cac",
        "noi",
        "kho",
        "khan",
        "bo",
        "sung",
        "tang",
        "giam",
        "thieu",
        "du",
        "tot",
        "xau",
        "nhanh",
        "cham",
        "lau",
        "dien",
        "tich",
        "dich",
        "vu",
        "phat",
        "trien",
        "kinh",
        "xa",
        "hoi",
        "hang",
        "thanh",
        "nien",
        "phu",
        "nu",
        "khong",
        "co",
        "quan",
        "don",
        "vi",
        "doanh",
        "nghiep",
        "lien",
        "hop",
        "tac",
        "ve",
        "hoan",
        "tra",
        "chi",
        "dung",
        "su",
        "bien",
        "phap",
        "thuoc",
        "rung",
        "cay",
        "trong",
        "nuoi",
        "bi",
    ]
)
"""Syllables met in so many petitions that alone they tell little."""

_SAME_WORDS = {
    "_sua": "sua chua|nang cap|cai tao|tu sua|duy tu|tu bo|bao duong|sua|khac phuc|tu tao|gia co",
    "_xay": "dau tu xay dung|xay dung moi|xay dung|xay moi|lam moi|xay|dau tu|mo moi|lam duong",
    "_hong": "xuong cap|hu hong|o ga|o voi|o ga o voi|nut vo|hu|bong troc|lun nut",
    "_ngap": "ngap ung|ung ngap|ngap nuoc|ngap lut|bi ngap|ngap",
    "_sat": "sat lo|sat lo dat|xoi lo|lo dat",
    "_ban": "o nhiem moi truong|o nhiem|hoi thoi|mui hoi|boc mui",
    "_giup": "ho tro kinh phi|ho tro tien|ho tro|tro cap|tro giup",
    "_bhyt": "the bao hiem y te|bao hiem y te",
    "_den": "den chieu sang|den duong|dien chieu sang|bong den|he thong chieu sang|chieu sang",
    "_rong": "mo rong|noi rong|mo mang",
    "_nuocsach": "nuoc sach|nuoc sinh hoat|nuoc may|cap nuoc",
    "_so": "giay chung nhan quyen su dung dat|giay chung nhan|so do|cap quyen su dung dat|quyen su dung dat",
    "_nvh": "nha van hoa|nha sinh hoat cong dong|hoi truong thon",
    "_tba": "tram bien ap|tram dien|may bien ap",
    "_loa": "loa truyen thanh|loa phat thanh|truyen thanh",
    "_ranh": "ranh thoat nuoc|muong thoat nuoc|cong thoat nuoc|ong thoat nuoc|tieu thoat nuoc|thoat nuoc",
    "_ruou": "ma tuy|nghien hut",
    "_sudong": "be tong hoa|do be tong|trai nhua|tham nhua|rai nhua|lang nhua|cung hoa|nhua hoa",
}
"""Wordings of one thing; a matched class counts where the words differ."""

SHORT = {
    "dg": "duong", "ko": "khong", "kg": "khong", "dc": "duoc", "nc": "nuoc", "btxm": "be tong xi mang", "tba": "tram bien ap",
    "csvc": "co so vat chat", "csgt": "canh sat giao thong", "knghi": "kien nghi", "btong": "be tong", "cty": "cong ty",
    "kp": "khu pho", "mn": "mam non", "ptdt": "pho thong dan toc", "hs": "hoc sinh", "gv": "giao vien", "ncc": "nguoi co cong",
    "tt": "thi tran", "ub": "uy ban nhan dan", "ttyt": "trung tam y te", "hgd": "ho gia dinh",
}  # fmt: skip
"""Short forms of notes taken in the hall, beside the official ABBREVIATIONS."""

_SAME = {tuple(form.split()): name for name, forms in _SAME_WORDS.items() for form in forms.split("|")}


def _by_head(phrases: list[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    heads: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        heads.setdefault(phrase[0], []).append(phrase)
    return heads


_SPEECH_HEADS = _by_head(list(SPEECH))
_SAME_HEADS = _by_head(list(_SAME))
_LETTER_AFTER = re.compile(r"(\d)\s+(?=[a-e]\b(?!\s*\d))")
BREAK = ""


@lru_cache(maxsize=4096)
def syllables(text: str) -> tuple[str, ...]:
    """Return folded syllables with abbreviations opened, official ones and those of hasty notes."""
    read = unfolded(tokens(text))
    return tuple(part for one in read for part in SHORT.get(one, one).split())


def _at(stream: tuple[str, ...], place: int, heads: dict[str, list[tuple[str, ...]]]) -> tuple[str, ...] | None:
    for phrase in heads[stream[place]]:
        if stream[place : place + len(phrase)] == phrase:
            return phrase
    return None


def matter_words(text: str) -> list[str]:
    """Return what remains: syllables and classes of wording ("_sua"), BREAK where speech was left out."""
    stream = syllables(text)
    found: list[str] = []
    place = 0
    while place < len(stream):
        one = stream[place]
        same = _at(stream, place, _SAME_HEADS) if one in _SAME_HEADS else None
        speech = _at(stream, place, _SPEECH_HEADS) if one in _SPEECH_HEADS else None
        if same and len(same) >= len(speech or ()):
            found.append(_SAME[same])
            place += len(same)
        elif speech:
            found.append(BREAK)
            place += len(speech)
        else:
            found.append(BREAK if one in STOP else one.lstrip("0") or "0" if one.isdigit() else one)
            place += 1
    return found


def rarity(word: str) -> float:
    """Return how much a syllable or class tells by itself, 0–1, where no collection has been counted."""
    if word.startswith("_"):
        return 0.45
    if word.isdigit():
        return 0.6
    return 0.4 if word in COMMON else 1.0


def folded_text(text: str) -> str:
    """Return the folded text in which a number keeps its letter: "tỉnh lộ 538 E" and "538E" are one."""
    return _LETTER_AFTER.sub(r"\1", fold(text))
