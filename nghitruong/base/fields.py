"""Fields alike in every form: a day, a choice among records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

DAY_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"]


def day_field(label: Any, **values: Any) -> forms.DateField:
    """Return a field for a day: the phone's own calendar, or typed dd/mm/yyyy."""
    return forms.DateField(
        label=label,
        input_formats=DAY_FORMATS,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        **values,
    )


class Chosen(forms.ChoiceField):
    """A choice among records already loaded; cleans to the record itself."""

    def __init__(self, *, label: Any, required: bool = True, help_text: Any = "") -> None:
        super().__init__(label=label, required=required, help_text=help_text)
        self.records: dict[str, Any] = {}

    def offer(self, records: Iterable[Any], label: Any = str, *, empty: str = "–") -> None:
        self.records = {str(each.pk): each for each in records}
        self.choices = [
            *([] if self.required else [("", empty)]),
            *((key, label(each)) for key, each in self.records.items()),
        ]

    def clean(self, value: Any) -> Any:
        return self.records.get(str(super().clean(value)))
