"""What a Word file hides."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from django.utils.translation import gettext as _
from lxml import etree

from nghitruong.documents.rules.leaks.found import Leak
from nghitruong.documents.rules.leaks.package import metadata, tree_of
from nghitruong.documents.rules.leaks.persons import persons

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
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
        for name in sorted(names):
            if re.match(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$", name):
                tree = tree_of(archive, name)
                words.append("\n".join("".join(p.itertext(f"{W}t", f"{W}delText")) for p in tree.iter(f"{W}p")))
                yield from _word_part(tree)
            if re.match(r"word/comments\w*\.xml$", name):
                for each in tree_of(archive, name).iter(f"{W}comment"):
                    yield Leak("comment", _("Ý kiến ghi bên lề."), "".join(each.itertext()), cleaned=True)
        yield from persons("\n".join(words))


def _word_part(tree: etree._Element) -> Iterator[Leak]:
    for tag in _TRACKED:
        for each in tree.iter(f"{W}{tag}"):
            yield Leak(
                "tracked",
                _("Nội dung sửa đang được theo dõi (track changes)."),
                "".join(each.itertext())[:120],
                cleaned=False,
            )
    for run in tree.iter(f"{W}r"):
        look = run.find(f"{W}rPr")
        words = "".join(run.itertext(f"{W}t")).strip()
        if look is None or not words:
            continue
        hidden, colour = look.find(f"{W}vanish"), look.find(f"{W}color")
        if hidden is not None and hidden.get(f"{W}val") not in {"0", "false"}:
            yield Leak("hidden", _("Chữ ẩn."), words, cleaned=False)
        elif colour is not None and (colour.get(f"{W}val") or "").upper() == "FFFFFF":
            yield Leak("hidden", _("Chữ màu trắng, không nhìn thấy."), words, cleaned=False)
        shade, mark = look.find(f"{W}shd"), look.find(f"{W}highlight")
        if (shade is not None and shade.get(f"{W}fill") == "000000") or (
            mark is not None and mark.get(f"{W}val") == "black"
        ):
            yield Leak("hidden", _("Chữ bị tô đen nhưng vẫn đọc được khi chép ra."), words, cleaned=False)
