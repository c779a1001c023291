"""Reload a row locked before judging it, and see whether somebody was faster."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeVar, cast
from weakref import WeakKeyDictionary

from django.db import connection, connections
from django.db.models import Model
from django.db.transaction import TransactionManagementError
from django.utils.translation import gettext as _

from nghitruong.base.errors import Conflict

M = TypeVar("M", bound=Model)


class _Plan(NamedTuple):
    """How a row of one model is read locked: every deed does it, and building the same statement costs 1 ms."""

    sql: str
    names: list[str]
    converters: list[tuple[int, Callable[[Any], Any]]]


_PLANS: WeakKeyDictionary[object, dict[type[Model], _Plan]] = WeakKeyDictionary()
"""By connection: a thread has its own."""


def locked(record: M, *, version: int | None = None, keep: Sequence[str] = ()) -> M:
    """Return a fresh copy of `record`, its row locked until the transaction ends.

    With `version` (the number the editor saw), raise Conflict when the row has moved on. Works on SQLite too,
    where the write lock is taken when the transaction begins. `keep` names relations that the deed reads nothing
    but names and numbers of: where they still point to the same row and were loaded before, they are not read again.
    """
    fresh = _reread(record)
    if version is not None and fresh.version != version:  # type: ignore[attr-defined]
        current = {field.attname: getattr(fresh, field.attname) for field in fresh._meta.concrete_fields}
        raise Conflict(_("Có người khác vừa sửa hồ sơ này. Hai bản được đặt cạnh nhau để đối chiếu."), current)
    for name in keep:
        loaded = record._state.fields_cache.get(name)
        if loaded is not None and loaded.pk == getattr(fresh, f"{name}_id"):
            fresh._state.fields_cache[name] = loaded
    return fresh


def _reread(record: M) -> M:
    if connection.features.has_select_for_update and not connection.in_atomic_block:
        raise TransactionManagementError(f"{type(record).__name__} locked outside a transaction")
    model = type(record)
    with connection.cursor() as cursor:
        plan = _plan(model)
        cursor.execute(plan.sql, [record.pk])
        row = cursor.fetchone()
    if row is None:
        raise cast("Any", model).DoesNotExist
    values = list(row)
    for place, convert in plan.converters:
        values[place] = convert(values[place])
    return model.from_db(connection.alias, plan.names, values)


def _plan(model: type[Model]) -> _Plan:
    own = _PLANS.setdefault(connections[connection.alias], {})
    if model not in own:
        own[model] = _planned(model)
    return own[model]


def _planned(model: type[Model]) -> _Plan:
    """Let Django build the statement once, with the converters of its columns."""
    rows = model._base_manager.select_for_update(of=("self",)).filter(pk=0)
    compiler = rows.query.get_compiler(connection=connection)
    sql, _values = compiler.as_sql()
    columns = [column for column, _sql, _name in compiler.select]
    return _Plan(
        sql,
        [column.target.attname for column in columns],
        [(place, _converting(each, column)) for place, (each, column) in compiler.get_converters(columns).items()],
    )


def _converting(converters: Sequence[Callable[..., Any]], column: Any) -> Callable[[Any], Any]:
    def convert(value: Any) -> Any:
        for each in converters:
            value = each(value, column, connection)
        return value

    return convert
