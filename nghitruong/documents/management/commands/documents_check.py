"""`nghitruong documents check FILE [--json] [--publish] [--clean OUT]`: the official form, and what a file hides."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from nghitruong.documents.management.commands.documents_render import read, write
from nghitruong.documents.rules.form_check import check
from nghitruong.documents.rules.leaks import Leak, clean_file, leaks


class Command(BaseCommand):
    help = "Kiểm tra thể thức một tệp Word theo Nghị định 30/2020/NĐ-CP: từng chỗ sai, kèm điều khoản."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE")
        parser.add_argument("--json", action="store_true")
        parser.add_argument(
            "--publish", action="store_true", help="tìm nội dung ẩn và dữ liệu cá nhân trước khi công bố"
        )
        parser.add_argument("--clean", metavar="OUT", help="ghi bản không còn tên người soạn, ý kiến bên lề")

    def handle(self, *args: Any, **options: Any) -> None:
        name, content = Path(options["file"]).name, read(options["file"])
        if options["clean"]:
            write(options["clean"], clean_file(name, content))
            self.stdout.write(_("Đã ghi %(name)s.") % {"name": options["clean"]})
            return
        if options["publish"]:
            self._leaks(options["file"], leaks(name, content), as_json=options["json"])
            return
        found = check(name, content)
        if options["json"]:
            told = {"file": options["file"], "deviations": [asdict(one) for one in found]}
            self.stdout.write(json.dumps(told, ensure_ascii=False))
            return
        for one in found:
            words = f" «{one.words}»" if one.words else ""
            self.stdout.write(f"- {one.told}{words} ({one.clause})")
        self.stdout.write(_("%(n)s chỗ chưa đúng thể thức.") % {"n": len(found)})

    def _leaks(self, name: str, found: list[Leak], *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps({"file": name, "leaks": [asdict(one) for one in found]}, ensure_ascii=False))
            return
        for one in found:
            self.stdout.write(f"- {one.told} {one.words}".rstrip())
        self.stdout.write(_("%(n)s chỗ cần xem trước khi công bố.") % {"n": len(found)})
