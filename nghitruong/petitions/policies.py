"""Who may do what to a petition, and if not, why not and who could."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.base.policy import ALLOW, Verdict, allow_if
from nghitruong.obligations.enums import Nature
from nghitruong.obligations.models import Obligation
from nghitruong.organisation.enums import COMMITTEE_ROLES
from nghitruong.organisation.models import Organ
from nghitruong.petitions.enums import Finding, Level, Outcome, RepeatKind, RepeatState, State
from nghitruong.petitions.flow import PETITION
from nghitruong.petitions.models import ImportBatch, OwnClass, Petition, Repeat

SUBJECT = "petitions.petition"
UNDO_WITHIN = timedelta(days=30)


def _office(actor: Actor, petition: Petition) -> Verdict:
    """The office and the Standing Committee of the council that holds the petition."""
    if actor.is_system or (actor.has("petitions.keep") and petition.keeper_id in actor.council_ids):
        return ALLOW
    return allow_if(
        False,
        _("Việc này do Văn phòng hoặc Thường trực Hội đồng nhân dân nơi theo dõi kiến nghị thực hiện."),
        who=petition.keeper.name,
    )


def _standing(actor: Actor, petition: Petition, *, decided_by: str) -> Verdict:
    """The Standing Committee itself, or its office recording by name who of it decided."""
    return _office(actor, petition) & allow_if(
        actor.is_system or actor.has("results.accept") or decided_by.strip(),
        _("Thường trực Hội đồng nhân dân quyết định việc này; Văn phòng ghi thay phải nêu tên người quyết định."),
        who=_("Thường trực Hội đồng nhân dân"),
    )


def _lead(actor: Actor, petition: Petition) -> Verdict:
    """The agency that was asked, or the council's office recording what came in on paper."""
    if actor.has("agency.answer") and petition.lead_id in actor.organ_ids:
        return ALLOW
    return _office(actor, petition) or allow_if(
        False, _("Chỉ cơ quan được giao giải quyết mới làm được việc này."), who=str(petition.lead or "")
    )


def can_receive(actor: Actor, council: Organ) -> Verdict:
    """Take a petition in for a council that still stands or whose matters this office carries on."""
    return allow_if(
        actor.is_system or (actor.has("petitions.keep") and council.pk in actor.council_ids),
        _("Chỉ Văn phòng hoặc Thường trực của chính Hội đồng nhân dân này được tiếp nhận kiến nghị."),
        who=council.name,
    )


def can_edit(actor: Actor, petition: Petition) -> Verdict:
    return _office(actor, petition) & allow_if(
        petition.state in {"received", "sorted", "returned", "noted"},
        _("Kiến nghị đã chuyển đi: nội dung giữ nguyên như lúc chuyển."),
    )


def can_sort(actor: Actor, petition: Petition) -> Verdict:
    return _office(actor, petition) & PETITION.check("sort", petition.state)


def can_reclassify(actor: Actor, petition: Petition) -> Verdict:
    return (
        _office(actor, petition)
        & PETITION.check("reclassify", petition.state)
        & allow_if(
            petition.joined_to_id is None and not petition.voiced.exists(),
            _("Kiến nghị này đang gộp với kiến nghị khác; hãy tách ra trước."),
        )
    )


def can_restore(actor: Actor, petition: Petition) -> Verdict:
    return _office(actor, petition) & PETITION.check("restore", petition.state)


def can_forward(actor: Actor, petition: Petition) -> Verdict:
    return (
        _office(actor, petition)
        & PETITION.check("forward", petition.state)
        & allow_if(
            petition.joined_to_id is None,
            _("Kiến nghị này đã gộp vào một kiến nghị khác và được giải quyết cùng kiến nghị đó."),
        )
    )


def can_forward_many(actor: Actor) -> Verdict:
    """Go through what waits to be forwarded: the office and the Standing Committee; each petition is judged by itself."""
    return allow_if(
        actor.is_system or actor.has("petitions.keep"),
        _("Việc này do Văn phòng hoặc Thường trực Hội đồng nhân dân nơi theo dõi kiến nghị thực hiện."),
        who=actor.council_name,
    )


def can_urge(actor: Actor, petition: Petition) -> Verdict:
    return (
        _office(actor, petition)
        & PETITION.check("urge", petition.state)
        & allow_if(
            petition.state != "answered" or petition.outcome != Outcome.SETTLED,
            _("Cơ quan đã trả lời là giải quyết xong: hãy xác minh thay vì đôn đốc."),
        )
    )


def can_extend(actor: Actor, petition: Petition) -> Verdict:
    return (
        _office(actor, petition)
        & PETITION.check("extend", petition.state)
        & allow_if(petition.due_on, _("Kiến nghị này chưa có thời hạn để gia hạn."))
    )


def can_send_back(actor: Actor, petition: Petition) -> Verdict:
    return _lead(actor, petition) & PETITION.check("send_back", petition.state)


def can_answer(actor: Actor, petition: Petition) -> Verdict:
    return _lead(actor, petition) & PETITION.check("answer", petition.state)


def can_commit(actor: Actor, petition: Petition) -> Verdict:
    return _lead(actor, petition) & PETITION.check("commit", petition.state)


def can_verify(actor: Actor, petition: Petition) -> Verdict:
    return allow_if(
        actor.is_system
        or ((actor.has("verify") or actor.has("petitions.keep")) and petition.keeper_id in actor.council_ids),
        _("Đại biểu, Ban hoặc Văn phòng của Hội đồng nhân dân nơi theo dõi kiến nghị mới được ghi kết quả xác minh."),
        who=petition.keeper.name,
    ) & PETITION.check("verify", petition.state)


def is_ready_to_accept(petition: Petition, open_promises: int | None = None) -> Verdict:
    """Say whether what an accepted result rests on is there: a finished outcome, a look on the spot, promises kept.

    A page that has loaded the ledger already gives the number of `open_promises`; else it is asked.
    """
    finished = allow_if(
        petition.outcome not in {Outcome.IN_PROGRESS, Outcome.PLANNED},
        _("Cơ quan mới trả lời là đang hoặc sẽ giải quyết: chưa có kết quả để chấp nhận."),
        who=str(petition.lead or ""),
    )
    if not finished:
        return finished
    latest = max(petition.answers.all(), key=lambda a: (a.on, a.pk), default=None)
    looks = [v for v in petition.verifications.all() if latest is not None and v.answer_id == latest.pk]
    seen = max(looks, key=lambda v: (v.on, v.pk), default=None)
    if open_promises is None:
        promises = Obligation.objects.running().filter(subject_kind=SUBJECT, subject_id=petition.pk)
        open_promises = promises.filter(nature=Nature.COMMITMENT).count()
    return allow_if(
        petition.outcome != Outcome.SETTLED or (seen is not None and seen.finding == Finding.PASSED),
        _("Chưa có xác minh đạt sau lần trả lời gần nhất."),
        who=_("đại biểu, Ban hoặc Văn phòng ghi kết quả xác minh"),
    ) & allow_if(not open_promises, _("Còn lời hứa chưa được chấp nhận là đã thực hiện."), who=str(petition.lead or ""))


def can_accept(actor: Actor, petition: Petition, decided_by: str = "", open_promises: int | None = None) -> Verdict:
    first = _standing(actor, petition, decided_by=decided_by) & PETITION.check("accept", petition.state)
    return is_ready_to_accept(petition, open_promises) if first else first


def can_reopen(actor: Actor, petition: Petition, decided_by: str = "") -> Verdict:
    return _standing(actor, petition, decided_by=decided_by) & PETITION.check("reopen", petition.state)


def can_close(actor: Actor, petition: Petition) -> Verdict:
    return _office(actor, petition) & PETITION.check("close", petition.state)


def can_carry_over(actor: Actor, petition: Petition) -> Verdict:
    return _office(actor, petition) & PETITION.check("carry_over", petition.state)


def can_inherit(actor: Actor, petition: Petition, council: Organ) -> Verdict:
    """The successor council's office (or the command line) takes over what an ended council left open."""
    return allow_if(
        actor.is_system or (actor.has("petitions.keep") and council.pk == actor.council_id),
        _("Chỉ Hội đồng nhân dân kế thừa được tiếp nhận hồ sơ này."),
        who=council.name,
    ) & PETITION.check("inherit", petition.state)


def can_see_voter(actor: Actor, petition: Petition) -> Verdict:
    """A voter's name is for the council's office and Standing Committee alone (law.md PD-05)."""
    return _office(actor, petition)


def can_send_down(actor: Actor, petition: Petition) -> Verdict:
    """What the level below has answered or can settle goes back to it; only a council with councils below may."""
    has_below = petition.keeper.unit_id is not None and petition.keeper.unit.level != Level.COMMUNE  # type: ignore[union-attr] # just seen
    return (
        _office(actor, petition)
        & PETITION.check("send_down", petition.state)
        & allow_if(has_below, _("Hội đồng nhân dân này không có cấp dưới để chuyển xuống."))
        & allow_if(petition.joined_to_id is None, _("Kiến nghị này đã gộp vào một kiến nghị khác."))
    )


def can_check_fact(actor: Actor, petition: Petition) -> Verdict:
    """Facts are looked into before the petition goes up."""
    return _office(actor, petition) & allow_if(
        petition.state in {"received", "sorted", "returned"},
        _("Kiến nghị đã chuyển đi: thông tin được kiểm tra trước khi chuyển."),
    )


def _has_answer(petition: Petition) -> Verdict:
    return allow_if(petition.answered_on, _("Chưa có câu trả lời để đánh giá."))


def can_assess(actor: Actor, petition: Petition, organ: Organ | None = None) -> Verdict:
    """The Standing Committee and the committees, each for itself; the office records what any of them held."""
    keeps = actor.is_system or actor.has("petitions.keep")
    return (
        allow_if(
            actor.is_system or ((keeps or actor.role in COMMITTEE_ROLES) and petition.keeper_id in actor.council_ids),
            _("Thường trực, Ban hoặc Văn phòng của Hội đồng nhân dân nơi theo dõi kiến nghị mới ghi được đánh giá."),
            who=petition.keeper.name,
        )
        & _has_answer(petition)
        & allow_if(
            organ is None or keeps or organ.pk in actor.organ_ids,
            _("Mỗi Ban chỉ ghi đánh giá của chính mình; Văn phòng ghi thay cho cơ quan khác."),
            who=petition.keeper.name,
        )
    )


def can_hear_voter(actor: Actor, petition: Petition) -> Verdict:
    """Whoever may look on the spot may also write down what the voter says of the result."""
    return allow_if(
        actor.is_system
        or ((actor.has("verify") or actor.has("petitions.keep")) and petition.keeper_id in actor.council_ids),
        _("Đại biểu, Ban hoặc Văn phòng của Hội đồng nhân dân nơi theo dõi kiến nghị mới được ghi ý kiến cử tri."),
        who=petition.keeper.name,
    ) & _has_answer(petition)


def can_keep_reading(actor: Actor, council: Organ) -> Verdict:
    """Set the council's own words for fields, levels and agencies; they change proposals only."""
    return allow_if(
        actor.is_system or (actor.has("petitions.keep") and council.pk == actor.council_id),
        _("Chỉ Văn phòng hoặc Thường trực của chính Hội đồng nhân dân này được đặt quy tắc đọc kiến nghị."),
        who=council.name,
    )


def can_set_class(actor: Actor, council: Organ) -> Verdict:
    """Keep the council's own classes of results; the national classes stay what is recorded."""
    return allow_if(
        actor.is_system or (actor.has("petitions.keep") and council.pk == actor.council_id),
        _("Chỉ Văn phòng hoặc Thường trực của chính Hội đồng nhân dân này được đặt phân loại riêng."),
        who=council.name,
    )


def can_end_class(actor: Actor, own_class: OwnClass) -> Verdict:
    return can_set_class(actor, own_class.council) & allow_if(
        own_class.ended_on is None, _("Phân loại riêng này đã thôi dùng từ trước.")
    )


def can_remove_class(actor: Actor, own_class: OwnClass, answers: int | None = None) -> Verdict:
    """Remove what no answer bears. `answers`: how many bear it, where that is known already."""
    used = own_class.answers.exists() if answers is None else answers > 0
    return can_set_class(actor, own_class.council) & allow_if(
        not used, _("Đã có câu trả lời mang phân loại riêng này: chỉ thôi dùng được, không xóa.")
    )


def can_classify_answer(actor: Actor, petition: Petition) -> Verdict:
    return _office(actor, petition) & allow_if(petition.outcome, _("Kiến nghị chưa có câu trả lời để phân loại."))


def can_import(actor: Actor, council: Organ) -> Verdict:
    return can_receive(actor, council)


def can_undo_import(actor: Actor, batch: ImportBatch, at: datetime) -> Verdict:
    """Take an import back: who could take it in, once, within 30 days."""
    return (
        can_import(actor, batch.council)
        & allow_if(batch.undone_at is None, _("Lần nhập này đã được hoàn tác."))
        & allow_if(
            at - batch.at <= UNDO_WITHIN,
            _("Đã quá 30 ngày kể từ lần nhập: hãy sửa từng kiến nghị trong sổ."),
        )
    )


def can_read_columns(actor: Actor, council: Organ) -> Verdict:
    return can_import(actor, council)


def can_report(actor: Actor, council: Organ) -> Verdict:
    """Read a council's figures: everybody who reaches its records."""
    return (
        ALLOW
        if actor.is_system
        else allow_if(
            council.pk in actor.council_ids
            and not actor.has("agency.answer")
            and actor.role not in {"auditor", "administrator"},
            _("Báo cáo này dành cho Hội đồng nhân dân và văn phòng cấp trên."),
            who=council.name,
        )
    )


def can_review_repeats(actor: Actor) -> Verdict:
    """Look through what may be asked twice: the office and the Standing Committee."""
    return allow_if(
        actor.is_system or actor.has("petitions.keep"),
        _("Việc này do Văn phòng hoặc Thường trực Hội đồng nhân dân nơi theo dõi kiến nghị thực hiện."),
        who=actor.council_name,
    )


def can_propose_repeats(actor: Actor) -> Verdict:
    return can_review_repeats(actor)


def _judge(actor: Actor, repeat: Repeat) -> Verdict:
    return _office(actor, repeat.later) & allow_if(
        actor.is_system or repeat.earlier.keeper_id in actor.council_ids,
        _("Kiến nghị trước thuộc Hội đồng nhân dân khác."),
        who=repeat.earlier.keeper.name,
    )


def can_confirm_repeat(actor: Actor, repeat: Repeat, kind: str = RepeatKind.ASKED_AGAIN) -> Verdict:
    verdict = (
        _judge(actor, repeat)
        & allow_if(kind in RepeatKind.values, _("Hãy chọn quan hệ giữa hai kiến nghị."))
        & allow_if(repeat.state == RepeatState.PROPOSED, _("Việc trùng này đã được xem xét rồi."))
    )
    return verdict & can_merge(actor, repeat.later, repeat.earlier) if kind == RepeatKind.VOICE else verdict


def can_reject_repeat(actor: Actor, repeat: Repeat) -> Verdict:
    return _judge(actor, repeat) & allow_if(
        repeat.state == RepeatState.PROPOSED, _("Việc trùng này đã được xem xét rồi.")
    )


def can_reconsider_repeat(actor: Actor, repeat: Repeat) -> Verdict:
    return _judge(actor, repeat) & allow_if(repeat.state != RepeatState.PROPOSED, _("Việc trùng này đang chờ xem xét."))


def can_merge(actor: Actor, petition: Petition, into: Petition | None = None) -> Verdict:
    """Only what has not gone out yet can follow another petition; afterwards its own answer is owed."""
    verdict = (
        _office(actor, petition)
        & allow_if(petition.joined_to_id is None, _("Kiến nghị này đã gộp vào một kiến nghị khác."))
        & allow_if(
            petition.state in {State.RECEIVED, State.SORTED, State.RETURNED},
            _(
                "Kiến nghị đã chuyển giải quyết hoặc không còn là kiến nghị thì không gộp; có thể ghi là hỏi lại việc cũ."
            ),
        )
    )
    if into is None:
        return verdict
    return (
        verdict
        & allow_if(petition.pk not in (into.pk, into.joined_to_id), _("Không gộp kiến nghị vào chính nó."))
        & allow_if(into.kind == petition.kind, _("Chỉ gộp kiến nghị vào kiến nghị."))
        & allow_if(
            actor.is_system or into.keeper_id in actor.council_ids, _("Kiến nghị trước thuộc Hội đồng nhân dân khác.")
        )
    )


def can_split(actor: Actor, petition: Petition) -> Verdict:
    return _office(actor, petition) & allow_if(
        petition.joined_to_id is not None, _("Kiến nghị này chưa gộp vào kiến nghị nào.")
    )


def can_see_deed(name: str, actor: Actor, petition: Petition, open_promises: int | None = None) -> Verdict:
    """Judge one step of the flow by its own policy; the Standing Committee's deeds as its office would record them."""
    decided = "" if actor.has("results.accept") or not actor.has("petitions.keep") else actor.council_name
    if name == "accept":
        return can_accept(actor, petition, decided, open_promises)
    if name == "reopen":
        return can_reopen(actor, petition, decided)
    verdict: Verdict = globals()[f"can_{name}"](actor, petition)
    return verdict
