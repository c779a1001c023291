"""What runs by itself: councils learn from what they have sorted."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Count

from nghitruong.base.actor import SYSTEM
from nghitruong.organisation.models import Organ
from nghitruong.petitions import services
from nghitruong.petitions.models import Learnt, Petition
from nghitruong.petitions.selectors.proposals import MOST_LESSONS

FEWEST = 5


def learn(at: datetime) -> list[int]:
    """Let each council with new sorted petitions learn anew; return their ids. Safe to run twice."""
    sorted_ = Petition.objects.exclude(state="received").values("keeper").annotate(n=Count("pk")).order_by()
    cases = dict(sorted_.filter(n__gte=FEWEST).values_list("keeper", "n"))
    known = dict(Learnt.objects.values_list("council_id", "cases"))
    councils = Organ.objects.filter(pk__in=cases).order_by("pk")
    due = [
        council
        for council in councils
        if cases[council.pk] > MOST_LESSONS or cases[council.pk] != known.get(council.pk)  # past the cap: the newest
    ]
    for council in due:
        services.learn(council=council, actor=SYSTEM, at=at)
    return [council.pk for council in due]
