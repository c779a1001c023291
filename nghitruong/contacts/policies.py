"""Who may run a round, take notes, and read a voter's name; each refusal says why and who could."""

from __future__ import annotations

from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.base.policy import ALLOW, Verdict, allow_if
from nghitruong.contacts import rules
from nghitruong.contacts.enums import OpinionKind
from nghitruong.contacts.flow import ROUND
from nghitruong.contacts.models import Opinion, Point, Round
from nghitruong.meetings import policies as meetings
from nghitruong.meetings.enums import MeetingState
from nghitruong.meetings.models import Attendance
from nghitruong.organisation.models import Organ


def _keeps(actor: Actor, council_id: int) -> Verdict:
    return meetings.keeps(actor, council_id)


def _was_called(actor: Actor, point: Point) -> bool:
    return Attendance.objects.filter(meeting_id=point.meeting_id, membership__person_id=actor.person_id or 0).exists()


def _notes(actor: Actor, point: Point) -> Verdict:
    """Allow the office, and whoever of this council's delegates and Front officers may take notes, or was called."""
    council_id = point.round.council_id
    if _keeps(actor, council_id):
        return ALLOW
    return allow_if(
        actor.has("notes.take") and (council_id in actor.council_ids or _was_called(actor, point)),
        _("Chỉ văn phòng, Thường trực, đại biểu và cán bộ Mặt trận dự buổi tiếp xúc mới ghi được ý kiến cử tri."),
        _("Đại biểu, cán bộ Mặt trận được mời dự hoặc chuyên viên văn phòng"),
    )


def reads_voters(actor: Actor, point: Point) -> bool:
    """Say whether the actor may read names and addresses of the voters who spoke at this point.

    The council's office and Standing Committee always (they must answer the voter). Otherwise only who sat there:
    people called to the meeting in any of their offices, members acting in a group assigned to it, and the host
    (usually the Fatherland Front). Delegates of other groups, upper offices and everybody else read "cử tri".
    """
    if _keeps(actor, point.round.council_id):
        return True
    if not actor.has("notes.take"):
        return False
    if point.meeting.host_id is not None and point.meeting.host_id in actor.organ_ids:
        return True
    if actor.organ_id is not None and point.groups.filter(pk=actor.organ_id).exists():
        return True
    return _was_called(actor, point)


def reads_contacts(actor: Actor) -> bool:
    """Say whether this office reads voter contact at all: agencies, auditors and administrators do not."""
    return (
        actor.membership_id is not None
        and actor.role not in {"auditor", "administrator"}
        and not actor.has("agency.answer")
    )


def can_open_round(actor: Actor, council: Organ) -> Verdict:
    return _keeps(actor, council.pk)


def can_edit_round(actor: Actor, round_: Round) -> Verdict:
    return _keeps(actor, round_.council_id) & ROUND.check("edit_round", round_.state)


def can_add_point(actor: Actor, round_: Round) -> Verdict:
    return _keeps(actor, round_.council_id) & ROUND.check("add_point", round_.state)


def can_summarise_round(actor: Actor, round_: Round) -> Verdict:
    return _keeps(actor, round_.council_id) & ROUND.check("summarise_round", round_.state)


def can_reopen_round(actor: Actor, round_: Round) -> Verdict:
    return _keeps(actor, round_.council_id) & ROUND.check("reopen_round", round_.state)


def can_edit_point(actor: Actor, point: Point) -> Verdict:
    return (
        _keeps(actor, point.round.council_id)
        & ROUND.check("edit_point", point.round.state)
        & meetings.can_edit(actor, point.meeting)
    )


def can_hold_point(actor: Actor, point: Point) -> Verdict:
    return _notes(actor, point) & ROUND.check("hold_point", point.round.state) & meetings.can_hold(actor, point.meeting)


def can_cancel_point(actor: Actor, point: Point) -> Verdict:
    verdict = (
        _keeps(actor, point.round.council_id)
        & ROUND.check("cancel_point", point.round.state)
        & meetings.can_cancel(actor, point.meeting)
    )
    if not verdict:
        return verdict
    return allow_if(not point.opinions.exists(), _("Điểm này đã ghi ý kiến cử tri nên không hủy được."))


def can_take_opinion(actor: Actor, point: Point) -> Verdict:
    return (
        _notes(actor, point)
        & ROUND.check("take_opinion", point.round.state)
        & allow_if(
            point.meeting.state != MeetingState.CANCELLED,
            _("Buổi tiếp xúc này đã hủy nên không ghi được ý kiến."),
        )
    )


def _own(actor: Actor, opinion: Opinion) -> Verdict:
    keeper = _keeps(actor, opinion.point.round.council_id)
    if keeper:
        return keeper
    return allow_if(
        actor.has("notes.take") and opinion.taker_id is not None and opinion.taker_id == actor.membership_id,
        _("Chỉ người đã ghi ý kiến này hoặc văn phòng mới sửa được."),
        _("%(who)s hoặc chuyên viên văn phòng") % {"who": opinion.taken_by},
    )


def _free(opinion: Opinion) -> Verdict:
    reason = rules.held_because(opinion.pk)
    return allow_if(not reason, reason)


def can_edit_opinion(actor: Actor, opinion: Opinion) -> Verdict:
    return (
        _own(actor, opinion)
        & ROUND.check("edit_opinion", opinion.point.round.state)
        & allow_if(
            opinion.kind != OpinionKind.REFERRED,
            _("Nội dung khiếu nại, tố cáo không ghi trong sổ này nên không có gì để sửa."),
        )
        & _free(opinion)
    )


def can_reclassify(actor: Actor, opinion: Opinion) -> Verdict:
    return (
        _own(actor, opinion)
        & ROUND.check("reclassify", opinion.point.round.state)
        & allow_if(
            opinion.kind != OpinionKind.REFERRED,
            _("Nội dung khiếu nại, tố cáo đã được bỏ khỏi sổ nên không chuyển loại được; hãy ghi một ý kiến mới."),
        )
        & _free(opinion)
    )


def can_answer_on_spot(actor: Actor, opinion: Opinion) -> Verdict:
    return (
        _notes(actor, opinion.point)
        & ROUND.check("answer_on_spot", opinion.point.round.state)
        & allow_if(
            opinion.kind != OpinionKind.REFERRED,
            _("Khiếu nại, tố cáo được hướng dẫn gửi nơi tiếp công dân, không trả lời tại buổi tiếp xúc."),
        )
    )


def can_attach_source(actor: Actor, opinion: Opinion) -> Verdict:
    return (
        _notes(actor, opinion.point)
        & ROUND.check("attach_source", opinion.point.round.state)
        & allow_if(
            opinion.kind != OpinionKind.REFERRED,
            _("Nội dung khiếu nại, tố cáo không ghi trong sổ này nên không kèm ảnh, ghi âm."),
        )
    )


def reads_source(actor: Actor, opinion: Opinion) -> bool:
    """Say whether the actor may see photos and recordings: they show who spoke, so whoever may read the name."""
    return opinion.kind != OpinionKind.REFERRED and reads_voter(
        actor, opinion, at_point=reads_voters(actor, opinion.point)
    )


def reads_voter(actor: Actor, opinion: Opinion, *, at_point: bool) -> bool:
    """Say the same of one opinion: whoever took it down reads what they wrote. `at_point` is `reads_voters`."""
    return at_point or (opinion.taker_id is not None and opinion.taker_id == actor.membership_id)
