"""`nghitruong manage catalogue`: renew the English catalogue from the code, compile all catalogues."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser


class Command(BaseCommand):
    help = "Cập nhật danh mục câu tiếng Anh từ mã nguồn (dành cho người phát triển)."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="chỉ liệt kê câu chưa dịch; mã thoát 1 nếu có")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            from nghitruong.config import catalogue
        except ImportError as error:
            raise CommandError("polib (requirements-dev.txt)") from error
        book = catalogue.renewed()
        if not options["check"]:
            catalogue.path().parent.mkdir(parents=True, exist_ok=True)
            book.save(str(catalogue.path()))
            catalogue.compile_all()
        left = list(catalogue.missing(book))
        for entry in left:
            self.stdout.write(f"{', '.join(name for name, _line in entry.occurrences)}: {entry.msgid}")
        self.stdout.write(f"{len(book)} / {len(left)}")
        if left and options["check"]:
            raise SystemExit(1)
