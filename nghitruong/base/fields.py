"""The field for a day, alike in every form."""

from __future__ import annotations

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
