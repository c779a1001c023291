"""Calculations of signing in: hashes, codes, waiting times. No ORM, no clock."""

from __future__ import annotations

import base64
import hashlib
import hmac
import ipaddress
import re
import secrets
import struct
from collections.abc import Iterable
from datetime import datetime, timedelta

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.contrib.auth.hashers import Argon2PasswordHasher

PERIOD = 30
"""Seconds a code of the app holds (RFC 6238)."""
QUIET = timedelta(hours=1)
"""After so long without a failure the count begins anew."""
FREE_TRIES = 5
HOT_ACCOUNT = 20
HOT_NETWORK = 30
FLOODED_NETWORK = 100
LONGEST_WAIT = timedelta(minutes=15)
_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


class Argon2id(Argon2PasswordHasher):
    """Argon2id at OWASP's minimum: 19 MiB, two passes, one lane."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1


_ROLES: dict[str, object] = {}


def name_roles(choices: Iterable[tuple[str, object]]) -> None:
    """Tell which roles there are; from a higher module's `apps.ready`."""
    _ROLES.update(choices)


def known_roles() -> dict[str, object]:
    """Return every role told, with its words."""
    return dict(_ROLES)


def bucket(*parts: str) -> str:
    """Return the key under which failures are counted; nobody reads a name out of it."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def network(address: str) -> str:
    """Return what counts as one network: an IPv4 address, or an IPv6 /64."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return "?"
    return str(ip) if ip.version == 4 else str(ipaddress.ip_network((ip, 64), strict=False))


def wait(failures: int, last_at: datetime | None, *, is_hot: bool, at: datetime) -> timedelta:
    """Return how long the next try must wait: none for the first five, then 30 s, doubling up to 15 minutes.

    Where the account or the network is under attack (`is_hot`) only the first try is free; the wait is always
    of one account from one network, so nobody can lock the owner out from elsewhere.
    """
    over = failures - (1 if is_hot else FREE_TRIES)
    if last_at is None or over < 0:
        return timedelta(0)
    due = last_at + min(timedelta(seconds=30 * 2 ** min(over, 10)), LONGEST_WAIT)
    return max(due - at, timedelta(0))


def code_at(secret: str, step: int) -> str:
    """Return the six digits of a base32 secret for one step of 30 seconds (RFC 6238, SHA-1)."""
    mac = hmac.new(base64.b32decode(secret), struct.pack(">Q", step), hashlib.sha1).digest()
    start = mac[-1] & 15
    return f"{(struct.unpack('>I', mac[start : start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def step_of(secret: str, code: str, *, at: datetime, after: int) -> int | None:
    """Return the step a code belongs to, one step of clock drift either way; none at or before `after`."""
    now = int(at.timestamp()) // PERIOD
    given = re.sub(r"\s", "", code)
    matching = [step for step in (now - 1, now, now + 1) if hmac.compare_digest(code_at(secret, step), given)]
    return next((step for step in matching if step > after), None)


def new_secret() -> str:
    """Return a fresh TOTP secret of 160 bits in base32."""
    return base64.b32encode(secrets.token_bytes(20)).decode()


def new_recovery_code() -> str:
    """Return a fresh code of 50 bits, in two groups that can be read aloud."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(10))
    return f"{letters[:5]}-{letters[5:]}"


def new_password() -> str:
    """Return a password for one use, easy to copy from paper."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(5)) for _ in range(4))


def recovery_digest(key: str, code: str) -> str:
    """Return the keyed hash of a recovery code, however it was typed."""
    bare = re.sub(r"[\s-]", "", code).lower()
    return hmac.new(key.encode(), f"recovery:{bare}".encode(), "sha256").hexdigest()


def seal(key: str, text: str, context: str) -> str:
    """Encrypt a small secret (AES-256-GCM), bound to its owner by `context`."""
    nonce = secrets.token_bytes(12)
    sealed = AESGCM(hashlib.sha256(key.encode()).digest()).encrypt(nonce, text.encode(), context.encode())
    return base64.b64encode(nonce + sealed).decode()


def unseal(key: str, sealed: str, context: str) -> str:
    """Decrypt what `seal` made; raises cryptography's InvalidTag for anything else."""
    raw = base64.b64decode(sealed)
    return AESGCM(hashlib.sha256(key.encode()).digest()).decrypt(raw[:12], raw[12:], context.encode()).decode()


_BROWSERS = (("Edg/", "Edge"), ("OPR/", "Opera"), ("coc_coc", "Cốc Cốc"), ("Firefox/", "Firefox"),
             ("Chrome/", "Chrome"), ("Safari/", "Safari"))  # fmt: skip
_SYSTEMS = (("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
            ("Mac OS", "macOS"), ("Linux", "Linux"))  # fmt: skip


def device_words(agent: str) -> str:
    """Return a browser's own description as its owner would say it: "Firefox, Windows"."""
    names = [next((name for mark, name in table if mark in agent), "") for table in (_BROWSERS, _SYSTEMS)]
    return ", ".join(name for name in names if name)


SECRET_FIELD = re.compile(r"pass|mat_khau|secret|code|otp|token|credential", re.IGNORECASE)
KEEP_AT_MOST = 256 * 1024


def keepable(fields: Iterable[tuple[str, list[str]]]) -> list[tuple[str, str]] | None:
    """Return the typed fields worth keeping for later, without secrets; None when they are too much."""
    kept = [(name, value) for name, values in fields if not SECRET_FIELD.search(name) for value in values]
    return kept if sum(len(name) + len(value) for name, value in kept) <= KEEP_AT_MOST else None


def is_prose(value: str) -> bool:
    """Say whether a typed value is words that a person would want to see again, not a number or a choice."""
    return len(value) > 20 or any(sign in value for sign in " \n")
