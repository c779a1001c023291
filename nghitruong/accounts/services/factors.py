"""Second factors of one's own account."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.accounts import policies, rules
from nghitruong.accounts.enums import FactorKind
from nghitruong.accounts.models import Factor, RecoveryCode, User
from nghitruong.accounts.rules import webauthn
from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid, NotPermitted

RECOVERY_CODES = 10


@transaction.atomic
def add_totp(*, user: User, secret: str, code: str, actor: Actor, at: datetime) -> Factor:
    """Register an app that makes codes, proven by its first code; it takes the place of an earlier one."""
    policies.can_change_own(actor, user).require()
    step = rules.step_of(secret, code, at=at, after=0)
    if step is None:
        raise Invalid(_("Mã chưa đúng. Hãy kiểm tra giờ trên điện thoại và nhập mã đang hiện."))
    Factor.objects.filter(user=user, kind=FactorKind.TOTP).delete()
    factor = Factor.objects.create(
        user=user,
        kind=FactorKind.TOTP,
        name=str(FactorKind.TOTP.label),
        data={"secret": rules.seal(settings.FACTOR_KEY, secret, f"totp:{user.pk}")},
        step=step,
        created_at=at,
    )
    audit.record(deed="account.enable_factor", subject=user, actor=actor, at=at, changes={"loại": factor.name})
    return factor


def begin_passkey(*, user: User, origin: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what the browser needs to make a passkey, and the state to keep until its answer."""
    keys = [key.data for key in user.factors.filter(kind=FactorKind.PASSKEY)]
    return webauthn.begin_registration(user.pk, str(user), keys, origin)


@transaction.atomic
def add_passkey(
    *, user: User, name: str, state: dict[str, Any], answer: str, origin: str, actor: Actor, at: datetime
) -> Factor:
    """Register a passkey by the browser's answer to the question kept in `state`."""
    policies.can_change_own(actor, user).require()
    data = webauthn.register(state, answer, origin)
    if data is None:
        raise Invalid(_("Trình duyệt chưa tạo được khóa truy cập. Hãy thử lại."))
    factor = Factor.objects.create(
        user=user, kind=FactorKind.PASSKEY, name=name.strip()[:80] or _("Khóa truy cập"), data=data, created_at=at
    )
    audit.record(
        deed="account.enable_factor",
        subject=user,
        actor=actor,
        at=at,
        changes={"loại": FactorKind.PASSKEY.label, "tên": factor.name},
    )
    return factor


@transaction.atomic
def remove_factor(*, factor: Factor, password: str, is_required: bool, actor: Actor, at: datetime) -> None:
    """Give a factor up, against the password. The last one stays where the office acted in requires one."""
    policies.can_change_own(actor, factor.user).require()
    _prove(factor.user, password)
    others = Factor.objects.filter(user=factor.user).exclude(pk=factor.pk).exists()
    if is_required and not others:
        raise NotPermitted(_("Vai trò này bắt buộc xác thực hai lớp: hãy đăng ký cách khác trước khi bỏ cách này."))
    if not others:
        RecoveryCode.objects.filter(user=factor.user).delete()
    changes = {"loại": FactorKind(factor.kind).label, "tên": factor.name}
    audit.record(deed="account.remove_factor", subject=factor.user, actor=actor, at=at, changes=changes)
    factor.delete()


@transaction.atomic
def make_recovery_codes(*, user: User, password: str, actor: Actor, at: datetime) -> list[str]:
    """Return ten fresh codes, shown this once; earlier ones are worth nothing from now on."""
    policies.can_change_own(actor, user).require()
    _prove(user, password)
    if not user.factors.exists():
        raise Invalid(_("Hãy đăng ký ứng dụng tạo mã hoặc khóa truy cập trước."))
    codes = [rules.new_recovery_code() for _number in range(RECOVERY_CODES)]
    RecoveryCode.objects.filter(user=user).delete()
    RecoveryCode.objects.bulk_create(
        [RecoveryCode(user=user, digest=rules.recovery_digest(settings.FACTOR_KEY, code)) for code in codes]
    )
    audit.record(deed="account.make_recovery_codes", subject=user, actor=actor, at=at)
    return codes


def _prove(user: User, password: str) -> None:
    if not check_password(password, user.password):
        raise Invalid(_("Mật khẩu chưa đúng."))
