"""Texts typed in the fonts of the nineties (TCVN3 as in .VnTime, VNI), seen and turned into Unicode."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from nghitruong.language.tones import is_syllable

_TCVN3 = str.maketrans(
    "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢£¤¥¦§",
    "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
)
_VNI_TEXT = """
aù á aø à aû ả aõ ã aï ạ aê ă aé ắ aè ằ aú ẳ aü ẵ aë ặ aâ â aá ấ aà ầ aå ẩ aã ẫ aä ậ
eù é eø è eû ẻ eõ ẽ eï ẹ eâ ê eá ế eà ề eå ể eã ễ eä ệ
où ó oø ò oû ỏ oõ õ oï ọ oâ ô oá ố oà ồ oå ổ oã ỗ oä ộ ôù ớ ôø ờ ôû ở ôõ ỡ ôï ợ
uù ú uø ù uû ủ uõ ũ uï ụ öù ứ öø ừ öû ử öõ ữ öï ự yù ý yø ỳ yû ỷ yõ ỹ
ñ đ í í ì ì æ ỉ ó ĩ ò ị ô ơ ö ư î ỵ
"""
_VNI_TABLE = _VNI_TEXT.split()
_VNI: dict[str, str] = {}
for _old, _new in zip(_VNI_TABLE[::2], _VNI_TABLE[1::2], strict=True):
    _VNI |= {_old: _new, _old.upper(): _new.upper(), _old.capitalize(): _new.upper(), _old[0] + _old[1:].upper(): _new}
_VNI_FORM = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_SURE = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u0300-\u0323\u1ea0-\u1ef9]"
)
_WORD = re.compile(r"[^\s.,;:!?()\[\]\"'/\\0-9–—-]+")


def _from_vni(text: str) -> str:
    return _VNI_FORM.sub(lambda found: _VNI[found.group()], text)


def _from_tcvn3(text: str) -> str:
    return text.translate(_TCVN3)


def spelt_words(text: str) -> int:
    """Return how many accented words of a text are spelt as Vietnamese syllables."""
    return sum(
        1 for word in _WORD.findall(text) if not word.isascii() and is_syllable(unicodedata.normalize("NFC", word))
    )


def decode_legacy(text: str) -> str:
    """Return the text in Unicode if it reads better as TCVN3 or VNI than as it stands, else unchanged.

    Judged by how many accented words are spelt as Vietnamese syllables; a text that already holds letters
    only Unicode has is never touched. Capitals of .VnTimeH come out small: the font held them, not the text.
    """
    if text.isascii() or _SURE.search(text):
        return text
    return max((text, _from_tcvn3(text), _from_vni(text)), key=spelt_words)


def decoder_for(sample: str) -> Callable[[str], str] | None:
    """Return what turns a whole table of an old font into Unicode, judged by a sample of its texts.

    None where the sample holds letters only Unicode has, or reads best as it stands: a table is of one font,
    so its words together tell more than a short cell alone.
    """
    if sample.isascii() or _SURE.search(sample):
        return None
    return max((None, _from_tcvn3, _from_vni), key=lambda read: spelt_words(read(sample) if read else sample))
