"""Makers of records for tests: plain functions, one per kind, everything given or sensible."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

from nghitruong.accounts.models import User
from nghitruong.base.actor import Actor
from nghitruong.organisation import selectors as organisation
from nghitruong.organisation.enums import CommitteeField, OrganKind, Role
from nghitruong.organisation.models import Membership, Organ, Person, Term
from nghitruong.territory.enums import Level, UnitType
from nghitruong.territory.models import Unit

VN = dt.timezone(dt.timedelta(hours=7))
AT = dt.datetime(2026, 3, 2, 9, 0, tzinfo=VN)
TODAY = AT.date()
_number = itertools.count(1)


def unit(name: str = "Phường Mẫu", **values: Any) -> Unit:
    values.setdefault("code", f"{next(_number):05d}")
    values.setdefault("level", Level.COMMUNE)
    values.setdefault("type", UnitType.PHUONG)
    values.setdefault("valid_from", dt.date(2025, 7, 1))
    values.setdefault("folded", name.lower())
    values.setdefault("sort_key", name.lower())
    return Unit.objects.create(name=name, **values)


def organ(name: str, kind: OrganKind = OrganKind.DEPARTMENT, **values: Any) -> Organ:
    if kind == OrganKind.COMMITTEE:
        values.setdefault("field", CommitteeField.ECONOMY_BUDGET)
    values.setdefault("folded", name.lower())
    values.setdefault("sort_key", name.lower())
    return Organ.objects.create(name=name, kind=kind, **values)


def term(council: Organ, **values: Any) -> Term:
    values.setdefault("number", 1)
    values.setdefault("starts_on", dt.date(2026, 3, 25))
    values.setdefault("years", "2026-2031")
    return Term.objects.create(council=council, **values)


def user(username: str = "", **values: Any) -> User:
    username = username or f"user{next(_number)}"
    values.setdefault("full_name", username.title())
    account = User(username=username, **values)
    account.set_password("mat-khau-rat-dai-1")
    account.save()
    return account


def person(name: str, account: User | None = None, **values: Any) -> Person:
    return Person.objects.create(name=name, user=account, folded=name.lower(), sort_key=name.lower(), **values)


def office(where: Organ, role: Role, name: str = "", *, account: User | None = None, **values: Any) -> Membership:
    """A person of that role in that organ, with an account of their own."""
    account = account or user()
    holder = person(name or f"Người {account.username}", account)
    values.setdefault("valid_from", dt.date(2025, 7, 1))
    return Membership.objects.create(person=holder, organ=where, role=role, **values)


def actor(where: Organ, role: Role, name: str = "", **values: Any) -> Actor:
    return organisation.actor_for(office(where, role, name, **values))
