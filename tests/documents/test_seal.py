import datetime as dt

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.keys import load_cert_from_pemder, load_private_key_from_pemder_data
from pyhanko.sign.timestamps import DummyTimeStamper

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.documents import services
from nghitruong.documents.rules.signatures import certificates, signatures
from nghitruong.documents.services.sealing import Certificate, sealed_pdf
from tests.documents.cast import draft, issued
from tests.factories import AT

BODY = "HĐND phường Mẫu"


def plain_pdf() -> bytes:
    """A whole little PDF of one empty page, its table of places right."""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>",
    ]
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    start = len(out)
    out += b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out) + b"trailer << /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


def made(name, *, for_time=False):
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = x509.Name(
        [x509.NameAttribute(NameOID.COMMON_NAME, name), x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Mẫu")]
    )
    usage = x509.KeyUsage(True, True, False, False, False, True, False, False, False)
    builder = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(AT - dt.timedelta(days=30)).not_valid_after(AT + dt.timedelta(days=3000))
        .add_extension(usage, critical=True)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    )  # fmt: skip
    if for_time:
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    return key, builder.sign(key, hashes.SHA256())


@pytest.fixture(scope="module")
def keys():
    return made(BODY), made("Máy đóng dấu thời gian mẫu", for_time=True)


@pytest.fixture
def certificate(keys, tmp_path):
    (key, own), (stamp_key, stamp) = keys
    place = tmp_path / "co-quan.p12"
    locked = serialization.BestAvailableEncryption(b"bi-mat")
    place.write_bytes(pkcs12.serialize_key_and_certificates(b"co-quan", key, own, None, locked))
    pem = serialization.Encoding.PEM
    plain = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    stamper = DummyTimeStamper(
        _load_cert(stamp.public_bytes(pem), tmp_path), load_private_key_from_pemder_data(
            stamp_key.private_bytes(pem, *plain), passphrase=None
        ), fixed_dt=AT,
    )  # fmt: skip
    return Certificate(place, "bi-mat", stamper)


def _load_cert(content, folder):
    place = folder / "thoi-gian.pem"
    place.write_bytes(content)
    return load_cert_from_pemder(str(place))


def root(keys):
    return certificates(keys[0][1].public_bytes(serialization.Encoding.PEM))


def test_a_sealed_pdf_says_who_when_and_that_it_is_whole(certificate, keys):
    signed = sealed_pdf(content=plain_pdf(), certificate=certificate, name=BODY, reason="01/TB-HĐND")

    (found,) = signatures(signed, at=AT, roots=root(keys))

    assert signed.startswith(plain_pdf())
    assert (found.signer, found.organisation, found.at, found.is_stamped) == (BODY, "Mẫu", AT, True)
    assert (found.is_intact, found.is_whole, found.is_changed, found.is_valid) == (True, True, False, True)
    assert (found.is_trusted, found.is_expired) == (True, False)
    assert not signatures(signed, at=AT)[0].is_trusted


def test_what_was_changed_after_signing_is_told(certificate):
    signed = sealed_pdf(content=plain_pdf(), certificate=certificate)

    (touched,) = signatures(signed.replace(b"595 842", b"595 843"), at=AT)
    (added,) = signatures(signed + b"\n% mot dong them vao\n", at=AT)
    twice = signatures(sealed_pdf(content=signed, certificate=certificate), at=AT)

    assert (touched.is_intact, touched.is_valid) == (False, False)
    assert added.is_whole is False
    assert [(each.is_intact, each.is_whole, each.is_changed) for each in twice] == [
        (True, False, False), (True, True, False)
    ]  # fmt: skip


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n/ByteRange [0 1 2 3]", b"%PDF-1.4 hong /ByteRange"])
def test_a_broken_pdf_is_no_incident(content):
    assert all(not each.is_valid for each in signatures(content, at=AT))


def test_wrong_password_or_pdf_is_refused_in_words(certificate):
    with pytest.raises(Invalid, match="mật khẩu"):
        sealed_pdf(content=plain_pdf(), certificate=Certificate(certificate.file, "sai"))
    with pytest.raises(Invalid, match="PDF"):
        sealed_pdf(content=b"%PDF-1.4 hong", certificate=certificate)


def test_the_seal_stands_on_the_page_of_the_text(world, clerk, chair, certificate, signed_in, settings, tmp_path):
    settings.FILES_ROOT = tmp_path / "files"
    paper = issued(world.standing, clerk, chair, content=("thong-bao.pdf", plain_pdf()))

    services.seal(paper=paper, certificate=certificate, actor=clerk, at=AT)

    paper.refresh_from_db()
    page = signed_in(clerk).get(paper.get_absolute_url()).content.decode()
    assert paper.document.file.name == "thong-bao-da-ky.pdf"
    assert (BODY in page, "nguyên vẹn" in page, "dấu thời gian" in page) == (True, True, True)


def test_who_and_what_is_not_sealed(world, clerk, chair, delegate, certificate, settings, tmp_path):
    settings.FILES_ROOT = tmp_path / "files"
    paper = issued(world.standing, clerk, chair)

    with pytest.raises(NotPermitted):
        services.seal(paper=paper, certificate=certificate, actor=delegate, at=AT)
    with pytest.raises(NotPermitted):
        services.seal(paper=draft(world.standing, clerk), certificate=certificate, actor=clerk, at=AT)
    with pytest.raises(Invalid, match="PDF"):
        services.seal(paper=paper, certificate=certificate, actor=clerk, at=AT)
    with pytest.raises(Invalid, match="NGHITRUONG_SEAL_FILE"):
        services.seal(paper=paper, actor=clerk, at=AT)
