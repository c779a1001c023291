"""Who leads the meeting, who signs, who else is named, and which bodies take part."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nghitruong.intake.rules.names import HONORIFIC, NAME, Mention, mentions
from nghitruong.intake.rules.plain import UPPER, Line, Plain, one_line
from nghitruong.intake.rules.source import Found
from nghitruong.intake.rules.surnames import SURNAMES

_LEADS = r"(?:đồng\s+)?(?:chủ\s+trì|chủ\s+tọa|chủ\s+toạ|chủ\s+tịch\s+đoàn)"
_CLOSES = r"(?:phát\s+biểu\s+)?kết\s+luận"
_LED_AFTER = re.compile(
    rf"(?:Chủ\s+trì|CHỦ\s+TRÌ|Chủ\s+t(?:ọa|oạ)|(?:(?<=[.;:\n]\s)|(?<=\n))(?:chủ\s+trì|chủ\s+t(?:ọa|oạ)))(?:\s+(?:và\s+điều\s+hành\s+)?(?:kỳ\s+họp|hội\s+nghị|phiên|buổi|cuộc|họp|điều\s+hành|điểm\s+cầu)[^,:;.]{{0,60}}?)?"
    rf"\s*(?:[,:]|là|có|gồm|gồm\s+có)\s*(?:có\s+|là\s+|gồm\s+)?(?={HONORIFIC}|{NAME})",
)
_UNDER = re.compile(
    rf"(?:dưới\s+sự\s+chủ\s+trì|dưới\s+sự\s+điều\s+hành|sự\s+chủ\s+trì)\s+của\s+(?={HONORIFIC}|[{UPPER}])"
)
_CLOSED_AFTER = re.compile(
    rf"(?:[Pp]hát\s+biểu\s+)?[Kk]ết\s+luận(?:\s+(?:tại\s+)?(?:hội\s+nghị|buổi|cuộc|phiên|kỳ|họp|Hội\s+nghị|chỉ\s+đạo)[^,:;.]{{0,60}}?)?\s*(?:,|:|thì)\s*(?=(?P<who>{HONORIFIC}|[{UPPER}]))"
)
_GAP = re.compile(
    rf"\s*(?:[,)–-]\s*)?(?:(?:đã|cùng|và|trực\s+tiếp|phát\s+biểu\s+(?:khai\s+mạc|chỉ\s+đạo|kết\s+luận)\s*(?:,|và)?|dự\s*(?:,|và)|tham\s+dự\s*(?:,|và)|đến\s+dự\s*(?:,|và)?|điều\s+hành\s*(?:,|và)?|thay\s+mặt[^.;]{{0,90}}?)\s*)*"
    rf"(?P<verb>{_LEADS}|{_CLOSES})\b"
)
_JOINED = re.compile(
    rf"\s*(?:;|,|và|,\s*và|cùng|;\s*và)?\s*(?:cùng\s+)?(?:các\s+Phó[^.;:]{{0,60}}?|các|{HONORIFIC})?\s*:?\s*"
)
_AFTER_STOP = re.compile(
    r"(?:;|\.|,|\n)\s*(?:(?:[Cc]ùng\s+|[Tt]ham\s+|[Đđ]ến\s+|[Vv]ề\s+)?[Dd]ự\b|[Tt]ham\s+gia|[Tt]hành\s+phần|có\s+(?:mặt|sự)|[Tt]hư\s+ký)"
)
_OFFICE = (
    r"(?P<office>(?:Phó\s+)?(?:Chủ\s+tịch|Bí\s+thư|Trưởng\s+[Bb]an)\s+(?:Thường\s+trực\s+)?"
    r"(?:HĐND|UBND|Hội\s+đồng\s+nhân\s+dân|[UỦ][ỷy]\s+ban\s+nhân\s+dân|Tỉnh\s+[ủu]y|Thành\s+[ủu]y|Thị\s+[ủu]y|Huyện\s+[ủu]y|Quận\s+[ủu]y|Đảng\s+[ủu]y)"
    r"(?:\s+(?:tỉnh|thành\s+phố|TP|thị\s+xã|huyện|quận|xã|phường|thị\s+trấn|đặc\s+khu))?)"
)
_OFFICE_CLOSES = re.compile(
    rf"[Kk]ết\s+luận[^.;:,]{{0,50}},\s*(?:đồng\s+chí\s+)?{_OFFICE}\s+[a-zà-ỹđ]"
    rf"|{_OFFICE.replace('<office>', '<office2>')}\s+(?:phát\s+biểu\s+)?kết\s+luận\b"
)
_AUTHORITY = re.compile(
    rf"(?P<sign>(?:TM|KT|TL|TUQ|T/M|K/T|T/L)(?:\s*\.|(?=\s))|Q\.)\s*(?P<whom>[{UPPER}][{UPPER}\s,.\-–]+)"
)
_POSITION = re.compile(
    r"(?:QUYỀN |Q\. ?)?(?:PHÓ |ỦY VIÊN |UỶ VIÊN )?(?:CHỦ TỊCH|CHÁNH VĂN PHÒNG|CHÁNH VP|CHÁNH THANH TRA|TRƯỞNG BAN|TRƯỞNG ĐOÀN|TRƯỞNG PHÒNG|TỔ TRƯỞNG|GIÁM ĐỐC|BÍ THƯ|CHỦ NHIỆM|CHỦ TỌA|CHỦ TOẠ|CHỦ TRÌ|THƯ KÝ|THƯỜNG TRỰC|VIÊN|VĂN PHÒNG)\b[^\n]*"
)
_SIGNED_AS = re.compile(r"(?:^|\n)\s*(?:Người ký|Ký bởi)\s*:\s*(?P<name>" + NAME + r")")
_AUTHOR = re.compile(
    r"(?:^|\n)\s*(?:Tác giả|Tin, ảnh|Tin và ảnh|Tin|Bài, ảnh|Bài|Thực hiện|Nguồn tin)\s*:\s*(?P<name>[^\n(|]{3,60})"
)
_BODY_WORD = re.compile(r"HĐND|UBND|MTTQ|TXCT|BAN|ẢNH|TIN|VIỆT NAM|XÃ|PHƯỜNG|TỈNH|HUYỆN|HẾT|THÔNG")
_BYLINE = re.compile(rf"{NAME}(?:\s*[-–,&]\s*{NAME})*")
_TALKED = re.compile(
    r"(?:[Vv]ề phía [^.;:]{0,60}?\bcó\s+)|(?:[Cc]ùng\s+|[Tt]ham\s+|[Đđ]ến\s+|[Vv]ề\s+)?(?:[Dd]ự|[Tt]ham gia|[Tt]ham dự)(?:\s+(?:hội nghị|họp|kỳ họp|buổi làm việc|cuộc họp|phiên họp|có|Hội nghị)[^.;:]{0,50}?)?\s*(?:có|gồm|:)\s*"
)
_GROUP = re.compile(
    r"(?:[^;,]|,(?!\s+(?:[Đđ]ại diện|[Ll]ãnh đạo|[Tt]rưởng|các |[Cc]ông chức|[Tt]hường trực|HĐND|UBND|UBMTTQ|[Vv]ăn phòng|Ban |đại biểu)))+"
)
_ROLES = (
    (r"báo cáo", "báo cáo"), (r"trả lời", "trả lời"), (r"giải trình", "giải trình"), (r"trình", "trình bày"),
    (r"miễn nhiệm", "miễn nhiệm"), (r"bầu bổ sung", "bầu bổ sung"), (r"phát biểu", "phát biểu"), (r"dự", "dự"),
)  # fmt: skip
_SMALL = {"VĂN PHÒNG": "Văn phòng", "HĐND": "HĐND", "UBND": "UBND", "MTTQ": "MTTQ", "BAN": "Ban"}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named: "" where the document gives no office or part."""

    quote: Found
    name: str
    title: str
    role: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs: `authority` lists the capacities in order ("TL. THƯỜNG TRỰC HĐND; KT. CHÁNH VĂN PHÒNG")."""

    quote: Found
    name: str
    title: str
    authority: str | None
    is_author: bool = False


@dataclass(frozen=True, slots=True)
class People:
    """All the people of a document by their part in it."""

    chairs: list[Person]
    others: list[Person]
    signatory: Signatory | None
    participants: list[Found]


def people(plain: Plain, *, is_news: bool) -> People:
    """Return who leads, who signs, who else is named and which bodies take part."""
    signed = signatory(plain, is_news=is_news)
    signed_at = plain.text.rfind(signed.name) if signed else len(plain.text)
    named = [one for one in mentions(plain) if one.start < signed_at or signed is None or one.name != signed.name]
    chairs = _Chairs(plain, named).people()
    leading = {person.name for person in chairs} | ({signed.name} if signed else set())
    others: dict[str, Person] = {}
    for mention in named:
        if mention.name in leading:
            continue
        known = others.get(mention.name)
        if known is None or (not known.title and mention.title):
            others[mention.name] = Person(mention.quote(plain), mention.name, mention.title, _role(plain, mention))
    return People(chairs, list(others.values()), signed, participants(plain, named))


class _Chairs:
    """Those who lead or conclude, gathered with the parts they take."""

    def __init__(self, plain: Plain, named: list[Mention]) -> None:
        self._plain = plain
        self._text = plain.text
        self._named = named
        self._roles: dict[str, list[str]] = {}

    def people(self) -> list[Person]:
        """Return the leaders in the order in which they are first named, each with the fullest office."""
        self._before_verbs()
        for form in (_LED_AFTER, _UNDER):
            for match in form.finditer(self._text):
                for mention in _following(self._text, self._named, match.end()):
                    self._add(mention, "chủ trì")
        self._after_closing()
        self._by_office()
        fullest: dict[str, Mention] = {}
        for mention in self._named:
            if mention.name in self._roles:
                known = fullest.setdefault(mention.name, mention)
                if len(known.title) < len(mention.title):
                    fullest[mention.name] = mention
        return [
            Person(one.quote(self._plain), name, one.title, "; ".join(self._roles[name]))
            for name, one in fullest.items()
        ]

    def _add(self, mention: Mention, role: str) -> None:
        told = self._roles.setdefault(mention.name, [])
        if role not in told:
            told.append(role)

    def _before_verbs(self) -> None:
        """Read "đồng chí A … chủ trì", those joined to A before it too."""
        text = self._text
        for place, mention in enumerate(self._named):
            gap = _GAP.match(text, mention.title_end, min(len(text), mention.title_end + 160))
            if gap is None or not _is_of_person(text, gap):
                continue
            role = _role_word(gap["verb"])
            self._add(mention, role)
            if role == "chủ trì":
                for joined in _joined_before(text, self._named, place):
                    self._add(joined, role)

    def _after_closing(self) -> None:
        """Read "Phát biểu kết luận hội nghị, đồng chí A …"."""
        for match in _CLOSED_AFTER.finditer(self._text):
            first = next((one for one in self._named if one.start >= match.end()), None)
            if first is not None and first.first - match.end() < 4:
                self._add(first, "kết luận")

    def _by_office(self) -> None:
        """Read "Chủ tịch HĐND huyện kết luận …" as the person whom the text names with just this office."""
        for match in _OFFICE_CLOSES.finditer(self._text):
            office = one_line(match["office"] or match["office2"]).lower()
            for mention in self._named:
                offices = [part.strip().lower() for part in re.split(r",| [-–] |;", mention.title)]
                if office in offices or any(len(one) > 12 and office.startswith(one) for one in offices):
                    self._add(mention, "kết luận")
                    return


def _is_of_person(text: str, gap: re.Match[str]) -> bool:
    """Leading a meeting, not a task: "chủ trì, phối hợp với …" gives work; "kết luận" must close or conclude."""
    after = text[gap.end() : gap.end() + 40]
    if gap["verb"].lower().endswith("luận"):
        return not re.match(r"\s+(?:thanh tra|giám sát|kiểm tra|số)\b", after)
    return not re.match(r"\s*,?\s*(?:phối hợp|tham mưu|xây dựng|rà soát|giải quyết|triển khai)\b", after)


def _role_word(verb: str) -> str:
    return "kết luận" if verb.lower().endswith("luận") else "chủ trì"


def _joined_before(text: str, named: list[Mention], place: int) -> list[Mention]:
    """Return the people joined to this one by a comma, a semicolon or "và"."""
    joined = []
    here = named[place]
    for before in reversed(named[:place]):
        between = text[max(before.end, before.title_end) : here.first]
        if "." in between.replace("TP.", "") or "\n" in between or not _JOINED.fullmatch(between):
            break
        joined.append(before)
        here = before
    return joined


def _following(text: str, named: list[Mention], start: int) -> list[Mention]:
    """Return the people listed from here on, to the end of the list or the word that begins another one."""
    found: list[Mention] = []
    place = start
    for mention in named:
        if mention.start < start:
            continue
        between = text[place : mention.first]
        if found and (_AFTER_STOP.search(between) or not _JOINED.fullmatch(between)):
            break
        if (
            not found
            and mention.first - start > 12
            and not re.fullmatch(rf"\s*(?:{HONORIFIC}\s*:?\s*|.{{0,80}}?\s)?", between)
        ):
            break
        if not found and len(between) > 90:
            break
        found.append(mention)
        place = max(mention.end, mention.title_end)
        if re.match(r"\s*;?\s*(?:[Cc]ùng\s+|[Tt]ham\s+)?[Dd]ự\b|\s*\.", text[place : place + 20]):
            break
    return found


def _role(plain: Plain, mention: Mention) -> str:
    after = plain.text[mention.title_end : mention.title_end + 60].split("\n")[0]
    before = plain.text[max(0, mention.first - 160) : mention.first].split("\n")[-1]
    for form, role in _ROLES:
        if re.match(rf"\s*,?\s*(?:đã\s+|[^.;,]{{0,40}}){form}\b", after):
            return role
    for form, role in (("miễn nhiệm", "miễn nhiệm"), ("bầu bổ sung", "bầu bổ sung")):
        if re.search(rf"{form}[^.]*$", before):
            return role
    return "dự" if re.search(r"\b[Dd]ự\b[^.]*$", before) else ""


def signatory(plain: Plain, *, is_news: bool) -> Signatory | None:
    """Return who signs: the name under the capacities and the office; for news the author's line."""
    stated = _SIGNED_AS.search(plain.text)
    if stated:
        return Signatory(plain.found(stated.start("name"), stated.end("name")), one_line(stated["name"]), "", None)
    return _author(plain) if is_news else _signed(plain)


def _author(plain: Plain) -> Signatory | None:
    lines = list(_AUTHOR.finditer(plain.text))
    if lines:
        match = lines[-1]
        name = re.split(r"\s*[-–,;]\s*(?:Ảnh|ảnh|Video|Theo)\b", one_line(match["name"]))[0].rstrip(" .,;/")
        start = match.start("name")
        if _BYLINE.fullmatch(name):
            return Signatory(plain.found(start, start + len(name)), name, "tác giả", None, is_author=True)
        return None
    for line in plain.lines[:2:-1][:5]:
        text = line.text.strip("./ ")
        if re.fullmatch(rf"[{UPPER}]{{2,}}(?: [{UPPER}]{{2,}}){{1,3}}", text) and not _BODY_WORD.search(text):
            return Signatory(plain.found(line.start, line.end), _proper(text), "tác giả", None, is_author=True)
        if _BYLINE.fullmatch(text) and 2 <= len(text.split()) <= 9 and not _BODY_WORD.search(text):
            return Signatory(plain.found(line.start, line.end), text, "tác giả", None, is_author=True)
    return None


def _signed(plain: Plain) -> Signatory | None:
    """Read the block at the end: capacities and office in capitals, the name in a line below."""
    lines = plain.lines
    places = [place for place, line in enumerate(lines) if _capacities(line.text) or _position(line.text)]
    if not places:
        return None
    first = places[-1]
    low = max(len(lines) // 4, 0)
    while first - 1 >= low and (first - 1 in places or (first - 2 in places and len(lines[first - 1].text) < 60)):
        first = first - 1 if first - 1 in places else first - 2
    name = _name_under(lines, places[-1])
    if name is None:
        return None
    authority: list[str] = []
    title = ""
    for line in lines[first : places[-1] + 1]:
        told = _capacities(line.text)
        if told:
            authority += told
        elif (position := _position(line.text)) is not None:
            title = position
    quote = plain.found(lines[first].start, name.end)
    return Signatory(quote, _proper(name.text), _small(title), "; ".join(authority) or None)


def _capacities(text: str) -> list[str]:
    """Return "TM. …", "KT. …" of a line; words of another column left of them are not theirs."""
    return [
        f"{match['sign'].replace('/', '').rstrip(' .')}. {one_line(match['whom']).rstrip(' ,.-–')}"
        for match in _AUTHORITY.finditer(text)
        if match.start() == 0 or not text[match.start() - 1].isalnum()
    ]


def _position(text: str) -> str | None:
    pieces = [piece.strip() for piece in re.split(r"\s{2,}|;\s+", text)]
    for piece in reversed(pieces):
        if _POSITION.fullmatch(piece) and piece.isupper():
            return str(piece)
    tail = re.search(rf"[;:.,]\s+(?P<caps>[{UPPER}][{UPPER} ]{{6,}})$", text)
    if tail and _POSITION.fullmatch(tail["caps"].strip()):
        return str(tail["caps"]).strip()
    return None


def _name_under(lines: list[Line], place: int) -> Line | None:
    for line in lines[place + 1 : place + 8]:
        text = re.sub(r"[(\[]?\s*(?:[Đđ]ã ký|ĐÃ KÝ|[Kk]ý tên|Chữ ký[^)]*)\s*[)\]]?", "", line.text).strip(" .,")
        shift = line.text.find(text) if text else 0
        right = re.search(rf"(?:^|\s{{2,}}|[;.,]\s+)(?P<name>{NAME})$", text)
        caps = re.fullmatch(rf"[{UPPER}]+(?:\s[{UPPER}]+){{1,4}}", text)
        if caps and text.split()[0].capitalize() in SURNAMES:
            return Line(text, line.start + shift, line.start + shift + len(text))
        if right and not re.match(r"^\s*[-–+•]", right["name"]):
            words = right["name"].split()
            if words[0] in SURNAMES or right.start("name") == 0:
                start = line.start + shift + right.start("name")
                return Line(right["name"], start, start + len(right["name"]))
    return None


def _proper(name: str) -> str:
    words = one_line(name).split()
    return " ".join(word.capitalize() for word in words) if name.isupper() else " ".join(words)


def _small(title: str) -> str:
    """Return an office set in capitals as it is written in a sentence."""
    words = one_line(title).split()
    small = " ".join(words[:1] + [word.lower() for word in words[1:]]).capitalize() if words else ""
    for caps, shown in _SMALL.items():
        small = re.sub(rf"\b{caps}\b", shown, small, flags=re.IGNORECASE)
    return (
        small.replace("Phó chánh", "Phó Chánh")
        .replace("Phó chủ tịch", "Phó Chủ tịch")
        .replace("Phó trưởng", "Phó Trưởng")
        if small
        else ""
    )


def participants(plain: Plain, named: list[Mention]) -> list[Found]:
    """Return the bodies and groups said to take part, without the people named among them."""
    found: list[Found] = []
    for sentence in plain.sentences:
        match = _TALKED.search(sentence.text)
        if match is None:
            continue
        start = sentence.start + match.end()
        for piece in _GROUP.finditer(plain.text, start, sentence.end):
            text = piece.group().strip(" .,;")
            if len(text) < 4 or any(
                one.first < piece.end() and piece.start() < max(one.end, one.title_end) for one in named
            ):
                continue
            first = plain.text.find(text, piece.start())
            found.append(plain.found(first, first + len(text)))
    return found
