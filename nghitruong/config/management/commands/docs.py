"""`nghitruong manage docs`: write the page of each module from its code."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import override

from nghitruong.base.errors import Invalid
from nghitruong.config import module_pages


class Command(BaseCommand):
    help = "Viết lại docs/modules từ mã nguồn (dành cho người phát triển)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="chỉ cho biết trang nào đã cũ; mã thoát 1 nếu có")

    def handle(self, *args: Any, **options: Any) -> None:
        folder = module_pages.PAGES
        if not folder.parent.exists():
            raise CommandError(_("Không thấy thư mục docs: lệnh này chạy trong kho mã nguồn."))
        with override("vi"):
            wanted = module_pages.pages()
        there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
        stale = sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))
        if options["check"]:
            if stale:
                raise Invalid(", ".join(stale))
            return
        folder.mkdir(parents=True, exist_ok=True)
        for name in there.keys() - wanted.keys():
            (folder / name).unlink()
        for name, text in wanted.items():
            (folder / name).write_text(text, encoding="utf-8")
        self.stdout.write(", ".join(stale) or "=")
