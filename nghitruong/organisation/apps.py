from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, cast

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationConfig(AppConfig):
    name = "nghitruong.organisation"
    verbose_name = _("tổ chức")

    def ready(self) -> None:
        """Announce organs, terms, people and offices as subjects, and name their deeds."""
        from nghitruong.accounts.services import name_roles
        from nghitruong.audit import services as audit
        from nghitruong.base.subjects import Kind, Words, register
        from nghitruong.organisation.enums import Role
        from nghitruong.organisation.models import Membership, Organ, Person, Term
        from nghitruong.ui import rules as ui
        from nghitruong.ui.enums import Group

        def known(
            model: Any, noun: Any, related: tuple[str, ...], words: Any = None, many: tuple[str, ...] = ()
        ) -> Kind:
            return Kind(
                noun=noun,
                load=lambda ids: model.objects.select_related(*related).prefetch_related(*many).in_bulk(list(ids)),
                label=str,
                url=lambda record: str(record.get_absolute_url()),
                visible=lambda actor, ids: set(
                    model.objects.visible_to(actor).filter(pk__in=list(ids)).values_list("pk", flat=True)
                ),
                words=words,
            )

        def organ_words(organ: Organ) -> Words:
            since = organ.valid_from or datetime(2000, 1, 1, tzinfo=UTC).date()
            return Words(
                title=organ.name,
                body=f"{organ.short_name} {organ.code} {organ.unit.name if organ.unit else ''}",
                at=datetime(since.year, since.month, since.day, tzinfo=UTC),
            )

        def person_words(person: Person) -> Words:
            offices = "; ".join(f"{each.office}, {each.organ.name}" for each in person.memberships.all())
            return Words(title=person.name, body=offices, at=datetime(2000, 1, 1, tzinfo=UTC))

        name_roles(choices=[(role.value, role.label) for role in Role])
        register("organisation.organ", known(Organ, _("cơ quan"), ("unit",), organ_words))
        register("organisation.term", known(Term, _("nhiệm kỳ"), ("council",)))
        register("organisation.person", known(Person, _("người"), (), person_words, ("memberships__organ",)))
        register("organisation.membership", known(Membership, _("chức vụ"), ("person", "organ")))
        ui.add_entry(
            ui.Entry(
                "organisation:councils",
                cast("str", _("Tổ chức và đại biểu")),
                "diagram-3",
                Group.RECORDS,
                60,
                cast("str", _("Tổ chức")),
            )
        )
        audit.name_deeds(
            {
                "office.act": _("đổi tư cách làm việc"),
                "council.establish": _("lập Hội đồng nhân dân"),
                "organ.add": _("thêm cơ quan"),
                "organ.edit": _("sửa thông tin cơ quan"),
                "organ.end": _("kết thúc hoạt động của cơ quan"),
                "organ.succeed": _("ghi việc kế thừa cơ quan"),
                "term.open": _("mở nhiệm kỳ"),
                "term.end": _("kết thúc nhiệm kỳ"),
                "person.add": _("lập hồ sơ người"),
                "person.edit": _("sửa hồ sơ người"),
                "person.link": _("gắn tài khoản với người"),
                "membership.appoint": _("ghi chức vụ"),
                "membership.edit": _("sửa ngày giữ chức vụ"),
                "membership.end": _("ghi thôi giữ chức vụ"),
                "roster.import": _("nhập danh sách đại biểu"),
            }
        )
