"""A council's term is opened and ended."""

from __future__ import annotations

import re
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.base.official import official
from nghitruong.organisation import policies
from nghitruong.organisation.models import Membership, Organ, Term
from nghitruong.organisation.rules import roman
from nghitruong.organisation.rules.words import moved
from nghitruong.organisation.selectors import number_of_next_term

YEARS = re.compile(r"(\d{4})\s*[-–]\s*(\d{4})")


@transaction.atomic
def open_term(
    *,
    council: Organ,
    starts_on: date,
    years: str,
    actor: Actor,
    at: datetime,
    seats: int | None = None,
    number: int | None = None,
    number_basis: str = "",
) -> Term:
    """Open a term of these years ("2026-2031"). The number follows ORG-12 unless one is given with its basis."""
    policies.can_open_term(actor, council).require()
    council = locked(council)
    match = YEARS.fullmatch(years.strip())
    if match is None or int(match[1]) >= int(match[2]):
        raise Invalid(_("Ghi nhiệm kỳ theo dạng 2026-2031."))
    years = f"{match[1]}-{match[2]}"
    if council.terms.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=starts_on)).exists():
        raise Invalid(_("Nhiệm kỳ trước chưa kết thúc vào ngày ấy. Hãy kết thúc nhiệm kỳ trước đã."))
    if council.valid_from and starts_on < council.valid_from:
        raise Invalid(_("Nhiệm kỳ không thể bắt đầu trước ngày lập Hội đồng nhân dân."))
    due = number_of_next_term(council, years)
    if number is not None and number != due.number and not number_basis:
        raise Invalid(
            _("Theo %(citation)s, khóa phải là %(number)s. Muốn ghi khác, hãy nêu căn cứ.")
            % {"citation": due.citation.text, "number": roman(due.number)}
        )
    term = Term(council=council, starts_on=starts_on, years=years, seats=seats, number=number or due.number)
    term.number_basis = (number_basis or f"{due.why} ({due.citation.text})")[:300]
    term.save()
    audit.record(
        deed="term.open",
        subject=term,
        actor=actor,
        at=at,
        council_id=council.pk,
        changes={
            "khóa": roman(term.number), "nhiệm kỳ": years, "từ ngày": moved(None, starts_on),
            "số đại biểu được bầu": seats, "căn cứ số khóa": term.number_basis,
        },
    )  # fmt: skip
    return term


@transaction.atomic
def end_term(*, term: Term, on: date, actor: Actor, at: datetime, version: int | None = None) -> Term:
    """End a term on this day; the offices held for that term end with it."""
    policies.can_end_term(actor, term).require()
    term = locked(term, version=version)
    if on < term.starts_on:
        raise Invalid(_("Nhiệm kỳ không thể kết thúc trước ngày bắt đầu."))
    before, term.ends_on = term.ends_on, on
    term.version += 1
    term.save(update_fields=["ends_on", "version"])
    audit.record(
        deed="term.end", subject=term, actor=actor, at=at, council_id=term.council_id,
        changes={"đến ngày": moved(before, on)},
    )  # fmt: skip
    held = Membership.objects.filter(term=term, valid_to__isnull=True, valid_from__lte=on)
    for membership in held.select_related("person", "organ"):
        membership.valid_to, membership.ended_because = on, official("hết nhiệm kỳ")
        membership.version += 1
        membership.save(update_fields=["valid_to", "ended_because", "version"])
        audit.record(
            deed="membership.end", subject=membership, actor=actor, at=at, council_id=term.council_id,
            changes={"đến hết ngày": moved(None, on), "lý do": membership.ended_because},
        )  # fmt: skip
    return term
