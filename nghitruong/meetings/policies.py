"""Who may plan, run and cancel a gathering; each refusal says why and who could."""

from __future__ import annotations

from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.base.policy import ALLOW, Verdict, allow_if
from nghitruong.meetings.enums import MeetingKind
from nghitruong.meetings.flow import MEETING
from nghitruong.meetings.models import Attendance, Meeting
from nghitruong.organisation.models import Organ


def _office() -> str:
    return _("Chuyên viên văn phòng hoặc Thường trực Hội đồng nhân dân")


def keeps(actor: Actor, council_id: int) -> Verdict:
    """Allow the council's office and its Standing Committee (the power "contacts.keep")."""
    return allow_if(
        actor.is_system or (actor.has("contacts.keep") and council_id in actor.council_ids),
        _("Chỉ văn phòng hoặc Thường trực Hội đồng nhân dân nơi tổ chức mới làm được việc này."),
        _office(),
    )


def _sits_there(actor: Actor, meeting: Meeting) -> bool:
    if meeting.host_id in actor.organ_ids:
        return True
    if meeting.council_id in actor.council_ids:
        return True
    return Attendance.objects.filter(meeting=meeting, membership__person_id=actor.person_id or 0).exists()


def runs(actor: Actor, meeting: Meeting) -> Verdict:
    """Allow whoever keeps the council's meetings; for voter contact also those who may take notes there.

    A contact meeting is chaired by the Fatherland Front and attended by delegates (NQLT 72/2025 Đ.24): whoever of
    them sits there marks who came.
    """
    if meeting.kind == MeetingKind.CONTACT and actor.has("notes.take") and _sits_there(actor, meeting):
        return ALLOW
    return keeps(actor, meeting.council_id)


def can_plan(actor: Actor, council: Organ) -> Verdict:
    return keeps(actor, council.pk)


def can_edit(actor: Actor, meeting: Meeting) -> Verdict:
    return keeps(actor, meeting.council_id) & MEETING.check("edit", meeting.state)


def can_call(actor: Actor, meeting: Meeting) -> Verdict:
    return keeps(actor, meeting.council_id) & MEETING.check("call", meeting.state)


def can_invite(actor: Actor, meeting: Meeting) -> Verdict:
    return keeps(actor, meeting.council_id) & MEETING.check("invite", meeting.state)


def can_seat(actor: Actor, meeting: Meeting) -> Verdict:
    return keeps(actor, meeting.council_id) & MEETING.check("seat", meeting.state)


def can_set_agenda(actor: Actor, meeting: Meeting) -> Verdict:
    return keeps(actor, meeting.council_id) & MEETING.check("set_agenda", meeting.state)


def can_minute(actor: Actor, meeting: Meeting) -> Verdict:
    return keeps(actor, meeting.council_id) & MEETING.check("minute", meeting.state)


def can_attend(actor: Actor, meeting: Meeting) -> Verdict:
    return runs(actor, meeting) & MEETING.check("attend", meeting.state)


def can_hold(actor: Actor, meeting: Meeting) -> Verdict:
    return runs(actor, meeting) & MEETING.check("hold", meeting.state)


def can_cancel(actor: Actor, meeting: Meeting) -> Verdict:
    return keeps(actor, meeting.council_id) & MEETING.check("cancel", meeting.state)
