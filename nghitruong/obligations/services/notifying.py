"""Who is told of what happens to a debt. Told through the journal: a deed of a higher floor sends nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from django.utils.translation import gettext_lazy as _

from nghitruong.audit.models import Entry
from nghitruong.notices import services as notices
from nghitruong.obligations.models import Obligation
from nghitruong.organisation.models import Organ

DEBTOR, CREDITOR = "debtor", "creditor"
WORDS: dict[str, tuple[str, object]] = {
    "open": (DEBTOR, _("Việc mới phải làm, %(due)s: %(what)s")),
    "fulfil": (CREDITOR, _("Đã báo cáo thực hiện, chờ chấp nhận: %(what)s")),
    "accept": (DEBTOR, _("Kết quả đã được chấp nhận: %(what)s")),
    "refuse": (DEBTOR, _("Kết quả chưa được chấp nhận, phải làm tiếp: %(what)s")),
    "extend": (DEBTOR, _("Đã được gia hạn, %(due)s: %(what)s")),
    "reassign": (DEBTOR, _("Việc được chuyển đến, %(due)s: %(what)s")),
    "set_deadline": (DEBTOR, _("Đã ấn định thời hạn, %(due)s: %(what)s")),
    "redate": (DEBTOR, _("Thời hạn tính lại, %(due)s: %(what)s")),
    "urge": (DEBTOR, _("Được đôn đốc, %(due)s: %(what)s")),
    "cancel": (DEBTOR, _("Không còn phải làm: %(what)s")),
}
"""Deed of the ledger, the side that is told, the sentence."""


def follow_deeds() -> None:
    """Register the ledger's notices with the journal; from `apps.ready`."""
    for verb, (side, words) in WORDS.items():
        notices.follow(deed=f"obligation.{verb}", organs=partial(_side, side), text=_sentence(words))


def _side(side: str, entry: Entry) -> Iterable[Organ]:
    owed = Obligation.objects.select_related(side).get(pk=entry.object_id)
    return [getattr(owed, side)]


def _sentence(words: object) -> Callable[[Entry], str]:
    def text(entry: Entry) -> str:
        due_on = Obligation.objects.values_list("due_on", flat=True).get(pk=entry.object_id)
        return str(words) % {"what": entry.label, "due": _due(due_on)}

    return text


def _due(due_on: date | None) -> str:
    return str(_("hạn %(on)s")) % {"on": f"{due_on:%d/%m/%Y}"} if due_on else str(_("chưa có thời hạn"))
