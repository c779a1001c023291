"""HTTP text to clean values for documents read in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from nghitruong.base.fields import day_field
from nghitruong.intake.enums import ProposalKind
from nghitruong.intake.models import Proposal
from nghitruong.organisation.models import Organ


def _line(label: Any, *, required: bool = False, most: int = 300) -> forms.CharField:
    return forms.CharField(label=label, required=required, max_length=most)


class TakeForm(forms.Form):
    """A file, or pasted text."""

    file = forms.FileField(
        label=_("Tệp"),
        required=False,
        help_text=_("Word (.docx), PDF, ảnh chụp, bản quét hoặc .txt."),
    )
    text = forms.CharField(
        label=_("Hoặc dán nội dung"), required=False, max_length=500_000, widget=forms.Textarea(attrs={"rows": 8})
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        sent = given.get("file")
        if not self.errors and sent is None and not str(given.get("text") or "").strip():
            raise forms.ValidationError(_("Hãy chọn tệp hoặc dán nội dung văn bản."))
        if sent is not None and sent.size > settings.UPLOAD_LIMIT:
            raise forms.ValidationError(
                _("Tệp lớn hơn mức cho phép (%(mb)s MB).") % {"mb": settings.UPLOAD_LIMIT // 1024 // 1024}
            )
        return given


class ItemForm(forms.Form):
    """The values of one item, as read; a person may correct each before it becomes a record."""

    def __init__(self, *args: Any, proposal: Proposal, organs: Any = None, **kwargs: Any) -> None:
        kwargs["initial"] = {**proposal.data, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.proposal = proposal
        fields: dict[str, Any] = self.fields
        fields.update(_FIELDS[ProposalKind(proposal.kind)]())
        if "organs" in fields:
            fields["organs"].queryset = organs if organs is not None else Organ.objects.none()

    def values(self) -> dict[str, Any]:
        """Return the item's data with what was corrected, ready for JSON."""
        data = dict(self.proposal.data)
        for name, value in self.cleaned_data.items():
            if name == "organs":
                data[name] = [organ.pk for organ in value]
            elif hasattr(value, "isoformat"):
                data[name] = value.isoformat()
            elif name in {"value", "min", "max"}:
                data[name] = None if value is None else float(value)
            else:
                data[name] = value if value is not None else ""
        return data


def _number(label: Any) -> forms.DecimalField:
    return forms.DecimalField(label=label, required=False, max_digits=18, decimal_places=4, localize=True)


_FIELDS: dict[ProposalKind, Any] = {
    ProposalKind.ENTRY: lambda: {
        "paper_kind": _line(_("Loại văn bản")),
        "code": _line(_("Số, ký hiệu"), most=60),
        "signed_on": day_field(_("Ngày ban hành"), required=False),
        "organ": _line(_("Cơ quan ban hành"), required=True),
        "abstract": forms.CharField(label=_("Trích yếu"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})),
    },
    ProposalKind.MEETING: lambda: {
        "title": _line(_("Tên cuộc họp"), required=True),
        "on": day_field(_("Ngày họp"), required=False),
        "place": _line(_("Địa điểm")),
        "chair": _line(_("Chủ trì"), most=200),
    },
    ProposalKind.TASK: lambda: {
        "organs": forms.ModelMultipleChoiceField(
            label=_("Giao cho"),
            queryset=Organ.objects.none(),
            widget=forms.CheckboxSelectMultiple,
            help_text=_("Mỗi cơ quan có nghĩa vụ riêng, theo dõi riêng."),
        ),
        "what": forms.CharField(label=_("Việc phải làm"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})),
        "due_on": day_field(_("Hạn (chỉ ghi khi văn bản nêu)"), required=False),
    },
    ProposalKind.UPWARD: lambda: {
        "assignee": _line(_("Đề xuất với")),
        "what": forms.CharField(label=_("Nội dung"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})),
    },
    ProposalKind.FIGURE: lambda: {
        "figure": _line(_("Viết trong văn bản"), required=True, most=60),
        "value": _number(_("Số")),
        "min": _number(_("Hoặc từ")),
        "max": _number(_("đến")),
        "what": _line(_("Đếm gì"), required=True),
        "period": _line(_("Kỳ số liệu"), most=120),
        "since": day_field(_("Từ ngày"), required=False),
        "until": day_field(_("Đến ngày"), required=False),
    },
    ProposalKind.LIMITATION: lambda: {
        "text": forms.CharField(label=_("Hạn chế"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    },
    ProposalKind.CITED: lambda: {
        "kind": _line(_("Loại văn bản")),
        "number": _line(_("Số, ký hiệu")),
        "organ": _line(_("Cơ quan ban hành")),
    },
}


class RejectForm(forms.Form):
    reason = forms.CharField(label=_("Lý do"), max_length=300, required=False)
