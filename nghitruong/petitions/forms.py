"""HTTP text to clean values. Forms check shape; the law is checked by the services."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.contacts.models import Opinion, Point
from nghitruong.legalclock.enums import DayType
from nghitruong.meetings.enums import MeetingKind
from nghitruong.meetings.models import Meeting
from nghitruong.organisation.enums import STANDING_ROLES
from nghitruong.organisation.models import Membership, Organ
from nghitruong.petitions.enums import (
    Appraised,
    Channel,
    Dimension,
    FactVerdict,
    Finding,
    Kind,
    Level,
    Outcome,
    UnsettledReason,
)
from nghitruong.petitions.models import Field, OwnClass, Petition
from nghitruong.petitions.selectors import classes, quality
from nghitruong.territory.models import Unit

DATE_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]


class DayField(forms.DateField):
    """A day, picked or typed; dd/mm/yyyy is understood."""

    def __init__(self, **values: Any) -> None:
        values.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        super().__init__(input_formats=DATE_FORMATS, **values)


def long_text(rows: int = 4) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class DeedForm(forms.Form):
    """A form that knows who fills it, for which petition and on which day."""

    def __init__(self, *args: Any, actor: Actor, petition: Petition | None = None, today: date, **values: Any) -> None:
        super().__init__(*args, **values)
        self.actor, self.petition, self.today = actor, petition, today
        self.prepare()

    def prepare(self) -> None:
        """Narrow the choices to this actor and petition."""


def rows(form: forms.Form, name: str, found: Sequence[Any] | None = None) -> Sequence[Any]:
    """Return the rows a choice field offers, read once (`found`, if read): what the page shows is made of the same."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 -- narrows the type for mypy
    found = list(field.queryset or []) if found is None else found
    empty = [("", field.empty_label)] if field.empty_label is not None else []
    field.widget.choices = [*empty, *((row.pk, field.label_from_instance(row)) for row in found)]
    return found


class DatedForm(DeedForm):
    on = DayField(label=_("Ngày"))

    def prepare(self) -> None:
        self.fields["on"].initial = self.today


class DecidedForm(DatedForm):
    """The Standing Committee decides; its office names who of it did."""

    decided_by = forms.ChoiceField(label=_("Người quyết định"), required=False)

    def prepare(self) -> None:
        super().prepare()
        if self.actor.has("results.accept"):
            del self.fields["decided_by"]
            return
        members = (
            Membership.objects.on(self.today)
            .filter(organ__council_id=self.actor.council_id, role__in=STANDING_ROLES)
            .select_related("person")
        )
        choices = [(m.person.name, f"{m.person.name}, {m.title or m.get_role_display()}") for m in members]
        self.fields["decided_by"] = forms.ChoiceField(
            label=_("Người quyết định"),
            choices=[("", _("Chọn thành viên Thường trực đã quyết định")), *dict.fromkeys(choices)],
            help_text=_("Văn phòng ghi lại quyết định của Thường trực Hội đồng nhân dân."),
        )


class ReceiveForm(DeedForm):
    text = forms.CharField(
        label=_("Nội dung kiến nghị"),
        widget=forms.Textarea(
            attrs={
                "rows": 5,
                "hx-get": reverse_lazy("petitions:hint"),
                "hx-trigger": "input changed delay:600ms",
                "hx-target": "#gan-giong",
                "hx-include": "[name=place]",
            }
        ),
        help_text=_("Ghi đúng lời cử tri."),
    )
    received_on = DayField(label=_("Ngày tiếp nhận"))
    channel = forms.ChoiceField(label=_("Nguồn"), choices=Channel.choices)
    kind = forms.ChoiceField(label=_("Phân loại"), choices=Kind.choices, initial=Kind.PETITION)
    unit = forms.ModelChoiceField(label=_("Địa bàn"), queryset=Unit.objects.none(), required=False)
    place = forms.CharField(label=_("Nơi nêu (thôn, tổ dân phố)"), max_length=300, required=False)
    voter = forms.CharField(
        label=_("Cử tri"), max_length=200, required=False, help_text=_("Chỉ Văn phòng và Thường trực nhìn thấy.")
    )
    voices = forms.IntegerField(label=_("Số người cùng kiến nghị"), min_value=1, max_value=100000, initial=1)
    session = forms.ModelChoiceField(label=_("Kỳ họp"), queryset=Meeting.objects.none(), required=False)

    def prepare(self) -> None:
        self.fields["received_on"].initial = self.today
        choose(self, "unit", units_of(self.actor))
        choose(self, "session", sessions_of(self.actor))


class MergeForm(DeedForm):
    """Which petition this one is a voice of, by its number in the register."""

    into = forms.CharField(
        label=_("Gộp vào kiến nghị mã"), max_length=20, help_text=_("Ví dụ: KN-0012/2026, của cùng Hội đồng nhân dân.")
    )

    def clean_into(self) -> Petition:
        code = self.cleaned_data["into"].strip().upper()
        found = Petition.objects.visible_to(self.actor).filter(code=code).select_related("joined_to", "keeper")
        rows = list(found.filter(keeper=self.petition.keeper if self.petition else None)[:2])
        if len(rows) != 1:
            raise forms.ValidationError(_("Không có kiến nghị mang mã này trong sổ của Hội đồng nhân dân."))
        return rows[0]


class EditForm(DeedForm):
    version = forms.IntegerField(widget=forms.HiddenInput)
    text = forms.CharField(label=_("Nội dung kiến nghị"), widget=long_text(5))
    unit = forms.ModelChoiceField(label=_("Địa bàn"), queryset=Unit.objects.none(), required=False)
    place = forms.CharField(label=_("Nơi nêu (thôn, tổ dân phố)"), max_length=300, required=False)
    voter = forms.CharField(label=_("Cử tri"), max_length=200, required=False)
    voices = forms.IntegerField(label=_("Số người cùng kiến nghị"), min_value=1, max_value=100000)

    def prepare(self) -> None:
        choose(self, "unit", units_of(self.actor))


class SortForm(DeedForm):
    field = forms.ModelChoiceField(label=_("Lĩnh vực"), queryset=Field.objects.none(), empty_label=_("Chọn lĩnh vực"))
    level = forms.ChoiceField(label=_("Thẩm quyền"), choices=[("", _("Chọn cấp có thẩm quyền")), *Level.choices])
    lead = forms.ModelChoiceField(
        label=_("Cơ quan giải quyết"),
        queryset=Organ.objects.none(),
        required=False,
        help_text=_("Có thể để trống và chọn khi chuyển."),
    )

    def prepare(self) -> None:
        choose(
            self, "field", Field.objects.filter(children__isnull=True, council__isnull=True).select_related("parent")
        )
        choose(self, "lead", organs_for(self.actor, self.today))


class RuleForm(DeedForm):
    dimension = forms.ChoiceField(label=_("Đọc ra"), choices=Dimension.choices)
    words = forms.CharField(
        label=_("Chữ trong kiến nghị"),
        widget=long_text(3),
        max_length=2000,
        help_text=_("Mỗi dòng một cụm chữ, đủ dấu; dấu # thay cho một con số, ví dụ: ĐT #."),
    )
    value = forms.CharField(
        label=_("Kết luận"),
        required=False,
        max_length=200,
        help_text=_(
            "Mã lĩnh vực, cấp hoặc tên cơ quan trong danh sách dưới; để trống thì những chữ này không được đọc."
        ),
        widget=forms.TextInput(attrs={"list": "ket-luan"}),
    )
    weight = forms.IntegerField(label=_("Sức nặng"), min_value=1, max_value=20, initial=8)
    citation = forms.CharField(label=_("Căn cứ"), required=False, max_length=300)
    valid_from = DayField(label=_("Áp dụng từ ngày"))

    def prepare(self) -> None:
        self.fields["valid_from"].initial = self.today


class ClassForm(DeedForm):
    """An own class of results, and the national class it counts as."""

    name = forms.CharField(label=_("Tên phân loại riêng"), max_length=120)
    outcome = forms.ChoiceField(
        label=_("Thuộc kết quả"), choices=[("", _("Chọn kết quả trong cách phân loại chung")), *Outcome.choices]
    )


class ResultForm(DeedForm):
    """Which own class an answer bears, among those of the national class it claims."""

    own_class = forms.ChoiceField(label=_("Phân loại riêng"), required=False)

    def prepare(self) -> None:
        assert self.petition is not None  # noqa: S101 -- narrows the type for mypy
        own = classes.offered(self.petition.keeper)
        self.own = {value: one for value, one in own.items() if one.outcome == self.petition.outcome}
        named = [(value, one.name) for value, one in self.own.items()]
        self.fields["own_class"] = forms.ChoiceField(
            label=_("Phân loại riêng"), required=False, choices=[("", _("Không phân loại riêng")), *named]
        )

    def clean_own_class(self) -> OwnClass | None:
        return self.own.get(self.cleaned_data["own_class"])


class ReasonForm(DeedForm):
    reason = forms.CharField(label=_("Lý do"), widget=long_text(2), max_length=500)


class ReclassifyForm(ReasonForm):
    kind = forms.ChoiceField(label=_("Xác định là"), choices=[c for c in Kind.choices if c[0] != Kind.PETITION])
    field_order = ["kind", "reason"]


class ForwardForm(DatedForm):
    lead = forms.ModelChoiceField(label=_("Cơ quan chủ trì giải quyết"), queryset=Organ.objects.none())
    coordinating = forms.ModelMultipleChoiceField(
        label=_("Cơ quan phối hợp"),
        queryset=Organ.objects.none(),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 6}),
        help_text=_("Giữ phím Ctrl để chọn nhiều cơ quan."),
    )
    number = forms.CharField(
        label=_("Số, ký hiệu công văn chuyển"), max_length=60, required=False, help_text=_("Ví dụ: 03/HĐND-VP.")
    )
    signer = forms.CharField(label=_("Người ký"), max_length=200, required=False)
    field_order = ["lead", "coordinating", "on", "number", "signer"]

    def prepare(self) -> None:
        super().prepare()
        organs = organs_for(self.actor, self.today)
        choose(self, "lead", organs)
        choose(self, "coordinating", organs)
        if self.petition is not None:
            self.fields["lead"].initial = self.petition.lead_id


class ForwardManyForm(DatedForm):
    """What is the same for all of them; each petition's own choices stand in its row."""

    signer = forms.CharField(label=_("Người ký"), max_length=200, required=False)

    @cached_property
    def fields_offered(self) -> list[Field]:
        return list(Field.objects.filter(children__isnull=True, council__isnull=True).select_related("parent"))

    @cached_property
    def organs_offered(self) -> list[Organ]:
        return list(organs_for(self.actor, self.today))


class UrgeForm(DatedForm):
    text = forms.CharField(label=_("Nội dung đôn đốc"), widget=long_text(3), max_length=1000)
    number = forms.CharField(label=_("Số, ký hiệu công văn"), max_length=60, required=False)
    signer = forms.CharField(label=_("Người ký"), max_length=200, required=False)


class ExtendForm(DatedForm):
    number = forms.IntegerField(label=_("Số ngày gia hạn"), min_value=1, max_value=365)
    day_type = forms.ChoiceField(label=_("Loại ngày"), choices=DayType.choices, initial=DayType.WORKING)
    reason = forms.CharField(label=_("Lý do"), widget=long_text(2), max_length=300)
    citation = forms.CharField(label=_("Căn cứ"), max_length=300, required=False)
    field_order = ["number", "day_type", "reason", "citation", "on"]


class SendBackForm(DatedForm):
    reason = forms.CharField(label=_("Lý do trả lại"), widget=long_text(2), max_length=500)
    competent = forms.ModelChoiceField(label=_("Cơ quan có thẩm quyền"), queryset=Organ.objects.none(), required=False)
    competent_name = forms.CharField(
        label=_("Cơ quan khác (nếu không có trong danh sách)"), max_length=200, required=False
    )
    basis = forms.CharField(label=_("Căn cứ"), max_length=300)
    field_order = ["reason", "competent", "competent_name", "basis", "on"]

    def prepare(self) -> None:
        super().prepare()
        choose(self, "competent", organs_for(self.actor, self.today))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not values.get("competent") and not values.get("competent_name", "").strip():
            self.add_error("competent", _("Trả lại phải nêu cơ quan nào có thẩm quyền."))
        return values


class AnswerForm(DatedForm):
    number = forms.CharField(label=_("Số, ký hiệu văn bản trả lời"), max_length=60)
    text = forms.CharField(label=_("Nội dung trả lời"), widget=long_text(6))
    outcome = forms.ChoiceField(label=_("Kết quả"), choices=[("", _("Chọn kết quả")), *Outcome.choices])
    outcome_on = DayField(
        label=_("Thời hạn theo lộ trình"), required=False, help_text=_("Bắt buộc khi «sẽ giải quyết theo lộ trình».")
    )
    reason = forms.ChoiceField(
        label=_("Lý do chưa giải quyết"),
        choices=[("", _("Không áp dụng")), *UnsettledReason.choices],
        required=False,
        help_text=_("Bắt buộc khi «chưa giải quyết»."),
    )
    signer = forms.CharField(label=_("Người ký"), max_length=200, required=False)
    upload = forms.FileField(label=_("Tệp văn bản trả lời"), required=False)
    field_order = ["number", "on", "text", "outcome", "outcome_on", "reason", "signer", "upload"]

    def prepare(self) -> None:
        super().prepare()
        self.own = classes.offered(self.petition.keeper) if self.petition is not None else {}
        if self.own:
            self.fields["outcome"] = forms.ChoiceField(
                label=_("Kết quả"),
                choices=[("", _("Chọn kết quả")), *classes.results(self.own)],
                help_text=_("Phân loại riêng của Hội đồng nhân dân xếp dưới kết quả chung mà nó được tính vào."),
            )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        own = self.own.get(values.get("outcome", ""))
        if "outcome" in values:
            values |= {"own_class": own, "outcome": own.outcome if own else values["outcome"]}
        if values.get("outcome") == Outcome.PLANNED and not values.get("outcome_on"):
            self.add_error("outcome_on", _("«Sẽ giải quyết theo lộ trình» phải có thời hạn cụ thể."))
        if values.get("outcome") == Outcome.UNSETTLED and not values.get("reason"):
            self.add_error("reason", _("«Chưa giải quyết» phải nêu lý do."))
        return values


class CommitForm(DeedForm):
    quote = forms.CharField(
        label=_("Nguyên văn lời hứa"),
        widget=long_text(2),
        max_length=1000,
        help_text=_("Sao đúng từng chữ từ câu trả lời."),
    )
    what = forms.CharField(label=_("Phải làm gì"), max_length=500)
    due_on = DayField(
        label=_("Hạn đã hứa"),
        required=False,
        help_text=_("Để trống nếu lời hứa không nêu hạn; sổ sẽ ghi «chưa có thời hạn»."),
    )
    debtor_person = forms.CharField(label=_("Người hứa"), max_length=200, required=False)


class VerifyForm(DatedForm):
    by = forms.CharField(label=_("Người đi xác minh"), max_length=300)
    place = forms.CharField(label=_("Nơi xác minh"), max_length=300, required=False)
    finding = forms.ChoiceField(label=_("Kết luận"), choices=Finding.choices, widget=forms.RadioSelect)
    text = forms.CharField(label=_("Điều đã thấy"), widget=long_text(4))
    photo = forms.FileField(label=_("Ảnh chụp tại chỗ"), required=False)
    field_order = ["on", "by", "place", "finding", "text", "photo"]

    def prepare(self) -> None:
        super().prepare()
        self.fields["by"].initial = self.actor.name


class AcceptForm(DecidedForm):
    evidence = forms.CharField(
        label=_("Căn cứ chấp nhận"),
        widget=long_text(2),
        max_length=1000,
        help_text=_("Biên bản, văn bản hoặc điều đã xác minh."),
    )
    field_order = ["evidence", "decided_by", "on"]


class ReopenForm(DecidedForm):
    reason = forms.CharField(label=_("Lý do mở lại"), widget=long_text(2), max_length=500)
    field_order = ["reason", "decided_by", "on"]


class SendDownForm(DatedForm):
    to = forms.ModelChoiceField(label=_("Hội đồng nhân dân cấp dưới"), queryset=Organ.objects.none())
    competent = forms.ModelChoiceField(label=_("Cơ quan có thẩm quyền giải quyết"), queryset=Organ.objects.none())
    reason = forms.CharField(
        label=_("Lý do"),
        widget=long_text(2),
        max_length=500,
        help_text=_("Cấp dưới đã trả lời hoặc giải quyết được: nêu rõ."),
    )
    basis = forms.CharField(label=_("Căn cứ"), max_length=300)
    field_order = ["to", "competent", "reason", "basis", "on"]

    def __init__(self, *args: Any, lower: Sequence[Organ], **values: Any) -> None:
        self.lower = lower
        super().__init__(*args, **values)

    def prepare(self) -> None:
        super().prepare()
        assert self.petition is not None  # noqa: S101 -- narrows the type for mypy
        choose(self, "to", quality.lower_councils(self.petition.keeper, self.today))
        rows(self, "to", self.lower)
        answered = self.initial.get("competent")  # who answered below is mostly no agency that this council asks itself
        reach = organs_for(self.actor, self.today, self.petition.keeper)
        offered = Organ.objects.filter(Q(pk__in=reach.order_by().values("pk")) | Q(pk=answered)) if answered else reach
        choose(self, "competent", offered)


class CheckFactForm(DatedForm):
    quote = forms.CharField(
        label=_("Thông tin cử tri nêu"),
        widget=long_text(2),
        max_length=500,
        help_text=_("Sao đúng từng chữ từ kiến nghị."),
    )
    verdict = forms.ChoiceField(label=_("Kết quả kiểm tra"), choices=[("", _("Chọn kết quả")), *FactVerdict.choices])
    correction = forms.CharField(
        label=_("Thông tin đúng"), required=False, max_length=500, help_text=_("Bắt buộc khi đính chính.")
    )
    source = forms.CharField(label=_("Nguồn đối chiếu"), max_length=300)
    by = forms.CharField(label=_("Người kiểm tra"), max_length=200)
    field_order = ["quote", "verdict", "correction", "source", "by", "on"]

    def prepare(self) -> None:
        super().prepare()
        self.fields["by"].initial = self.actor.name

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("verdict") == FactVerdict.CORRECTED and not values.get("correction"):
            self.add_error("correction", _("Đính chính phải ghi thông tin đúng."))
        return values


class AssessForm(DatedForm):
    organ = forms.ModelChoiceField(label=_("Cơ quan đánh giá"), queryset=Organ.objects.none())
    verdict = forms.ChoiceField(label=_("Kết luận"), choices=[("", _("Chọn kết luận")), *Appraised.choices])
    text = forms.CharField(label=_("Nhận xét"), widget=long_text(3), max_length=1000)
    field_order = ["organ", "verdict", "text", "on"]

    def prepare(self) -> None:
        super().prepare()
        assert self.petition is not None  # noqa: S101 -- narrows the type for mypy
        organs = quality.assessing_organs(self.petition.keeper, self.today)
        choose(
            self, "organ", organs if self.actor.has("petitions.keep") else organs.filter(pk__in=self.actor.organ_ids)
        )


class HearVoterForm(DatedForm):
    heard = forms.CharField(
        label=_("Nghe cử tri bằng cách nào"),
        max_length=200,
        help_text=_("Ví dụ: gặp tại nhà, gọi điện thoại, tại buổi tiếp xúc cử tri. Không ghi tên cử tri."),
    )
    verdict = forms.ChoiceField(label=_("Cử tri cho rằng"), choices=[("", _("Chọn kết luận")), *Appraised.choices])
    text = forms.CharField(label=_("Lời cử tri"), widget=long_text(3), max_length=1000)
    field_order = ["heard", "verdict", "text", "on"]


class CarryOverForm(DatedForm):
    to_session = forms.ModelChoiceField(label=_("Sang kỳ họp"), queryset=Meeting.objects.none())
    reason = forms.CharField(label=_("Lý do"), max_length=300)
    field_order = ["to_session", "reason", "on"]

    def prepare(self) -> None:
        super().prepare()
        choose(self, "to_session", sessions_of(self.actor))


def choose(form: forms.Form, name: str, rows: QuerySet[Any]) -> None:
    """Set the rows a choice field offers."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 -- narrows the type for mypy
    field.queryset = rows


def units_of(actor: Actor) -> QuerySet[Unit]:
    """The units of the councils in reach, and for a province its communes."""
    return Unit.objects.filter(organs__in=actor.council_ids).distinct().order_by("sort_key")


def sessions_of(actor: Actor) -> QuerySet[Meeting]:
    return Meeting.objects.visible_to(actor).filter(kind=MeetingKind.SESSION, council_id=actor.council_id)


def organs_for(actor: Actor, today: date, known: Organ | None = None) -> QuerySet[Organ]:
    """Agencies that may be asked: see organisation.selectors."""
    from nghitruong.organisation.selectors import organs_to_forward

    return organs_to_forward(actor, today, known)


def from_opinion(opinion: Opinion) -> dict[str, Any]:
    """Return what an opinion taken down in the hall already tells."""
    return {
        "text": opinion.text,
        "voter": opinion.voter,
        "voices": opinion.voices,
        "place": opinion.hamlet,
        "unit": opinion.unit_id or opinion.point.meeting.unit_id,
        "received_on": timezone.localdate(opinion.taken_at),
        "session": opinion.point.round.session_id,
    }


class UploadForm(DeedForm):
    upload = forms.FileField(
        label=_("Tệp kiến nghị"),
        help_text=_("Bảng tính .xlsx, .csv, bảng trong Word (.docx) hoặc .jsonl; cần một cột nội dung kiến nghị."),
    )
    point = forms.ModelChoiceField(
        label=_("Thu nhận tại buổi tiếp xúc cử tri"), queryset=Point.objects.none(), required=False
    )

    def prepare(self) -> None:
        points = Point.objects.visible_to(self.actor).select_related("meeting", "round")
        choose(self, "point", points.filter(round__council_id=self.actor.council_id).order_by("-meeting__starts_at"))


class ReportForm(DeedForm):
    council = forms.ModelChoiceField(label=_("Hội đồng nhân dân"), queryset=Organ.objects.none(), required=False)
    session = forms.ModelChoiceField(
        label=_("Kỳ họp"), queryset=Meeting.objects.none(), required=False, empty_label=_("Theo khoảng thời gian")
    )
    since = DayField(label=_("Tiếp nhận từ ngày"), required=False)
    until = DayField(label=_("Đến ngày"), required=False)
    as_of = DayField(label=_("Số liệu tính đến ngày"), required=False)

    def prepare(self) -> None:
        councils = Organ.objects.filter(pk__in=self.actor.council_ids).select_related("unit").order_by("sort_key")
        choose(self, "council", councils)
        sessions = Meeting.objects.visible_to(self.actor).filter(kind=MeetingKind.SESSION)
        choose(self, "session", sessions.order_by("-starts_at"))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("since") and values.get("until") and values["since"] > values["until"]:
            self.add_error("until", _("Ngày cuối phải từ ngày đầu trở đi."))
        return values
