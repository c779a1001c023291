"""Who may sign for an organ, and in what capacity (NĐ 30/2020, Điều 13; law.md 12.3). No database."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nghitruong.documents.enums import Capacity
from nghitruong.organisation.enums import OrganKind, Role

_HEADS: dict[str, dict[str, tuple[str, ...]]] = {
    OrganKind.COUNCIL: {Role.CHAIR: (Capacity.OWN,), Role.VICE_CHAIR: (Capacity.KT,)},
    OrganKind.STANDING: {Role.CHAIR: (Capacity.TM,), Role.VICE_CHAIR: (Capacity.TM_KT,)},
    OrganKind.COMMITTEE: {Role.COMMITTEE_HEAD: (Capacity.TM,), Role.COMMITTEE_DEPUTY: (Capacity.TM_KT,)},
    OrganKind.GROUP: {Role.GROUP_HEAD: (Capacity.TM,), Role.GROUP_DEPUTY: (Capacity.TM_KT,)},
    OrganKind.OFFICE: {Role.CLERK: (Capacity.OWN, Capacity.KT)},
    OrganKind.PEOPLES_COMMITTEE: {
        Role.PC_CHAIR: (Capacity.TM, Capacity.OWN),
        Role.PC_MEMBER: (Capacity.TM_KT, Capacity.KT),
        Role.AGENCY_HEAD: (Capacity.TM, Capacity.OWN),
    },
    OrganKind.FRONT: {Role.FRONT_OFFICER: (Capacity.TM, Capacity.TM_KT)},
}
_AGENCY: dict[str, tuple[str, ...]] = {
    Role.AGENCY_HEAD: (Capacity.OWN, Capacity.Q),
    Role.AGENCY_OFFICER: (Capacity.KT,),
}
_BY_ORDER = frozenset({Role.CLERK, Role.COMMITTEE_HEAD, Role.STANDING_MEMBER, Role.AGENCY_HEAD, Role.AGENCY_OFFICER})
"""Whom the head of an organ may order to sign (TL.): heads of units under it; the office of a council."""


_LEADING = ("chánh", "trưởng", "phó", "giám đốc", "chủ nhiệm", "chủ tịch")


_WHERE = re.compile(
    r"\s+(?:(?:của|thuộc)\s+)?(?:Hội đồng nhân dân|HĐND|Ủy ban nhân dân|UBND|Đoàn đại biểu)\b.*$", re.IGNORECASE
)
_BOARD = re.compile(r"^((?:Phó )?Trưởng [Bb]an|Phó [Bb]an)\b.*$")
_ORDER = {Capacity.TM_KT: Capacity.TM, Capacity.TL_KT: Capacity.TL, Capacity.KT: Capacity.OWN}
"""The capacity of a deputy, and that of the head the deputy signs for."""


def usual_first(allowed: Sequence[str], title: str) -> tuple[str, ...]:
    """Return the capacities in which an office may sign with the usual one first: a deputy signs for the head."""
    wanted = tuple(each for each in allowed if each in _ORDER)
    return (*wanted, *(each for each in allowed if each not in _ORDER)) if is_deputy(title) else tuple(allowed)


def is_deputy(title: str) -> bool:
    return title.strip().lower().startswith("phó ")


def own_title(title: str) -> str:
    """Return an office as it stands over a signature, without the organ named above it: "Chủ tịch", "Trưởng Ban"."""
    return _BOARD.sub(r"\1", _WHERE.sub("", title.strip()))


def head_title(title: str) -> str:
    """Return the head's title a deputy signs for: "Chánh Văn phòng" of "Phó Chánh Văn phòng"; a head's is its own."""
    own = own_title(title)
    rest = own[4:].strip() if is_deputy(own) else own
    return "Trưởng Ban" if rest.lower() == "ban" else rest[:1].upper() + rest[1:]


def signatory(capacity: str, *, organ: str, title: str, name: str = "", collective: bool = True) -> dict[str, object]:
    """Return who signs for whom as `rules.kinds` takes it (NĐ 30/2020, Điều 13). `organ`: whose text it is."""
    told: dict[str, object] = {"title": own_title(title), "name": name}
    if capacity in _ORDER:
        told["head"] = head_title(title)
    if capacity in {Capacity.TM, Capacity.TM_KT} or (capacity == Capacity.Q and collective):
        told["organ"] = organ
    if capacity == Capacity.Q:
        told |= {"acting": True, "head": head_title(title)}
    if capacity in {Capacity.TL, Capacity.TL_KT}:
        told["order_of"] = organ
    if capacity == Capacity.TUQ:
        told["authorised_by"] = organ
    return told


def leads(title: str) -> bool:
    """Say whether a title is that of a head or deputy of a unit."""
    return any(word in title.lower() for word in _LEADING)


def capacities(organ_kind: str, role: str, *, sits_there: bool, is_leader: bool) -> tuple[str, ...]:
    """Return in which capacities an office may sign for an organ of this kind, the usual one first.

    `sits_there`: it is an office in the issuing organ (the chair and vice chair of a council stand for its Standing
    Committee and the council alike). `is_leader`: its title is that of a head or deputy ("Chánh Văn phòng"), without
    which nobody signs by order. TUQ. is open to every office of the same house, with the written authorisation.
    """
    heads = _HEADS.get(organ_kind, _AGENCY)
    own = tuple(heads.get(role, ())) if sits_there else ()
    if role == Role.CLERK and not is_leader:
        own = ()
    if own and Capacity.Q not in own and own[0] in (Capacity.OWN, Capacity.TM):
        own = (*own, Capacity.Q)
    by_order = (Capacity.TL, Capacity.TL_KT) if role in _BY_ORDER and is_leader else ()
    return tuple(str(each) for each in (*own, *by_order, Capacity.TUQ))
