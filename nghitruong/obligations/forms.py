"""HTTP text to clean values for the deeds of the ledger."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.legalclock.enums import DayType
from nghitruong.obligations.enums import Rung
from nghitruong.organisation.models import Organ

DATE_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"]


class DayField(forms.DateField):
    def __init__(self, **values: Any) -> None:
        values.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        super().__init__(input_formats=DATE_FORMATS, **values)


class LedgerForm(forms.Form):
    """A form that knows who fills it and on which day."""

    def __init__(self, *args: Any, actor: Actor, today: date, **values: Any) -> None:
        super().__init__(*args, **values)
        self.actor = actor
        if "on" in self.fields:
            self.fields["on"].initial = today
        if "debtor" in self.fields:
            organs = Organ.objects.on(today).filter(council_id__in=actor.council_ids)
            self.fields["debtor"].queryset = organs.order_by("sort_key")  # type: ignore[attr-defined] # a choice of rows


class EvidenceForm(LedgerForm):
    evidence = forms.CharField(
        label=_("Kết quả, bằng chứng"), widget=forms.Textarea(attrs={"rows": 3}), max_length=1000
    )
    on = DayField(label=_("Ngày"))


class ReasonForm(LedgerForm):
    reason = forms.CharField(label=_("Lý do"), widget=forms.Textarea(attrs={"rows": 2}), max_length=300)
    on = DayField(label=_("Ngày"))


class UrgeForm(LedgerForm):
    rung = forms.TypedChoiceField(
        label=_("Mức đôn đốc"),
        choices=[("", _("theo lần đôn đốc")), *[choice for choice in Rung.choices if choice[0] > Rung.AGAIN]],
        coerce=int,
        empty_value=None,
        required=False,
        help_text=_("Các mức theo thực tiễn giám sát ở địa phương, chưa kiểm chứng thành quy định."),
    )
    number = forms.CharField(label=_("Số văn bản đôn đốc"), max_length=60, required=False)
    text = forms.CharField(label=_("Nội dung đôn đốc"), widget=forms.Textarea(attrs={"rows": 3}), max_length=1000)
    on = DayField(label=_("Ngày"))


class ExtendForm(LedgerForm):
    number = forms.IntegerField(label=_("Số ngày gia hạn"), min_value=1, max_value=365)
    day_type = forms.ChoiceField(label=_("Loại ngày"), choices=DayType.choices, initial=DayType.WORKING)
    reason = forms.CharField(label=_("Lý do"), widget=forms.Textarea(attrs={"rows": 2}), max_length=300)
    citation = forms.CharField(label=_("Căn cứ"), max_length=300, required=False)
    on = DayField(label=_("Ngày"))


class DeadlineForm(LedgerForm):
    due_on = DayField(label=_("Thời hạn"))
    citation = forms.CharField(label=_("Căn cứ"), max_length=300, help_text=_("Văn bản hoặc ý kiến ấn định thời hạn."))


class ReassignForm(LedgerForm):
    debtor = forms.ModelChoiceField(label=_("Cơ quan thực hiện mới"), queryset=Organ.objects.none())
    reason = forms.CharField(label=_("Lý do"), widget=forms.Textarea(attrs={"rows": 2}), max_length=300)
    on = DayField(label=_("Ngày"))
