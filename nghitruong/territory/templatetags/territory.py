"""`{% load territory %}`: a field in which a person chooses a unit, for the forms of any module."""

from __future__ import annotations

from typing import Any

from django import template
from django.forms import BoundField
from django.urls import reverse

from nghitruong.territory import selectors
from nghitruong.territory.models import Unit

register = template.Library()


@register.inclusion_tag("territory/unit_field.html")
def unit_field(bound: BoundField, help: str = "") -> dict[str, Any]:  # noqa: A002 -- reads as in the template
    """Show a text field with offers while typing. The form's clean calls `territory.selectors.pick(text, on)`.

    Put `<script src="{% static 'territory/choose.js' %}" defer></script>` in the page's block `scripts`.
    """
    offers = f"{bound.id_for_label or bound.html_name}-goi-y"
    bound.field.widget.attrs |= {
        "autocomplete": "off",
        "hx-get": f"{reverse('territory:suggest')}?o={bound.html_name}",
        "hx-trigger": "input changed delay:250ms",
        "hx-target": f"#{offers}",
        "data-offers": offers,
    }
    return {"field": bound, "offers": offers, "help": help}


@register.filter
def full_name(unit: Unit) -> str:
    """Write "phường Đức Phổ, tỉnh Quảng Ngãi"."""
    return selectors.full_name(unit)
