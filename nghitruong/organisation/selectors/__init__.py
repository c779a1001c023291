"""Reads about organs, terms, people and offices; builds the acting person."""

from nghitruong.organisation.selectors.acting import actor_for, council_of, offices_of, organs_for, reach_of
from nghitruong.organisation.selectors.checks import checks, forbidden_for
from nghitruong.organisation.selectors.makeup import (
    Delegate,
    Figure,
    Makeup,
    council_list,
    delegates_of,
    makeup_of,
    number_of_next_term,
    seated_in,
    seats_due,
    term_on,
    unit_facts,
)
from nghitruong.organisation.selectors.organs import (
    organs_to_forward,
    standing_of,
    successor_of,
    successors_of,
    suggestions,
    upper_units,
)

__all__ = [
    "Delegate",
    "Figure",
    "Makeup",
    "actor_for",
    "checks",
    "council_list",
    "council_of",
    "delegates_of",
    "forbidden_for",
    "makeup_of",
    "number_of_next_term",
    "offices_of",
    "organs_for",
    "organs_to_forward",
    "reach_of",
    "seated_in",
    "seats_due",
    "standing_of",
    "successor_of",
    "successors_of",
    "suggestions",
    "term_on",
    "unit_facts",
    "upper_units",
]
