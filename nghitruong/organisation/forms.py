"""What people type about organs, terms, people and offices, as clean values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nghitruong.language import normalise, parse_date, parse_int
from nghitruong.organisation.enums import CommitteeField, OrganKind, Role
from nghitruong.organisation.models import Membership, Organ, Person, Term
from nghitruong.organisation.rules import roles_in
from nghitruong.territory.enums import Level

DAY_HELP = gettext_lazy("Ví dụ: 25/03/2026.")
SEX = [("", gettext_lazy("Chưa ghi")), ("nam", gettext_lazy("Nam")), ("nu", gettext_lazy("Nữ"))]


class DayField(forms.CharField):
    """A day as people write it: 25/3/2026, 25-03-2026, ngày 25 tháng 3 năm 2026."""

    widget = forms.TextInput(attrs={"autocomplete": "off", "inputmode": "text", "data-day": ""})

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%d/%m/%Y}" if isinstance(value, date) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        day = parse_date(text)
        if day is None:
            raise forms.ValidationError(_("Không đọc được ngày «%(text)s». Ghi theo dạng 25/03/2026.") % {"text": text})
        return day


class BirthField(forms.CharField):
    """A birth date, or only the year. Cleans to (day or None, year or None)."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None, None
        day = parse_date(text)
        if day is not None:
            return day, day.year
        year = parse_int(text)
        if year is None or not 1900 <= year <= 2100:
            raise forms.ValidationError(_("Ghi ngày sinh theo dạng 05/08/1978, hoặc chỉ năm sinh 1978."))
        return None, year


class PeopleField(forms.CharField):
    """A whole number as people write it: 25.300."""

    def prepare_value(self, value: Any) -> Any:
        return f"{value:,}".replace(",", ".") if isinstance(value, int) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        number = parse_int(text)
        if number is None or number < 0:
            raise forms.ValidationError(_("Ghi một số, ví dụ 25.300."))
        return number


class VersionForm(forms.Form):
    """A form that remembers which version of the record its reader saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class AddOrganForm(forms.Form):
    kind = forms.ChoiceField(
        label=gettext_lazy("Loại"),
        choices=[(kind.value, kind.label) for kind in OrganKind if kind != OrganKind.COUNCIL],
    )
    field = forms.ChoiceField(
        label=gettext_lazy("Lĩnh vực của Ban"),
        choices=[("", gettext_lazy("Không phải Ban")), *CommitteeField.choices],
        required=False,
    )
    name = forms.CharField(label=gettext_lazy("Tên đầy đủ"), max_length=200)
    short_name = forms.CharField(label=gettext_lazy("Tên gọi tắt"), max_length=100, required=False)
    valid_from = DayField(label=gettext_lazy("Có từ ngày"), required=False, help_text=DAY_HELP)
    basis = forms.CharField(
        label=gettext_lazy("Căn cứ"), max_length=200, required=False,
        help_text=gettext_lazy("Số, ngày của nghị quyết hoặc quyết định thành lập."),
    )  # fmt: skip


class EditOrganForm(VersionForm):
    name = forms.CharField(
        label=gettext_lazy("Tên đầy đủ"), max_length=200,
        help_text=gettext_lazy("Chỉ sửa khi ghi sai. Cơ quan đổi tên theo văn bản thì ghi kết thúc và thêm cơ quan mới."),
    )  # fmt: skip
    short_name = forms.CharField(label=gettext_lazy("Tên gọi tắt"), max_length=100, required=False)
    code = forms.CharField(label=gettext_lazy("Ký hiệu trong văn bản"), max_length=40, required=False)
    valid_from = DayField(label=gettext_lazy("Có từ ngày"), required=False, help_text=DAY_HELP)
    basis = forms.CharField(label=gettext_lazy("Căn cứ"), max_length=200, required=False)
    population = PeopleField(
        label=gettext_lazy("Số dân"), required=False, help_text=gettext_lazy("Dùng để tính số đại biểu được bầu.")
    )
    is_mountain_or_island = forms.BooleanField(label=gettext_lazy("Xã miền núi, hải đảo"), required=False)

    def __init__(self, *args: Any, organ: Organ, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if organ.kind != OrganKind.COUNCIL:
            del self.fields["population"], self.fields["is_mountain_or_island"]


class EndOrganForm(forms.Form):
    on = DayField(label=gettext_lazy("Hoạt động đến hết ngày"), help_text=DAY_HELP)
    basis = forms.CharField(label=gettext_lazy("Căn cứ"), max_length=200)


class SucceedOrganForm(forms.Form):
    predecessors = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Kế thừa của"), widget=forms.CheckboxSelectMultiple, coerce=int
    )
    basis = forms.CharField(label=gettext_lazy("Căn cứ"), max_length=200)

    def __init__(self, *args: Any, candidates: Iterable[Organ], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["predecessors"].choices = [(each.pk, each.name) for each in candidates]  # type: ignore[attr-defined] # a choice field


class EstablishForm(forms.Form):
    on = DayField(label=gettext_lazy("Lập từ ngày"), help_text=DAY_HELP)
    predecessors = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Kế thừa của"), widget=forms.CheckboxSelectMultiple, coerce=int, required=False
    )
    groups = forms.IntegerField(label=gettext_lazy("Số Tổ đại biểu"), min_value=0, max_value=60, initial=0)
    has_ethnic_committee = forms.BooleanField(label=gettext_lazy("Có Ban Dân tộc"), required=False)
    population = PeopleField(label=gettext_lazy("Số dân"), required=False)
    is_mountain_or_island = forms.BooleanField(label=gettext_lazy("Xã miền núi, hải đảo"), required=False)
    basis = forms.CharField(label=gettext_lazy("Căn cứ"), max_length=200, required=False)

    def __init__(self, *args: Any, level: str, candidates: Iterable[Organ], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(each.pk, each.name) for each in candidates]
        self.fields["predecessors"].choices = choices  # type: ignore[attr-defined] # a choice field
        if not choices:
            del self.fields["predecessors"]
        if level == Level.COMMUNE:
            del self.fields["has_ethnic_committee"]
        else:
            del self.fields["is_mountain_or_island"]


class OpenTermForm(forms.Form):
    years = forms.CharField(label=gettext_lazy("Nhiệm kỳ"), help_text=gettext_lazy("Ví dụ: 2026-2031."), max_length=11)
    starts_on = DayField(
        label=gettext_lazy("Từ ngày"), help_text=gettext_lazy("Ngày khai mạc kỳ họp thứ nhất. Ví dụ: 25/03/2026.")
    )
    seats = forms.IntegerField(label=gettext_lazy("Số đại biểu được bầu"), min_value=1, max_value=200, required=False)
    number = forms.IntegerField(
        label=gettext_lazy("Khóa thứ"), min_value=1, max_value=60, required=False,
        help_text=gettext_lazy("Bỏ trống để tính theo Điều 49 khoản 1 Luật 72/2025/QH15."),
    )  # fmt: skip
    number_basis = forms.CharField(
        label=gettext_lazy("Căn cứ, nếu số khóa khác cách tính ấy"), max_length=300, required=False
    )


class EndTermForm(VersionForm):
    on = DayField(
        label=gettext_lazy("Kết thúc ngày"),
        help_text=gettext_lazy("Chức vụ ghi theo nhiệm kỳ này kết thúc cùng ngày."),
    )


class PersonForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Họ và tên"), max_length=200)
    title = forms.CharField(
        label=gettext_lazy("Danh xưng"), max_length=20, required=False, help_text=gettext_lazy("Ví dụ: Ông, Bà.")
    )
    born = BirthField(
        label=gettext_lazy("Ngày sinh"), required=False,
        help_text=gettext_lazy("Ví dụ: 05/08/1978; chỉ biết năm thì ghi năm."),
    )  # fmt: skip
    sex = forms.ChoiceField(label=gettext_lazy("Nam, nữ"), choices=SEX, required=False)
    ethnicity = forms.CharField(label=gettext_lazy("Dân tộc"), max_length=40, required=False)
    phone = forms.CharField(label=gettext_lazy("Điện thoại"), max_length=30, required=False)

    def values(self) -> dict[str, Any]:
        """Return what the service takes."""
        clean = self.cleaned_data
        day, year = clean["born"]
        return {
            "name": clean["name"], "title": clean["title"], "born_on": day, "born_in": year,
            "is_female": {"nu": True, "nam": False}.get(clean["sex"]), "ethnicity": clean["ethnicity"],
            "phone": clean["phone"],
        }  # fmt: skip

    @staticmethod
    def initial_of(person: Person) -> dict[str, Any]:
        sex = "" if person.is_female is None else ("nu" if person.is_female else "nam")
        return {
            "name": person.name, "title": person.title, "born": person.born, "sex": sex,
            "ethnicity": person.ethnicity, "phone": person.phone, "version": person.version,
        }  # fmt: skip


class EditPersonForm(PersonForm, VersionForm):
    pass


class AppointForm(forms.Form):
    person = forms.TypedChoiceField(
        label=gettext_lazy("Người"), required=False, coerce=int, empty_value=None,
        help_text=gettext_lazy("Chọn người đã có hồ sơ, hoặc ghi họ tên người mới ở ô dưới."),
    )  # fmt: skip
    name = forms.CharField(label=gettext_lazy("Họ và tên người mới"), max_length=200, required=False)
    role = forms.ChoiceField(label=gettext_lazy("Chức vụ, vai trò"))
    title = forms.CharField(
        label=gettext_lazy("Chức danh"), max_length=160, required=False,
        help_text=gettext_lazy("Chỉ ghi khi khác tên chức vụ, ví dụ: Phó Chánh Văn phòng."),
    )  # fmt: skip
    valid_from = DayField(label=gettext_lazy("Từ ngày"), help_text=DAY_HELP)
    valid_to = DayField(label=gettext_lazy("Đến hết ngày"), required=False)
    is_full_time = forms.BooleanField(label=gettext_lazy("Hoạt động chuyên trách"), required=False)

    def __init__(
        self, *args: Any, organ: Organ, people: Iterable[Person], roles: Iterable[Role], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [  # type: ignore[attr-defined] # a choice field
            ("", _("Người mới")), *((each.pk, _told(each)) for each in people)
        ]  # fmt: skip
        allowed = set(roles)
        self.fields["role"].choices = [  # type: ignore[attr-defined] # a choice field
            (role.value, role.label) for role in roles_in(organ.kind) if role in allowed
        ]

    def clean(self) -> dict[str, Any]:
        clean = super().clean() or {}
        if not clean.get("person") and not normalise(clean.get("name") or ""):
            self.add_error("person", _("Chọn một người, hoặc ghi họ tên người mới."))
        if clean.get("person") and normalise(clean.get("name") or ""):
            self.add_error("name", _("Đã chọn người có hồ sơ thì để trống ô này."))
        return clean


def _told(person: Person) -> str:
    return f"{person.name} ({person.born_in})" if person.born_in else person.name


class EndMembershipForm(VersionForm):
    on = DayField(label=gettext_lazy("Giữ đến hết ngày"), help_text=DAY_HELP)
    reason = forms.CharField(
        label=gettext_lazy("Lý do"), max_length=200,
        help_text=gettext_lazy("Ví dụ: chuyển công tác, nghỉ hưu, được cho thôi nhiệm vụ đại biểu."),
    )  # fmt: skip


class EditMembershipForm(VersionForm):
    valid_from = DayField(label=gettext_lazy("Từ ngày"), help_text=DAY_HELP)
    valid_to = DayField(label=gettext_lazy("Đến hết ngày"), required=False)
    reason = forms.CharField(label=gettext_lazy("Vì sao sửa"), max_length=200)


class LinkPersonForm(forms.Form):
    username = forms.CharField(
        label=gettext_lazy("Tên đăng nhập"), max_length=150, required=False,
        help_text=gettext_lazy("Để trống để bỏ gắn. Người ấy đăng nhập sẽ làm việc được theo các chức vụ đang giữ."),
    )  # fmt: skip


class RosterForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Tệp danh sách"),
        help_text=gettext_lazy("Bảng tính Excel (.xlsx), .csv hoặc bảng trong Word (.docx)."),
    )
    term = forms.TypedChoiceField(label=gettext_lazy("Nhiệm kỳ"), coerce=int)
    valid_from = DayField(
        label=gettext_lazy("Giữ chức vụ từ ngày"), required=False,
        help_text=gettext_lazy("Bỏ trống để lấy ngày bắt đầu nhiệm kỳ; cột «Từ ngày» trong tệp được ưu tiên."),
    )  # fmt: skip

    def __init__(self, *args: Any, terms: Iterable[Term], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["term"].choices = [(each.pk, str(each)) for each in terms]  # type: ignore[attr-defined] # a choice field


def dates_of(membership: Membership) -> dict[str, Any]:
    """Return the dates of an office as a form shows them."""
    return {"valid_from": membership.valid_from, "valid_to": membership.valid_to, "version": membership.version}
