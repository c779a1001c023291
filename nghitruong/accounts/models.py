"""Who signed in, with what, and from where. A person's offices live in `organisation`; here is only the account."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from nghitruong.accounts.enums import FactorKind, Way
from nghitruong.base.actor import Actor


class UserQuerySet(models.QuerySet["User"]):
    def visible_to(self, actor: Actor) -> UserQuerySet:
        """Every account for who keeps them, else one's own."""
        return self if actor.has("accounts.keep") or actor.is_system else self.filter(pk=actor.user_id or 0)


class UserManager(BaseUserManager["User"].from_queryset(UserQuerySet)):  # type: ignore[misc]  # made at run time
    def get_by_natural_key(self, username: str | None) -> User:
        found: User = self.get(username__iexact=username)
        return found


class User(AbstractBaseUser, PermissionsMixin):
    username = models.CharField(
        _("tên đăng nhập"),
        max_length=150,
        unique=True,
        validators=[RegexValidator(r"^[a-z0-9][a-z0-9._-]{2,}\Z", _("Chỉ dùng chữ thường không dấu, số và . _ -"))],
    )
    full_name = models.CharField(_("họ và tên"), max_length=200)
    email = models.EmailField(_("thư điện tử"), blank=True)
    language = models.CharField(_("ngôn ngữ"), max_length=5, default="vi")
    is_active = models.BooleanField(_("đang hoạt động"), default=True)
    is_staff = False
    date_joined = models.DateTimeField(_("ngày tạo"), null=True, blank=True)
    must_change_password = models.BooleanField(_("phải đổi mật khẩu"), default=False)
    session_salt = models.CharField(max_length=32, blank=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["full_name"]

    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        verbose_name = _("tài khoản")
        verbose_name_plural = _("tài khoản")
        ordering = ["username"]
        constraints = [models.UniqueConstraint(Lower("username"), name="accounts_username_any_case")]

    def __str__(self) -> str:
        return self.full_name or self.username

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Tie sessions to the password and to a salt, so that one change of it ends them all."""
        return salted_hmac(
            "nghitruong.accounts.session", self.password + self.session_salt, secret=secret, algorithm="sha256"
        ).hexdigest()


class Factor(models.Model):
    """A second factor. `data` holds a TOTP secret under seal, or a passkey's public part."""

    user = models.ForeignKey(User, models.CASCADE, related_name="factors", verbose_name=_("tài khoản"))
    kind = models.CharField(_("loại"), max_length=10, choices=FactorKind)
    name = models.CharField(_("tên gợi nhớ"), max_length=80)
    data = models.JSONField(default=dict)
    step = models.BigIntegerField(default=0)
    created_at = models.DateTimeField(_("ngày đăng ký"))
    used_at = models.DateTimeField(_("dùng lần cuối"), null=True, blank=True)

    class Meta:
        verbose_name = _("lớp xác thực thứ hai")
        verbose_name_plural = _("lớp xác thực thứ hai")
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["user"], condition=Q(kind=FactorKind.TOTP), name="accounts_one_totp_each")
        ]

    def __str__(self) -> str:
        return self.name


class RecoveryCode(models.Model):
    """A code for one use, kept as a keyed hash."""

    user = models.ForeignKey(User, models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("mã dự phòng")
        verbose_name_plural = _("mã dự phòng")
        constraints = [models.UniqueConstraint(fields=["user", "digest"], name="accounts_recovery_code_once")]

    def __str__(self) -> str:
        return str(self.user)


class Visit(models.Model):
    """A session as its owner knows it: device, place, last use."""

    user = models.ForeignKey(User, models.CASCADE, related_name="visits")
    session_key = models.CharField(max_length=40, unique=True)
    way = models.CharField(_("cách đăng nhập"), max_length=10, choices=Way)
    device = models.CharField(_("thiết bị"), max_length=120)
    address = models.CharField(_("địa chỉ mạng"), max_length=45)
    started_at = models.DateTimeField(_("bắt đầu"))
    seen_at = models.DateTimeField(_("dùng lần cuối"))

    class Meta:
        verbose_name = _("phiên làm việc")
        verbose_name_plural = _("phiên làm việc")
        ordering = ["-seen_at"]

    def __str__(self) -> str:
        return self.device


class Slowdown(models.Model):
    """Failed sign-ins counted under a hashed key: an account from a network, a device, an account, a network."""

    key = models.CharField(max_length=64, primary_key=True)
    failures = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("lần đăng nhập không thành công")
        verbose_name_plural = _("lần đăng nhập không thành công")

    def __str__(self) -> str:
        return f"{self.key[:8]} {self.failures}"


class RequiredFactor(models.Model):
    """A role that this installation lets in only with a second factor."""

    role = models.CharField(_("vai trò"), max_length=20, primary_key=True)

    class Meta:
        verbose_name = _("vai trò bắt buộc xác thực hai lớp")
        verbose_name_plural = _("vai trò bắt buộc xác thực hai lớp")

    def __str__(self) -> str:
        return self.role


class UsedToken(models.Model):
    """A form once sent and what came of it, so that sending it again has no second effect."""

    token = models.UUIDField(primary_key=True)
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    path = models.CharField(max_length=500)
    body = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=0)
    location = models.CharField(max_length=2000, blank=True)
    at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("biểu mẫu đã gửi")
        verbose_name_plural = _("biểu mẫu đã gửi")

    def __str__(self) -> str:
        return str(self.token)
