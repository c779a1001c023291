"""Sign a PDF with the body's own certificate (PAdES, with a time stamp): the seal of NĐ 30/2020 in electronic form."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.documents import policies
from nghitruong.documents.models import Paper
from nghitruong.documents.rules.files import PDF
from nghitruong.documents.services.drafting import hang
from nghitruong.documents.services.storing import path_of, store

# The signature library is loaded when something is signed: it takes a third of the whole product's start.
if TYPE_CHECKING:
    from pyhanko.sign.timestamps import TimeStamper


@dataclass(frozen=True, slots=True)
class Certificate:
    """The certificate of a body: a PKCS#12 file and its password; who stamps the time."""

    file: Path
    password: str = ""
    stamper: TimeStamper | None = None


def certificate_of() -> Certificate | None:
    """Return the installation's certificate as the settings name it; None where there is none."""
    if not settings.SEAL_FILE:
        return None
    from pyhanko.sign.timestamps import HTTPTimeStamper

    stamper = HTTPTimeStamper(settings.SEAL_TIME_STAMP) if settings.SEAL_TIME_STAMP else None
    return Certificate(Path(settings.SEAL_FILE), settings.SEAL_PASSWORD, stamper)


def sealed_pdf(*, content: bytes, certificate: Certificate, name: str = "", reason: str = "") -> bytes:
    """Return the PDF with a PAdES signature (B-T with a time stamp, B-B without) appended; the bytes before stay.

    `name` and `reason` are written in the signature. Raises Invalid, in words, for a wrong password or certificate, a
    PDF that cannot be signed (encrypted, damaged), or a time stamping service that does not answer.
    """
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign import fields, signers
    from pyhanko.sign.general import SigningError
    from pyhanko.sign.timestamps import TimestampRequestError

    password = certificate.password.encode() if certificate.password else None
    load: Any = signers.SimpleSigner.load_pkcs12
    signer = load(str(certificate.file), passphrase=password)
    if signer is None:
        raise Invalid(_("Không mở được chứng thư số của cơ quan: xem lại tệp .p12 và mật khẩu trong cài đặt."))
    try:
        writer = IncrementalPdfFileWriter(io.BytesIO(content), strict=False)
        taken = {place for place, _value, _ref in fields.enumerate_sig_fields(writer)}
        number = next(n for n in range(1, 1000) if f"ChuKy{n}" not in taken)
        metadata = signers.PdfSignatureMetadata(
            field_name=f"ChuKy{number}",
            md_algorithm="sha256",
            subfilter=fields.SigSeedSubFilter.PADES,
            name=name or None,
            reason=reason or None,
        )
        out = signers.PdfSigner(metadata, signer, timestamper=certificate.stamper).sign_pdf(writer)
    except TimestampRequestError as error:
        raise Invalid(_("Dịch vụ dấu thời gian không trả lời. Hãy thử lại sau.")) from error
    except (PdfError, SigningError, ValueError, OSError) as error:
        raise Invalid(_("Không ký số được tệp PDF này: tệp bị hỏng, được đặt mật khẩu hoặc không cho ký.")) from error
    return bytes(out.getbuffer())


@transaction.atomic
def seal(*, paper: Paper, actor: Actor, at: datetime, certificate: Certificate | None = None) -> Paper:
    """Ký số của cơ quan lên tệp PDF của một văn bản đã có số; the unsigned file stays among its documents.

    Raises Invalid where no certificate is set up, the text is no PDF, or signing fails.
    """
    policies.can_seal(actor, paper).require()
    paper = locked(paper, keep=("body", "organ", "council"))
    policies.can_seal(actor, paper).require()
    certificate = certificate or certificate_of()
    if certificate is None:
        raise Invalid(_("Chưa cài đặt chứng thư số của cơ quan (NGHITRUONG_SEAL_FILE)."))
    file = paper.document.file if paper.document else None
    if file is None or file.mime != PDF:
        raise Invalid(_("Chỉ ký số được văn bản có tệp PDF."))
    content = sealed_pdf(
        content=path_of(sha256=file.sha256).read_bytes(), certificate=certificate, name=paper.body.name,
        reason=paper.code,
    )  # fmt: skip
    kept = store(name=f"{Path(file.name).stem}-da-ky.pdf", content=content, actor=actor, at=at)
    paper.document = hang(paper=paper, file=kept, deed="paper.seal", by=actor, at=at)
    paper.version += 1
    paper.save(update_fields=["document", "version"])
    audit.record(
        deed="paper.seal", subject=paper, actor=actor, at=at, council_id=paper.council_id,
        changes={"tệp": kept.name, "mã băm": kept.sha256},
    )  # fmt: skip
    return paper
