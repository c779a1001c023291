"""Choosing the office to act in."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.official import official
from nghitruong.base.policy import allow_if
from nghitruong.organisation import selectors
from nghitruong.organisation.models import Membership


@transaction.atomic
def act(*, membership: Membership, actor: Actor, at: datetime) -> Actor:
    """Note that the person acts in another of their offices from now on; return them in it."""
    allow_if(
        membership.person.user_id == actor.user_id
        and membership.pk in {office.pk for office in selectors.offices_of(actor.user_id or 0, on=localdate(at))},
        _("Chỉ làm việc được với chức vụ, vai trò đang giữ của chính mình."),
    ).require()
    chosen = selectors.actor_for(membership)
    audit.record(
        deed="office.act",
        subject=membership,
        actor=chosen,
        at=at,
        changes={"trước đó": actor.office or official("chưa chọn")},
    )
    return chosen
