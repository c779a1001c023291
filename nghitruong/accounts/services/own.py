"""What a person does with their own account."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.accounts import policies
from nghitruong.accounts.models import User, Visit
from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid


@transaction.atomic
def change_password(*, user: User, old: str, new: str, actor: Actor, at: datetime) -> User:
    """Set a new password; every other session of the account ends (the view renews its own)."""
    policies.can_change_own(actor, user).require()
    if not check_password(old, user.password):
        raise Invalid(_("Mật khẩu hiện tại chưa đúng."))
    if check_password(new, user.password):
        raise Invalid(_("Mật khẩu mới phải khác mật khẩu hiện tại."))
    try:
        validate_password(new, user)
    except ValidationError as error:
        raise Invalid(" ".join(error.messages)) from error
    user.set_password(new)
    user.must_change_password = False
    user.save(update_fields=["password", "must_change_password"])
    end_all(user=user)
    audit.record(deed="account.change_password", subject=user, actor=actor, at=at)
    return user


@transaction.atomic
def end_visit(*, visit: Visit, actor: Actor, at: datetime) -> None:
    """End one of one's own sessions: whoever sits there is signed out at the next click."""
    policies.can_change_own(actor, visit.user).require()
    Session.objects.filter(session_key=visit.session_key).delete()
    changes = {"thiết bị": visit.device, "địa chỉ mạng": visit.address}
    audit.record(deed="account.end_visit", subject=visit.user, actor=actor, at=at, changes=changes)
    visit.delete()


@transaction.atomic
def end_visits(*, user: User, actor: Actor, at: datetime) -> User:
    """End every session of the account, wherever it is (the view renews its own)."""
    policies.can_change_own(actor, user).require()
    end_all(user=user)
    audit.record(deed="account.end_visits", subject=user, actor=actor, at=at)
    return user


def end_all(*, user: User) -> None:
    """Make every session of an account worthless, noted or not."""
    user.session_salt = secrets.token_hex(16)
    user.save(update_fields=["session_salt"])
    Session.objects.filter(session_key__in=Visit.objects.filter(user=user).values("session_key")).delete()
    Visit.objects.filter(user=user).delete()


@transaction.atomic
def set_language(*, user: User, language: str, actor: Actor, at: datetime) -> User:
    """Keep the language in which the person reads."""
    policies.can_change_own(actor, user).require()
    if language not in dict(settings.LANGUAGES):
        raise Invalid(_("Chưa có ngôn ngữ này."))
    user.language = language
    user.save(update_fields=["language"])
    audit.record(deed="account.set_language", subject=user, actor=actor, at=at, changes={"ngôn ngữ": language})
    return user
