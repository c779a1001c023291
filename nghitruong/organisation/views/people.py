"""People, their records and accounts, and the offices they take and leave."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Q
from django.http import HttpResponse  # noqa: TID251 -- view
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nghitruong.accounts.models import User
from nghitruong.base.errors import Invalid
from nghitruong.base.http import ActorRequest
from nghitruong.language import fold
from nghitruong.organisation import policies, selectors, services
from nghitruong.organisation.enums import Role
from nghitruong.organisation.forms import (
    AppointForm,
    EditMembershipForm,
    EditPersonForm,
    EndMembershipForm,
    LinkPersonForm,
    PersonForm,
    dates_of,
)
from nghitruong.organisation.models import Membership, Organ, Person
from nghitruong.organisation.views.deed import Deed, answer, day_asked, history_url

PAGE = 25


@require_safe
def people(request: ActorRequest) -> HttpResponse:
    """Find people by name: those of one's own council first thought of, everybody with a word typed."""
    words = request.GET.get("q", "").strip()
    found = Person.objects.visible_to(request.actor)
    if words:
        for word in fold(words).split():
            found = found.filter(folded__contains=word)
    elif request.actor.council_id:
        own = Q(memberships__organ=request.actor.council_id) | Q(memberships__organ__council=request.actor.council_id)
        found = found.filter(own).distinct()
    page = Paginator(found.order_by("sort_key", "pk"), PAGE).get_page(request.GET.get("trang"))
    rows = {each.pk: (each, []) for each in page.object_list}  # type: ignore[var-annotated] # offices follow
    held = Membership.objects.visible_to(request.actor).on(timezone.localdate()).filter(person__in=list(rows))
    for office in held.select_related("organ").order_by("pk"):
        rows[office.person_id][1].append(office)
    context = {
        "page": page, "rows": list(rows.values()), "words": words, "can_add": policies.can_add_person(request.actor),
    }  # fmt: skip
    return render(request, "organisation/people.html", context)


@require_safe
def person(request: ActorRequest, pk: int) -> HttpResponse:
    """Show a person's offices over time; birth date and telephone only to those who keep the record."""
    shown = get_object_or_404(Person.objects.visible_to(request.actor).select_related("user"), pk=pk)
    on = day_asked(request)
    offices = list(shown.memberships.select_related("organ", "organ__council", "term", "person"))
    context = {
        "person": shown,
        "on": on,
        "now": [_with_verdicts(request, each) for each in offices if each.held_on(on)],
        "others": [_with_verdicts(request, each) for each in offices if not each.held_on(on)],
        "private": policies.can_see_private(request.actor, shown),
        "can_edit": policies.can_edit_person(request.actor, shown),
        "can_link": policies.can_link_person(request.actor, shown),
        "history": history_url(shown),
    }
    return render(request, "organisation/person.html", context)


def _with_verdicts(request: ActorRequest, office: Membership) -> dict[str, Any]:
    return {
        "office": office,
        "can_end": policies.can_end_membership(request.actor, office),
        "can_edit": policies.can_edit_membership(request.actor, office),
    }


def add_person(request: ActorRequest) -> HttpResponse:
    """Add a person without an office yet."""
    form = PersonForm(request.POST or None)

    def do(_clean: dict[str, Any]) -> tuple[str, str]:
        made = services.add_person(actor=request.actor, at=timezone.now(), **form.values())
        return _("Đã lập hồ sơ %(name)s.") % {"name": made.name}, made.get_absolute_url()

    deed = Deed(
        title=_("Lập hồ sơ người"), verb=_("Lập hồ sơ"), verdict=policies.can_add_person(request.actor), do=do,
        back=reverse("organisation:people"),
    )  # fmt: skip
    return answer(request, form, deed)


def edit_person(request: ActorRequest, pk: int) -> HttpResponse:
    """Correct a person's record."""
    shown = get_object_or_404(Person.objects.visible_to(request.actor), pk=pk)
    verdict = policies.can_edit_person(request.actor, shown)
    form = EditPersonForm(request.POST or None, initial=EditPersonForm.initial_of(shown) if verdict else None)

    def do(clean: dict[str, Any]) -> tuple[str, str]:
        services.edit_person(
            person=shown, values=form.values(), actor=request.actor, at=timezone.now(), version=clean["version"]
        )
        return _("Đã sửa hồ sơ %(name)s.") % {"name": clean["name"]}, shown.get_absolute_url()

    deed = Deed(
        title=_("Sửa hồ sơ %(name)s") % {"name": shown.name}, verb=_("Lưu hồ sơ"), verdict=verdict, do=do,
        back=shown.get_absolute_url(),
    )  # fmt: skip
    return answer(request, form, deed)


def link_person(request: ActorRequest, pk: int) -> HttpResponse:
    """Tie a person to the account they sign in with."""
    shown = get_object_or_404(Person.objects.visible_to(request.actor).select_related("user"), pk=pk)

    def do(clean: dict[str, Any]) -> tuple[str, str]:
        user = None
        if clean["username"]:
            user = User.objects.visible_to(request.actor).filter(username__iexact=clean["username"]).first()
            if user is None:
                raise Invalid(_("Không có tài khoản «%(name)s».") % {"name": clean["username"]})
        services.link_person(person=shown, user=user, actor=request.actor, at=timezone.now())
        said = _("Đã gắn tài khoản %(user)s với %(name)s.") if user else _("Đã bỏ gắn tài khoản của %(name)s.")
        return said % {"user": user, "name": shown.name}, shown.get_absolute_url()

    deed = Deed(
        title=_("Gắn tài khoản với %(name)s") % {"name": shown.name}, verb=_("Gắn tài khoản"),
        verdict=policies.can_link_person(request.actor, shown), do=do, back=shown.get_absolute_url(),
    )  # fmt: skip
    form = LinkPersonForm(request.POST or None, initial={"username": shown.user.username if shown.user else ""})
    return answer(request, form, deed)


def _candidates(organ: Organ, actor: Any) -> list[Person]:
    """People of the organ's council, now or before, and those with no office yet."""
    council = organ.council_id or organ.pk
    near = Q(memberships__organ=council) | Q(memberships__organ__council=council) | Q(memberships__isnull=True)
    return list(Person.objects.visible_to(actor).filter(near).distinct().order_by("sort_key", "pk"))


def appoint(request: ActorRequest, pk: int) -> HttpResponse:
    """Record that somebody, known or new, holds an office in this organ."""
    organ = get_object_or_404(Organ.objects.visible_to(request.actor).select_related("council", "unit"), pk=pk)
    verdict = policies.can_appoint(request.actor, organ)
    people = _candidates(organ, request.actor) if verdict else []
    roles = [role for role in Role if policies.can_appoint(request.actor, organ, role)]
    initial = {"valid_from": timezone.localdate(), "person": request.GET.get("nguoi")}
    form = AppointForm(request.POST or None, organ=organ, people=people, roles=roles, initial=initial)

    @transaction.atomic
    def do(clean: dict[str, Any]) -> tuple[str, str]:
        at, chosen, name = timezone.now(), clean.pop("person"), clean.pop("name")
        holder = next((each for each in people if each.pk == chosen), None)
        holder = holder or services.add_person(name=name, actor=request.actor, at=at)
        made = services.appoint(person=holder, organ=organ, actor=request.actor, at=at, **clean)
        _warn(request, made)
        values = {"name": holder.name, "office": made.office, "organ": organ.name}
        return _("Đã ghi %(name)s giữ chức vụ %(office)s, %(organ)s.") % values, organ.get_absolute_url()

    deed = Deed(
        title=_("Ghi chức vụ trong %(organ)s") % {"organ": organ.name}, verb=_("Ghi chức vụ"), verdict=verdict, do=do,
        back=organ.get_absolute_url(),
    )  # fmt: skip
    return answer(request, form, deed)


def _warn(request: ActorRequest, made: Membership) -> None:
    """Say what the checks find about this person now; it is unusual, not forbidden."""
    council = selectors.council_of(made.organ)
    if council is None:
        return
    for finding in selectors.checks(council, made.valid_from):
        if any(pk == made.person_id for pk, _name in finding.people) and finding.severity == "warning":
            messages.warning(request, finding.text)


def _office(request: ActorRequest, pk: int) -> Membership:
    found = Membership.objects.visible_to(request.actor).select_related("person", "organ", "organ__council")
    return get_object_or_404(found, pk=pk)


def end_membership(request: ActorRequest, pk: int) -> HttpResponse:
    """Record that somebody leaves an office."""
    office = _office(request, pk)

    def do(clean: dict[str, Any]) -> tuple[str, str]:
        services.end_membership(membership=office, actor=request.actor, at=timezone.now(), **clean)
        values = {"name": office.person.name, "office": office.office, "day": f"{clean['on']:%d/%m/%Y}"}
        return _("%(name)s giữ chức vụ %(office)s đến hết ngày %(day)s.") % values, office.get_absolute_url()

    deed = Deed(
        title=_("Ghi thôi giữ chức vụ"), verb=_("Ghi thôi giữ chức vụ"), lead=str(office),
        verdict=policies.can_end_membership(request.actor, office), do=do, back=office.get_absolute_url(),
    )  # fmt: skip
    initial = {"version": office.version, "on": timezone.localdate()}
    return answer(request, EndMembershipForm(request.POST or None, initial=initial), deed)


def edit_membership(request: ActorRequest, pk: int) -> HttpResponse:
    """Correct the dates of an office."""
    office = _office(request, pk)

    def do(clean: dict[str, Any]) -> tuple[str, str]:
        services.edit_membership(membership=office, actor=request.actor, at=timezone.now(), **clean)
        return _("Đã sửa ngày giữ chức vụ của %(name)s.") % {"name": office.person.name}, office.get_absolute_url()

    deed = Deed(
        title=_("Sửa ngày giữ chức vụ"), verb=_("Lưu ngày"), lead=str(office),
        verdict=policies.can_edit_membership(request.actor, office), do=do, back=office.get_absolute_url(),
    )  # fmt: skip
    return answer(request, EditMembershipForm(request.POST or None, initial=dates_of(office)), deed)
