"""How far the organs are: each share with its debt, counted the same way on every page, table and paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count, F, Prefetch, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nghitruong.base.actor import Actor
from nghitruong.base.policy import ALLOW
from nghitruong.coordination import policies
from nghitruong.coordination.enums import NoticeState, Part, TaskKind
from nghitruong.coordination.models import Assignment, ConclusionNotice, Progress, Recipient, Task
from nghitruong.legalclock.rules import Calendar
from nghitruong.meetings.rules import Further, Paper
from nghitruong.obligations import selectors as ledger
from nghitruong.obligations.enums import State
from nghitruong.obligations.models import OPEN_STATES
from nghitruong.ui.rules import Event, Facet, FileLink, Option

LISTS: dict[str, object] = {
    "": gettext_lazy("Đang thực hiện"),
    "qua-han": gettext_lazy("Quá hạn"),
    "chua-co-han": gettext_lazy("Chưa có thời hạn"),
    "cho-chap-nhan": gettext_lazy("Chờ chấp nhận"),
    "da-chap-nhan": gettext_lazy("Đã được chấp nhận"),
    "tat-ca": gettext_lazy("Tất cả"),
}
"""Names of the lists in addresses, and their words; "" holds all that runs."""


def condition(name: str, on: date) -> Q:
    """Return what puts a share into one of LISTS on a day; an unknown name gives all that runs."""
    waits = Q(obligation__state=State.OPEN)
    known = {
        "qua-han": waits & Q(obligation__due_on__lt=on),
        "chua-co-han": waits & Q(obligation__due_on__isnull=True),
        "cho-chap-nhan": Q(obligation__state=State.FULFILLED),
        "da-chap-nhan": Q(obligation__state=State.ACCEPTED),
        "tat-ca": Q(obligation__isnull=False),
    }
    return known.get(name, Q(obligation__state__in=OPEN_STATES))


@dataclass(frozen=True, slots=True)
class Tally:
    """Shares counted; `total` is the denominator: all that were opened and not cancelled."""

    total: int = 0
    accepted: int = 0
    reported: int = 0
    late: int = 0
    undated: int = 0

    @property
    def running(self) -> int:
        return self.total - self.accepted


_COUNTS = ("accepted", "reported", "late", "undated")


def _counted(on: date) -> dict[str, Count]:
    stands = Q(obligation__isnull=False) & ~Q(obligation__state=State.CANCELLED)
    names = dict(zip(_COUNTS, ("da-chap-nhan", "cho-chap-nhan", "qua-han", "chua-co-han"), strict=True))
    return {
        "total": Count("pk", filter=stands),
        **{key: Count("pk", filter=condition(name, on)) for key, name in names.items()},
    }


def tally(shares: QuerySet[Assignment], on: date) -> Tally:
    """Count shares of leading organs; who merely helps is not counted twice. One query."""
    return Tally(**shares.filter(part=Part.LEAD).aggregate(**_counted(on)))


def tallies(actor: Actor, on: date) -> dict[int, Tally]:
    """Return what stands of each notice, by its id, as far as the reader may see. One query."""
    rows = (
        Assignment.objects.visible_to(actor)
        .filter(part=Part.LEAD)
        .order_by()
        .values("task__notice")
        .annotate(**_counted(on))
        .values_list("task__notice", "total", *_COUNTS)
    )
    return {pk: Tally(*counted) for pk, *counted in rows}


def summed(counted: Iterable[Tally]) -> Tally:
    """Return the sum of what stands of several notices."""
    columns = zip(
        *((each.total, each.accepted, each.reported, each.late, each.undated) for each in counted), strict=True
    )
    return Tally(*(sum(column) for column in columns))


def shares_of(notice: ConclusionNotice) -> list[Assignment]:
    """Return every share of a notice, leads first within each task, in the order of the text. One query."""
    rows = Assignment.objects.filter(task__notice=notice).select_related("task", "organ")
    return list(rows.order_by("task__position", "part", "organ__sort_key", "pk"))


def open_tasks(notice: ConclusionNotice) -> list[Task]:
    """Return the tasks some organ still has to do, with only those shares that are open. Two queries."""
    running = Assignment.objects.filter(obligation__state=State.OPEN).select_related("organ")
    tasks = notice.tasks.filter(assignments__in=running.filter(part=Part.LEAD)).distinct()
    return list(tasks.prefetch_related(Prefetch("assignments", queryset=running.order_by("part", "organ__sort_key"))))


@dataclass(frozen=True, slots=True)
class Share:
    """One organ's share as a page shows it; `row` is its line of the ledger, None before the notice is issued."""

    assignment: Assignment
    row: ledger.Row | None
    receipt: Recipient | None = None

    @property
    def percent(self) -> int:
        """How far the organ says it is; all, once the debt is reported as done."""
        owed = self.assignment.obligation
        is_done = owed is not None and owed.state in {State.FULFILLED, State.ACCEPTED}
        return 100 if is_done else self.assignment.percent

    @property
    def helps(self) -> bool:
        return self.assignment.part == Part.HELPS


@dataclass(frozen=True, slots=True)
class Charge:
    """One task or proposal with its shares; `others` counts shares of organs this reader may not follow."""

    task: Task
    shares: Sequence[Share]
    others: int = 0

    @property
    def is_proposal(self) -> bool:
        return self.task.kind == TaskKind.PROPOSAL


def share_rows(shares: Iterable[Assignment], on: date, calendar: Calendar) -> list[Share]:
    """Return shares ready to draw; they come with task, notice, organ, debt and its clock loaded. No query."""
    listed = list(shares)
    owed = [share.obligation for share in listed if share.obligation is not None]
    rows = {row.owed.pk: row for row in ledger.rows_of(owed, on, calendar)}
    found = []
    for share in listed:
        row = rows.get(share.obligation_id or 0)
        if row is not None:
            row = replace(row, due=replace(row.due, url=f"{share.get_absolute_url()}#thoi-han"))
        found.append(Share(share, row))
    return found


LOADED = ("task__notice", "organ", "obligation__clock", "obligation__debtor", "obligation__creditor")


def tasks_of(notice: ConclusionNotice) -> list[Task]:
    """Return what the notice asks, in the order of the text, each with all its shares loaded. Two queries."""
    shares = Assignment.objects.select_related("organ").order_by("part", "organ__sort_key", "pk")
    return list(notice.tasks.prefetch_related(Prefetch("assignments", queryset=shares)))


def charges(
    notice: ConclusionNotice,
    tasks: Iterable[Task],
    recipients: Iterable[Recipient],
    actor: Actor,
    on: date,
    calendar: Calendar,
) -> list[Charge]:
    """Return what the notice asks (`tasks_of`) with the shares the reader may see. One query."""
    seen = Assignment.objects.visible_to(actor).filter(task__notice=notice).select_related(*LOADED)
    receipts = {each.organ_id: each for each in recipients}
    mine: dict[int, list[Share]] = {}
    for share in share_rows(seen.order_by("part", "organ__sort_key", "pk"), on, calendar):
        receipt = receipts.get(share.assignment.organ_id)
        mine.setdefault(share.assignment.task_id, []).append(replace(share, receipt=receipt))
    return [Charge(each, own := mine.get(each.pk, []), len(each.assignments.all()) - len(own)) for each in tasks]


FACETS = {"thong-bao": "task__notice_id", "co-quan": "organ_id"}
MOST_ORGANS = 20


def chosen_in(given: Mapping[str, Sequence[str]]) -> dict[str, set[str]]:
    """Return what a reader ticked in each facet; what is no number is left out."""
    return {name: {value for value in given.get(name, ()) if value.isdecimal()} for name in FACETS}


def followed(actor: Actor, name: str, chosen: Mapping[str, set[str]], on: date) -> QuerySet[Assignment]:
    """Return one of LISTS narrowed by the facets: due first, undated last."""
    rows = Assignment.objects.visible_to(actor).filter(condition(name, on))
    for facet, column in FACETS.items():
        if chosen[facet]:
            rows = rows.filter(**{f"{column}__in": chosen[facet]})
    return rows.select_related(*LOADED).order_by(F("obligation__due_on").asc(nulls_last=True), "pk")


def facets(actor: Actor, name: str, chosen: Mapping[str, set[str]], on: date) -> list[Facet]:
    """Return the facets of the follow-up, each counted under the other. One query."""
    grid = [
        ({"thong-bao": str(notice), "co-quan": str(organ)}, {"thong-bao": number or title, "co-quan": organ_name}, n)
        for notice, number, title, organ, organ_name, n in Assignment.objects.visible_to(actor)
        .filter(condition(name, on))
        .order_by()
        .values_list("task__notice", "task__notice__number", "task__notice__title", "organ", "organ__name")
        .annotate(n=Count("pk"))
    ]
    found = []
    for facet, label in (("thong-bao", _("Thông báo")), ("co-quan", _("Cơ quan"))):
        sums: dict[str, int] = {}
        names: dict[str, str] = {}
        for cell, words, n in grid:
            names[cell[facet]] = words[facet]
            if all(cell[other] in picked for other, picked in chosen.items() if picked and other != facet):
                sums[cell[facet]] = sums.get(cell[facet], 0) + n
        order = sorted(names, key=lambda pk: (pk not in chosen[facet], -sums.get(pk, 0), names[pk]))
        options = [Option(pk, names[pk], sums.get(pk, 0), pk in chosen[facet]) for pk in order[:MOST_ORGANS]]
        found.append(Facet(facet, label, options))
    return found


def list_counts(actor: Actor, on: date) -> dict[str, int]:
    """Return how many shares stand in each of LISTS. One query."""
    asked = {f"n_{place}": Count("pk", filter=condition(name, on)) for place, name in enumerate(LISTS)}
    found = Assignment.objects.visible_to(actor).aggregate(**asked)
    return {name: found[f"n_{place}"] for place, name in enumerate(LISTS)}


def story(share: Assignment) -> list[Event]:
    """Return the thread of one share: its debt's deeds, its reports and the receipt, newest first. Three queries."""
    told = [
        Event(
            at=report.at,
            title=_("Báo cáo tiến độ %(percent)s%%") % {"percent": report.percent},
            icon="bar-chart-line",
            tone="info",
            who=report.by,
            body=report.words,
            documents=[FileLink(report.document.abstract, reverse("documents:download", args=[report.document_id]))]
            if report.document is not None
            else [],
        )
        for report in Progress.objects.filter(assignment=share).select_related("document")
    ]
    receipt = Recipient.objects.filter(notice=share.task.notice_id, organ=share.organ_id).first()
    if receipt is not None and receipt.received_at is not None:
        told.append(
            Event(at=receipt.received_at, title=_("Đã nhận thông báo"), icon="envelope-open", who=receipt.received_by)
        )
    if share.obligation is not None:
        told += ledger.story(share.obligation)
    return sorted(told, key=lambda event: event.at, reverse=True)


def notices_of(actor: Actor, meeting_ids: Iterable[int]) -> QuerySet[ConclusionNotice]:
    """Notices that followed from these meetings, discarded drafts left out."""
    found = ConclusionNotice.objects.visible_to(actor).filter(meeting__in=list(meeting_ids))
    return found.exclude(state=NoticeState.DISCARDED).order_by("pk")


def offered(actor: Actor, meeting_id: int, _kind: str) -> Further:
    """Return, for a meeting's page, the notices that followed from it and the deed that drafts one. One query."""
    found = list(notices_of(actor, [meeting_id])) if policies.reads(actor) else []
    papers = tuple(
        Paper(notice.get_absolute_url(), notice.title, f"{notice.number} · {notice.get_state_display()}".strip(" ·"))
        for notice in found
    )
    if not actor.has("contacts.keep"):
        return Further(papers)
    url = f"{reverse('coordination:draft_conclusion')}?hop={meeting_id}"
    return Further(papers, _("Soạn thông báo kết luận"), url, "pencil-square", ALLOW)
