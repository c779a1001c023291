"""Load the register that comes with the product (data/units.csv, data/successions.csv)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path

from django.db import connection, transaction

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.official import official
from nghitruong.base.subjects import Subject
from nghitruong.language import sort_key
from nghitruong.territory import policies, rules
from nghitruong.territory.models import Placement, Succession, Unit

DATA = Path(__file__).resolve().parent.parent / "data"
REGISTER = Subject("territory.unit", 0)
"""What the journal points at when the whole register is meant."""

Key = tuple[str, str]
"""(code, first day as ISO text or "" where unknown): the length of the code tells the level."""
_COMPARED = ("name", "type", "parent_id", "valid_to", "basis", "folded", "sort_key", "latitude", "longitude")


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many units and successions came new, were brought up to date, or were left as a person keeps them."""

    added: int
    changed: int
    kept: int
    successions: int


@transaction.atomic
def load(*, actor: Actor, at: datetime, data: Path = DATA) -> Loaded:
    """Bring the register up to the data; a second run changes nothing and leaves no trace in the journal.

    Units that a person has added or corrected stay as that person left them.
    """
    policies.can_load(actor).require()
    known: dict[Key, Unit] = {
        (unit.code, unit.valid_from.isoformat() if unit.valid_from else ""): unit for unit in Unit.objects.all()
    }
    rows = list(_read(data / "units.csv"))
    added = changed = kept = 0
    for level in rules.CODE_DIGITS:
        new: list[Unit] = []
        moved: list[Unit] = []
        for row in (row for row in rows if row["level"] == level):
            unit = _unit(row, known)
            old = known.get(_key(row["code"], row["valid_from"]))
            if old is None:
                new.append(unit)
            elif old.by_hand:
                kept += 1
            elif any(getattr(old, name) != getattr(unit, name) for name in _COMPARED):
                unit.pk, unit.version = old.pk, old.version + 1
                moved.append(unit)
        Unit.objects.bulk_create(new, batch_size=1000)
        Unit.objects.bulk_update(moved, [*_COMPARED, "version"], batch_size=500)
        known |= {(unit.code, unit.valid_from.isoformat() if unit.valid_from else ""): unit for unit in [*new, *moved]}
        added, changed = added + len(new), changed + len(moved)
    _place(rows, known)
    successions = _link(data, known)
    _count_anew()
    result = Loaded(added, changed, kept, successions)
    if added or changed or successions:
        audit.record(
            deed="unit.load",
            subject=REGISTER,
            actor=actor,
            at=at,
            label=official("Danh mục đơn vị hành chính"),
            changes=asdict(result),
        )
    return result


def _read(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _key(code: str, valid_from: str) -> Key:
    return (code, valid_from)


def _reference(text: str) -> Key:
    """Read "75@2025-07-01" (or "75@" where the first day is unknown)."""
    code, _at, valid_from = text.partition("@")
    return (code, valid_from)


def _unit(row: dict[str, str], known: dict[Key, Unit]) -> Unit:
    bare = rules.bare(row["name"], row["type"])
    return Unit(
        level=row["level"],
        code=row["code"],
        name=row["name"],
        type=row["type"],
        parent_id=known[_reference(row["parent"])].pk if row["parent"] else None,
        valid_from=date.fromisoformat(row["valid_from"]) if row["valid_from"] else None,
        valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
        basis=row["basis"],
        folded=rules.folded(bare),
        sort_key=sort_key(bare),
        latitude=float(row["latitude"]) if row["latitude"] else None,
        longitude=float(row["longitude"]) if row["longitude"] else None,
    )


def _place(rows: list[dict[str, str]], known: dict[Key, Unit]) -> None:
    there = set(Placement.objects.values_list("unit", "valid_to"))
    new = []
    for row in (row for row in rows if row["earlier"]):
        unit = known[_key(row["code"], row["valid_from"])]
        parent, _until, valid_to = row["earlier"].partition(">")
        if (unit.pk, date.fromisoformat(valid_to)) not in there:
            new.append(Placement(unit=unit, parent=known[_reference(parent)], valid_to=date.fromisoformat(valid_to)))
    Placement.objects.bulk_create(new)


def _count_anew() -> None:
    """Let PostgreSQL know at once how many rows there are: planning for empty tables, it goes through all of them."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for model in (Unit, Placement, Succession):
                cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")


def _link(data: Path, known: dict[Key, Unit]) -> int:
    there = set(Succession.objects.values_list("predecessor", "successor"))
    new = []
    for row in _read(data / "successions.csv"):
        old, unit = known[_reference(row["predecessor"])], known[_reference(row["successor"])]
        if (old.pk, unit.pk) not in there:
            on = unit.valid_from or date.min
            new.append(Succession(predecessor=old, successor=unit, extent=int(row["extent"]), on=on, basis=unit.basis))
    Succession.objects.bulk_create(new, batch_size=1000)
    return len(new)
