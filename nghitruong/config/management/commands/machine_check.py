"""`nghitruong check`: what this machine has and lacks."""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from typing import Any

from django.conf import settings
from django.core.checks import run_checks
from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

LEAST_FREE = 1024**3
Finding = tuple[str, bool, str]


def python() -> Iterator[Finding]:
    yield "Python", sys.version_info >= (3, 11), sys.version.split()[0]


def database() -> Iterator[Finding]:
    try:
        connection.ensure_connection()
        pending = len(
            MigrationExecutor(connection).migration_plan(MigrationExecutor(connection).loader.graph.leaf_nodes())
        )
    except DatabaseError as error:
        yield _("Cơ sở dữ liệu"), False, str(error).splitlines()[0]
        return
    yield _("Cơ sở dữ liệu"), True, connection.vendor
    words = (
        _("đã cập nhật") if not pending else _("còn %(n)s bước cập nhật, hãy chạy: nghitruong migrate") % {"n": pending}
    )
    yield _("Cấu trúc dữ liệu"), not pending, words
    if connection.vendor == "sqlite":
        options = {row[0] for row in sqlite3.connect(":memory:").execute("pragma compile_options")}
        yield _("Tìm kiếm toàn văn (FTS5)"), "ENABLE_FTS5" in options, sqlite3.sqlite_version


def home() -> Iterator[Finding]:
    free = shutil.disk_usage(settings.HOME).free
    yield _("Nơi lưu trữ"), True, str(settings.HOME)
    yield _("Dung lượng còn trống"), free > LEAST_FREE, f"{free / 1024**3:.1f} GiB"


def warnings() -> Iterator[Finding]:
    found = [message for message in run_checks() if not message.is_silenced()]
    for message in found:
        yield str(message.id), False, message.msg
    if not found:
        yield _("Kiểm tra cấu hình"), True, _("không có cảnh báo")


def optional() -> Iterator[Finding]:
    office = shutil.which("soffice")
    yield _("LibreOffice (tùy chọn, đổi văn bản sang PDF)"), True, office or _("không có, vẫn xuất được tệp Word")


LOOKS: tuple[Callable[[], Iterator[Finding]], ...] = (python, database, home, warnings, optional)


class Command(BaseCommand):
    help = "Cho biết máy này có gì và thiếu gì để chạy Nghị Trường."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        found = [finding for look in LOOKS for finding in look()]
        if options["json"]:
            rows = [{"name": name, "ok": ok, "value": value} for name, ok, value in found]
            self.stdout.write(json.dumps({"ok": all(ok for _n, ok, _v in found), "checks": rows}, ensure_ascii=False))
            return
        for name, ok, value in found:
            mark = "✓" if ok else "!"
            self.stdout.write(f"{mark} {name}: {value}")
