from collections.abc import Iterable
from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContactsConfig(AppConfig):
    name = "nghitruong.contacts"
    verbose_name = _("tiếp xúc cử tri")

    def ready(self) -> None:
        """Announce rounds, points and opinions to the floors below, and that contact meetings are kept here."""
        from django.urls import reverse

        from nghitruong.audit.services import name_deeds
        from nghitruong.base.actor import Actor
        from nghitruong.base.subjects import Kind, Words, register
        from nghitruong.contacts.enums import OpinionKind
        from nghitruong.contacts.models import Opinion, Point, Round
        from nghitruong.contacts.policies import reads_source
        from nghitruong.contacts.rules import SOURCE
        from nghitruong.meetings import rules as meetings
        from nghitruong.meetings.enums import MeetingKind
        from nghitruong.ui.enums import Group
        from nghitruong.ui.rules import Entry, add_entry

        def visible_in(model: Any) -> Any:
            def visible(actor: Actor, ids: Iterable[int]) -> set[int]:
                return set(model.objects.visible_to(actor).filter(pk__in=ids).values_list("pk", flat=True))

            return visible

        def points(ids: Iterable[int]) -> dict[int, Any]:
            return Point.objects.select_related("meeting", "round").in_bulk(list(ids))

        def opinions(ids: Iterable[int]) -> dict[int, Any]:
            return Opinion.objects.select_related("point__meeting", "point__round").in_bulk(list(ids))

        def opinion_words(opinion: Any) -> Words | None:
            """Words of the voter only, never a name; of a complaint nothing."""
            if opinion.kind == OpinionKind.REFERRED:
                return None
            return Words(
                title=opinion.text[:200],
                body=f"{opinion.text} {opinion.hamlet} {opinion.answered_on_spot}",
                at=opinion.taken_at,
                council_id=opinion.point.round.council_id,
            )

        def sources_open_to(actor: Actor, ids: Iterable[int]) -> set[int]:
            """Return opinions whose photos and recordings, which show who spoke, this actor may open."""
            said = Opinion.objects.visible_to(actor).filter(pk__in=ids)
            loaded = said.select_related("point__round__council", "point__meeting")
            return {one.pk for one in loaded if reads_source(actor, one)}

        def point_words(point: Any) -> Words:
            meeting = point.meeting
            return Words(
                title=f"{meeting.title} · {point.round.title}"[:300],
                body=f"{meeting.place} {point.hamlets} {point.audience} {meeting.chair}",
                at=meeting.starts_at,
                council_id=point.round.council_id,
            )

        register(
            "contacts.round",
            Kind(_("đợt tiếp xúc cử tri"), Round.objects.in_bulk, str, Round.get_absolute_url, visible_in(Round)),
        )
        register(
            "contacts.point",
            Kind(_("buổi tiếp xúc cử tri"), points, str, Point.get_absolute_url, visible_in(Point), point_words),
        )
        register(
            "contacts.opinion",
            Kind(
                _("ý kiến cử tri"),
                opinions,
                str,
                Opinion.get_absolute_url,
                visible_in(Opinion),
                opinion_words,
            ),
        )
        register(
            SOURCE,
            Kind(_("ảnh, ghi âm của ý kiến cử tri"), opinions, str, Opinion.get_absolute_url, sources_open_to),
        )
        meetings.register_home(
            MeetingKind.CONTACT, lambda meeting_id: reverse("contacts:point_of_meeting", args=[meeting_id])
        )
        name_deeds(
            {
                "round.open": _("mở đợt tiếp xúc cử tri"),
                "round.edit": _("sửa đợt tiếp xúc"),
                "round.summarise": _("tổng hợp đợt tiếp xúc"),
                "round.reopen": _("mở lại đợt tiếp xúc"),
                "point.add": _("thêm điểm tiếp xúc"),
                "point.edit": _("sửa điểm tiếp xúc"),
                "point.hold": _("ghi nhận buổi tiếp xúc đã diễn ra"),
                "point.cancel": _("hủy điểm tiếp xúc"),
                "opinion.take": _("ghi ý kiến cử tri"),
                "opinion.edit": _("sửa, bổ sung ý kiến"),
                "opinion.reclassify": _("phân loại lại ý kiến"),
                "opinion.attach_source": _("kèm ảnh, ghi âm vào ý kiến"),
                "opinion.answer_on_spot": _("ghi trả lời tại chỗ"),
            }
        )
        add_entry(
            Entry(
                "contacts:rounds",
                _("Tiếp xúc cử tri"),
                "people",
                Group.COUNCIL,
                10,
                short=_("Tiếp xúc"),
                allowed=lambda actor: (
                    actor.membership_id is not None
                    and actor.role not in {"auditor", "administrator"}
                    and not actor.has("agency.answer")
                ),
                phone=True,
            )
        )
