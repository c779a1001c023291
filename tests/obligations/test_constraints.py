"""What the database itself refuses, however a row is written."""

import pytest
from django.db import IntegrityError, transaction

from nghitruong.obligations.models import Obligation
from tests.factories import TODAY


@pytest.mark.parametrize(
    "values",
    [
        {"state": "accepted", "evidence": "", "closed_on": TODAY},
        {"state": "accepted", "evidence": "57/KT", "closed_on": None},
        {"state": "cancelled", "closed_because": "", "closed_on": TODAY},
        {"state": "cancelled", "closed_because": "Trả lại", "closed_on": None},
        {"state": "fulfilled", "evidence": "", "fulfilled_on": TODAY},
        {"state": "fulfilled", "evidence": "57/KT", "fulfilled_on": None},
        {"state": "open", "closed_on": TODAY},
    ],
)
def test_a_state_without_what_it_rests_on_is_refused(owe, values):
    owed = owe()

    with pytest.raises(IntegrityError), transaction.atomic():
        Obligation.objects.filter(pk=owed.pk).update(**values)
