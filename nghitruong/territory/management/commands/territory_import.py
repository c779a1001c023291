"""Load the register of units that comes with the product into the database; may be run again at any time."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from nghitruong.base.actor import SYSTEM
from nghitruong.territory import services
from nghitruong.territory.services.load import DATA


class Command(BaseCommand):
    help = "Nạp danh mục đơn vị hành chính kèm theo phần mềm; chạy lại không làm thay đổi gì."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--data", type=Path, default=DATA, help="thư mục có units.csv và successions.csv")

    def handle(self, *_args: Any, data: Path, **_options: Any) -> None:
        done = services.load(actor=SYSTEM, at=timezone.now(), data=data)
        self.stdout.write(
            f"Đã thêm {done.added} đơn vị, cập nhật {done.changed}, giữ nguyên {done.kept} đơn vị do người quản trị "
            f"ghi; thêm {done.successions} quan hệ kế thừa."
        )
