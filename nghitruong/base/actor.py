"""Actor: a person acting in one office. Built by `organisation`, understood by everybody."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does a deed and in which office.

    Names are text so that the journal outlives people and records. `powers` are strings such as
    "journal.read" that low floors ask for; which role has which power is a table in `organisation`.
    `council_id` is the council this office belongs to, serves or answers to; `council_ids` are all the
    councils whose records the office reaches (own, predecessors; for an upper level's office also those below).
    """

    user_id: int | None
    name: str
    person_id: int | None = None
    membership_id: int | None = None
    role: str = ""
    office: str = ""
    organ_id: int | None = None
    organ_name: str = ""
    council_id: int | None = None
    council_name: str = ""
    council_ids: frozenset[int] = field(default_factory=frozenset)
    organ_ids: frozenset[int] = field(default_factory=frozenset)
    powers: frozenset[str] = field(default_factory=frozenset)

    def has(self, power: str) -> bool:
        """Say whether the office carries this power."""
        return power in self.powers

    @property
    def is_system(self) -> bool:
        return self.user_id is None and self.role == "system"


SYSTEM = Actor(
    user_id=None,
    name="Hệ thống",
    role="system",
    office="Tác vụ tự động",
    powers=frozenset({"system"}),
)
"""The timetable and the command line; a deed by it says so in the journal."""
