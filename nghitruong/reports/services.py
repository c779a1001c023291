"""Deeds on periodic reports: draft, edit, recompute, sign, compare, discard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Conflict, Invalid
from nghitruong.base.locking import locked
from nghitruong.base.subjects import Subject
from nghitruong.documents import services as documents
from nghitruong.documents.enums import DocumentKind
from nghitruong.documents.models import StoredFile
from nghitruong.organisation.models import Organ
from nghitruong.reports import policies, selectors
from nghitruong.reports.flow import REPORT
from nghitruong.reports.models import ADDED_FROM, Figure, Passage, Report
from nghitruong.reports.rules import Amount


@transaction.atomic
def draft(
    *,
    council: Organ,
    period: str,
    since: date,
    until: date,
    as_of: date,
    with_lower: bool = False,
    actor: Actor,
    at: datetime,
) -> Report:
    """Lập báo cáo định kỳ: figures computed, sentences proposed.

    Raises Invalid where the days are out of order or `as_of` is still to come.
    """
    policies.can_draft(actor, council).require()
    _check(since, until, as_of, timezone.localtime(at).date())
    report = Report.objects.create(
        council=council, period=period, since=since, until=until, as_of=as_of, with_lower=with_lower, computed_at=at
    )
    figures = _store(report)
    _propose(report, figures)
    figures = _own_of(figures)
    audit.record(
        deed="report.draft",
        subject=report,
        actor=actor,
        at=at,
        changes={"period": report.named, "as_of": as_of.isoformat(), "figures": _told(figures)},
    )
    return report


@transaction.atomic
def recompute(*, report: Report, as_of: date, actor: Actor, at: datetime) -> Report:
    """Tính lại số liệu. Sentences nobody touched are proposed anew; edited ones keep their words.

    Raises Invalid for an `as_of` before the period or still to come.
    """
    policies.can_recompute(actor, report).require()
    report = locked(report)
    REPORT.after("recompute", report.state)
    _check(report.since, report.until, as_of, timezone.localtime(at).date())
    before = _told(_own(report))
    report.as_of, report.computed_at = as_of, at
    report.version += 1
    report.save(update_fields=["as_of", "computed_at", "version"])
    report.figures.all().delete()
    figures = _store(report)
    _propose(report, figures)
    after = _told(_own_of(figures))
    changed = {key: [before.get(key), value] for key, value in after.items() if before.get(key) != value}
    audit.record(
        deed="report.recompute",
        subject=report,
        actor=actor,
        at=at,
        changes={"as_of": as_of.isoformat(), "changed": changed},
    )
    return report


@transaction.atomic
def edit(
    *, report: Report, texts: Mapping[str, str], added: Mapping[str, str], version: int, actor: Actor, at: datetime
) -> Report:
    """Sửa lời báo cáo. `texts` by the sentence's name ("" removes the sentence), `added` a new sentence by section.

    Raises Conflict where somebody else was faster.
    """
    policies.can_edit(actor, report).require()
    report = locked(report, version=version)
    REPORT.after("edit", report.state)
    changes: dict[str, list[str]] = {}
    for passage in report.passages.all():
        words = " ".join(texts.get(passage.name, passage.text).split())
        if words == passage.text:
            continue
        changes[passage.name] = [passage.text, words]
        passage.text = words
        passage.save(update_fields=["text"])
    last = max([ADDED_FROM, *(passage.place for passage in report.passages.all())])
    for section, text in added.items():
        words = " ".join(text.split())
        if not words:
            continue
        last += 1
        new = Passage.objects.create(report=report, section=section, place=last, text=words)
        changes[new.name] = ["", words]
    if changes:
        report.version += 1
        report.save(update_fields=["version"])
        audit.record(deed="report.edit", subject=report, actor=actor, at=at, changes=dict(changes))
    return report


@transaction.atomic
def sign(
    *,
    report: Report,
    signer: str,
    on: date,
    number: str = "",
    file: StoredFile | None = None,
    version: int,
    actor: Actor,
    at: datetime,
) -> Report:
    """Ký báo cáo, chốt số liệu. From now on its figures never change; a later comparison stands beside them.

    Raises Conflict where the records have changed since the figures were computed: what is signed is what was seen,
    and it must still be true on `as_of`. Raises Invalid without a signer or for a day out of place.
    """
    policies.can_sign(actor, report).require()
    report = locked(report, version=version)
    if not signer.strip():
        raise Invalid(_("Phải ghi người ký."))
    if not report.until <= on <= timezone.localtime(at).date():
        raise Invalid(_("Ngày ký phải sau kỳ báo cáo và không ở phía trước."))
    stored = {figure.key: figure.amount for figure in _own(report)}
    moved = []
    for each in selectors.compute(_scope(report)):
        if stored.pop(each.described.key, None) != each.amount:
            moved.append(str(each.described.label))
    moved += [str(figure.described.label) for figure in _own(report) if figure.key in stored]
    if moved:
        raise Conflict(
            _("Số liệu đã thay đổi sau lần tính gần nhất (%(which)s). Hãy tính lại và xem lại trước khi ký.")
            % {"which": ", ".join(moved[:5])},
            {},
        )
    report.state = REPORT.after("sign", report.state)
    report.signer, report.signed_on = signer.strip(), on
    report.version += 1
    report.document = documents.attach(
        subject=Subject.of(report),
        council=report.council,
        kind=DocumentKind.REPORT,
        abstract=str(report),
        number=number,
        signed_on=on,
        organ=report.council,
        signer=signer,
        file=file,
        deed="report.sign",
        actor=actor,
        at=at,
    )
    report.save(update_fields=["state", "signer", "signed_on", "document", "version"])
    audit.record(
        deed="report.sign",
        subject=report,
        actor=actor,
        at=at,
        changes={"number": number, "signer": report.signer, "figures": _told(_own(report))},
    )
    return report


@transaction.atomic
def compare(*, report: Report, actor: Actor, at: datetime) -> list[Figure]:
    """Tính lại để đối chiếu với số đã chốt, by the same day; return the figures that come out otherwise."""
    policies.can_compare(actor, report).require()
    report = locked(report)
    REPORT.after("compare", report.state)
    again = {each.described.key: each for each in selectors.compute(_scope(report))}
    figures = _own(report)
    counted = {record for figure in figures if figure.is_stated for record in figure.records}
    for figure in figures:
        found = again.get(figure.key)
        amount = found.amount if found is not None else Amount()
        figure.again, figure.again_low, figure.again_high = amount.value, amount.low, amount.high
    Figure.objects.bulk_update(figures, ["again", "again_low", "again_high"])
    report.compared_at = at
    report.later = sorted({record for each in again.values() if each.stated for record in each.records} - counted)
    report.save(update_fields=["compared_at", "later"])
    moved = [figure for figure in figures if figure.has_moved]
    audit.record(
        deed="report.compare",
        subject=report,
        actor=actor,
        at=at,
        changes={
            "moved": {figure.key: [_number(figure.amount), _number(figure.amount_again)] for figure in moved},
            "later": report.later,
        },
    )
    return moved


@transaction.atomic
def discard(*, report: Report, reason: str, actor: Actor, at: datetime) -> None:
    """Bỏ dự thảo báo cáo. A signed report is never thrown away. Raises Invalid without a reason."""
    policies.can_discard(actor, report).require()
    report = locked(report)
    REPORT.after("discard", report.state)
    if not reason.strip():
        raise Invalid(_("Hãy ghi lý do."))
    audit.record(
        deed="report.discard",
        subject=report,
        actor=actor,
        at=at,
        changes={"title": str(report), "reason": reason.strip()},
    )
    report.delete()


def _check(since: date, until: date, as_of: date, today: date) -> None:
    if since > until:
        raise Invalid(_("Ngày cuối phải từ ngày đầu trở đi."))
    if as_of < since:
        raise Invalid(_("Số liệu phải tính đến một ngày từ đầu kỳ báo cáo trở đi."))
    if as_of > today:
        raise Invalid(_("Số liệu không thể tính đến một ngày còn ở phía trước."))


def _scope(report: Report) -> selectors.Scope:
    lower = selectors.lower_of(report.council, report.until) if report.with_lower else []
    return selectors.Scope(report.council, report.since, report.until, report.as_of, tuple(lower))


def _store(report: Report) -> list[Figure]:
    """Compute and store every figure; return the report's own and each council's."""
    figures = selectors.figures_of(report, _scope(report))
    Figure.objects.bulk_create(figures, batch_size=200)
    return figures


def _own_of(figures: Sequence[Figure]) -> list[Figure]:
    return [figure for figure in figures if figure.council_id is None]


def _propose(report: Report, figures: Sequence[Figure]) -> None:
    """Lay the proposed sentences: those that people edited stay, with what would be proposed now beside them.

    A sentence is known again by its first figure: the others are said where there is something of them.
    """
    proposed = selectors.proposed(figures)
    kept = [passage for passage in report.passages.all() if passage.is_edited]
    by_first = {passage.keys[0]: passage for passage in kept if passage.keys}
    report.passages.all().delete()
    laid = []
    for place, each in enumerate(proposed):
        edited = by_first.pop(each.keys[0], None)
        text = edited.text if edited else each.text
        laid.append(selectors.passage_of(report, each, place, text))
    left = [passage for passage in kept if not passage.keys or passage.keys[0] in by_first]
    for passage in left:
        place = passage.place if passage.place > ADDED_FROM else len(laid)
        laid.append(Passage(report=report, section=passage.section, place=place, text=passage.text, keys=passage.keys))
    Passage.objects.bulk_create(laid)


def _own(report: Report) -> list[Figure]:
    return list(report.figures.filter(council__isnull=True))


def _number(amount: Amount) -> str | None:
    ends = [amount.value] if amount.value is not None else [amount.low, amount.high]
    return "-".join(f"{end.normalize():f}" for end in ends if end is not None) or None


def _told(figures: Sequence[Figure]) -> dict[str, str | None]:
    return {figure.key: _number(figure.amount) for figure in figures}
