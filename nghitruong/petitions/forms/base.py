"""What all forms of petitions share: who fills them, the day, and the rows they offer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.meetings.enums import MeetingKind
from nghitruong.meetings.models import Meeting
from nghitruong.organisation.enums import STANDING_ROLES
from nghitruong.organisation.models import Membership, Organ
from nghitruong.organisation.selectors import organs_to_forward
from nghitruong.petitions.models import Petition
from nghitruong.territory.models import Unit

DATE_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]


class DayField(forms.DateField):
    """A day, picked or typed; dd/mm/yyyy is understood."""

    def __init__(self, **values: Any) -> None:
        values.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        super().__init__(input_formats=DATE_FORMATS, **values)


def long_text(rows: int = 4) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class DeedForm(forms.Form):
    """A form that knows who fills it, for which petition and on which day."""

    def __init__(self, *args: Any, actor: Actor, petition: Petition | None = None, today: date, **values: Any) -> None:
        super().__init__(*args, **values)
        self.actor, self.petition, self.today = actor, petition, today
        self.prepare()

    def prepare(self) -> None:
        """Narrow the choices to this actor and petition."""


def rows(form: forms.Form, name: str, found: Sequence[Any] | None = None) -> Sequence[Any]:
    """Return the rows a choice field offers, read once (`found`, if read): what the page shows is made of the same."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 -- narrows the type for mypy
    found = list(field.queryset or []) if found is None else found
    empty = [("", field.empty_label)] if field.empty_label is not None else []
    field.widget.choices = [*empty, *((row.pk, field.label_from_instance(row)) for row in found)]
    return found


class DatedForm(DeedForm):
    on = DayField(label=_("Ngày"))

    def prepare(self) -> None:
        self.fields["on"].initial = self.today


class DecidedForm(DatedForm):
    """The Standing Committee decides; its office names who of it did."""

    decided_by = forms.ChoiceField(label=_("Người quyết định"), required=False)

    def prepare(self) -> None:
        super().prepare()
        if self.actor.has("results.accept"):
            del self.fields["decided_by"]
            return
        members = (
            Membership.objects.on(self.today)
            .filter(organ__council_id=self.actor.council_id, role__in=STANDING_ROLES)
            .select_related("person")
        )
        choices = [(m.person.name, f"{m.person.name}, {m.title or m.get_role_display()}") for m in members]
        self.fields["decided_by"] = forms.ChoiceField(
            label=_("Người quyết định"),
            choices=[("", _("Chọn thành viên Thường trực đã quyết định")), *dict.fromkeys(choices)],
            help_text=_("Văn phòng ghi lại quyết định của Thường trực Hội đồng nhân dân."),
        )


class ReasonForm(DeedForm):
    reason = forms.CharField(label=_("Lý do"), widget=long_text(2), max_length=500)


def choose(form: forms.Form, name: str, rows: QuerySet[Any]) -> None:
    """Set the rows a choice field offers."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 -- narrows the type for mypy
    field.queryset = rows


def units_of(actor: Actor) -> QuerySet[Unit]:
    """The units of the councils in reach, and for a province its communes."""
    return Unit.objects.filter(organs__in=actor.council_ids).distinct().order_by("sort_key")


def sessions_of(actor: Actor) -> QuerySet[Meeting]:
    return Meeting.objects.visible_to(actor).filter(kind=MeetingKind.SESSION, council_id=actor.council_id)


def organs_for(actor: Actor, today: date, known: Organ | None = None) -> QuerySet[Organ]:
    """Agencies that may be asked: see organisation.selectors."""
    return organs_to_forward(actor, today, known)
