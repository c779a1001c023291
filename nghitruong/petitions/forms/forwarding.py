"""To the agency and back: forward, urge, extend, return."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from nghitruong.legalclock.enums import DayType
from nghitruong.organisation.models import Organ
from nghitruong.petitions.forms.base import (
    DatedForm,
    choose,
    long_text,
    organs_for,
)
from nghitruong.petitions.models import Field


class ForwardForm(DatedForm):
    lead = forms.ModelChoiceField(label=_("Cơ quan chủ trì giải quyết"), queryset=Organ.objects.none())
    coordinating = forms.ModelMultipleChoiceField(
        label=_("Cơ quan phối hợp"),
        queryset=Organ.objects.none(),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 6}),
        help_text=_("Giữ phím Ctrl để chọn nhiều cơ quan."),
    )
    number = forms.CharField(
        label=_("Số, ký hiệu công văn chuyển"), max_length=60, required=False, help_text=_("Ví dụ: 03/HĐND-VP.")
    )
    signer = forms.CharField(label=_("Người ký"), max_length=200, required=False)
    field_order = ["lead", "coordinating", "on", "number", "signer"]

    def prepare(self) -> None:
        super().prepare()
        organs = organs_for(self.actor, self.today)
        choose(self, "lead", organs)
        choose(self, "coordinating", organs)
        if self.petition is not None:
            self.fields["lead"].initial = self.petition.lead_id


class ForwardManyForm(DatedForm):
    """What is the same for all of them; each petition's own choices stand in its row."""

    signer = forms.CharField(label=_("Người ký"), max_length=200, required=False)
    known: Organ | None = None
    """The actor's council, where a petition shown has brought it."""

    @cached_property
    def fields_offered(self) -> list[Field]:
        return list(Field.objects.filter(children__isnull=True, council__isnull=True).select_related("parent"))

    @cached_property
    def organs_offered(self) -> list[Organ]:
        return list(organs_for(self.actor, self.today, self.known))


class UrgeForm(DatedForm):
    text = forms.CharField(label=_("Nội dung đôn đốc"), widget=long_text(3), max_length=1000)
    number = forms.CharField(label=_("Số, ký hiệu công văn"), max_length=60, required=False)
    signer = forms.CharField(label=_("Người ký"), max_length=200, required=False)


class ExtendForm(DatedForm):
    number = forms.IntegerField(label=_("Số ngày gia hạn"), min_value=1, max_value=365)
    day_type = forms.ChoiceField(label=_("Loại ngày"), choices=DayType.choices, initial=DayType.WORKING)
    reason = forms.CharField(label=_("Lý do"), widget=long_text(2), max_length=300)
    citation = forms.CharField(label=_("Căn cứ"), max_length=300, required=False)
    field_order = ["number", "day_type", "reason", "citation", "on"]


class SendBackForm(DatedForm):
    reason = forms.CharField(label=_("Lý do trả lại"), widget=long_text(2), max_length=500)
    competent = forms.ModelChoiceField(label=_("Cơ quan có thẩm quyền"), queryset=Organ.objects.none(), required=False)
    competent_name = forms.CharField(
        label=_("Cơ quan khác (nếu không có trong danh sách)"), max_length=200, required=False
    )
    basis = forms.CharField(label=_("Căn cứ"), max_length=300)
    field_order = ["reason", "competent", "competent_name", "basis", "on"]

    def prepare(self) -> None:
        super().prepare()
        choose(self, "competent", organs_for(self.actor, self.today))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not values.get("competent") and not values.get("competent_name", "").strip():
            self.add_error("competent", _("Trả lại phải nêu cơ quan nào có thẩm quyền."))
        return values
