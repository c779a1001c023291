"""The administrator's keeping of accounts. Offices are given in `organisation`."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.accounts import policies, rules
from nghitruong.accounts.models import Factor, RecoveryCode, RequiredFactor, User
from nghitruong.accounts.services.own import end_all
from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.base.official import official
from nghitruong.base.subjects import Subject


@transaction.atomic
def create_account(*, username: str, full_name: str, email: str = "", actor: Actor, at: datetime) -> tuple[User, str]:
    """Make an account; return it and its password for one use, which is kept nowhere."""
    policies.can_keep(actor).require()
    name = username.strip().lower()
    if User.objects.filter(username=name).exists():
        raise Invalid(_("Tên đăng nhập «%(name)s» đã có.") % {"name": name})
    password = rules.new_password()
    user = User(username=name, full_name=full_name, email=email, date_joined=at, must_change_password=True)
    user.session_salt = secrets.token_hex(16)
    user.set_password(password)
    user.save()
    audit.record(deed="account.create", subject=user, actor=actor, at=at, changes={"tên đăng nhập": name})
    return user, password


@transaction.atomic
def reset_password(*, user: User, actor: Actor, at: datetime) -> str:
    """Return a new password for one use; every session of the account ends."""
    policies.can_keep_account(actor, user).require()
    user = locked(user)
    password = rules.new_password()
    user.set_password(password)
    user.must_change_password = True
    user.save(update_fields=["password", "must_change_password"])
    end_all(user=user)
    audit.record(deed="account.reset_password", subject=user, actor=actor, at=at)
    return password


@transaction.atomic
def disable_account(*, user: User, reason: str, actor: Actor, at: datetime) -> User:
    """Close an account at once: its sessions end and nobody signs in with it."""
    policies.can_disable_account(actor, user).require()
    user = locked(user)
    user.is_active = False
    user.save(update_fields=["is_active"])
    end_all(user=user)
    audit.record(deed="account.disable", subject=user, actor=actor, at=at, changes={"lý do": reason})
    return user


@transaction.atomic
def enable_account(*, user: User, actor: Actor, at: datetime) -> User:
    """Open a closed account again."""
    policies.can_enable_account(actor, user).require()
    user = locked(user)
    user.is_active = True
    user.save(update_fields=["is_active"])
    audit.record(deed="account.enable", subject=user, actor=actor, at=at)
    return user


@transaction.atomic
def reset_factors(*, user: User, actor: Actor, at: datetime) -> User:
    """Take every second factor off an account whose owner has lost them; its sessions end."""
    policies.can_keep_account(actor, user).require()
    user = locked(user)
    removed = [str(factor) for factor in Factor.objects.filter(user=user)]
    Factor.objects.filter(user=user).delete()
    RecoveryCode.objects.filter(user=user).delete()
    end_all(user=user)
    audit.record(deed="account.reset_factors", subject=user, actor=actor, at=at, changes={"đã bỏ": removed})
    return user


@transaction.atomic
def require_factor(*, roles: set[str], actor: Actor, at: datetime) -> None:
    """Say which roles work only with a second factor; holders without one are led to register it."""
    policies.can_keep(actor).require()
    unknown = roles - set(rules.known_roles())
    if unknown:
        raise Invalid(_("Không có vai trò: %(roles)s.") % {"roles": ", ".join(sorted(unknown))})
    before = set(RequiredFactor.objects.values_list("role", flat=True))
    RequiredFactor.objects.exclude(role__in=roles).delete()
    RequiredFactor.objects.bulk_create([RequiredFactor(role=role) for role in sorted(roles - before)])
    names = rules.known_roles()
    audit.record(
        deed="account.require_factor",
        subject=Subject("accounts.requiredfactor", 0),
        label=official("Xác thực hai lớp theo vai trò"),
        actor=actor,
        at=at,
        changes={"bắt buộc với": sorted(official(names[role]) for role in roles)},
    )
