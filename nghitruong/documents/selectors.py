"""Reads of the registers: what stands in which book, what waits, who may sign, one text's whole story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from nghitruong.audit import selectors as journal
from nghitruong.audit.models import Entry
from nghitruong.audit.selectors import Line
from nghitruong.base.actor import Actor
from nghitruong.base.subjects import Subject
from nghitruong.documents.enums import Capacity, Direction, IncomingState, Nature, PaperKind, PaperState
from nghitruong.documents.models import (
    Delivery,
    Document,
    Folder,
    Incoming,
    IncomingQuerySet,
    Paper,
    PaperQuerySet,
    Relation,
    Series,
    YearBook,
)
from nghitruong.documents.models.registers import INSIDE, body_symbol, register_body
from nghitruong.documents.rules.files import PDF
from nghitruong.documents.rules.numbering import OWN_KINDS, symbol_of
from nghitruong.documents.rules.signatures import SignatureFound, certificates, signatures
from nghitruong.documents.rules.signing import capacities, leads, usual_first
from nghitruong.language import fold, parse_date
from nghitruong.organisation.enums import OrganKind, Role
from nghitruong.organisation.models import Membership, Organ, OrganQuerySet
from nghitruong.ui.rules import Event, Facet, FileLink, Option

OPEN_INCOMING = (IncomingState.REGISTERED, IncomingState.ROUTED)
IN_HAND = (PaperState.DRAFT, PaperState.SUBMITTED)
MOST_ARRIVED, FIRST_ARRIVED = 200, 20
"""Recipients looked at, and texts shown, of what was sent within the system and waits."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address of a register asks for: words, a day, and the values of its facets."""

    words: str = ""
    day: date | None = None
    chosen: Mapping[str, list[str]] = field(default_factory=dict)

    @classmethod
    def by(cls, values: Mapping[str, list[str]]) -> Asked:
        first = {name: each[0] for name, each in values.items() if each}
        return cls(first.get("q", "").strip()[:200], parse_date(first.get("ngay", "")), values)

    def numbers(self, name: str) -> list[int]:
        return [int(each) for each in self.chosen.get(name, []) if each.isdigit()]

    def narrow(self, dated: Sequence[str]) -> Q:
        """Return the condition of the words, the day and the facets that both registers share."""
        wanted = Q()
        for word in fold(self.words).split():
            wanted &= Q(folded__contains=word)
        if self.day is not None:
            on = Q()
            for name in dated:
                on |= Q(**{name: self.day})
            wanted &= on
        if years := self.numbers("nam"):
            wanted &= Q(year__in=years)
        if series := self.numbers("day-so"):
            wanted &= Q(series__in=series)
        if kinds := [each for each in self.chosen.get("loai", []) if each in PaperKind.values]:
            wanted &= Q(kind__in=kinds)
        if organs := self.numbers("co-quan"):
            wanted &= Q(organ__in=organs)
        return wanted


def outgoing(actor: Actor, asked: Asked, name: str) -> PaperQuerySet:
    """Return the outgoing register as asked: "" what was issued, "du-thao" what is in hand, "bo" dropped drafts."""
    rows = Paper.objects.visible_to(actor).select_related("organ").filter(asked.narrow(["signed_on"]))
    if name == "du-thao":
        return rows.filter(state__in=IN_HAND).order_by("-drafted_at", "-pk")
    if name == "bo":
        return rows.filter(state=PaperState.DROPPED).order_by("-drafted_at", "-pk")
    return rows.filter(state=PaperState.ISSUED).order_by("-signed_on", "-number", "-pk")


def incoming(actor: Actor, asked: Asked, name: str, on: date) -> IncomingQuerySet:
    """Return the incoming register as asked: "" all, "cho-chuyen", "dang-xu-ly", "qua-han"."""
    rows = Incoming.objects.visible_to(actor).select_related("handler_organ", "handler__person")
    rows = rows.filter(asked.narrow(["arrived_on", "signed_on"]))
    if name == "cho-chuyen":
        rows = rows.filter(state=IncomingState.REGISTERED)
    elif name == "dang-xu-ly":
        rows = rows.filter(state=IncomingState.ROUTED)
    elif name == "qua-han":
        rows = rows.filter(state__in=OPEN_INCOMING, due_on__lt=on)
    return rows.order_by("-arrived_on", "-number", "-pk")


def standing(actor: Actor, on: date) -> dict[str, int]:
    """Count the lists of the incoming register, in one statement."""
    return Incoming.objects.visible_to(actor).aggregate(
        all=Count("pk"),
        waiting=Count("pk", filter=Q(state=IncomingState.REGISTERED)),
        routed=Count("pk", filter=Q(state=IncomingState.ROUTED)),
        late=Count("pk", filter=Q(state__in=OPEN_INCOMING, due_on__lt=on)),
    )


def in_hand(actor: Actor) -> dict[str, int]:
    """Count the lists of the outgoing register, in one statement."""
    return Paper.objects.visible_to(actor).aggregate(
        issued=Count("pk", filter=Q(state=PaperState.ISSUED)),
        drafts=Count("pk", filter=Q(state__in=IN_HAND)),
        dropped=Count("pk", filter=Q(state=PaperState.DROPPED)),
    )


def arrived(actor: Actor) -> list[list[Delivery]]:
    """Return what was sent within the system and waits to be received, by text and register; the oldest first.

    What the own house issued is in its outgoing register and waits for nobody.
    """
    if not actor.has("documents.keep"):
        return []
    waiting = Delivery.objects.visible_to(actor).filter(opened_at=None, paper__secrecy="none")
    loaded = waiting.select_related("paper__organ", "organ__council").order_by("sent_at", "pk")
    return by_register(each for each in loaded[:MOST_ARRIVED])[:FIRST_ARRIVED]


def by_register(deliveries: Iterable[Delivery]) -> list[list[Delivery]]:
    """Put together what stands for one entry of one register: a text, and the house that it came to."""
    found: dict[tuple[int, int], list[Delivery]] = defaultdict(list)
    for each in deliveries:
        if each.organ is not None and (body := register_body(each.organ)).pk != each.paper.body_id:
            found[each.paper_id, body.pk].append(each)
    return list(found.values())


def facets(actor: Actor, asked: Asked, direction: str) -> list[Facet]:
    """Return the facets of a register: year, series, the types there are. Two statements."""
    books = YearBook.objects.filter(series__direction=direction).filter(_house("series__organ", actor))
    rows = list(books.select_related("series__organ").order_by("-year", "series__nature"))
    years, series = asked.numbers("nam"), asked.numbers("day-so")
    kinds = asked.chosen.get("loai", [])
    model: Any = Paper if direction == Direction.OUT else Incoming
    held = set(model.objects.visible_to(actor).order_by().values_list("kind", flat=True).distinct())
    found = [
        Facet("nam", _("Năm"), [Option(str(y), str(y), checked=y in years) for y in _each(row.year for row in rows)]),
        Facet(
            "day-so",
            _("Dãy số"),
            [
                Option(str(each.pk), f"{each.symbol}: {each.get_nature_display()}", checked=each.pk in series)
                for each in {row.series_id: row.series for row in rows}.values()
            ],
        ),
        Facet("loai", _("Loại"), [Option(v, str(t), checked=v in kinds) for v, t in PaperKind.choices if v in held]),
    ]
    return [facet for facet in found if facet.options]


def _each(values: object) -> list[int]:
    return list(dict.fromkeys(values))  # type: ignore[call-overload]  # any iterable of numbers


def _house(name: str, actor: Actor) -> Q:
    own = Q(**{f"{name}__in": actor.organ_ids})
    if actor.role in INSIDE:
        own |= Q(**{f"{name}__in": actor.council_ids})
        own |= Q(**{f"{name}__council__in": actor.council_ids, f"{name}__kind__in": OWN_KINDS})
    return own


def series_of(actor: Actor) -> QuerySet[Series]:
    """Return the number series of the house."""
    return Series.objects.filter(_house("organ", actor)).select_related("organ").prefetch_related("books")


def own_organs(actor: Actor, on: date) -> OrganQuerySet:
    """Return the organs whose texts this office may draft: those of its house, or for leaders their own."""
    rows = Organ.objects.on(on).select_related("council")
    if actor.has("documents.keep"):
        own = Q(pk__in=actor.organ_ids)
        if actor.role in INSIDE:
            own |= Q(pk=actor.council_id or 0) | Q(council_id=actor.council_id or 0, kind__in=OWN_KINDS)
        return rows.filter(own).order_by("kind", "sort_key")
    return rows.filter(pk__in=actor.organ_ids)


def addressees(actor: Actor, on: date) -> list[Organ]:
    """Return the organs of the system a text is usually sent to: own, the agencies, the level above, those below."""
    own = Organ.objects.select_related("unit").filter(pk=actor.council_id or 0).first()
    if own is None:
        return []
    near = Q(pk=own.pk) | Q(council=own)
    if own.unit is not None:
        heads = [OrganKind.COUNCIL, OrganKind.STANDING, OrganKind.PEOPLES_COMMITTEE]
        near |= Q(unit=own.unit.parent_id or 0, kind__in=[*heads, OrganKind.NATIONAL_DELEGATION, OrganKind.OFFICE])
        near |= Q(unit__parent=own.unit_id, kind__in=[OrganKind.STANDING])
    return list(Organ.objects.on(on).filter(near).exclude(kind=OrganKind.GROUP).order_by("kind", "sort_key", "pk"))


def signers(organ: Organ, on: date) -> list[Membership]:
    """Return the offices of the house that may sign for this organ on the day, the usual ones first."""
    body = register_body(organ)
    house = Q(organ=body) | Q(organ=organ)
    if body.kind == OrganKind.COUNCIL:
        house |= Q(organ__council=body, organ__kind__in=OWN_KINDS)
    found = (
        Membership.objects.on(on)
        .filter(house)
        .exclude(role__in=[Role.AUDITOR, Role.ADMINISTRATOR, Role.UPPER_OFFICE])
        .select_related("person", "organ__council")
    )
    rows = [(capacities_of(organ, each)[0] == Capacity.TUQ, each) for each in found]
    leading = [each for is_last, each in rows if not is_last]
    return sorted(leading, key=lambda each: (each.organ_id != organ.pk, each.role, each.person.sort_key)) + [
        each for is_last, each in rows if is_last and leads(each.office)
    ]


def capacities_of(organ: Organ, signer: Membership) -> tuple[str, ...]:
    """Return in which capacities this office may sign for the organ, the usual one first."""
    council = organ.kind in {OrganKind.COUNCIL, OrganKind.STANDING}
    stands_for = council and signer.role in {Role.CHAIR, Role.VICE_CHAIR}
    same = signer.organ_id == organ.pk or (stands_for and register_body(signer.organ) == register_body(organ))
    allowed = capacities(organ.kind, signer.role, sits_there=same, is_leader=leads(signer.office))
    return usual_first(allowed, signer.office)


def symbol_to_come(organ: Organ, kind: str) -> str:
    """Return the symbol an administrative text of this organ would get today: "TB-HĐND". One statement."""
    body = register_body(organ)
    series = Series.objects.filter(organ__in={organ.pk, body.pk}, direction=Direction.OUT, nature=Nature.GENERAL)
    found = {each.organ_id: each for each in series}
    own = found.get(organ.pk) or found.get(body.pk)
    return symbol_of(kind, own.symbol if own else body_symbol(body), unit=own.unit_symbol if own else "")


def handlers(actor: Actor, on: date) -> tuple[OrganQuerySet, QuerySet[Membership]]:
    """Return to whom an incoming text may be routed: organs of the council, and people of the house."""
    council = actor.council_id or 0
    organs = Organ.objects.on(on).filter(Q(council_id=council) | Q(pk__in=actor.organ_ids)).order_by("kind", "sort_key")
    own = Q(organ__in=actor.organ_ids)
    if actor.role in INSIDE:
        own |= Q(organ=council) | Q(organ__council=council, organ__kind__in=OWN_KINDS)
    people = Membership.objects.on(on).filter(own).exclude(role__in=[Role.AUDITOR, Role.ADMINISTRATOR])
    return organs, people.select_related("person", "organ").order_by("person__sort_key", "pk")


def open_folders(actor: Actor, body_id: int) -> QuerySet[Folder]:
    """Return the open files of a body."""
    return Folder.objects.visible_to(actor).filter(body_id=body_id, state="open")


@dataclass(frozen=True, slots=True)
class Link:
    """Another text that changes this one, or that this one changes."""

    words: str
    paper: Paper


def relations(paper: Paper, actor: Actor) -> list[Link]:
    """Return the texts this one changes and those that change it, as far as the actor may see them. One statement."""
    seen = Paper.objects.visible_to(actor).values("pk")
    told = Q(later=paper, earlier__in=seen) | Q(earlier=paper, later__in=seen)
    rows = Relation.objects.filter(told).select_related("later", "earlier")
    return [
        Link(_("%(deed)s văn bản") % {"deed": str(each.get_kind_display()).capitalize()}, each.earlier)
        if each.later_id == paper.pk
        else Link(_("Được %(deed)s bởi") % {"deed": each.get_kind_display()}, each.later)
        for each in rows
    ]


def signatures_of(document: Document | None, at: datetime) -> list[SignatureFound]:
    """Return what the digital signatures of a text's PDF say; read once an hour for each file."""
    file = document.file if document else None
    if file is None or file.mime != PDF:
        return []
    key = f"signatures:{file.sha256}"
    found: list[SignatureFound] | None = cache.get(key)
    if found is None:
        found = signatures(_bytes(file.sha256), at=at, roots=_roots())
        cache.set(key, found, 3600)
    return found


def _bytes(sha256: str) -> bytes:
    place = Path(settings.FILES_ROOT) / sha256[:2] / sha256
    return place.read_bytes() if place.exists() else b""


def _roots() -> list[bytes]:
    """Return the certificates this installation trusts: .pem, .crt or .cer files in the folder the settings name."""
    if not settings.SEAL_ROOTS:
        return []
    files = [each for each in sorted(Path(settings.SEAL_ROOTS).glob("*")) if each.suffix in {".pem", ".crt", ".cer"}]
    return [der for each in files for der in certificates(each.read_bytes())]


_ICONS = {
    "paper.draft": ("pencil", ""),
    "paper.submit": ("arrow-right", "info"),
    "paper.send_back": ("arrow-return-left", "soon"),
    "paper.drop": ("x-circle", ""),
    "paper.issue": ("check-lg", "done"),
    "paper.distribute": ("send", "info"),
    "paper.receive": ("envelope-open", "done"),
    "paper.correct": ("pencil-square", "soon"),
    "paper.copy": ("file-earmark-check", "info"),
    "paper.file": ("folder2-open", ""),
    "paper.seal": ("shield-check", "done"),
    "incoming.register": ("inbox", "info"),
    "incoming.route": ("arrow-right", "info"),
    "incoming.finish": ("check-lg", "done"),
    "incoming.copy": ("file-earmark-check", "info"),
    "incoming.file": ("folder2-open", ""),
}


def story(subject: Subject) -> tuple[list[Event], list[Document]]:
    """Return what happened to a text, newest first, and its files. Two statements."""
    files = list(
        Document.objects.filter(subject_kind=subject.kind, subject_id=subject.id)
        .exclude(file=None)
        .select_related("file")
        .order_by("-added_at", "-pk")
    )
    by_moment = {(each.deed, each.added_at): each for each in files}
    entries = Entry.objects.filter(kind=subject.kind, object_id=subject.id)
    return [_event(journal.in_words(each), each.deed, by_moment) for each in entries], files


def _event(line: Line, deed: str, files: Mapping[tuple[str, datetime], Document]) -> Event:
    icon, tone = _ICONS.get(deed, ("circle", ""))
    paper = files.get((deed, line.at))
    link = FileLink(paper.file.name, reverse("documents:download", args=[paper.pk])) if paper and paper.file else None
    return Event(
        at=line.at,
        title=line.deed[:1].upper() + line.deed[1:],
        icon=icon,
        tone=tone,
        who=", ".join(filter(None, [line.who, line.office])),
        facts=[(name, value) for name, value in line.changes if value],
        documents=[link] if link else (),
    )
