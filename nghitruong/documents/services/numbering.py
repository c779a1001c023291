"""Number series of a body: opened once, a number taken under a lock, never given back."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.documents import policies
from nghitruong.documents.enums import Direction, Nature
from nghitruong.documents.models import Series, YearBook
from nghitruong.documents.models.registers import body_symbol, register_body
from nghitruong.documents.rules.numbering import OWN_KINDS
from nghitruong.organisation.models import Organ


@transaction.atomic
def open_series(
    *,
    organ: Organ,
    direction: str,
    nature: str,
    symbol: str,
    actor: Actor,
    at: datetime,
    unit_symbol: str = "",
    last: int | None = None,
    last_on: date | None = None,
) -> Series:
    """Mở dãy số riêng cho một cơ quan (law.md DOC-06): from now on its texts of this nature are numbered there.

    A series that stands already gets the new abbreviations; numbers given stay. `last` and `last_on` are the last
    number of this year and its day in the register kept until now: the next number follows. Raises Invalid for an
    empty symbol, for one that another series of the same house bears, for one of the two without the other, for a day
    that is not of this year or not yet come, and where the system has given a number of this year already.
    """
    policies.can_open_series(actor, organ).require()
    if not symbol.strip() or "/" in symbol + unit_symbol:
        raise Invalid(_("Hãy ghi chữ viết tắt tên cơ quan, không có dấu gạch chéo."))
    values = {"symbol": symbol.strip()[:20], "unit_symbol": unit_symbol.strip()[:20]}
    _refuse_same(organ, direction, nature, values["symbol"], values["unit_symbol"])
    series, is_new = Series.objects.get_or_create(
        organ=organ, direction=direction, nature=nature,
        defaults={**values, "opened_on": timezone.localdate(at)},
    )  # fmt: skip
    if not is_new:
        series = locked(series)
        Series.objects.filter(pk=series.pk).update(**values)
        series.refresh_from_db()
    taken: dict[str, object] = {}
    if last is not None or last_on is not None:
        taken = _take_over(series, last, last_on, timezone.localdate(at))
    audit.record(deed="series.open", subject=series, actor=actor, at=at, changes={**values, **taken})
    return series


def _refuse_same(organ: Organ, direction: str, nature: str, symbol: str, unit_symbol: str) -> None:
    """Number and symbol are one body's only once in a year (DOC-01): two of its series do not bear the same letters."""
    if direction != Direction.OUT:
        return
    body = register_body(organ)
    house = Q(organ=body) | Q(organ__council=body, organ__kind__in=OWN_KINDS)
    others = list(Series.objects.filter(house, direction=direction, nature=nature).exclude(organ=organ))
    borne = {(each.symbol, each.unit_symbol): each.organ for each in others}
    if organ.pk != body.pk and all(each.organ_id != body.pk for each in others):
        borne[body_symbol(body), ""] = body
    if (symbol, unit_symbol) in borne:
        told = {"symbol": "-".join(filter(None, (symbol, unit_symbol))), "organ": borne[symbol, unit_symbol].name}
        raise Invalid(_("Ký hiệu %(symbol)s là của dãy số %(organ)s: hai dãy cùng ký hiệu sẽ cấp trùng số.") % told)


def _take_over(series: Series, last: int | None, last_on: date | None, today: date) -> dict[str, object]:
    if last is None or last_on is None or last < 1:
        raise Invalid(_("Sổ dùng từ trước: ghi cả số cuối cùng và ngày của số đó."))
    if last_on > today or last_on.year != today.year:
        raise Invalid(_("Ngày của số cuối cùng phải thuộc năm nay và không sau hôm nay."))
    locked(series)
    book, _is_new = YearBook.objects.get_or_create(series=series, year=last_on.year)
    if book.last > book.taken_over:
        raise Invalid(
            _("Sổ năm %(year)s đã cấp đến số %(last)s trên hệ thống, không đặt lại được.")
            % {"year": book.year, "last": book.last}
        )
    book.last, book.last_on, book.taken_over = last, last_on, last
    book.save(update_fields=["last", "last_on", "taken_over"])
    return {"taken_over": last, "last_on": last_on}


def series_of(*, organ: Organ, direction: str, on: date, nature: str = Nature.GENERAL) -> Series:
    """Return the organ's own series, else its body's; the body's first text of a nature opens it.

    Two who open it at once meet at its unique constraint. The body's row is not locked: whoever holds the series
    and enters a text of that body would wait for it, and both for ever.
    """
    body = register_body(organ)
    found = {
        each.organ_id: each
        for each in Series.objects.filter(organ__in={organ.pk, body.pk}, direction=direction, nature=nature)
    }
    series = found.get(organ.pk) or found.get(body.pk)
    if series is not None:
        return series
    return Series.objects.get_or_create(
        organ=body, direction=direction, nature=nature,
        defaults={"symbol": body_symbol(body), "unit_symbol": "", "opened_on": on},
    )[0]  # fmt: skip


def take_number(*, series: Series, on: date) -> int:
    """Return the next number of the series in the year of `on`: the series' row stays locked until the deed ends.

    Numbers and days run the same way: a day before that of the last number is refused.
    """
    locked(series)
    book, _is_new = YearBook.objects.get_or_create(series=series, year=on.year)
    if book.last_on is not None and on < book.last_on:
        raise Invalid(
            _("Sổ đã có số %(number)s ngày %(on)s, không cấp được số cho ngày trước đó.")
            % {"number": book.last, "on": f"{book.last_on:%d/%m/%Y}"}
        )
    book.last += 1
    book.last_on = on
    book.save(update_fields=["last", "last_on"])
    return book.last
