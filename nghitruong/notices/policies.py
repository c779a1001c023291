"""Who may mark notices as read: whoever acts in an office, for that office."""

from __future__ import annotations

from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.base.policy import Verdict, allow_if


def can_mark_read(actor: Actor) -> Verdict:
    return allow_if(actor.membership_id, _("Thông báo gửi cho chức vụ; tài khoản này chưa có chức vụ nào."))
