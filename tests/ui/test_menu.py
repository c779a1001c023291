"""The frame shows an office what it may open, and asks for counts once a minute."""

import pytest
from django.core.cache import cache

from nghitruong.base.actor import Actor
from nghitruong.ui import rules, selectors
from nghitruong.ui.enums import Group
from nghitruong.ui.rules import menu

ACTOR = Actor(user_id=7, name="Lê Minh Thư", membership_id=70, powers=frozenset({"petitions.keep"}))


@pytest.fixture(autouse=True)
def empty_menu(monkeypatch):
    monkeypatch.setattr(menu, "_ENTRIES", {})
    monkeypatch.setattr(menu, "_BELL", [])
    monkeypatch.setattr(selectors, "address", {"a:list": "/a/", "a:new": "/a/moi/", "b:list": "/b/", "home": "/"}.get)
    cache.clear()


def test_menu_leaves_out_what_is_closed_or_not_served():
    rules.add_entry(rules.Entry("a:list", "A", "circle"))
    rules.add_entry(rules.Entry("b:list", "B", "circle", allowed=lambda actor: actor.has("system.keep")))
    rules.add_entry(rules.Entry("c:list", "C", "circle"))

    assert [item.entry.label for item in selectors.menu(ACTOR, "/")] == ["A"]


def test_menu_marks_the_closest_page():
    for name in ("home", "a:list", "a:new", "b:list"):
        rules.add_entry(rules.Entry(name, name, "circle"))

    assert [item.entry.url_name for item in selectors.menu(ACTOR, "/a/moi/3/") if item.current] == ["a:new"]
    assert [item.entry.url_name for item in selectors.menu(ACTOR, "/") if item.current] == ["home"]
    assert [item.entry.url_name for item in selectors.menu(ACTOR, "/z/") if item.current] == []


def test_menu_is_ordered_by_group_and_place():
    rules.add_entry(rules.Entry("b:list", "B", "circle", group=Group.RECORDS))
    rules.add_entry(rules.Entry("a:new", "A2", "circle", order=60))
    rules.add_entry(rules.Entry("a:list", "A1", "circle", order=10))
    rules.add_entry(rules.Entry("home", "H", "circle", group=Group.TOP))

    sections = selectors.sections(selectors.menu(ACTOR, "/"))

    assert [(section.label, [item.entry.label for item in section.items]) for section in sections] == [
        ("", ["H"]),
        ("Việc của Hội đồng", ["A1", "A2"]),
        ("Hồ sơ và số liệu", ["B"]),
    ]


def test_count_is_asked_once_a_minute_for_each_office():
    asked = []
    rules.add_entry(rules.Entry("a:list", "A", "circle", count=lambda actor: asked.append(actor.name) or 1139))

    first = selectors.menu(ACTOR, "/")[0].count
    second = selectors.menu(ACTOR, "/")[0].count

    assert (first, second, asked) == ("1.139", "1.139", ["Lê Minh Thư"])


def test_forgotten_counts_are_asked_again():
    numbers = iter([4, 0])
    rules.set_bell(rules.Bell("b:list", lambda _actor: next(numbers)))

    before = selectors.unread(ACTOR)
    selectors.forget_counts(ACTOR)

    assert (before, selectors.unread(ACTOR)) == ("4", "")


def test_bell_does_not_count_beyond_ninety_nine():
    rules.set_bell(rules.Bell("b:list", lambda _actor: 100))

    assert selectors.unread(ACTOR) == "99+"


@pytest.mark.parametrize(("name", "letters"), [("Lê Minh Thư", "LT"), ("Thư", "T"), ("", "?")])
def test_initials_of_a_person(name, letters):
    assert rules.initials(name) == letters
