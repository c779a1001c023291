"""Reads about petitions that join or aggregate."""

from nghitruong.petitions.selectors.deeds import NextDeed, next_deeds
from nghitruong.petitions.selectors.imports import council_by_code, plan
from nghitruong.petitions.selectors.likeness import Near, nearest, repeats_of
from nghitruong.petitions.selectors.lists import Filters, facets, filtered
from nghitruong.petitions.selectors.owed import creditor_of, level_of, owed_answer, owed_coordinations
from nghitruong.petitions.selectors.quality import competent_body, lower_councils
from nghitruong.petitions.selectors.story import Matter, matter

__all__ = [
    "Filters",
    "Matter",
    "Near",
    "NextDeed",
    "competent_body",
    "council_by_code",
    "creditor_of",
    "facets",
    "filtered",
    "level_of",
    "lower_councils",
    "matter",
    "nearest",
    "next_deeds",
    "owed_answer",
    "owed_coordinations",
    "plan",
    "repeats_of",
]
