"""The kinds of documents written here: what data each needs, and the text made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from nghitruong.base.errors import Invalid
from nghitruong.documents.rules.kinds import decisions, meetings, oversight, petitions, shared
from nghitruong.documents.rules.kinds.model import (
    DATE,
    FLAG,
    JOINED,
    LINE,
    LINES,
    NEXT,
    NUMBER,
    ORDINAL,
    ROWS,
    SIGNER,
    Field,
    Kind,
    Writer,
)
from nghitruong.documents.rules.kinds.types import BODY, TYPES, UNIT
from nghitruong.documents.rules.numbering import symbol_for
from nghitruong.documents.rules.text import (
    OfficialText,
    Signature,
    Signer,
    finished,
    number_and_symbol,
    organ_lines,
    place_and_date,
    signed_by,
    written,
)

KINDS: dict[str, Kind] = {kind.key: kind for part in (meetings, decisions, oversight, petitions) for kind in part.KINDS}
LONGEST = 20_000
MOST_ITEMS = 5_000
_EMPTY: dict[str, Any] = {LINES: (), ROWS: (), SIGNER: None, FLAG: False}


def kind_of_key(key: str) -> Kind:
    """Return a kind by its key; raise Invalid, in words, for an unknown one."""
    if key not in KINDS:
        raise Invalid(
            _("Không có loại văn bản «%(key)s». Các loại: %(known)s.") % {"key": key, "known": ", ".join(KINDS)}
        )
    return KINDS[key]


def fields_of(kind: Kind) -> tuple[Field, ...]:
    """Return every datum of a kind: the head, its own, the foot."""
    middle = [
        *([shared.TO] if kind.addressed else []),
        *([shared.AUTHOR] if kind.authored else []),
        *([shared.GROUNDS] if kind.grounded else []),
    ]
    head = (
        shared.GOVERNING,
        shared.ISSUING,
        shared.NUMBER_GIVEN,
        shared.SYMBOL,
        shared.PLACE,
        shared.ISSUED,
        shared.ABSTRACT,
    )
    return (*head, *middle, *kind.fields, shared.SIGNATORY_FIELD, shared.RECIPIENTS, shared.ARCHIVE)


def text_of(kind: Kind, data: Mapping[str, Any]) -> OfficialText:
    """Return the official text of a kind, written from data; raise Invalid with every want in words."""
    values = checked(kind, data)
    fields = {field.name: field for field in fields_of(kind)}
    writer = Writer(shown(kind, values), fields)
    kind.write(writer)
    if not writer.annexes:
        writer.close()
    return OfficialText(
        issuing=values["issuing_organ"],
        governing=values["governing_organ"],
        number=values["number"],
        symbol=symbol(kind, values),
        place=values["place"],
        on=values["issue_date"],
        kind=TYPES[kind.code] if kind.code else "",
        abstract=values["abstract"],
        to=values.get("to", ()),
        author=values.get("author", ""),
        grounds=values.get("grounds", ()),
        body=writer.blocks,
        signed=signed_by(Signer(**values["signatory"])),
        second=Signature(["THƯ KÝ"], _bare(values["secretary"])) if kind.two_sign else None,
        recipients=values["recipients"],
        archive=values["archive"] or "VT",
        annexes=writer.annexes,
    )


def pattern_of(kind: Kind) -> OfficialText:
    """Return a kind's text with placeholders for its data: the Word template an office starts from."""
    fields = {field.name: field for field in fields_of(kind)}
    writer = Writer({}, fields, is_template=True)
    kind.write(writer)
    if not writer.annexes:
        writer.close()

    def put(field: Field) -> str:
        return "{{ " + field.slot + " }}"

    def each(slot: str) -> list[str]:
        return ["{%p for muc in " + slot + " %}", "{{ muc }}", "{%p endfor %}"]

    return OfficialText(
        issuing=put(shared.ISSUING),
        governing=put(shared.GOVERNING),
        number=put(shared.NUMBER_GIVEN),
        symbol=put(shared.SYMBOL),
        place="{{ " + shared.DAY_LINE + " }}",
        kind=TYPES[kind.code] if kind.code else "",
        abstract=put(shared.ABSTRACT),
        to=[put(shared.TO)] if kind.addressed else (),
        author=put(shared.AUTHOR) if kind.authored else "",
        grounds=each(shared.GROUNDS.slot) if kind.grounded else (),
        body=writer.blocks,
        signed=Signature(each(shared.SIGNATURE_LINES), "{{ " + shared.SIGNER_NAME + " }}"),
        second=Signature(["THƯ KÝ"], "{{ " + shared.SECOND_NAME + " }}") if kind.two_sign else None,
        recipients=each(shared.RECIPIENTS.slot),
        archive=put(shared.ARCHIVE),
        annexes=writer.annexes,
    )


def slots_of(kind: Kind) -> dict[str, tuple[str, ...]]:
    """Return the closed list of placeholders: name -> the parts of its rows (empty for what is no list of rows)."""
    slots: dict[str, tuple[str, ...]] = {shared.DAY_LINE: (), shared.SIGNATURE_LINES: (), shared.SIGNER_NAME: ()}
    if kind.two_sign:
        slots[shared.SECOND_NAME] = ()
    for field in fields_of(kind):
        if field.type == SIGNER:
            continue
        slots[field.slot] = (ORDINAL, *(part.slot for part in field.items)) if field.type == ROWS else ()
        if field.type == LINES:
            slots[f"{field.slot}{JOINED}"] = ()
        if field.type == ROWS:
            slots[f"{field.slot}{NEXT}"] = ()
    return slots


def lists_of(kind: Kind) -> frozenset[str]:
    """Return the placeholders over which a template may go item by item."""
    named = {field.slot for field in fields_of(kind) if field.type in {LINES, ROWS}}
    return frozenset({*named, shared.SIGNATURE_LINES}) - {shared.TO.slot}


def context_of(kind: Kind, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what fills a template's placeholders, every value as it is printed."""
    values = checked(kind, data)
    told = shown(kind, values)
    context: dict[str, Any] = {}
    for field in fields_of(kind):
        if field.type == ROWS:
            names = {part.name: part.slot for part in field.items}
            context[field.slot] = [
                {ORDINAL: str(place), **{names[name]: value for name, value in row.items()}}
                for place, row in enumerate(told[field.name], 1)
            ]
            context[f"{field.slot}{NEXT}"] = told[f"{field.name}_next"]
        elif field.type == LINES:
            context[field.slot] = list(told[field.name])
            context[f"{field.slot}{JOINED}"] = told[f"{field.name}_joined"]
        elif field.type != SIGNER:
            context[field.slot] = told[field.name]
    signed = signed_by(Signer(**values["signatory"]))
    number = number_and_symbol(values["number"], "").removeprefix("Số: ").removesuffix("/")
    context |= {
        shared.GOVERNING.slot: organ_lines(values["governing_organ"]),
        shared.ISSUING.slot: organ_lines(values["issuing_organ"]),
        shared.NUMBER_GIVEN.slot: number,
        shared.SYMBOL.slot: symbol(kind, values),
        shared.ARCHIVE.slot: values["archive"] or "VT",
        shared.DAY_LINE: place_and_date(values["place"], values["issue_date"]),
        shared.SIGNATURE_LINES: list(signed.lines),
        shared.SIGNER_NAME: signed.name,
    }
    context[shared.RECIPIENTS.slot] = [finished(name) for name in values["recipients"]]
    if kind.addressed:
        context[shared.TO.slot] = "; ".join(finished(name) for name in values["to"])
    if kind.authored:
        context[shared.AUTHOR.slot] = values["author"].upper()
    if kind.grounded:
        last = len(values["grounds"]) - 1
        context[shared.GROUNDS.slot] = [
            f"{finished(words)}{'.' if place == last else ';'}" for place, words in enumerate(values["grounds"])
        ]
    if kind.two_sign:
        context[shared.SECOND_NAME] = _bare(values["secretary"])
    return context


def symbol(kind: Kind, values: Mapping[str, Any]) -> str:
    """Return the symbol given, or the usual one of the kind (NĐ 30/2020, Điều 15; law.md DOC-03, DOC-06)."""
    on: date | None = values["issue_date"]
    year = on.year if on and kind.normative else None
    return str(values["symbol"] or kind.symbol or symbol_for(kind.code, BODY, unit=UNIT, normative_year=year))


def _bare(person: str) -> str:
    """Return a person's name without the title before it and the office after it."""
    name = person.split(",", 1)[0].strip()
    for title in ("Ông ", "Bà ", "Đồng chí "):
        name = name.removeprefix(title)
    return name


def checked(kind: Kind, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return clean values of every datum (days as dates); raise Invalid naming all that is missing or wrong."""
    wants: list[str] = []
    values = _checked(fields_of(kind), data, "", wants)
    if wants:
        raise Invalid(
            _("Dữ liệu cho %(kind)s chưa đúng: %(wants)s") % {"kind": _(kind.label), "wants": " ".join(wants)}
        )
    return values


def _checked(fields: Sequence[Field], data: object, where: str, wants: list[str]) -> dict[str, Any]:
    if not isinstance(data, Mapping):
        wants.append(_("«%(where)s» phải là một nhóm dữ liệu có tên.") % {"where": where.rstrip(".") or "."})
        return {}
    names = {field.name for field in fields}
    wants += [_("Không có trường «%(name)s».") % {"name": f"{where}{name}"} for name in data if name not in names]
    values: dict[str, Any] = {}
    for field in fields:
        given = data.get(field.name)
        told = {"name": f"{where}{field.name}", "label": _(field.label)}
        if given is None or given in ("", [], {}):
            if field.required:
                wants.append(_("Thiếu «%(name)s» (%(label)s).") % told)
            values[field.name] = _EMPTY.get(field.type, None if field.type in {DATE, NUMBER} else "")
            continue
        value = _value(field, given, f"{where}{field.name}", wants)
        if value is None:
            wants.append(_("«%(name)s» (%(label)s) không đúng kiểu: %(type)s.") % {**told, "type": _told_type(field)})
        values[field.name] = value
    return values


def _value(field: Field, given: object, where: str, wants: list[str]) -> Any:  # noqa: PLR0911 -- one answer a type
    if field.type == LINE:
        words = str(given) if isinstance(given, int | float) and not isinstance(given, bool) else given
        return words.strip() if isinstance(words, str) and len(words) <= LONGEST else None
    if field.type == LINES:
        if isinstance(given, str):
            given = given.split("\n")
        fits = isinstance(given, list) and all(isinstance(line, str) for line in given) and len(given) <= MOST_ITEMS
        return [line.strip() for line in given if line.strip()] if fits and isinstance(given, list) else None
    if field.type == DATE:
        try:
            return date.fromisoformat(given) if isinstance(given, str) else given if isinstance(given, date) else None
        except ValueError:
            return None
    if field.type == NUMBER:
        return given if isinstance(given, int) and not isinstance(given, bool) and given >= 0 else None
    if field.type == FLAG:
        return given if isinstance(given, bool) else None
    if field.type == SIGNER:
        return _checked(field.items, given, f"{where}.", wants)
    if not isinstance(given, list) or len(given) > MOST_ITEMS:
        return None
    return [_checked(field.items, row, f"{where}[{place}].", wants) for place, row in enumerate(given)]


def shown(kind: Kind, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values as they are printed: days dd/mm/yyyy, numbers below ten with a leading 0, lists joined too."""
    told: dict[str, Any] = {}
    for field in fields_of(kind):
        value = values[field.name]
        told[field.name] = _printed(field, value)
        if field.type == LINES:
            told[f"{field.name}_joined"] = "; ".join(finished(line) for line in value)
        if field.type == ROWS:
            told[f"{field.name}_next"] = str(len(value) + 1)
    return told


def _printed(field: Field, value: Any) -> Any:
    if field.type == ROWS:
        return [{part.name: _in_row(part, row[part.name]) for part in field.items} for row in value]
    return _in_row(field, value)


def _in_row(field: Field, value: Any) -> Any:
    if field.type == NUMBER:
        return f"{value:02d}" if value is not None and 0 < value < 10 else written(value)
    return written(value) if field.type == DATE else value


_TYPES_TOLD = {
    LINE: ("string", "một dòng chữ"),
    LINES: ("array", "danh sách các dòng chữ"),
    DATE: ("string", "ngày dạng YYYY-MM-DD"),
    NUMBER: ("integer", "số nguyên không âm"),
    ROWS: ("array", "danh sách các nhóm dữ liệu"),
    SIGNER: ("object", "một nhóm dữ liệu"),
    FLAG: ("boolean", "true hoặc false"),
}


def _told_type(field: Field) -> str:
    return _TYPES_TOLD[field.type][1]


def schema(kind: Kind) -> dict[str, Any]:
    """Return a JSON Schema of the data a kind needs."""
    return _schema(fields_of(kind))


def _schema(fields: Sequence[Field]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {field.name: _property(field) for field in fields},
        "required": [field.name for field in fields if field.required],
        "additionalProperties": False,
    }


def _property(field: Field) -> dict[str, Any]:
    told: dict[str, Any] = {"title": field.label, "type": _TYPES_TOLD[field.type][0]}
    if field.type == DATE:
        told["format"] = "date"
    if field.type == NUMBER:
        told["minimum"] = 0
    if field.type == LINES:
        told["items"] = {"type": "string"}
    if field.type == ROWS:
        told["items"] = _schema(field.items)
    return told | _schema(field.items) if field.type == SIGNER else told


def described(kind: Kind) -> dict[str, Any]:
    """Return a kind as data: key, name, type and code, schema, placeholders, an example that renders."""
    return {
        "kind": kind.key,
        "name": kind.label,
        "type": TYPES[kind.code],
        "code": kind.code,
        "schema": schema(kind),
        "placeholders": {name: list(parts) for name, parts in slots_of(kind).items()},
        "example": dict(kind.example),
    }


__all__ = [
    "KINDS",
    "TYPES",
    "Field",
    "Kind",
    "checked",
    "context_of",
    "described",
    "fields_of",
    "kind_of_key",
    "lists_of",
    "pattern_of",
    "schema",
    "slots_of",
    "text_of",
]
