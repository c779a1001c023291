"""Sign and issue: who signs for whom is judged, then the system gives number and date; send; correct by a later text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.base.subjects import Subject
from nghitruong.documents import policies, selectors
from nghitruong.documents.enums import Capacity, Direction, Nature, PaperKind, RelationKind, Secrecy
from nghitruong.documents.flow import PAPER
from nghitruong.documents.models import Delivery, Document, Paper, Relation
from nghitruong.documents.models.registers import register_body
from nghitruong.documents.rules.numbering import code_of, symbol_of
from nghitruong.documents.services.attaching import attach
from nghitruong.documents.services.drafting import (
    Recipient,
    add_recipients,
    document_kind,
    draft,
    hang,
    refold,
)
from nghitruong.documents.services.numbering import series_of, take_number
from nghitruong.documents.services.storing import store
from nghitruong.organisation.models import Membership, Organ

Writer = Callable[[Paper], tuple[str, bytes]]
"""Makes the text once number, date and signer are known: returns (file name, bytes)."""


@transaction.atomic
def issue(
    *,
    paper: Paper,
    signer: Membership,
    actor: Actor,
    at: datetime,
    capacity: str = "",
    authorised_by: str = "",
    write: Writer | None = None,
) -> str:
    """Ký ban hành: give the text its number and date, and send it to its recipients; return "05/TB-HĐND".

    The number is the next of the series of that year, taken under a lock and never given back; the date is the day of
    `at` in the house's time zone (law.md DOC-01, DOC-04). `signer` must hold that office on the day and may sign for
    the issuing organ in that `capacity` ("": the usual one; TUQ. needs the written authorisation in `authorised_by`).
    `write(paper)` makes the final text with the number in it. The matter (`subject`) gets the text among its documents.
    Raises Invalid, WrongState, NotPermitted.
    """
    policies.can_issue(actor, paper).require()
    paper = locked(paper, keep=("organ", "body", "council"))
    on = timezone.localdate(at)
    state = PAPER.after("issue", paper.state)
    capacity = _capacity(paper.organ, signer, capacity, authorised_by, on)
    series = series_of(organ=paper.organ, direction=Direction.OUT, nature=paper.nature, on=on)
    number = take_number(series=series, on=on)
    is_normative = paper.nature == Nature.NORMATIVE
    paper.symbol = symbol_of(
        paper.kind, series.symbol, unit=series.unit_symbol, normative_year=on.year if is_normative else None
    )
    paper.series, paper.year, paper.number, paper.signed_on = series, on.year, number, on
    paper.code = code_of(number, paper.symbol)
    paper.signer, paper.signer_name, paper.signer_title = signer, signer.person.name, signer.office[:200]
    paper.capacity, paper.authorised_by = capacity, authorised_by.strip()[:200]
    paper.state, paper.issued_at = state, at
    paper.version += 1
    if write is not None:
        _put_text(paper, write, actor, at)
    refold(paper=paper)
    paper.save()
    if write is None and paper.document_id is not None:
        Document.objects.filter(pk=paper.document_id).update(number=paper.code, signed_on=on, signer=paper.signer_name)
    _hang_on_matter(paper, actor, at)
    sent = _send(paper, at)
    audit.record(
        deed="paper.issue",
        subject=paper,
        actor=actor,
        at=at,
        council_id=paper.council_id,
        changes={
            "code": paper.code, "signed_on": on, "signer_name": paper.signer_name,
            "signer_title": paper.signer_title, "capacity": paper.capacity, "nơi nhận": "; ".join(sent),
        },
    )  # fmt: skip
    return paper.code


@transaction.atomic
def distribute(*, paper: Paper, recipients: Iterable[Recipient], actor: Actor, at: datetime) -> list[Delivery]:
    """Gửi tới nơi nhận: add these recipients to an issued text and send it to them; return the new ones."""
    policies.can_distribute(actor, paper).require()
    paper = locked(paper)
    policies.can_distribute(actor, paper).require()
    fresh = add_recipients(paper=paper, recipients=recipients)
    if not fresh:
        raise Invalid(_("Hãy chọn ít nhất một nơi nhận chưa có trong danh sách."))
    sent = _send(paper, at)
    refold(paper=paper)
    paper.save(update_fields=["folded"])
    audit.record(
        deed="paper.distribute", subject=paper, actor=actor, at=at, council_id=paper.council_id,
        changes={"nơi nhận": "; ".join(sent)},
    )  # fmt: skip
    return fresh


@transaction.atomic
def correct(
    *,
    paper: Paper,
    way: str,
    abstract: str,
    actor: Actor,
    at: datetime,
    content: tuple[str, bytes] | None = None,
    subject: Subject | None = None,
    recipients: Iterable[Recipient] | None = None,
) -> Paper:
    """Soạn văn bản sửa đổi, đính chính, thay thế hoặc hủy bỏ một văn bản đã ban hành; return the new draft.

    It is about the same matter and goes to the same recipients unless `subject` and `recipients` say otherwise.

    Wrong content is changed by a text of the same form, wrong form by a letter (law.md DOC-07): so "đính chính" is a
    letter, the others have the kind of the earlier text. The earlier one keeps its number and says what changed it.
    """
    policies.can_correct(actor, paper).require()
    paper = locked(paper, keep=("organ",))
    policies.can_correct(actor, paper).require()
    if way not in RelationKind.values:
        raise Invalid(_("Hãy chọn sửa đổi, đính chính, thay thế hay hủy bỏ."))
    is_letter = way == RelationKind.CORRECT
    later = draft(
        organ=paper.organ,
        kind=PaperKind.LETTER if is_letter else paper.kind,
        nature=Nature.GENERAL if is_letter else paper.nature,
        secrecy=paper.secrecy,
        abstract=abstract,
        content=content,
        subject=subject or (Subject(paper.subject_kind, paper.subject_id) if paper.subject_id else None),
        recipients=[Recipient(each.organ, each.name, each.copies) for each in paper.deliveries.select_related("organ")]
        if recipients is None
        else recipients,
        actor=actor,
        at=at,
    )
    Relation.objects.create(later=later, earlier=paper, kind=way)
    audit.record(
        deed="paper.correct", subject=paper, actor=actor, at=at, council_id=paper.council_id,
        changes={"quan hệ": RelationKind(way).label, "trích yếu": later.abstract},
    )  # fmt: skip
    return later


def _send(paper: Paper, at: datetime) -> list[str]:
    waiting = list(Delivery.objects.filter(paper=paper, sent_at=None))
    Delivery.objects.filter(pk__in=[each.pk for each in waiting]).update(sent_at=at)
    return [each.name for each in waiting]


def _put_text(paper: Paper, write: Writer, actor: Actor, at: datetime) -> None:
    if paper.secrecy != Secrecy.NONE:
        raise Invalid(_("Văn bản mật không đưa vào hệ thống nối mạng: chỉ ghi dòng sổ, không kèm tệp."))
    name, content = write(paper)
    file = store(name=name, content=content, actor=actor, at=at)
    paper.document = hang(paper=paper, file=file, deed="paper.issue", by=actor, at=at)


def _hang_on_matter(paper: Paper, actor: Actor, at: datetime) -> None:
    if not paper.subject_id or paper.document is None:
        return
    attach(
        subject=Subject(paper.subject_kind, paper.subject_id),
        council=paper.council or paper.body,
        kind=document_kind(kind=paper.kind),
        abstract=paper.abstract,
        number=paper.code,
        signed_on=paper.signed_on,
        organ=paper.organ,
        signer=paper.signer_name,
        file=paper.document.file,
        deed="paper.issue",
        actor=actor,
        at=at,
    )


def _capacity(organ: Organ, signer: Membership, capacity: str, authorised_by: str, on: date) -> str:
    """Judge who signs for whom; return the capacity. Raises Invalid with the reason."""
    who = {"name": signer.person.name, "office": signer.office, "organ": organ.name}
    if not signer.held_on(on):
        raise Invalid(_("%(name)s không giữ chức vụ «%(office)s» vào ngày ký.") % who)
    if not organ.stands_on(on):
        raise Invalid(_("%(organ)s không hoạt động vào ngày ký.") % who)
    if register_body(signer.organ) != register_body(organ) and signer.organ_id != organ.parent_id:
        raise Invalid(_("%(name)s thuộc cơ quan khác, không ký văn bản của %(organ)s.") % who)
    allowed = selectors.capacities_of(organ, signer)
    chosen = capacity or allowed[0]
    if chosen == Capacity.TUQ and not authorised_by.strip():
        raise Invalid(_("%(name)s chỉ ký thừa ủy quyền (TUQ.) cho %(organ)s: hãy ghi văn bản ủy quyền.") % who)
    if chosen not in allowed:
        raise Invalid(
            _("Chức vụ «%(office)s» không ký văn bản của %(organ)s với quyền hạn «%(capacity)s».")
            % {**who, "capacity": Capacity(chosen).label if chosen in Capacity.values else chosen}
        )
    return chosen
