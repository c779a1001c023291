"""Set a council's own period, take it back, confirm what was not verified. Running clocks keep their words."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.legalclock import policies, rules
from nghitruong.legalclock.enums import Confidence, DayType
from nghitruong.legalclock.models import Rule


@transaction.atomic
def override(
    *,
    rule: Rule,
    number: int,
    day_type: str,
    citation: str,
    valid_from: date | None,
    actor: Actor,
    at: datetime,
) -> Rule:
    """Set the actor's council's own number of days in place of `rule`, by its own citation, from a day on.

    Events before `valid_from` keep the rule they fell under; a later own row ends the earlier one. The citation is
    the council's own text read by whoever sets it: verified, with the name.
    """
    policies.can_override(actor, actor.council_id).require()
    if not citation.strip():
        raise Invalid(_("Thời hạn riêng phải ghi căn cứ (điều, khoản của Quy chế làm việc)."))
    if not 0 <= number <= rules.LONGEST or day_type not in DayType.values:
        raise Invalid(_("Số ngày phải từ 0 đến %(most)s.") % {"most": rules.LONGEST})
    for earlier in Rule.objects.select_for_update().filter(
        key=rule.key, council_id=actor.council_id, valid_to__isnull=True
    ):
        if valid_from is None or (earlier.valid_from and earlier.valid_from >= valid_from):
            raise Invalid(
                _("Đã có thời hạn riêng áp dụng từ %(on)s; thời hạn mới phải từ một ngày sau đó.")
                % {"on": f"{earlier.valid_from:%d/%m/%Y}" if earlier.valid_from else _("đầu")}
            )
        earlier.valid_to = valid_from - timedelta(days=1)
        earlier.version += 1
        earlier.save(update_fields=["valid_to", "version"])
    own = Rule.objects.create(
        key=rule.key,
        law_id=rule.law_id,
        council_id=actor.council_id,
        label=rule.label,
        dates=rule.dates,
        number=number,
        day_type=day_type,
        direction=rule.direction,
        counts_from=rule.counts_from,
        rolls=rule.rolls,
        citation=citation.strip()[:300],
        valid_from=valid_from,
        confidence=Confidence.VERIFIED,
        confirmed_by=_who(actor),
        confirmed_at=at,
    )
    changes = {"number": number, "day_type": day_type, "citation": own.citation, "valid_from": valid_from}
    audit.record(deed="rule.override", subject=own, actor=actor, at=at, changes={"key": rule.key, **changes})
    return own


@transaction.atomic
def withdraw(*, rule: Rule, on: date, actor: Actor, at: datetime) -> Rule:
    """End a council's own period with the day `on`; from the next day the national default holds again."""
    policies.can_withdraw(actor, rule).require()
    rule = locked(rule)
    if rule.valid_from and on < rule.valid_from:
        raise Invalid(_("Ngày kết thúc không thể trước ngày bắt đầu áp dụng."))
    rule.valid_to = on
    rule.version += 1
    rule.save(update_fields=["valid_to", "version"])
    audit.record(deed="rule.withdraw", subject=rule, actor=actor, at=at, changes={"key": rule.key, "valid_to": on})
    return rule


@transaction.atomic
def confirm(*, rule: Rule, citation: str, actor: Actor, at: datetime) -> Rule:
    """Say that a period was checked against its text: who, when, by which words.

    A council confirms for itself: confirming a national row makes the council's own copy of it, verified. Only
    the installation's keeper confirms the national row itself.
    """
    policies.can_confirm(actor, rule).require()
    if rule.number is None:
        raise Invalid(_("Quy tắc chưa có số ngày: hãy đặt thời hạn riêng."))
    if not citation.strip():
        raise Invalid(_("Xác nhận phải ghi căn cứ đã đối chiếu."))
    if rule.council_id is None and not actor.has("system.keep"):
        return override(
            rule=rule,
            number=rule.number,
            day_type=rule.day_type,
            citation=citation,
            valid_from=rule.valid_from,
            actor=actor,
            at=at,
        )
    rule = locked(rule)
    rule.citation, rule.confidence = citation.strip()[:300], Confidence.VERIFIED
    rule.confirmed_by, rule.confirmed_at = _who(actor), at
    rule.version += 1
    rule.save(update_fields=["citation", "confidence", "confirmed_by", "confirmed_at", "version"])
    audit.record(
        deed="rule.confirm", subject=rule, actor=actor, at=at, changes={"key": rule.key, "citation": rule.citation}
    )
    return rule


def _who(actor: Actor) -> str:
    return f"{actor.name}, {actor.office}"[:300] if actor.office else actor.name[:300]
