"""What each role does first: the one primary deed of its desk."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor


@dataclass(frozen=True, slots=True)
class First:
    """The primary deed: where it is done and in which words."""

    url_name: str
    label: object
    icon: str


def first_deed(actor: Actor) -> First | None:
    """Return what this role most often comes to do."""
    if actor.has("petitions.keep"):
        return First("petitions:receive", _("Tiếp nhận kiến nghị"), "plus-lg")
    if actor.has("notes.take"):
        return First("contacts:points", _("Ghi ý kiến cử tri"), "pencil-square")
    if actor.has("agency.answer"):
        return First("petitions:index", _("Trả lời kiến nghị"), "reply")
    return None
