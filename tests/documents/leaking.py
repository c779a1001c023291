"""Files that tell more than their reader sees, and files that do not, made from a seed: each is a name and what it holds."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import docx
import openpyxl
import pypdfium2
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from PIL import Image, TiffImagePlugin

Chance = random.Random
Plant = Callable[[Any, Chance], None]
SURNAMES = ("Nguyễn Thị", "Lê Văn", "Phạm Minh", "Trần Quốc", "Võ Thu", "Đặng Hữu")
GIVEN = ("Soạn", "Thảo", "Sửa", "Ghi", "Chép", "Mẫu")
MATTERS = ("đường liên thôn", "kênh thoát nước", "trạm y tế", "chợ xã", "đèn chiếu sáng", "cầu Bàu Sen", "hồ chứa nước")


def person(chance: Chance) -> str:
    return f"{chance.choice(SURNAMES)} {chance.choice(GIVEN)}"


def sentence(chance: Chance) -> str:
    return f"Về {chance.choice(MATTERS)}: đã bố trí {chance.randrange(2, 900)} triệu đồng, xong trong quý {chance.randrange(1, 5)}."


def digits(chance: Chance, count: int) -> str:
    return "".join(str(chance.randrange(10)) for _place in range(count))


def phone(chance: Chance) -> str:
    bare = f"0{chance.choice('35789')}{digits(chance, 8)}"
    return chance.choice(
        [bare, f"{bare[:4]} {bare[4:7]} {bare[7:]}", f"{bare[:4]}.{bare[4:7]}.{bare[7:]}", f"+84{bare[1:]}"]
    )


def identity(chance: Chance) -> str:
    card = f"0{digits(chance, 11)}"
    spaced = " ".join(card[start : start + 3] for start in range(0, 12, 3))
    return chance.choice([f"căn cước số {card}", f"CCCD {spaced}", f"CMND số {digits(chance, 9)}"])


def saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def word(chance: Chance, plant: Plant | None = None) -> tuple[str, bytes]:
    book = docx.Document()
    book.core_properties.author = book.core_properties.comments = ""
    for _each in range(chance.randrange(3, 8)):
        book.add_paragraph(sentence(chance))
    if plant:
        plant(book, chance)
    return "van-ban.docx", saved(book)


def table(chance: Chance, plant: Plant | None = None) -> tuple[str, bytes]:
    book = openpyxl.Workbook()
    book.active.append(["STT", "Nội dung", "Số tiền"])
    for number in range(chance.randrange(4, 9)):
        book.active.append([number + 1, sentence(chance), chance.randrange(10**6, 10**10)])
    if plant:
        plant(book, chance)
    return "bang.xlsx", saved(book)


def page(chance: Chance, draw: str = "", *, author: str = "", notes: str = "") -> tuple[str, bytes]:
    """Return a PDF of one page with six lines, then what `draw` says; `notes` are objects that hang on the page."""
    lines = "".join(
        f"BT /F1 12 Tf 72 {760 - 20 * line} Td (Line {line}: {digits(chance, 3)} units) Tj ET\n" for line in range(6)
    )
    content = lines + draw
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/Annots[{notes}]>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Author({author})>>",
    ]
    out, places = "%PDF-1.7\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj{one}endobj\n"
    table_of = "".join(f"{place:010d} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table_of}"
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R/Info 6 0 R>>\nstartxref\n{out.index('xref')}\n%%EOF\n"
    return "van-ban.pdf", out.encode("ascii")


def repacked(made: tuple[str, bytes], parts: dict[str, bytes]) -> tuple[str, bytes]:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made[1])) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return made[0], out.getvalue()


@cache
def photo(*, placed: bool) -> bytes:
    out, tags = io.BytesIO(), Image.Exif()
    if placed:
        tags[0x8825] = {
            1: "N",
            2: (TiffImagePlugin.IFDRational(15), TiffImagePlugin.IFDRational(7), TiffImagePlugin.IFDRational(0)),
        }
        Image.new("RGB", (40, 30), "teal").save(out, "JPEG", exif=tags)
    else:
        Image.new("RGB", (40, 30), "teal").save(out, "JPEG")
    return out.getvalue()


# what a Word file hides


def _said(book: Any, chance: Chance, words: str = "") -> Any:
    return book.paragraphs[chance.randrange(len(book.paragraphs))].add_run(words or f" {sentence(chance)}")


def _author(book: Any, chance: Chance) -> None:
    setattr(book.core_properties, chance.choice(["author", "last_modified_by"]), person(chance))


def _remark(book: Any, chance: Chance) -> None:
    book.add_comment(_said(book, chance), text=sentence(chance), author=person(chance), initials="X")


def _tracked(book: Any, chance: Chance) -> None:
    mark = OxmlElement(chance.choice(["w:ins", "w:del", "w:moveFrom", "w:moveTo"]))
    mark.set(qn("w:author"), person(chance))
    run = _said(book, chance)
    parent = run._r.getparent()
    mark.append(run._r)
    parent.append(mark)


def _white(book: Any, chance: Chance) -> None:
    _said(book, chance).font.color.rgb = RGBColor.from_string(chance.choice(["FFFFFF", "FEFEFE", "FFFFFE", "F8F8F8"]))


def _barred(book: Any, chance: Chance) -> None:
    run = _said(book, chance)
    if chance.random() < 0.5:
        run.font.highlight_color = WD_COLOR_INDEX.BLACK
        return
    shade = OxmlElement("w:shd")
    shade.set(qn("w:fill"), "000000")
    run._r.get_or_add_rPr().append(shade)


def _vanished(book: Any, chance: Chance) -> None:
    run = _said(book, chance)
    if chance.random() < 0.5:
        run.font.hidden = True
        return
    style = book.styles.add_style("Ghi chú riêng", WD_STYLE_TYPE.CHARACTER)
    style.font.hidden = True
    run.style = style


def _tiny(book: Any, chance: Chance) -> None:
    _said(book, chance).font.size = Pt(chance.choice([1, 2, 3]))


def _identity(book: Any, chance: Chance) -> None:
    _said(book, chance, f" Người gửi có {identity(chance)}.")


def _phone(book: Any, chance: Chance) -> None:
    _said(book, chance, f" Liên hệ {phone(chance)}.")


def _bank(book: Any, chance: Chance) -> None:
    _said(book, chance, f" Chuyển vào số tài khoản {digits(chance, chance.randrange(9, 15))}.")


def _picture(book: Any, chance: Chance) -> None:
    book.add_picture(io.BytesIO(photo(placed=True)))


# what a workbook hides


def _sheet(state: str) -> Plant:
    def plant(book: Any, chance: Chance) -> None:
        made = book.create_sheet(person(chance))
        made.append([sentence(chance)])
        made.sheet_state = state

    return plant


def _row(book: Any, chance: Chance) -> None:
    row = book.active.row_dimensions[chance.randrange(2, 5)]
    if chance.random() < 0.5:
        row.hidden = True
    else:
        row.height = 0.1


def _column(book: Any, chance: Chance) -> None:
    column = book.active.column_dimensions[chance.choice("ABC")]
    if chance.random() < 0.5:
        column.hidden = True
    else:
        column.width = 0.1


def _filtered(book: Any, chance: Chance) -> None:
    book.active.auto_filter.ref = "A1:C5"
    book.active.auto_filter.add_filter_column(0, ["1"])
    for row in range(3, 3 + chance.randrange(1, 3)):
        book.active.row_dimensions[row].hidden = True


def _cell(book: Any, chance: Chance) -> Any:
    return book.active.cell(chance.randrange(2, 5), 2)


def _note(book: Any, chance: Chance) -> None:
    _cell(book, chance).comment = Comment(sentence(chance), person(chance))


def _white_cell(book: Any, chance: Chance) -> None:
    cell = _cell(book, chance)
    if chance.random() < 0.5:
        cell.font = Font(color="FFFFFFFF")
    else:
        cell.number_format = ";;;"


def _list(head: str, made: Callable[[Chance], object]) -> Plant:
    def plant(book: Any, chance: Chance) -> None:
        book.active.cell(1, 4, head)
        for row in range(2, 5):
            book.active.cell(row, 4, made(chance))

    return plant


def _creator(book: Any, chance: Chance) -> None:
    book.properties.creator = person(chance)


# what a PDF hides


def _covered(chance: Chance) -> tuple[str, bytes]:
    """A line with something opaque drawn over it, as black bars are drawn by hand."""
    shade, line = chance.choice([0, 0, 0.2, 1]), 760 - 20 * chance.randrange(6) - 6
    return page(chance, f"{shade} {shade} {shade} rg 60 {line} 300 20 re f\n")


def _page_note(chance: Chance) -> tuple[str, bytes]:
    kind = chance.choice(["Text", "FreeText", "Highlight", "Stamp", "Caret"])
    return page(
        chance, notes=f"<</Type/Annot/Subtype /{kind}/Rect[50 550 200 650]/Contents(xem lai {digits(chance, 2)})>>"
    )


def _earlier(chance: Chance) -> tuple[str, bytes]:
    """A PDF to which a later state of its words was added, the earlier one still in it."""
    name, first = page(chance)
    later = f"6 0 obj<</Title(Ban {chance.randrange(2, 9)})>>endobj\n"
    place, start = len(first), first.rindex(b"startxref") + 10
    before = int(first[start:].split()[0])
    added = f"{later}xref\n6 1\n{place:010d} 00000 n \ntrailer<</Size 7/Root 1 0 R/Info 6 0 R/Prev {before}>>\n"
    return name, first + added.encode() + f"startxref\n{place + len(later)}\n%%EOF\n".encode()


def _attached(chance: Chance) -> tuple[str, bytes]:
    book = pypdfium2.PdfDocument(page(chance)[1])
    book.new_attachment("du-lieu.txt").set_data(sentence(chance).encode())
    return "van-ban.pdf", saved(book)


def _custom(chance: Chance) -> tuple[str, bytes]:
    made, said = chance.choice([word, table])(chance), f"<a>{sentence(chance)}</a>".encode()
    return repacked(made, {chance.choice(["docProps/custom.xml", "customXml/item7.xml"]): said})


def _embedded(chance: Chance) -> tuple[str, bytes]:
    if chance.random() < 0.3:
        return _attached(chance)
    folder, made = chance.choice([("word", word), ("xl", table)])
    return repacked(
        made(chance), {f"{folder}/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0" + digits(chance, 60).encode()}
    )


def _pivot(chance: Chance) -> tuple[str, bytes]:
    return repacked(
        table(chance), {"xl/pivotCache/pivotCacheRecords1.xml": f"<r><s v='{person(chance)}'/></r>".encode()}
    )


def _placed(chance: Chance) -> tuple[str, bytes]:
    if chance.random() < 0.5:
        return word(chance, _picture)
    return repacked(table(chance), {"xl/media/image1.jpeg": photo(placed=True)})


def _external(chance: Chance) -> tuple[str, bytes]:
    return repacked(table(chance), {"xl/externalLinks/externalLink1.xml": f"<e>{person(chance)}</e>".encode()})


LEAKS: dict[str, tuple[str, Callable[[Chance], tuple[str, bytes]]]] = {
    "author": ("author", lambda chance: chance.choice([
        lambda: word(chance, _author), lambda: table(chance, _creator), lambda: page(chance, author="Nguyen Van Soan"),
    ])()),
    "remark in a text": ("comment", lambda chance: word(chance, _remark)),
    "remark on a cell": ("comment", lambda chance: table(chance, _note)),
    "remark on a page": ("comment", _page_note),
    "tracked change": ("tracked", lambda chance: word(chance, _tracked)),
    "white words": ("hidden", lambda chance: word(chance, _white)),
    "black bar": ("hidden", lambda chance: word(chance, _barred)),
    "hidden words": ("hidden", lambda chance: word(chance, _vanished)),
    "tiny words": ("hidden", lambda chance: word(chance, _tiny)),
    "covered on a page": ("hidden", _covered),
    "white cell": ("hidden", lambda chance: table(chance, _white_cell)),
    "hidden sheet": ("hidden_sheet", lambda chance: table(chance, _sheet("hidden"))),
    "very hidden sheet": ("hidden_sheet", lambda chance: table(chance, _sheet("veryHidden"))),
    "hidden row": ("hidden_row", lambda chance: table(chance, _row)),
    "filtered rows": ("hidden_row", lambda chance: table(chance, _filtered)),
    "hidden column": ("hidden_column", lambda chance: table(chance, _column)),
    "pivot cache": ("pivot", _pivot),
    "other workbook": ("external", _external),
    "embedded file": ("embedded", _embedded),
    "earlier state": ("previous", _earlier),
    "custom data": ("custom", _custom),
    "place of a photo": ("photo", _placed),
    "identity": ("citizen", lambda chance: word(chance, _identity)),
    "list of identities": ("citizen", lambda chance: table(chance, _list("Số CCCD", lambda c: int(f"1{digits(c, 10)}")))),
    "phone": ("phone", lambda chance: word(chance, _phone)),
    "list of phones": ("phone", lambda chance: table(chance, _list("SĐT", lambda c: int(f"9{digits(c, 8)}")))),
    "bank account": ("bank", lambda chance: word(chance, _bank)),
}  # fmt: skip
"""By kind: the code it must be found under, and how such a file is made."""


def chances(kind: str, count: int = 10) -> Iterator[Chance]:
    """Yield what decides each file of a kind: the same ones in every run."""
    return (random.Random(f"{kind}/{number}") for number in range(count))  # noqa: S311 -- a sample, no secret


# what looks like a leak and is none


def _head(book: Any, _chance: Chance) -> None:
    """White letters on a dark ground, a filter that hides nothing, a wide column."""
    for cell in book.active[1]:
        cell.font, cell.fill = Font(color="FFFFFFFF", bold=True), PatternFill("solid", fgColor="FF1F3864")
    book.active.auto_filter.ref = book.active.dimensions
    book.active.column_dimensions["B"].width = 60


def _office(book: Any, chance: Chance) -> None:
    book.properties.creator = chance.choice(["Văn phòng HĐND và UBND", "Hội đồng nhân dân xã Mẫu", "openpyxl"])


def _codes(book: Any, chance: Chance) -> None:
    book.active.cell(1, 4, "Mã hồ sơ")
    for row in range(2, 5):
        book.active.cell(row, 4, f"KN-2026-{digits(chance, 4)}")


def _dark_table(book: Any, _chance: Chance) -> None:
    cell = book.add_table(1, 1).cell(0, 0)
    run = cell.paragraphs[0].add_run("Nội dung")
    run.font.color.rgb = RGBColor(255, 255, 255)
    shade = OxmlElement("w:shd")
    shade.set(qn("w:fill"), "1F3864")
    cell._tc.get_or_add_tcPr().append(shade)


def _cited(book: Any, chance: Chance) -> None:
    _said(
        book, chance, f" Căn cứ Nghị quyết số {digits(chance, 2)}/NQ-HĐND ngày 05/11/2026; gửi về vanphong@mau.gov.vn."
    )


def _sum(book: Any, chance: Chance) -> None:
    _said(
        book,
        chance,
        f" Tổng dự toán {chance.randrange(1, 9)}.{digits(chance, 3)}.{digits(chance, 3)}.{digits(chance, 3)} đồng.",
    )


def _plain_picture(book: Any, _chance: Chance) -> None:
    book.add_picture(io.BytesIO(photo(placed=False)))


def _ground(chance: Chance) -> tuple[str, bytes]:
    """A dark band, and the words written upon it."""
    return page(chance, "0.1 0.2 0.4 rg 60 600 300 20 re f\n1 1 1 rg BT /F1 12 Tf 72 605 Td (Table head) Tj ET\n")


def _linked(chance: Chance) -> tuple[str, bytes]:
    return page(chance, notes="<</Type/Annot/Subtype /Link/Rect[72 750 200 770]/A<</S/URI/URI(https://mau.gov.vn)>>>>")


CLEAN: tuple[Callable[[Chance], tuple[str, bytes]], ...] = (
    word, table, page, _linked,
    lambda chance: table(chance, _head), lambda chance: table(chance, _office), lambda chance: table(chance, _codes),
    lambda chance: word(chance, _dark_table), lambda chance: word(chance, _cited), lambda chance: word(chance, _sum),
    lambda chance: word(chance, _plain_picture), _ground,
)  # fmt: skip
"""Makers of files that hide nothing and name nobody."""
