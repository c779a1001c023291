"""The menu: modules announce their pages once, from `apps.ready`; the frame shows those this office may open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nghitruong.base.actor import Actor
from nghitruong.ui.enums import Group


def everybody(_actor: Actor) -> bool:
    """Open to every office."""
    return True


@dataclass(frozen=True, slots=True)
class Entry:
    """One page in the menu.

    `label` whole words for the menu, `short` for the narrow rail and the tabs of a phone (default: the label);
    `allowed(actor)` says who sees it (cheap, no query); `count(actor)` a figure beside it (at most one query,
    kept a minute for each office); `phone` puts it among the tabs at the bottom of a phone (the first four).
    """

    url_name: str
    label: object
    icon: str
    group: Group = Group.COUNCIL
    order: int = 50
    short: object = ""
    allowed: Callable[[Actor], bool] = everybody
    count: Callable[[Actor], int] | None = None
    phone: bool = False


@dataclass(frozen=True, slots=True)
class Bell:
    """Where notices are read, and how many are new to an office (at most one query)."""

    url_name: str
    count: Callable[[Actor], int]


_ENTRIES: dict[str, Entry] = {}
_BELL: list[Bell] = []


def add_entry(entry: Entry) -> None:
    """Announce a page; the same URL name again replaces the entry."""
    _ENTRIES[entry.url_name] = entry


def entries() -> list[Entry]:
    """Return all entries by group, order and announcement."""
    places = {group.value: place for place, group in enumerate(Group)}
    return sorted(_ENTRIES.values(), key=lambda entry: (places[entry.group], entry.order))


def set_bell(bell: Bell) -> None:
    """Say where notices are; there is one such place."""
    _BELL[:] = [bell]


def bell() -> Bell | None:
    """Return where notices are, or None while nobody said so."""
    return _BELL[0] if _BELL else None


def initials(name: str) -> str:
    """Return the letters that stand for a person: first of the family name, first of the given name."""
    words = name.split()
    if not words:
        return "?"
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()
