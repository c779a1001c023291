"""Only what no answer bears is removed."""

from __future__ import annotations

import pytest
from django.urls import reverse

from nghitruong.base.errors import NotPermitted
from nghitruong.petitions import services
from nghitruong.petitions.models import OwnClass
from tests.factories import AT
from tests.petitions.test_set_class import answered_as, own_class


def test_unused_class_is_removed(world, clerk, signed_in):
    own = own_class(world, clerk)

    signed_in(clerk).post(reverse("petitions:remove_class", args=[own.pk]))

    assert not OwnClass.objects.exists()


def test_used_class_is_not(world, clerk):
    own = own_class(world, clerk)
    answered_as(world, clerk, own)

    with pytest.raises(NotPermitted, match="thôi dùng"):
        services.remove_class(own_class=own, actor=clerk, at=AT)


def test_another_council_may_not(world, clerk, stranger):
    with pytest.raises(NotPermitted):
        services.remove_class(own_class=own_class(world, clerk), actor=stranger, at=AT)
