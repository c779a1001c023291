"""What a browser sends, made into clean values."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nghitruong.accounts import rules
from nghitruong.accounts.models import User


class SignInForm(forms.Form):
    username = forms.CharField(
        label=_("Tên đăng nhập"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label=_("Mật khẩu"),
        max_length=256,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Mã xác thực"),
        help_text=_("Sáu chữ số trên ứng dụng tạo mã, hoặc một mã dự phòng."),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "text", "spellcheck": "false"}),
    )
    credential = forms.CharField(max_length=20_000, required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if not values.get("code") and not values.get("credential"):
            self.add_error("code", _("Hãy nhập mã xác thực."))
        return values


class TotpForm(forms.Form):
    code = forms.CharField(
        label=_("Mã đang hiện trên ứng dụng"),
        max_length=10,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class PasskeyForm(forms.Form):
    name = forms.CharField(
        label=_("Tên gợi nhớ"),
        help_text=_("Ví dụ: điện thoại của tôi, khóa ở cơ quan."),
        max_length=80,
        required=False,
    )
    credential = forms.CharField(max_length=20_000, required=False, widget=forms.HiddenInput)


class ProofForm(forms.Form):
    password = forms.CharField(
        label=_("Mật khẩu hiện tại"),
        max_length=256,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class PasswordForm(forms.Form):
    old = forms.CharField(
        label=_("Mật khẩu hiện tại"),
        max_length=256,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    new = forms.CharField(
        label=_("Mật khẩu mới"),
        help_text=_("Ít nhất 12 ký tự. Một câu dài dễ nhớ tốt hơn một từ khó nhớ."),
        max_length=256,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Nhập lại mật khẩu mới"),
        max_length=256,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if values.get("new") and values.get("again") and values["new"] != values["again"]:
            self.add_error("again", _("Hai lần nhập mật khẩu mới chưa giống nhau."))
        return values


class AccountForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    class Meta:
        model = User
        fields = ["username", "full_name", "email"]
        help_texts = {
            "username": _("Chữ thường không dấu, số và các dấu . _ -; dùng để đăng nhập, không đổi được sau này."),
            "email": _("Hệ thống không gửi thư; chỉ để quản trị liên hệ."),
        }

    def clean_username(self) -> str:
        return str(self.cleaned_data["username"]).strip().lower()


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Lý do"), max_length=300)


class RolesForm(forms.Form):
    roles = forms.MultipleChoiceField(
        label=_("Vai trò phải xác thực hai lớp"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["roles"].choices = list(rules.known_roles().items())  # type: ignore[attr-defined]  # of this field's class
