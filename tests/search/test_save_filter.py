from __future__ import annotations

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.search import selectors, services
from nghitruong.search.models import SavedFilter
from tests import factories as make

PAGE = "search:find"


def save(actor: Actor, name: str = "Quá hạn", query: str = "?tinh-trang=qua-han&page=3&q=") -> SavedFilter:
    return services.save_filter(page=PAGE, name=name, query=query, actor=actor, at=make.AT)


def test_a_filter_is_kept_without_page_number_and_journaled(clerk: Actor):
    saved = save(clerk)

    assert (saved.name, saved.query) == ("Quá hạn", "tinh-trang=qua-han")
    entry = Entry.objects.get(deed="search.save_filter")
    assert entry.changes == {"page": PAGE, "name": "Quá hạn", "query": "tinh-trang=qua-han"}


def test_the_same_name_replaces(clerk: Actor):
    save(clerk)
    save(clerk, query="ban=1")

    assert [one.query for one in selectors.filters_of(clerk, PAGE)] == ["ban=1"]


def test_filters_are_ones_own(clerk: Actor, delegate: Actor):
    save(clerk)

    assert selectors.filters_of(delegate, PAGE) == []
    assert selectors.filters_of(clerk, "other:page") == []


@pytest.mark.parametrize(
    ("name", "query"),
    [("", "a=1"), (" ", "a=1"), ("x" * 61, "a=1"), ("Tên", ""), ("Tên", "page=2"), ("Tên", "a=" + "1" * 1000)],
)
def test_a_filter_without_sense_is_refused(name: str, query: str, clerk: Actor):
    with pytest.raises(Invalid):
        save(clerk, name, query)

    assert not SavedFilter.objects.exists()


def test_a_page_that_is_none_is_refused(clerk: Actor):
    with pytest.raises(Invalid):
        services.save_filter(page="no:page", name="Tên", query="a=1", actor=clerk, at=make.AT)


def test_nobody_without_an_office_saves(world: object):
    with pytest.raises(NotPermitted):
        save(Actor(user_id=make.user().pk, name="Không chức vụ"))
