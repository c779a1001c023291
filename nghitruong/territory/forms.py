"""HTTP text to clean values."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nghitruong.base.errors import Invalid
from nghitruong.territory import selectors
from nghitruong.territory.enums import Extent, UnitType
from nghitruong.territory.models import Unit


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class UnitField(forms.CharField):
    """A unit by code, name or an offered line; becomes the Unit."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 300)
        kwargs.setdefault("help_text", _("Gõ mã hoặc tên, có dấu hay không dấu, kể cả tên cũ."))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Unit | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            return selectors.pick(text)
        except Invalid as error:
            raise forms.ValidationError(str(error)) from error


class SearchForm(forms.Form):
    q = forms.CharField(label=_("Mã hoặc tên"), max_length=200, required=False)
    ngay = forms.DateField(label=_("Vào ngày"), required=False, widget=DayInput)


class AddForm(forms.Form):
    type = forms.ChoiceField(label=_("Loại"), choices=UnitType)
    name = forms.CharField(label=_("Tên"), max_length=100, help_text=_("Không cần ghi loại: “Đức Phổ”."))
    code = forms.CharField(
        label=_("Mã"), max_length=5, help_text=_("Cấp tỉnh 2 chữ số, cấp xã 5 chữ số, theo văn bản ban hành mã.")
    )
    valid_from = forms.DateField(label=_("Có từ ngày"), widget=DayInput)
    parent = UnitField(label=_("Trực thuộc"), required=False)
    basis = forms.CharField(
        label=_("Căn cứ"), max_length=200, help_text=_("Số, ký hiệu và ngày của nghị quyết thành lập.")
    )
    replaces = UnitField(
        label=_("Kế thừa toàn bộ"),
        required=False,
        help_text=_("Khi đổi tên, đổi loại: đơn vị cũ sẽ kết thúc vào ngày trước đó."),
    )

    def clean_type(self) -> UnitType:
        return UnitType(self.cleaned_data["type"])


class CorrectForm(forms.Form):
    name = forms.CharField(label=_("Tên"), max_length=100)
    valid_from = forms.DateField(label=_("Có từ ngày"), required=False, widget=DayInput)
    basis = forms.CharField(label=_("Căn cứ"), max_length=200, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)


class EndForm(forms.Form):
    on = forms.DateField(label=_("Đến hết ngày"), widget=DayInput)
    basis = forms.CharField(label=_("Căn cứ"), max_length=200)


class SucceedForm(forms.Form):
    successor = UnitField(label=_("Đơn vị kế thừa"))
    extent = forms.TypedChoiceField(
        label=_("Phạm vi"), choices=Extent, coerce=lambda value: Extent(int(value)), widget=forms.RadioSelect
    )
    on = forms.DateField(label=_("Từ ngày"), widget=DayInput)
    basis = forms.CharField(label=_("Căn cứ"), max_length=200)
