"""HTTP text to clean values for periodic reports."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nghitruong.base.errors import Invalid
from nghitruong.base.fields import day_field
from nghitruong.organisation.models import Organ
from nghitruong.reports import rules
from nghitruong.reports.enums import Period, Section
from nghitruong.reports.models import Report


class DraftForm(forms.Form):
    """A period of a year, or of a term; its days may be given by hand where a council counts otherwise."""

    council = forms.ModelChoiceField(label=_("Hội đồng nhân dân"), queryset=Organ.objects.none(), empty_label=None)
    period = forms.ChoiceField(label=_("Kỳ báo cáo"), choices=Period.choices)
    year = forms.IntegerField(label=_("Năm"), min_value=1990, max_value=2100, required=False)
    place = forms.IntegerField(
        label=_("Tháng hoặc quý thứ"),
        min_value=1,
        max_value=12,
        required=False,
        help_text=_("Tháng 1–12, quý 1–4; để trống với 6 tháng, 9 tháng, năm và nhiệm kỳ."),
    )
    since = day_field(
        _("Từ ngày"),
        required=False,
        help_text=_("Chỉ ghi khi báo cáo nhiệm kỳ, hoặc khi kỳ báo cáo không theo năm dương lịch."),
    )
    until = day_field(_("Đến ngày"), required=False)
    as_of = day_field(_("Số liệu tính đến ngày"))
    with_lower = forms.BooleanField(
        label=_("Gộp cả số liệu của các Hội đồng nhân dân cấp dưới trực tiếp"), required=False
    )

    def __init__(self, *args: Any, councils: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["council"].queryset = councils

    def clean(self) -> dict[str, Any]:
        """Turn a named period into its days; a person's own days go first."""
        given = super().clean() or {}
        if self.errors:
            return given
        since, until = given.get("since"), given.get("until")
        if bool(since) != bool(until):
            raise forms.ValidationError(_("Hãy ghi cả ngày đầu và ngày cuối, hoặc để trống cả hai."))
        if not since:
            if given["period"] == Period.TERM or not given.get("year"):
                raise forms.ValidationError(_("Hãy ghi năm; báo cáo nhiệm kỳ phải ghi từ ngày, đến ngày."))
            try:
                since, until = rules.bounds(given["period"], given["year"], given.get("place") or 0)
            except Invalid as error:
                raise forms.ValidationError(str(error)) from error
        given["since"], given["until"] = since, until
        return given

    def values(self) -> dict[str, Any]:
        """Return the service's values."""
        names = ("council", "period", "since", "until", "as_of", "with_lower")
        return {name: self.cleaned_data[name] for name in names}


class EditForm(forms.Form):
    """One box for each sentence, and one more for each section."""

    def __init__(self, *args: Any, report: Report, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.passages = list(report.passages.all())
        for section in Section:
            for passage in (each for each in self.passages if each.section == section):
                self.fields[passage.name] = _sentence(section.label, passage.text, passage.proposed)
            self.fields[f"new_{section.value}"] = _sentence(section.label, "", "", new=True)

    def texts(self) -> dict[str, str]:
        """Return the words by the sentence's name."""
        return {passage.name: self.cleaned_data[passage.name] for passage in self.passages}

    def standing(self) -> dict[str, str]:
        """Return what stands in the report now."""
        return {passage.name: passage.text for passage in self.passages}

    def added(self) -> dict[str, str]:
        """Return the new sentences by section."""
        return {section.value: self.cleaned_data[f"new_{section.value}"] for section in Section}


def _sentence(section: Any, text: str, proposed: str, *, new: bool = False) -> forms.CharField:
    return forms.CharField(
        label=_("%(section)s: thêm câu") % {"section": section} if new else section,
        required=False,
        initial=text,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Câu đề xuất: %(text)s") % {"text": proposed} if proposed and proposed != text else "",
    )


class RecomputeForm(forms.Form):
    as_of = day_field(_("Số liệu tính đến ngày"))


class SignForm(forms.Form):
    """What was signed on paper or in the signing tool: by whom, when, under which number, and the file."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    signer = forms.CharField(label=_("Người ký"), max_length=200)
    on = day_field(_("Ngày ký"))
    number = forms.CharField(label=_("Số, ký hiệu"), max_length=60, required=False)
    file = forms.FileField(label=_("Bản đã ký"), required=False)


class DiscardForm(forms.Form):
    reason = forms.CharField(label=_("Lý do"), max_length=300)
