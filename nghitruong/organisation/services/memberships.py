"""Somebody takes, keeps or leaves an office. A period that ended is never overwritten by the next."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.language import normalise
from nghitruong.organisation import policies
from nghitruong.organisation.enums import DELEGATE_ROLES
from nghitruong.organisation.models import Membership, Organ, Person, Term
from nghitruong.organisation.rules import ROLE_KINDS
from nghitruong.organisation.rules.words import moved
from nghitruong.organisation.selectors import council_of, forbidden_for


def _judge(membership: Membership) -> None:
    """Raise Invalid where the periods or the law do not allow this office."""
    organ = membership.organ
    if organ.kind not in ROLE_KINDS[membership.role]:
        raise Invalid(
            _("«%(role)s» không phải là chức vụ trong %(organ)s.")
            % {"role": membership.get_role_display(), "organ": organ.name}
        )
    if membership.valid_to and membership.valid_to < membership.valid_from:
        raise Invalid(_("Ngày thôi giữ chức vụ phải từ ngày bắt đầu trở đi."))
    if organ.valid_from and membership.valid_from < organ.valid_from:
        raise Invalid(_("%(organ)s có từ ngày %(day)s.") % {"organ": organ.name, "day": f"{organ.valid_from:%d/%m/%Y}"})
    if organ.valid_to and (membership.valid_to is None or membership.valid_to > organ.valid_to):
        raise Invalid(
            _("%(organ)s chỉ hoạt động đến hết ngày %(day)s.")
            % {"organ": organ.name, "day": f"{organ.valid_to:%d/%m/%Y}"}
        )
    for finding in forbidden_for(membership):
        cited = f" ({finding.citation.text})" if finding.citation else ""
        raise Invalid(f"{finding.text}{cited}")


@transaction.atomic
def appoint(
    *,
    person: Person,
    organ: Organ,
    role: str,
    valid_from: date,
    actor: Actor,
    at: datetime,
    valid_to: date | None = None,
    title: str = "",
    term: Term | None = None,
    is_full_time: bool = False,
) -> Membership:
    """Record that a person holds an office from a day on.

    Refused (Invalid) where the law forbids it: ORG-30, ORG-31, a second Chair, one more Vice-Chair than
    ORG-32/33 allow. What is only unusual is shown by `selectors.checks`. An elected office takes the term
    running on that day when none is given.
    """
    policies.can_appoint(actor, organ, role, person).require()
    organ = locked(organ)
    council = council_of(organ)
    if term is None and council is not None and role in DELEGATE_ROLES:
        term = Term.objects.on(valid_from).filter(council=council).first()
    membership = Membership(
        person=person, organ=organ, role=role, title=normalise(title), term=term, is_full_time=is_full_time,
        valid_from=valid_from, valid_to=valid_to,
    )  # fmt: skip
    _judge(membership)
    membership.save()
    audit.record(
        deed="membership.appoint",
        subject=membership,
        actor=actor,
        at=at,
        council_id=council.pk if council else None,
        changes={
            "người": person.name, "chức vụ": membership.office, "cơ quan": organ.name,
            "từ ngày": moved(None, valid_from), "đến hết ngày": moved(None, valid_to),
        },
    )  # fmt: skip
    return membership


@transaction.atomic
def end_membership(
    *, membership: Membership, on: date, reason: str, actor: Actor, at: datetime, version: int | None = None
) -> Membership:
    """End an office after this day, with the reason (dismissed, resigned, moved, deceased, …)."""
    policies.can_end_membership(actor, membership).require()
    membership = locked(membership, version=version)
    if not reason.strip():
        raise Invalid(_("Chưa ghi lý do thôi giữ chức vụ."))
    if on < membership.valid_from:
        raise Invalid(_("Ngày thôi giữ chức vụ phải từ ngày bắt đầu trở đi."))
    membership.valid_to, membership.ended_because = on, normalise(reason)[:200]
    membership.version += 1
    membership.save(update_fields=["valid_to", "ended_because", "version"])
    council = council_of(membership.organ)
    audit.record(
        deed="membership.end",
        subject=membership,
        actor=actor,
        at=at,
        council_id=council.pk if council else None,
        changes={"đến hết ngày": moved(None, on), "lý do": membership.ended_because},
    )
    return membership


@transaction.atomic
def edit_membership(
    *,
    membership: Membership,
    valid_from: date,
    valid_to: date | None,
    reason: str,
    actor: Actor,
    at: datetime,
    version: int | None = None,
) -> Membership:
    """Correct the dates of an office that were taken down wrongly; the journal keeps the old ones and the reason."""
    policies.can_edit_membership(actor, membership).require()
    membership = locked(membership, version=version)
    if not reason.strip():
        raise Invalid(_("Chưa ghi lý do sửa ngày."))
    before = (membership.valid_from, membership.valid_to)
    membership.valid_from, membership.valid_to = valid_from, valid_to
    _judge(membership)
    membership.version += 1
    membership.save(update_fields=["valid_from", "valid_to", "version"])
    council = council_of(membership.organ)
    audit.record(
        deed="membership.edit",
        subject=membership,
        actor=actor,
        at=at,
        council_id=council.pk if council else None,
        changes={
            "từ ngày": moved(before[0], valid_from), "đến hết ngày": moved(before[1], valid_to), "lý do": reason,
        },
    )  # fmt: skip
    return membership
