"""Names of sessions, and the page that is a meeting's home when another module owns it. No ORM, no clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.base.policy import Verdict

Home = Callable[[int], str]
_HOMES: dict[str, Home] = {}


def register_home(kind: str, home: Home) -> None:
    """Say, from a higher module's `apps.ready`, where meetings of this kind are kept: `home(meeting_id)` is a URL.

    Contact meetings have such a home: their own page with opinions is the only one people should see.
    """
    _HOMES[kind] = home


def home_of(kind: str, meeting_id: int) -> str:
    """Return the URL of the page that keeps a meeting of this kind, or "" when this module does."""
    home = _HOMES.get(kind)
    return home(meeting_id) if home else ""


def is_kept_elsewhere(kind: str) -> bool:
    """Say whether a higher module keeps meetings of this kind."""
    return kind in _HOMES


def session_title(number: int, type_label: str, council: str) -> str:
    """Return the official name of a session (law.md SES-08): all types are numbered in one series."""
    return _("Kỳ họp thứ %(number)s (%(type)s), %(council)s") % {
        "number": number,
        "type": type_label,
        "council": council,
    }


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of a higher module that came of a meeting: its address, its words, its state."""

    url: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Further:
    """What a higher module offers on a meeting's page: its papers, and the deed that makes one."""

    papers: tuple[Paper, ...] = ()
    label: str = ""
    url: str = ""
    icon: str = ""
    verdict: Verdict | None = None


Offer = Callable[[Actor, int, str], Further]
_OFFERS: list[Offer] = []


def register_offer(offer: Offer) -> None:
    """Say, from a higher module's `apps.ready`, what it has of a meeting: `offer(actor, meeting_id, kind)`.

    One query at most: it runs on every meeting's page.
    """
    _OFFERS.append(offer)


def offers(actor: Actor, meeting_id: int, kind: str) -> list[Further]:
    """Return what the higher modules have of this meeting for this reader."""
    return [offer(actor, meeting_id, kind) for offer in _OFFERS]
