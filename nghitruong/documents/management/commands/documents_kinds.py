"""`nghitruong documents kinds [--json]`: the kinds written here and the data each needs."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from nghitruong.documents.rules.kinds import KINDS, described, fields_of


class Command(BaseCommand):
    help = "Các loại văn bản soạn được và dữ liệu từng loại cần; --json có lược đồ và ví dụ dùng được ngay."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["json"]:
            self.stdout.write(json.dumps([described(kind) for kind in KINDS.values()], ensure_ascii=False, indent=1))
            return
        for kind in KINDS.values():
            needed = ", ".join(field.name for field in fields_of(kind) if field.required)
            self.stdout.write(f"{kind.key}: {_(kind.label)} ({needed})")
