"""Who may keep filters and rebuild the index. What a search finds is decided by each kind's `visible`."""

from __future__ import annotations

from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.base.policy import Verdict, allow_if
from nghitruong.search.models import SavedFilter


def can_save_filter(actor: Actor) -> Verdict:
    """Everybody who acts in an office keeps filters of their own."""
    return allow_if(
        actor.user_id and actor.membership_id,
        _("Chỉ người đang giữ một chức vụ mới lưu được bộ lọc."),
        who=_("người được cử vào một cơ quan"),
    )


def can_remove_filter(actor: Actor, saved: SavedFilter) -> Verdict:
    """Only one's own."""
    return allow_if(
        actor.user_id and saved.user_id == actor.user_id,
        _("Bộ lọc này của người khác."),
        who=str(saved.user),
    )


def can_rebuild(actor: Actor) -> Verdict:
    """The command line and who runs the system."""
    return allow_if(
        actor.is_system or actor.has("system.keep"),
        _("Chỉ quản trị hệ thống được lập lại chỉ mục tìm kiếm."),
        who=_("quản trị hệ thống"),
    )
