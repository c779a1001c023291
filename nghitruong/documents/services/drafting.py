"""Draft an official text, hand it up for signing, send it back, drop it: all before it has a number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.base.subjects import Subject
from nghitruong.documents import policies
from nghitruong.documents.enums import Direction, DocumentKind, Nature, PaperKind, Secrecy, Urgency
from nghitruong.documents.flow import PAPER
from nghitruong.documents.models import Delivery, Document, Paper, StoredFile
from nghitruong.documents.models.registers import register_body
from nghitruong.documents.rules.numbering import symbol_of
from nghitruong.documents.services.attaching import attach
from nghitruong.documents.services.numbering import series_of
from nghitruong.documents.services.storing import store
from nghitruong.language import fold
from nghitruong.organisation.models import Organ


@dataclass(frozen=True, slots=True)
class Recipient:
    """One line of "Nơi nhận": an organ of the system, or the name of an outside one; how many copies."""

    organ: Organ | None = None
    name: str = ""
    copies: int = 1

    @property
    def label(self) -> str:
        return (self.name.strip() or (self.organ.name if self.organ else ""))[:200]


@transaction.atomic
def draft(
    *,
    organ: Organ,
    kind: str,
    abstract: str,
    actor: Actor,
    at: datetime,
    nature: str = Nature.GENERAL,
    file: StoredFile | None = None,
    content: tuple[str, bytes] | None = None,
    subject: Subject | None = None,
    recipients: Iterable[Recipient] = (),
    urgency: str = Urgency.NORMAL,
    secrecy: str = Secrecy.NONE,
    copies: int = 1,
    keeper: str = "VT",
    note: str = "",
) -> Paper:
    """Soạn dự thảo một văn bản đi; it has a symbol and no number yet ("Số: /TB-HĐND", `paper.blank`).

    `organ` issues it; it stands in the register of `organ`'s body (the council for a council's own organs). `file` is
    a stored file, or `content` (name, bytes) of a text made by the product; `subject` the matter it is about;
    `recipients` its "Nơi nhận", sent to when it is issued. Raises Invalid for an empty abstract, an unknown kind, a
    normative text that is no resolution of a council, or a secret text with a file (law.md SE-02).
    """
    policies.can_draft(actor, organ).require()
    nature = Nature.SECRET if secrecy != Secrecy.NONE else nature
    _check(kind, abstract, nature, secrecy, file is not None or content is not None)
    on = timezone.localdate(at)
    body = register_body(organ)
    series = series_of(organ=organ, direction=Direction.OUT, nature=nature, on=on)
    paper = Paper(
        council=organ.council or body,
        body=body,
        organ=organ,
        kind=kind,
        nature=nature,
        symbol=_symbol(kind, nature, series.symbol, series.unit_symbol, on.year),
        abstract=abstract.strip()[:500],
        urgency=urgency,
        secrecy=secrecy,
        drafter=actor.name[:200],
        copies=copies,
        keeper=keeper.strip()[:100],
        note=note.strip()[:300],
        drafted_at=at,
        subject_kind=subject.kind if subject else "",
        subject_id=subject.id if subject else None,
    )
    paper.save(force_insert=True)
    add_recipients(paper=paper, recipients=recipients)
    if content is not None:
        file = store(name=content[0], content=content[1], actor=actor, at=at)
    if file is not None:
        paper.document = hang(paper=paper, file=file, deed="paper.draft", by=actor, at=at)
    refold(paper=paper)
    paper.save(update_fields=["document", "folded"])
    audit.record(
        deed="paper.draft",
        subject=paper,
        actor=actor,
        at=at,
        council_id=paper.council_id,
        changes={"kind": paper.kind, "abstract": paper.abstract, "organ": organ.name},
    )
    return paper


@transaction.atomic
def submit(*, paper: Paper, actor: Actor, at: datetime, note: str = "") -> Paper:
    """Trình ký: hand a draft up to whoever signs."""
    policies.can_submit(actor, paper).require()
    return _move(paper, "submit", note, actor, at)


@transaction.atomic
def send_back(*, paper: Paper, reason: str, actor: Actor, at: datetime) -> Paper:
    """Trả lại dự thảo, with the reason; it is a draft again. Raises Invalid without a reason."""
    policies.can_send_back(actor, paper).require()
    if not reason.strip():
        raise Invalid(_("Hãy ghi lý do trả lại."))
    return _move(paper, "send_back", reason, actor, at)


@transaction.atomic
def drop(*, paper: Paper, reason: str, actor: Actor, at: datetime) -> Paper:
    """Bỏ dự thảo, with the reason; no number was given, so none is lost. Raises Invalid without a reason."""
    policies.can_drop(actor, paper).require()
    if not reason.strip():
        raise Invalid(_("Hãy ghi lý do bỏ dự thảo."))
    return _move(paper, "drop", reason, actor, at)


@transaction.atomic
def replace_text(
    *,
    paper: Paper,
    actor: Actor,
    at: datetime,
    file: StoredFile | None = None,
    content: tuple[str, bytes] | None = None,
) -> Paper:
    """Thay tệp của một dự thảo: earlier versions stay among its documents. Raises Invalid for a secret text."""
    policies.can_submit(actor, paper).require()
    paper = locked(paper)
    policies.can_submit(actor, paper).require()
    if paper.secrecy != Secrecy.NONE:
        raise Invalid(_no_secret_text())
    if content is not None:
        file = store(name=content[0], content=content[1], actor=actor, at=at)
    if file is None:
        raise Invalid(_("Hãy chọn tệp."))
    paper.document = hang(paper=paper, file=file, deed="paper.draft", by=actor, at=at)
    paper.version += 1
    paper.save(update_fields=["document", "version"])
    audit.record(
        deed="paper.replace", subject=paper, actor=actor, at=at, council_id=paper.council_id,
        changes={"document": file.name},
    )  # fmt: skip
    return paper


def add_recipients(*, paper: Paper, recipients: Iterable[Recipient]) -> list[Delivery]:
    """Write the recipients down, each once; return the new ones. The deed that orders it judges."""
    known = list(Delivery.objects.filter(paper=paper))
    names, organs = {each.name for each in known}, {each.organ_id for each in known}
    fresh = []
    for each in recipients:
        if not each.label or each.label in names or (each.organ is not None and each.organ.pk in organs):
            continue
        names.add(each.label)
        organs.add(each.organ.pk if each.organ else 0)
        fresh.append(Delivery(paper=paper, organ=each.organ, name=each.label, copies=max(1, each.copies)))
    return Delivery.objects.bulk_create(fresh)


def refold(*, paper: Paper) -> None:
    """Set the words a register finds this text by."""
    words = [paper.code or paper.symbol, paper.abstract, paper.organ.name, paper.signer_name, paper.note]
    words += Delivery.objects.filter(paper=paper).values_list("name", flat=True)
    paper.folded = fold(" ".join(filter(None, words)))


def hang(*, paper: Paper, file: StoredFile, deed: str, by: Actor, at: datetime) -> Document:
    """Hang a file on the paper itself, so that whoever sees the paper opens it. The deed that orders it judges."""
    return attach(
        subject=Subject.of(paper),
        council=paper.council or paper.body,
        kind=document_kind(kind=paper.kind),
        abstract=paper.abstract,
        number=paper.code,
        signed_on=paper.signed_on,
        organ=paper.organ,
        signer=paper.signer_name,
        file=file,
        deed=deed,
        actor=by,
        at=at,
    )


def document_kind(*, kind: str) -> str:
    """Return how a document of this type is filed with a matter (its own type, or "other")."""
    return kind if kind in DocumentKind.values else DocumentKind.OTHER.value


def _symbol(kind: str, nature: str, body: str, unit: str, year: int) -> str:
    return symbol_of(kind, body, unit=unit, normative_year=year if nature == Nature.NORMATIVE else None)


def _no_secret_text() -> str:
    return _("Văn bản mật không đưa vào hệ thống nối mạng: chỉ ghi dòng sổ, không kèm tệp.")


def _check(kind: str, abstract: str, nature: str, secrecy: str, has_text: bool) -> None:
    if not abstract.strip():
        raise Invalid(_("Văn bản phải có trích yếu."))
    if kind not in PaperKind.values:
        raise Invalid(_("Loại văn bản này không có trong danh mục 29 loại của Nghị định 30/2020/NĐ-CP."))
    if nature == Nature.NORMATIVE and kind not in {PaperKind.RESOLUTION, PaperKind.DECISION}:
        raise Invalid(_("Văn bản quy phạm pháp luật chỉ là nghị quyết hoặc quyết định."))
    if has_text and secrecy != Secrecy.NONE:
        raise Invalid(_no_secret_text())


def _move(paper: Paper, step: str, note: str, actor: Actor, at: datetime) -> Paper:
    paper = locked(paper)
    paper.state = PAPER.after(step, paper.state)
    paper.version += 1
    paper.save(update_fields=["state", "version"])
    audit.record(
        deed=f"paper.{step}",
        subject=paper,
        actor=actor,
        at=at,
        council_id=paper.council_id,
        changes={"ghi chú": note.strip()[:300]} if note.strip() else {},
    )
    return paper
