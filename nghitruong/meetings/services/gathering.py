"""Deeds on gatherings: plan, edit, call people, mark who came, hold, cancel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.base.official import official, official_language
from nghitruong.meetings import policies, rules
from nghitruong.meetings.enums import MeetingKind, MeetingState, Mode, Part, Presence, SessionType
from nghitruong.meetings.flow import MEETING
from nghitruong.meetings.models import Attendance, Meeting
from nghitruong.organisation.models import Membership, Organ, Term
from nghitruong.territory.models import Unit


@dataclass(frozen=True, slots=True)
class Mark:
    """How one called person attended; `reason` is required for an excused absence."""

    presence: str
    reason: str = ""


def _told(when: datetime | None) -> str:
    return timezone.localtime(when).strftime("%d/%m/%Y %H:%M") if when else ""


def _name(row: Attendance) -> str:
    return row.membership.person.name if row.membership else row.guest


def _check_times(starts_at: datetime, ends_at: datetime | None) -> None:
    if ends_at is not None and ends_at < starts_at:
        raise Invalid(_("Giờ kết thúc phải sau giờ bắt đầu."))


def _check_session(number: int | None, session_type: str, term: Term | None, meeting: Meeting) -> None:
    if meeting.kind != MeetingKind.SESSION:
        if number is not None or session_type or term is not None:
            raise Invalid(_("Chỉ kỳ họp mới có số thứ tự, loại kỳ họp và nhiệm kỳ."))
        return
    if number is None or not session_type:
        raise Invalid(_("Kỳ họp phải có số thứ tự và loại kỳ họp."))
    if term is not None and term.council_id != meeting.council_id:
        raise Invalid(_("Nhiệm kỳ đã chọn thuộc Hội đồng nhân dân khác."))
    twin = (
        Meeting.objects.filter(council_id=meeting.council_id, kind=MeetingKind.SESSION, term=term, number=number)
        .exclude(state=MeetingState.CANCELLED)
        .exclude(pk=meeting.pk)
    )
    if twin.exists():
        raise Invalid(_("Nhiệm kỳ này đã có kỳ họp thứ %(number)s.") % {"number": number})


@transaction.atomic
def plan(
    *,
    council: Organ,
    kind: str,
    title: str,
    starts_at: datetime,
    place: str,
    actor: Actor,
    at: datetime,
    ends_at: datetime | None = None,
    mode: str = Mode.IN_PERSON,
    unit: Unit | None = None,
    host: Organ | None = None,
    chair: str = "",
    note: str = "",
    number: int | None = None,
    session_type: str = "",
    term: Term | None = None,
) -> Meeting:
    """Lên lịch cuộc họp. A session (kỳ họp) needs `number` and `session_type`; its title may be left empty.

    Sessions of every type are numbered in one series within a term (law.md SES-08). Raises Invalid for an end before
    the start, a missing title or place, or a session number already taken.
    """
    policies.can_plan(actor, council).require()
    series = locked(council)
    meeting = Meeting(
        council=series,
        kind=kind,
        title=title.strip(),
        mode=mode,
        starts_at=starts_at,
        ends_at=ends_at,
        unit=unit,
        place=place.strip(),
        host=host,
        chair=chair.strip(),
        note=note.strip(),
        number=number,
        session_type=session_type,
        term=term,
    )
    _check_session(number, session_type, term, meeting)
    if number is not None and not meeting.title:
        with official_language():
            meeting.title = rules.session_title(number, str(SessionType(session_type).label), series.name)
    if not meeting.title or not meeting.place:
        raise Invalid(_("Cuộc họp phải có tên và địa điểm."))
    _check_times(starts_at, ends_at)
    meeting.save(force_insert=True)
    audit.record(
        deed="meeting.plan",
        subject=meeting,
        actor=actor,
        at=at,
        council_id=series.pk,
        changes={"bắt đầu": _told(starts_at), "địa điểm": meeting.place, "chủ trì": meeting.chair},
    )
    return meeting


@transaction.atomic
def edit(
    *,
    meeting: Meeting,
    version: int,
    title: str,
    starts_at: datetime,
    place: str,
    actor: Actor,
    at: datetime,
    ends_at: datetime | None = None,
    mode: str = Mode.IN_PERSON,
    unit: Unit | None = None,
    host: Organ | None = None,
    chair: str = "",
    note: str = "",
    number: int | None = None,
    session_type: str = "",
    term: Term | None = None,
) -> Meeting:
    """Sửa lịch họp. `version` is the number the editor saw; raises Conflict when somebody saved since."""
    policies.can_edit(actor, meeting).require()
    meeting = locked(meeting, version=version)
    policies.can_edit(actor, meeting).require()
    _check_session(number, session_type, term, meeting)
    _check_times(starts_at, ends_at)
    if not title.strip() or not place.strip():
        raise Invalid(_("Cuộc họp phải có tên và địa điểm."))
    if meeting.state == MeetingState.HELD and starts_at > at:
        raise Invalid(_("Cuộc họp đã diễn ra không thể bắt đầu ở tương lai."))
    before = {"bắt đầu": _told(meeting.starts_at), "địa điểm": meeting.place, "chủ trì": meeting.chair}
    meeting.title, meeting.place, meeting.mode = title.strip(), place.strip(), mode
    meeting.starts_at, meeting.ends_at = starts_at, ends_at
    meeting.unit, meeting.host, meeting.chair, meeting.note = unit, host, chair.strip(), note.strip()
    meeting.number, meeting.session_type, meeting.term = number, session_type, term
    meeting.version = version + 1
    meeting.save()
    after = {"bắt đầu": _told(starts_at), "địa điểm": meeting.place, "chủ trì": meeting.chair}
    audit.record(
        deed="meeting.edit",
        subject=meeting,
        actor=actor,
        at=at,
        council_id=meeting.council_id,
        changes={name: f"{before[name]} → {value}" for name, value in after.items() if before[name] != value},
    )
    return meeting


@transaction.atomic
def call(
    *,
    meeting: Meeting,
    actor: Actor,
    at: datetime,
    memberships: Iterable[Membership] = (),
    guests: Iterable[str] = (),
    part: str = Part.DELEGATE,
) -> list[Attendance]:
    """Mời, phân công người dự: offices of any level, or guests by name. Who is called already stays as he is.

    Returns the new rows. Raises Invalid when nobody was named.
    """
    policies.can_call(actor, meeting).require()
    meeting = locked(meeting)
    policies.can_call(actor, meeting).require()
    wanted = list(memberships)
    names = list(dict.fromkeys(name.strip() for name in guests if name.strip()))
    if not wanted and not names:
        raise Invalid(_("Hãy chọn ít nhất một người hoặc ghi tên một khách mời."))
    known = set(meeting.attendances.values_list("membership_id", flat=True))
    known_guests = set(meeting.attendances.filter(membership=None).values_list("guest", flat=True))
    rows = [
        Attendance(meeting=meeting, membership=office, part=part)
        for office in {office.pk: office for office in wanted}.values()
        if office.pk not in known
    ]
    rows += [Attendance(meeting=meeting, guest=name, part=part) for name in names if name not in known_guests]
    Attendance.objects.bulk_create(rows)
    if rows:
        audit.record(
            deed="meeting.call",
            subject=meeting,
            actor=actor,
            at=at,
            council_id=meeting.council_id,
            changes={"mời": ", ".join(_name(row) for row in rows)},
        )
    return rows


@transaction.atomic
def attend(
    *,
    meeting: Meeting,
    marks: Mapping[int, Mark],
    actor: Actor,
    at: datetime,
) -> int:
    """Điểm danh: `marks` by attendance id, all at once. Returns how many rows changed.

    Raises Invalid for an excused absence without a reason, an unknown row, or presence before the meeting's day.
    """
    policies.can_attend(actor, meeting).require()
    meeting = locked(meeting)
    policies.can_attend(actor, meeting).require()
    if timezone.localdate(meeting.starts_at) > timezone.localdate(at) and any(
        mark.presence == Presence.PRESENT for mark in marks.values()
    ):
        raise Invalid(_("Chưa tới ngày họp nên chưa thể điểm danh có mặt."))
    rows = {row.pk: row for row in meeting.attendances.select_related("membership__person")}
    if set(marks) - set(rows):
        raise Invalid(_("Có người không còn trong danh sách được mời. Hãy tải lại trang điểm danh."))
    changed, told = [], []
    for pk, mark in marks.items():
        row = rows[pk]
        reason = mark.reason.strip() if mark.presence in {Presence.EXCUSED, Presence.ABSENT} else ""
        name = _name(row)
        if mark.presence == Presence.EXCUSED and not reason:
            raise Invalid(_("Ghi lý do vắng của %(name)s.") % {"name": name})
        if (row.presence, row.reason) != (mark.presence, reason):
            row.presence, row.reason = mark.presence, reason
            changed.append(row)
            told.append(f"{name}: {official(Presence(row.presence).label)}" + (f" ({reason})" if reason else ""))
    Attendance.objects.bulk_update(changed, ["presence", "reason"])
    if changed:
        audit.record(
            deed="meeting.attend",
            subject=meeting,
            actor=actor,
            at=at,
            council_id=meeting.council_id,
            changes={"điểm danh": "; ".join(told)},
        )
    return len(changed)


@transaction.atomic
def hold(
    *,
    meeting: Meeting,
    actor: Actor,
    at: datetime,
    people_present: int | None = None,
    speakers: int | None = None,
    chair: str = "",
    ends_at: datetime | None = None,
) -> Meeting:
    """Ghi nhận cuộc họp đã diễn ra; may be repeated to correct the figures. An empty `chair` keeps the planned one.

    Raises Invalid while the meeting's start lies in the future, or when more people spoke than were present.
    """
    policies.can_hold(actor, meeting).require()
    meeting = locked(meeting)
    policies.can_hold(actor, meeting).require()
    if meeting.starts_at > at:
        raise Invalid(
            _("Cuộc họp bắt đầu lúc %(when)s, chưa thể ghi là đã diễn ra.") % {"when": _told(meeting.starts_at)}
        )
    _check_times(meeting.starts_at, ends_at)
    if speakers is not None and people_present is not None and speakers > people_present:
        raise Invalid(_("Số người phát biểu không thể nhiều hơn số người dự."))
    meeting.state = MEETING.after("hold", meeting.state)
    meeting.people_present, meeting.speakers = people_present, speakers
    meeting.chair = chair.strip() or meeting.chair
    meeting.ends_at = ends_at or meeting.ends_at
    meeting.version += 1
    meeting.save(update_fields=["state", "people_present", "speakers", "chair", "ends_at", "version"])
    audit.record(
        deed="meeting.hold",
        subject=meeting,
        actor=actor,
        at=at,
        council_id=meeting.council_id,
        changes={"số người dự": people_present, "số người phát biểu": speakers, "chủ trì": meeting.chair},
    )
    return meeting


@transaction.atomic
def cancel(*, meeting: Meeting, reason: str, actor: Actor, at: datetime) -> Meeting:
    """Hủy cuộc họp, with the reason. Its number, if it had one, is free again."""
    policies.can_cancel(actor, meeting).require()
    meeting = locked(meeting)
    policies.can_cancel(actor, meeting).require()
    if not reason.strip():
        raise Invalid(_("Hãy ghi lý do hủy."))
    meeting.state = MEETING.after("cancel", meeting.state)
    meeting.cancelled_because = reason.strip()
    meeting.version += 1
    meeting.save(update_fields=["state", "cancelled_because", "version"])
    audit.record(
        deed="meeting.cancel",
        subject=meeting,
        actor=actor,
        at=at,
        council_id=meeting.council_id,
        changes={"lý do": meeting.cancelled_because},
    )
    return meeting
