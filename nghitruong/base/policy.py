"""Verdict: allowed or not, and if not, why and who could."""

from __future__ import annotations

from dataclasses import dataclass

from nghitruong.base.errors import NotPermitted


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to "may this actor do this deed to this record?".

    `reason` is a whole sentence for the reader; `who` names who could do it, if anybody.
    """

    allowed: bool
    reason: str = ""
    who: str = ""

    def __bool__(self) -> bool:
        return self.allowed

    def __and__(self, other: Verdict) -> Verdict:
        return other if self.allowed else self

    def __or__(self, other: Verdict) -> Verdict:
        return self if self.allowed else other

    def require(self) -> None:
        """Raise NotPermitted with the reason unless allowed."""
        if not self.allowed:
            raise NotPermitted(self.reason)


ALLOW = Verdict(allowed=True)


def allow_if(condition: object, otherwise: str, who: str = "") -> Verdict:
    """Allow when `condition` holds; otherwise refuse with that sentence."""
    return ALLOW if condition else Verdict(allowed=False, reason=str(otherwise), who=str(who))
