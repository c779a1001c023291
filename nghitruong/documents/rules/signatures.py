"""What the signatures inside a PDF say: who, when, whole or not, changed since or not. No network, no database.

The signature library is loaded when a signed file is met: it takes a third of the whole product's start.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import pem, x509

MOST_SIGNATURES = 20


@dataclass(frozen=True, slots=True)
class SignatureFound:
    """One signature of a PDF.

    `signer` and `organisation` come from its certificate; `at` is the time stamp's moment where there is one
    (`is_stamped`), else what the signer's own clock said. `is_intact`: the signed bytes are those that were signed.
    `is_whole`: it covers the whole file; `is_changed`: something was added after it that a signature does not allow.
    `is_trusted`: the certificate leads to one of the roots this installation trusts. `why` tells a failure.
    """

    signer: str
    organisation: str = ""
    at: datetime | None = None
    is_stamped: bool = False
    is_intact: bool = False
    is_whole: bool = False
    is_changed: bool = False
    is_trusted: bool = False
    is_expired: bool = False
    why: str = ""

    @property
    def is_valid(self) -> bool:
        """Whole, intact and unchanged since; says nothing of trust."""
        return self.is_intact and not self.is_changed


def certificates(content: bytes) -> list[bytes]:
    """Return the certificates of a file, DER or PEM (several), as DER; [] for anything else."""
    try:
        if not pem.detect(content):
            x509.Certificate.load(content).native  # noqa: B018 -- raises for what is no certificate
            return [content]
        return [der for _kind, _headers, der in pem.unarmor(content, multiple=True)]
    except (ValueError, TypeError):
        return []


def is_signed(content: bytes) -> bool:
    """Say cheaply whether a PDF may hold signatures at all."""
    return b"/ByteRange" in content


def signatures(content: bytes, *, at: datetime, roots: Sequence[bytes] = ()) -> list[SignatureFound]:
    """Return what each signature of this PDF says on the day `at`; [] for a PDF that has none or cannot be read.

    `roots` are trusted certificates (DER). Nothing is fetched: no revocation list, no issuer's certificate.
    """
    if not is_signed(content):
        return []
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader

    try:
        reader = PdfFileReader(io.BytesIO(content), strict=False)
        embedded = list(reader.embedded_regular_signatures)[:MOST_SIGNATURES]
    except (PdfError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        return [SignatureFound("", why=type(error).__name__)]
    anchors = [x509.Certificate.load(each) for each in roots]
    return [_found(each, at, anchors) for each in embedded]


def _found(embedded: object, at: datetime, anchors: list[x509.Certificate]) -> SignatureFound:
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.general import SigningError, UnacceptableSignerError
    from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
    from pyhanko.sign.validation.errors import SignatureValidationError
    from pyhanko_certvalidator import ValidationContext

    def context() -> ValidationContext:
        return ValidationContext(trust_roots=anchors, allow_fetching=False, moment=at)

    try:
        certificate = embedded.signer_cert  # type: ignore[attr-defined]  # pyHanko's EmbeddedPdfSignature
        status = validate_pdf_signature(embedded, context(), context())  # type: ignore[arg-type]  # as above
    except (
        PdfError, SigningError, SignatureValidationError, UnacceptableSignerError, ValueError, TypeError, KeyError,
        AttributeError,
    ) as error:  # fmt: skip
        return SignatureFound("", why=str(error)[:200] or type(error).__name__)
    stamp = status.timestamp_validity
    moment = stamp.timestamp if stamp is not None and stamp.intact and stamp.valid else status.signer_reported_dt
    signed_at = moment or at
    names = certificate.subject.native
    return SignatureFound(
        signer=str(names.get("common_name", "")),
        organisation=str(names.get("organization_name", "")),
        at=moment,
        is_stamped=stamp is not None and stamp.intact and stamp.valid,
        is_intact=bool(status.intact and status.valid),
        is_whole=status.coverage == SignatureCoverageLevel.ENTIRE_FILE,
        is_changed=status.modification_level == ModificationLevel.OTHER
        or status.coverage < SignatureCoverageLevel.ENTIRE_REVISION,
        is_trusted=bool(status.trusted),
        is_expired=not (certificate.not_valid_before <= signed_at <= certificate.not_valid_after),
    )
