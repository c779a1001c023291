"""`nghitruong documents render KIND --data FILE.json --format docx|pdf --out FILE [--template FILE.docx]`."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.errors import Invalid
from nghitruong.documents import exports
from nghitruong.documents.rules.kinds import kind_of_key


class Command(BaseCommand):
    help = "Soạn một văn bản đúng thể thức từ dữ liệu. --template: mẫu Word của cơ quan (chỉ với --format docx)."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind", metavar="KIND")
        parser.add_argument("--data", required=True, metavar="FILE.json")
        parser.add_argument("--format", choices=["docx", "pdf"], required=True)
        parser.add_argument("--out", required=True, metavar="FILE")
        parser.add_argument("--template", metavar="FILE.docx")

    def handle(self, *args: Any, **options: Any) -> None:
        kind = kind_of_key(options["kind"])
        data = self._data(options["data"])
        if options["template"]:
            if options["format"] != "docx":
                raise CommandError(_("Mẫu Word chỉ dùng được với --format docx."))
            content = exports.fill(kind, data, read(options["template"]))
        else:
            content = exports.render(kind, data, form=options["format"], at=timezone.now())
        write(options["out"], content)
        self.stdout.write(_("Đã ghi %(name)s.") % {"name": options["out"]})

    def _data(self, name: str) -> dict[str, Any]:
        try:
            data = json.loads(read(name))
        except ValueError as error:
            raise Invalid(_("Tệp %(name)s không phải JSON: %(why)s") % {"name": name, "why": error}) from error
        if not isinstance(data, dict):
            raise Invalid(_("Tệp %(name)s phải chứa một đối tượng JSON.") % {"name": name})
        return data


def read(name: str) -> bytes:
    """Return a file's bytes, or say in words why not."""
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise CommandError(
            _("Không đọc được tệp %(name)s: %(why)s.") % {"name": name, "why": error.strerror}
        ) from error


def write(name: str, content: bytes) -> None:
    """Write a file, or say in words why not."""
    try:
        Path(name).write_bytes(content)
    except OSError as error:
        raise CommandError(
            _("Không ghi được tệp %(name)s: %(why)s.") % {"name": name, "why": error.strerror}
        ) from error
