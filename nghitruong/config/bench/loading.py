"""Putting in rows by the hundred thousand: no model is made, an index is made once all that it holds is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Max, Model

_FTS = "search_words"


class Table:
    """Rows of one model on their way into the database."""

    def __init__(self, model: type[Model]) -> None:
        self.model = model
        self.name = connection.ops.quote_name(model._meta.db_table)
        fields = [field for field in model._meta.local_concrete_fields if field.column]
        self.columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
        self.places = {field.attname: place for place, field in enumerate(fields)}
        self.blank = [None if field.primary_key else _default(field) for field in fields]
        self.rows: list[list[Any]] = []
        self.last: int = model._base_manager.aggregate(last=Max("pk"))["last"] or 0

    def row(self, **values: Any) -> list[Any]:
        """Return one row by its columns; what is not said has the model's default."""
        row = self.blank.copy()
        for name, value in values.items():
            row[self.places[name]] = _plain(value) if isinstance(value, date) else value
        return row

    def add(self, like: list[Any], **values: Any) -> int:
        """Take a row like another; return its number."""
        row = like.copy()
        self.last += 1
        row[self.places["id"]] = self.last
        for name, value in values.items():
            row[self.places[name]] = value
        self.rows.append(row)
        return self.last

    def put(self) -> None:
        """Write what was added since."""
        write(self.name, self.columns, self.rows)
        self.rows = []


def _default(field: Any) -> Any:
    return field.get_db_prep_save(field.get_default(), connection) if field.has_default() or not field.null else None


def _plain(value: date) -> str:
    """Return a day or a moment as both databases read it: SQLite keeps moments as UTC without saying so."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")
    return value.isoformat()


def write(table: str, columns: str, rows: Sequence[Sequence[Any]]) -> None:
    """Put rows of plain values in: COPY on PostgreSQL, one prepared statement on SQLite."""
    if not rows:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(rows[0]))
            cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)  # noqa: S608 -- our own names


@contextmanager
def bulk(models: Sequence[type[Model]]) -> Iterator[None]:
    """Take the indexes of these tables away, load, and make them again; nobody else may be at the database.

    Foreign keys are not asked meanwhile (where the role may say so): each row's are numbers of rows made before it.
    """
    tables = [model._meta.db_table for model in models]
    if connection.vendor == "postgresql":
        with _bulk_on_postgresql(tables, models):
            yield
    else:
        with _bulk_on_sqlite(tables):
            yield


@contextmanager
def _bulk_on_sqlite(tables: Sequence[str]) -> Iterator[None]:
    marks = ", ".join(["%s"] * len(tables))
    is_alone = not connection.in_atomic_block  # inside a transaction SQLite refuses these two
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql NOT NULL "  # noqa: S608 -- marks alone
            f"AND tbl_name IN ({marks})",
            list(tables),
        )
        kept = cursor.fetchall()
        if is_alone:
            cursor.execute("PRAGMA foreign_keys = OFF")
            cursor.execute("PRAGMA synchronous = OFF")
        for kind, name, _made in kept:
            cursor.execute(f"DROP {kind.upper()} {connection.ops.quote_name(name)}")
    yield
    with connection.cursor() as cursor:
        for _kind, _name, made in kept:
            cursor.execute(made, None)
        cursor.execute(f"INSERT INTO {_FTS}({_FTS}) VALUES ('rebuild')")  # noqa: S608 -- our own name
        if is_alone:
            cursor.execute("PRAGMA foreign_keys = ON")
            cursor.execute("PRAGMA synchronous = NORMAL")


@contextmanager
def _bulk_on_postgresql(tables: Sequence[str], models: Sequence[type[Model]]) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
            WHERE i.indrelid = ANY(%s::regclass[]) AND NOT EXISTS (
                SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)""",
            [list(tables)],
        )
        kept = cursor.fetchall()
        for name, _made in kept:
            cursor.execute(f"DROP INDEX {name}")
        cursor.execute("SELECT usesuper FROM pg_user WHERE usename = current_user")
        is_free = bool(cursor.fetchone()[0])
        if is_free:
            cursor.execute("SET session_replication_role = replica")
    yield
    with connection.cursor() as cursor:
        if is_free:
            cursor.execute("SET session_replication_role = DEFAULT")
        cursor.execute("SET maintenance_work_mem = '512MB'")
        for _name, made in kept:
            cursor.execute(made)
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(statement)
        cursor.execute("ANALYZE" if connection.in_atomic_block else "VACUUM ANALYZE")  # what autovacuum does on its own


@contextmanager
def sorted_in(table: str, columns: Sequence[str]) -> Iterator[Waiting]:
    """Yield a list to fill with rows of whole numbers for a table whose key is its first columns.

    They wait in a table without a key and go in by the order of the key: one after another instead of all over it.
    """
    waiting = Waiting(table, ", ".join(columns))
    with connection.cursor() as cursor:
        kind = "UNLOGGED TABLE" if connection.vendor == "postgresql" else "TABLE"
        cursor.execute(f"CREATE {kind} bench_waiting ({', '.join(f'{name} bigint' for name in columns)})")
    yield waiting
    waiting.put()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({waiting.columns}) SELECT DISTINCT {waiting.columns} FROM bench_waiting "  # noqa: S608 -- our own names
            f"ORDER BY {waiting.columns}"
        )
        cursor.execute("DROP TABLE bench_waiting")


class Waiting(list[tuple[int, ...]]):
    def __init__(self, table: str, columns: str) -> None:
        super().__init__()
        self.table, self.columns = table, columns

    def put(self) -> None:
        write("bench_waiting", self.columns, self)
        self.clear()
