"""Copy all rows of one database into another, as they stand: no service, no journal line, no new number.

Rows go column by column as the models describe them, so that each database gets its own form of a moment, a day or a
JSON value. What a database makes by itself (the word index) it makes from the rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import DatabaseError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model
from django.utils.translation import gettext as _

from nghitruong.accounts.models import User
from nghitruong.audit.models import Entry
from nghitruong.base.errors import Invalid

TARGET = "carried"
BATCH = 500


def is_filled(connection: BaseDatabaseWrapper) -> bool:
    """Say whether anybody has worked in a database: an account, or a line in the journal. It may have no tables."""
    tables = connection.introspection.table_names()
    with connection.cursor() as cursor:
        for model in (User, Entry):
            name = model._meta.db_table
            if name in tables:
                cursor.execute(f"SELECT 1 FROM {connection.ops.quote_name(name)} LIMIT 1")  # noqa: S608 -- names of our own
                if cursor.fetchone():
                    return True
    return False


def require_empty(target: str) -> None:
    """Raise Invalid where somebody has worked in the target already: not even its tables are touched then."""
    if is_filled(connections[target]):
        raise Invalid(_("Nơi mới đã có dữ liệu. Hãy tạo một cơ sở dữ liệu trống rồi làm lại."))


def carry(target: str) -> dict[str, int]:
    """Copy everything from the default database to `target`, whose tables stand; return the rows of each table.

    In one transaction on both sides: nobody writes at the old place meanwhile, and a fault leaves the new one empty.
    Raises Invalid when the new place already holds accounts or a journal, or cannot take a row.
    """
    require_empty(target)
    with transaction.atomic(), transaction.atomic(using=target):
        tables = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
        _clear(tables, target)
        counts = {model._meta.db_table: _copy(model, target) for model in tables}
        _check(tables, counts, target)
        with connections[target].cursor() as cursor:
            for statement in connections[target].ops.sequence_reset_sql(no_style(), tables):
                cursor.execute(statement)
            cursor.execute("ANALYZE")  # else the first day's queries are planned as if the tables were empty
    return counts


def _clear(tables: list[type[Model]], target: str) -> None:
    """Take away what migrations laid there: the old place has its own rules, calendar and fields."""
    with connections[target].cursor() as cursor:
        for model in tables:
            name = connections[target].ops.quote_name(model._meta.db_table)
            if not model._meta.label.startswith("audit."):
                cursor.execute(f"DELETE FROM {name}")  # noqa: S608 -- the name of a table of ours


def _copy(model: type[Model], target: str) -> int:
    connection, fields = connections[target], [field for field in model._meta.local_concrete_fields if field.column]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in fields)
    marks = ", ".join("%s" for _field in fields)
    insert = f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({marks})"  # noqa: S608 -- names alone
    rows, number = _rows(model), 0
    with connection.cursor() as cursor:
        while batch := list(islice(rows, BATCH)):
            try:
                cursor.executemany(insert, [_values(record, fields, connection) for record in batch])
            except DatabaseError as error:
                told = {"table": model._meta.db_table, "why": str(error).splitlines()[0]}
                raise Invalid(_("Bảng %(table)s có dòng mà nơi mới không nhận: %(why)s") % told) from error
            number += len(batch)
    return number


def _rows(model: type[Model]) -> Iterator[Model]:
    return model._base_manager.using("default").order_by("pk").iterator(chunk_size=BATCH)


def _values(record: Model, fields: list[Any], connection: Any) -> list[Any]:
    return [field.get_db_prep_save(getattr(record, field.attname), connection) for field in fields]


def _check(tables: list[type[Model]], counts: dict[str, int], target: str) -> None:
    for model in tables:
        found = model._base_manager.using(target).count()
        if found != counts[model._meta.db_table]:
            told = {"table": model._meta.db_table, "found": found, "sent": counts[model._meta.db_table]}
            raise Invalid(_("Bảng %(table)s ở nơi mới có %(found)s dòng, lẽ ra %(sent)s.") % told)
