"""Who keeps the calendar and the rules. Clocks are moved by the deeds of their subjects, which judge first."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nghitruong.base.actor import Actor
from nghitruong.base.policy import ALLOW, Verdict, allow_if
from nghitruong.legalclock.models import Clock, Rule

_KEEPERS = gettext_lazy("Văn phòng hoặc Thường trực Hội đồng nhân dân")


def can_keep_day(actor: Actor) -> Verdict:
    """One calendar for all: whoever keeps it changes it for every council of the installation."""
    return allow_if(
        actor.has("calendar.keep") or actor.is_system,
        _("Chỉ người được giao giữ lịch làm việc được sửa ngày nghỉ, ngày làm bù."),
        str(_KEEPERS),
    )


can_remove_day = can_open_year = can_keep_day


def can_override(actor: Actor, council_id: int | None) -> Verdict:
    """A council sets its own period, by its own working rules."""
    keeper = allow_if(
        actor.has("rules.keep"),
        _("Chỉ người được giao giữ quy tắc thời hạn của Hội đồng nhân dân được đặt thời hạn riêng."),
        str(_KEEPERS),
    )
    return keeper & allow_if(
        council_id is not None and council_id == actor.council_id,
        _("Chỉ được đặt thời hạn riêng cho Hội đồng nhân dân mà mình đang phục vụ."),
    )


def can_withdraw(actor: Actor, rule: Rule) -> Verdict:
    own = allow_if(rule.council_id is not None, _("Quy tắc chung không bỏ được; hãy đặt thời hạn riêng thay cho nó."))
    return own & can_override(actor, rule.council_id)


def can_confirm(actor: Actor, rule: Rule) -> Verdict:
    """Whoever keeps the rules confirms them for the own council; a national row itself, the installation's keeper."""
    if rule.council_id is None and actor.has("system.keep"):
        return ALLOW
    return can_override(actor, actor.council_id if rule.council_id is None else rule.council_id)


def can_move(actor: Actor, clock: Clock) -> Verdict:
    """Clocks are started, paused, extended and closed by the deeds of a record, never by hand.

    The deed has been judged there (an agency of another level may close what it owed); here only: somebody acts.
    """
    return allow_if(
        actor.is_system or actor.membership_id is not None or actor.user_id is not None,
        _("Phải có người thực hiện thì thời hạn của «%(label)s» mới thay đổi.") % {"label": clock.label},
    )


def can_start(actor: Actor) -> Verdict:
    return allow_if(
        actor.is_system or actor.membership_id is not None or actor.user_id is not None,
        _("Phải có người thực hiện thì thời hạn mới bắt đầu chạy."),
    )
