"""Registers of official texts: number series, outgoing and incoming texts, recipients, copies, files by matter."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.documents.enums import (
    Capacity,
    CopyKind,
    Direction,
    FolderState,
    IncomingState,
    Nature,
    PaperKind,
    PaperState,
    RelationKind,
    Secrecy,
    Urgency,
)
from nghitruong.documents.models.files import Document
from nghitruong.documents.rules import numbering
from nghitruong.organisation.enums import DELEGATE_ROLES, Role
from nghitruong.organisation.models import Membership, Organ

INSIDE = DELEGATE_ROLES | {Role.CLERK, Role.UPPER_OFFICE}
"""Roles that sit in the council's own house; an agency's people are outside of it though they answer to it."""


def register_body(organ: Organ) -> Organ:
    """Return the body in whose register an organ's texts stand: the council for its own organs, else itself."""
    return organ.council if organ.kind in numbering.OWN_KINDS and organ.council is not None else organ


def body_symbol(body: Organ) -> str:
    """Return what stands for a body: the usual letters of its kind, its own code, or the initials of its name."""
    usual = numbering.BODY_SYMBOLS.get(body.kind)
    return usual or body.code[:20] or "".join(word[0] for word in body.name.split()).upper()[:12]


def _house(actor: Actor) -> Q:
    """Say whose registers an office looks into: its council's (people of the house) and its own organ's."""
    own = Q(body_id__in=actor.organ_ids)
    return own | Q(body_id__in=actor.council_ids) if actor.role in INSIDE else own


def _is_nobody(actor: Actor) -> bool:
    return actor.membership_id is None or actor.role in {Role.AUDITOR, Role.ADMINISTRATOR}


class Series(models.Model):
    """A row of numbers that begins anew each year (law.md DOC-01). `organ` is the body whose register it is.

    Texts of a council's own organs are numbered in the council's series unless an organ has one of its own (DOC-06).
    `symbol` stands after the type code in a number ("HĐND"), `unit_symbol` after the body's in a letter ("VP").
    """

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="number_series", verbose_name=_("cơ quan"))
    direction = models.CharField(_("chiều"), max_length=4, choices=Direction)
    nature = models.CharField(_("dùng cho"), max_length=10, choices=Nature, default=Nature.GENERAL)
    symbol = models.CharField(_("chữ viết tắt tên cơ quan"), max_length=20)
    unit_symbol = models.CharField(_("chữ viết tắt đơn vị soạn thảo"), max_length=20, blank=True)
    opened_on = models.DateField(_("dùng từ ngày"))

    class Meta:
        verbose_name = _("dãy số")
        verbose_name_plural = _("dãy số")
        ordering = ["organ__sort_key", "direction", "nature"]
        constraints = [
            models.UniqueConstraint(fields=["organ", "direction", "nature"], name="documents_series_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_direction_display()}, {self.get_nature_display()}, {self.organ}"


class YearBook(models.Model):
    """The register of one series in one year; whoever takes a number holds this row locked.

    `taken_over` is the last number of the register kept elsewhere before, where an office began in mid-year: what is
    given here follows it without a gap.
    """

    series = models.ForeignKey(Series, models.PROTECT, related_name="books")
    year = models.PositiveSmallIntegerField(_("năm"))
    last = models.PositiveIntegerField(_("số cuối cùng"), default=0)
    last_on = models.DateField(_("ngày của số cuối cùng"), null=True, blank=True)
    taken_over = models.PositiveIntegerField(_("số cuối cùng của sổ cũ"), default=0)

    class Meta:
        verbose_name = _("sổ của một năm")
        verbose_name_plural = _("sổ của một năm")
        constraints = [
            models.UniqueConstraint(fields=["series", "year"], name="documents_book_once"),
            models.CheckConstraint(condition=Q(last__gte=F("taken_over")), name="documents_book_goes_on"),
        ]

    def __str__(self) -> str:
        return f"{self.series}, {self.year}"


class PaperQuerySet(models.QuerySet["Paper"]):
    def visible_to(self, actor: Actor) -> PaperQuerySet:
        """The house sees what it issued, its keepers and the drafting organ also drafts; recipients what came to them.

        Of a secret text only the keepers of the register see the entry.
        """
        if actor.is_system:
            return self
        if _is_nobody(actor):
            return self.none()
        house = _house(actor)
        if actor.has("documents.keep"):
            own = house
        else:
            drafts = Q(organ_id__in=actor.organ_ids) | Q(signer_id=actor.membership_id)
            own = house & (Q(state=PaperState.ISSUED) | drafts) & Q(secrecy=Secrecy.NONE)
        came = Q(state=PaperState.ISSUED, secrecy=Secrecy.NONE) & Q(
            pk__in=Delivery.objects.visible_to(actor).values("paper_id")
        )
        return self.filter(own | came)


class Paper(models.Model):
    """An official text going out. It has no number before it is signed, and keeps its number for good.

    `body` is whose register it stands in, `organ` who issues it; `subject_kind`/`subject_id` the matter it is about.
    Of a secret text only the entry is kept here, never the text (law.md SE-02).
    """

    council = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Hội đồng nhân dân")
    )
    body = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("sổ của"))
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("cơ quan ban hành"))
    kind = models.CharField(_("loại văn bản"), max_length=16, choices=PaperKind)
    nature = models.CharField(_("dãy số"), max_length=10, choices=Nature, default=Nature.GENERAL)
    series = models.ForeignKey(
        Series, models.PROTECT, null=True, blank=True, related_name="papers", verbose_name=_("dãy số")
    )
    year = models.PositiveSmallIntegerField(_("năm"), null=True, blank=True)
    number = models.PositiveIntegerField(_("số"), null=True, blank=True)
    symbol = models.CharField(_("ký hiệu"), max_length=60)
    code = models.CharField(_("số, ký hiệu"), max_length=80, blank=True)
    abstract = models.CharField(_("trích yếu"), max_length=500)
    signed_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    urgency = models.CharField(_("độ khẩn"), max_length=8, choices=Urgency, default=Urgency.NORMAL)
    secrecy = models.CharField(_("độ mật"), max_length=8, choices=Secrecy, default=Secrecy.NONE)
    capacity = models.CharField(_("quyền hạn ký"), max_length=6, choices=Capacity, blank=True)
    signer = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("người ký")
    )
    signer_name = models.CharField(_("họ tên người ký"), max_length=200, blank=True)
    signer_title = models.CharField(_("chức vụ người ký"), max_length=200, blank=True)
    authorised_by = models.CharField(_("văn bản ủy quyền"), max_length=200, blank=True)
    drafter = models.CharField(_("người soạn thảo"), max_length=200)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("tệp văn bản")
    )
    subject_kind = models.CharField(max_length=80, blank=True)
    subject_id = models.BigIntegerField(null=True, blank=True)
    copies = models.PositiveSmallIntegerField(_("số lượng bản"), default=1)
    keeper = models.CharField(_("nơi lưu"), max_length=100, blank=True)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)
    state = models.CharField(_("trạng thái"), max_length=10, choices=PaperState, default=PaperState.DRAFT)
    drafted_at = models.DateTimeField(_("soạn lúc"))
    issued_at = models.DateTimeField(_("ban hành lúc"), null=True, blank=True)
    folded = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager[Paper]] = models.Manager.from_queryset(PaperQuerySet)()

    class Meta:
        verbose_name = _("văn bản đi")
        verbose_name_plural = _("văn bản đi")
        indexes = [
            models.Index(fields=["body", "year", "-number"], name="documents_paper_register"),
            models.Index(fields=["subject_kind", "subject_id"], name="documents_paper_subject"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["series", "year", "number"], name="documents_paper_number_once"),
            models.CheckConstraint(
                condition=Q(
                    state=PaperState.ISSUED,
                    number__isnull=False,
                    number__gte=1,
                    series__isnull=False,
                    year__isnull=False,
                    signed_on__isnull=False,
                    signer__isnull=False,
                )
                | (
                    ~Q(state=PaperState.ISSUED)
                    & Q(number__isnull=True, series__isnull=True, year__isnull=True, signed_on__isnull=True)
                ),
                name="documents_paper_number_when_issued",
            ),
            models.CheckConstraint(
                condition=Q(secrecy=Secrecy.NONE) | Q(document__isnull=True), name="documents_no_secret_text"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code or self.blank}, {self.abstract}"[:300]

    @property
    def blank(self) -> str:
        """The number as a draft bears it, with room for the number: "Số: /TB-HĐND" without its label."""
        return f"/{self.symbol}"

    @property
    def shown(self) -> str:
        """Number and symbol, or the blank form of a draft."""
        return self.code or self.blank

    @property
    def is_issued(self) -> bool:
        return self.state == PaperState.ISSUED

    def get_absolute_url(self) -> str:
        return reverse("documents:paper", args=[self.pk])


class Relation(models.Model):
    """A later text that amends, corrects, replaces or cancels an earlier one: the only way to change what is issued."""

    later = models.ForeignKey(Paper, models.PROTECT, related_name="corrects", verbose_name=_("văn bản sau"))
    earlier = models.ForeignKey(Paper, models.PROTECT, related_name="corrected_by", verbose_name=_("văn bản trước"))
    kind = models.CharField(_("quan hệ"), max_length=8, choices=RelationKind)

    class Meta:
        verbose_name = _("quan hệ văn bản")
        verbose_name_plural = _("quan hệ văn bản")
        constraints = [
            models.UniqueConstraint(fields=["later", "earlier"], name="documents_relation_once"),
            models.CheckConstraint(condition=~Q(later=F("earlier")), name="documents_relation_of_two"),
        ]

    def __str__(self) -> str:
        return f"{self.later} {self.get_kind_display()} {self.earlier}"


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def visible_to(self, actor: Actor) -> DeliveryQuerySet:
        """What was sent to an organ this office speaks for; the people of a house see what came to any of its organs."""
        if actor.is_system:
            return self
        if _is_nobody(actor):
            return self.none()
        came = Q(organ_id__in=actor.organ_ids)
        if actor.role in INSIDE:
            came |= Q(organ_id__in=actor.council_ids) | Q(
                organ__council_id__in=actor.council_ids, organ__kind__in=numbering.OWN_KINDS
            )
        return self.filter(came, sent_at__isnull=False)


class Delivery(models.Model):
    """One recipient (nơi nhận): an organ of the system or an outside name; sent, opened by whom and when."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="deliveries", verbose_name=_("văn bản"))
    organ = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("cơ quan nhận")
    )
    name = models.CharField(_("nơi nhận"), max_length=200)
    copies = models.PositiveSmallIntegerField(_("số bản"), default=1)
    sent_at = models.DateTimeField(_("gửi lúc"), null=True, blank=True)
    opened_at = models.DateTimeField(_("nhận lúc"), null=True, blank=True)
    opened_by = models.CharField(_("người nhận"), max_length=300, blank=True)

    objects: ClassVar[models.Manager[Delivery]] = models.Manager.from_queryset(DeliveryQuerySet)()

    class Meta:
        verbose_name = _("nơi nhận")
        verbose_name_plural = _("nơi nhận")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "name"], name="documents_delivery_once"),
            models.UniqueConstraint(
                fields=["paper", "organ"], condition=Q(organ__isnull=False), name="documents_delivery_organ_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_inside(self) -> bool:
        """Say whether it stays in the house whose outgoing register holds the text: nobody enters it as incoming."""
        return self.organ is not None and register_body(self.organ).pk == self.paper.body_id


class IncomingQuerySet(models.QuerySet["Incoming"]):
    def visible_to(self, actor: Actor) -> IncomingQuerySet:
        """The register's own house, and the organ or person it was routed to; secret ones only their keepers."""
        if actor.is_system:
            return self
        if _is_nobody(actor):
            return self.none()
        house = _house(actor)
        own = house if actor.has("documents.keep") else house & Q(secrecy=Secrecy.NONE)
        routed = Q(handler_organ_id__in=actor.organ_ids) | Q(handler__person_id=actor.person_id or 0)
        return self.filter(own | (routed & Q(secrecy=Secrecy.NONE)))


class Incoming(models.Model):
    """An official text that came in: one yearly series for paper and electronic ones (law.md 12.6)."""

    council = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Hội đồng nhân dân")
    )
    body = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("sổ của"))
    series = models.ForeignKey(Series, models.PROTECT, related_name="incoming", verbose_name=_("dãy số"))
    year = models.PositiveSmallIntegerField(_("năm"))
    number = models.PositiveIntegerField(_("số đến"))
    arrived_on = models.DateField(_("ngày đến"))
    organ = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("cơ quan ban hành")
    )
    author = models.CharField(_("nơi gửi"), max_length=200)
    code = models.CharField(_("số, ký hiệu"), max_length=80, blank=True)
    signed_on = models.DateField(_("ngày văn bản"), null=True, blank=True)
    kind = models.CharField(_("loại văn bản"), max_length=16, choices=PaperKind, blank=True)
    abstract = models.CharField(_("trích yếu"), max_length=500)
    urgency = models.CharField(_("độ khẩn"), max_length=8, choices=Urgency, default=Urgency.NORMAL)
    secrecy = models.CharField(_("độ mật"), max_length=8, choices=Secrecy, default=Secrecy.NONE)
    channel = models.CharField(_("đường đến"), max_length=60, blank=True)
    due_on = models.DateField(_("hạn xử lý"), null=True, blank=True)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("tệp văn bản")
    )
    delivery = models.OneToOneField(
        Delivery, models.PROTECT, null=True, blank=True, related_name="entry", verbose_name=_("gửi từ trong hệ thống")
    )
    subject_kind = models.CharField(max_length=80, blank=True)
    subject_id = models.BigIntegerField(null=True, blank=True)
    handler_organ = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("đơn vị xử lý")
    )
    handler = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("người xử lý")
    )
    instruction = models.CharField(_("ý kiến phân phối"), max_length=300, blank=True)
    outcome = models.CharField(_("kết quả xử lý"), max_length=500, blank=True)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)
    state = models.CharField(_("trạng thái"), max_length=10, choices=IncomingState, default=IncomingState.REGISTERED)
    registered_at = models.DateTimeField(_("vào sổ lúc"))
    folded = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager[Incoming]] = models.Manager.from_queryset(IncomingQuerySet)()

    class Meta:
        verbose_name = _("văn bản đến")
        verbose_name_plural = _("văn bản đến")
        indexes = [models.Index(fields=["body", "year", "-number"], name="documents_incoming_register")]
        constraints = [
            models.UniqueConstraint(fields=["series", "year", "number"], name="documents_incoming_number_once"),
            models.CheckConstraint(
                condition=Q(secrecy=Secrecy.NONE) | Q(document__isnull=True), name="documents_no_secret_incoming"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code or _('không số')}, {self.author}: {self.abstract}"[:300]

    @property
    def shown_number(self) -> str:
        """The arrival number as it is stamped."""
        return numbering.padded(self.number)

    def get_absolute_url(self) -> str:
        return reverse("documents:incoming_paper", args=[self.pk])


class Copy(models.Model):
    """A copy made of a text that came in or went out, with a number of its own series (law.md 12.5: SY, TrS, SL)."""

    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="copied")
    incoming = models.ForeignKey(Incoming, models.PROTECT, null=True, blank=True, related_name="copied")
    kind = models.CharField(_("hình thức sao"), max_length=4, choices=CopyKind)
    series = models.ForeignKey(Series, models.PROTECT, related_name="copies_made")
    year = models.PositiveSmallIntegerField(_("năm"))
    number = models.PositiveIntegerField(_("số"))
    code = models.CharField(_("số, ký hiệu bản sao"), max_length=80)
    made_on = models.DateField(_("ngày sao"))
    signer = models.ForeignKey(Membership, models.PROTECT, related_name="+", verbose_name=_("người ký bản sao"))
    extract = models.CharField(_("phần trích"), max_length=300, blank=True)
    recipients = models.CharField(_("nơi nhận"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("bản sao")
        verbose_name_plural = _("bản sao")
        ordering = ["made_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["series", "year", "number"], name="documents_copy_number_once"),
            models.CheckConstraint(
                condition=Q(paper__isnull=False, incoming__isnull=True) | Q(paper__isnull=True, incoming__isnull=False),
                name="documents_copy_of_one",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class FolderQuerySet(models.QuerySet["Folder"]):
    def visible_to(self, actor: Actor) -> FolderQuerySet:
        """The house whose file it is."""
        if actor.is_system:
            return self
        return self.none() if _is_nobody(actor) else self.filter(_house(actor))


class Folder(models.Model):
    """A file by matter (hồ sơ) with a list of contents; closed when the work has ended."""

    council = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Hội đồng nhân dân")
    )
    body = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("cơ quan lập hồ sơ"))
    year = models.PositiveSmallIntegerField(_("năm"))
    code = models.CharField(_("số, ký hiệu hồ sơ"), max_length=40)
    title = models.CharField(_("tiêu đề hồ sơ"), max_length=300)
    retention = models.CharField(_("thời hạn bảo quản"), max_length=60, blank=True)
    keeper = models.CharField(_("người lập hồ sơ"), max_length=200)
    opened_on = models.DateField(_("mở ngày"))
    closed_on = models.DateField(_("đóng ngày"), null=True, blank=True)
    state = models.CharField(_("trạng thái"), max_length=6, choices=FolderState, default=FolderState.OPEN)

    objects: ClassVar[models.Manager[Folder]] = models.Manager.from_queryset(FolderQuerySet)()

    class Meta:
        verbose_name = _("hồ sơ")
        verbose_name_plural = _("hồ sơ")
        ordering = ["-year", "code"]
        constraints = [
            models.UniqueConstraint(fields=["body", "year", "code"], name="documents_folder_once"),
            models.CheckConstraint(
                condition=Q(state=FolderState.OPEN, closed_on__isnull=True)
                | Q(state=FolderState.CLOSED, closed_on__isnull=False),
                name="documents_folder_closed_on",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}, {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("documents:folder", args=[self.pk])


class FolderItem(models.Model):
    """One line of a file's list of contents."""

    folder = models.ForeignKey(Folder, models.PROTECT, related_name="items", verbose_name=_("hồ sơ"))
    seq = models.PositiveIntegerField(_("thứ tự"))
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="filed")
    incoming = models.ForeignKey(Incoming, models.PROTECT, null=True, blank=True, related_name="filed")
    added_at = models.DateTimeField(_("đưa vào lúc"))

    class Meta:
        verbose_name = _("văn bản trong hồ sơ")
        verbose_name_plural = _("văn bản trong hồ sơ")
        ordering = ["seq"]
        constraints = [
            models.UniqueConstraint(fields=["folder", "seq"], name="documents_item_seq_once"),
            models.UniqueConstraint(
                fields=["folder", "paper"], condition=Q(paper__isnull=False), name="documents_item_paper_once"
            ),
            models.UniqueConstraint(
                fields=["folder", "incoming"], condition=Q(incoming__isnull=False), name="documents_item_incoming_once"
            ),
            models.CheckConstraint(
                condition=Q(paper__isnull=False, incoming__isnull=True) | Q(paper__isnull=True, incoming__isnull=False),
                name="documents_item_of_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seq}. {self.paper or self.incoming}"
