"""`{% load ui %}`: the parts of a page. Hot parts of lists are written in Python, the others are templates."""

from __future__ import annotations

import json
import re
import uuid
import warnings
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple, RadioSelect, Select, Textarea
from django.forms.forms import BaseForm
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nghitruong.base.policy import Verdict
from nghitruong.ui import rules

register = template.Library()

CHIP_ICONS = {
    "late": "exclamation-octagon-fill",
    "soon": "clock-fill",
    "done": "check-circle-fill",
    "calm": "circle",
    "info": "info-circle",
    "none": "dash-circle",
}


@lru_cache(maxsize=1)
def _drawn() -> frozenset[str]:
    """Return the names of the icons there are."""
    sprite = Path(__file__).resolve().parent.parent / "static/ui/vendor/icons.svg"
    return frozenset(re.findall(r'<symbol id="([^"]+)"', sprite.read_text(encoding="utf-8")))


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """Draw an icon. Without a label it is for the eye only: a word must stand beside it."""
    if not name:
        return mark_safe("")
    if name not in _drawn():
        warnings.warn(f"the sprite has no icon “{name}”", stacklevel=2)
        name = "circle"
    sprite = static("ui/vendor/icons.svg")
    if label:
        return format_html(
            '<svg class="nt-ic" role="img" aria-label="{}"><use href="{}#{}"/></svg>', label, sprite, name
        )
    return format_html('<svg class="nt-ic" aria-hidden="true"><use href="{}#{}"/></svg>', sprite, name)


@register.simple_tag
def chip(tone: str, word: str, icon: str | None = None, bare: bool = False) -> SafeString:
    """Show a state: shape, word and colour. `icon` "" leaves the shape out (an outline stays)."""
    shape = CHIP_ICONS.get(tone, "circle") if icon is None else icon
    return format_html(
        '<span class="nt-chip nt-chip--{}{}">{}{}</span>', tone, " nt-chip--bare" if bare else "", _icon(shape), word
    )


_icon = icon


@register.simple_tag
def number(value: float | None, decimals: int = 0) -> str:
    """Write a number as 1.234,5."""
    return "" if value is None else rules.number(value, decimals)


def _day(on: date) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', on.isoformat(), f"{on:%d/%m/%Y}")


@register.simple_tag
def day(on: date | None) -> SafeString:
    """Write a day as dd/mm/yyyy, in a time element."""
    return _day(on) if on else mark_safe("")


@register.simple_tag
def due(item: Any, stack: bool = False, url: str = "") -> SafeString:
    """Show a due date in row form: shape, words, date; a link to its derivation where there is one.

    `item` is a `ui.rules.Due` or has one in `item.due`. `stack` sets words over date, for the desk.
    """
    found = rules.due_of(item)
    target = url or found.url
    words = format_html('<span class="nt-due__left">{}</span>', found.words)
    on = _day(found.on) if found.on else (found.note or "")
    on_html = format_html('<span class="nt-due__on">{}</span>', on) if on else ""
    top = format_html("{}{}", _icon(found.icon), words)
    if stack:
        top = format_html('<span class="nt-due__top">{}</span>', top)
    css = f"nt-due nt-due--{found.tone.value}{' nt-due--stack' if stack else ''}"
    if target:
        return format_html('<a class="{}" href="{}">{}{}</a>', css, target, top, on_html)
    return format_html('<span class="{}">{}{}</span>', css, top, on_html)


@register.inclusion_tag("ui/parts/dated.html", takes_context=True)
def dated(
    context: Context, item: Any, due: Any = None, opened: bool = False, anchor: str = "thoi-han"
) -> dict[str, Any]:
    """Show a due date that opens its derivation: the steps in words and the day table.

    `item` is a `ui.rules.Derivation` or shaped like a clock; `due` the `ui.rules.Due` that goes with a clock.
    """
    derivation = rules.derivation_of(item, rules.due_of(due) if due is not None else None)
    rows = rules.weeks(derivation, context.get("today"))
    return {
        "derivation": derivation,
        "due": derivation.due,
        "sentences": rules.sentences(derivation),
        "weeks": rows,
        "legend": rules.legend(rows),
        "opened": opened,
        "anchor": anchor,
        "first": rows[0].days[0].on,
        "last": rows[-1].days[-1].on,
    }


@register.inclusion_tag("ui/parts/figure.html")
def figure(
    value: float,
    url: str = "",
    *,
    label: str = "",
    of: str = "",
    whole: float | None = None,
    as_of: str = "",
    tone: str = "",
) -> dict[str, Any]:
    """Show a figure that opens the list of what it counts. With `whole`, also the share and a bar of it."""
    share = rules.percent(value, whole) if whole else ""
    return {
        "value": rules.number(value),
        "url": url,
        "label": label,
        "of": of,
        "share": share,
        "width": f"{100 * value / whole:.1f}" if whole and share else None,
        "as_of": as_of,
        "tone": tone or "ans",
    }


@register.simple_tag(name="open")
def open_(value: float, url: str, label: str = "") -> SafeString:
    """Write a figure inside a sentence; it opens its list. `label` says the whole thing to a screen reader."""
    if label:
        return format_html('<a class="nt-open" href="{}" aria-label="{}">{}</a>', url, label, rules.number(value))
    return format_html('<a class="nt-open" href="{}">{}</a>', url, rules.number(value))


@register.inclusion_tag("ui/parts/verdict.html", takes_context=True)
def verdict(
    context: Context,
    answer: Verdict | None,
    url: str,
    label: str,
    *,
    primary: bool = False,
    icon: str = "",
    post: bool = False,
    note: str = "",
    confirm: str = "",
    compact: bool = False,
) -> dict[str, Any]:
    """Show a deed: a button where it is allowed, else the reason and who could do it.

    `post` makes the button do the deed at once (with the hidden tokens); `confirm` asks first;
    `compact` leaves the frame out, for bars and rows.
    """
    return {
        "verdict": answer,
        "url": url,
        "label": label,
        "primary": primary,
        "icon": icon,
        "post": post,
        "note": note,
        "confirm": confirm,
        "compact": compact,
        "csrf_token": context.get("csrf_token", ""),
        "token": str(uuid.uuid4()),
    }


def _pieces(text: str, spans: Iterable[tuple[int, int]], css: str) -> SafeString:
    return format_html_join(
        "",
        "{}",
        (
            (format_html('<mark class="{}">{}</mark>', css, piece.text) if piece.marked else piece.text,)
            for piece in rules.pieces(text, spans)
        ),
    )


@register.simple_tag
def quote(text: str, start: int = 0, end: int = 0, source: str = "", url: str = "") -> SafeString:
    """Show the words a statement rests on, the part from `start` to `end` highlighted, and where they stand."""
    words = _pieces(text, [(start, end)], "nt-mark")
    told: SafeString | str = ""
    if source and url:
        told = format_html('<a class="nt-quote__src" href="{}">{}</a>', url, source)
    elif source:
        told = format_html('<span class="nt-quote__src">{}</span>', source)
    return format_html('<blockquote class="nt-quote">“{}”{}</blockquote>', words, told)


@register.simple_tag
def marked(text: str, spans: Iterable[tuple[int, int]], dim: bool = False) -> SafeString:
    """Show a text with these spans highlighted (search results, a document being read)."""
    return _pieces(text, spans, "nt-mark nt-mark--dim" if dim else "nt-mark")


@register.inclusion_tag("ui/parts/thread.html")
def thread(events: Sequence[rules.Event], heading: int = 3, fold: int = 4) -> dict[str, Any]:
    """Show the story of a matter, in the order given (newest first); on a phone all after `fold` are folded away."""
    listed = list(events)
    late = listed[fold:] if len(listed) > fold + 1 else []
    return {"recent": listed[: len(listed) - len(late)], "older": late, "heading": heading}


@register.inclusion_tag("ui/parts/field.html")
def field(bound: BoundField, rows: int | None = None, help: str = "", hide_optional: bool = False) -> dict[str, Any]:  # noqa: A002 -- reads as in the template
    """Show one field of a form: label above, help under it, error, input; wired together for screen readers."""
    widget = bound.field.widget
    box = isinstance(widget, CheckboxInput)
    group = isinstance(widget, RadioSelect | CheckboxSelectMultiple)
    attrs: dict[str, Any] = {}
    told = [
        f"{bound.id_for_label or bound.html_name}-{part}"
        for part, there in (("help", help or bound.help_text), ("error", bound.errors))
        if there
    ]
    if not box and not group:
        kind = "nt-select" if isinstance(widget, Select) else "nt-input"
        attrs["class"] = f"{widget.attrs.get('class', '')} {kind}".strip()
    if isinstance(widget, Textarea):
        attrs["rows"] = rows or widget.attrs.get("rows") or 4
    if told and not group:
        attrs["aria-describedby"] = " ".join(told)
    if bound.errors:
        attrs["aria-invalid"] = "true"
    return {
        "field": bound,
        "control": bound.as_widget(attrs=attrs),
        "id": bound.id_for_label or bound.html_name,
        "help": help or bound.help_text,
        "is_box": box,
        "is_group": group,
        "is_hidden": bound.is_hidden,
        "is_optional": not bound.field.required and not box and not hide_optional,
        "described": " ".join(told),
    }


@register.inclusion_tag("ui/parts/form_errors.html")
def form_errors(form: BaseForm) -> dict[str, Any]:
    """Show what is wrong with a form, on top, each line leading to its field. Nothing while nothing is wrong."""
    lines = [("", error) for error in form.non_field_errors()]
    for bound in form:
        lines += [(bound.id_for_label or f"id_{bound.html_name}", f"{bound.label}: {error}") for error in bound.errors]
    return {"lines": lines}


@register.simple_tag
def deed_token() -> SafeString:
    """Put a number of its own into each drawn form, so that the same form sent twice has one effect."""
    return format_html('<input type="hidden" name="deed_token" value="{}">', str(uuid.uuid4()))


@register.inclusion_tag("ui/parts/pager.html", takes_context=True)
def pager(context: Context, page: Page[Any], noun: str = "", name: str = "trang") -> dict[str, Any]:
    """Show which rows are seen and lead to the neighbours; the rest of the address stays."""
    request = context.get("request")

    def to(place: int) -> str:
        query = request.GET.copy() if request else None
        if query is None:
            return f"?{name}={place}"
        query[name] = str(place)
        return f"?{query.urlencode()}"

    return {
        "page": page,
        "first": rules.number(page.start_index()),
        "last": rules.number(page.end_index()),
        "total": rules.number(page.paginator.count),
        "noun": noun,
        "before": to(page.previous_page_number()) if page.has_previous() else "",
        "after": to(page.next_page_number()) if page.has_next() else "",
    }


@register.inclusion_tag("ui/parts/links.html", takes_context=True)
def links(context: Context, kind: str, pk: int) -> dict[str, Any]:
    """Show the ways from a record to the pages about it that other modules announced."""
    request = context.get("request")
    actor = getattr(request, "actor", None)
    return {"links": rules.links_of(kind, actor) if actor is not None else [], "pk": pk}


@register.inclusion_tag("ui/parts/empty.html")
def empty(title: str, text: str = "", url: str = "", verb: str = "", icon: str = "inbox") -> dict[str, Any]:
    """Say what will appear in an empty place and offer the first step."""
    return {"title": title, "text": text, "url": url, "verb": verb, "icon": icon}


@register.inclusion_tag("ui/parts/facets.html", takes_context=True)
def facets(context: Context, groups: Sequence[rules.Facet], anchor: str = "bo-loc") -> dict[str, Any]:
    """Show the facets of a list: a column at a desk, a sheet on a phone. Other parts of the address stay."""
    request = context.get("request")
    own = {group.name for group in groups} | {"trang"}
    kept = [
        (name, value)
        for name, values in (request.GET.lists() if request else ())
        if name not in own
        for value in values
    ]
    chosen = sum(option.checked for group in groups for option in group.options if option.value)
    return {
        "groups": [
            (
                group,
                [(option, None if option.count is None else rules.number(option.count)) for option in group.options],
            )
            for group in groups
            if group.options
        ],
        "kept": kept,
        "chosen": chosen,
        "anchor": anchor,
        "path": request.path if request else "",
    }


@register.simple_tag
def facet_button(groups: Sequence[rules.Facet], anchor: str = "bo-loc") -> SafeString:
    """Show, on a phone, the button that opens the sheet of `{% facets %}`."""
    chosen = sum(option.checked for group in groups for option in group.options if option.value)
    word = ngettext("Lọc (%(n)s đang chọn)", "Lọc (%(n)s đang chọn)", chosen) % {"n": chosen} if chosen else _("Lọc")
    return format_html('<a class="nt-btn nt-phone" href="#{}">{}{}</a>', anchor, _icon("funnel"), word)


@register.inclusion_tag("ui/parts/tabs.html")
def tabs(saved: Sequence[rules.Tab], label: str = "") -> dict[str, Any]:
    """Show saved filters as tabs."""
    return {
        "tabs": [(tab, None if tab.count is None else rules.number(tab.count)) for tab in saved],
        "label": label or _("Bộ lọc đã lưu"),
    }


@register.inclusion_tag("ui/parts/week.html", takes_context=True)
def week(context: Context, days: Sequence[rules.WeekDay]) -> dict[str, Any]:
    """Show seven days with what happens on each; today stands out."""
    return {"days": days, "today": context.get("today"), "first": days[0].on, "last": days[-1].on}


@register.inclusion_tag("ui/parts/chart.html")
def chart(data: rules.Chart, heading: int = 2) -> dict[str, Any]:
    """Show a chart: the table always, the drawing when scripts run (put `{% chart_scripts %}` once on the page)."""
    return {
        "chart": data,
        "heading": heading,
        "rows": [(row, row.cells()) for row in data.rows],
        "payload": json.dumps(data.payload(), ensure_ascii=False),
    }


@register.simple_tag
def chart_scripts() -> SafeString:
    """Load what draws charts; in the block `scripts` of a page that has some.

    The drawing library comes after the page, and on a phone or a metered line only when somebody asks for it.
    """
    return format_html(
        '<script src="{}" data-library="{}" data-ask="{}" defer></script>',
        static("ui/charts.js"),
        static("ui/vendor/echarts.min.js"),
        _("Vẽ biểu đồ"),
    )
