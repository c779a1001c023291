"""Typed readers of the environment: a wrong value stops the start, in words."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def flag(name: str, *, default: bool) -> bool:
    """Read "1/0, true/false, yes/no" from the environment."""
    text = os.environ.get(name, "").strip().lower()
    if not text:
        return default
    if text in {"1", "true", "yes", "on"}:
        return True
    if text in {"0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"{name}={text!r} is not a yes/no value")


def words(name: str, *, default: list[str]) -> list[str]:
    """Read a list separated by commas."""
    text = os.environ.get(name, "")
    return [part.strip() for part in text.split(",") if part.strip()] or default


def number(name: str, *, default: int, least: int, most: int) -> int:
    """Read a whole number within bounds."""
    text = os.environ.get(name, "").strip()
    if not text:
        return default
    if not text.isdigit() or not least <= int(text) <= most:
        raise ImproperlyConfigured(f"{name}={text!r} must be a whole number from {least} to {most}")
    return int(text)


def home() -> Path:
    """Return NGHITRUONG_HOME, where all state lives; made when missing."""
    path = Path(os.environ.get("NGHITRUONG_HOME") or "var").resolve()
    try:
        for folder in (path, path / "files", path / "keys", path / "logs"):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(f"NGHITRUONG_HOME={path} cannot be used: {error.strerror}") from error
    return path


def key(folder: Path, name: str) -> str:
    """Return a secret kept in a file of its own, made on first use."""
    file = folder / "keys" / name
    try:
        handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return file.read_text(encoding="ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as out:
        secret = os.urandom(48).hex()
        out.write(secret)
    return secret


def database(folder: Path) -> dict[str, object]:
    """Return Django's description of the database named by DATABASE_URL, or of the file under home."""
    url = os.environ.get("DATABASE_URL", "").strip()
    return database_at(url) if url else sqlite(folder / "nghitruong.sqlite3")


def database_at(url: str) -> dict[str, object]:
    """Return Django's description of the database at an address: postgresql://… or sqlite:///…."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return sqlite(Path(parts.path))
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("DATABASE_URL must begin with postgresql:// or sqlite:///")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": _host(parts.netloc),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def sqlite(file: Path) -> dict[str, object]:
    """Return the settings under which SQLite serves many writers without "locked" errors (design: stack)."""
    synchronous = os.environ.get("NGHITRUONG_SQLITE_SYNC", "NORMAL").upper()
    if synchronous not in {"NORMAL", "FULL"}:
        raise ImproperlyConfigured("NGHITRUONG_SQLITE_SYNC must be NORMAL or FULL")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                f"PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous}; PRAGMA temp_store=MEMORY; "
                "PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456;"
            ),
        },
    }


def _host(netloc: str) -> str:
    """Return the host of a URL; a socket folder stands there percent-encoded and keeps its capitals."""
    return unquote(netloc.rpartition("@")[2].partition(":")[0])
