"""What a gathering is about and where it sits: organs called, sites, agenda, minutes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.base.subjects import Subject
from nghitruong.meetings import policies
from nghitruong.meetings.models import AgendaItem, Meeting, Party, Site
from nghitruong.organisation.models import Organ


@dataclass(frozen=True, slots=True)
class Seat:
    """One site (điểm cầu): its place, the organ that hosts it, who sits there."""

    place: str
    host: Organ | None = None
    people: str = ""
    people_present: int | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """One line of the agenda; `pk` names the line that stands, None a new one."""

    what: str
    reporter: str = ""
    subject: Subject | None = None
    pk: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What was said on one line of the agenda and what the chair concluded."""

    said: str = ""
    conclusion: str = ""


@transaction.atomic
def invite(*, meeting: Meeting, organs: Iterable[Organ], actor: Actor, at: datetime) -> list[Party]:
    """Mời cơ quan dự: these organs and no others, as bodies. Returns all that are called now."""
    policies.can_invite(actor, meeting).require()
    meeting = locked(meeting)
    policies.can_invite(actor, meeting).require()
    wanted = {organ.pk: organ for organ in organs}
    standing = {party.organ_id: party for party in meeting.parties.select_related("organ")}
    added = [organ for pk, organ in wanted.items() if pk not in standing]
    removed = [party.organ for pk, party in standing.items() if pk not in wanted]
    meeting.parties.filter(organ__in=removed).delete()
    Party.objects.bulk_create(Party(meeting=meeting, organ=organ) for organ in added)
    if added or removed:
        told = {"mời": [organ.name for organ in added], "thôi mời": [organ.name for organ in removed]}
        _record("invite", meeting, actor, at, {name: names for name, names in told.items() if names})
    return list(meeting.parties.select_related("organ"))


@transaction.atomic
def seat(*, meeting: Meeting, version: int, sites: Sequence[Seat], actor: Actor, at: datetime) -> Meeting:
    """Ghi điểm cầu: the whole list at once. Raises Conflict when the meeting was saved since `version`.

    Raises Invalid for a place named twice or left blank.
    """
    policies.can_seat(actor, meeting).require()
    meeting = locked(meeting, version=version)
    policies.can_seat(actor, meeting).require()
    places = [one.place.strip() for one in sites]
    if not all(places):
        raise Invalid(_("Mỗi điểm cầu phải có tên."))
    if len(set(places)) < len(places):
        raise Invalid(_("Có hai điểm cầu cùng tên."))
    meeting.sites.all().delete()
    Site.objects.bulk_create(
        Site(meeting=meeting, place=place, host=one.host, people=one.people.strip(), people_present=one.people_present)
        for place, one in zip(places, sites, strict=True)
    )
    _moved(meeting)
    _record("seat", meeting, actor, at, {"điểm cầu": places})
    return meeting


@transaction.atomic
def set_agenda(*, meeting: Meeting, version: int, items: Sequence[Matter], actor: Actor, at: datetime) -> Meeting:
    """Ghi nội dung họp: the whole agenda in its order. A line with `pk` keeps its minutes.

    Raises Conflict when the meeting was saved since `version`; Invalid for a blank line, or for a line left out
    on which something was said.
    """
    policies.can_set_agenda(actor, meeting).require()
    meeting = locked(meeting, version=version)
    policies.can_set_agenda(actor, meeting).require()
    if not all(item.what.strip() for item in items):
        raise Invalid(_("Mỗi nội dung họp phải có tên."))
    standing = {line.pk: line for line in meeting.agenda.all()}
    kept = {item.pk for item in items}
    for pk, line in standing.items():
        if pk not in kept and (line.said or line.conclusion):
            raise Invalid(_("Nội dung «%(what)s» đã ghi biên bản nên không bỏ được.") % {"what": line.what[:80]})
    meeting.agenda.exclude(pk__in=[pk for pk in kept if pk]).delete()
    for row in meeting.agenda.all():
        row.position += len(standing) + len(items)  # out of the way: places are unique
        row.save(update_fields=["position"])
    for position, item in enumerate(items, start=1):
        line = standing.get(item.pk or 0) or AgendaItem(meeting=meeting)
        line.position, line.what, line.reporter = position, item.what.strip(), item.reporter.strip()
        if item.subject is not None:
            line.subject_kind, line.subject_id = item.subject.kind, item.subject.id
        line.save()
    _moved(meeting)
    _record("set_agenda", meeting, actor, at, {"nội dung": [item.what.strip() for item in items]})
    return meeting


@transaction.atomic
def minute(*, meeting: Meeting, version: int, items: Mapping[int, Said], actor: Actor, at: datetime) -> Meeting:
    """Ghi biên bản: what was said on each line of the agenda, by its id, and what was concluded.

    Raises Conflict when the meeting was saved since `version`, Invalid before it began or for a line not of it.
    """
    policies.can_minute(actor, meeting).require()
    meeting = locked(meeting, version=version)
    policies.can_minute(actor, meeting).require()
    if meeting.starts_at > at:
        raise Invalid(_("Cuộc họp chưa bắt đầu nên chưa có gì để ghi biên bản."))
    standing = {item.pk: item for item in meeting.agenda.all()}
    if set(items) - set(standing):
        raise Invalid(_("Có nội dung không còn trong chương trình họp. Hãy tải lại trang."))
    changed = []
    for pk, words in items.items():
        line = standing[pk]
        said, conclusion = words.said.strip(), words.conclusion.strip()
        if (line.said, line.conclusion) != (said, conclusion):
            line.said, line.conclusion = said, conclusion
            line.save(update_fields=["said", "conclusion"])
            changed.append(line.what)
    if changed:
        _moved(meeting)
        _record("minute", meeting, actor, at, {"ghi biên bản": changed})
    return meeting


def _moved(meeting: Meeting) -> None:
    meeting.version += 1
    meeting.save(update_fields=["version"])


def _record(verb: str, meeting: Meeting, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    audit.record(
        deed=f"meeting.{verb}", subject=meeting, actor=actor, at=at, council_id=meeting.council_id, changes=changes
    )
