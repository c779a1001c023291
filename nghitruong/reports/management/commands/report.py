"""`nghitruong report KIND --council CODE --from DATE --to DATE [--as-of DATE] --format json|docx|pdf|xlsx [--out FILE]`."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.language import parse_date
from nghitruong.petitions.selectors import council_by_code
from nghitruong.reports import exports, selectors
from nghitruong.reports.enums import Period


class Command(BaseCommand):
    help = "Báo cáo định kỳ của một Hội đồng nhân dân: mọi số liệu kèm số hiệu của hồ sơ đã đếm."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind", choices=[each.value.replace("_", "-") for each in Period], metavar="KIND")
        parser.add_argument("--council", required=True, metavar="CODE")
        parser.add_argument("--from", dest="since", required=True, metavar="DATE")
        parser.add_argument("--to", dest="until", required=True, metavar="DATE")
        parser.add_argument("--as-of", dest="as_of", metavar="DATE")
        parser.add_argument("--with-lower", action="store_true", dest="with_lower")
        parser.add_argument("--format", choices=["json", "docx", "pdf", "xlsx"], required=True)
        parser.add_argument("--out", metavar="FILE")

    def handle(self, *_args: Any, **options: Any) -> None:
        since, until = _day(options["since"]), _day(options["until"])
        as_of = _day(options["as_of"]) if options["as_of"] else timezone.localdate()
        if since > until or as_of < since:
            raise CommandError(_("Ngày cuối phải từ ngày đầu trở đi."))
        council = council_by_code(options["council"], until)
        lower = tuple(selectors.lower_of(council, until)) if options["with_lower"] else ()
        scope = selectors.Scope(council, since, until, as_of, lower)
        told = selectors.unsaved(scope, options["kind"].replace("-", "_"))
        if options["format"] == "json":
            text = json.dumps(selectors.as_json(*told), ensure_ascii=False, indent=1)
            if not options["out"]:
                self.stdout.write(text)
                return
            content = text.encode()
        elif not options["out"]:
            raise CommandError(_("Báo cáo dạng tệp cần --out TỆP."))
        else:
            content = exports.FORMATS[options["format"]](*told)
        try:
            Path(options["out"]).write_bytes(content)
        except OSError as error:
            raise CommandError(
                _("Không ghi được tệp %(name)s: %(why)s.") % {"name": options["out"], "why": error.strerror}
            ) from error
        self.stdout.write(_("Đã ghi %(name)s.") % {"name": options["out"]})


def _day(text: str) -> date:
    found = parse_date(text)
    if found is None:
        raise CommandError(_("«%(text)s» không phải là một ngày.") % {"text": text})
    return found
