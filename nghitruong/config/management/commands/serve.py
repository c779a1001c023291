"""`nghitruong serve`: make the database ready, then answer requests until stopped."""

from __future__ import annotations

import socket
import threading
from datetime import date
from typing import Any

import uvicorn
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.config import timetable
from nghitruong.legalclock.selectors import calendar_warning


class Command(BaseCommand):
    help = "Chạy máy chủ Nghị Trường trên máy này."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, **options: Any) -> None:
        host, port = options["host"], options["port"]
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError as error:
                raise CommandError(_("Cổng %(port)s đang có chương trình khác dùng.") % {"port": port}) from error
        call_command("migrate", interactive=False, verbosity=0)
        call_command("gather_static")
        self.stdout.write(
            _("Nghị Trường đang chạy tại http://%(host)s:%(port)s/ (Ctrl+C để dừng)") % {"host": host, "port": port}
        )
        self.warn(timezone.localdate())
        stop = threading.Event()
        timetable.start(stop)
        uvicorn.run(
            "nghitruong.config.asgi:application",
            host=host,
            port=port,
            log_level="warning",
            timeout_graceful_shutdown=5,
            lifespan="off",
            server_header=False,
        )
        stop.set()

    def warn(self, on: date) -> None:
        """Say what whoever starts the house must look after: a calendar that does not reach next year."""
        if warning := calendar_warning(on=on):
            self.stderr.write(warning)
