"""Organs, terms, people and their offices. Nothing is overwritten when it ends: it gets an end date."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.organisation.enums import CommitteeField, OrganKind, Role
from nghitruong.organisation.rules.terms import roman
from nghitruong.territory.models import Unit


class OrganQuerySet(models.QuerySet["Organ"]):
    def on(self, day: date) -> OrganQuerySet:
        """Organs that stand on this day."""
        return self.filter(Q(valid_from__isnull=True) | Q(valid_from__lte=day)).filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=day)
        )

    def visible_to(self, actor: Actor) -> OrganQuerySet:
        """The structure of public bodies is public within the house: everybody who acts sees it."""
        return self if actor.membership_id or actor.is_system else self.none()


class Organ(models.Model):
    """Any body that can owe or be owed. `council` is the council it belongs to, serves or answers to.

    `folded` holds the short name too, so that both are found. `predecessors` are the organs it took over from.
    """

    kind = models.CharField(_("loại"), max_length=20, choices=OrganKind)
    field = models.CharField(_("lĩnh vực của Ban"), max_length=16, choices=CommitteeField, blank=True)
    name = models.CharField(_("tên"), max_length=200)
    short_name = models.CharField(_("tên gọi tắt"), max_length=100, blank=True)
    code = models.CharField(_("ký hiệu"), max_length=40, blank=True)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="organs", verbose_name=_("địa bàn")
    )
    council = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="organs", verbose_name=_("Hội đồng nhân dân")
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("cơ quan chủ quản")
    )
    predecessors = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="successors")
    valid_from = models.DateField(_("có từ ngày"), null=True, blank=True)
    valid_to = models.DateField(_("đến hết ngày"), null=True, blank=True)
    basis = models.CharField(_("căn cứ"), max_length=200, blank=True)
    population = models.PositiveIntegerField(_("số dân"), null=True, blank=True)
    is_mountain_or_island = models.BooleanField(_("miền núi, hải đảo"), default=False)
    folded = models.CharField(max_length=260, blank=True, db_index=True)
    sort_key = models.CharField(max_length=260, blank=True, db_index=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager[Organ]] = models.Manager.from_queryset(OrganQuerySet)()

    class Meta:
        verbose_name = _("cơ quan, tổ chức")
        verbose_name_plural = _("cơ quan, tổ chức")
        ordering = ["sort_key"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind=OrganKind.COMMITTEE) | ~Q(field=""), name="organisation_committee_has_field"
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_from__lte=models.F("valid_to")),
                name="organisation_organ_period_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def display(self) -> str:
        """The name for narrow places: the short one where there is one."""
        return self.short_name or self.name

    def stands_on(self, day: date) -> bool:
        """Say whether the organ exists on this day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def get_absolute_url(self) -> str:
        name = "organisation:council" if self.kind == OrganKind.COUNCIL else "organisation:organ"
        return reverse(name, args=[self.pk])


class TermQuerySet(models.QuerySet["Term"]):
    def on(self, day: date) -> TermQuerySet:
        """Terms running on this day."""
        return self.filter(starts_on__lte=day).filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day))

    def visible_to(self, actor: Actor) -> TermQuerySet:
        """As the organs they belong to."""
        return self if actor.membership_id or actor.is_system else self.none()


class Term(models.Model):
    """A council's term. `number` (khóa) follows ORG-12: it goes on where the name went on, else starts at I."""

    council = models.ForeignKey(Organ, models.PROTECT, related_name="terms", verbose_name=_("Hội đồng nhân dân"))
    number = models.PositiveSmallIntegerField(_("khóa"))
    number_basis = models.CharField(_("căn cứ số khóa"), max_length=300, blank=True)
    starts_on = models.DateField(_("từ ngày"))
    ends_on = models.DateField(_("đến ngày"), null=True, blank=True)
    years = models.CharField(_("nhiệm kỳ"), max_length=9)
    seats = models.PositiveSmallIntegerField(_("số đại biểu được bầu"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager[Term]] = models.Manager.from_queryset(TermQuerySet)()

    class Meta:
        verbose_name = _("nhiệm kỳ")
        verbose_name_plural = _("nhiệm kỳ")
        ordering = ["-starts_on"]
        constraints = [
            models.UniqueConstraint(fields=["council", "number", "starts_on"], name="organisation_term_once"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(starts_on__lte=models.F("ends_on")),
                name="organisation_term_in_order",
            ),
        ]

    def __str__(self) -> str:
        return _("khóa %(number)s, nhiệm kỳ %(years)s") % {"number": roman(self.number), "years": self.years}

    def get_absolute_url(self) -> str:
        return reverse("organisation:term", args=[self.pk])


class PersonQuerySet(models.QuerySet["Person"]):
    def visible_to(self, actor: Actor) -> PersonQuerySet:
        """Who holds which public office is public within the house; birth dates and telephones are not shown there."""
        return self if actor.membership_id or actor.is_system else self.none()


class Person(models.Model):
    """A human being, known by a row of their own: never by a name, a code or an account alone."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="person",
        verbose_name=_("tài khoản"),
    )
    name = models.CharField(_("họ và tên"), max_length=200)
    title = models.CharField(_("danh xưng"), max_length=20, blank=True)
    born_on = models.DateField(_("ngày sinh"), null=True, blank=True)
    born_in = models.PositiveSmallIntegerField(_("năm sinh"), null=True, blank=True)
    is_female = models.BooleanField(_("nữ"), null=True, blank=True)
    ethnicity = models.CharField(_("dân tộc"), max_length=40, blank=True)
    is_minority = models.BooleanField(_("dân tộc thiểu số"), null=True, blank=True)
    phone = models.CharField(_("điện thoại"), max_length=30, blank=True)
    folded = models.CharField(max_length=200, blank=True, db_index=True)
    sort_key = models.CharField(max_length=260, blank=True, db_index=True)
    is_sample = models.BooleanField(_("dữ liệu mẫu"), default=False)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager[Person]] = models.Manager.from_queryset(PersonQuerySet)()

    class Meta:
        verbose_name = _("người")
        verbose_name_plural = _("người")
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("organisation:person", args=[self.pk])

    @property
    def born(self) -> str:
        """The birth date as far as it is known: a day, a year, or nothing."""
        return f"{self.born_on:%d/%m/%Y}" if self.born_on else str(self.born_in or "")


class MembershipQuerySet(models.QuerySet["Membership"]):
    def on(self, day: date) -> MembershipQuerySet:
        """Offices held on this day."""
        return self.filter(valid_from__lte=day).filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day))

    def visible_to(self, actor: Actor) -> MembershipQuerySet:
        """As the people and organs they tie."""
        return self if actor.membership_id or actor.is_system else self.none()


class Membership(models.Model):
    """One person in one role in one organ for a period: an office somebody can act in."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships", verbose_name=_("người"))
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="memberships", verbose_name=_("cơ quan"))
    role = models.CharField(_("vai trò"), max_length=20, choices=Role)
    title = models.CharField(_("chức danh"), max_length=160, blank=True)
    term = models.ForeignKey(
        Term, models.PROTECT, null=True, blank=True, related_name="memberships", verbose_name=_("nhiệm kỳ")
    )
    is_full_time = models.BooleanField(_("chuyên trách"), default=False)
    valid_from = models.DateField(_("từ ngày"))
    valid_to = models.DateField(_("đến hết ngày"), null=True, blank=True)
    ended_because = models.CharField(_("lý do thôi"), max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager[Membership]] = models.Manager.from_queryset(MembershipQuerySet)()

    class Meta:
        verbose_name = _("chức vụ, vai trò")
        verbose_name_plural = _("chức vụ, vai trò")
        ordering = ["-valid_from", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organ", "role", "valid_from"], name="organisation_membership_once"
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_from__lte=models.F("valid_to")),
                name="organisation_membership_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.office}, {self.organ}"

    @property
    def office(self) -> str:
        """The office in words: its own title, else the role."""
        return self.title or str(self.get_role_display())

    def held_on(self, day: date) -> bool:
        """Say whether the office is held on this day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def get_absolute_url(self) -> str:
        return reverse("organisation:person", args=[self.person_id])
