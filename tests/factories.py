"""Makers of records for tests: plain functions, one per kind, everything given or sensible."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

from nghitruong.accounts.models import User
from nghitruong.base.actor import Actor
from nghitruong.contacts.enums import RoundKind
from nghitruong.contacts.models import Opinion, Point, Round
from nghitruong.language import sort_key
from nghitruong.meetings.enums import MeetingKind, SessionType
from nghitruong.meetings.models import Meeting
from nghitruong.organisation import selectors as organisation
from nghitruong.organisation.enums import CommitteeField, OrganKind, Role
from nghitruong.organisation.models import Membership, Organ, Person, Term
from nghitruong.territory import rules
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
    bare = rules.bare(name, values["type"])
    values.setdefault("folded", rules.folded(bare))
    values.setdefault("sort_key", sort_key(bare))
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


def meeting(council: Organ, **values: Any) -> Meeting:
    """A meeting planned for AT, in person, at the council's unit."""
    values.setdefault("kind", MeetingKind.OTHER)
    values.setdefault("title", "Cuộc họp mẫu")
    values.setdefault("starts_at", AT)
    values.setdefault("place", "Hội trường phường Mẫu")
    values.setdefault("unit", council.unit)
    return Meeting.objects.create(council=council, **values)


def session(council: Organ, number: int = 1, **values: Any) -> Meeting:
    values.setdefault("session_type", SessionType.REGULAR)
    values.setdefault("title", f"Kỳ họp thứ {number}, {council.name}")
    return meeting(council, kind=MeetingKind.SESSION, number=number, **values)


def contact_round(council: Organ, **values: Any) -> Round:
    """A thematic round open from ten days before AT to ten days after."""
    values.setdefault("kind", RoundKind.THEMATIC)
    values.setdefault("title", "Tiếp xúc cử tri chuyên đề mẫu")
    values.setdefault("starts_on", TODAY - dt.timedelta(days=10))
    values.setdefault("ends_on", TODAY + dt.timedelta(days=10))
    return Round.objects.create(council=council, **values)


def contact_point(of: Round, *, hamlets: str = "tổ dân phố 4", **values: Any) -> Point:
    """A point of this round with a meeting of its own; `values` are the meeting's."""
    values.setdefault("title", hamlets)
    values.setdefault("chair", "Ban Thường trực Ủy ban MTTQ Việt Nam phường Mẫu")
    gathering = meeting(of.council, kind=MeetingKind.CONTACT, **values)
    return Point.objects.create(round=of, meeting=gathering, hamlets=hamlets)


def opinion(at: Point, text: str = "Đề nghị sửa đèn đường ngõ 7.", **values: Any) -> Opinion:
    values.setdefault("seq", at.opinions.count() + 1)
    values.setdefault("taken_at", AT)
    values.setdefault("taken_by", "Lê Minh Thư")
    return Opinion.objects.create(point=at, text=text, **values)
