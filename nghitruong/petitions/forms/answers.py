"""Is it an answer: the answer itself, promises, checks, the verdicts on it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nghitruong.organisation.models import Organ
from nghitruong.petitions.enums import (
    Appraised,
    FactVerdict,
    Finding,
    Outcome,
    UnsettledReason,
)
from nghitruong.petitions.forms.base import (
    DatedForm,
    DayField,
    DecidedForm,
    DeedForm,
    choose,
    long_text,
)
from nghitruong.petitions.models import OwnClass
from nghitruong.petitions.selectors import classes, quality


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
