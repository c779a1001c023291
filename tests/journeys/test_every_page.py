"""Every page that somebody is offered, in three widths: nothing for axe to find, no sideways scroll, no complaint."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from tests.architecture import stage as stages
from tests.architecture.stage import ROLES
from tests.architecture.test_urls import ROWS, Row, arguments, content
from tests.journeys.conftest import OFFICE

RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
WIDTHS = (360, 768, 1366)
JUDGED = (360, 1366)
"""Widths that axe judges: between them the same two layouts come again."""
FILES = {
    "organisation:suggest",
    "documents:download",
    "contacts:summary",
    "contacts:minutes",
    "organisation:sample_roster",
    "petitions:hint",
    "meetings:minutes",
    "documents:template_file",
    "contacts:near",
}
"""Addresses that answer with a file or with data; those with a full stop in their path say so themselves."""
FIRST_VIEW = 100_000
CODE = Path("nghitruong")
FONTS = list(CODE.glob("ui/static/ui/vendor/fonts/be-vietnam-pro-*"))


def pages() -> list[Row]:
    return [
        row
        for row in ROWS
        if row.way != "post" and "o" in row.signs[0] and row.name not in FILES | {"accounts:second_step"}
    ]


def reader_of(row: Row) -> str:
    """The first role for whom the page opens, a delegate before others where one may."""
    allowed = [role for role, sign in zip(ROLES, row.signs[0], strict=True) if sign == "o" and role != "upper_office"]
    return "clerk" if "clerk" in allowed else allowed[0]


@pytest.mark.browser
@pytest.mark.parametrize("part", range(4))
def test_page_is_open_to_everybody(part, transactional_db, at_browser):
    house = stages.build().ward
    people, found = {}, []
    for row in pages()[part::4]:
        role = reader_of(row)
        address = reverse(row.name, args=arguments(row, house, role))
        if "." in address:
            continue
        if role not in people:
            people[role] = at_browser(house.cast[role], OFFICE)
        person = people[role]
        person.page.goto(person.base + address)
        for width in WIDTHS:
            person.page.set_viewport_size({"width": width, "height": 800})
            judged = Axe().run(person.page, options=RULES).response["violations"] if width in JUDGED else []
            found += [(row.name, width, violation["id"], violation["nodes"][0]["html"][:160]) for violation in judged]
            if person.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
                found.append((row.name, width, "sideways scroll", address))

    assert found == []


def test_first_view_of_a_delegate_is_light(db, signed_in):
    """What a delegate's page brings along the first time, compressed: page, styles, scripts, icons and fonts."""
    house, too_heavy = stages.build().ward, {}
    client = signed_in(house.cast["delegate"])
    place = ROLES.index("delegate")
    for row in pages():
        if row.signs[0][place] != "o":
            continue
        answer = client.get(reverse(row.name, args=arguments(row, house, "delegate")), follow=True)
        if "html" not in answer.headers["Content-Type"]:
            continue
        text = content(answer)
        if (weight := weigh(text)) > FIRST_VIEW:
            too_heavy[row.name] = weight

    assert too_heavy == {}


def weigh(text: str) -> int:
    named = set(re.findall(r'(?:href|src)="/static/([^"#?]+)', text))
    files = {path for name in named for path in CODE.glob(f"*/static/{name}")}
    files |= {path for path in FONTS if re.search(r"(latin|vietnamese)-[457]00", path.name)}
    return len(gzip.compress(text.encode())) + sum(packed(path) for path in files)


def packed(path: Path) -> int:
    content = path.read_bytes()
    return len(content) if path.suffix == ".woff2" else len(gzip.compress(content))
