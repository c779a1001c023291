"""Two people edited one record: what stands in it now beside what the second of them typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, cast

from django.forms import BoundField, ChoiceField, Form
from django.http import QueryDict  # noqa: TID251 -- a form's own data
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Pair:
    """One field of a form: how it stands in the record, how it was typed."""

    label: str
    standing: str
    typed: str

    @property
    def differs(self) -> bool:
        return self.standing != self.typed


def beside(form: Form, current: Mapping[str, Any]) -> list[Pair]:
    """Return both versions field by field, and base the form on the one that stands: sending it again replaces that.

    `form` is bound, and its initial values were read from the record after the other person saved; `current` is what
    the Conflict carries, with the record's `version`.
    """
    if "version" in form.fields and "version" in current:
        typed = QueryDict(mutable=True)
        typed.update(form.data)
        typed["version"] = str(current["version"])
        form.data = typed
    return list(_pairs(form))


def _pairs(form: Form) -> Iterator[Pair]:
    for bound in form.visible_fields():
        if bound.name not in form.initial:  # a reason for the change is no part of the record
            continue
        clean = form.cleaned_data.get(bound.name) if not bound.field.disabled else bound.initial
        if isinstance(clean, tuple):  # read into parts: the words themselves say more
            clean = bound.data
        yield Pair(str(bound.label), _told(bound, bound.initial), _told(bound, clean))


def _told(bound: BoundField, value: Any) -> str:
    """Write a field's value as its reader would: the words of a choice, a day, yes or no; "" for nothing."""
    if value is None or value in ("", []):
        return ""
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if isinstance(bound.field, ChoiceField):
        return "; ".join(sorted(_choices(bound.field, value)))
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def _choices(field: ChoiceField, value: Any) -> Iterator[str]:
    words: dict[str, str] = {}
    for key, label in cast("Iterable[tuple[Any, Any]]", field.choices):
        group = label if isinstance(label, list | tuple) else [(key, label)]
        words |= {str(each): str(word) for each, word in group}
    many = value if isinstance(value, list | tuple | set) or hasattr(value, "iterator") else [value]
    for one in many:
        key = str(getattr(one, "pk", one))
        yield words.get(key, str(one))
