"""Two people edit one record: the second sees both versions side by side, and what they send next replaces it."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.urls import reverse

from nghitruong.base.actor import Actor
from nghitruong.organisation.models import Membership
from tests import factories as make
from tests.petitions.stages import received

EDITED = {
    "petitions:edit": ("text", "clerk"),
    "contacts:edit_round": ("title", "clerk"),
    "contacts:edit_point": ("place", "clerk"),
    "contacts:edit_opinion": ("text", "clerk"),
    "meetings:edit": ("title", "clerk"),
    "organisation:edit_person": ("name", "clerk"),
    "organisation:edit_organ": ("name", "clerk"),
    "organisation:edit_membership": ("valid_from", "clerk"),
    "territory:correct": ("name", "administrator"),
}


@pytest.fixture
def record(world, clerk, delegate):
    """Return a function: the record that this page edits."""

    def made(page: str) -> int:
        held = make.contact_round(world.council)
        point = make.contact_point(held)
        records = {
            "petitions:edit": lambda: received(world, clerk),
            "contacts:edit_round": lambda: held,
            "contacts:edit_point": lambda: point,
            "contacts:edit_opinion": lambda: make.opinion(point),
            "meetings:edit": lambda: make.meeting(world.council),
            "organisation:edit_person": lambda: Membership.objects.get(pk=delegate.membership_id).person,
            "organisation:edit_organ": lambda: world.department,
            "organisation:edit_membership": lambda: Membership.objects.get(pk=delegate.membership_id),
            "territory:correct": lambda: world.ward,
        }
        return int(records[page]().pk)

    return made


def fields_of(page: str) -> dict[str, object]:
    """What a browser would send of the page's last form as it stands."""
    form = page[page.rindex('method="post"', 0, page.rindex("deed_token")) :]
    found: dict[str, object] = {}
    for tag in re.findall(r"<input\b[^>]*>", form):
        name, value = re.search(r'\bname="([^"]*)"', tag), re.search(r'\bvalue="([^"]*)"', tag)
        if name and ("checked" in tag or not re.search(r'type="(?:checkbox|radio|file)"', tag)):
            found[name[1]] = unescape(value[1]) if value else ""
    for name, text in re.findall(r'<textarea\b[^>]*\bname="([^"]*)"[^>]*>\n?(.*?)</textarea>', form, re.DOTALL):
        found[name] = unescape(text)
    for name, options in re.findall(r'<select\b[^>]*\bname="([^"]*)"[^>]*>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        found[name] = unescape(chosen[1]) if chosen else ""
    found.pop("deed_token", None)
    return found


@pytest.mark.parametrize("page", EDITED)
def test_second_editor_sees_both_versions_and_then_replaces(page, record, request, signed_in):
    name, role = EDITED[page]
    actor: Actor = request.getfixturevalue(role)
    client, address = signed_in(actor), reverse(page, args=[record(page)])
    first = fields_of(client.get(address).content.decode())
    first |= {"reason": "Ghi nhầm ngày"} if "reason" in first else {}
    second = dict(first)
    was_day = name == "valid_from"
    first[name], second[name] = ("2026-03-05", "2026-03-06") if was_day else ("Bản thứ nhất", "Bản thứ hai")
    shown = ("05/03/2026", "06/03/2026") if was_day else ("Bản thứ nhất", "Bản thứ hai")

    assert client.post(address, first).status_code == 302
    answer = client.post(address, second)
    told = answer.content.decode()

    assert "Hai bản đặt cạnh nhau" in told
    differing = [(pair.standing[-12:], pair.typed[-12:]) for pair in answer.context["both"] if pair.differs]
    assert differing == [(shown[0][-12:], shown[1][-12:])]
    assert client.post(address, fields_of(told)).status_code == 302
    assert shown[1] in unescape(client.get(address, follow=True).content.decode()) or was_day


def test_mistake_of_the_second_editor_does_not_hide_the_first(world, clerk, signed_in):
    meeting = make.meeting(world.council)
    client, address = signed_in(clerk), reverse("meetings:edit", args=[meeting.pk])
    first = fields_of(client.get(address).content.decode())
    client.post(address, {**first, "title": "Bản thứ nhất"})

    wrong = client.post(address, {**first, "title": "Bản thứ hai", "on": "không phải ngày"}).content.decode()
    again = client.post(address, {**fields_of(wrong), "on": first["on"]})

    assert "Hai bản đặt cạnh nhau" in again.content.decode()
