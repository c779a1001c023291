import datetime as dt

import pytest

from nghitruong.base.subjects import Subject
from nghitruong.obligations import services
from nghitruong.obligations.enums import Nature
from tests.factories import AT


@pytest.fixture
def owe(world, clerk):
    """Return a function: an obligation of the department to the Standing Committee."""

    def make(**values):
        given = {
            "council": world.council,
            "debtor": world.department,
            "creditor": world.standing,
            "nature": Nature.ANSWER,
            "what": "Trả lời kiến nghị mẫu",
            "subject": Subject.of(world.council),
            "subject_label": "mẫu",
            "deed": "petition.forward",
            "actor": clerk,
            "at": AT,
            **values,
        }
        return services.open(**given)

    return make


@pytest.fixture
def later():
    return lambda days: AT + dt.timedelta(days=days)
