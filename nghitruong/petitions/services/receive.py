"""Take a petition in, and correct it before it goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from itertools import islice

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.audit.services import Line
from nghitruong.base.actor import Actor
from nghitruong.base.bulk import insert_many
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.base.official import official
from nghitruong.contacts.enums import OpinionKind
from nghitruong.contacts.models import Opinion, Point
from nghitruong.meetings.models import Meeting
from nghitruong.organisation.models import Organ
from nghitruong.petitions import policies
from nghitruong.petitions.enums import Channel, Kind, State
from nghitruong.petitions.models import Petition
from nghitruong.petitions.services.likeness import index_traits
from nghitruong.petitions.services.repeats import propose_repeats
from nghitruong.search.services import left_out, together
from nghitruong.territory.models import Unit


@transaction.atomic
def receive(
    *,
    council: Organ,
    text: str,
    received_on: date,
    actor: Actor,
    at: datetime,
    kind: str = Kind.PETITION,
    channel: str = Channel.CONTACT,
    opinion: Opinion | None = None,
    point: Point | None = None,
    session: Meeting | None = None,
    unit: Unit | None = None,
    place: str = "",
    voter: str = "",
    voices: int = 1,
    source: dict[str, str] | None = None,
    is_sample: bool = False,
) -> Petition:
    """Tiếp nhận kiến nghị: give it a number in the council's yearly series and write it down.

    An `opinion` taken down in the hall gives its words, place and voter; only an opinion of kind "petition" may
    become one. Raises Invalid for an empty text or a date in the future; L72/2025 Đ.31.6.
    """
    policies.can_receive(actor, council).require()
    if opinion is not None:
        if opinion.kind != OpinionKind.PETITION:
            raise Invalid(_("Ý kiến này không được phân loại là kiến nghị nên không đưa vào sổ kiến nghị."))
        if Petition.objects.filter(opinion=opinion).exists():
            raise Invalid(_("Ý kiến này đã được đưa vào sổ kiến nghị."))
    if not text.strip():
        raise Invalid(_("Nội dung kiến nghị không được để trống."))
    if received_on > timezone.localtime(at).date():
        raise Invalid(_("Ngày tiếp nhận không được ở tương lai."))
    series = locked(council)
    last = Petition.objects.filter(council=series, year=received_on.year).aggregate(last=Max("seq"))["last"] or 0
    petition = Petition.objects.create(
        council=series,
        keeper=series,
        year=received_on.year,
        seq=last + 1,
        code=f"KN-{last + 1:04d}/{received_on.year}",
        kind=kind,
        state=State.RECEIVED if kind == Kind.PETITION else State.NOTED,
        text=text.strip(),
        channel=channel,
        opinion=opinion,
        point=point or (opinion.point if opinion else None),
        session=session,
        unit=unit,
        place=place,
        voter=voter,
        voices=voices,
        received_on=received_on,
        source=source or {},
        is_sample=is_sample,
    )
    index_traits(petitions=[petition])
    _record_receipts([petition], series, actor, at)
    if petition.kind == Kind.PETITION:
        propose_repeats(petitions=[petition], actor=actor, at=at)
    return petition


AT_ONCE = 500


@transaction.atomic
def receive_many(
    *,
    council: Organ,
    drafts: Iterable[Petition],
    actor: Actor,
    at: datetime,
    told: Callable[[int], None] = lambda _done: None,
    is_indexed: bool = True,
) -> int:
    """Tiếp nhận kiến nghị by the hundred: as `receive`, one journal line for each, in a few statements a piece.

    `drafts` are unsaved petitions that lack their number and keeper. `told` is called with how many are done after
    each piece; what it raises takes everything back. Not `is_indexed`: what they are searched and compared by is
    left to the caller (services.index_next). Return how many were received.
    """
    policies.can_receive(actor, council).require()
    series, done = locked(council), 0
    today = timezone.localtime(at).date()
    last: dict[int, int] = dict(
        Petition.objects.filter(council=series).values_list("year").annotate(last=Max("seq")).order_by("year")
    )
    queue = iter(drafts)
    with together() if is_indexed else left_out():
        while piece := list(islice(queue, AT_ONCE)):
            for petition in piece:
                if not petition.text.strip():
                    raise Invalid(_("Nội dung kiến nghị không được để trống."))
                if petition.received_on > today:
                    raise Invalid(_("Ngày tiếp nhận không được ở tương lai."))
                year = petition.received_on.year
                last[year] = last.get(year, 0) + 1
                petition.council = petition.keeper = series
                petition.year, petition.seq = year, last[year]
                petition.code = f"KN-{last[year]:04d}/{year}"
                petition.state = State.RECEIVED if petition.kind == Kind.PETITION else State.NOTED
            insert_many(piece)
            if is_indexed:
                index_traits(petitions=piece)
            _record_receipts(piece, series, actor, at)
            done += len(piece)
            told(done)
    return done


def _record_receipts(petitions: Sequence[Petition], council: Organ, actor: Actor, at: datetime) -> None:
    channels = {value: official(label) for value, label in Channel.choices}
    lines = [
        Line(
            petition,
            {"mã": petition.code, "ngày tiếp nhận": petition.received_on, "nguồn": channels[petition.channel]},
        )
        for petition in petitions
    ]
    audit.record_many(deed="petition.receive", lines=lines, actor=actor, at=at, council_id=council.pk)


@transaction.atomic
def edit(
    *,
    petition: Petition,
    version: int,
    text: str,
    place: str,
    unit: Unit | None,
    voter: str,
    voices: int,
    actor: Actor,
    at: datetime,
) -> Petition:
    """Sửa nội dung tiếp nhận before it is forwarded. Raises Conflict when somebody saved since `version`."""
    policies.can_edit(actor, petition).require()
    petition = locked(petition, version=version)
    policies.can_edit(actor, petition).require()
    if not text.strip():
        raise Invalid(_("Nội dung kiến nghị không được để trống."))
    before = petition.text
    petition.text, petition.place, petition.unit = text.strip(), place, unit
    petition.voter, petition.voices, petition.version = voter, voices, version + 1
    petition.save(update_fields=["text", "place", "unit", "voter", "voices", "version"])
    audit.record(
        deed="petition.edit",
        subject=petition,
        actor=actor,
        at=at,
        council_id=petition.keeper_id,
        changes={"trước": before, "sau": petition.text, "nơi nêu": place},
    )
    return petition
