from __future__ import annotations

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.actor import Actor
from nghitruong.base.errors import NotPermitted
from nghitruong.search import services
from nghitruong.search.models import SavedFilter
from tests import factories as make
from tests.search.test_save_filter import save


def test_a_filter_is_removed_and_the_journal_keeps_it(clerk: Actor):
    services.remove_filter(saved=save(clerk), actor=clerk, at=make.AT)

    assert not SavedFilter.objects.exists()
    assert Entry.objects.get(deed="search.remove_filter").changes["name"] == "Quá hạn"


def test_another_persons_filter_stays(clerk: Actor, delegate: Actor):
    saved = save(clerk)

    with pytest.raises(NotPermitted):
        services.remove_filter(saved=saved, actor=delegate, at=make.AT)

    assert SavedFilter.objects.get() == saved
