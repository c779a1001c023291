"""Whoever follows the links that their own pages offer never meets a refusal, a missing page or an incident."""

from __future__ import annotations

import re
from collections import Counter, deque
from functools import partialmethod
from html import unescape
from urllib.parse import urljoin

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client, TestCase
from django.urls import reverse

from tests.architecture import stage as stages
from tests.architecture.stage import ROLES
from tests.architecture.test_urls import content
from tests.factories import AT

pytestmark = pytest.mark.architecture

ALIKE = 2
"""Pages of one shape that a walk opens: the same page of other records tells nothing new."""
LEFT_OUT = ("/static/",)


def links_of(answer: HttpResponse, address: str) -> list[str]:
    """The addresses of this house that a page leads to: its links, and where its search and filter forms go."""
    if answer.status_code in {301, 302}:
        return [urljoin(address, answer.headers["Location"])]
    if "html" not in answer.headers.get("Content-Type", ""):
        return []
    text = content(answer)
    found = re.findall(r'<a\b[^>]*\bhref="([^"#]+)', text)
    found += re.findall(r'<form\b[^>]*\bmethod="get"[^>]*\baction="([^"#]+)', text)
    return [urljoin(address, unescape(link)) for link in found]


def dead_ends(client: Client, *begin: str) -> tuple[int, list[str]]:
    """Walk from these pages; return how many were opened and what answered with a refusal or worse."""
    waiting, known, alike, found, opened = deque((page, "") for page in begin), set(begin), Counter[str](), [], 0
    while waiting:
        address, source = waiting.popleft()
        shape = re.sub(r"\d+", "N", address.partition("?")[0]) + ("?" if "?" in address else "")
        alike[shape] += 1
        if alike[shape] > ALIKE:
            continue
        answer = client.get(address)
        opened += 1
        if answer.status_code >= 400:
            found.append(f"{address} answers {answer.status_code}, offered on {source}")
        for link in links_of(answer, address):
            if link.startswith("/") and not link.startswith(LEFT_OUT) and link not in known:
                known.add(link)
                waiting.append((link, address))
    return opened, found


class TestDeadEnds(TestCase):
    """A walk for each role, all on one stage."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(time_machine.travel(AT, tick=False))
        cls.stage = stages.build()

    def nothing_refuses(self, role: str) -> None:
        house = self.stage.province if role == "upper_office" else self.stage.ward
        own = reverse("audit:history", args=["accounts.user", house.cast[role].user_id])
        opened, found = dead_ends(self.stage.client(house, role), "/", own)

        assert opened > 15
        assert found == []


for each in ROLES:
    setattr(TestDeadEnds, f"test_{each}", partialmethod(TestDeadEnds.nothing_refuses, each))


def test_walk_tells_a_dead_link():
    answer = HttpResponse('<a class="x" href="/a/?b=1&amp;c=2#d">a</a><a href="?e">e</a><a href="#f">f</a>')

    assert links_of(answer, "/here/") == ["/a/?b=1&c=2", "/here/?e"]
