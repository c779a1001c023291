"""The deeds of coordination: draft, issue or enter, receive, report, amend."""

from nghitruong.coordination.services.drafting import (
    Asked,
    Signing,
    amend_conclusion,
    discard_conclusion,
    draft_conclusion,
    edit_conclusion,
    edit_task,
    remove_task,
)
from nghitruong.coordination.services.following import receive_conclusion, report_task
from nghitruong.coordination.services.issuing import add_task, enter_conclusion, issue_conclusion
from nghitruong.coordination.services.telling import follow_deeds

__all__ = [
    "Asked",
    "Signing",
    "add_task",
    "amend_conclusion",
    "discard_conclusion",
    "draft_conclusion",
    "edit_conclusion",
    "edit_task",
    "enter_conclusion",
    "follow_deeds",
    "issue_conclusion",
    "receive_conclusion",
    "remove_task",
    "report_task",
]
