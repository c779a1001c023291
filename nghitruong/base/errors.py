"""Business errors: their text may be shown to the user as it stands."""

from __future__ import annotations

from typing import Any


class BusinessError(Exception):
    """An anticipated error: shown as is, never logged as an incident."""


class NotPermitted(BusinessError):  # noqa: N818 -- reads as a sentence where it is raised
    """The actor has no competence for this deed."""


class WrongState(BusinessError):  # noqa: N818
    """The record is in a state that does not allow this step."""


class Invalid(BusinessError):  # noqa: N818
    """The values given break a rule of the domain."""


class Conflict(BusinessError):  # noqa: N818
    """Somebody else changed the record meanwhile; `current` holds what stands now, by field name."""

    def __init__(self, message: str, current: dict[str, Any] | None = None) -> None:
        super().__init__(message)
        self.current = current or {}
