from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time
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
        from nghitruong.base.subjects import Words
        from nghitruong.contacts import rules as contacts
        from nghitruong.petitions import services
        from nghitruong.petitions.enums import DEED_LABELS
        from nghitruong.petitions.models import Petition
        from nghitruong.petitions.policies import SUBJECT
        from nghitruong.petitions.rules.wording import beginning
        from nghitruong.petitions.selectors import opinions, told
        from nghitruong.petitions.services import notifying
        from nghitruong.ui import rules as ui
        from nghitruong.ui.enums import Group

        def visible(actor: Actor, ids: Iterable[int]) -> set[int]:
            return set(Petition.objects.visible_to(actor).filter(pk__in=ids).values_list("pk", flat=True))

        def load(ids: Iterable[int]) -> dict[int, Any]:
            return dict(Petition.objects.select_related("unit").in_bulk(list(ids)))

        def words(petition: Any) -> Words:
            """Words and place, never the voter's name; the agencies asked may find it too."""
            at = datetime.combine(petition.received_on, time(12), tzinfo=UTC)
            helping = tuple(each.organ_id for each in petition.coordinations.all())
            return Words(
                title=f"{petition.code} {beginning(petition.text, 200)}",
                body=f"{petition.text} {petition.place} {petition.unit or ''} {petition.source_ref}",
                at=at,
                council_id=petition.keeper_id,
                organ_ids=(*((petition.lead_id,) if petition.lead_id else ()), *helping),
            )

        subjects.register(
            SUBJECT,
            subjects.Kind(
                noun=_("kiến nghị"),
                load=load,
                label=str,
                url=lambda petition: petition.get_absolute_url(),
                visible=visible,
                words=words,
                reads=("coordinations",),
            ),
        )
        notifying.follow_deeds()
        audit.name_deeds(labels={f"petition.{verb}": label for verb, label in DEED_LABELS.items()})
        contacts.register_followups(opinions.followups)
        contacts.register_became(told.told)
        contacts.register_near(told.near)
        contacts.register_hold(opinions.held_because)
        audit.follow(prefix="petition.", follower=services.follow_words)
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
        ui.add_entry(
            ui.Entry(
                "petitions:dashboard",
                _("Số liệu"),
                "columns-gap",
                group=Group.RECORDS,
                order=10,
                allowed=lambda actor: (
                    actor.membership_id is not None
                    and actor.role not in {"auditor", "administrator"}
                    and not actor.has("agency.answer")
                ),
            )
        )
        ui.add_entry(
            ui.Entry(
                "petitions:report",
                _("Báo cáo kiến nghị"),
                "bar-chart-line",
                group=Group.RECORDS,
                order=20,
                allowed=lambda actor: (
                    actor.membership_id is not None
                    and actor.role not in {"auditor", "administrator"}
                    and not actor.has("agency.answer")
                ),
            )
        )
