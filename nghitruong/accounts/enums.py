"""Kinds of second factor and ways in, as a reader says them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class FactorKind(models.TextChoices):
    TOTP = "totp", _("Ứng dụng tạo mã")
    PASSKEY = "passkey", _("Khóa truy cập")


class Way(models.TextChoices):
    PASSWORD = "password", _("Mật khẩu")
    TOTP = "totp", _("Mật khẩu và mã của ứng dụng")
    PASSKEY = "passkey", _("Mật khẩu và khóa truy cập")
    RECOVERY = "recovery", _("Mật khẩu và mã dự phòng")
