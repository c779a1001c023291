"""The packet in which offices exchange documents: edXML by QCVN 102:2016/BTTTT, out and in. No network, no database.

What was seen: the parts named in law.md 13 (IO-01, IO-02), and packets made and read by several public programs:
namespace `http://www.mic.gov.vn/TBT/QCVN_102_2016`; root `edXML` > `edXMLEnvelope` > `edXMLHeader` (`MessageHeader`,
`TraceHeaderList`) and `edXMLBody` > `edXMLManifest` (also `Manifest`) > `Reference`; beside the envelope
`AttachmentEncoded` > `Attachment` with `ContentTransferEncoded` (base64 of the file, or of a zip that holds it);
`DocumentId` = "<organ>,<yyyy/MM/dd>,<number>/<symbol>"; "cid:" before the identifier of a reference; "Bussiness" spelled so.
What is not verified: the text of the regulation itself, which parts it requires, the numbers of `DocumentType`,
and the digital signature of a packet (`Signature`, `DigitalSignature`): it is neither made nor judged here.

Read tolerantly: any namespace or none, any prefix, root or envelope missing, letter case, parts missing (each told as a
warning). Refused: a document type or entity of any kind, an encoding other than UTF-8, what is too large or too deep.
"""

from __future__ import annotations

import base64
import binascii
import io
import lzma
import re
import uuid
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from lxml import etree

from nghitruong.base.errors import Invalid
from nghitruong.documents.rules.files import TYPES_PART, clean_name

NAMESPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016"
XLINK = "http://www.w3.org/1999/xlink"
ACTOR = "http://schemas.xmlsoap.org/soap/actor/next"
MOST_BYTES = 120 * 1024 * 1024
MOST_DEPTH = 40
MOST_PARTS = 20_000
MOST_ATTACHMENTS = 100
_DECLARES = re.compile(rb"<!\s*(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})[/-](\d{1,2})[/-](\d{1,2})|(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
_BAD = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Party:
    """Who sends or gets a packet: its code (mã định danh) and name."""

    code: str = ""
    name: str = ""
    in_charge: str = ""
    address: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    name: str
    content: bytes
    mime: str = "application/octet-stream"
    description: str = ""


@dataclass(frozen=True, slots=True)
class Packet:
    """One document with its files. `warnings` tell what was missing or odd in a packet that was read."""

    sender: Party
    to: Sequence[Party] = ()
    document_id: str = ""
    number: str = ""
    symbol: str = ""
    place: str = ""
    on: date | None = None
    type_name: str = ""
    subject: str = ""
    content: str = ""
    signer: str = ""
    signer_title: str = ""
    due_on: date | None = None
    priority: str = "0"
    copies: int = 1
    pages: int = 1
    attachments: Sequence[Attachment] = ()
    warnings: Sequence[str] = field(default=())

    @property
    def code(self) -> str:
        """Number and symbol as they stand on the document."""
        return "/".join(filter(None, [self.number, self.symbol]))


def packed(packet: Packet, *, at: datetime, mark: str = "") -> bytes:
    """Return the packet as UTF-8 XML; each file zipped, then base64. `mark` makes the identifiers repeatable."""
    root = etree.Element(f"{{{NAMESPACE}}}edXML", nsmap={"edXML": NAMESPACE})
    envelope = _in(root, "edXMLEnvelope")
    header = _in(envelope, "edXMLHeader")
    _message(_in(header, "MessageHeader"), packet)
    _trace(header, packet, at)
    manifest = _in(_in(envelope, "edXMLBody"), "edXMLManifest")
    manifest.set("version", "1.0")
    encoded = _in(root, "AttachmentEncoded") if packet.attachments else None
    for place, each in enumerate(packet.attachments):
        key = f"{mark}-{place}" if mark else str(uuid.uuid4())
        reference = _in(manifest, "Reference")
        reference.set(f"{{{XLINK}}}href", f"cid:{key}")
        for name, text in (
            ("ContentId", f"cid:{key}"), ("ContentType", each.mime), ("Description", each.description),
            ("AttachmentName", each.name),
        ):  # fmt: skip
            _in(reference, name, text)
        held = _in(encoded, "Attachment")
        for name, text in (
            ("ContentType", "application/zip"), ("ContentId", key), ("Description", each.description),
            ("ContentTransferEncoded", base64.b64encode(_zipped(each)).decode()), ("AttachmentName", each.name),
        ):  # fmt: skip
            _in(held, name, text)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def unpacked(content: bytes, *, most_bytes: int = MOST_BYTES) -> Packet:
    """Return what a packet holds; raise Invalid, in words, for what is no packet or is hostile.

    `most_bytes` is the most that the packet, and each file in it, may be large.
    """
    parts = _Parts(_tree(content, most_bytes))
    header = parts.one("MessageHeader") or parts
    if header is parts and not header.text("Subject") and header.one("Code") is None:
        raise Invalid(_("Tệp này không phải gói văn bản edXML."))
    code, issued = header.one("Code"), header.one("PromulgationInfo")
    signer, other = header.one("SignerInfo"), header.one("OtherInfo")
    told = issued.text("PromulgationDate") if issued else ""
    on, due_on = _day_of(told), _day_of(header.text("DueDate"))
    warnings = [
        sentence
        for is_odd, sentence in (
            (header.one("From") is None, _("Gói không ghi nơi gửi.")),
            (code is None, _("Gói không ghi số, ký hiệu.")),
            (on is None, _("Gói không ghi ngày ban hành, hoặc ghi sai dạng.")),
            (not header.text("Subject"), _("Gói không ghi trích yếu.")),
        )
        if is_odd
    ]
    attachments = _attachments(parts, most_bytes, warnings)
    kind = header.one("DocumentType")
    return Packet(
        sender=_party(header.one("From")),
        to=tuple(_party(each) for each in header.all("To")),
        document_id=header.text("DocumentId"),
        number=code.text("CodeNumber") if code else "",
        symbol=code.text("CodeNotation") if code else "",
        place=issued.text("Place") if issued else "",
        on=on,
        type_name=kind.text("TypeName") if kind else "",
        subject=header.text("Subject"),
        content=header.text("Content"),
        signer=signer.text("FullName") if signer else "",
        signer_title=signer.text("Position") if signer else "",
        due_on=due_on,
        priority=(other.text("Priority") if other else "") or "0",
        copies=_number(other.text("PromulgationAmount") if other else ""),
        pages=_number(other.text("PageAmount") if other else ""),
        attachments=attachments,
        warnings=tuple(warnings),
    )


class _Parts:
    """An element read by the bare names of its parts, whatever namespace, prefix or letter case they come in."""

    def __init__(self, element: Any) -> None:
        self.element = element

    def all(self, name: str) -> list[_Parts]:
        wanted = name.lower()
        found = [_Parts(each) for each in self.element if _bare(each) == wanted]
        return found or [
            _Parts(each) for each in self.element.iter() if _bare(each) == wanted and each is not self.element
        ]

    def one(self, name: str) -> _Parts | None:
        found = self.all(name)
        return found[0] if found else None

    def text(self, name: str) -> str:
        """Return the words of a part right below; "" where there is none."""
        wanted = name.lower()
        return next((" ".join((each.text or "").split()) for each in self.element if _bare(each) == wanted), "")[:2000]


def _bare(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def _tree(content: bytes, most_bytes: int) -> Any:
    if not content.strip():
        raise Invalid(_("Tệp này không có nội dung."))
    if len(content) > most_bytes:
        raise Invalid(_("Gói lớn hơn mức cho phép (%(mb)s MB).") % {"mb": most_bytes // 1024 // 1024})
    if b"\x00" in content or _DECLARES.search(content):
        raise Invalid(_("Gói chứa khai báo không được phép nên không được nhận."))
    try:
        content.decode("utf-8-sig")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True,
            remove_pis=True, encoding="utf-8",
        )  # fmt: skip
        return _measured(etree.fromstring(content.removeprefix(b"\xef\xbb\xbf"), parser))
    except (etree.XMLSyntaxError, UnicodeDecodeError, ValueError) as error:
        raise Invalid(_("Tệp này không phải gói văn bản edXML.")) from error


def _measured(root: Any) -> Any:
    """Count parts and depth without calling itself."""
    waiting, count = [(root, 1)], 0
    while waiting:
        element, depth = waiting.pop()
        count += 1
        if depth > MOST_DEPTH or count > MOST_PARTS:
            raise Invalid(_("Gói có cấu trúc bất thường nên không được nhận."))
        waiting.extend((each, depth + 1) for each in element)
    return root


def _party(part: _Parts | None) -> Party:
    if part is None:
        return Party()
    return Party(
        part.text("OrganId"), part.text("OrganName"), part.text("OrganizationInCharge"), part.text("OrganAdd"),
        part.text("Email"), part.text("Telephone"),
    )  # fmt: skip


def _attachments(parts: _Parts, most_bytes: int, warnings: list[str]) -> tuple[Attachment, ...]:
    named = {
        each.text("ContentId").removeprefix("cid:"): (each.text("AttachmentName"), each.text("ContentType"))
        for each in parts.all("Reference")
    }
    held = [each for each in parts.all("Attachment") if each.one("ContentTransferEncoded") is not None]
    if len(held) > MOST_ATTACHMENTS:
        raise Invalid(_("Gói có quá nhiều tệp kèm theo."))
    found = []
    for each in held:
        name, mime = named.pop(each.text("ContentId").removeprefix("cid:"), ("", ""))
        label = clean_name(each.text("AttachmentName") or name)
        raw = next((p.element.text or "" for p in each.all("ContentTransferEncoded")), "")
        found.append(Attachment(label, _decoded(raw, label, most_bytes), mime, each.text("Description")))
    warnings += [
        _("Gói nhắc tới tệp «%(name)s» mà không kèm nội dung.") % {"name": clean_name(name)}
        for name, _m in named.values()
    ]
    return tuple(found)


def _decoded(text: str, label: str, most_bytes: int) -> bytes:
    """Return a file's bytes: base64, and out of its zip where the zip is only a wrapping."""
    try:
        content = base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise Invalid(_("Tệp kèm theo «%(name)s» bị hỏng, không mở được.") % {"name": label}) from error
    if content.startswith(b"PK\x03\x04"):
        content = _unwrapped(content, label, most_bytes)
    if len(content) > most_bytes:
        raise Invalid(_("Tệp kèm theo «%(name)s» lớn hơn mức cho phép.") % {"name": label})
    return content


def _unwrapped(content: bytes, label: str, most_bytes: int) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = [each for each in archive.infolist() if not each.is_dir()]
            if TYPES_PART in archive.namelist() or len(infos) != 1:
                return content
            if infos[0].flag_bits & 0x1:
                raise Invalid(_("Tệp kèm theo «%(name)s» được đặt mật khẩu.") % {"name": label})
            with archive.open(infos[0]) as part:
                return part.read(most_bytes + 1)
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, NotImplementedError, EOFError, OSError) as error:
        raise Invalid(_("Tệp kèm theo «%(name)s» bị hỏng, không mở được.") % {"name": label}) from error


def _day_of(text: str) -> date | None:
    found = _DAY.search(text)
    if found is None:
        return None
    year, month, day, d, m, y = found.groups()
    try:
        return date(int(year or y), int(month or m), int(day or d))
    except ValueError:
        return None


def _number(text: str) -> int:
    return int(text) if text.isdigit() and len(text) < 6 else 1


def _in(parent: Any, name: str, text: str = "") -> Any:
    made = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    if text:
        made.text = _BAD.sub("", text)
    return made


def _zipped(attachment: Attachment) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(attachment.name, (2020, 1, 1, 0, 0, 0)), attachment.content)
    return out.getvalue()


def _message(header: Any, packet: Packet) -> None:
    for tag, party in [("From", packet.sender), *(("To", each) for each in packet.to)]:
        _rows(_in(header, tag), [
            ("OrganId", party.code), ("OrganizationInCharge", party.in_charge), ("OrganName", party.name),
            ("OrganAdd", party.address), ("Email", party.email), ("Telephone", party.phone),
        ])  # fmt: skip
    _in(header, "DocumentId", packet.document_id or _identifier(packet))
    _rows(_in(header, "Code"), [("CodeNumber", packet.number), ("CodeNotation", packet.symbol)])
    _rows(_in(header, "PromulgationInfo"), [("Place", packet.place), ("PromulgationDate", _slashed(packet.on))])
    _rows(_in(header, "DocumentType"), [("Type", ""), ("TypeDetail", ""), ("TypeName", packet.type_name)])
    _rows(header, [("Subject", packet.subject), ("Content", packet.content or packet.subject)])
    _rows(
        _in(header, "SignerInfo"), [("Competence", ""), ("Position", packet.signer_title), ("FullName", packet.signer)]
    )
    _in(header, "DueDate", _slashed(packet.due_on))
    _rows(_in(header, "ToPlaces"), [("Place", each.name) for each in packet.to])
    _rows(_in(header, "OtherInfo"), [
        ("Priority", packet.priority), ("SphereOfPromulgation", ""), ("TyperNotation", ""),
        ("PromulgationAmount", str(packet.copies)), ("PageAmount", str(packet.pages)), ("Direction", ""),
    ])  # fmt: skip
    _in(header, "SteeringType", "0")


def _trace(header: Any, packet: Packet, at: datetime) -> None:
    traces = _in(header, "TraceHeaderList")
    for name, value in (("version", "1.0"), ("mustUnderstand", "1"), ("actor", ACTOR)):
        traces.set(name, value)
    _rows(_in(traces, "TraceHeader"), [("OrganId", packet.sender.code), ("Timestamp", f"{at:%Y/%m/%d %H:%M:%S}")])
    _rows(_in(traces, "Bussiness"), [("BussinessDocType", "0"), ("Paper", "0")])


def _rows(parent: Any, rows: Sequence[tuple[str, str]]) -> None:
    for name, text in rows:
        _in(parent, name, text)


def _slashed(on: date | None) -> str:
    return f"{on:%Y/%m/%d}" if on else ""


def _identifier(packet: Packet) -> str:
    return ",".join([packet.sender.code, _slashed(packet.on), packet.code])


def lines(packet: Packet) -> Iterator[tuple[str, str]]:
    """Yield what a packet says as (name, words), for a reader at a terminal."""
    yield _("Nơi gửi"), packet.sender.name or packet.sender.code
    yield _("Số, ký hiệu"), packet.code
    yield _("Ngày văn bản"), f"{packet.on:%d/%m/%Y}" if packet.on else ""
    yield _("Trích yếu"), packet.subject
    yield _("Người ký"), packet.signer
    for each in packet.attachments:
        yield _("Tệp"), each.name
