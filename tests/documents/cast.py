"""Texts in their registers for the tests of this module."""

from __future__ import annotations

from typing import Any

from nghitruong.base.actor import Actor
from nghitruong.documents import services
from nghitruong.documents.enums import PaperKind
from nghitruong.documents.models import Paper
from nghitruong.organisation.models import Membership, Organ
from tests.factories import AT

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def draft(organ: Organ, actor: Actor, **values: Any) -> Paper:
    values.setdefault("kind", PaperKind.NOTICE)
    values.setdefault("abstract", "Kết luận của Thường trực về thoát nước tổ 4")
    values.setdefault("at", AT)
    return services.draft(organ=organ, actor=actor, **values)


def office_of(actor: Actor) -> Membership:
    return Membership.objects.select_related("person", "organ__council").get(pk=actor.membership_id)


def issued(organ: Organ, clerk: Actor, signer: Actor, **values: Any) -> Paper:
    at = values.pop("at", AT)
    paper = draft(organ, clerk, at=at, **values)
    services.issue(paper=paper, signer=office_of(signer), actor=clerk, at=at)
    paper.refresh_from_db()
    return paper
