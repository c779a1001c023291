"""Draft a notice of conclusion and what it asks; correct it until it is issued."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.base.official import official
from nghitruong.coordination import policies, rules, selectors
from nghitruong.coordination.enums import NoticeState, Part, TaskKind
from nghitruong.coordination.flow import NOTICE
from nghitruong.coordination.models import Assignment, ConclusionNotice, Recipient, Task
from nghitruong.coordination.services.telling import record
from nghitruong.documents import selectors as registers
from nghitruong.documents.models import Document
from nghitruong.meetings.models import Meeting
from nghitruong.organisation.models import Membership, Organ


@dataclass(frozen=True, slots=True)
class Asked:
    """What a conclusion asks, as drafted or read out of a document.

    `addressee` are the text's own words. Without `organs` they are resolved: a group by `group` or by its words, one
    organ by its name; what fits nothing waits for a person. `quote`, `start`, `end`: where it stands in the source.
    """

    addressee: str
    what: str
    organs: Sequence[Organ] = ()
    cooperating: Sequence[Organ] = ()
    kind: str = TaskKind.TASK
    group: str = ""
    section: str = ""
    due_on: date | None = None
    due_words: str = ""
    quote: str = ""
    start: int | None = None
    end: int | None = None
    replaces: Task | None = None


@dataclass(frozen=True, slots=True)
class Signing:
    """Who is to sign: an office of the house, in its usual capacity unless one is named; or, of a text that came
    from elsewhere, the capacity, title and name it bears.
    """

    office: Membership | None = None
    capacity: str = ""
    title: str = ""
    name: str = ""


@transaction.atomic
def draft_conclusion(
    *,
    council: Organ,
    organ: Organ,
    title: str,
    held_on: date,
    actor: Actor,
    at: datetime,
    meeting: Meeting | None = None,
    place: str = "",
    chairs: str = "",
    attendants: str = "",
    results: str = "",
    limitations: str = "",
    tasks: Sequence[Asked] = (),
    recipients: Iterable[Organ] = (),
    recipients_text: str = "",
    signing: Signing = Signing(),
    document: Document | None = None,
    is_sample: bool = False,
) -> ConclusionNotice:
    """Soạn thông báo kết luận, of a meeting or read out of a document (`document` is then its source).

    `organ` is on whose behalf it concludes (usually the Standing Committee): tasks are owed to it. Raises Invalid
    for a missing title or a meeting of another council. Proposals (`TaskKind.PROPOSAL`) go upward and owe nothing.
    """
    policies.can_draft_conclusion(actor, council).require()
    notice = ConclusionNotice(
        council=council,
        organ=organ,
        meeting=meeting,
        title=title.strip()[:500],
        held_on=held_on,
        place=place.strip()[:300],
        chairs=chairs.strip()[:300],
        attendants=attendants.strip(),
        results=results.strip(),
        limitations=limitations.strip(),
        recipients_text=recipients_text.strip(),
        source=document,
        drafted_at=at,
        is_sample=is_sample,
    )
    _sign(notice, signing)
    _check(notice)
    notice.save(force_insert=True)
    for position, asked in enumerate(tasks, start=1):
        write_task(notice=notice, asked=asked, position=position, source=document)
    send_to(notice=notice, organs=recipients)
    record("conclusion.draft", notice, actor, at, {"ngày họp": held_on, "nhiệm vụ": len(tasks)})
    return notice


def _sign(notice: ConclusionNotice, signing: Signing) -> None:
    """Write down who is to sign; what stands over the signature follows from the office."""
    office = notice.signatory = signing.office
    notice.capacity = signing.capacity or (registers.capacities_of(notice.organ, office)[0] if office else "")
    notice.signer_title = (office.office if office else signing.title.strip())[:200]
    notice.signer = (office.person.name if office else signing.name.strip())[:200]


def _check(notice: ConclusionNotice) -> None:
    if not notice.title:
        raise Invalid(_("Thông báo phải có trích yếu."))
    meeting = notice.meeting
    if meeting is not None and meeting.council_id != notice.council_id:
        raise Invalid(_("Cuộc họp đã chọn thuộc Hội đồng nhân dân khác."))


def send_to(*, notice: ConclusionNotice, organs: Iterable[Organ]) -> None:
    """Add organs to those the notice is sent to; whoever is there stays."""
    known = set(notice.recipients.values_list("organ_id", flat=True))
    fresh = {organ.pk: organ for organ in organs if organ.pk not in known}
    Recipient.objects.bulk_create(Recipient(notice=notice, organ=organ) for organ in fresh.values())


def _resolved(notice: ConclusionNotice, asked: Asked) -> Asked:
    """Fill in whom the words mean, where nobody was named yet; a proposal upward is a task of nobody."""
    if asked.kind == TaskKind.PROPOSAL:
        return replace(asked, group="", due_on=None, organs=(), cooperating=())
    if asked.organs:
        return asked
    group = asked.group or rules.group_of(asked.addressee)
    organs: Sequence[Organ] = selectors.organs_in(group, notice.council, notice.held_on) if group else ()
    if not organs:
        one = selectors.organ_named(asked.addressee, notice.council, notice.held_on)
        organs = [one] if one is not None else []
    return replace(asked, group=group, organs=organs)


def write_task(*, notice: ConclusionNotice, asked: Asked, position: int, source: Document | None) -> Task:
    """Write one task down with those it is given to. The deed that orders it judges."""
    asked = _resolved(notice, asked)
    if not asked.what.strip() or not asked.addressee.strip():
        raise Invalid(_("Mỗi nhiệm vụ phải nêu việc phải làm và giao cho ai."))
    task = Task.objects.create(
        notice=notice,
        position=position,
        kind=asked.kind,
        section=asked.section.strip()[:40],
        addressee=asked.addressee.strip()[:300],
        group=asked.group,
        what=asked.what.strip()[:500],
        due_on=asked.due_on,
        due_words=asked.due_words.strip()[:200],
        quote=asked.quote,
        start=asked.start if asked.quote else None,
        end=asked.end if asked.quote else None,
        source=source,
        replaces=asked.replaces,
    )
    _assign(task, asked.organs, asked.cooperating)
    return task


def _assign(task: Task, leads: Sequence[Organ], helpers: Sequence[Organ]) -> None:
    lead = {organ.pk: organ for organ in leads}
    helping = {organ.pk: organ for organ in helpers if organ.pk not in lead}
    Assignment.objects.filter(task=task).delete()
    Assignment.objects.bulk_create(
        [
            *(Assignment(task=task, organ=organ, part=Part.LEAD) for organ in lead.values()),
            *(Assignment(task=task, organ=organ, part=Part.HELPS) for organ in helping.values()),
        ]
    )


@transaction.atomic
def edit_conclusion(
    *,
    notice: ConclusionNotice,
    version: int,
    title: str,
    held_on: date,
    organ: Organ,
    recipients: Iterable[Organ],
    actor: Actor,
    at: datetime,
    place: str = "",
    chairs: str = "",
    attendants: str = "",
    results: str = "",
    limitations: str = "",
    recipients_text: str = "",
    signing: Signing = Signing(),
) -> ConclusionNotice:
    """Sửa dự thảo. `recipients` are exactly who it is sent to. Raises Conflict when somebody saved since `version`."""
    policies.can_edit_conclusion(actor, notice).require()
    notice = locked(notice, version=version, keep=("council", "meeting"))
    policies.can_edit_conclusion(actor, notice).require()
    before = {"trích yếu": notice.title, "kết quả": notice.results, "hạn chế": notice.limitations}
    notice.title, notice.held_on, notice.organ = title.strip()[:500], held_on, organ
    notice.place, notice.chairs, notice.attendants = place.strip(), chairs.strip(), attendants.strip()
    notice.results, notice.limitations = results.strip(), limitations.strip()
    notice.recipients_text = recipients_text.strip()
    _sign(notice, signing)
    _check(notice)
    wanted = list(recipients)
    notice.recipients.exclude(organ__in=wanted).delete()
    send_to(notice=notice, organs=wanted)
    save_next(notice=notice)
    after = {"trích yếu": notice.title, "kết quả": notice.results, "hạn chế": notice.limitations}
    told = {name: value for name, value in after.items() if before[name] != value}
    record("conclusion.edit", notice, actor, at, told)
    return notice


def save_next(*, notice: ConclusionNotice) -> None:
    """Save a notice under its next version."""
    notice.version += 1
    notice.save()


@transaction.atomic
def edit_task(*, task: Task, version: int, asked: Asked, actor: Actor, at: datetime) -> Task:
    """Sửa nhiệm vụ của dự thảo; its quote and place in the source stay. Raises Conflict as every other form."""
    policies.can_edit_task(actor, task).require()
    notice = locked(task.notice, keep=("council",))
    task = locked(task, version=version)
    task.notice = notice
    policies.can_edit_task(actor, task).require()
    if asked.group != task.group and asked.group and not asked.organs:
        asked = replace(asked, organs=())
    asked = _resolved(notice, asked)
    if not asked.what.strip() or not asked.addressee.strip():
        raise Invalid(_("Mỗi nhiệm vụ phải nêu việc phải làm và giao cho ai."))
    before = {"việc": task.what, "giao cho": task.addressee, "hạn": task.due_on}
    task.kind, task.section, task.addressee = asked.kind, asked.section.strip()[:40], asked.addressee.strip()[:300]
    task.group, task.what = asked.group, asked.what.strip()[:500]
    task.due_on, task.due_words = asked.due_on, asked.due_words.strip()[:200]
    task.version += 1
    task.save()
    _assign(task, asked.organs, asked.cooperating if asked.kind != TaskKind.PROPOSAL else ())
    save_next(notice=notice)
    after = {"việc": task.what, "giao cho": task.addressee, "hạn": task.due_on}
    told = {name: f"{before[name] or '–'} → {value or '–'}" for name, value in after.items() if before[name] != value}
    record("task.edit", notice, actor, at, {"nhiệm vụ": task.what, **told})
    return task


@transaction.atomic
def remove_task(*, task: Task, actor: Actor, at: datetime) -> ConclusionNotice:
    """Bỏ nhiệm vụ khỏi dự thảo; the journal keeps what it said."""
    policies.can_remove_task(actor, task).require()
    notice = locked(task.notice)
    task.notice = notice
    policies.can_remove_task(actor, task).require()
    what = task.what
    task.delete()
    save_next(notice=notice)
    record("task.remove", notice, actor, at, {"việc": what})
    return notice


@transaction.atomic
def discard_conclusion(*, notice: ConclusionNotice, reason: str, actor: Actor, at: datetime) -> ConclusionNotice:
    """Bỏ dự thảo, with the reason; it stays on record."""
    policies.can_discard_conclusion(actor, notice).require()
    notice = locked(notice)
    policies.can_discard_conclusion(actor, notice).require()
    if not reason.strip():
        raise Invalid(_("Hãy ghi lý do bỏ dự thảo."))
    notice.state = NOTICE.after("discard_conclusion", notice.state)
    notice.discarded_because = reason.strip()[:300]
    save_next(notice=notice)
    record("conclusion.discard", notice, actor, at, {"lý do": notice.discarded_because})
    return notice


@transaction.atomic
def amend_conclusion(*, notice: ConclusionNotice, because: str, actor: Actor, at: datetime) -> ConclusionNotice:
    """Soạn thông báo sửa đổi: a draft with the tasks still open, each to replace its own when it is issued.

    What is taken out of the draft goes on as it was.
    """
    policies.can_amend_conclusion(actor, notice).require()
    notice = locked(notice, keep=("council", "organ", "meeting"))
    policies.can_amend_conclusion(actor, notice).require()
    if not because.strip():
        raise Invalid(_("Hãy ghi lý do sửa đổi."))
    if notice.amendments.filter(state=NoticeState.DRAFT).exists():
        raise Invalid(_("Đã có một dự thảo sửa đổi thông báo này."))
    draft = ConclusionNotice.objects.create(
        council=notice.council,
        organ=notice.organ,
        meeting=notice.meeting,
        amends=notice,
        amended_because=because.strip()[:300],
        title=official(_("Sửa đổi, bổ sung %(notice)s"), notice=notice.called)[:500],
        held_on=notice.held_on,
        place=notice.place,
        chairs=notice.chairs,
        signatory=notice.signatory,
        capacity=notice.capacity,
        signer_title=notice.signer_title,
        signer=notice.signer,
        recipients_text=notice.recipients_text,
        drafted_at=at,
        is_sample=notice.is_sample,
    )
    for position, task in enumerate(selectors.open_tasks(notice), start=1):
        leads = [each.organ for each in task.assignments.all() if each.part == Part.LEAD]
        helpers = [each.organ for each in task.assignments.all() if each.part == Part.HELPS]
        asked = Asked(
            addressee=task.addressee, what=task.what, organs=leads, cooperating=helpers, kind=task.kind,
            group=task.group, section=task.section, due_on=task.due_on, due_words=task.due_words, replaces=task,
        )  # fmt: skip
        write_task(notice=draft, asked=asked, position=position, source=None)
    send_to(notice=draft, organs=[each.organ for each in notice.recipients.select_related("organ")])
    record("conclusion.amend", notice, actor, at, {"lý do": draft.amended_because})
    return draft
