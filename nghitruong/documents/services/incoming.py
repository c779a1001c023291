"""What comes in: registered the day it arrives, routed, worked off; what was sent from within is received here."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.base.official import official
from nghitruong.base.subjects import Subject
from nghitruong.documents import policies
from nghitruong.documents.enums import Direction, IncomingState, Nature, PaperKind, Secrecy, Urgency
from nghitruong.documents.flow import INCOMING
from nghitruong.documents.models import Delivery, Incoming, StoredFile
from nghitruong.documents.models.registers import register_body
from nghitruong.documents.services.attaching import attach
from nghitruong.documents.services.drafting import document_kind
from nghitruong.documents.services.numbering import series_of, take_number
from nghitruong.documents.services.storing import store
from nghitruong.language import fold
from nghitruong.organisation.models import Membership, Organ


@transaction.atomic
def register_incoming(
    *,
    organ: Organ,
    author: str,
    abstract: str,
    actor: Actor,
    at: datetime,
    code: str = "",
    signed_on: date | None = None,
    kind: str = "",
    author_organ: Organ | None = None,
    due_on: date | None = None,
    urgency: str = Urgency.NORMAL,
    secrecy: str = Secrecy.NONE,
    file: StoredFile | None = None,
    content: tuple[str, bytes] | None = None,
    channel: str = "",
    subject: Subject | None = None,
    note: str = "",
) -> Incoming:
    """Đăng ký văn bản đến: the entry gets the next arrival number of the year and the day of `at` (law.md 12.6).

    `organ` is whom it came to; it stands in the register of its body. `author` names who sent it (`author_organ` where
    it is an organ of the system), `code` is the text's own number and symbol, `signed_on` its date, `due_on` the day
    by which the text asks for work. One yearly series for paper and electronic texts; secret ones have their own and
    no file. Raises Invalid for a missing author or abstract, a date still to come, or the same text registered twice
    this year (same author, number and date).
    """
    policies.can_register_incoming(actor, organ).require()
    _check(author, abstract, kind, signed_on, at)
    if secrecy != Secrecy.NONE and (file is not None or content is not None):
        raise Invalid(_("Văn bản mật không đưa vào hệ thống nối mạng: chỉ ghi dòng sổ, không kèm tệp."))
    on = timezone.localdate(at)
    body = register_body(organ)
    nature = Nature.GENERAL if secrecy == Secrecy.NONE else Nature.SECRET
    series = series_of(organ=organ, direction=Direction.IN, nature=nature, on=on)
    number = take_number(series=series, on=on)
    _refuse_twice(body, author.strip(), code.strip(), signed_on)
    entry = Incoming(
        council=organ.council or body,
        body=body,
        series=series,
        year=on.year,
        number=number,
        arrived_on=on,
        organ=author_organ,
        author=author.strip()[:200],
        code=code.strip()[:80],
        signed_on=signed_on,
        kind=kind,
        abstract=abstract.strip()[:500],
        urgency=urgency,
        secrecy=secrecy,
        channel=channel.strip()[:60],
        due_on=due_on,
        subject_kind=subject.kind if subject else "",
        subject_id=subject.id if subject else None,
        note=note.strip()[:300],
        registered_at=at,
    )
    entry.folded = fold(f"{entry.code} {entry.author} {entry.abstract} {entry.note}")
    entry.save(force_insert=True)
    if content is not None:
        file = store(name=content[0], content=content[1], actor=actor, at=at)
    if file is not None:
        _hang(entry, file, actor, at)
    audit.record(
        deed="incoming.register",
        subject=entry,
        actor=actor,
        at=at,
        council_id=entry.council_id,
        changes={
            "number": entry.shown_number,
            "author": entry.author,
            **({"code": entry.code} if entry.code else {}),
            **({"due_on": due_on} if due_on else {}),
        },
    )
    return entry


@transaction.atomic
def receive(*, delivery: Delivery, actor: Actor, at: datetime) -> Incoming:
    """Nhận văn bản gửi trong hệ thống: say who opened it and when, and enter it in the receiver's own register.

    A text enters a register once: what the same house's other organs were sent of it is received with it, and what
    comes later of a text that stands there already is received against that entry.
    """
    policies.can_receive(actor, delivery).require()
    delivery = locked(delivery, keep=("organ", "paper"))
    policies.can_receive(actor, delivery).require()
    paper = delivery.paper
    assert delivery.organ is not None  # noqa: S101 -- the policy has seen to it
    known = _entered(register_body(delivery.organ), paper.organ.name, paper.code, paper.signed_on)
    entry = known or register_incoming(
        organ=delivery.organ,
        author=paper.organ.name,
        author_organ=paper.organ,
        abstract=paper.abstract,
        code=paper.code,
        signed_on=paper.signed_on,
        kind=paper.kind,
        urgency=paper.urgency,
        file=paper.document.file if paper.document else None,
        channel=official(_("trong hệ thống")),
        actor=actor,
        at=at,
    )
    if entry.delivery_id is None:
        Incoming.objects.filter(pk=entry.pk).update(delivery=delivery)
        entry.delivery = delivery
    waiting = paper.deliveries.filter(opened_at=None, sent_at__isnull=False).select_related("organ__council")
    same = [each for each in waiting if each.organ is not None and register_body(each.organ) == entry.body]
    for each in same:
        each.opened_at, each.opened_by = at, f"{actor.name}, {actor.office}"[:300]
        each.save(update_fields=["opened_at", "opened_by"])
    audit.record(
        deed="paper.receive", subject=paper, actor=actor, at=at, council_id=paper.council_id,
        changes={"nơi nhận": ", ".join(each.name for each in same), "số đến": entry.shown_number},
    )  # fmt: skip
    return entry


@transaction.atomic
def route(
    *,
    incoming: Incoming,
    organ: Organ | None,
    actor: Actor,
    at: datetime,
    person: Membership | None = None,
    instruction: str = "",
    due_on: date | None = None,
) -> Incoming:
    """Chuyển xử lý: to an organ, a person, or both, with what is asked and by when. Raises Invalid for nobody."""
    policies.can_route(actor, incoming).require()
    incoming = locked(incoming)
    policies.can_route(actor, incoming).require()
    if organ is None and person is None:
        raise Invalid(_("Hãy chọn đơn vị hoặc người xử lý."))
    if person is not None and not person.held_on(timezone.localdate(at)):
        raise Invalid(_("Người được chọn không còn giữ chức vụ này."))
    incoming.state = INCOMING.after("route", incoming.state)
    incoming.handler_organ = organ or (person.organ if person else None)
    incoming.handler = person
    incoming.instruction = instruction.strip()[:300]
    incoming.due_on = due_on or incoming.due_on
    incoming.version += 1
    incoming.save(update_fields=["state", "handler_organ", "handler", "instruction", "due_on", "version"])
    audit.record(
        deed="incoming.route",
        subject=incoming,
        actor=actor,
        at=at,
        council_id=incoming.council_id,
        changes={
            name: value
            for name, value in (
                ("handler_organ", incoming.handler_organ.name if incoming.handler_organ else ""),
                ("handler", person.person.name if person else ""),
                ("instruction", incoming.instruction),
                ("due_on", incoming.due_on),
            )
            if value
        },
    )
    return incoming


@transaction.atomic
def finish(*, incoming: Incoming, outcome: str, actor: Actor, at: datetime) -> Incoming:
    """Ghi đã xử lý, with the result in words. Raises Invalid for an empty result."""
    policies.can_finish(actor, incoming).require()
    incoming = locked(incoming, keep=("body",))
    policies.can_finish(actor, incoming).require()
    if not outcome.strip():
        raise Invalid(_("Hãy ghi kết quả xử lý."))
    incoming.state = INCOMING.after("finish", incoming.state)
    incoming.outcome = outcome.strip()[:500]
    incoming.version += 1
    incoming.save(update_fields=["state", "outcome", "version"])
    audit.record(
        deed="incoming.finish", subject=incoming, actor=actor, at=at, council_id=incoming.council_id,
        changes={"outcome": incoming.outcome},
    )  # fmt: skip
    return incoming


def _check(author: str, abstract: str, kind: str, signed_on: date | None, at: datetime) -> None:
    if not author.strip():
        raise Invalid(_("Hãy ghi nơi gửi văn bản."))
    if not abstract.strip():
        raise Invalid(_("Văn bản phải có trích yếu."))
    if kind and kind not in PaperKind.values:
        raise Invalid(_("Loại văn bản này không có trong danh mục 29 loại của Nghị định 30/2020/NĐ-CP."))
    if signed_on is not None and signed_on > timezone.localdate(at):
        raise Invalid(_("Ngày văn bản %(on)s còn ở phía trước.") % {"on": f"{signed_on:%d/%m/%Y}"})


def _entered(body: Organ, author: str, code: str, signed_on: date | None) -> Incoming | None:
    """Return the entry of a text that the register holds already."""
    if not code or signed_on is None:
        return None
    same = Incoming.objects.filter(body=body, author=author, code=code, signed_on=signed_on)
    return same.select_related("body", "council").first()


def _refuse_twice(body: Organ, author: str, code: str, signed_on: date | None) -> None:
    same = _entered(body, author, code, signed_on)
    if same is not None:
        raise Invalid(
            _("Văn bản này đã vào sổ: số đến %(number)s ngày %(on)s.")
            % {"number": same.shown_number, "on": f"{same.arrived_on:%d/%m/%Y}"}
        )


def _hang(entry: Incoming, file: StoredFile, actor: Actor, at: datetime) -> None:
    entry.document = attach(
        subject=Subject.of(entry),
        council=entry.council or entry.body,
        kind=document_kind(kind=entry.kind),
        abstract=entry.abstract,
        number=entry.code[:60],
        signed_on=entry.signed_on,
        organ=entry.organ,
        file=file,
        deed="incoming.register",
        actor=actor,
        at=at,
    )
    entry.save(update_fields=["document"])


OPEN_STATES = (IncomingState.REGISTERED, IncomingState.ROUTED)
