import base64
import datetime as dt
import io
import json
import re
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.config.cli import main
from nghitruong.documents import services
from nghitruong.documents.models import Document, Incoming
from nghitruong.documents.rules.edxml import Attachment, Packet, Party, packed, unpacked
from nghitruong.documents.services import Recipient
from tests.documents.cast import PDF, draft, issued
from tests.factories import AT

PACKET = Packet(
    sender=Party("000.00.05.H99", "Thường trực HĐND phường Mẫu", "HĐND phường Mẫu"),
    to=(Party("000.00.07.H99", "Phòng Kinh tế"), Party("", "Báo tỉnh <Mẫu> & bạn đọc")),
    number="05", symbol="TB-HĐND", place="Phường Mẫu", on=dt.date(2026, 3, 2), type_name="Thông báo",
    subject="Kết luận về thoát nước", content="Kết luận về thoát nước", signer="Phạm Thị Nhung", signer_title="Chủ tịch",
    due_on=dt.date(2026, 3, 20), copies=2, pages=3, attachments=(Attachment("thong-bao.pdf", PDF, "application/pdf"),),
)  # fmt: skip


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.FILES_ROOT = tmp_path / "files"


def test_what_is_packed_is_read_back():
    read = unpacked(packed(PACKET, at=AT))

    assert read.document_id == "000.00.05.H99,2026/03/02,05/TB-HĐND"
    assert (read.sender, read.to, read.code, read.on) == (PACKET.sender, PACKET.to, "05/TB-HĐND", PACKET.on)
    assert (read.subject, read.signer, read.due_on, read.copies, read.pages) == (
        PACKET.subject, "Phạm Thị Nhung", PACKET.due_on, 2, 3
    )  # fmt: skip
    assert (read.attachments, read.warnings) == (PACKET.attachments, ())


def variant(root="edXML", space="", *, encoded=None):
    body = base64.b64encode(encoded or PDF).decode()
    return f"""<?xml version="1.0"?><{root}{space}><MessageHeader><From><OrganName>Sở Xây dựng</OrganName></From>
    <Code><CodeNumber>57</CodeNumber><CodeNotation>SXD-QLĐT</CodeNotation></Code>
    <PromulgationInfo><PromulgationDate>02/03/2026</PromulgationDate></PromulgationInfo><Subject>Trả lời</Subject>
    </MessageHeader><AttachmentEncoded><Attachment><ContentTransferEncoded>{body}</ContentTransferEncoded>
    <AttachmentName>../../tra-loi.pdf</AttachmentName></Attachment></AttachmentEncoded></{root}>""".encode()


@pytest.mark.parametrize(
    "content",
    [
        variant(),
        variant("EdXML", ' xmlns="http://www.e-doc.vn/Schema/"'),
        variant("edXMLEnvelope"),
        variant("Goi"),
        b"\xef\xbb\xbf" + variant(),
        variant().replace(b"MessageHeader", b"messageheader").replace(b"Subject", b"SUBJECT"),
    ],
)
def test_variants_are_read_alike(content):
    read = unpacked(content)

    assert (read.code, read.on, read.subject) == ("57/SXD-QLĐT", dt.date(2026, 3, 2), "Trả lời")
    assert [(each.name, each.content) for each in read.attachments] == [("tra-loi.pdf", PDF)]


def test_missing_parts_are_told():
    read = unpacked(b"<edXML><MessageHeader><Subject>A</Subject></MessageHeader></edXML>")

    assert (read.subject, read.on, len(read.warnings)) == ("A", None, 3)


LAUGHS = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><edXML><MessageHeader>&c;</MessageHeader></edXML>'
XXE = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><edXML><Subject>&x;</Subject></edXML>'
)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"xin chao", b"<a/>", LAUGHS, XXE, XXE.decode().encode("utf-16"), b"<edXML>" + b"<a>" * 60,
        b"<edXML>" + b"<a>" * 60 + b"</a>" * 60 + b"</edXML>", b"<edXML><MessageHeader>&x;</MessageHeader></edXML>",
        variant().replace(b"</ContentTransferEncoded>", b"@@</ContentTransferEncoded>"), variant(encoded=b"PK\x03\x04hong"),
    ],
)  # fmt: skip
def test_hostile_packets_are_refused(content):
    with pytest.raises(Invalid):
        unpacked(content)


def test_a_bomb_in_a_packet_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.pdf", b"0" * 5_000_000)

    with pytest.raises(Invalid, match="lớn hơn"):
        unpacked(variant(encoded=out.getvalue()), most_bytes=1_000_000)
    with pytest.raises(Invalid, match="lớn hơn"):
        unpacked(variant(), most_bytes=100)


def test_an_issued_text_goes_out_and_comes_in(world, clerk, chair, agency_officer, delegate):
    paper = issued(
        world.standing, clerk, chair, content=("thong-bao.pdf", PDF), recipients=[Recipient(organ=world.department)]
    )

    content = services.edxml_of(paper=paper, actor=clerk, at=AT)
    entry, warnings = services.take_edxml(organ=world.department, content=content, actor=agency_officer, at=AT)

    assert (entry.code, entry.kind, entry.author, entry.channel, warnings) == (
        "01/TB-HĐND", "thong_bao", world.standing.name, "edXML", ()
    )  # fmt: skip
    assert entry.document.file.sha256 == paper.document.file.sha256
    with pytest.raises(NotPermitted):
        services.edxml_of(paper=draft(world.standing, clerk), actor=clerk, at=AT)
    with pytest.raises(NotPermitted):
        services.take_edxml(organ=world.department, content=content, actor=delegate, at=AT)


def test_a_packet_goes_out_and_comes_in_by_the_pages(world, clerk, chair, agency_officer, delegate, signed_in):
    paper = issued(world.standing, clerk, chair, content=("thong-bao.pdf", PDF))
    address, taking = reverse("documents:edxml", args=[paper.pk]), reverse("documents:take_edxml")

    sent = signed_in(clerk).get(address)
    sheet = {"organ": world.department.pk, "file": SimpleUploadedFile("goi.edxml", sent.content)}
    taken = signed_in(agency_officer).post(taking, sheet, follow=True)
    odd = {"organ": world.department.pk, "file": SimpleUploadedFile("goi.edxml", b"<a/>")}
    refused = signed_in(agency_officer).post(taking, odd)

    assert sent.headers["Content-Disposition"] == f'attachment; filename="van-ban-{paper.pk}.edxml"'
    assert "01/TB-HĐND" in taken.content.decode()
    assert (refused.status_code, Incoming.objects.count()) == (200, 1)
    assert refused.context["form"].non_field_errors() == ["Tệp này không phải gói văn bản edXML."]
    assert signed_in(delegate).get(address).status_code == 302


def test_a_packet_with_a_file_that_is_not_taken_leaves_nothing(world, clerk):
    hostile = packed(Packet(Party(name="Sở"), subject="A", attachments=[Attachment("a.exe", b"MZ\x00\x01")]), at=AT)

    with pytest.raises(Invalid):
        services.take_edxml(organ=world.standing, content=hostile, actor=clerk, at=AT)
    assert (Incoming.objects.count(), Document.objects.count()) == (0, 0)


def test_the_commands(world, tmp_path, capsys):
    data, pdf, out = tmp_path / "a.json", tmp_path / "thong-bao.pdf", tmp_path / "a.edxml"
    pdf.write_bytes(PDF)
    data.write_text(
        json.dumps(
            {"sender": {"name": "Sở mẫu"}, "number": "05", "symbol": "TB-SM", "on": "2026-03-02", "subject": "A"}
        ),
        encoding="utf-8",
    )

    codes = [
        main(["edxml", "pack", str(pdf), "--data", str(data), "--out", str(out)]),
        main(["edxml", "unpack", str(out), "--into", str(tmp_path / "ra"), "--register", str(world.council.pk)]),
        main(["edxml", "unpack", str(out), "--json"]),
        main(["edxml", "unpack", str(data)]),
    ]

    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert codes == [0, 0, 0, 1]
    assert (tmp_path / "ra" / "thong-bao.pdf").read_bytes() == PDF
    assert (told["symbol"], told["attachments"]) == ("TB-SM", [{"name": "thong-bao.pdf", "size": len(PDF)}])
    assert Incoming.objects.get().code == "05/TB-SM"


def damaged(method=zipfile.ZIP_LZMA):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("a.pdf", b"%PDF-1.4" + bytes(range(256)) * 20)
    content = bytearray(out.getvalue())
    start = content.find(b"a.pdf") + 5 + 12
    content[start : start + 10] = b"\xff" * 10
    return bytes(content)


def test_a_damaged_packed_attachment_is_refused():
    whole = packed(
        Packet(sender=Party("1", "Mẫu"), subject="t", attachments=[Attachment("a.pdf", PDF)]), at=AT
    ).decode()
    content = re.search("ContentTransferEncoded>([^<]+)<", whole)[1]

    with pytest.raises(Invalid, match="bị hỏng"):
        unpacked(whole.replace(content, base64.b64encode(damaged()).decode()).encode())


def test_a_packet_bears_the_time_of_the_place(world, clerk, chair):
    paper = issued(world.standing, clerk, chair)

    packet = services.edxml_of(paper=paper, actor=clerk, at=dt.datetime(2026, 3, 2, 18, 30, tzinfo=dt.UTC))

    assert "2026/03/03 01:30:00" in packet.decode()
