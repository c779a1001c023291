"""What the council does with an answer: records its promises, assesses it, hears the voter."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.obligations.models import Obligation
from nghitruong.organisation.models import Organ
from nghitruong.petitions import policies
from nghitruong.petitions.enums import Appraised
from nghitruong.petitions.models import Answer, Assessment, Petition
from nghitruong.petitions.rules.promises import Promise
from nghitruong.petitions.services.answer import commit


@transaction.atomic
def commit_all(*, petition: Petition, promises: Iterable[Promise], actor: Actor, at: datetime) -> list[Obligation]:
    """Ghi các lời hứa đã chọn: each becomes an obligation of its own, with its words and the day they name."""
    policies.can_commit(actor, petition).require()
    chosen = list(promises)
    if not chosen:
        raise Invalid(_("Hãy chọn ít nhất một lời hứa."))
    return [
        commit(
            petition=petition,
            quote=promise.quote,
            what=promise.what[:500],
            due_on=promise.due_on,
            debtor_person="",
            actor=actor,
            at=at,
        )
        for promise in chosen
    ]


@transaction.atomic
def assess(
    *, petition: Petition, organ: Organ, verdict: str, text: str, on: date, actor: Actor, at: datetime
) -> Assessment:
    """Đánh giá câu trả lời by the Standing Committee or a committee; the result itself is accepted elsewhere."""
    policies.can_assess(actor, petition, organ).require()
    petition = locked(petition)
    policies.can_assess(actor, petition, organ).require()
    if organ.council_id != petition.keeper_id:
        raise Invalid(_("Chỉ Thường trực hoặc Ban của Hội đồng nhân dân nơi theo dõi được đánh giá."))
    return _judge(petition, "assess", organ, "", verdict, text, on, actor, at)


@transaction.atomic
def hear_voter(
    *, petition: Petition, heard: str, verdict: str, text: str, on: date, actor: Actor, at: datetime
) -> Assessment:
    """Ghi ý kiến cử tri về kết quả: what the voter says of it, and how the voter was heard. No name is kept."""
    policies.can_hear_voter(actor, petition).require()
    petition = locked(petition)
    policies.can_hear_voter(actor, petition).require()
    if not heard.strip():
        raise Invalid(_("Phải ghi đã nghe cử tri bằng cách nào."))
    return _judge(petition, "hear_voter", None, heard.strip(), verdict, text, on, actor, at)


def _judge(
    petition: Petition,
    deed: str,
    organ: Organ | None,
    heard: str,
    verdict: str,
    text: str,
    on: date,
    actor: Actor,
    at: datetime,
) -> Assessment:
    latest = Answer.objects.filter(petition=petition).order_by("on", "pk").last()
    if latest is None:
        raise Invalid(_("Chưa có câu trả lời để đánh giá."))
    if not latest.on <= on <= timezone.localtime(at).date():
        raise Invalid(_("Ngày đánh giá phải từ ngày trả lời đến hôm nay."))
    if verdict not in Appraised.values or not text.strip():
        raise Invalid(_("Đánh giá phải có kết luận và nhận xét."))
    judged = Assessment.objects.create(
        petition=petition, answer=latest, organ=organ, heard=heard, verdict=verdict, text=text.strip(), on=on,
        recorded_at=at,
    )  # fmt: skip
    audit.record(
        deed=f"petition.{deed}",
        subject=petition,
        actor=actor,
        at=at,
        council_id=petition.keeper_id,
        changes={
            "bên đánh giá": organ.name if organ else heard,
            "kết luận": Appraised(verdict).label,
            "nhận xét": text.strip(),
        },
    )
    return judged
