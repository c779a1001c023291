from django.apps import AppConfig
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "nghitruong.accounts"
    verbose_name = _("tài khoản")

    def ready(self) -> None:
        from nghitruong.accounts.models import User
        from nghitruong.audit.services import name_deeds
        from nghitruong.base import subjects
        from nghitruong.ui.enums import Group
        from nghitruong.ui.rules import Entry, add_entry

        name_deeds(
            {
                "account.sign_in": _("đăng nhập"),
                "account.sign_out": _("đăng xuất"),
                "account.fail": _("đăng nhập không thành công"),
                "account.enable_factor": _("đăng ký lớp xác thực thứ hai"),
                "account.remove_factor": _("bỏ lớp xác thực thứ hai"),
                "account.make_recovery_codes": _("tạo mã dự phòng"),
                "account.change_password": _("đổi mật khẩu"),
                "account.end_visit": _("kết thúc một phiên làm việc"),
                "account.end_visits": _("kết thúc mọi phiên làm việc"),
                "account.set_language": _("chọn ngôn ngữ"),
                "account.create": _("tạo tài khoản"),
                "account.disable": _("khóa tài khoản"),
                "account.enable": _("mở khóa tài khoản"),
                "account.reset_password": _("đặt lại mật khẩu"),
                "account.reset_factors": _("gỡ lớp xác thực thứ hai"),
                "account.require_factor": _("quy định vai trò phải xác thực hai lớp"),
            }
        )
        subjects.register(
            "accounts.user",
            subjects.Kind(
                noun=_("tài khoản"),
                load=User.objects.in_bulk,
                label=str,
                url=lambda user: reverse("accounts:account", args=[user.pk]),
                visible=lambda actor, ids: set(
                    User.objects.visible_to(actor).filter(pk__in=ids).values_list("pk", flat=True)
                ),
            ),
        )
        subjects.register(
            "accounts.requiredfactor",
            subjects.Kind(
                noun=_("quy định"),
                load=lambda _ids: {},
                label=str,
                url=str,
                visible=lambda actor, ids: set(ids) if actor.has("accounts.keep") else set(),
            ),
        )
        add_entry(Entry("accounts:mine", _("Tài khoản của tôi"), "person", Group.PERSONAL, 10))
        add_entry(
            Entry(
                "accounts:index",
                _("Tài khoản"),
                "people",
                Group.SYSTEM,
                10,
                allowed=lambda actor: actor.has("accounts.keep"),
            )
        )
        add_entry(
            Entry(
                "audit:journal",
                _("Nhật ký"),
                "journal-text",
                Group.SYSTEM,
                20,
                allowed=lambda actor: actor.has("journal.read"),
            )
        )
