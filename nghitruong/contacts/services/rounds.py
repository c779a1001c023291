"""Open, correct, summarise and reopen a round of voter contact."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max, Min
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.contacts import policies
from nghitruong.contacts.enums import RoundKind, RoundState
from nghitruong.contacts.flow import ROUND
from nghitruong.contacts.models import Round
from nghitruong.meetings.enums import MeetingKind, MeetingState
from nghitruong.meetings.models import Meeting
from nghitruong.organisation.models import Organ

_APPROVED_KINDS = frozenset({RoundKind.OUTSIDE, RoundKind.PERSONAL})
_SESSION_KINDS = frozenset({RoundKind.BEFORE_SESSION, RoundKind.AFTER_SESSION})


def _check(*, round_: Round) -> None:
    if not round_.title:
        raise Invalid(_("Đợt tiếp xúc phải có tên."))
    if round_.starts_on > round_.ends_on:
        raise Invalid(_("Ngày kết thúc đợt phải từ ngày bắt đầu trở đi."))
    session = round_.session
    if session is not None and (session.kind != MeetingKind.SESSION or session.council_id != round_.council_id):
        raise Invalid(_("Chỉ gắn được với kỳ họp của chính Hội đồng nhân dân này."))
    if session is None and round_.kind in _SESSION_KINDS:
        raise Invalid(_("Đợt trước hoặc sau kỳ họp phải gắn với một kỳ họp."))
    if round_.kind in _APPROVED_KINDS and not round_.plan:
        raise Invalid(
            _("Tiếp xúc ngoài đơn vị bầu cử, tiếp xúc cá nhân hoặc nhóm cử tri cần văn bản đồng ý của Thường trực.")
        )


@transaction.atomic
def open_round(
    *,
    council: Organ,
    kind: str,
    title: str,
    starts_on: date,
    ends_on: date,
    actor: Actor,
    at: datetime,
    session: Meeting | None = None,
    plan: str = "",
) -> Round:
    """Mở đợt tiếp xúc cử tri. Rounds before and after a session name it (NQLT 72/2025 Đ.21).

    Contact outside the constituency or with individuals needs the Standing Committee's written consent as `plan`
    (Đ.32, 33). Raises Invalid for dates out of order or a session of another council.
    """
    policies.can_open_round(actor, council).require()
    opened = Round(
        council=council,
        kind=kind,
        title=title.strip(),
        session=session,
        starts_on=starts_on,
        ends_on=ends_on,
        plan=plan.strip(),
    )
    _check(round_=opened)
    opened.save(force_insert=True)
    audit.record(
        deed="round.open",
        subject=opened,
        actor=actor,
        at=at,
        council_id=council.pk,
        changes={"loại đợt": RoundKind(kind).label, "từ ngày": starts_on, "đến ngày": ends_on, "kế hoạch": plan},
    )
    return opened


@transaction.atomic
def edit_round(
    *,
    round_: Round,
    version: int,
    kind: str,
    title: str,
    starts_on: date,
    ends_on: date,
    actor: Actor,
    at: datetime,
    session: Meeting | None = None,
    plan: str = "",
) -> Round:
    """Sửa đợt tiếp xúc. Raises Conflict when somebody saved since `version`, Invalid when a point falls outside."""
    policies.can_edit_round(actor, round_).require()
    edited = locked(round_, version=version)
    policies.can_edit_round(actor, edited).require()
    before = {"tên": edited.title, "từ ngày": str(edited.starts_on), "đến ngày": str(edited.ends_on)}
    edited.kind, edited.title, edited.session = kind, title.strip(), session
    edited.starts_on, edited.ends_on, edited.plan = starts_on, ends_on, plan.strip()
    _check(round_=edited)
    span = edited.points.exclude(meeting__state=MeetingState.CANCELLED).aggregate(
        first=Min("meeting__starts_at"), last=Max("meeting__starts_at")
    )
    if span["first"] and (timezone.localdate(span["first"]) < starts_on or timezone.localdate(span["last"]) > ends_on):
        raise Invalid(_("Có điểm tiếp xúc nằm ngoài khoảng thời gian mới của đợt. Hãy sửa ngày của điểm đó trước."))
    edited.version = version + 1
    edited.save()
    after = {"tên": edited.title, "từ ngày": str(starts_on), "đến ngày": str(ends_on)}
    audit.record(
        deed="round.edit",
        subject=edited,
        actor=actor,
        at=at,
        council_id=edited.council_id,
        changes={name: f"{before[name]} → {value}" for name, value in after.items() if before[name] != value},
    )
    return edited


@transaction.atomic
def summarise_round(*, round_: Round, actor: Actor, at: datetime) -> Round:
    """Tổng hợp đợt: every point must have been held or cancelled, and at least one held. Closes note taking."""
    policies.can_summarise_round(actor, round_).require()
    closed = locked(round_)
    policies.can_summarise_round(actor, closed).require()
    waiting = closed.points.filter(meeting__state=MeetingState.PLANNED).count()
    if waiting:
        raise Invalid(
            _("Còn %(count)s điểm chưa ghi nhận đã diễn ra hoặc hủy. Hãy hoàn tất các điểm đó rồi tổng hợp.")
            % {"count": waiting}
        )
    if not closed.points.filter(meeting__state=MeetingState.HELD).exists():
        raise Invalid(_("Đợt chưa có điểm tiếp xúc nào đã diễn ra nên chưa có gì để tổng hợp."))
    closed.state = ROUND.after("summarise_round", closed.state)
    closed.version += 1
    closed.save(update_fields=["state", "version"])
    audit.record(
        deed="round.summarise",
        subject=closed,
        actor=actor,
        at=at,
        council_id=closed.council_id,
        changes={"trạng thái": RoundState.SUMMARISED.label},
    )
    return closed


@transaction.atomic
def reopen_round(*, round_: Round, reason: str, actor: Actor, at: datetime) -> Round:
    """Mở lại đợt đã tổng hợp to add or correct, with the reason."""
    policies.can_reopen_round(actor, round_).require()
    opened = locked(round_)
    policies.can_reopen_round(actor, opened).require()
    if not reason.strip():
        raise Invalid(_("Hãy ghi lý do mở lại."))
    opened.state = ROUND.after("reopen_round", opened.state)
    opened.version += 1
    opened.save(update_fields=["state", "version"])
    audit.record(
        deed="round.reopen",
        subject=opened,
        actor=actor,
        at=at,
        council_id=opened.council_id,
        changes={"lý do": reason.strip()},
    )
    return opened
