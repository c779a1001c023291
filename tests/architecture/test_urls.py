"""Every address × every role × own, upper, lower, foreign council: real requests against a table written by hand.

No page read costs more than MOST_SQL statements, the session, the person and the office among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import partialmethod
from typing import Any

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.db import connection, transaction
from django.test import Client, TestCase
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from nghitruong.audit.models import Entry
from tests.architecture import stage as stages
from tests.architecture.stage import ROLES, House, Stage
from tests.architecture.url_table import PUBLIC, TABLE, VALUES
from tests.factories import AT

pytestmark = pytest.mark.architecture

NOT_MATTERS = ("django_session", "accounts_visit", "accounts_usedtoken", "accounts_slowdown")
WRITE = re.compile(r"^(?:INSERT INTO|UPDATE|DELETE FROM) \"(\w+)\"", re.IGNORECASE)
WAYS = {"page": ["get"], "form": ["get", "post"], "post": ["post"]}
MOST_SQL = 12
READS_JOURNAL = ("audit:journal", "audit:history")


@dataclass(frozen=True)
class Row:
    name: str
    way: str
    record: str
    signs: tuple[str, ...]


def rows() -> list[Row]:
    found = []
    for line in TABLE.strip().splitlines():
        if line.strip():
            name, way, rest = line.split(maxsplit=2)
            signs = re.findall(r"(?<!\S)[owe.\-]{10}(?!\S)", rest)
            found.append(Row(name, way, rest.split(signs[0])[0].strip(), tuple(signs)))
    return found


ROWS = rows()


def names(patterns: Any = None, space: str = "") -> Iterator[str]:
    for each in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(each, URLResolver):
            inner = f"{space}{each.namespace}:" if each.namespace else space
            yield from names(each.url_patterns, inner)
        elif isinstance(each, URLPattern):
            yield f"{space}{each.name}"


def test_every_address_has_a_row():
    assert sorted(set(names())) == sorted(row.name for row in ROWS)


def arguments(row: Row, house: House, role: str) -> list[object]:
    """Return what the address is made of: a year, a kind and a number, a name, or a record's number."""
    if row.record == "-":
        return []
    kind, _, name = row.record.rpartition("/")
    if row.record.startswith(("year ", "file ")):
        return [int(row.record.split()[1])]
    if row.record.startswith("name "):
        return [row.record.split()[1]]
    if row.name == "organisation:act":
        return []
    record = house[f"{name} {role}" if name.endswith(" of") else name.removeprefix("national ")]
    return [kind, record.pk] if kind else [record.pk]


def values(row: Row, house: House, role: str) -> dict[str, Any]:
    if row.name == "organisation:act":
        return {"membership": house[f"office of {role}"].pk}
    given = dict(VALUES.get(row.name, {}))
    for key, value in given.items():
        if value == "@chair":
            given[key] = house.cast["chair"].name
        elif value == "@body":
            given[key] = house.cast[role].organ_id if role == "committee_head" else house["standing"].pk
        elif value == "@own":
            given[key] = house.cast[role].organ_id
        elif value == "@spare_account":
            given[key] = house["spare_account"].username
        elif isinstance(value, str) and value.startswith("@"):
            given[key] = house[value[1:]].pk
    return given


def content(answer: Any) -> str:
    return (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode(errors="replace")


def refuses(answer: Any) -> bool:
    """Say whether a page that opened is one that says why not, or leads back with a reason."""
    if 300 <= answer.status_code < 400:
        return any(message.level_tag == "error" for message in get_messages(answer.wsgi_request))
    first = answer.context[0] if isinstance(answer.context, list) else answer.context
    verdict = first.get("verdict") if first else None
    return verdict is not None and not verdict


def seen(answer: Any) -> str:
    if answer.status_code in {403, 404}:
        return "-"
    if answer.status_code >= 500 or answer.status_code == 405:
        return str(answer.status_code)
    return "w" if refuses(answer) else "o"


def problems(stage: Stage, reader: House, role: str, sign: str, row: Row, owner: House) -> Iterator[str]:
    """Send the requests of one cell; yield what differs from the table."""
    client = stage.client(reader, role)
    where = f"{row.name} {role} ({reader.mark} of {owner.mark})"
    address = reverse(row.name, args=arguments(row, owner, role))
    for method in WAYS[row.way]:
        written: list[str] = []
        asked: list[str] = []

        def watch(execute: Any, sql: str, *rest: Any, into: list[str] = written, every: list[str] = asked) -> Any:
            every.append(sql)
            if (found := WRITE.match(sql)) and found[1] not in NOT_MATTERS:
                into.append(found[1])
            return execute(sql, *rest)

        cookies, before = deepcopy(client.cookies), Entry.objects.count()
        with transaction.atomic(), connection.execute_wrapper(watch):
            answer = client.get(address) if method == "get" else client.post(address, values(row, owner, role))
            what, text, cost = seen(answer), content(answer), len(asked)
            entries = Entry.objects.count() - before
            transaction.set_rollback(True)
        client.cookies = cookies
        expected = "o" if sign == "e" else sign
        if method == "get" and cost > MOST_SQL:
            yield f"{where} get: {cost} SQL statements"
        if method == "post" and what == "o" and sign == "w" and not written:
            what = "w"  # the form came back with the reason
        if what != expected:
            yield f"{where} {method}: expected {sign}, found {what} ({answer.status_code})"
        if (method == "get" or sign in "w-e") and written and what != "-":
            yield f"{where} {method}: wrote {sorted(set(written))}"
        if method == "post" and sign == "o" and is_doable(row, owner) and not entries:
            yield f"{where} post: no effect: {faults(answer)}"
        if method == "get" and 300 <= answer.status_code < 400 and row.record != "-" and sign == "o":
            text += content(client.get(answer.url))
        yield from leaks(stage, reader, role, row, text, where)


def is_doable(row: Row, owner: House) -> bool:
    """Say whether the good values must take effect: a province with communes does not end before them."""
    return row.name in VALUES and not (row.name == "territory:end" and owner.mark == "Q0")


def faults(answer: Any) -> str:
    form = answer.context[0].get("form") if answer.context else None
    said = [str(message) for message in get_messages(answer.wsgi_request)]
    return f"{answer.status_code} {said} {dict(form.errors) if form is not None else ''}"


def leaks(stage: Stage, reader: House, role: str, row: Row, text: str, where: str) -> Iterator[str]:
    """Matters of a council out of reach, and names of voters, are on no page of whatever address."""
    reach = {"administrator": set()}.get(role, {reader.mark})
    if role == "upper_office":
        reach = {"Q0", "Q1", "Q2"}
    if role == "auditor":
        reach = {"Q0", "Q1", "Q2", "Q3"} if row.name in READS_JOURNAL else set()
    for house in (stage.province, stage.ward, stage.next_door, stage.far_away):
        if house.mark not in reach and re.search(rf"(Kiến nghị|Việc|Cuộc họp|Đợt \w+) {house.mark}", text):
            yield f"{where}: shows matters of {house.mark}"
        may_read = house is reader and (
            role in {"clerk", "chair"} or (role == "front_officer" and "contacts" in row.name)
        )
        if house.voter in text and not may_read:
            yield f"{where}: shows the voter's name"


def cells(stage: Stage, relation: int) -> Iterator[tuple[House, str, str, Row, House]]:
    """The cells of one column of the table."""
    for row in ROWS:
        if len(row.signs) == 1 and relation != 0:
            continue
        for place, role in enumerate(ROLES):
            sign = row.signs[relation][place]
            reader = stage.province if role == "upper_office" or relation == 2 else stage.ward
            owner = [reader, stage.province, stage.ward, stage.next_door][relation]
            if relation == 3 and role == "upper_office":
                owner = stage.far_away
            if sign != ".":
                yield reader, role, sign, row, owner


def surprises(stage: Stage, relation: int, role: str) -> list[str]:
    return [
        problem
        for reader, who, sign, row, owner in cells(stage, relation)
        if who == role
        for problem in problems(stage, reader, who, sign, row, owner)
    ]


class Matrix(TestCase):
    """One column of the table: a test for each role, all on one stage."""

    relation: int
    roles = ROLES

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(time_machine.travel(AT, tick=False))
        cls.stage = stages.build()

    def __init_subclass__(cls) -> None:
        for role in cls.roles:
            setattr(cls, f"test_{role}", partialmethod(cls.as_the_table_says, role))

    def as_the_table_says(self, role: str) -> None:
        found = [
            problem
            for reader, who, sign, row, owner in cells(self.stage, self.relation)
            if who == role
            for problem in problems(self.stage, reader, who, sign, row, owner)
        ]
        assert not found, "\n".join(found)


class TestOwnCouncil(Matrix):
    relation = 0
    roles = ROLES[:4]


class TestOwnCouncilAndOthers(Matrix):
    relation = 0
    roles = ROLES[4:]


class TestUpperCouncil(Matrix):
    relation = 1


class TestLowerCouncil(Matrix):
    relation = 2


class TestForeignCouncil(Matrix):
    relation = 3

    def test_nobody_is_led_to_the_sign_in(self):
        found = []
        for row in ROWS:
            address = reverse(row.name, args=arguments(row, self.stage.ward, "clerk"))
            for way in WAYS[row.way]:
                answer = getattr(Client(), way)(address, {})
                is_led = answer.status_code == 302 and answer.url.startswith(reverse("accounts:sign_in"))
                if row.name not in PUBLIC and not is_led:
                    found.append(f"{row.name} {way}: {answer.status_code}")
        assert found == []
