"""`nghitruong petitions report --council CODE --from DATE --to DATE [--as-of DATE] --format json|docx [--out FILE]`."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.actor import SYSTEM
from nghitruong.petitions import exports, selectors
from nghitruong.petitions.management.commands.petitions_import import day
from nghitruong.petitions.selectors import figures


class Command(BaseCommand):
    help = "Báo cáo kết quả giải quyết kiến nghị cử tri của một Hội đồng nhân dân trong một khoảng thời gian."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--council", required=True, metavar="CODE")
        parser.add_argument("--from", dest="since", required=True, metavar="DATE")
        parser.add_argument("--to", dest="until", required=True, metavar="DATE")
        parser.add_argument("--as-of", dest="as_of", metavar="DATE")
        parser.add_argument("--on", metavar="DATE")
        parser.add_argument("--format", choices=["json", "docx"], required=True)
        parser.add_argument("--out", metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        since, until = day(options["since"]), day(options["until"])
        if since > until:
            raise CommandError(_("Ngày cuối phải từ ngày đầu trở đi."))
        council = selectors.council_by_code(options["council"], day(options["on"]) if options["on"] else until)
        as_of = day(options["as_of"]) if options["as_of"] else timezone.localdate()
        found = figures.report(figures.Scope(council, since, until, as_of), SYSTEM)
        if options["format"] == "docx":
            if not options["out"]:
                raise CommandError(_("Báo cáo dạng Word cần --out TỆP."))
            self._write(options["out"], exports.report_docx(found))
            return
        text = json.dumps(figures.as_json(found), ensure_ascii=False, indent=1)
        if options["out"]:
            self._write(options["out"], text.encode())
        else:
            self.stdout.write(text)

    def _write(self, name: str, content: bytes) -> None:
        try:
            Path(name).write_bytes(content)
        except OSError as error:
            raise CommandError(
                _("Không ghi được tệp %(name)s: %(why)s.") % {"name": name, "why": error.strerror}
            ) from error
        self.stdout.write(_("Đã ghi %(name)s.") % {"name": name})
