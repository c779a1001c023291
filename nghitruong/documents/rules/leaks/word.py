"""What a Word file hides."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _
from lxml import etree

from nghitruong.documents.rules.leaks.found import Leak
from nghitruong.documents.rules.leaks.package import metadata, tree_of
from nghitruong.documents.rules.leaks.persons import persons

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEAST_SIZE = 6
"""Letters of so many half points or less are not read."""
BARRED, VANISHED, WHITE, TINY = "barred", "vanished", "white", "tiny"
DARK = 480
"""A ground whose red, green and blue together are less is dark enough for white letters."""
DARK_MARKS = {"black", "blue", "darkBlue", "darkCyan", "darkGray", "darkGreen", "darkMagenta", "darkRed", "darkYellow"}
_TRACKED = (
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "rPrChange",
    "pPrChange",
    "tblPrChange",
    "sectPrChange",
    "cellIns",
    "cellDel",
)


def in_word(content: bytes) -> Iterator[Leak]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = set(archive.namelist())
        yield from metadata(archive, names)
        words: list[str] = []
        unseen = _unseen_styles(tree_of(archive, "word/styles.xml")) if "word/styles.xml" in names else {}
        for name in sorted(names):
            if re.match(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$", name):
                tree = tree_of(archive, name)
                words.append("\n".join("".join(p.itertext(f"{W}t", f"{W}delText")) for p in tree.iter(f"{W}p")))
                yield from _word_part(tree, unseen)
            if re.match(r"word/comments\w*\.xml$", name):
                for each in tree_of(archive, name).iter(f"{W}comment"):
                    yield Leak("comment", _("Ý kiến ghi bên lề."), "".join(each.itertext()), cleaned=True)
        yield from persons("\n".join(words))


def _word_part(tree: etree._Element, unseen: Mapping[str, str]) -> Iterator[Leak]:
    for tag in _TRACKED:
        for each in tree.iter(f"{W}{tag}"):
            yield Leak(
                "tracked",
                _("Nội dung sửa đang được theo dõi (track changes)."),
                "".join(each.itertext())[:120],
                cleaned=False,
            )
    told = {
        BARRED: _("Chữ bị tô đen nhưng vẫn đọc được khi chép ra."),
        VANISHED: _("Chữ ẩn."),
        WHITE: _("Chữ màu trắng, không nhìn thấy."),
        TINY: _("Chữ quá nhỏ, không nhìn thấy."),
    }
    for run in tree.iter(f"{W}r"):
        words = "".join(run.itertext(f"{W}t")).strip()
        if words and (why := _why_unseen(run, unseen)):
            yield Leak("hidden", told[why], words, cleaned=False)


def _why_unseen(run: etree._Element, styles: Mapping[str, str]) -> str:
    """Return why a run is not seen though it can be copied; "" where it is seen."""
    look = run.find(f"{W}rPr")
    if look is not None and _is_barred(look):
        return BARRED
    named = [run.find(f"{W}rPr/{W}rStyle"), *(p.find(f"{W}pPr/{W}pStyle") for p in run.iterancestors(f"{W}p"))]
    by_style = next((styles[name] for name in map(_value, named) if name in styles), "")
    why = (_of_look(look) if look is not None else "") or by_style
    return "" if why == WHITE and _is_on_dark(run) else why


def _is_barred(look: etree._Element) -> bool:
    shade, mark = look.find(f"{W}shd"), look.find(f"{W}highlight")
    is_black = (shade is not None and shade.get(f"{W}fill") == "000000") or _value(mark) == "black"
    return is_black and not _is_white(look.find(f"{W}color"))


def _of_look(look: etree._Element) -> str:
    hidden, size = look.find(f"{W}vanish"), _value(look.find(f"{W}sz"))
    if hidden is not None and _value(hidden) not in {"0", "false"}:
        return VANISHED
    if _is_white(look.find(f"{W}color")):
        return WHITE
    return TINY if size.isdigit() and int(size) <= LEAST_SIZE else ""


def _unseen_styles(tree: etree._Element) -> dict[str, str]:
    """Return why what bears a style is not seen, by the style's name; styles that are seen are left out."""
    looks = {style.get(f"{W}styleId") or "": style.find(f"{W}rPr") for style in tree.iter(f"{W}style")}
    return {name: why for name, look in looks.items() if look is not None and (why := _of_look(look))}


def _value(one: etree._Element | None) -> str:
    return "" if one is None else one.get(f"{W}val") or ""


def _is_white(colour: etree._Element | None) -> bool:
    """Say whether a colour is white or nearly so."""
    return bool(re.fullmatch(r"(?:[EF][0-9A-F]){3}", _value(colour).upper()))


def _is_on_dark(run: etree._Element) -> bool:
    """White letters on a dark ground, as in the head of a table, are seen."""
    grounds = [
        run.find(f"{W}rPr/{W}shd"),
        *(each.find(f"{W}pPr/{W}shd") for each in run.iterancestors(f"{W}p")),
        *(each.find(f"{W}tcPr/{W}shd") for each in run.iterancestors(f"{W}tc")),
    ]
    fills = [(one.get(f"{W}fill") or "").upper() for one in grounds if one is not None]
    return _value(run.find(f"{W}rPr/{W}highlight")) in DARK_MARKS or any(
        re.fullmatch(r"[0-9A-F]{6}", fill) and sum(bytes.fromhex(fill)) < DARK for fill in fills
    )
