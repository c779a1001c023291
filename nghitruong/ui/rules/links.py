"""Ways from a record to pages of higher floors: announced once, from `apps.ready`, shown on the record's own page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from nghitruong.base.actor import Actor


@dataclass(frozen=True, slots=True)
class Link:
    """A page about a record: `url_name` takes its number; `allowed(actor)` says who is shown the way (no query)."""

    url_name: str
    label: object
    icon: str
    allowed: Callable[[Actor], bool]


_LINKS: dict[str, dict[str, Link]] = defaultdict(dict)


def add_link(kind: str, link: Link) -> None:
    """Announce a page about records of a kind ("documents.folder"); the same URL name again replaces it."""
    _LINKS[kind][link.url_name] = link


def links_of(kind: str, actor: Actor) -> list[Link]:
    """Return the pages about a record of a kind that this office is shown the way to."""
    return [link for link in _LINKS.get(kind, {}).values() if link.allowed(actor)]
