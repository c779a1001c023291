"""Signing in: password, second step, and the slowing of guesses."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import check_password as fits
from django.contrib.auth.hashers import make_password
from django.db import connection, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from nghitruong.accounts import rules, selectors
from nghitruong.accounts.enums import FactorKind, Way
from nghitruong.accounts.models import Factor, RecoveryCode, Slowdown, User, Visit
from nghitruong.accounts.rules import webauthn
from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.official import official
from nghitruong.base.subjects import Subject

NOBODY = Actor(user_id=None, name="Chưa đăng nhập", role="anonymous")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a try: the account and the way in, or a sentence saying why not."""

    user: User | None = None
    way: Way = Way.PASSWORD
    reason: str = ""


def check_password(*, username: str, password: str, address: str, device: str = "", at: datetime) -> Outcome:
    """Judge a name and a password. The work and the answer are the same whether the name exists or not.

    `device` is the number of a device on which this account has signed in before ("" for none); such a device
    is counted on its own, so that guesses from elsewhere never slow its owner. The try is counted before the
    password is looked at: many at once win nothing.
    """
    name = username.strip().lower()
    counted, waiting = _count(name, address, device, at)
    if waiting:
        return Outcome(reason=_slowed(waiting))
    user = User.objects.filter(username=name).first()
    if user is None:
        make_password(password)
        _fail(None, at)
        return Outcome(reason=_("Tên đăng nhập hoặc mật khẩu chưa đúng."))
    if not fits(password, user.password) or not user.is_active:
        _fail(user, at)
        return Outcome(reason=_("Tên đăng nhập hoặc mật khẩu chưa đúng."))
    _uncount(counted)
    return Outcome(user=user)


def check_code(*, user: User, code: str, address: str, at: datetime) -> Outcome:
    """Judge a code of the app or a recovery code; each is good for one use."""
    counted, waiting = _count(f"second:{user.pk}", address, "", at)
    if waiting:
        return Outcome(reason=_slowed(waiting))
    way = _use_code(user, code, at)
    if way is None or not user.is_active:
        _fail(user, at, second=True)
        return Outcome(reason=_("Mã chưa đúng hoặc đã dùng. Hãy nhập mã đang hiện trên ứng dụng."))
    _uncount(counted)
    return Outcome(user=user, way=way)


def begin_passkey_check(*, user: User, origin: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what the browser needs to ask for a passkey, and the state to keep until its answer."""
    return webauthn.begin_check([key.data for key in user.factors.filter(kind=FactorKind.PASSKEY)], origin)


@transaction.atomic
def check_passkey(*, user: User, state: dict[str, Any], answer: str, origin: str, at: datetime) -> Outcome:
    """Judge a passkey's answer to the question kept in `state`."""
    keys = list(Factor.objects.select_for_update().filter(user=user, kind=FactorKind.PASSKEY))
    found = webauthn.check([key.data for key in keys], state, answer, origin)
    if found is None or not user.is_active:
        _fail(user, at, second=True)
        return Outcome(reason=_("Khóa truy cập không được chấp nhận. Hãy thử lại hoặc nhập mã."))
    place, counter = found
    key = keys[place]
    key.data["counter"] = counter
    key.used_at = at
    key.save(update_fields=["data", "used_at"])
    return Outcome(user=user, way=Way.PASSKEY)


@transaction.atomic
def sign_in(*, user: User, session_key: str, way: Way, agent: str, address: str, at: datetime) -> Visit:
    """Note the session that has just begun, as its owner will see it."""
    visit = Visit.objects.create(
        user=user,
        session_key=session_key,
        way=way,
        device=rules.device_words(agent) or _("Thiết bị không rõ"),
        address=address[:45],
        started_at=at,
        seen_at=at,
    )
    changes = {"cách đăng nhập": Way(way).label, "thiết bị": visit.device, "địa chỉ mạng": visit.address}
    audit.record(deed="account.sign_in", subject=user, actor=selectors.holder(user), at=at, changes=changes)
    return visit


@transaction.atomic
def sign_out(*, user: User, session_key: str, at: datetime) -> None:
    """Forget the session's line and journal the leaving; the view ends the session itself."""
    Visit.objects.filter(session_key=session_key).delete()
    audit.record(deed="account.sign_out", subject=user, actor=selectors.holder(user), at=at)


def touch(*, session_key: str, address: str, at: datetime) -> None:
    """Note the last use of a session. Never waits long for the database: reading goes on while it is locked."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA busy_timeout = 100")
        try:
            Visit.objects.filter(session_key=session_key).update(seen_at=at, address=address[:45])
        finally:
            if connection.vendor == "sqlite":
                cursor.execute("PRAGMA busy_timeout = 20000")


@transaction.atomic
def _count(name: str, address: str, device: str, at: datetime) -> tuple[list[str], timedelta]:
    """Count a try before it is judged; return the keys counted, and how long to wait where it is too early."""
    where = rules.network(address)
    own = rules.bucket("device", device, name) if device else rules.bucket("pair", name, where)
    account, network = rules.bucket("account", name), rules.bucket("network", where)
    keys = [own] if device else [own, account, network]
    known = {row.key: row for row in Slowdown.objects.select_for_update().filter(key__in=keys).order_by("key")}
    failures = {key: _fresh(known.get(key), at) for key in keys}
    is_hot = failures.get(account, 0) >= rules.HOT_ACCOUNT or failures.get(network, 0) >= rules.HOT_NETWORK
    waiting = rules.wait(failures[own], known[own].last_at if own in known else None, is_hot=is_hot, at=at)
    if failures.get(network, 0) >= rules.FLOODED_NETWORK:
        waiting = max(waiting, known[network].last_at + timedelta(seconds=10) - at)
    if waiting > timedelta(0):
        return [], waiting
    rows = [Slowdown(key=key, failures=failures[key] + 1, last_at=at) for key in sorted(keys)]
    Slowdown.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["key"], update_fields=["failures", "last_at"]
    )
    return keys, timedelta(0)


def _fresh(row: Slowdown | None, at: datetime) -> int:
    return row.failures if row is not None and at - row.last_at < rules.QUIET else 0


@transaction.atomic
def _uncount(keys: list[str]) -> None:
    """Take a right try back out of the counts; the account's own count begins anew."""
    own, *others = keys
    Slowdown.objects.filter(key=own).delete()
    Slowdown.objects.filter(key__in=others, failures__gt=0).update(failures=F("failures") - 1)


def _slowed(waiting: timedelta) -> str:
    seconds = math.ceil(waiting.total_seconds())
    return _("Đã có nhiều lần nhập chưa đúng. Vui lòng đợi %(seconds)s giây rồi thử lại.") % {"seconds": seconds}


@transaction.atomic
def _use_code(user: User, code: str, at: datetime) -> Way | None:
    totp = Factor.objects.select_for_update().filter(user=user, kind=FactorKind.TOTP).first()
    if totp is not None:
        secret = rules.unseal(settings.FACTOR_KEY, totp.data["secret"], f"totp:{user.pk}")
        step = rules.step_of(secret, code, at=at, after=totp.step)
        if step is not None:
            totp.step, totp.used_at = step, at
            totp.save(update_fields=["step", "used_at"])
            return Way.TOTP
    digest = rules.recovery_digest(settings.FACTOR_KEY, code)
    used = RecoveryCode.objects.filter(user=user, digest=digest, used_at__isnull=True).update(used_at=at)
    return Way.RECOVERY if used else None


def _fail(user: User | None, at: datetime, *, second: bool = False) -> None:
    """Journal a failure. A name that is no account is not written down: people type passwords there."""
    audit.record(
        deed="account.fail",
        subject=user or Subject("accounts.user", 0),
        label=str(user) if user else official("Tên đăng nhập không có"),
        actor=NOBODY,
        at=at,
        changes={"bước": official("xác thực lớp hai" if second else "mật khẩu")},
    )
