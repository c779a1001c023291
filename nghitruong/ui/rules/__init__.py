"""The parts of a page as plain data, and the menu: what a view hands to the tags of `{% load ui %}`."""

from nghitruong.ui.rules.both import Pair, beside
from nghitruong.ui.rules.charts import Chart, ChartRow, Series
from nghitruong.ui.rules.dates import (
    Added,
    DayCell,
    Derivation,
    Due,
    Sentence,
    Stretch,
    WeekRow,
    derivation_of,
    due_of,
    legend,
    sentences,
    weeks,
)
from nghitruong.ui.rules.links import Link, add_link, links_of
from nghitruong.ui.rules.lists import Facet, Option, Tab, WeekDay, WeekEvent, seven_days
from nghitruong.ui.rules.matter import Branch, Chip, Event, FileLink, Piece, Quote, day_and_time, pieces
from nghitruong.ui.rules.menu import Bell, Entry, add_entry, bell, entries, initials, set_bell
from nghitruong.ui.rules.numbers import number, percent

__all__ = [
    "Added",
    "Bell",
    "Branch",
    "Chart",
    "ChartRow",
    "Chip",
    "DayCell",
    "Derivation",
    "Due",
    "Entry",
    "Event",
    "Facet",
    "FileLink",
    "Link",
    "Option",
    "Pair",
    "Piece",
    "Quote",
    "Sentence",
    "Series",
    "Stretch",
    "Tab",
    "WeekDay",
    "WeekEvent",
    "WeekRow",
    "add_entry",
    "add_link",
    "bell",
    "beside",
    "day_and_time",
    "derivation_of",
    "due_of",
    "entries",
    "initials",
    "legend",
    "links_of",
    "number",
    "percent",
    "pieces",
    "sentences",
    "set_bell",
    "seven_days",
    "weeks",
]
