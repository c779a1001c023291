"""Reads of reports: computing figures from records, and showing what was computed."""

from nghitruong.reports.selectors.building import figures_of, passage_of, proposed, unsaved
from nghitruong.reports.selectors.computing import LEVELS, Computed, Scope, compute, counts
from nghitruong.reports.selectors.pages import (
    FigurePage,
    Line,
    Part,
    as_json,
    figure_page,
    later_of,
    lower_of,
    parts_of,
)

__all__ = [
    "LEVELS",
    "Computed",
    "FigurePage",
    "Line",
    "Part",
    "Scope",
    "as_json",
    "compute",
    "counts",
    "figure_page",
    "figures_of",
    "later_of",
    "lower_of",
    "parts_of",
    "passage_of",
    "proposed",
    "unsaved",
]
