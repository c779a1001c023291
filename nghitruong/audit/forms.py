"""The filter of the journal."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nghitruong.audit import rules
from nghitruong.base import subjects

DAYS = ["%Y-%m-%d", "%d/%m/%Y"]


def _calendar() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class FilterForm(forms.Form):
    """Every field may stay empty; what cannot be read is named and leaves the list unfiltered by it."""

    deed = forms.ChoiceField(label=_("Việc"), required=False)
    who = forms.CharField(label=_("Người thực hiện"), max_length=100, required=False)
    kind = forms.ChoiceField(label=_("Loại hồ sơ"), required=False)
    label = forms.CharField(label=_("Tên hồ sơ"), max_length=100, required=False)
    begins_on = forms.DateField(label=_("Từ ngày"), required=False, widget=_calendar(), input_formats=DAYS)
    ends_on = forms.DateField(label=_("Đến hết ngày"), required=False, widget=_calendar(), input_formats=DAYS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        deeds = sorted(rules.known_deeds().items(), key=lambda item: item[1])
        kinds = sorted(((name, str(kind.noun)) for name, kind in subjects.kinds().items()), key=lambda item: item[1])
        self.fields["deed"].choices = [("", _("mọi việc")), *deeds]  # type: ignore[attr-defined]  # of this field's class
        self.fields["kind"].choices = [("", _("mọi loại")), *kinds]  # type: ignore[attr-defined]  # of this field's class
