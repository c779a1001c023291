"""Where a demonstration may be built, and who reads its cards."""

from __future__ import annotations

import json

import pytest

from nghitruong.accounts import selectors as accounts
from nghitruong.base.errors import WrongState
from nghitruong.config.demonstration import home
from tests import factories as make


def test_real_data_is_refused(db):
    make.user("that")

    with pytest.raises(WrongState, match="dữ liệu thật"):
        home.clear()


def test_an_empty_home_is_taken(db):
    home.clear()

    assert not home.marker().exists()


def test_cards_are_shown_in_demonstration_mode_only(db, settings):
    cards = [{"username": "a", "password": "b", "name": "c", "office": "d", "what": "e"}]
    home.write_cards(cards)
    try:
        settings.DEMO = True
        assert accounts.demo_cards() == cards
        settings.DEMO = False
        assert accounts.demo_cards() == []
    finally:
        home.cards_file().unlink()


def test_the_cards_file_is_its_owners_alone(db):
    home.write_cards([])
    try:
        assert home.cards_file().stat().st_mode & 0o777 == 0o600
        assert json.loads(home.cards_file().read_text(encoding="utf-8")) == []
    finally:
        home.cards_file().unlink()


def test_the_marker_names_the_database_it_filled(db):
    home.mark()
    try:
        assert home.marker().read_text(encoding="utf-8") == home.database()
    finally:
        home.marker().unlink()


def test_a_marker_of_another_database_does_not_count(db):
    make.user("that")
    home.marker().write_text("another database", encoding="utf-8")
    try:
        with pytest.raises(WrongState, match="dữ liệu thật"):
            home.clear()
    finally:
        home.marker().unlink()
