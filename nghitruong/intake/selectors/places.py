"""Reads: what the register of units says of the places a document names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nghitruong.intake.rules.reading import Reading
from nghitruong.intake.rules.source import Found
from nghitruong.intake.rules.units import Named
from nghitruong.territory import selectors as territory
from nghitruong.territory.models import Unit


@dataclass(frozen=True, slots=True)
class Place:
    """A unit a document names that does not stand, under this name, on the document's day.

    `meant`: the units that may be meant, or that took it over, as a form offers them. `is_doubtful`: a person has to
    look; an old unit that is known is none of these.
    """

    quote: Found
    name: str
    why: str
    meant: tuple[str, ...]
    is_doubtful: bool
    is_place_of_issue: bool


def places_in_doubt(reading: Reading) -> list[Place]:
    """Return the places named that are misspelt, unknown, or of another time, in order; those that fit are left out."""
    found = (_doubt(named, reading.on) for named in reading.units)
    return [one for one in found if one is not None]


def _doubt(named: Named, on: date | None) -> Place | None:
    whole = named.name.split()
    # A person's name may follow a unit's: "xã Thạch Khê Nguyễn Văn A".
    for length in range(len(whole), 1 if not named.is_place else 0, -1):
        name = " ".join(whole[:length])
        if territory.lookup(name, on):
            return None
        known = territory.lookup(name) if on is not None else []
        if known:
            return _of_another_time(named, known[0], on) if on is not None else None
    near = [territory.label(hint.unit) for hint in territory.hints(named.name, on, limit=3)]
    if not near:
        return None
    why = _("Không có đơn vị tên «%(name)s»; có thể viết sai.") % {"name": named.name}
    return Place(named.quote, named.name, why, tuple(near), is_doubtful=True, is_place_of_issue=named.is_place)


def _of_another_time(named: Named, unit: Unit, on: date) -> Place | None:
    """Tell what became of a unit that had ended, or that was not there yet; a text that tells history needs neither."""
    if named.in_history:
        return None
    if unit.valid_to is not None and unit.valid_to < on:
        heirs = tuple(territory.label(kin) for kin in territory.current(unit, on)[:5])
        why = _("«%(name)s» đã kết thúc ngày %(day)s.") % {"name": named.name, "day": f"{unit.valid_to:%d/%m/%Y}"}
        return Place(named.quote, named.name, why, heirs, is_doubtful=False, is_place_of_issue=named.is_place)
    why = _("«%(name)s» chưa có vào ngày %(day)s.") % {"name": named.name, "day": f"{on:%d/%m/%Y}"}
    return Place(
        named.quote, named.name, why, (territory.label(unit),), is_doubtful=True, is_place_of_issue=named.is_place
    )
