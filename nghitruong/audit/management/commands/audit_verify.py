"""`nghitruong audit verify`: recompute the journal's chain; exit 1 when a link is broken."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from nghitruong.audit import selectors


class Command(BaseCommand):
    help = "Kiểm tra chuỗi băm của nhật ký và nêu mắt xích hỏng đầu tiên."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="in một tài liệu JSON")

    def handle(self, *_args: Any, **options: Any) -> None:
        found = selectors.verify()
        if options["json"]:
            answer = {"entries": found.entries, "ok": found.ok, "first_bad": found.first_bad, "why": found.why}
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
        elif found.ok:
            self.stdout.write(_("Nhật ký nguyên vẹn: %(n)s dòng.") % {"n": found.entries})
        if found.ok and not found.anchored and found.entries:
            self.stderr.write(_("Chưa có tệp neo: không phát hiện được việc cắt phần cuối nhật ký."))
        if not found.ok:
            self.stderr.write(found.why)
            sys.exit(1)
