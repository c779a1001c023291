"""Who may keep the structure of public bodies, and if not, why not."""

from __future__ import annotations

from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.base.policy import ALLOW, Verdict, allow_if
from nghitruong.organisation.enums import OrganKind, Role
from nghitruong.organisation.models import Membership, Organ, Person, Term


def _council_id(organ: Organ) -> int | None:
    return organ.pk if organ.kind == OrganKind.COUNCIL else organ.council_id


def _keep(actor: Actor, council_id: int | None) -> Verdict:
    """Keepers write about their own council and those it came from; never about another level's."""
    if actor.is_system:
        return ALLOW
    who = _("Chuyên viên văn phòng và Thường trực Hội đồng nhân dân của chính Hội đồng này.")
    return allow_if(
        actor.has("organisation.keep"), _("Chức vụ đang dùng không cập nhật tổ chức của Hội đồng nhân dân."), who
    ) & allow_if(
        council_id is not None and council_id in actor.council_ids,
        _("Chỉ cập nhật được tổ chức của Hội đồng nhân dân nơi mình đang làm việc."),
        who,
    )


def _administer(actor: Actor, power: str, otherwise: str) -> Verdict:
    return allow_if(actor.is_system or actor.has(power), otherwise, _("Quản trị hệ thống."))


def can_establish(actor: Actor, _unit: object = None) -> Verdict:
    return _administer(actor, "councils.establish", _("Chỉ quản trị hệ thống lập Hội đồng nhân dân mới."))


def can_add_organ(actor: Actor, council: Organ) -> Verdict:
    return _keep(actor, council.pk)


def can_edit_organ(actor: Actor, organ: Organ) -> Verdict:
    return _keep(actor, _council_id(organ))


def can_end_organ(actor: Actor, organ: Organ) -> Verdict:
    return _keep(actor, _council_id(organ)) & allow_if(
        organ.valid_to is None, _("Cơ quan này đã có ngày kết thúc hoạt động.")
    )


def can_succeed_organ(actor: Actor, organ: Organ) -> Verdict:
    """A council's own succession widens what its people see, so the administrator draws it."""
    if organ.kind == OrganKind.COUNCIL:
        return _administer(
            actor, "councils.establish", _("Chỉ quản trị hệ thống ghi việc kế thừa giữa các Hội đồng nhân dân.")
        )
    return _keep(actor, _council_id(organ))


def can_take_over(actor: Actor, predecessor: Organ) -> Verdict:
    """Who takes over an organ answers in its name: so only organs within the keeper's own reach, or by the administrator."""
    return allow_if(
        actor.is_system or actor.has("councils.establish") or _council_id(predecessor) in actor.council_ids,
        _("«%(name)s» không thuộc Hội đồng nhân dân của mình hoặc Hội đồng mà mình kế thừa.")
        % {"name": predecessor.name},
        _("Quản trị hệ thống."),
    )


def can_open_term(actor: Actor, council: Organ) -> Verdict:
    return _keep(actor, council.pk) & allow_if(
        council.kind == OrganKind.COUNCIL, _("Chỉ Hội đồng nhân dân có nhiệm kỳ.")
    )


def can_end_term(actor: Actor, term: Term) -> Verdict:
    return _keep(actor, term.council_id)


def can_add_person(actor: Actor, _council: object = None) -> Verdict:
    return allow_if(
        actor.is_system or actor.has("organisation.keep") or actor.has("councils.establish"),
        _("Chức vụ đang dùng không lập hồ sơ người."),
        _("Chuyên viên văn phòng, Thường trực Hội đồng nhân dân."),
    )


def _councils_of(person: Person) -> set[int | None]:
    return {_council_id(each.organ) for each in person.memberships.select_related("organ")}


def can_edit_person(actor: Actor, person: Person) -> Verdict:
    """The council where the person holds or held an office keeps the record; one without offices, any keeper."""
    if actor.is_system:
        return ALLOW
    councils = _councils_of(person)
    return can_add_person(actor) & allow_if(
        not councils or councils & actor.council_ids,
        _("Hồ sơ người này do Hội đồng nhân dân nơi người ấy giữ chức vụ cập nhật."),
        _("Chuyên viên văn phòng của Hội đồng nhân dân ấy."),
    )


def can_see_private(actor: Actor, person: Person) -> Verdict:
    """Birth date, ethnicity and telephone: the person, and those who keep the record."""
    return can_edit_person(actor, person) | allow_if(
        actor.person_id == person.pk, _("Ngày sinh, điện thoại chỉ hiện với người lập hồ sơ.")
    )


def can_link_person(actor: Actor, _person: object = None) -> Verdict:
    return _administer(actor, "accounts.keep", _("Chỉ quản trị hệ thống gắn tài khoản với người."))


def can_appoint(actor: Actor, organ: Organ, role: str = "", person: Person | None = None) -> Verdict:
    """Record an office. Roles about the system are given by the administrator; nobody records their own."""
    if actor.is_system:
        return ALLOW
    not_oneself = allow_if(
        person is None or person.pk != actor.person_id,
        _("Không ai tự ghi chức vụ cho chính mình."),
        _("Người khác trong văn phòng, hoặc quản trị hệ thống."),
    )
    by_administrator = _administer(
        actor, "councils.establish", _("Vai trò này do quản trị hệ thống cử."),
    )  # fmt: skip
    if role in {Role.AUDITOR, Role.ADMINISTRATOR, Role.UPPER_OFFICE}:
        return by_administrator & not_oneself
    if role in {Role.CLERK, ""} and by_administrator:
        return not_oneself
    return _keep(actor, _council_id(organ)) & not_oneself


def can_edit_membership(actor: Actor, membership: Membership) -> Verdict:
    return can_appoint(actor, membership.organ, membership.role, membership.person)


def can_end_membership(actor: Actor, membership: Membership) -> Verdict:
    return can_appoint(actor, membership.organ, membership.role) & allow_if(
        membership.valid_to is None, _("Chức vụ này đã có ngày thôi giữ; sửa ngày nếu ghi sai.")
    )


def can_import_roster(actor: Actor, council: Organ) -> Verdict:
    return _keep(actor, council.pk)
