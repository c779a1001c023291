"""Form check: every deviation of a .docx from NĐ 30/2020 (Phụ lục I and Điều 7, 8, 13, 15), with its clause.

Reads any Word file, ours or another office's. What the product's law sheet does not state is not judged, but for the
"./." at the end of a text, which is told as a custom, not as law.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass

from django.utils.translation import gettext as _

from nghitruong.base.errors import Invalid
from nghitruong.documents.rules.files import DOCX, kind_of
from nghitruong.documents.rules.form_check.parts import Parts, found_parts
from nghitruong.documents.rules.form_check.reading import MONOCHROME, Book, Line, Sheet, read
from nghitruong.documents.rules.kinds.types import TYPES
from nghitruong.documents.rules.text import MOTTO

ANNEX_I = "Nghị định 30/2020/NĐ-CP, Phụ lục I"
COMPONENTS = "Nghị định 30/2020/NĐ-CP, Điều 8 và Phụ lục I"
CAPACITY = "Nghị định 30/2020/NĐ-CP, Điều 13"
NUMBERING = "Nghị định 30/2020/NĐ-CP, Điều 15 và Phụ lục I"
TYPE_CODES = "Nghị định 30/2020/NĐ-CP, Điều 7 và Phụ lục III"
CUSTOM = "thông lệ trình bày (chưa kiểm chứng trong văn bản quy phạm)"
MOST_BYTES = 30 * 1024 * 1024
FONT = "Times New Roman"
SHORT = 1_500
"""A text with fewer letters fits one page and needs no page number."""
_STATE = re.compile(r"CỘNG (HÒA|HOÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM")
_NUMBER = re.compile(r"Số: (?P<no>[\w.-]*?)\s*/(?P<symbol>[\w./-]+)$")
_DAY = re.compile(r".+, ngày (?P<day>\d{1,2}|) ?tháng (?P<month>\d{1,2}|) ?năm (?P<year>\d{4}|)$")
_ACADEMIC = re.compile(
    r"^(GS|PGS|TS|ThS|CN|KS|BS|Tiến sĩ|Thạc sĩ|Giáo sư|Phó Giáo sư|Cử nhân|Kỹ sư)\b[.,]?", re.IGNORECASE
)
_WRONG_CAPACITY = re.compile(r"^(T/M|K/T|T/L|TUQ(?!\.)|TM(?!\.)|KT(?!\.)|TL(?!\.)|QUYỀN |Q(?!\.)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Deviation:
    """One place where the form is not the decree's: a code, the sentence for the reader, the words, the clause."""

    code: str
    told: str
    words: str
    clause: str


@dataclass(frozen=True, slots=True)
class Look:
    """How a component looks: sizes allowed, bold, italic, capitals (None: not said)."""

    sizes: tuple[float, float]
    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None


LOOKS = {
    "state": Look((12, 13), True, False, True),
    "motto": Look((13, 14), True, False, False),
    "governing": Look((12, 13), False, False, True),
    "issuing": Look((12, 13), True, False, True),
    "number": Look((13, 13), False, False),
    "day": Look((13, 14), False, True),
    "type": Look((13, 14), True, False, True),
    "abstract": Look((13, 14), True, False, False),
    "letter": Look((12, 13), False, False),
    "to": Look((13, 14), False, False),
    "ground": Look((13, 14), False, True),
    "body": Look((13, 14)),
    "capacity": Look((13, 14), True, False, True),
    "name": Look((13, 14), True, False, False),
    "recipients_head": Look((12, 12), True, True),
    "recipient": Look((11, 11), False, False),
    "page_number": Look((13, 14), False, False),
}


def check(name: str, content: bytes) -> list[Deviation]:
    """Return every deviation of a .docx, in the order of the page; raise Invalid for what is not a Word file."""
    if kind_of(name, content, most_bytes=MOST_BYTES) != DOCX:
        raise Invalid(_("Chỉ kiểm tra được thể thức của tệp Word (.docx)."))
    try:
        book = read(content)
    except (KeyError, ValueError, AttributeError, SyntaxError, zipfile.BadZipFile) as error:
        raise Invalid(_("Tệp «%(name)s» bị hỏng, không mở được.") % {"name": name}) from error
    return _Check(book).run()


def _names() -> dict[str, str]:
    return {
        "state": _("Quốc hiệu"),
        "motto": _("Tiêu ngữ"),
        "governing": _("Tên cơ quan chủ quản"),
        "issuing": _("Tên cơ quan ban hành"),
        "number": _("Số, ký hiệu"),
        "day": _("Địa danh và thời gian ban hành"),
        "type": _("Tên loại văn bản"),
        "abstract": _("Trích yếu"),
        "letter": _("Trích yếu công văn"),
        "to": _("Kính gửi"),
        "ground": _("Căn cứ ban hành"),
        "body": _("Nội dung văn bản"),
        "capacity": _("Quyền hạn, chức vụ người ký"),
        "name": _("Họ tên người ký"),
        "recipients_head": _("Chữ «Nơi nhận»"),
        "recipient": _("Danh sách nơi nhận"),
        "page_number": _("Số trang"),
    }


def _told(number: float) -> str:
    return f"{number:.3g}".replace(".", ",")


class _Check:
    def __init__(self, book: Book) -> None:
        self.book = book
        self.parts: Parts = found_parts(book.lines)
        self.names = _names()
        self.found: dict[tuple[str, str], Deviation] = {}

    def run(self) -> list[Deviation]:
        for sheet in self.book.sheets:
            self._sheet(sheet)
        self._letters()
        self._state()
        self._organs()
        self._number()
        self._day()
        self._title()
        self._body()
        self._page_number()
        self._signature()
        self._recipients()
        return list(self.found.values())

    def _add(self, code: str, told: str, words: str = "", clause: str = ANNEX_I) -> None:
        self.found.setdefault((code, words[:60]), Deviation(code, told, words[:120], clause))

    def _look(self, part: str, line: Line, *, centred: bool = False) -> None:
        look, what = LOOKS[part], {"what": self.names[part]}
        low, high = look.sizes
        wrong = sorted(size for size in line.sizes if not low <= size <= high)
        if wrong:
            allowed = f"{low:g}" if low == high else f"{low:g}-{high:g}"
            self._add(
                f"{part}.size",
                _("%(what)s: cỡ chữ %(found)s, phải là %(wanted)s.")
                % {**what, "found": _told(wrong[0]), "wanted": allowed},
                line.words,
            )
        if look.bold is not None and line.bold is not None and bool(line.bold) != look.bold:
            told = _("%(what)s: phải in đậm.") if look.bold else _("%(what)s: không in đậm.")
            self._add(f"{part}.bold", told % what, line.words)
        if look.italic is not None and line.italic is not None and bool(line.italic) != look.italic:
            told = _("%(what)s: phải in nghiêng.") if look.italic else _("%(what)s: phải là kiểu chữ đứng.")
            self._add(f"{part}.italic", told % what, line.words)
        if look.capitals is not None and line.words and (line.shown == line.shown.upper()) != look.capitals:
            told = _("%(what)s: phải viết hoa toàn bộ.") if look.capitals else _("%(what)s: phải viết chữ thường.")
            self._add(f"{part}.case", told % what, line.words)
        if centred and line.align != "center":
            self._add(f"{part}.centre", _("%(what)s: phải căn giữa.") % what, line.words)

    def _missing(self, part: str) -> None:
        self._add(f"{part}.missing", _("%(what)s: thiếu.") % {"what": self.names[part]}, "", COMPONENTS)

    def _rule(self, part: str, line: Line | None) -> None:
        if line is not None and not self.parts.is_ruled(line):
            self._add(
                f"{part}.rule", _("%(what)s: thiếu đường kẻ ngang bên dưới.") % {"what": self.names[part]}, line.words
            )

    def _sheet(self, sheet: Sheet) -> None:
        sides = sorted((sheet.width, sheet.height))
        if abs(sides[0] - 210) > 1 or abs(sides[1] - 297) > 1:
            self._add(
                "page.size",
                _("Khổ giấy %(w)s x %(h)s mm, phải là A4 (210 x 297 mm).")
                % {"w": _told(sheet.width), "h": _told(sheet.height)},
            )
        elif sheet.width > sheet.height and sheet is self.book.sheets[0] and not self.book.has_wide_table:
            self._add(
                "page.landscape",
                _(
                    "Trang đầu phải trình bày theo chiều dài khổ A4 (đứng); chỉ văn bản có bảng, biểu mới được đặt ngang."
                ),
            )
        limits = {
            "top": (_("Lề trên"), sheet.top, 20, 25),
            "bottom": (_("Lề dưới"), sheet.bottom, 20, 25),
            "left": (_("Lề trái"), sheet.left, 30, 35),
            "right": (_("Lề phải"), sheet.right, 15, 20),
        }
        for side, (what, given, low, high) in limits.items():
            if not low - 0.5 <= given <= high + 0.5 and sheet.width < sheet.height:
                self._add(
                    f"margin.{side}",
                    _("%(what)s %(found)s mm, phải từ %(low)s đến %(high)s mm.")
                    % {"what": what, "found": _told(given), "low": low, "high": high},
                )

    def _letters(self) -> None:
        for line in [*self.book.lines, *self.book.header]:
            for font in line.fonts - {FONT}:
                told = _("Phông chữ %(font)s, phải là Times New Roman.") % {
                    "font": font if font not in {"", "theme"} else _("khác")
                }
                self._add("font", told, line.words)
            if line.colours - MONOCHROME:
                self._add("colour", _("Chữ phải màu đen."), line.words)

    def _state(self) -> None:
        if self.parts.state is None:
            self._missing("state")
        else:
            self._look("state", self.parts.state, centred=True)
            if not _STATE.fullmatch(self.parts.state.shown.upper()):
                self._add(
                    "state.words",
                    _("Quốc hiệu phải ghi «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM»."),
                    self.parts.state.words,
                    COMPONENTS,
                )
        if self.parts.motto is None:
            self._missing("motto")
            return
        self._look("motto", self.parts.motto, centred=True)
        if self.parts.motto.words.casefold() != MOTTO.casefold():
            self._add(
                "motto.words", _("Tiêu ngữ phải ghi «Độc lập - Tự do - Hạnh phúc»."), self.parts.motto.words, COMPONENTS
            )
        self._rule("motto", self.parts.motto)

    def _organs(self) -> None:
        if not self.parts.organs:
            self._missing("issuing")
            return
        *governing, issuing = self.parts.organs
        for line in governing:
            if not (line.bold and governing.index(line) > 0):
                self._look("governing", line)
        self._look("issuing", issuing, centred=True)
        self._rule("issuing", issuing)

    def _number(self) -> None:
        line = self.parts.number
        if line is None:
            self._missing("number")
            return
        self._look("number", line)
        found = _NUMBER.match(line.words.replace("\u00a0", ""))
        if found is None:
            self._add("number.form", _("Số, ký hiệu phải có dạng «Số: 05/TB-HĐND»."), line.words, NUMBERING)
            return
        number, symbol = found["no"], found["symbol"]
        if number.isdigit() and len(number) < 2:
            self._add("number.zero", _("Số nhỏ hơn 10 phải thêm số 0 phía trước."), line.words, NUMBERING)
        if symbol != symbol.strip("-/.") or symbol.upper().startswith(("CV-", "CV/")):
            self._add(
                "number.symbol",
                _("Công văn không có mã loại; «CV» không phải ký hiệu loại văn bản."),
                line.words,
                TYPE_CODES,
            )
        self._type_code(symbol, line)

    def _type_code(self, symbol: str, line: Line) -> None:
        code = symbol.rsplit("/", maxsplit=1)[-1].split("-", maxsplit=1)[0]
        title = self.parts.type
        if title is None:
            return
        wanted = {name.upper(): code_ for code_, name in TYPES.items() if code_}.get(title.shown.upper())
        if wanted and code != wanted:
            told = _("Ký hiệu loại văn bản là «%(found)s», của %(type)s phải là «%(wanted)s».")
            self._add(
                "number.type", told % {"found": code, "type": title.words, "wanted": wanted}, line.words, TYPE_CODES
            )

    def _day(self) -> None:
        line = self.parts.day
        if line is None:
            self._missing("day")
            return
        self._look("day", line)
        found = _DAY.match(line.words.replace("\u00a0", " "))
        if found is None:
            self._add("day.form", _("Thời gian ban hành phải ghi «Địa danh, ngày … tháng … năm …»."), line.words)
            return
        day, month = found["day"], found["month"]
        if len(day) == 1:
            self._add("day.zero", _("Ngày nhỏ hơn 10 phải thêm số 0 phía trước."), line.words)
        if month in {"1", "2"}:
            self._add("day.month", _("Tháng 1, tháng 2 phải thêm số 0 phía trước."), line.words)
        if (day and not 1 <= int(day) <= 31) or (month and not 1 <= int(month) <= 12):
            self._add("day.form", _("Thời gian ban hành phải ghi «Địa danh, ngày … tháng … năm …»."), line.words)

    def _title(self) -> None:
        if self.parts.letter is not None:
            self._look("letter", self.parts.letter)
        elif self.parts.type is None:
            self._missing("type")
        if self.parts.type is not None:
            self._look("type", self.parts.type, centred=True)
            if not self.parts.abstract:
                self._missing("abstract")
            for line in self.parts.abstract:
                self._look("abstract", line, centred=True)
            self._rule("abstract", self.parts.abstract[-1] if self.parts.abstract else None)
        for line in self.parts.to:
            self._look("to", line)

    def _body(self) -> None:
        grounds = self.parts.grounds
        for place, line in enumerate(grounds):
            self._look("ground", line)
            ending = "." if place == len(grounds) - 1 else ";"
            if not line.words.endswith(ending):
                self._add("ground.end", _("Mỗi căn cứ kết thúc bằng dấu «;», căn cứ cuối bằng dấu «.»."), line.words)
        if not self.parts.body:
            self._missing("body")
        for line in [*grounds, *self.parts.body]:
            self._paragraph(line)
        if self.parts.body and not self.parts.body[-1].words.endswith("./."):
            self._add("body.end", _("Văn bản kết thúc bằng dấu «./.»."), self.parts.body[-1].words, CUSTOM)

    def _paragraph(self, line: Line) -> None:
        self._look("body", line)
        if line.align == "center":
            return
        if line.align not in {"both", "distribute"} and not line.bold:
            self._add("body.justify", _("Nội dung phải căn đều hai bên."), line.words)
        if not 0.95 <= line.first <= 1.32:
            told = _("Dòng đầu đoạn thụt %(found)s cm, phải là 1 cm hoặc 1,27 cm.") % {"found": _told(line.first)}
            self._add("body.indent", told, line.words)
        if line.gap < 6:
            self._add(
                "body.gap",
                _("Khoảng cách giữa các đoạn %(found)s pt, phải từ 6 pt.") % {"found": _told(line.gap)},
                line.words,
            )
        if not 0.97 <= line.spacing <= 1.52:
            told = _("Khoảng cách dòng %(found)s, phải từ dòng đơn đến 1,5 dòng.") % {"found": _told(line.spacing)}
            self._add("body.spacing", told, line.words)

    def _page_number(self) -> None:
        letters = sum(len(line.words) for line in self.book.lines)
        if self.book.footer:
            self._add("page_number.place", _("Số trang phải ở giữa lề trên."), "", ANNEX_I)
        if not self.book.header:
            if letters > SHORT and not self.book.footer:
                self._missing("page_number")
            return
        for line in self.book.header:
            self._look("page_number", line, centred=True)
        if self.book.first_header or not self.book.sheets[0].title_page:
            self._add("page_number.first", _("Không đánh số trang thứ nhất."))

    def _signature(self) -> None:
        if not self.parts.capacity:
            self._missing("capacity")
            return
        for line in self.parts.capacity:
            self._look("capacity", line, centred=True)
            if _WRONG_CAPACITY.match(line.shown):
                self._add("capacity.form", _("Quyền hạn ký phải ghi TM., Q., KT., TL. hoặc TUQ."), line.words, CAPACITY)
        for line, after in zip(self.parts.capacity, [*self.parts.capacity[1:], None], strict=True):
            if line.shown.startswith("KT.") and (after is None or not after.shown.startswith("PHÓ")):
                told = _("Ký thay (KT.) thì dòng sau là chức vụ của cấp phó.")
                self._add("capacity.deputy", told, line.words, CAPACITY)
        for line in self.parts.names:
            self._look("name", line, centred=True)
            if _ACADEMIC.match(line.words):
                told = _("Không ghi học hàm, học vị trước họ tên người ký.")
                self._add("name.title", told, line.words)

    def _recipients(self) -> None:
        if self.parts.recipients_head is None:
            self._missing("recipient")
            return
        self._look("recipients_head", self.parts.recipients_head)
        if self.parts.recipients_head.words != "Nơi nhận:":
            self._add("recipients_head.words", _("Phải ghi «Nơi nhận:»."), self.parts.recipients_head.words)
        listed = self.parts.recipients
        for place, line in enumerate(listed):
            self._look("recipient", line)
            last = place == len(listed) - 1
            if not line.words.startswith("-") or not line.words.endswith("." if last else ";"):
                told = _("Mỗi nơi nhận bắt đầu bằng gạch đầu dòng, kết thúc bằng dấu «;», dòng cuối bằng dấu «.».")
                self._add("recipient.form", told, line.words)
        if not listed or "Lưu:" not in listed[-1].words:
            self._add(
                "recipient.archive",
                _("Dòng cuối của nơi nhận phải là «Lưu: VT, …»."),
                listed[-1].words if listed else "",
            )
