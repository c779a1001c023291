"""`nghitruong read FILE... [--json]`: one JSON line a file, as its words tell; no database."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from nghitruong.intake.rules.files import read_file
from nghitruong.intake.rules.reading import read, record


class Command(BaseCommand):
    help = "Đọc văn bản: loại, số, ký hiệu, ngày, cơ quan, người, nơi nhận, số liệu, việc được giao; mỗi mục kèm nguyên lời."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        for name in options["files"]:
            path = Path(name)
            if not path.is_file():
                raise CommandError(_("Không thấy tệp %(path)s.") % {"path": path})
            taken = read_file(path.name, path.read_bytes())
            told = {"file": name, **record(read(taken.text))}
            self.stdout.write(json.dumps(told, ensure_ascii=False))
