"""Whose matter it is: field, level, agency, the rules of reading, the level below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nghitruong.organisation.models import Organ
from nghitruong.petitions.enums import (
    Dimension,
    Kind,
    Level,
    Outcome,
)
from nghitruong.petitions.forms.base import (
    DatedForm,
    DayField,
    DeedForm,
    ReasonForm,
    choose,
    long_text,
    organs_for,
    rows,
)
from nghitruong.petitions.models import Field
from nghitruong.petitions.rules.competence import levels_for
from nghitruong.petitions.selectors import quality


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
        if self.petition is not None:
            level = self.fields["level"]
            assert isinstance(level, forms.ChoiceField)  # noqa: S101 -- narrows the type for mypy
            offered = levels_for(self.petition.received_on, self.petition.level)
            level.choices = [("", _("Chọn cấp có thẩm quyền")), *offered]


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


class ReclassifyForm(ReasonForm):
    kind = forms.ChoiceField(label=_("Xác định là"), choices=[c for c in Kind.choices if c[0] != Kind.PETITION])
    field_order = ["kind", "reason"]


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
