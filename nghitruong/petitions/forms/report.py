"""Which council and period a report tells of."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nghitruong.meetings.enums import MeetingKind
from nghitruong.meetings.models import Meeting
from nghitruong.organisation.models import Organ
from nghitruong.petitions.forms.base import (
    DayField,
    DeedForm,
    choose,
)


class ReportForm(DeedForm):
    council = forms.ModelChoiceField(label=_("Hội đồng nhân dân"), queryset=Organ.objects.none(), required=False)
    session = forms.ModelChoiceField(
        label=_("Kỳ họp"), queryset=Meeting.objects.none(), required=False, empty_label=_("Theo khoảng thời gian")
    )
    since = DayField(label=_("Tiếp nhận từ ngày"), required=False)
    until = DayField(label=_("Đến ngày"), required=False)
    as_of = DayField(label=_("Số liệu tính đến ngày"), required=False)

    def prepare(self) -> None:
        councils = Organ.objects.filter(pk__in=self.actor.council_ids).select_related("unit").order_by("sort_key")
        choose(self, "council", councils)
        sessions = Meeting.objects.visible_to(self.actor).filter(kind=MeetingKind.SESSION)
        choose(self, "session", sessions.order_by("-starts_at"))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("since") and values.get("until") and values["since"] > values["until"]:
            self.add_error("until", _("Ngày cuối phải từ ngày đầu trở đi."))
        return values
