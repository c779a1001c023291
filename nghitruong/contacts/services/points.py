"""Points of a round: plan, correct, hold and cancel a contact meeting or a written channel."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.contacts import policies, rules
from nghitruong.contacts.models import Point, Round
from nghitruong.meetings import services as meetings
from nghitruong.meetings.enums import MeetingKind, Mode, Part
from nghitruong.organisation.enums import OrganKind
from nghitruong.organisation.models import Membership, Organ
from nghitruong.territory.models import Unit


def _title(hamlets: str, place: str) -> str:
    return (", ".join(rules.hamlets(hamlets)) or place.strip())[:300]


def _check(*, round_: Round, starts_at: datetime, groups: Iterable[Organ]) -> None:
    day = timezone.localdate(starts_at)
    if not rules.is_within(day, round_.starts_on, round_.ends_on):
        raise Invalid(
            _("Ngày tiếp xúc phải trong đợt, từ %(first)s đến %(last)s.")
            % {"first": round_.starts_on.strftime("%d/%m/%Y"), "last": round_.ends_on.strftime("%d/%m/%Y")}
        )
    if any(group.kind != OrganKind.GROUP for group in groups):
        raise Invalid(_("Chỉ chọn được Tổ đại biểu."))


@transaction.atomic
def add_point(
    *,
    round_: Round,
    starts_at: datetime,
    place: str,
    actor: Actor,
    at: datetime,
    ends_at: datetime | None = None,
    mode: str = Mode.IN_PERSON,
    unit: Unit | None = None,
    host: Organ | None = None,
    chair: str = "",
    hamlets: str = "",
    audience: str = "",
    note: str = "",
    groups: Iterable[Organ] = (),
    delegates: Iterable[Membership] = (),
    guests: Iterable[str] = (),
) -> Point:
    """Thêm điểm tiếp xúc, with the delegates (of one or several levels) and groups assigned to it.

    `mode` "written" stands for opinions gathered in writing when no meeting can be held (NQLT 72/2025 Đ.34.2):
    `place` then names the channel. `guests` are delegates without an account here, by name. Raises Invalid when the
    day lies outside the round.
    """
    policies.can_add_point(actor, round_).require()
    current = locked(round_)
    policies.can_add_point(actor, current).require()
    chosen, offices, named = list(groups), list(delegates), list(guests)
    _check(round_=current, starts_at=starts_at, groups=chosen)
    meeting = meetings.plan(
        council=current.council,
        kind=MeetingKind.CONTACT,
        title=_title(hamlets, place),
        starts_at=starts_at,
        ends_at=ends_at,
        place=place,
        mode=mode,
        unit=unit,
        host=host,
        chair=chair,
        note=note,
        actor=actor,
        at=at,
    )
    point = Point.objects.create(
        round=current, meeting=meeting, hamlets=", ".join(rules.hamlets(hamlets)), audience=audience.strip()
    )
    point.groups.set(chosen)
    if offices or named:
        meetings.call(meeting=meeting, memberships=offices, guests=named, part=Part.DELEGATE, actor=actor, at=at)
    audit.record(
        deed="point.add",
        subject=point,
        actor=actor,
        at=at,
        council_id=current.council_id,
        changes={"đợt": current.title, "địa điểm": place, "Tổ đại biểu": ", ".join(group.name for group in chosen)},
    )
    return point


@transaction.atomic
def edit_point(
    *,
    point: Point,
    version: int,
    starts_at: datetime,
    place: str,
    actor: Actor,
    at: datetime,
    ends_at: datetime | None = None,
    mode: str = Mode.IN_PERSON,
    unit: Unit | None = None,
    host: Organ | None = None,
    chair: str = "",
    hamlets: str = "",
    audience: str = "",
    note: str = "",
    groups: Iterable[Organ] = (),
) -> Point:
    """Sửa điểm tiếp xúc. `version` is that of its meeting; raises Conflict when somebody saved since."""
    policies.can_edit_point(actor, point).require()
    current = locked(point)
    policies.can_edit_point(actor, current).require()
    chosen = list(groups)
    _check(round_=current.round, starts_at=starts_at, groups=chosen)
    meetings.edit(
        meeting=current.meeting,
        version=version,
        title=_title(hamlets, place),
        starts_at=starts_at,
        ends_at=ends_at,
        place=place,
        mode=mode,
        unit=unit,
        host=host,
        chair=chair,
        note=note,
        actor=actor,
        at=at,
    )
    current.hamlets, current.audience = ", ".join(rules.hamlets(hamlets)), audience.strip()
    current.save(update_fields=["hamlets", "audience"])
    current.groups.set(chosen)
    audit.record(
        deed="point.edit",
        subject=current,
        actor=actor,
        at=at,
        council_id=current.round.council_id,
        changes={"thôn, tổ dân phố": current.hamlets, "Tổ đại biểu": ", ".join(group.name for group in chosen)},
    )
    current.refresh_from_db()
    return current


@transaction.atomic
def hold_point(
    *,
    point: Point,
    people_present: int,
    actor: Actor,
    at: datetime,
    speakers: int | None = None,
    chair: str = "",
    ends_at: datetime | None = None,
) -> Point:
    """Ghi nhận buổi tiếp xúc đã diễn ra: voters present, how many spoke, who chaired (NQLT 72/2025 Đ.24).

    May be repeated to correct the figures. Raises Invalid without a chair (except in writing) or before its time.
    """
    policies.can_hold_point(actor, point).require()
    current = locked(point)
    policies.can_hold_point(actor, current).require()
    meeting = current.meeting
    if meeting.mode != Mode.WRITTEN and not (chair.strip() or meeting.chair):
        raise Invalid(_("Hãy ghi người chủ trì buổi tiếp xúc."))
    meetings.hold(
        meeting=meeting,
        people_present=people_present,
        speakers=speakers,
        chair=chair,
        ends_at=ends_at,
        actor=actor,
        at=at,
    )
    audit.record(
        deed="point.hold",
        subject=current,
        actor=actor,
        at=at,
        council_id=current.round.council_id,
        changes={"số cử tri dự": people_present, "số người phát biểu": speakers},
    )
    current.refresh_from_db()
    return current


@transaction.atomic
def cancel_point(*, point: Point, reason: str, actor: Actor, at: datetime) -> Point:
    """Hủy điểm tiếp xúc, with the reason; only while nothing was taken down there."""
    policies.can_cancel_point(actor, point).require()
    current = locked(point)
    policies.can_cancel_point(actor, current).require()
    meetings.cancel(meeting=current.meeting, reason=reason, actor=actor, at=at)
    audit.record(
        deed="point.cancel",
        subject=current,
        actor=actor,
        at=at,
        council_id=current.round.council_id,
        changes={"lý do": reason.strip()},
    )
    current.refresh_from_db()
    return current
