"""The same answers as a beginner writes them: a row at a time, a count at a time, words sought in every text.

They see what the office may see (`visible_to`) and judge by the same conditions; all that differs is how they ask.
"""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from openpyxl import load_workbook

from nghitruong.base.actor import Actor
from nghitruong.desk.rules import LAYOUTS, Line
from nghitruong.documents.models import Document
from nghitruong.language import fold, parse_date, tokens, unfolded
from nghitruong.language.likeness import features, score
from nghitruong.obligations.models import Obligation
from nghitruong.obligations.selectors import conditions
from nghitruong.organisation.models import Organ
from nghitruong.petitions.enums import Kind, Level, Outcome, State
from nghitruong.petitions.models import Field, Petition, Repeat
from nghitruong.petitions.policies import SUBJECT
from nghitruong.petitions.selectors.figures import SETS, Scope
from nghitruong.petitions.selectors.lists import Filters, condition, status
from nghitruong.petitions.selectors.story import answered_chip, settled_chip
from nghitruong.territory.models import Unit

Row = tuple[str, str, str, str, str, str]


def row(petition: Petition) -> Row:
    """Return what a list shows of a petition; each name is asked for where it is not loaded."""
    return (
        petition.code,
        petition.field.name if petition.field else "",
        petition.lead.display if petition.lead else "",
        petition.unit.name if petition.unit else "",
        petition.keeper.display,
        f"{answered_chip(petition).word} {settled_chip(petition).word}",
    )


def listed(actor: Actor, filters: Filters, page: int, size: int) -> tuple[int, list[Row]]:
    rows = Petition.objects.visible_to(actor).filter(condition(filters))
    return rows.count(), [row(petition) for petition in rows[(page - 1) * size : page * size]]


def facets(actor: Actor, filters: Filters) -> dict[str, list[tuple[str, int]]]:
    """Count each value of each facet by a statement of its own."""
    rows = Petition.objects.visible_to(actor).filter(condition(filters))
    found = {
        "trang-thai": [(str(s.label), rows.filter(state=s).count()) for s in State],
        "ket-qua": [(str(o.label), rows.filter(outcome=o).count()) for o in Outcome],
        "cap": [(str(level.label), rows.filter(level=level).count()) for level in Level],
    }
    for name, column, model in (("linh-vuc", "field", Field), ("co-quan", "lead", Organ), ("dia-ban", "unit", Unit)):
        ids = set(rows.order_by().values_list(column, flat=True)) - {None}
        found[name] = [(str(model.objects.get(pk=pk).name), rows.filter(**{column: pk}).count()) for pk in ids]
    return {name: [one for one in counted if one[1]] for name, counted in found.items()}


def matter(actor: Actor, pk: int) -> dict[str, Any]:
    petition = Petition.objects.visible_to(actor).get(pk=pk)
    owed = Obligation.objects.filter(subject_kind=SUBJECT, subject_id=pk).order_by("pk")
    return {
        "row": row(petition),
        "answers": [(Document.objects.get(pk=a.document_id).number, a.text) for a in petition.answers.order_by("pk")],
        "owed": [(one.get_nature_display(), one.due_on, one.debtor.name, one.creditor.name) for one in owed],
        "asked": _chain(petition, actor),
    }


def _chain(petition: Petition, actor: Actor) -> list[str]:
    """Walk from petition to petition by a statement each way."""
    known, waiting = {petition.pk}, [petition.pk]
    while waiting:
        pk = waiting.pop()
        links = Repeat.objects.filter(state="confirmed")
        near = [one.earlier.pk for one in links.filter(later=pk)] + [one.later.pk for one in links.filter(earlier=pk)]
        waiting += set(near) - known
        known |= set(near)
    if len(known) < 2:
        return []
    return sorted(Petition.objects.visible_to(actor).get(pk=pk).code for pk in known)


def desk(actor: Actor, on: date, most: int) -> dict[str, tuple[int, list[str]]]:
    """Load every list whole to count it and to show its first rows."""
    found: dict[str, tuple[int, list[str]]] = {}
    for pile, holds in LAYOUTS[actor.role].piles:
        if holds.ledger:
            debts = list(Obligation.objects.visible_to(actor).filter(conditions(actor, on)[holds.ledger]))
            debts.sort(key=lambda one: (one.due_on is None, one.due_on or on, one.pk))
            found[pile.value] = (len(debts), [f"{one.debtor.display} {one.due_on}" for one in debts[:most]])
        elif holds.petitions:
            matters = list(Petition.objects.visible_to(actor).filter(_asked(holds, on)))
            matters.sort(key=lambda one: (one.due_on is None, one.due_on or on, one.received_on, one.pk))
            found[pile.value] = (len(matters), [row(one)[0] for one in matters[:most]])
        for line in holds.lines:
            if line.petitions:
                rows = Petition.objects.visible_to(actor).filter(_asked(line, on))
                found[str(line.says)] = (len(rows), [])
    return found


def _asked(line: Line, on: date) -> Any:
    values: dict[str, list[str]] = {}
    for name, value in line.petitions:
        values.setdefault(name, []).append(value)
    return condition(Filters(values, on))


def search(actor: Actor, words: str) -> set[int]:
    """Read every petition the office may see, take its accents off and look for the words."""
    wanted = [" ".join(unfolded(tokens(word))) for word in words.split()]
    found = set()
    for petition in Petition.objects.visible_to(actor):
        unit = Unit.objects.get(pk=petition.unit_id) if petition.unit_id else ""
        text = f"{petition.code} {petition.text} {petition.place} {unit} {petition.source_ref}"
        written = tokens(text)
        streams = {f" {' '.join(written)} ", f" {' '.join(unfolded(written))} "}
        if all(any(f" {word} " in stream for stream in streams) for word in wanted):
            found.add(petition.pk)
    return found


def nearest(actor: Actor, text: str, place: str, limit: int) -> list[int]:
    """Compare with every petition the office may see."""
    asked = features(text, place)
    marks = []
    for petition in Petition.objects.visible_to(actor):
        answers = petition.answers.all() if petition.answered_on else []
        known = features(petition.text, petition.place, answer=" ".join(one.text for one in answers))
        marks.append((-score(asked, known), -petition.received_on.toordinal(), -petition.pk))
    return [-pk for _mark, _day, pk in sorted(marks)[:limit]]


def report(scope: Scope, actor: Actor) -> dict[str, Any]:
    """Count each cell of the report's tables by a statement of its own."""
    rows = scope.rows(actor).filter(kind=Kind.PETITION)
    sets = {name: status(name, scope.as_of) for name in SETS}

    def line(some: Any) -> list[int]:
        return [some.count(), *(some.filter(which).count() for which in sets.values() if which is not None)]

    tables = {"level": [line(rows.filter(level=value)) for value in ("", *Level.values)]}
    for name, column in (("field", "field"), ("place", "unit"), ("agency", "lead")):
        ids = set(rows.order_by().values_list(column, flat=True))
        tables[name] = [line(rows.filter(**{column: pk} if pk else {f"{column}__isnull": True})) for pk in ids]
    return {
        "total": line(rows),
        "outcomes": {
            value: rows.filter(outcome=value, answered_on__lte=scope.as_of).count() for value in Outcome.values
        },
        "tables": {name: sorted(row for row in lines if row[0]) for name, lines in tables.items()},
    }


def preview(content: bytes, council: Organ) -> list[tuple[str, bool]]:
    """Read a sheet cell by cell; ask for each row whether it is there already."""
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    heads = {fold(str(sheet.cell(1, c).value or "")): c for c in range(1, sheet.max_column + 1)}
    found = []
    for number in range(2, sheet.max_row + 1):
        text = str(sheet.cell(number, heads["noi dung"]).value or "").strip()
        is_known = Petition.objects.filter(council=council, text=text).exists()
        found.append((text, bool(text) and not is_known))
    return found


def commit(content: bytes, council: Organ, by: date) -> list[str]:
    """Write each accepted row, numbered by a count: no journal, no index, nothing compared."""
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    heads = {fold(str(sheet.cell(1, c).value or "")): c for c in range(1, sheet.max_column + 1)}
    made = []
    for number, (text, is_new) in enumerate(preview(content, council), start=2):
        if is_new:
            on = parse_date(str(sheet.cell(number, heads["ngay"]).value or "")) or by
            made.append(_written(council, text, on))
    return made


def _written(council: Organ, text: str, on: date) -> str:
    seq = max([one.seq for one in Petition.objects.filter(council=council, year=on.year).only("seq")], default=0) + 1
    made = Petition(
        council=council, keeper=council, text=text, received_on=on, year=on.year, seq=seq, code=f"KN-{seq:04d}/{on.year}"
    )  # fmt: skip
    made.save()
    return made.text
