"""Places of a meeting, and what higher modules add to an opinion's page. No ORM, no clock."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.base.policy import Verdict


@dataclass(frozen=True, slots=True)
class Followup:
    """What became of an opinion, or the deed by which it goes on.

    `label` is what the link says ("KN-0142/2026", "Đưa vào sổ kiến nghị"); `state` the state in words, with `tone`
    and `icon` as in the `chip` tag. A deed not open to this actor carries its `verdict` instead of a link.
    """

    label: str
    url: str
    state: str = ""
    tone: str = "none"
    icon: str = ""
    verdict: Verdict | None = None


SOURCE = "contacts.source"
"""The kind under which photos and recordings hang on an opinion (the same number)."""
LONGEST_NAME = 200
LONGEST_HAMLET = 120
"""Letters after @ and #: what is longer is no name but part of what was said."""


@dataclass(frozen=True, slots=True)
class Pledge:
    """A promise given in an answer: what, who, by when, and how it stands."""

    what: str
    who: str
    due_on: date | None
    state: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a voter is told of one matter: the words, by whom and how answered, what came of it, what was promised.

    `opinion_id` None: it came another way (a file, a letter) than through a note of this product. `is_over`: the result was accepted or the matter closed, settled or not. No
    voter's name.
    """

    text: str
    said_on: date
    where: str = ""
    opinion_id: int | None = None
    unit_id: int | None = None
    label: str = ""
    url: str = ""
    state: str = ""
    tone: str = "none"
    by: str = ""
    number: str = ""
    answered_on: date | None = None
    answer: str = ""
    outcome: str = ""
    due_on: date | None = None
    on_the_spot: bool = False
    is_settled: bool = False
    is_over: bool = False
    pledges: tuple[Pledge, ...] = ()


FollowupSource = Callable[[Actor, Sequence[Any]], dict[int, Followup]]
Hold = Callable[[int], str]
BecameSource = Callable[[Actor, Sequence[Any], Sequence[int], int], list[Told]]
_FOLLOWUPS: list[FollowupSource] = []
_HOLDS: list[Hold] = []
_BECAME: list[BecameSource] = []
NearSource = Callable[[Actor, str, str], list[Told]]
_NEAR: list[NearSource] = []


def register_followups(source: FollowupSource) -> None:
    """Let a higher module say, in one call for many opinions, what became of each: {opinion id: Followup}."""
    _FOLLOWUPS.append(source)


def register_hold(hold: Hold) -> None:
    """Let a higher module forbid changing an opinion: `hold(opinion_id)` gives the reason in words, or ""."""
    _HOLDS.append(hold)


def register_became(source: BecameSource) -> None:
    """Let a higher module tell what became of opinions, and of what these communes (by id) asked in other ways."""
    _BECAME.append(source)


def became(actor: Actor, opinions: Sequence[Any], units: Sequence[int], council_id: int) -> list[Told]:
    """Gather what every registered module has to tell."""
    return [told for source in _BECAME for told in source(actor, opinions, units, council_id)]


def register_near(source: NearSource) -> None:
    """Let a higher module tell which earlier matters are near to these words, said at this place; best first."""
    _NEAR.append(source)


def near(actor: Actor, words: str, place: str) -> list[Told]:
    """Gather the nearest earlier matters for a line that is being written."""
    return [told for source in _NEAR for told in source(actor, words, place)]


def is_near(names: set[str], places: set[str]) -> bool:
    """Say whether a place named so (case folded) is one of these hamlets, or an address within one."""
    return any(name == place or f"{name}," in f"{place}," for name in names for place in places if place)


def followups(actor: Actor, opinions: Sequence[Any]) -> dict[int, list[Followup]]:
    """Gather what every registered module says about these opinions."""
    found: dict[int, list[Followup]] = {}
    for source in _FOLLOWUPS if opinions else ():
        for pk, followup in source(actor, opinions).items():
            found.setdefault(pk, []).append(followup)
    return found


def held_because(opinion_id: int) -> str:
    """Return why this opinion may no longer change its words or its kind, or ""."""
    return next((reason for hold in _HOLDS if (reason := hold(opinion_id))), "")


def hamlets(text: str) -> list[str]:
    """Split "thôn An Bình, thôn An Hòa; tổ 4" into names, in order, each once whatever its letter case."""
    names = (" ".join(part.split()) for part in re.split(r"[,;\n]", text))
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(name.casefold(), name)
    return [name for key, name in found.items() if key]


def said_by(line: str) -> tuple[str, str]:
    """Part what was typed in the hall into words and voter: "Nước yếu @bà N.T.L." gives ("Nước yếu", "bà N.T.L.").

    Only an @ after a space (or at the start) names the voter, so an e-mail address stays whole; the last one counts.
    """
    found = re.search(r"(?:^|\s)@(?=\S)(?!.*\s@\S)", line, re.DOTALL)
    if found is None or len(line) - found.end() > LONGEST_NAME:
        return line, ""
    return line[: found.start()].rstrip(), line[found.end() :].strip()


def lives_in(line: str) -> tuple[str, str]:
    """Take the hamlet out of a line: "Nước yếu @bà N. #tổ 4" gives ("Nước yếu @bà N.", "tổ 4").

    Only a # after a space (or at the start) and before a letter counts, so "số #5" stays in the words; it reaches
    to the next @ or the end.
    """
    found = re.search(r"(?:^|\s)#(?=[^\W\d_])([^@#]*)(?![^@]*\s#[^\W\d_])", line)
    if found is None or len(found[1].strip()) > LONGEST_HAMLET:
        return line, ""
    rest = (line[: found.start()].rstrip(), line[found.end() :].lstrip())
    return " ".join(part for part in rest if part), found[1].strip()


def referred_text() -> str:
    """Return the one sentence kept of a complaint or denunciation heard (PET-18): neither its words nor a name."""
    return _(
        "Cử tri nêu nội dung khiếu nại hoặc tố cáo. Đã hướng dẫn gửi theo quy định về tiếp công dân; "
        "nội dung không ghi trong sổ này."
    )


def is_within(day: Any, starts_on: Any, ends_on: Any) -> bool:
    """Say whether a point's day lies inside its round."""
    return bool(starts_on <= day <= ends_on)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a map of `MAP` by `MAP` parts, north above; `x` and `y` from the upper left."""

    place: Any
    x: float
    y: float


MAP = 100
EDGE = 4


def spots(places: Sequence[tuple[Any, float, float]]) -> list[Spot]:
    """Lay centres (place, latitude, longitude in degrees) out on a square, true to shape at their middle latitude."""
    if not places:
        return []
    middle = sum(latitude for _place, latitude, _longitude in places) / len(places)
    flat = [(place, longitude * math.cos(math.radians(middle)), -latitude) for place, latitude, longitude in places]
    west, north = min(x for _p, x, _y in flat), min(y for _p, _x, y in flat)
    east, south = max(x for _p, x, _y in flat), max(y for _p, _x, y in flat)
    scale = (MAP - 2 * EDGE) / (max(east - west, south - north) or 1)
    left, top = (MAP - (east - west) * scale) / 2, (MAP - (south - north) * scale) / 2
    return [
        Spot(place, round(left + (x - west) * scale, 1), round(top + (y - north) * scale, 1)) for place, x, y in flat
    ]
