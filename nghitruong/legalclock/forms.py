"""Clean values for keeping rules and the calendar."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nghitruong.language import dates
from nghitruong.legalclock import rules
from nghitruong.legalclock.enums import DayKind, DayType, Direction


class DayField(forms.DateField):
    """A day as people write it (05/01/2026) or as the browser sends it (2026-01-05)."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(**{"widget": widget, **kwargs})

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, str) and value.strip():
            found = dates.parse_date(value)
            if found is None:
                raise forms.ValidationError(_("Ngày phải ghi như 05/01/2026."))
            return found
        return super().to_python(value)


class CountForm(forms.Form):
    number = forms.IntegerField(label=_("Số ngày"), min_value=0, max_value=rules.LONGEST)
    day_type = forms.ChoiceField(label=_("Loại ngày"), choices=DayType.choices)
    from_on = DayField(label=_("Tính từ ngày"), help_text=_("Ngày liền sau là ngày thứ nhất."))
    direction = forms.ChoiceField(label=_("Hướng đếm"), choices=Direction.choices)


class OverrideForm(forms.Form):
    number = forms.IntegerField(label=_("Số ngày"), min_value=0, max_value=rules.LONGEST)
    day_type = forms.ChoiceField(label=_("Loại ngày"), choices=DayType.choices)
    citation = forms.CharField(
        label=_("Căn cứ"),
        max_length=300,
        help_text=_("Điều, khoản của Quy chế làm việc, ví dụ: Điều 27 khoản 3 Quy chế làm việc."),
    )
    valid_from = DayField(label=_("Áp dụng từ"), help_text=_("Sự kiện trước ngày này vẫn theo thời hạn cũ."))


class WithdrawForm(forms.Form):
    on = DayField(label=_("Áp dụng đến hết ngày"))


class ConfirmForm(forms.Form):
    citation = forms.CharField(
        label=_("Văn bản đã đối chiếu"), max_length=300, help_text=_("Ghi số, ký hiệu, điều, khoản đã đọc.")
    )


class KeepDayForm(forms.Form):
    on = DayField(label=_("Ngày"))
    kind = forms.ChoiceField(label=_("Loại"), choices=DayKind.choices)
    name = forms.CharField(label=_("Tên"), max_length=200, help_text=_("Ví dụ: Giỗ Tổ Hùng Vương."))
    citation = forms.CharField(label=_("Căn cứ"), max_length=300, help_text=_("Số, ký hiệu thông báo hoặc điều luật."))
    swapped_with = DayField(
        label=_("Hoán đổi với ngày"), required=False, help_text=_("Chỉ ghi khi là ngày nghỉ hoán đổi hoặc ngày làm bù.")
    )
    is_forecast = forms.BooleanField(label=_("Mới là dự kiến"), required=False)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class RemoveDayForm(forms.Form):
    reason = forms.CharField(label=_("Lý do"), max_length=300)


class YearForm(forms.Form):
    citation = forms.CharField(
        label=_("Căn cứ"), max_length=300, help_text=_("Số, ký hiệu thông báo lịch nghỉ của năm.")
    )
