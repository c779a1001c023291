"""A voter's petition and what became of it. Answered and settled are two facts, in two columns."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.contacts.models import Opinion, Point
from nghitruong.documents.models import Document, StoredFile
from nghitruong.meetings.models import Meeting
from nghitruong.organisation.models import Organ
from nghitruong.petitions.enums import (
    Appraised,
    Channel,
    Dimension,
    FactVerdict,
    Finding,
    Intake,
    Kind,
    Level,
    Outcome,
    RepeatKind,
    RepeatState,
    State,
    UnsettledReason,
)
from nghitruong.territory.models import Unit

OPEN_STATES = frozenset(set(State) - {State.CLOSED, State.NOTED})
COUNTED = (
    "received_on", "state", "level", "outcome", "field", "lead", "unit", "forwarded_on", "due_on", "answered_on",
    "settled_on", "reopened", "carried", "joined_to", "own_class",
)  # fmt: skip
"""What lists, facets and the desk count by: with these in one index, the long texts are not read for a number."""
LABEL = 80
"""Characters of a petition's words in its name."""
ORGANS = ("keeper", "lead")
"""What the deeds of a petition read the names of (`base.locking.locked`)."""


class Field(models.Model):
    """A field of life, two levels deep. `council_id` None is the shipped tree; a council may add its own."""

    code = models.CharField(_("mã"), max_length=40)
    name = models.CharField(_("tên"), max_length=160)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    council = models.ForeignKey(Organ, models.PROTECT, null=True, blank=True, related_name="+")
    sort_key = models.CharField(max_length=60)

    class Meta:
        verbose_name = _("lĩnh vực")
        verbose_name_plural = _("lĩnh vực")
        ordering = ["sort_key"]
        constraints = [
            models.UniqueConstraint(fields=["council", "code"], name="petitions_field_once_a_council"),
            models.UniqueConstraint(fields=["code"], condition=models.Q(council=None), name="petitions_field_once"),
        ]

    def __str__(self) -> str:
        return self.name


class ImportBatchQuerySet(models.QuerySet["ImportBatch"]):
    def visible_to(self, actor: Actor) -> ImportBatchQuerySet:
        """The office and the Standing Committee of the council it was taken in for."""
        if actor.is_system:
            return self
        return self.filter(council_id__in=actor.council_ids) if actor.has("petitions.keep") else self.none()


class ImportBatch(models.Model):
    """One file taken in: what it held and what came of each row."""

    council = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("Hội đồng nhân dân"))
    point = models.ForeignKey(Point, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("buổi"))
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, verbose_name=_("tệp"))
    name = models.CharField(_("tên tệp"), max_length=255)
    at = models.DateTimeField(_("lúc"))
    by = models.CharField(_("người nhập"), max_length=200)
    rows = models.PositiveIntegerField(_("số dòng"))
    accepted = models.PositiveIntegerField(_("đã nhận"))
    unchanged = models.PositiveIntegerField(_("không đổi"))
    rejected = models.JSONField(_("bị loại"), default=list)
    notes = models.JSONField(_("ghi chú trong tệp"), default=list)
    undone_at = models.DateTimeField(_("hoàn tác lúc"), null=True, blank=True)
    undone_by = models.CharField(_("người hoàn tác"), max_length=200, blank=True)
    undone = models.PositiveIntegerField(_("đã rút khỏi sổ"), default=0)
    kept = models.JSONField(_("giữ lại"), default=list)
    indexed_to = models.BigIntegerField(_("đã lập chỉ mục đến"), null=True, blank=True)
    compared_to = models.BigIntegerField(_("đã so trùng lặp đến"), null=True, blank=True)
    """The last petition made ready for the search, and the last compared; None: all of them."""

    objects: ClassVar[models.Manager[ImportBatch]] = models.Manager.from_queryset(ImportBatchQuerySet)()

    class Meta:
        verbose_name = _("lần nhập tệp")
        verbose_name_plural = _("lần nhập tệp")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("petitions:batch", args=[self.pk])


class LongFileQuerySet(models.QuerySet["LongFile"]):
    def visible_to(self, actor: Actor) -> LongFileQuerySet:
        """Who will see what comes of it."""
        if actor.is_system:
            return self
        return self.filter(council_id__in=actor.council_ids) if actor.has("petitions.keep") else self.none()


class LongFile(models.Model):
    """A file too long to be read while a person waits: what a worker has made of it so far (jobs.work).

    `summary` is what the preview shows; the rows read lie in a file of their own until they are written or not.
    """

    council = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("Hội đồng nhân dân"))
    point = models.ForeignKey(Point, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("buổi"))
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name=_("tệp"))
    name = models.CharField(_("tên tệp"), max_length=255)
    is_whole = models.BooleanField(_("không tách ô"), default=False)
    membership_id = models.BigIntegerField(_("chức vụ"), null=True)
    by = models.CharField(_("người nhập"), max_length=200)
    at = models.DateTimeField(_("lúc"))
    state = models.CharField(_("trạng thái"), max_length=10, choices=Intake, default=Intake.WAITING)
    tries = models.PositiveSmallIntegerField(_("số lần thử"), default=0)
    summary = models.JSONField(_("bản xem trước"), default=dict)
    reason = models.CharField(_("lý do"), max_length=500, blank=True)
    batch = models.OneToOneField(
        ImportBatch, models.CASCADE, null=True, blank=True, related_name="long_file", verbose_name=_("lần nhập tệp")
    )

    objects: ClassVar[models.Manager[LongFile]] = models.Manager.from_queryset(LongFileQuerySet)()

    class Meta:
        verbose_name = _("tệp dài đang nhập")
        verbose_name_plural = _("tệp dài đang nhập")
        ordering = ["pk"]
        indexes = [models.Index(fields=["state"], name="petitions_long_file_state")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("petitions:long_file", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.state not in {Intake.DONE, Intake.CANCELLED, Intake.FAILED}

    @property
    def is_at_work(self) -> bool:
        return self.is_open and self.state != Intake.READY


class ColumnReading(models.Model):
    """What an office said the columns of its files hold: `columns` {place: name}, by the shape of the header."""

    council = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("Hội đồng nhân dân"))
    shape = models.CharField(max_length=64)
    columns = models.JSONField(_("các cột"), default=dict)
    at = models.DateTimeField(_("lúc"))
    by = models.CharField(_("người đặt"), max_length=200)

    class Meta:
        verbose_name = _("cách đọc cột")
        verbose_name_plural = _("cách đọc cột")
        constraints = [models.UniqueConstraint(fields=["council", "shape"], name="petitions_columns_read_once")]

    def __str__(self) -> str:
        return self.shape[:12]


class PetitionQuerySet(models.QuerySet["Petition"]):
    def visible_to(self, actor: Actor) -> PetitionQuerySet:
        """Who reaches the council that holds it, or the agencies it was forwarded to (and their successors)."""
        if actor.is_system:
            return self
        if actor.membership_id is None or actor.role in {"auditor", "administrator"}:
            return self.none()
        if actor.has("agency.answer"):
            return self.filter(
                Q(lead_id__in=actor.organ_ids, forwarded_on__isnull=False)
                | Q(pk__in=Coordination.objects.filter(organ_id__in=actor.organ_ids).values("petition_id"))
            )
        return self.filter(keeper_id__in=actor.council_ids)

    def real(self) -> PetitionQuerySet:
        """Petitions proper: opinions and thanks are counted apart."""
        return self.filter(kind=Kind.PETITION)


class Petition(models.Model):
    """`council` took it in and never changes; `keeper` holds it now (ORG-10: a successor takes over)."""

    council = models.ForeignKey(Organ, models.PROTECT, related_name="petitions", verbose_name=_("Hội đồng nhân dân"))
    keeper = models.ForeignKey(Organ, models.PROTECT, related_name="kept_petitions", verbose_name=_("nơi theo dõi"))
    code = models.CharField(_("mã"), max_length=20)
    year = models.PositiveSmallIntegerField()
    seq = models.PositiveIntegerField()
    kind = models.CharField(_("phân loại"), max_length=8, choices=Kind, default=Kind.PETITION)
    text = models.TextField(_("nội dung"))
    channel = models.CharField(_("nguồn"), max_length=10, choices=Channel, default=Channel.CONTACT)
    opinion = models.OneToOneField(
        Opinion, models.PROTECT, null=True, blank=True, related_name="petition", verbose_name=_("ý kiến gốc")
    )
    point = models.ForeignKey(
        Point, models.PROTECT, null=True, blank=True, related_name="petitions", verbose_name=_("buổi tiếp xúc")
    )
    session = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="petitions", verbose_name=_("kỳ họp")
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="petitions", verbose_name=_("địa bàn")
    )
    place = models.CharField(_("nơi nêu"), max_length=300, blank=True)
    voter = models.CharField(_("cử tri"), max_length=200, blank=True)
    voices = models.PositiveIntegerField(_("số người cùng kiến nghị"), default=1)
    received_on = models.DateField(_("ngày tiếp nhận"), db_index=True)
    field = models.ForeignKey(Field, models.PROTECT, null=True, blank=True, verbose_name=_("lĩnh vực"))
    level = models.CharField(_("thẩm quyền"), max_length=8, choices=Level, blank=True)
    lead = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="led_petitions", verbose_name=_("cơ quan giải quyết")
    )
    state = models.CharField(_("trạng thái"), max_length=10, choices=State, default=State.RECEIVED)
    forwarded_on = models.DateField(_("ngày chuyển"), null=True, blank=True)
    due_on = models.DateField(_("hạn trả lời"), null=True, blank=True)
    answered_on = models.DateField(_("ngày trả lời"), null=True, blank=True)
    outcome = models.CharField(_("kết quả trả lời"), max_length=12, choices=Outcome, blank=True)
    own_class = models.ForeignKey(
        "OwnClass",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="petitions",
        db_index=False,
        verbose_name=_("phân loại riêng"),
    )
    settled_on = models.DateField(_("ngày giải quyết xong"), null=True, blank=True)
    reopened = models.PositiveSmallIntegerField(_("số lần mở lại"), default=0)
    carried = models.PositiveSmallIntegerField(_("số kỳ họp chuyển tiếp"), default=0)
    source_ref = models.CharField(_("mã trong tệp nguồn"), max_length=80, blank=True)
    source = models.JSONField(_("nguồn ghi"), default=dict, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    batch = models.ForeignKey(ImportBatch, models.PROTECT, null=True, blank=True, related_name="petitions")
    is_sample = models.BooleanField(_("dữ liệu mẫu"), default=False)
    joined_to = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="voiced", verbose_name=_("gộp vào kiến nghị")
    )
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager[Petition]] = models.Manager.from_queryset(PetitionQuerySet)()

    class Meta:
        verbose_name = _("kiến nghị cử tri")
        verbose_name_plural = _("kiến nghị cử tri")
        ordering = ["-received_on", "-pk"]
        indexes = [
            models.Index(fields=["keeper", "state", "due_on"], name="petitions_keeper_state"),
            models.Index(fields=["keeper", "-received_on", "-id"], name="petitions_keeper_newest"),
            models.Index(fields=["lead", "state", "due_on"], name="petitions_lead_state"),
            models.Index(fields=["keeper", "kind", *COUNTED], name="petitions_counted"),
            models.Index(fields=["own_class"], condition=Q(own_class__isnull=False), name="petitions_own_class"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["council", "year", "seq"], name="petitions_numbered"),
            models.UniqueConstraint(
                fields=["council", "fingerprint"], condition=~Q(fingerprint=""), name="petitions_imported_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["received", "sorted", "noted", "returned"])
                | Q(lead__isnull=False, forwarded_on__isnull=False),
                name="petitions_forwarded_has_lead",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["answered", "accepted", "closed"])
                | (Q(answered_on__isnull=False) & ~Q(outcome="")),
                name="petitions_answered_has_outcome",
            ),
            models.CheckConstraint(
                condition=Q(own_class__isnull=True) | ~Q(outcome=""), name="petitions_own_class_of_an_outcome"
            ),
            models.CheckConstraint(
                condition=Q(joined_to__isnull=True) | ~Q(joined_to=models.F("id")), name="petitions_joined_to_another"
            ),
            models.CheckConstraint(
                condition=Q(state="noted", kind__in=["opinion", "thanks"]) | (~Q(state="noted") & Q(kind="petition")),
                name="petitions_noted_is_no_petition",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.text if len(self.text) <= LABEL else self.text[: LABEL - 1] + '…'}"

    def get_absolute_url(self) -> str:
        return reverse("petitions:detail", args=[self.pk])


class Coordination(models.Model):
    """An agency that co-operates in settling a petition."""

    petition = models.ForeignKey(Petition, models.CASCADE, related_name="coordinations")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("cơ quan phối hợp"))

    class Meta:
        verbose_name = _("cơ quan phối hợp")
        verbose_name_plural = _("cơ quan phối hợp")
        constraints = [models.UniqueConstraint(fields=["petition", "organ"], name="petitions_coordination_once")]

    def __str__(self) -> str:
        return str(self.organ)


class Answer(models.Model):
    """An answering document and the outcome class it claims, with what that class requires."""

    petition = models.ForeignKey(Petition, models.CASCADE, related_name="answers")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("cơ quan trả lời"))
    document = models.ForeignKey(Document, models.PROTECT, related_name="+", verbose_name=_("văn bản trả lời"))
    on = models.DateField(_("ngày trả lời"))
    text = models.TextField(_("nội dung trả lời"))
    outcome = models.CharField(_("kết quả"), max_length=12, choices=Outcome)
    outcome_on = models.DateField(_("thời hạn theo lộ trình"), null=True, blank=True)
    reason = models.CharField(_("lý do chưa giải quyết"), max_length=20, choices=UnsettledReason, blank=True)
    own_class = models.ForeignKey(
        "OwnClass",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="answers",
        verbose_name=_("phân loại riêng"),
    )
    recorded_at = models.DateTimeField(_("ghi lúc"))

    class Meta:
        verbose_name = _("trả lời")
        verbose_name_plural = _("trả lời")
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome="planned") | Q(outcome_on__isnull=False), name="petitions_planned_has_date"
            ),
            models.CheckConstraint(
                condition=~Q(outcome="unsettled") | ~Q(reason=""), name="petitions_unsettled_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return str(self.document)

    @property
    def result(self) -> str:
        """Return what the answer claims: the council's own class with the national one it counts as."""
        return str(self.own_class) if self.own_class else str(self.get_outcome_display())


class Verification(models.Model):
    """Somebody went and looked: what was found, by whom, with evidence."""

    petition = models.ForeignKey(Petition, models.CASCADE, related_name="verifications")
    answer = models.ForeignKey(
        Answer, models.PROTECT, null=True, blank=True, related_name="verifications", verbose_name=_("trả lời")
    )
    on = models.DateField(_("ngày xác minh"))
    by = models.CharField(_("người xác minh"), max_length=300)
    place = models.CharField(_("nơi xác minh"), max_length=300, blank=True)
    finding = models.CharField(_("kết luận"), max_length=6, choices=Finding)
    text = models.TextField(_("điều đã thấy"))
    recorded_at = models.DateTimeField(_("ghi lúc"))

    class Meta:
        verbose_name = _("xác minh")
        verbose_name_plural = _("xác minh")
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return self.text[:80]


class CarryOver(models.Model):
    """A petition still open was carried from one session to the next."""

    petition = models.ForeignKey(Petition, models.CASCADE, related_name="carry_overs")
    from_session = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("từ kỳ họp")
    )
    to_session = models.ForeignKey(Meeting, models.PROTECT, related_name="+", verbose_name=_("sang kỳ họp"))
    on = models.DateField(_("ngày"))
    reason = models.CharField(_("lý do"), max_length=300)

    class Meta:
        verbose_name = _("chuyển kỳ họp")
        verbose_name_plural = _("chuyển kỳ họp")
        constraints = [models.UniqueConstraint(fields=["petition", "to_session"], name="petitions_carried_once")]

    def __str__(self) -> str:
        return self.reason


class Trait(models.Model):
    """A telling term of a petition as a number: what the index of nearest matters is asked (language.likeness)."""

    pk = models.CompositePrimaryKey("term", "keeper", "petition")
    term = models.IntegerField()
    keeper = models.ForeignKey(Organ, models.PROTECT, related_name="+", db_index=False)
    petition = models.ForeignKey(Petition, models.CASCADE, related_name="traits")

    class Meta:
        verbose_name = _("dấu hiệu so trùng")
        verbose_name_plural = _("dấu hiệu so trùng")

    def __str__(self) -> str:
        return str(self.term)


class RepeatQuerySet(models.QuerySet["Repeat"]):
    def visible_to(self, actor: Actor) -> RepeatQuerySet:
        """Who may see both petitions."""
        seen = Petition.objects.visible_to(actor).values("pk")
        return self if actor.is_system else self.filter(later__in=seen, earlier__in=seen)

    def waiting(self) -> RepeatQuerySet:
        return self.filter(state=RepeatState.PROPOSED)


class Repeat(models.Model):
    """Two petitions that may be about one matter. The machine proposes, a person confirms or rejects."""

    later = models.ForeignKey(Petition, models.CASCADE, related_name="earlier_links", verbose_name=_("kiến nghị sau"))
    earlier = models.ForeignKey(Petition, models.CASCADE, related_name="later_links", verbose_name=_("kiến nghị trước"))
    keeper = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("nơi theo dõi"))
    state = models.CharField(_("trạng thái"), max_length=10, choices=RepeatState, default=RepeatState.PROPOSED)
    kind = models.CharField(_("quan hệ"), max_length=12, choices=RepeatKind, blank=True)
    kind_before = models.CharField(_("quan hệ trước khi gộp"), max_length=12, choices=RepeatKind, blank=True)
    score = models.FloatField(_("độ giống"))
    because = models.JSONField(_("vì sao"), default=list)
    proposed_at = models.DateTimeField(_("đề xuất lúc"))
    decided_at = models.DateTimeField(_("quyết định lúc"), null=True, blank=True)
    decided_by = models.CharField(_("người quyết định"), max_length=300, blank=True)

    objects: ClassVar[models.Manager[Repeat]] = models.Manager.from_queryset(RepeatQuerySet)()

    class Meta:
        verbose_name = _("kiến nghị trùng lặp")
        verbose_name_plural = _("kiến nghị trùng lặp")
        ordering = ["-score", "pk"]
        indexes = [models.Index(fields=["keeper", "state", "-score"], name="petitions_repeat_queue")]
        constraints = [
            models.UniqueConstraint(fields=["later", "earlier"], name="petitions_repeat_once"),
            models.CheckConstraint(condition=~Q(later=models.F("earlier")), name="petitions_repeat_of_another"),
            models.CheckConstraint(
                condition=(Q(state="confirmed") & ~Q(kind="")) | (~Q(state="confirmed") & Q(kind="")),
                name="petitions_repeat_confirmed_as_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.later.code} – {self.earlier.code}"


class ReadingRuleQuerySet(models.QuerySet["ReadingRule"]):
    def visible_to(self, actor: Actor) -> ReadingRuleQuerySet:
        """As far as the council's own books are seen."""
        if actor.is_system:
            return self
        if actor.membership_id is None or actor.role in {"auditor", "administrator"}:
            return self.none()
        return self.filter(council_id__in=actor.council_ids)


class ReadingRule(models.Model):
    """A council's own words for a field, level or agency, beside the shipped ones (petitions/data/reading.json).

    `words` one phrase a line; an empty `value` stops these words from being read at all. Ended, never deleted.
    """

    council = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("Hội đồng nhân dân"))
    dimension = models.CharField(_("đọc ra"), max_length=8, choices=Dimension)
    words = models.TextField(_("chữ trong kiến nghị"))
    value = models.CharField(_("kết luận"), max_length=200, blank=True)
    weight = models.PositiveSmallIntegerField(_("sức nặng"), default=8)
    citation = models.CharField(_("căn cứ"), max_length=300, blank=True)
    valid_from = models.DateField(_("áp dụng từ ngày"))
    valid_to = models.DateField(_("đến hết ngày"), null=True, blank=True)
    by = models.CharField(_("người đặt"), max_length=200)

    objects: ClassVar[models.Manager[ReadingRule]] = models.Manager.from_queryset(ReadingRuleQuerySet)()

    class Meta:
        verbose_name = _("quy tắc đọc kiến nghị")
        verbose_name_plural = _("quy tắc đọc kiến nghị")
        ordering = ["dimension", "value", "pk"]

    def __str__(self) -> str:
        return f"{self.get_dimension_display()}: {self.words}"


class Learnt(models.Model):
    """What a council's own sorted petitions taught: counts of words, worked out anew by `learn`."""

    council = models.OneToOneField(Organ, models.CASCADE, related_name="+", verbose_name=_("Hội đồng nhân dân"))
    at = models.DateTimeField(_("lúc"))
    cases = models.PositiveIntegerField(_("số hồ sơ"))
    counts = models.JSONField(_("số đếm"), default=dict)

    class Meta:
        verbose_name = _("điều đã học khi phân loại")
        verbose_name_plural = _("điều đã học khi phân loại")

    def __str__(self) -> str:
        return f"{self.council}: {self.cases}"


class MisrouteQuerySet(models.QuerySet["Misroute"]):
    def visible_to(self, actor: Actor) -> MisrouteQuerySet:
        """The office and the bodies of the councils concerned; an agency does not read the others' mistakes."""
        if actor.is_system:
            return self
        if actor.membership_id is None or actor.has("agency.answer") or actor.role in {"auditor", "administrator"}:
            return self.none()
        own = Q(sent_by_id__in=actor.council_ids) | Q(sent_to_id__in=actor.council_ids)
        return self.filter(own | Q(petition__keeper_id__in=actor.council_ids))


class Misroute(models.Model):
    """A petition went to the wrong door: who sent it, to whom, how long it lay, and whose matter it is (N5)."""

    petition = models.ForeignKey(Petition, models.CASCADE, related_name="misroutes")
    sent_by = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("nơi chuyển"))
    sent_to = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("nơi nhận nhầm"))
    sent_on = models.DateField(_("ngày chuyển"))
    returned_on = models.DateField(_("ngày trả lại"))
    competent = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("cơ quan có thẩm quyền")
    )
    competent_name = models.CharField(_("tên cơ quan có thẩm quyền"), max_length=300)
    reason = models.CharField(_("lý do"), max_length=500)
    basis = models.CharField(_("căn cứ"), max_length=300)
    is_down = models.BooleanField(_("cấp dưới giải quyết được"), default=False)

    objects: ClassVar[models.Manager[Misroute]] = models.Manager.from_queryset(MisrouteQuerySet)()

    class Meta:
        verbose_name = _("lần chuyển nhầm")
        verbose_name_plural = _("lần chuyển nhầm")
        ordering = ["-returned_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(returned_on__gte=models.F("sent_on")), name="petitions_misroute_days_in_order"
            ),
            models.CheckConstraint(condition=~Q(competent_name=""), name="petitions_misroute_names_who"),
        ]

    def __str__(self) -> str:
        return f"{self.petition} → {self.competent_name}"

    @property
    def days_lost(self) -> int:
        return (self.returned_on - self.sent_on).days


class FactCheck(models.Model):
    """A fact a voter stated, looked into before the petition goes up: by whom, by which source, with what result."""

    petition = models.ForeignKey(Petition, models.CASCADE, related_name="facts")
    quote = models.CharField(_("nguyên văn thông tin"), max_length=500)
    verdict = models.CharField(_("kết quả"), max_length=12, choices=FactVerdict)
    correction = models.CharField(_("thông tin đúng"), max_length=500, blank=True)
    source = models.CharField(_("nguồn đối chiếu"), max_length=300)
    by = models.CharField(_("người kiểm tra"), max_length=200)
    on = models.DateField(_("ngày kiểm tra"))
    recorded_at = models.DateTimeField(_("ghi lúc"))

    class Meta:
        verbose_name = _("kiểm tra thông tin")
        verbose_name_plural = _("kiểm tra thông tin")
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(verdict="corrected") | ~Q(correction=""), name="petitions_correction_is_told"
            )
        ]

    def __str__(self) -> str:
        return self.quote


class Assessment(models.Model):
    """What a body of the council, or a voter, holds of an answer. `organ` is empty where a voter was heard."""

    petition = models.ForeignKey(Petition, models.CASCADE, related_name="assessments")
    answer = models.ForeignKey(Answer, models.PROTECT, related_name="assessments", verbose_name=_("trả lời"))
    organ = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("cơ quan đánh giá")
    )
    heard = models.CharField(_("nghe cử tri bằng cách nào"), max_length=200, blank=True)
    verdict = models.CharField(_("đánh giá"), max_length=6, choices=Appraised)
    text = models.CharField(_("nhận xét"), max_length=1000)
    on = models.DateField(_("ngày"))
    recorded_at = models.DateTimeField(_("ghi lúc"))

    class Meta:
        verbose_name = _("đánh giá câu trả lời")
        verbose_name_plural = _("đánh giá câu trả lời")
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(organ__isnull=False) | ~Q(heard=""), name="petitions_assessed_by_somebody"
            )
        ]

    def __str__(self) -> str:
        return self.text[:80]


class OwnClassQuerySet(models.QuerySet["OwnClass"]):
    def visible_to(self, actor: Actor) -> OwnClassQuerySet:
        """As far as the council's own books are seen."""
        if actor.is_system:
            return self
        if actor.membership_id is None or actor.role in {"auditor", "administrator"}:
            return self.none()
        return self.filter(council_id__in=actor.council_ids)

    def running(self) -> OwnClassQuerySet:
        """Those that a new answer may still be given."""
        return self.filter(ended_on__isnull=True)


class OwnClass(models.Model):
    """A council's own class of results; each counts as one national class (law.md 8.4), which may have several.

    Once an answer bears it, its name and its national class stay: it can only be ended.
    """

    council = models.ForeignKey(Organ, models.CASCADE, related_name="+", verbose_name=_("Hội đồng nhân dân"))
    outcome = models.CharField(_("kết quả"), max_length=12, choices=Outcome)
    name = models.CharField(_("tên gọi riêng"), max_length=120)
    ended_on = models.DateField(_("thôi dùng từ ngày"), null=True, blank=True)

    objects: ClassVar[models.Manager[OwnClass]] = models.Manager.from_queryset(OwnClassQuerySet)()

    class Meta:
        verbose_name = _("phân loại riêng")
        verbose_name_plural = _("phân loại riêng")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "outcome", "name"],
                condition=Q(ended_on__isnull=True),
                name="petitions_own_class_named_once",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="petitions_own_class_is_named"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.get_outcome_display()})"
