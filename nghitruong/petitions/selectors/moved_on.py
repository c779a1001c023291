"""Which petitions of an import somebody has worked on since: read only."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from nghitruong.audit.models import Entry
from nghitruong.petitions.enums import DEED_LABELS, RepeatState, State
from nghitruong.petitions.models import ImportBatch, Petition, Repeat
from nghitruong.petitions.policies import SUBJECT


def moved_on(batch: ImportBatch) -> dict[int, str]:
    """Return petition → why it stays when its import is undone: the last deed on it, or what leans on it.

    A handful of statements, whatever the number of rows.
    """
    own = batch.petitions.values("pk")
    found: dict[int, str] = {}
    deeds = Entry.objects.filter(kind=SUBJECT, object_id__in=own).exclude(deed="petition.receive").order_by("seq")
    for pk, deed in deeds.values_list("object_id", "deed"):
        label = DEED_LABELS.get(deed.removeprefix("petition."))
        found[pk] = _("đã có việc «%(deed)s»") % {"deed": label or deed}
    changed = ~Q(state__in=[State.RECEIVED, State.NOTED]) | Q(version__gt=1)
    for pk in batch.petitions.filter(changed).values_list("pk", flat=True):
        found.setdefault(pk, _("đã được xử lý tiếp"))
    joined = _("đã gắn với một kiến nghị khác")
    for pk in batch.petitions.filter(Q(joined_to__isnull=False) | Q(voiced__isnull=False)).values_list("pk", flat=True):
        found.setdefault(pk, joined)
    decided = Repeat.objects.exclude(state=RepeatState.PROPOSED)
    for name in ("later_id", "earlier_id"):
        for pk in decided.filter(**{f"{name}__in": own}).values_list(name, flat=True):
            found.setdefault(pk, joined)
    for relation in Petition._meta.related_objects:
        if relation.on_delete is models.PROTECT and relation.related_model is not Petition:
            held = relation.related_model._default_manager.filter(**{f"{relation.field.name}__in": own})
            for pk in held.values_list(relation.field.attname, flat=True):
                found.setdefault(pk, _("có hồ sơ khác gắn với kiến nghị này"))
    return found
