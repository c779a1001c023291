"""Which organs a document's words mean, among those near its council on its day. Nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from nghitruong.language import fold
from nghitruong.organisation.enums import OrganKind
from nghitruong.organisation.models import Organ

_SPLIT = re.compile(r"\s*(?:,|;|\bvà\b|\bcùng\b)\s*")
_SHORT = (
    ("ubmttqvn", "uy ban mat tran to quoc viet nam"),
    ("ubmttq", "uy ban mat tran to quoc"),
    ("mttq", "mat tran to quoc"),
    ("hdnd", "hoi dong nhan dan"),
    ("ubnd", "uy ban nhan dan"),
    ("btt", "ban thuong truc"),
    ("tt", "thuong truc"),
    ("vp", "van phong"),
)
_FRONTS_BOARD = "ban thuong truc "
"""The Front is spoken of by its standing board; it is the Front that owes."""
_GROUPS: tuple[tuple[str, OrganKind, bool], ...] = (
    ("thuong truc hoi dong nhan dan cac xa", OrganKind.STANDING, True),
    ("hoi dong nhan dan cac xa", OrganKind.STANDING, True),
    ("uy ban nhan dan cac xa", OrganKind.PEOPLES_COMMITTEE, True),
    ("mat tran to quoc cac xa", OrganKind.FRONT, True),
    ("cac ban", OrganKind.COMMITTEE, False),
    ("cac to dai bieu", OrganKind.GROUP, False),
)
"""Groups by their folded words: what kind of organ, and whether of the units below."""


def near(council: Organ, on: date) -> QuerySet[Organ]:
    """Return the organs a council's documents name: its own, those of the units right below, the level above."""
    unit = council.unit_id or 0
    own = Q(pk=council.pk) | Q(council=council) | Q(unit=unit)
    below = Q(unit__parent=unit, kind__in=[OrganKind.COUNCIL, OrganKind.STANDING, OrganKind.PEOPLES_COMMITTEE,
                                           OrganKind.FRONT])  # fmt: skip
    return (
        Organ.objects.on(on).filter(own | below).exclude(unit__isnull=True, council__isnull=True).order_by("sort_key")
    )


def fitting(words: str, council: Organ, on: date, among: Iterable[Organ] | None = None) -> list[Organ]:
    """Return the organs that the words name, each once: by full or short name, or as a group ("các Ban")."""
    organs = list(near(council, on)) if among is None else list(among)
    found: list[Organ] = []
    for piece in _SPLIT.split(words):
        said = _full(piece)
        found += [organ for organ in _named(said, council, organs) if organ not in found]
    return found


def _named(said: str, council: Organ, organs: list[Organ]) -> list[Organ]:
    if not said:
        return []
    for group, kind, is_below in _GROUPS:
        if said.startswith(group):
            return [each for each in organs if each.kind == kind and (each.unit_id != council.unit_id) is is_below]
    exact = [organ for organ in organs if said in {_full(organ.name), _full(organ.short_name)}]
    if exact:
        return exact if len(exact) == 1 else []
    own = [
        organ
        for organ in organs
        if organ.unit_id == council.unit_id and len(said) > 3 and _full(organ.name).startswith(f"{said} ")
    ]
    return own if len(own) == 1 else []


def _full(words: str) -> str:
    """Return the words folded, with abbreviations written out."""
    text = f" {fold(words)} "
    for short, full in _SHORT:
        text = text.replace(f" {short} ", f" {full} ")
    return " ".join(text.split()).strip(" .;:").removeprefix(_FRONTS_BOARD)
