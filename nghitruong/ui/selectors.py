"""What the frame of a page shows: menu, counts, offices. Counts are kept a minute for each office."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from django.core.cache import cache
from django.urls import NoReverseMatch, reverse

from nghitruong.base.actor import Actor
from nghitruong.ui import rules
from nghitruong.ui.enums import Group

KEPT_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of the menu as this reader sees it."""

    entry: rules.Entry
    url: str
    count: str
    current: bool

    @property
    def short(self) -> str:
        return str(self.entry.short or self.entry.label)


@dataclass(frozen=True, slots=True)
class Section:
    """A group of the menu; the first has no heading."""

    label: str
    items: list[Item] = field(default_factory=list)


def address(url_name: str) -> str:
    """Return the URL of a name without arguments, or "" while no module serves it."""
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""


def kept_count(key: str, actor: Actor, count: Callable[[Actor], int]) -> int:
    """Return a count, asked at most once a minute for each office."""
    name = f"ui.count.{key}.{actor.user_id}.{actor.membership_id}"
    found = cache.get(name)
    if found is None:
        found = count(actor)
        cache.set(name, found, KEPT_SECONDS)
    return int(found)


def keep_count(key: str, actor: Actor, found: int) -> None:
    """Keep a count that a page has just made, so that the frame does not ask again."""
    cache.set(f"ui.count.{key}.{actor.user_id}.{actor.membership_id}", found, KEPT_SECONDS)


def forget_counts(actor: Actor) -> None:
    """Ask again next time: after notices were read, say."""
    keys = [entry.url_name for entry in rules.entries()] + ["bell"]
    cache.delete_many([f"ui.count.{key}.{actor.user_id}.{actor.membership_id}" for key in keys])


def menu(actor: Actor, path: str) -> list[Item]:
    """Return the entries this office may open; the one whose address is the longest beginning of `path` is current."""
    open_to = [(entry, address(entry.url_name)) for entry in rules.entries() if entry.allowed(actor)]
    served = [(entry, url) for entry, url in open_to if url]
    here = max(
        (url for _entry, url in served if path == url or (url != "/" and path.startswith(url))), key=len, default=None
    )
    items = []
    for entry, url in served:
        number = kept_count(entry.url_name, actor, entry.count) if entry.count else 0
        items.append(Item(entry, url, rules.number(number) if number else "", current=url == here))
    return items


def sections(items: list[Item]) -> list[Section]:
    """Return the menu by group, without the personal pages (they stand in the switcher)."""
    found = []
    for group in Group:
        of_group = [item for item in items if item.entry.group == group]
        if of_group and group != Group.PERSONAL:
            found.append(Section("" if group == Group.TOP else str(group.label), of_group))
    return found


def unread(actor: Actor) -> str:
    """Return how many notices are new to the office, "" for none, "99+" for very many."""
    bell = rules.bell()
    number = kept_count("bell", actor, bell.count) if bell else 0
    if not number:
        return ""
    return "99+" if number > 99 else str(number)
