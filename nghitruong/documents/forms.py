"""HTTP text to clean values for the registers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nghitruong.base.fields import Chosen, day_field
from nghitruong.documents.enums import (
    Capacity,
    CopyKind,
    Direction,
    Nature,
    PaperKind,
    RelationKind,
    Secrecy,
    Urgency,
)
from nghitruong.documents.services import Recipient
from nghitruong.organisation.models import Membership, Organ

_LINES = forms.Textarea(attrs={"rows": 3})


def _office(held: Membership) -> str:
    return f"{held.person.name}, {held.office}, {held.organ.display}"


class RecipientsForm(forms.Form):
    """Who gets a text: organs of the system by a tick, others by name, one a line."""

    organs = forms.MultipleChoiceField(
        label=_("Nơi nhận trong hệ thống"), required=False, widget=forms.CheckboxSelectMultiple
    )
    names = forms.CharField(
        label=_("Nơi nhận khác"),
        required=False,
        widget=_LINES,
        help_text=_("Mỗi dòng một nơi nhận ngoài hệ thống."),
    )

    def __init__(self, *args: Any, addressees: Sequence[Organ], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(each.pk): each for each in addressees}
        groups: dict[str, list[tuple[str, str]]] = {}
        for key, each in self.known.items():
            groups.setdefault(str(each.get_kind_display()), []).append((key, each.name))
        fields: dict[str, Any] = self.fields
        fields["organs"].choices = [(name[:1].upper() + name[1:], rows) for name, rows in groups.items()]

    def recipients(self) -> list[Recipient]:
        """Return the recipients ticked and typed."""
        ticked = [Recipient(organ=self.known[key]) for key in self.cleaned_data["organs"]]
        return ticked + [Recipient(name=line.strip()) for line in self.cleaned_data["names"].splitlines()]


class DraftForm(RecipientsForm):
    organ = Chosen(label=_("Cơ quan ban hành"))
    kind = forms.ChoiceField(label=_("Loại văn bản"), choices=PaperKind.choices)
    abstract = forms.CharField(label=_("Trích yếu"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
    file = forms.FileField(
        label=_("Tệp dự thảo"), required=False, help_text=_("Word hoặc PDF. Số và ngày do hệ thống cấp khi ký.")
    )
    nature = forms.ChoiceField(
        label=_("Dãy số"),
        choices=[choice for choice in Nature.choices if choice[0] != Nature.SECRET],
        initial=Nature.GENERAL,
    )
    urgency = forms.ChoiceField(label=_("Độ khẩn"), choices=Urgency.choices, initial=Urgency.NORMAL)
    secrecy = forms.ChoiceField(
        label=_("Độ mật"),
        choices=Secrecy.choices,
        initial=Secrecy.NONE,
        help_text=_("Văn bản mật chỉ ghi dòng sổ, không kèm tệp (Luật 117/2025/QH15, điều khoản chưa kiểm chứng)."),
    )
    copies = forms.IntegerField(label=_("Số lượng bản"), min_value=1, max_value=9999, initial=1)
    keeper = forms.CharField(label=_("Nơi lưu"), max_length=100, initial="VT", required=False)
    note = forms.CharField(label=_("Ghi chú"), max_length=300, required=False)
    field_order = ("organ", "kind", "abstract", "file", "organs", "names")

    def __init__(self, *args: Any, own: Iterable[Organ], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["organ"].offer(own, lambda each: each.name)

    def values(self) -> dict[str, Any]:
        """Return the keyword arguments of `services.draft`."""
        kept = {key: value for key, value in self.cleaned_data.items() if key not in {"organs", "names", "file"}}
        return {**kept, "recipients": self.recipients(), "content": content_of(self.cleaned_data.get("file"))}


def content_of(upload: Any) -> tuple[str, bytes] | None:
    """Return (name, bytes) of an uploaded file, None for none."""
    return (upload.name, upload.read()) if upload else None


class FileForm(forms.Form):
    file = forms.FileField(label=_("Tệp"))


class IssueForm(forms.Form):
    signer = Chosen(label=_("Người ký"), help_text=_("Chỉ hiện người giữ chức vụ ký được văn bản này hôm nay."))
    capacity = forms.ChoiceField(
        label=_("Quyền hạn ký"), required=False, choices=[("", _("theo chức vụ của người ký")), *Capacity.choices]
    )
    authorised_by = forms.CharField(
        label=_("Văn bản ủy quyền"), required=False, max_length=200, help_text=_("Chỉ ghi khi ký thừa ủy quyền (TUQ.).")
    )

    def __init__(self, *args: Any, signers: Sequence[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["signer"].offer(signers, _office)


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Lý do"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class NoteForm(forms.Form):
    note = forms.CharField(label=_("Ghi chú"), max_length=300, required=False)


class EmptyForm(forms.Form):
    """Nothing to fill in: the deed itself is confirmed."""


class CorrectForm(forms.Form):
    way = forms.ChoiceField(
        label=_("Cách thay đổi"),
        choices=RelationKind.choices,
        widget=forms.RadioSelect,
        help_text=_(
            "Sai nội dung: sửa đổi hoặc thay thế bằng văn bản cùng hình thức. Sai thể thức: đính chính bằng công văn."
        ),
    )
    abstract = forms.CharField(
        label=_("Trích yếu văn bản mới"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    file = forms.FileField(label=_("Tệp dự thảo"), required=False)


class IncomingForm(forms.Form):
    organ = Chosen(label=_("Gửi tới"))
    author = forms.CharField(label=_("Nơi gửi"), max_length=200)
    code = forms.CharField(label=_("Số, ký hiệu"), max_length=80, required=False)
    signed_on = day_field(_("Ngày văn bản"), required=False)
    kind = forms.ChoiceField(label=_("Loại văn bản"), required=False, choices=[("", "–"), *PaperKind.choices])
    abstract = forms.CharField(label=_("Trích yếu"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
    file = forms.FileField(label=_("Tệp văn bản"), required=False)
    due_on = day_field(_("Hạn xử lý"), required=False)
    urgency = forms.ChoiceField(label=_("Độ khẩn"), choices=Urgency.choices, initial=Urgency.NORMAL)
    secrecy = forms.ChoiceField(
        label=_("Độ mật"),
        choices=Secrecy.choices,
        initial=Secrecy.NONE,
        help_text=_("Văn bản mật chỉ ghi dòng sổ, không kèm tệp (Luật 117/2025/QH15, điều khoản chưa kiểm chứng)."),
    )
    channel = forms.CharField(
        label=_("Đường đến"), max_length=60, required=False, help_text=_("Ví dụ: bưu điện, trực tiếp, thư điện tử.")
    )
    note = forms.CharField(label=_("Ghi chú"), max_length=300, required=False)

    def __init__(self, *args: Any, own: Iterable[Organ], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["organ"].offer(own, lambda each: each.name)

    def values(self) -> dict[str, Any]:
        """Return the keyword arguments of `services.register_incoming`."""
        kept = {key: value for key, value in self.cleaned_data.items() if key != "file"}
        return {**kept, "content": content_of(self.cleaned_data.get("file"))}


class PacketForm(forms.Form):
    organ = Chosen(label=_("Gửi tới"))
    file = forms.FileField(
        label=_("Gói edXML"),
        help_text=_("Tệp .edxml hoặc .xml tải từ trục liên thông; văn bản và tệp kèm theo được lấy ra từ gói."),
    )

    def __init__(self, *args: Any, own: Iterable[Organ], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["organ"].offer(own, lambda each: each.name)

    def values(self) -> dict[str, Any]:
        """Return the keyword arguments of `services.take_edxml`."""
        return {"organ": self.cleaned_data["organ"], "content": self.cleaned_data["file"].read()}


class RouteForm(forms.Form):
    organ = Chosen(label=_("Đơn vị xử lý"), required=False)
    person = Chosen(label=_("Người xử lý"), required=False)
    instruction = forms.CharField(label=_("Ý kiến phân phối"), max_length=300, required=False, widget=_LINES)
    due_on = day_field(_("Hạn xử lý"), required=False)

    def __init__(self, *args: Any, organs: Iterable[Organ], people: Iterable[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["organ"].offer(organs, lambda each: each.name)
        fields["person"].offer(people, _office)


class FinishForm(forms.Form):
    outcome = forms.CharField(label=_("Kết quả xử lý"), max_length=500, widget=_LINES)


class CopyForm(forms.Form):
    kind = forms.ChoiceField(label=_("Hình thức sao"), choices=CopyKind.choices, widget=forms.RadioSelect)
    signer = Chosen(label=_("Người ký bản sao"))
    extract = forms.CharField(label=_("Phần được trích"), max_length=300, required=False)
    recipients = forms.CharField(label=_("Nơi nhận"), max_length=500, required=False)

    def __init__(self, *args: Any, signers: Sequence[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["signer"].offer(signers, _office)


class FolderForm(forms.Form):
    organ = Chosen(label=_("Cơ quan lập hồ sơ"))
    code = forms.CharField(label=_("Số, ký hiệu hồ sơ"), max_length=40)
    title = forms.CharField(label=_("Tiêu đề hồ sơ"), max_length=300)
    year = forms.IntegerField(label=_("Năm"), min_value=1945, max_value=2100)
    retention = forms.CharField(
        label=_("Thời hạn bảo quản"), max_length=60, required=False, help_text=_("Theo danh mục hồ sơ của cơ quan.")
    )

    def __init__(self, *args: Any, own: Iterable[Organ], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["organ"].offer(own, lambda each: each.name)


class PutForm(forms.Form):
    folder = Chosen(label=_("Hồ sơ"))

    def __init__(self, *args: Any, folders: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["folder"].offer(folders)


class SeriesForm(forms.Form):
    organ = Chosen(label=_("Cơ quan"))
    direction = forms.ChoiceField(label=_("Dùng cho"), choices=Direction.choices)
    nature = forms.ChoiceField(label=_("Loại"), choices=Nature.choices)
    symbol = forms.CharField(label=_("Chữ viết tắt tên cơ quan"), max_length=20, help_text=_("Ví dụ: HĐND, TTHĐ, BPC."))
    unit_symbol = forms.CharField(
        label=_("Chữ viết tắt đơn vị soạn thảo"),
        max_length=20,
        required=False,
        help_text=_("Đứng sau tên cơ quan trong ký hiệu công văn, ví dụ VP."),
    )
    last = forms.IntegerField(
        label=_("Số cuối cùng của sổ đang dùng"),
        min_value=1,
        max_value=999_999,
        required=False,
        help_text=_("Chỉ ghi khi chuyển sổ vào giữa năm: hệ thống cấp tiếp từ số sau đó."),
    )
    last_on = day_field(_("Ngày của số cuối cùng"), required=False)

    def __init__(self, *args: Any, own: Iterable[Organ], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["organ"].offer(own, lambda each: each.name)
