from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PetitionsConfig(AppConfig):
    name = "nghitruong.petitions"
    verbose_name = _("kiến nghị cử tri")

    def ready(self) -> None:
        """Announce petitions to the floors below: subjects, journal words, menu, search, due dates."""
        from nghitruong.audit import services as audit
        from nghitruong.base import subjects
        from nghitruong.base.actor import Actor
        from nghitruong.contacts import rules as contacts
        from nghitruong.petitions import services
        from nghitruong.petitions.enums import DEED_LABELS
        from nghitruong.petitions.models import Petition
        from nghitruong.petitions.policies import SUBJECT
        from nghitruong.petitions.selectors import opinions
        from nghitruong.ui import rules as ui
        from nghitruong.ui.enums import Group

        def visible(actor: Actor, ids: Iterable[int]) -> set[int]:
            return set(Petition.objects.visible_to(actor).filter(pk__in=ids).values_list("pk", flat=True))

        def load(ids: Iterable[int]) -> dict[int, Any]:
            return dict(Petition.objects.in_bulk(list(ids)))

        subjects.register(
            SUBJECT,
            subjects.Kind(
                noun=str(_("kiến nghị")),
                load=load,
                label=str,
                url=lambda petition: petition.get_absolute_url(),
                visible=visible,
            ),
        )
        audit.name_deeds(labels={f"petition.{verb}": label for verb, label in DEED_LABELS.items()})
        contacts.register_followups(opinions.followups)
        contacts.register_hold(opinions.held_because)
        audit.follow(prefix="obligation.", follower=services.follow_due)
        ui.add_entry(
            ui.Entry(
                "petitions:index",
                _("Kiến nghị cử tri"),
                "chat-square-quote",
                group=Group.COUNCIL,
                order=20,
                short=_("Kiến nghị"),
                allowed=lambda actor: (
                    actor.membership_id is not None and actor.role not in {"auditor", "administrator"}
                ),
                phone=True,
            )
        )
