"""Tells a council's office what came back: a return, a look on the spot. The ledger tells of answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.utils.translation import gettext_lazy as _

from nghitruong.audit.models import Entry
from nghitruong.notices import services as notices
from nghitruong.organisation.enums import OrganKind
from nghitruong.organisation.models import Organ

WORDS: dict[str, object] = {
    "send_back": _("Bị trả lại vì không đúng thẩm quyền: %(what)s"),
    "verify": _("Đã có kết quả xác minh: %(what)s"),
    "reopen": _("Đã mở lại: %(what)s"),
}
"""Deed, and the sentence the office reads."""


def follow_deeds() -> None:
    """Register these notices with the journal; from `apps.ready`."""
    for verb, words in WORDS.items():
        notices.follow(deed=f"petition.{verb}", organs=_offices, text=_sentence(words))


def _offices(entry: Entry) -> Iterable[Organ]:
    """Offices of the council that holds the petition (the journal line names it), which still stand on that day."""
    return Organ.objects.on(entry.at.date()).filter(council_id=entry.council_id, kind=OrganKind.OFFICE)


def _sentence(words: object) -> Callable[[Entry], str]:
    return lambda entry: str(words) % {"what": entry.label}
