"""Keep a figure that a document states."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.subjects import Subject
from nghitruong.documents import policies
from nghitruong.documents.models import Document, StatedFigure
from nghitruong.organisation.models import Organ


@transaction.atomic
def state_figure(
    *,
    council: Organ,
    source: str,
    figure: str,
    what: str,
    words: str,
    actor: Actor,
    at: datetime,
    value: Decimal | None = None,
    low: Decimal | None = None,
    high: Decimal | None = None,
    document: Document | None = None,
    organ: Organ | None = None,
    since: date | None = None,
    until: date | None = None,
    period: str = "",
    key: str = "",
    said_on: date | None = None,
    origin: Subject | None = None,
) -> StatedFigure:
    """Ghi số liệu nêu trong văn bản: a value, or a range, with the document's own words.

    Raises Invalid without a number, without words, or for a range or period the wrong way round.
    """
    policies.can_state_figure(actor, council).require()
    if (value is None) == (low is None or high is None):
        raise Invalid(_("Phải ghi một số, hoặc một khoảng từ – đến."))
    if low is not None and high is not None and low > high:
        raise Invalid(_("Khoảng số phải ghi từ số nhỏ đến số lớn."))
    if since is not None and until is not None and since > until:
        raise Invalid(_("Ngày cuối phải từ ngày đầu trở đi."))
    if not words.strip() or not what.strip():
        raise Invalid(_("Số liệu phải có nội dung và nguyên văn trong văn bản."))
    stated = StatedFigure.objects.create(
        council=council,
        document=document,
        source=source.strip()[:300],
        key=key,
        value=value,
        low=None if value is not None else low,
        high=None if value is not None else high,
        figure=figure.strip()[:60],
        what=what.strip()[:300],
        organ=organ,
        since=since,
        until=until,
        period=period.strip()[:120],
        words=words.strip(),
        said_on=said_on,
        origin_kind=origin.kind if origin else "",
        origin_id=origin.id if origin else None,
        stated_at=at,
    )
    audit.record(
        deed="figure.state",
        subject=stated,
        actor=actor,
        at=at,
        changes={"figure": stated.figure, "what": stated.what, "source": stated.source},
    )
    return stated
