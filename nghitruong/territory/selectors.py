"""Reads: find a unit by what people call it, on a day; who came before it and after it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from rapidfuzz import fuzz, process

from nghitruong.base.errors import Invalid
from nghitruong.language import fold, format_number, normalise
from nghitruong.territory import rules
from nghitruong.territory.enums import Extent, Level
from nghitruong.territory.models import Placement, Succession, Unit

_LABEL = re.compile(r"^(\d{2,5}) · (.+)$")
_LIKENESS = 78
"""Below this likeness (0–100) of folded names a hint would only confuse."""


@dataclass(frozen=True, slots=True)
class Kin:
    """A unit related by succession: `extent` says how much of the predecessor went."""

    unit: Unit
    extent: Extent
    on: date
    basis: str


@dataclass(frozen=True, slots=True)
class Hint:
    """A unit that may have been meant; `why` says in words what differs."""

    unit: Unit
    why: str


def full_name(unit: Unit) -> str:
    """Return "phường Đức Phổ, tỉnh Quảng Ngãi"; no query when loaded `with_ancestors`."""
    return ", ".join(one.in_text for one in (unit, *reversed(ancestors(unit))))


def label(unit: Unit) -> str:
    """Return the one line by which a form offers a unit and `pick` finds it again."""
    until = _(" (đến %(day)s)") % {"day": f"{unit.valid_to:%d/%m/%Y}"} if unit.valid_to else ""
    return f"{unit.code} · {full_name(unit)}{until}"


def lookup(text: str, on: date | None = None) -> list[Unit]:
    """Return the units meant by a code or a name; with `on`, only those that stand on that day.

    The type word may be missing or short (TX, TP, P.), accents may be missing, and places may follow after commas
    ("Phổ An, Quảng Ngãi"). An accent written wrong is no match: see `hints`. Standing units come first.
    One query.
    """
    name, places = rules.parts(text)
    if not name:
        return []
    readings = rules.readings(name)
    query = Q(folded__in={reading.folded for reading in readings})
    if rules.level_of_code(name):
        query |= Q(code=name)
    found = Unit.objects.filter(query).with_ancestors()
    if on is not None:
        found = found.on(on)
    spelt: list[Unit] = []
    exact: list[Unit] = []
    for unit in found:
        if not rules.lies_in(_ancestor_names(unit), places):
            continue
        if unit.code == name:
            exact.append(unit)
            continue
        fitting = [r for r in readings if (not r.types or unit.type in r.types) and r.folded == unit.folded]
        if any(rules.spelling(r.name) == rules.spelling(unit.bare_name) for r in fitting):
            exact.append(unit)
        elif any(rules.spelt_like(r.name, unit.bare_name) for r in fitting):
            spelt.append(unit)
    if exact and any(unit.code == name for unit in exact):
        exact = [unit for unit in exact if unit.code == name]
    has_accents = fold(name) != normalise(name).lower()
    return _in_order(exact if exact and has_accents else exact + spelt)


def ancestors(unit: Unit) -> list[Unit]:
    """Return what the unit lies in, the province first."""
    found, above = [], unit.parent
    while above is not None:
        found.append(above)
        above = above.parent if above.parent_id else None
    return found[::-1]


def _ancestor_names(unit: Unit) -> list[str]:
    return [above.folded for above in ancestors(unit)]


def _in_order(units: Iterable[Unit]) -> list[Unit]:
    height = {Level.PROVINCE: 0, Level.DISTRICT: 1, Level.COMMUNE: 2}
    return sorted(
        units,
        key=lambda u: (u.valid_to is not None, -(u.valid_to or date.max).toordinal(), height[Level(u.level)], u.sort_key, u.code),
    )  # fmt: skip


def hints(text: str, on: date | None = None, limit: int = 5) -> list[Hint]:
    """Return units whose name is like the text, most alike first: wrong accents ("Đức Phố"), then wrong letters."""
    name, _places = rules.parts(text)
    if not name:
        return []
    readings = rules.readings(name)
    units = Unit.objects.all() if on is None else Unit.objects.on(on)
    known = dict.fromkeys(units.values_list("folded", flat=True))
    scores: dict[str, float] = {}
    for reading in readings:
        for candidate, score, _index in process.extract(
            reading.folded, known.keys(), scorer=fuzz.ratio, limit=limit, score_cutoff=_LIKENESS
        ):
            scores[candidate] = max(scores.get(candidate, 0), score)
    typed = frozenset[str]().union(*(reading.types for reading in readings))
    found = sorted(
        units.filter(folded__in=scores).with_ancestors(),
        key=lambda u: (-scores[u.folded], bool(typed) and u.type not in typed, u.valid_to is not None, u.level, u.sort_key),
    )  # fmt: skip
    return [Hint(unit, _("khác dấu") if scores[unit.folded] == 100 else _("gần giống")) for unit in found[:limit]]


def by_code(code: str, on: date) -> Unit | None:
    """Return the unit that bears this code on that day. A code alone names nobody: codes live on under new units."""
    level = rules.level_of_code(code)
    return Unit.objects.filter(level=level, code=code).on(on).with_ancestors().first() if level else None


def pick(text: str, on: date | None = None) -> Unit:
    """Return the one unit a person chose in a form (an offered line, a code or a name).

    Raises Invalid when nothing or more than one unit fits, with what could be meant.
    """
    chosen = _LABEL.match(normalise(text))
    if chosen:
        for unit in Unit.objects.filter(code=chosen[1]).with_ancestors():
            if label(unit) == normalise(text):
                return unit
    found = lookup(text, on)
    standing = [unit for unit in found if unit.valid_to is None]
    best = standing if on is None and len(standing) == 1 else found
    if len(best) == 1:
        return best[0]
    if not best:
        near = [label(hint.unit) for hint in hints(text, on)]
        meant = _(" Có phải: %(units)s?") % {"units": "; ".join(near)} if near else ""
        raise Invalid(_("Không có đơn vị hành chính «%(text)s».") % {"text": normalise(text)} + meant)
    raise Invalid(
        _("Có nhiều đơn vị tên «%(text)s»: %(units)s. Hãy chọn một dòng được gợi ý.")
        % {"text": normalise(text), "units": "; ".join(label(unit) for unit in best[:5])}
    )


def starting(text: str, on: date | None = None, limit: int = 12) -> list[Unit]:
    """Return units to offer while a person types: code or name begins so, standing units and upper levels first."""
    name, places = rules.parts(text)
    if len(name) < 2:
        return []
    query = Q(code__startswith=name) if name.isdigit() else Q()
    for reading in rules.readings(name):
        if reading.folded:
            typed = Q(type__in=reading.types) if reading.types else Q()
            query |= Q(folded__startswith=reading.folded) & typed
    units = Unit.objects.filter(query).with_ancestors()
    if on is not None:
        units = units.on(on)
    fitting = [unit for unit in units[:400] if rules.lies_in(_ancestor_names(unit), places)]
    wanted = {reading.folded for reading in rules.readings(name)}
    ordered = _in_order(fitting)
    return sorted(ordered, key=lambda u: (u.valid_to is not None, u.folded not in wanted))[:limit]


def _kin(found: Iterable[Succession], side: str) -> list[Kin]:
    kin = [Kin(getattr(s, side), Extent(s.extent), s.on, s.basis) for s in found]
    return sorted(kin, key=lambda k: (k.extent, k.unit.sort_key, k.unit.code))


def predecessors(unit: Unit) -> list[Kin]:
    """Return what the unit was made of, units that went whole first. One query."""
    return _kin(unit.origins.select_related("predecessor__parent__parent"), "predecessor")


def successors(unit: Unit, on: date | None = None) -> list[Kin]:
    """Return what took the unit over directly; with `on`, what stands on that day on its area after all changes.

    A district had no successor of its own (L72/2025 Đ.51.3): its communes' successors stand for it, each for a part
    (for the whole when there is only one). Extent of a chain is WHOLE only if each link is.
    """
    steps = _direct([unit])
    if on is None:
        return steps
    reached: dict[int, Kin] = {}
    while steps:
        moved = [step for step in steps if not step.unit.stands_on(on)]
        for step in steps:
            if step.unit.stands_on(on):
                seen = reached.get(step.unit.pk)
                if seen is None or step.extent < seen.extent:
                    reached[step.unit.pk] = step
        extents = {step.unit.pk: step.extent for step in moved}
        steps = [s for s in _direct([step.unit for step in moved], extents) if s.on <= on] if moved else []
    return sorted(reached.values(), key=lambda k: (k.extent, k.unit.sort_key, k.unit.code))


def _direct(units: Sequence[Unit], extents: dict[int, Extent] | None = None) -> list[Kin]:
    found = Succession.objects.filter(predecessor__in=units).select_related("successor__parent__parent")
    kin: dict[int, Kin] = {}
    for step in found:
        extent = max(Extent(step.extent), (extents or {}).get(step.predecessor_id, Extent.WHOLE))
        kin.setdefault(step.successor_id, Kin(step.successor, extent, step.on, step.basis))
    districts = [u for u in units if u.level == Level.DISTRICT and u.valid_to is not None]
    if districts and not kin:
        below = Succession.objects.filter(predecessor__parent__in=districts)
        for step in below.select_related("successor__parent__parent"):
            kin.setdefault(step.successor_id, Kin(step.successor, Extent.PART, step.on, step.basis))
        if len(kin) == 1:
            kin = {pk: Kin(only.unit, Extent.WHOLE, only.on, only.basis) for pk, only in kin.items()}
    return sorted(kin.values(), key=lambda k: (k.extent, k.unit.sort_key, k.unit.code))


def current(unit: Unit, on: date) -> list[Unit]:
    """Return the unit itself if it stands on that day, else the units that took it over by then."""
    return [unit] if unit.stands_on(on) else [kin.unit for kin in successors(unit, on)]


def parent_on(unit: Unit, on: date) -> Unit | None:
    """Return what the unit lay in on that day (a province's type may have changed over it)."""
    former = Placement.objects.filter(unit=unit, valid_to__gte=on).select_related("parent").order_by("valid_to").first()
    return former.parent if former else unit.parent


def children(unit: Unit, on: date | None = None) -> list[Unit]:
    """Return what lies directly in the unit on that day (without `on`: now, or on its last day)."""
    day = on or unit.valid_to
    if day is None:
        below = Unit.objects.filter(parent=unit, valid_to__isnull=True)
    else:
        then = Placement.objects.filter(unit=OuterRef("pk"), valid_to__gte=day).order_by("valid_to").values("parent")
        below = (
            Unit.objects.on(day)
            .annotate(then=Coalesce(Subquery(then[:1]), F("parent"), output_field=BigIntegerField()))
            .filter(then=unit.pk)
        )
    return list(below.order_by("sort_key", "code"))


def overview(on: date) -> dict[str, Any]:
    """Return the provinces of a day, each with how many communes lie in it, and a sentence that sums them up."""
    provinces = list(Unit.objects.on(on).filter(level=Level.PROVINCE))
    communes = (
        Unit.objects.on(on)
        .filter(level=Level.COMMUNE)
        .annotate(province=Coalesce("parent__parent__code", "parent__code"))
        .values_list("province", "type")
        .annotate(count=Count("pk"))
        .order_by()
    )
    of_province: Counter[str] = Counter()
    of_type: Counter[str] = Counter()
    for province, unit_type, count in communes:
        of_province[province] += count
        of_type[unit_type] += count
    types = Counter(unit.type for unit in provinces)
    summary = _("%(total)s đơn vị cấp tỉnh (%(types)s) và %(communes)s đơn vị cấp xã (%(kinds)s).") % {
        "total": format_number(len(provinces)),
        "types": _enumerate(types, Level.PROVINCE),
        "communes": format_number(of_type.total()),
        "kinds": _enumerate(of_type, Level.COMMUNE),
    }
    return {"provinces": [(unit, of_province[unit.code]) for unit in provinces], "summary": summary}


def _enumerate(counts: Counter[str], level: Level) -> str:
    types = rules.TYPES_OF_LEVEL[level]
    return ", ".join(f"{format_number(counts[t])} {rules.TYPE_WORDS[t]}" for t in types if counts[t])
