from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ObligationsConfig(AppConfig):
    name = "nghitruong.obligations"
    verbose_name = _("sổ nghĩa vụ")

    def ready(self) -> None:
        """Announce the ledger: subjects, journal words, due dates that follow their clocks."""
        from django.urls import reverse

        from nghitruong.audit import services as audit
        from nghitruong.base import subjects
        from nghitruong.base.actor import Actor
        from nghitruong.obligations import policies, services
        from nghitruong.obligations.enums import DEED_LABELS
        from nghitruong.obligations.models import Obligation
        from nghitruong.ui import rules as ui
        from nghitruong.ui.enums import Group

        def load(ids: Iterable[int]) -> dict[int, Any]:
            return dict(Obligation.objects.in_bulk(list(ids)))

        def visible(actor: Actor, ids: Iterable[int]) -> set[int]:
            return set(Obligation.objects.visible_to(actor).filter(pk__in=ids).values_list("pk", flat=True))

        subjects.register(
            policies.SUBJECT,
            subjects.Kind(
                noun=_("nghĩa vụ"),
                load=load,
                label=str,
                url=lambda owed: reverse("obligations:detail", args=[owed.pk]),
                visible=visible,
            ),
        )
        audit.follow(prefix="clock.", follower=services.follow_clock)
        services.follow_deeds()
        audit.name_deeds(labels={f"obligation.{verb}": label for verb, label in DEED_LABELS.items()})
        ui.add_entry(
            ui.Entry(
                "obligations:index",
                _("Sổ nghĩa vụ"),
                "journal-check",
                group=Group.TOP,
                order=20,
                allowed=lambda actor: (
                    actor.membership_id is not None and actor.role not in {"auditor", "administrator"}
                ),
            )
        )
