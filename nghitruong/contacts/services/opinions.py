"""Opinions of voters: taken down one by one, completed, reclassified, answered on the spot.

The journal names an opinion by its number, never by its voter: names and addresses stay out of it for good.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid, WrongState
from nghitruong.base.locking import locked
from nghitruong.base.official import official
from nghitruong.base.subjects import Subject
from nghitruong.contacts import policies, rules
from nghitruong.contacts.enums import OpinionKind
from nghitruong.contacts.models import Opinion, Point
from nghitruong.documents import services as documents
from nghitruong.documents.enums import DocumentKind
from nghitruong.documents.models import Document
from nghitruong.documents.rules import IMAGES
from nghitruong.language import normalise
from nghitruong.territory.models import Unit

MOST_SOURCES = 10
LONGEST = 4000
"""Letters in one opinion: a long turn at the microphone; more is several opinions."""


def _label(opinion: Opinion) -> str:
    return official("Ý kiến số %(seq)s, %(point)s", seq=opinion.seq, point=opinion.point.meeting.title)


def _cleaned(text: str) -> str:
    words = normalise(text)
    if not words:
        raise Invalid(_("Hãy ghi nội dung ý kiến."))
    if len(words) > LONGEST:
        raise Invalid(_("Một ý kiến dài không quá %(most)s chữ cái; hãy tách thành nhiều ý.") % {"most": LONGEST})
    return words


@transaction.atomic
def take_opinion(
    *,
    point: Point,
    text: str,
    actor: Actor,
    at: datetime,
    kind: str = OpinionKind.PETITION,
    voter: str = "",
    voter_address: str = "",
    voices: int = 1,
    hamlet: str = "",
    unit: Unit | None = None,
    client_key: str = "",
) -> Opinion:
    """Ghi một ý kiến của cử tri, numbered within its point.

    `client_key` is made by the page for each line: sent again (double click, network back) it has one effect and
    returns the opinion already taken down. Of a complaint or denunciation (kind "referred") only the fact is kept:
    the law sends it to the reception of citizens (NQLT 72/2025 Đ.37.4). Raises Invalid for an empty text, WrongState
    before the meeting's day.
    """
    policies.can_take_opinion(actor, point).require()
    current = locked(point)
    policies.can_take_opinion(actor, current).require()
    if client_key and (earlier := current.opinions.filter(client_key=client_key[:64]).first()):
        return earlier
    if timezone.localdate(current.meeting.starts_at) > timezone.localdate(at):
        day = timezone.localdate(current.meeting.starts_at).strftime("%d/%m/%Y")
        raise WrongState(_("Buổi tiếp xúc diễn ra ngày %(day)s, chưa tới ngày ghi ý kiến.") % {"day": day})
    words = _cleaned(text)
    is_referred = kind == OpinionKind.REFERRED
    seq = (current.opinions.aggregate(last=Max("seq"))["last"] or 0) + 1
    opinion = Opinion.objects.create(
        point=current,
        seq=seq,
        text=rules.referred_text() if is_referred else words,
        kind=kind,
        voter="" if is_referred else normalise(voter),
        voter_address="" if is_referred else normalise(voter_address),
        voices=max(voices, 1),
        hamlet="" if is_referred else normalise(hamlet),
        unit=unit or current.meeting.unit,
        taken_at=at,
        taken_by=actor.name,
        taker_id=actor.membership_id,
        client_key=client_key[:64],
    )
    audit.record(
        deed="opinion.take",
        subject=opinion,
        label=_label(opinion),
        actor=actor,
        at=at,
        council_id=current.round.council_id,
        changes={"số": seq, "phân loại": official(OpinionKind(opinion.kind).label)},
    )
    return opinion


@transaction.atomic
def edit_opinion(
    *,
    opinion: Opinion,
    version: int,
    text: str,
    voter: str,
    voter_address: str,
    voices: int,
    hamlet: str,
    unit: Unit | None,
    actor: Actor,
    at: datetime,
) -> Opinion:
    """Sửa, bổ sung ý kiến. Raises Conflict (with what stands now) when somebody saved since `version`."""
    policies.can_edit_opinion(actor, opinion).require()
    current = locked(opinion, version=version)
    policies.can_edit_opinion(actor, current).require()
    words = _cleaned(text)
    changes: dict[str, object] = {}
    if words != current.text:
        changes |= {"trước": current.text, "sau": words}
    if (normalise(voter), normalise(voter_address)) != (current.voter, current.voter_address):
        changes["cử tri"] = official("đã bổ sung, sửa")
    if (voices, normalise(hamlet)) != (current.voices, current.hamlet):
        changes |= {"số người cùng ý kiến": voices, "thôn, tổ dân phố": normalise(hamlet)}
    current.text, current.voter, current.voter_address = words, normalise(voter), normalise(voter_address)
    current.voices, current.hamlet, current.unit = max(voices, 1), normalise(hamlet), unit
    current.version = version + 1
    current.save(update_fields=["text", "voter", "voter_address", "voices", "hamlet", "unit", "version"])
    audit.record(
        deed="opinion.edit",
        subject=current,
        label=_label(current),
        actor=actor,
        at=at,
        council_id=current.point.round.council_id,
        changes=changes,
    )
    return current


@transaction.atomic
def reclassify(*, opinion: Opinion, kind: str, actor: Actor, at: datetime, reason: str = "") -> Opinion:
    """Phân loại lại: petition, opinion and thanks are counted apart, so each change is journaled.

    Made "referred" (a complaint or denunciation), its words, voter, photos and recordings leave the book for good.
    """
    policies.can_reclassify(actor, opinion).require()
    current = locked(opinion)
    policies.can_reclassify(actor, current).require()
    if kind not in OpinionKind.values:
        raise Invalid(_("Hãy chọn một loại."))
    if kind == current.kind:
        raise Invalid(_("Ý kiến này đã thuộc loại «%(kind)s».") % {"kind": current.get_kind_display()})
    before = official(OpinionKind(current.kind).label)
    changes: dict[str, object] = {
        "phân loại": f"{before} → {official(OpinionKind(kind).label)}",
        "lý do": reason.strip(),
    }
    current.kind = kind
    if kind == OpinionKind.REFERRED:
        current.text, current.voter, current.voter_address = rules.referred_text(), "", ""
        current.hamlet, current.answered_on_spot, current.answered_by = "", "", ""
        thrown = documents.throw_away(subject=Subject(rules.SOURCE, current.pk), actor=actor, at=at)
        if thrown:
            changes["ảnh, ghi âm đã hủy"] = thrown
    current.version += 1
    current.save()
    audit.record(
        deed="opinion.reclassify",
        subject=current,
        label=_label(current),
        actor=actor,
        at=at,
        council_id=current.point.round.council_id,
        changes=changes,
    )
    return current


@transaction.atomic
def answer_on_spot(*, opinion: Opinion, text: str, answered_by: str, actor: Actor, at: datetime) -> Opinion:
    """Ghi trả lời tại chỗ: what was answered and by whom. Both empty take a wrong entry back."""
    policies.can_answer_on_spot(actor, opinion).require()
    current = locked(opinion)
    policies.can_answer_on_spot(actor, current).require()
    words, who = normalise(text), normalise(answered_by)
    if bool(words) != bool(who):
        raise Invalid(_("Ghi cả nội dung trả lời và người trả lời."))
    if len(words) > LONGEST:
        raise Invalid(_("Nội dung trả lời dài không quá %(most)s chữ cái.") % {"most": LONGEST})
    current.answered_on_spot, current.answered_by = words, who
    current.version += 1
    current.save(update_fields=["answered_on_spot", "answered_by", "version"])
    audit.record(
        deed="opinion.answer_on_spot",
        subject=current,
        label=_label(current),
        actor=actor,
        at=at,
        council_id=current.point.round.council_id,
        changes={"trả lời tại chỗ": words, "người trả lời": who},
    )
    return current


@transaction.atomic
def attach_source(*, opinion: Opinion, name: str, content: bytes, actor: Actor, at: datetime) -> Document:
    """Kèm ảnh, ghi âm: a photo or a recording of what was said, judged by its content; the same file counts once.

    It shows or lets hear who spoke, so it hangs on the opinion's source, which only those may open who may read the
    voter's name. Raises Invalid for another kind of file, one too big, or more than MOST_SOURCES.
    """
    policies.can_attach_source(actor, opinion).require()
    current = locked(opinion)
    policies.can_attach_source(actor, current).require()
    file = documents.store(name=name, content=content, actor=actor, at=at, recordings=True)
    subject = Subject(rules.SOURCE, current.pk)
    there = Document.objects.filter(subject_kind=subject.kind, subject_id=subject.id)
    if (earlier := there.filter(file=file).first()) is not None:
        return earlier
    if there.count() >= MOST_SOURCES:
        raise Invalid(_("Một ý kiến kèm không quá %(most)s tệp.") % {"most": MOST_SOURCES})
    kind = DocumentKind.PHOTO if file.mime in IMAGES else DocumentKind.RECORDING
    paper = documents.attach(
        subject=subject,
        council=current.point.round.council,
        kind=kind,
        abstract=_label(current),
        file=file,
        deed="opinion.attach_source",
        actor=actor,
        at=at,
    )
    audit.record(
        deed="opinion.attach_source",
        subject=current,
        label=_label(current),
        actor=actor,
        at=at,
        council_id=current.point.round.council_id,
        changes={"loại": official(DocumentKind(kind).label), "mã băm": file.sha256},
    )
    return paper
