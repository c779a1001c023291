"""A register built once and measured again: what it is stands in a file beside it, its tenth in a database beside it."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from nghitruong.config.bench.build import Stage, found


def whole() -> str:
    """Return the name of the database that holds all petitions."""
    return str(connection.settings_dict["NAME"])


def tenth() -> str:
    """Return the name of the database that holds a tenth of them."""
    name = whole()
    if connection.vendor == "postgresql":
        return f"{name}_tenth"
    return str(Path(name).with_name(f"{Path(name).stem}-tenth.sqlite3"))


def use(name: str) -> None:
    """Ask another database from now on."""
    connection.close()
    connection.settings_dict["NAME"] = name


def copy_aside() -> bool:
    """Keep a copy of the database as it stands as the tenth; False where the role may make no database."""
    source, target = whole(), tenth()
    if connection.vendor == "postgresql":
        quote = connection.ops.quote_name
        connection.close()
        try:
            with connection._nodb_cursor() as cursor:
                cursor.execute(f"DROP DATABASE IF EXISTS {quote(target)}")
                cursor.execute(f"CREATE DATABASE {quote(target)} TEMPLATE {quote(source)}")
        except DatabaseError:
            return False
        return True
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    for suffix in ("-wal", "-shm"):
        Path(f"{target}{suffix}").unlink(missing_ok=True)
    shutil.copyfile(source, target)
    return True


def _note() -> Path:
    return Path(settings.HOME) / "bench.json"


def write(on: Stage, *, has_tenth: bool) -> None:
    """Say what stands in the database, once all of it does."""
    told = {"n": on.made, "seed": on.seed, "today": on.today.isoformat(), "each": on.each, "tenth": has_tenth}
    _note().write_text(json.dumps(told), encoding="utf-8")


def forget() -> None:
    _note().unlink(missing_ok=True)


def sizes(n: int, seed: int) -> list[tuple[int, str]]:
    """Return (petitions, database) of what an earlier run kept for these numbers, the smaller first; else nothing."""
    if not _note().exists():
        return []
    told = json.loads(_note().read_text(encoding="utf-8"))
    if (told["n"], told["seed"]) != (n, seed):
        return []
    return [*([(n // 10, tenth())] if told["tenth"] else []), (n, whole())]


def stage_of(made: int) -> Stage:
    """Return what stands in the database asked now."""
    told = json.loads(_note().read_text(encoding="utf-8"))
    return found(told["seed"], date.fromisoformat(told["today"]), told["each"], made)
