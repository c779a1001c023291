"""`nghitruong begin --council CODE --username U --name "Họ và tên"`: a new installation's first council and administrator."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.accounts import services as accounts
from nghitruong.accounts.models import User
from nghitruong.base.actor import SYSTEM
from nghitruong.base.errors import Invalid
from nghitruong.organisation import services as organisation
from nghitruong.organisation.enums import OrganKind, Role
from nghitruong.organisation.models import Organ
from nghitruong.territory import selectors as units
from nghitruong.territory import services as territory


class Command(BaseCommand):
    help = "Bắt đầu một cơ sở dữ liệu mới: nạp đơn vị hành chính, lập Hội đồng nhân dân đầu tiên và tài khoản quản trị."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--council", required=True, metavar="CODE")
        parser.add_argument("--username", required=True)
        parser.add_argument("--name", required=True)
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        if User.objects.exists():
            raise Invalid(_("Nơi lưu trữ này đã có tài khoản: hãy đăng nhập bằng tài khoản quản trị."))
        at = timezone.now()
        territory.load(actor=SYSTEM, at=at)
        with transaction.atomic():
            council, user, password = self._first(options, timezone.localdate())
        told = {"council": council.name, "username": user.username, "password": password}
        if options["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False))
            return
        self.stdout.write(
            _("Đã lập %(council)s.\nTài khoản quản trị: %(username)s\nMật khẩu dùng một lần: %(password)s\n"
              "Chạy «nghitruong serve», đăng nhập và đặt mật khẩu của riêng mình.") % told
        )  # fmt: skip

    def _first(self, options: dict[str, Any], on: date) -> tuple[Organ, User, str]:
        at = timezone.now()
        unit = units.by_code(options["council"], on)
        if unit is None:
            raise Invalid(_("Hôm nay không có đơn vị hành chính nào mang mã %(code)s.") % {"code": options["council"]})
        council = organisation.establish(unit=unit, on=on, actor=SYSTEM, at=at)
        office = Organ.objects.get(council=council, kind=OrganKind.OFFICE)
        user, password = accounts.create_account(
            username=options["username"], full_name=options["name"], actor=SYSTEM, at=at
        )
        person = organisation.add_person(name=options["name"], actor=SYSTEM, at=at)
        organisation.link_person(person=person, user=user, actor=SYSTEM, at=at)
        organisation.appoint(person=person, organ=office, role=Role.ADMINISTRATOR, valid_from=on, actor=SYSTEM, at=at)
        return council, user, password
