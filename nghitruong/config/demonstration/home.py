"""The folder the demonstration lives in: refused when real data is there, emptied when an older demonstration is."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from time import perf_counter

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _

from nghitruong.audit import selectors as journal
from nghitruong.base.errors import WrongState
from nghitruong.config.carrying import is_filled

_STARTED = perf_counter()


def marker() -> Path:
    """Return the file that says "demonstration" and names the database it filled."""
    return Path(settings.HOME) / "demonstration"


def cards_file() -> Path:
    return Path(settings.HOME) / "demo_cards.json"


def seconds() -> float:
    """Return how long this command has run."""
    return round(perf_counter() - _STARTED, 1)


def database() -> str:
    """Return what tells one database from another, without its password."""
    values = connection.settings_dict
    return f"{values['ENGINE']} {values['NAME']} {values['HOST']} {values['PORT']}".strip()


def clear() -> None:
    """Make room: remove an older demonstration's own database, files and cards, and nothing else.

    Raises WrongState where the database holds anything that this marker does not name.
    """
    tables = connection.introspection.table_names()
    is_ours = marker().exists() and marker().read_text(encoding="utf-8").strip() == database()
    if tables and not is_ours and is_filled(connection):
        raise WrongState(
            _("Thư mục %(home)s đang chứa dữ liệu thật nên không dựng dữ liệu minh họa ở đây. "
              "Hãy đặt NGHITRUONG_HOME là một thư mục khác.")
            % {"home": settings.HOME}
        )  # fmt: skip
    if not is_ours:
        return
    _drop(tables)
    for path in Path(settings.FILES_ROOT).iterdir() if Path(settings.FILES_ROOT).exists() else ():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for file in (cards_file(), journal.anchor_file(), marker()):
        file.unlink(missing_ok=True)


def _drop(tables: list[str]) -> None:
    if connection.vendor == "sqlite":
        connection.close()
        for suffix in ("", "-wal", "-shm"):
            Path(f"{connection.settings_dict['NAME']}{suffix}").unlink(missing_ok=True)
        return
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"DROP TABLE IF EXISTS {connection.ops.quote_name(table)} CASCADE")


def mark() -> None:
    """Write the marker that settings read: this home shows samples."""
    marker().write_text(database(), encoding="utf-8")


def write_cards(cards: list[dict[str, str]]) -> None:
    """Keep the sign-in cards where the sign-in page reads them, for this account of the machine alone."""
    handle = os.open(cards_file(), os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        json.dump(cards, out, ensure_ascii=False, indent=1)
