from collections.abc import Iterable
from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IntakeConfig(AppConfig):
    name = "nghitruong.intake"
    verbose_name = _("đọc văn bản")

    def ready(self) -> None:
        """Announce documents read to the floors below: subject, journal words, menu."""
        from nghitruong.audit.services import name_deeds
        from nghitruong.base.actor import Actor
        from nghitruong.base.subjects import Kind, register
        from nghitruong.intake.models import DocumentReading, Proposal
        from nghitruong.ui.enums import Group
        from nghitruong.ui.rules import Entry, Link, add_entry, add_link

        def load(ids: Iterable[int]) -> dict[int, Any]:
            return DocumentReading.objects.defer("text", "record").in_bulk(list(ids))

        def visible(actor: Actor, ids: Iterable[int]) -> set[int]:
            seen = DocumentReading.objects.visible_to(actor).filter(pk__in=ids)
            return set(seen.values_list("pk", flat=True))

        def load_items(ids: Iterable[int]) -> dict[int, Any]:
            items = Proposal.objects.select_related("reading").defer("reading__text", "reading__record")
            return items.in_bulk(list(ids))

        def visible_items(actor: Actor, ids: Iterable[int]) -> set[int]:
            seen = Proposal.objects.filter(pk__in=ids, reading__in=DocumentReading.objects.visible_to(actor))
            return set(seen.values_list("pk", flat=True))

        register(
            "intake.proposal",
            Kind(
                _("mục đọc được"), load_items, lambda item: str(item.reading), Proposal.get_absolute_url, visible_items
            ),
        )
        register(
            "intake.documentreading",
            Kind(_("văn bản đọc vào"), load, str, DocumentReading.get_absolute_url, visible),
        )
        name_deeds(
            {
                "reading.take": _("đưa văn bản vào để đọc"),
                "reading.read": _("đọc văn bản"),
                "reading.fail": _("không đọc được văn bản"),
                "reading.cancel": _("dừng đọc văn bản"),
                "reading.retry": _("đọc lại văn bản"),
                "reading.close": _("duyệt xong văn bản đọc vào"),
                "proposal.accept": _("nhận một mục đọc được"),
                "proposal.reject": _("không nhận một mục đọc được"),
                "proposal.restore": _("xét lại một mục đọc được"),
            }
        )
        add_entry(
            Entry(
                "intake:index",
                _("Đọc văn bản"),
                "file-earmark-text",
                Group.COUNCIL,
                75,
                allowed=lambda actor: actor.has("petitions.keep"),
            )
        )
        add_link(
            "documents.folder",
            Link(
                "intake:cross_check_folder",
                _("Đối chiếu số liệu"),
                "arrow-left-right",
                allowed=lambda actor: actor.has("petitions.keep"),
            ),
        )
