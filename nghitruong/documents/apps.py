from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, time
from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    name = "nghitruong.documents"
    verbose_name = _("văn bản")

    def ready(self) -> None:
        """Announce the registers to the floors below: subjects, journal words, search, menu."""
        from nghitruong.audit import services as audit
        from nghitruong.base import subjects
        from nghitruong.base.actor import Actor
        from nghitruong.base.subjects import Kind, Words
        from nghitruong.documents.enums import INCOMING_DEEDS, PAPER_DEEDS, REGISTER_DEEDS
        from nghitruong.documents.models import Folder, Incoming, Paper, StatedFigure
        from nghitruong.documents.models.registers import INSIDE
        from nghitruong.ui.enums import Group
        from nghitruong.ui.rules import Entry, add_entry

        def visible(model: Any) -> Callable[[Actor, Iterable[int]], set[int]]:
            return lambda actor, ids: set(
                model.objects.visible_to(actor).filter(pk__in=ids).values_list("pk", flat=True)
            )

        def paper_words(paper: Any) -> Words | None:
            """A secret text is not searched; its entry stands in the register alone."""
            if paper.secrecy != "none":
                return None
            asked = tuple(each.organ_id for each in paper.deliveries.all() if each.organ_id)
            return Words(
                title=f"{paper.shown} {paper.abstract}",
                body=f"{paper.get_kind_display()} {paper.organ.name} {paper.signer_name}",
                at=paper.issued_at or paper.drafted_at,
                council_id=paper.council_id,
                organ_ids=(paper.organ_id, paper.body_id, *asked),
            )

        def incoming_words(entry: Any) -> Words | None:
            if entry.secrecy != "none":
                return None
            return Words(
                title=f"{entry.code} {entry.abstract}",
                body=f"{entry.author} {entry.get_kind_display()} {entry.shown_number}",
                at=entry.registered_at,
                council_id=entry.council_id,
                organ_ids=(entry.body_id, *((entry.handler_organ_id,) if entry.handler_organ_id else ())),
            )

        def folder_words(folder: Any) -> Words:
            at = datetime.combine(folder.opened_on, time(12), tzinfo=UTC)
            return Words(title=str(folder), at=at, council_id=folder.council_id, organ_ids=(folder.body_id,))

        def load_papers(ids: Iterable[int]) -> dict[int, Any]:
            return Paper.objects.select_related("organ").in_bulk(list(ids))

        def announce(
            model: Any, noun: Any, words: Callable[[Any], Words | None], load: Any = None, reads: tuple[str, ...] = ()
        ) -> None:
            subjects.register(
                model._meta.label_lower,
                Kind(
                    noun=noun,
                    load=load or (lambda ids: model.objects.in_bulk(list(ids))),
                    label=str,
                    url=model.get_absolute_url,
                    visible=visible(model),
                    words=words,
                    reads=reads,
                ),
            )

        announce(Paper, _("văn bản đi"), paper_words, load_papers, ("deliveries",))
        announce(Incoming, _("văn bản đến"), incoming_words)
        announce(Folder, _("hồ sơ"), folder_words)
        announce(StatedFigure, _("số liệu nêu trong văn bản"), lambda _stated: None)
        audit.name_deeds({"figure.state": _("ghi số liệu nêu trong văn bản")})
        audit.name_deeds({f"paper.{verb}": label for verb, label in PAPER_DEEDS.items()})
        audit.name_deeds({f"incoming.{verb}": label for verb, label in INCOMING_DEEDS.items()})
        audit.name_deeds(REGISTER_DEEDS)

        def opens(actor: Actor) -> bool:
            return actor.membership_id is not None and actor.role not in {"auditor", "administrator"}

        add_entry(
            Entry(
                "documents:incoming", _("Văn bản đến"), "inbox", Group.RECORDS, 30,
                short=_("Văn bản đến"), allowed=opens,
            )
        )  # fmt: skip
        add_entry(
            Entry(
                "documents:outgoing", _("Văn bản đi"), "send", Group.RECORDS, 31, short=_("Văn bản đi"), allowed=opens
            )
        )
        add_entry(Entry("documents:folders", _("Hồ sơ công việc"), "folder2-open", Group.RECORDS, 32, allowed=opens))
        audit.name_deeds({"template.keep": _("Dùng mẫu riêng"), "template.restore": _("Dùng lại mẫu gốc")})
        add_entry(
            Entry(
                "documents:templates",
                _("Mẫu văn bản"),
                "file-earmark-text",
                group=Group.RECORDS,
                order=60,
                allowed=lambda actor: actor.has("documents.keep") and actor.role in INSIDE,
            )
        )
