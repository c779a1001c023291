"""Write a debt into the ledger."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.subjects import Subject
from nghitruong.legalclock import services as clocks
from nghitruong.obligations import policies
from nghitruong.obligations.models import Obligation
from nghitruong.organisation.models import Organ


@transaction.atomic
def open(  # noqa: A001 -- the deed's name in the ledger
    *,
    council: Organ,
    debtor: Organ,
    creditor: Organ,
    nature: str,
    what: str,
    subject: Subject,
    subject_label: str,
    deed: str,
    actor: Actor,
    at: datetime,
    rule_key: str | None = None,
    from_on: date | None = None,
    from_event: str = "",
    due_on: date | None = None,
    quote: str = "",
    debtor_person: str = "",
    due_basis: str = "",
) -> Obligation:
    """Ghi một nghĩa vụ: who owes whom what, opened by which deed, due by a rule, on a stated date, or undated.

    `rule_key` starts a legal clock from `from_on`; `due_on` is a date that the text itself states; with neither
    the ledger says "no deadline given" and asks for one. `due_basis` cites what states the date. The journal line
    (`obligation.open`) tells the debtor by a notice: the deed that opens the debt needs none of its own.
    """
    policies.can_open(actor, council, debtor, creditor).require()
    today = timezone.localtime(at).date()
    opened_on = from_on or today
    if not what.strip():
        raise Invalid(_("Nghĩa vụ phải nêu rõ việc phải làm."))
    obligation = Obligation.objects.create(
        council=council,
        debtor=debtor,
        creditor=creditor,
        nature=nature,
        what=what.strip()[:500],
        subject_kind=subject.kind,
        subject_id=subject.id,
        subject_label=subject_label[:300],
        opened_by=deed,
        opened_on=opened_on,
        quote=quote[:1000],
        debtor_person=debtor_person[:200],
        due_on=due_on,
        due_basis=due_basis[:300],
        dated_on=today,
    )
    if rule_key is not None:
        obligation.clock = clocks.start(
            key=rule_key,
            subject=Subject.of(obligation),
            council_id=council.pk,
            from_on=opened_on,
            from_event=from_event,
            actor=actor,
            at=at,
        )
        obligation.due_on = obligation.clock.due_on
        obligation.save(update_fields=["clock", "due_on"])
    audit.record(
        deed="obligation.open",
        subject=obligation,
        actor=actor,
        at=at,
        council_id=council.pk,
        changes={"bên có nghĩa vụ": debtor.name, "bên có quyền": creditor.name, "hạn": obligation.due_on},
    )
    return obligation
