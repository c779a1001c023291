"""Who may keep the register of units."""

from __future__ import annotations

from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.base.policy import Verdict, allow_if
from nghitruong.territory.models import Unit


def can_keep(actor: Actor) -> Verdict:
    """Only the installation's administrator (or the command line) keeps the register."""
    return allow_if(
        actor.is_system or actor.has("territory.keep"),
        _("Danh mục đơn vị hành chính do người quản trị hệ thống cập nhật."),
        _("Quản trị hệ thống"),
    )


def can_load(actor: Actor) -> Verdict:
    return can_keep(actor)


def can_add(actor: Actor) -> Verdict:
    return can_keep(actor)


def can_correct(actor: Actor, unit: Unit) -> Verdict:
    """Ended units too: the past may have been written down wrong."""
    return can_keep(actor) & allow_if(unit.pk, _("Đơn vị này chưa có trong danh mục."))


def can_end(actor: Actor, unit: Unit) -> Verdict:
    return can_keep(actor) & allow_if(
        unit.valid_to is None,
        _("%(unit)s đã kết thúc ngày %(day)s.")
        % {"unit": unit.name, "day": f"{unit.valid_to:%d/%m/%Y}" if unit.valid_to else ""},
    )


def can_succeed(actor: Actor, unit: Unit) -> Verdict:
    """Ended units too: a split has one succession for each part."""
    return can_keep(actor) & allow_if(unit.pk, _("Đơn vị này chưa có trong danh mục."))
