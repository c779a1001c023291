"""A petition comes in, is corrected, joined, carried over."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nghitruong.contacts.models import Opinion, Point
from nghitruong.meetings.models import Meeting
from nghitruong.petitions.enums import (
    Channel,
    Kind,
)
from nghitruong.petitions.forms.base import (
    DatedForm,
    DayField,
    DeedForm,
    choose,
    long_text,
    sessions_of,
    units_of,
)
from nghitruong.petitions.models import Petition
from nghitruong.territory.models import Unit


class ReceiveForm(DeedForm):
    text = forms.CharField(
        label=_("Nội dung kiến nghị"),
        widget=forms.Textarea(
            attrs={
                "rows": 5,
                "hx-get": reverse_lazy("petitions:hint"),
                "hx-trigger": "input changed delay:600ms",
                "hx-target": "#gan-giong",
                "hx-include": "[name=place]",
            }
        ),
        help_text=_("Ghi đúng lời cử tri."),
    )
    received_on = DayField(label=_("Ngày tiếp nhận"))
    channel = forms.ChoiceField(label=_("Nguồn"), choices=Channel.choices)
    kind = forms.ChoiceField(label=_("Phân loại"), choices=Kind.choices, initial=Kind.PETITION)
    unit = forms.ModelChoiceField(label=_("Địa bàn"), queryset=Unit.objects.none(), required=False)
    place = forms.CharField(label=_("Nơi nêu (thôn, tổ dân phố)"), max_length=300, required=False)
    voter = forms.CharField(
        label=_("Cử tri"), max_length=200, required=False, help_text=_("Chỉ Văn phòng và Thường trực nhìn thấy.")
    )
    voices = forms.IntegerField(label=_("Số người cùng kiến nghị"), min_value=1, max_value=100000, initial=1)
    session = forms.ModelChoiceField(label=_("Kỳ họp"), queryset=Meeting.objects.none(), required=False)

    def prepare(self) -> None:
        self.fields["received_on"].initial = self.today
        choose(self, "unit", units_of(self.actor))
        choose(self, "session", sessions_of(self.actor))


class MergeForm(DeedForm):
    """Which petition this one is a voice of, by its number in the register."""

    into = forms.CharField(
        label=_("Gộp vào kiến nghị mã"), max_length=20, help_text=_("Ví dụ: KN-0012/2026, của cùng Hội đồng nhân dân.")
    )

    def clean_into(self) -> Petition:
        code = self.cleaned_data["into"].strip().upper()
        found = Petition.objects.visible_to(self.actor).filter(code=code).select_related("joined_to", "keeper")
        rows = list(found.filter(keeper=self.petition.keeper if self.petition else None)[:2])
        if len(rows) != 1:
            raise forms.ValidationError(_("Không có kiến nghị mang mã này trong sổ của Hội đồng nhân dân."))
        return rows[0]


class EditForm(DeedForm):
    version = forms.IntegerField(widget=forms.HiddenInput)
    text = forms.CharField(label=_("Nội dung kiến nghị"), widget=long_text(5))
    unit = forms.ModelChoiceField(label=_("Địa bàn"), queryset=Unit.objects.none(), required=False)
    place = forms.CharField(label=_("Nơi nêu (thôn, tổ dân phố)"), max_length=300, required=False)
    voter = forms.CharField(label=_("Cử tri"), max_length=200, required=False)
    voices = forms.IntegerField(label=_("Số người cùng kiến nghị"), min_value=1, max_value=100000)

    def prepare(self) -> None:
        choose(self, "unit", units_of(self.actor))


class CarryOverForm(DatedForm):
    to_session = forms.ModelChoiceField(label=_("Sang kỳ họp"), queryset=Meeting.objects.none())
    reason = forms.CharField(label=_("Lý do"), max_length=300)
    field_order = ["to_session", "reason", "on"]

    def prepare(self) -> None:
        super().prepare()
        choose(self, "to_session", sessions_of(self.actor))


def from_opinion(opinion: Opinion) -> dict[str, Any]:
    """Return what an opinion taken down in the hall already tells."""
    return {
        "text": opinion.text,
        "voter": opinion.voter,
        "voices": opinion.voices,
        "place": opinion.hamlet,
        "unit": opinion.unit_id or opinion.point.meeting.unit_id,
        "received_on": timezone.localdate(opinion.taken_at),
        "session": opinion.point.round.session_id,
    }


class UploadForm(DeedForm):
    upload = forms.FileField(
        label=_("Tệp kiến nghị"),
        help_text=_("Bảng tính .xlsx, .csv, bảng trong Word (.docx) hoặc .jsonl; cần một cột nội dung kiến nghị."),
    )
    point = forms.ModelChoiceField(
        label=_("Thu nhận tại buổi tiếp xúc cử tri"), queryset=Point.objects.none(), required=False
    )

    def prepare(self) -> None:
        points = Point.objects.visible_to(self.actor).select_related("meeting", "round")
        choose(self, "point", points.filter(round__council_id=self.actor.council_id).order_by("-meeting__starts_at"))
