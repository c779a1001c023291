"""What `manage measure` measures: many petitions, each with all that hangs on it."""

from __future__ import annotations

import pytest
from django.db import connection

from nghitruong.config.management.commands.measure import grow
from nghitruong.obligations.models import Obligation
from nghitruong.petitions import services
from nghitruong.petitions.models import Answer, Petition, Repeat, Trait
from tests.factories import AT
from tests.petitions import stages

WORDS = "Cầu treo suối Nà Mạ thôn Khe Sen gãy ván, đề nghị làm lại (mẫu)"


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the command measures on SQLite")
def test_copies_bring_along_what_hangs_on_a_petition(world, clerk):
    stages.answered(world, clerk, text=WORDS)
    stages.received(world, clerk, text=WORDS)
    services.confirm_repeat(repeat=Repeat.objects.get(), kind="asked_again", actor=clerk, at=AT)
    counts = {model: model.objects.count() for model in (Petition, Answer, Repeat, Trait, Obligation)}

    grow(3 * counts[Petition])

    assert {model: model.objects.count() for model in counts} == {model: 3 * n for model, n in counts.items()}
    assert Repeat.objects.filter(later__code=Petition.objects.order_by("-pk")[0].code).count() == 1
