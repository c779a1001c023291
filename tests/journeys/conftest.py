"""People at real browsers: each with a window of their own, watched for whatever the browser complains about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page

from nghitruong.accounts.models import User
from nghitruong.base.actor import Actor

PHONE = {"width": 360, "height": 740}
OFFICE = {"width": 1366, "height": 768}
EXPECTED = ("422", "409", "503")
"""Answers that carry a form back are no errors of the page."""


@dataclass
class Person:
    """Somebody at a browser. `said` is what the browser complained about, `wide` the pages that scroll sideways."""

    page: Page
    context: BrowserContext
    base: str
    said: list[str] = field(default_factory=list)
    wide: list[str] = field(default_factory=list)

    def look(self) -> Person:
        if self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            self.wide.append(self.page.url)
        return self

    def open(self, path: str) -> Person:
        self.page.goto(path if path.startswith("http") else self.base + path)
        return self.look()

    def follow(self, ending: str) -> Person:
        """Click the link in the page whose address ends so."""
        self.page.locator(f'main a[href$="{ending}"]:visible').first.click()
        self.page.wait_for_load_state()
        return self.look()

    def fill(self, **values: Any) -> Person:
        form = self.page.locator("main form[method=post]:visible").last
        for name, value in values.items():
            control = form.locator(f'[name="{name}"]').first
            if control.get_attribute("type") == "radio":
                form.locator(f'[name="{name}"][value="{value}"]').check()
            elif control.evaluate("node => node.tagName") == "SELECT":
                control.select_option(str(value))
            else:
                control.fill(str(value))
        return self

    def send(self) -> Person:
        self.page.locator("main form[method=post]:visible").last.locator("button[type=submit]").first.click()
        self.page.wait_for_load_state()
        return self.look()

    def deed(self, ending: str, **values: Any) -> Person:
        """Follow the link to a deed, fill the form, send it."""
        return self.follow(ending).fill(**values).send()

    @property
    def text(self) -> str:
        return self.page.inner_text("main")


@pytest.fixture
def at_browser(browser: Browser, live_server: Any) -> Iterator[Callable[..., Person]]:
    """Return a function: this actor (or nobody) at a browser, signed in."""
    people: list[Person] = []

    def sit(actor: Actor | None = None, viewport: dict[str, int] = OFFICE, **options: Any) -> Person:
        context = browser.new_context(viewport=viewport, locale="vi-VN", **options)
        context.set_default_timeout(15_000)
        if actor is not None:
            client = Client()
            user = User.objects.get(pk=actor.user_id)
            client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
            key = client.cookies[settings.SESSION_COOKIE_NAME].value
            context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": live_server.url}])
        person = Person(context.new_page(), context, live_server.url)
        person.page.on("console", lambda message: note(person, message))
        person.page.on("pageerror", lambda error: person.said.append(str(error)))
        people.append(person)
        return person

    def note(person: Person, message: Any) -> None:
        if message.type in {"error", "warning"} and not any(f"status of {code}" in message.text for code in EXPECTED):
            person.said.append(f"{message.text} at {person.page.url}")

    yield sit
    complaints = [line for person in people for line in person.said]
    wide = [url for person in people for url in person.wide]
    for person in people:
        person.context.close()
    assert complaints == []
    assert wide == []
