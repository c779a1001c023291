"""State machine: a table of steps that reads like the procedure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from nghitruong.base.errors import WrongState
from nghitruong.base.policy import Verdict, allow_if


@dataclass(frozen=True, slots=True)
class Step:
    """One deed: from which states, to which state, and under which article.

    A `target` of "" leaves the state as it is (a deed that records without moving).
    """

    name: str
    label: object
    sources: frozenset[str]
    target: str
    basis: str


class Flow:
    def __init__(self, name: str, steps: Iterable[Step], labels: Mapping[str, object]) -> None:
        self.name = name
        self.steps = {step.name: step for step in steps}
        self.labels = labels

    def check(self, name: str, state: str) -> Verdict:
        """Say whether the step is open from `state`; the refusal names both."""
        step = self.steps[name]
        return allow_if(
            state in step.sources,
            _("Không thể «%(step)s» khi đang ở trạng thái «%(state)s».")
            % {"step": step.label, "state": self.labels.get(state, state)},
        )

    def after(self, name: str, state: str) -> str:
        """Return the state after the step; raise WrongState where it is not open."""
        verdict = self.check(name, state)
        if not verdict:
            raise WrongState(verdict.reason)
        return self.steps[name].target or state
