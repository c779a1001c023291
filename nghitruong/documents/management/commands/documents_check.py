"""`nghitruong documents check FILE.docx [--json]`: every deviation from the official form, with its clause."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from nghitruong.documents.management.commands.documents_render import read
from nghitruong.documents.rules.form_check import check


class Command(BaseCommand):
    help = "Kiểm tra thể thức một tệp Word theo Nghị định 30/2020/NĐ-CP: từng chỗ sai, kèm điều khoản."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE.docx")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        found = check(Path(options["file"]).name, read(options["file"]))
        if options["json"]:
            told = {"file": options["file"], "deviations": [asdict(one) for one in found]}
            self.stdout.write(json.dumps(told, ensure_ascii=False))
            return
        for one in found:
            words = f" «{one.words}»" if one.words else ""
            self.stdout.write(f"- {one.told}{words} ({one.clause})")
        self.stdout.write(_("%(n)s chỗ chưa đúng thể thức.") % {"n": len(found)})
