"""A council's own words for fields, levels and agencies, and learning from what it has sorted."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.organisation.models import Organ
from nghitruong.petitions import policies
from nghitruong.petitions.enums import Dimension, Kind, Level
from nghitruong.petitions.models import Learnt, ReadingRule
from nghitruong.petitions.rules.learning import Learning
from nghitruong.petitions.selectors.proposals import HABITS, habits_of, lessons_of, phrases

HEAVIEST = 20


@transaction.atomic
def set_rule(
    *,
    council: Organ,
    dimension: str,
    words: str,
    value: str,
    weight: int,
    citation: str,
    valid_from: date,
    actor: Actor,
    at: datetime,
) -> ReadingRule:
    """Đặt quy tắc đọc riêng: these words speak for this value in this council, in place of the shipped reading.

    Without a value the words are not read at all. The rule binds nobody: it only changes what is proposed.
    """
    policies.can_keep_reading(actor, council).require()
    found = phrases(words)
    if not found or dimension not in Dimension.values or not 1 <= weight <= HEAVIEST:
        raise Invalid(_("Quy tắc phải có ít nhất một cụm chữ và sức nặng từ 1 đến %(most)s.") % {"most": HEAVIEST})
    concludes = {Dimension.KIND: Kind.values, Dimension.LEVEL: Level.values}.get(Dimension(dimension))
    if value and concludes is not None and value not in concludes:
        raise Invalid(_("Quy tắc về loại ý kiến hoặc thẩm quyền phải kết luận một giá trị có trong danh sách."))
    rule = ReadingRule.objects.create(
        council=council,
        dimension=dimension,
        words="\n".join(found),
        value=value,
        weight=weight,
        citation=citation.strip(),
        valid_from=valid_from,
        by=actor.name,
    )
    audit.record(
        deed="petition.set_rule",
        subject=rule,
        actor=actor,
        at=at,
        council_id=council.pk,
        changes={"đọc ra": Dimension(dimension).label, "chữ": list(found), "kết luận": value, "căn cứ": citation},
    )
    return rule


@transaction.atomic
def end_rule(*, rule: ReadingRule, on: date, actor: Actor, at: datetime) -> ReadingRule:
    """Bỏ quy tắc đọc riêng from a day on; what was read before keeps its reasons."""
    policies.can_keep_reading(actor, rule.council).require()
    rule = locked(rule)
    policies.can_keep_reading(actor, rule.council).require()
    if rule.valid_to is not None:
        raise Invalid(_("Quy tắc này đã bỏ từ trước."))
    rule.valid_to = max(on - timedelta(days=1), rule.valid_from - timedelta(days=1))
    rule.save(update_fields=["valid_to"])
    audit.record(
        deed="petition.end_rule",
        subject=rule,
        actor=actor,
        at=at,
        council_id=rule.council_id,
        changes={"chữ": rule.words.splitlines(), "đến hết ngày": rule.valid_to},
    )
    return rule


@transaction.atomic
def learn(*, council: Organ, actor: Actor, at: datetime) -> Learnt:
    """Count anew the words of what this council has sorted; what is proposed from now on leans on it."""
    policies.can_keep_reading(actor, council).require()
    learning = Learning.of(lessons_of(council))
    learnt, _new = Learnt.objects.update_or_create(
        council=council,
        defaults={"at": at, "cases": learning.cases, "counts": {**learning.to_json(), HABITS: habits_of(council)}},
    )
    return learnt
