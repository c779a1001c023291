"""The hand on the keyboard: items of a document judged one after another, and the last judgement taken back."""

from __future__ import annotations

import pytest

from nghitruong.intake.enums import ProposalState
from tests.intake.taken import taken

pytestmark = pytest.mark.browser


def test_items_are_judged_by_keyboard(at_browser, world, clerk):
    reading = taken(world, clerk)
    first, second, *_rest = reading.proposals.all()
    office = at_browser(clerk).open(reading.get_absolute_url())
    keys, page = office.page.keyboard, office.page

    def states():
        return [one.state for one in reading.proposals.all()[:2]]

    def here():
        return page.evaluate("document.activeElement.id")

    keys.press("Enter")  # nothing is in focus: nothing is accepted
    keys.press("ArrowDown")
    keys.press("ArrowDown")
    assert here() == f"muc-{second.place}"
    keys.press("ArrowUp")
    assert here() == f"muc-{first.place}"
    keys.press("j")
    assert here() == f"muc-{second.place}"
    keys.press("k")
    assert here() == f"muc-{first.place}"

    page.focus(f"#muc-{first.place} a")
    keys.press("Enter")  # on a link it is the link's
    page.wait_for_load_state()
    assert states() == [ProposalState.PROPOSED, ProposalState.PROPOSED]

    page.focus(f"#muc-{first.place}")
    with page.expect_navigation():
        keys.press("x")
    assert (states()[0], here()) == (ProposalState.REJECTED, f"muc-{second.place}")
    with page.expect_navigation():
        keys.press("u")
    assert (states()[0], here()) == (ProposalState.PROPOSED, f"muc-{first.place}")
    with page.expect_navigation():
        keys.press("Enter")
    assert (states()[0], here()) == (ProposalState.ACCEPTED, f"muc-{second.place}")
    with page.expect_navigation():
        keys.press("e")
    assert "/doc-van-ban/" in page.url
    assert page.url != office.base + reading.get_absolute_url()
    page.locator("main form input:visible").first.focus()
    keys.press("u")  # in a field it is a letter
    assert states()[0] == ProposalState.ACCEPTED
