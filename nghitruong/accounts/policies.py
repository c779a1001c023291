"""Who may do what with accounts."""

from __future__ import annotations

from django.utils.translation import gettext as _

from nghitruong.accounts.models import User
from nghitruong.base.actor import Actor
from nghitruong.base.policy import Verdict, allow_if


def can_keep(actor: Actor) -> Verdict:
    return allow_if(
        actor.has("accounts.keep") or actor.is_system,
        _("Chỉ quản trị hệ thống được quản lý tài khoản."),
        _("Quản trị hệ thống"),
    )


def can_keep_account(actor: Actor, user: User) -> Verdict:
    """Never one's own: there one proves oneself with the password instead."""
    return can_keep(actor) & allow_if(
        user.pk != actor.user_id, _("Không thể đặt lại chính tài khoản của mình. Hãy nhờ một quản trị hệ thống khác.")
    )


def can_disable_account(actor: Actor, user: User) -> Verdict:
    return can_keep_account(actor, user) & allow_if(user.is_active, _("Tài khoản này đã bị khóa."))


def can_enable_account(actor: Actor, user: User) -> Verdict:
    return can_keep(actor) & allow_if(not user.is_active, _("Tài khoản này đang hoạt động."))


def can_change_own(actor: Actor, user: User) -> Verdict:
    return allow_if(user.pk == actor.user_id, _("Chỉ chủ tài khoản được làm việc này."))
