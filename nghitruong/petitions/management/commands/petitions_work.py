"""`nghitruong manage petitions_work`: take in the long files that wait; `serve` starts it by itself."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from nghitruong.petitions import jobs


class Command(BaseCommand):
    requires_system_checks: tuple[str, ...] = ()  # a person is waiting; the server has checked
    help = "Nhập các tệp dài đang chờ rồi tìm trùng lặp cho các dòng vừa nhập."

    def handle(self, *args: Any, **options: Any) -> None:
        jobs.work()
