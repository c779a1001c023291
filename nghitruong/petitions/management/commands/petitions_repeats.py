"""`nghitruong petitions repeats FILE.jsonl`: a line for each petition, with its nearest others in the file."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from nghitruong.petitions.rules import repeats


class Command(BaseCommand):
    help = "Tìm kiến nghị trùng, gần giống trong một tệp .jsonl; không cần cơ sở dữ liệu."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file")
        parser.add_argument("--json", action="store_true", help="một dòng JSON cho mỗi kiến nghị (luôn như vậy)")

    def handle(self, *args: Any, **options: Any) -> None:
        for line in repeats(records(Path(options["file"]))):
            self.stdout.write(json.dumps(line, ensure_ascii=False))


def records(path: Path) -> list[dict[str, Any]]:
    """Return the records of a .jsonl file; what cannot be read is said with its line."""
    if not path.is_file():
        raise CommandError(_("Không thấy tệp %(path)s.") % {"path": path})
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            raise CommandError(
                _("Dòng %(number)s của tệp không phải bản ghi JSON có nội dung kiến nghị («text»).")
                % {"number": number}
            )
        found.append(row)
    return found
