"""Names of hamlets, and what higher modules say about opinions."""

from __future__ import annotations

from nghitruong.contacts import rules
from nghitruong.contacts.rules import Followup


def test_hamlets_are_split_and_named_once():
    assert rules.hamlets(" thôn An Bình,thôn  An Hòa ; Thôn An Bình,\n") == ["thôn An Bình", "thôn An Hòa"]
    assert rules.hamlets("") == []


def test_followups_are_gathered_from_every_source(monkeypatch):
    first, second = Followup("KN-1", "/1/"), Followup("NV-1", "/2/")
    monkeypatch.setattr(rules, "_FOLLOWUPS", [lambda _a, _o: {7: first}, lambda _a, _o: {7: second}])

    assert rules.followups(None, ["một ý kiến"]) == {7: [first, second]}
    assert rules.followups(None, []) == {}
