"""What every deed of the ledger does last: write the journal line that notices and copies follow."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.obligations.models import Obligation


def record(verb: str, obligation: Obligation, actor: Actor, at: datetime, changes: Mapping[str, object]) -> None:
    """Write `obligation.<verb>`; values left blank are left out."""
    audit.record(
        deed=f"obligation.{verb}",
        subject=obligation,
        actor=actor,
        at=at,
        council_id=obligation.council_id,
        changes={name: value for name, value in changes.items() if value not in ("", None)},
    )


def check_day(*, on: date, at: datetime) -> None:
    """Raise Invalid where a deed is said to be done on a day still to come."""
    if on > timezone.localtime(at).date():
        raise Invalid(_("Ngày %(on)s còn ở phía trước.") % {"on": f"{on:%d/%m/%Y}"})
