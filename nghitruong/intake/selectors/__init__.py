"""Reads of documents taken in: the text with its marks, the items, the organs their words mean."""

from nghitruong.intake.selectors.checking import Check, check_folder, check_reading
from nghitruong.intake.selectors.organs import fitting, near
from nghitruong.intake.selectors.pages import (
    Item,
    Marked,
    ReviewPage,
    day_of,
    day_of_organs,
    day_said,
    listed,
    next_address,
    review,
    set_aside,
    to_list,
)
from nghitruong.intake.selectors.places import places_in_doubt

__all__ = [
    "Check",
    "Item",
    "Marked",
    "ReviewPage",
    "check_folder",
    "check_reading",
    "day_of",
    "day_of_organs",
    "day_said",
    "fitting",
    "listed",
    "near",
    "next_address",
    "places_in_doubt",
    "review",
    "set_aside",
    "to_list",
]
