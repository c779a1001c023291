"""`nghitruong carry --to URL`: copy everything that this installation holds into an empty database, journal and all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError, connections
from django.utils.translation import gettext as _

from nghitruong.audit import selectors as audit
from nghitruong.base.errors import Invalid
from nghitruong.config import carrying, environment


class Command(BaseCommand):
    help = "Chuyển mọi dữ liệu, kể cả nhật ký, sang một cơ sở dữ liệu còn trống (từ SQLite lên PostgreSQL)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--to", required=True, metavar="URL", help="postgresql://user:password@host/name")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        found = audit.verify()
        if not found.ok:
            raise Invalid(_("Nhật ký ở nơi cũ không nguyên vẹn nên chưa chuyển: %(why)s") % {"why": found.why})
        self._reach(options["to"])
        counts = carrying.carry(carrying.TARGET)
        whole = _verified(options["to"])
        told = {"tables": len(counts), "rows": sum(counts.values()), "entries": whole["entries"], "ok": whole["ok"]}
        if options["json"]:
            self.stdout.write(json.dumps(told))
        if not whole["ok"]:
            raise Invalid(_("Nhật ký ở nơi mới không nguyên vẹn: %(why)s") % {"why": whole["why"]})
        if not options["json"]:
            self.stdout.write(
                _("Đã chuyển %(rows)s dòng của %(tables)s bảng; nhật ký nguyên vẹn: %(entries)s dòng.\n"
                  "Từ nay đặt DATABASE_URL tới nơi mới. NGHITRUONG_HOME giữ nguyên; tệp dữ liệu cũ nên cất đi.") % told
            )  # fmt: skip

    def _reach(self, url: str) -> None:
        """Open the new database under a name of its own and make its tables."""
        described = environment.database_at(url)
        known = connections.configure_settings({"default": described})["default"]
        old = connections["default"].settings_dict
        if all(str(old[part]) == str(known[part]) for part in ("ENGINE", "NAME", "HOST", "PORT")):
            raise Invalid(_("Nơi mới chính là nơi đang dùng."))
        connections.settings[carrying.TARGET] = known
        try:
            connections[carrying.TARGET].ensure_connection()
        except DatabaseError as error:
            why = str(error).splitlines()[0]
            raise Invalid(_("Không mở được cơ sở dữ liệu mới: %(why)s") % {"why": why}) from error
        carrying.require_empty(carrying.TARGET)
        call_command("migrate", database=carrying.TARGET, interactive=False, verbosity=0)


def _verified(url: str) -> dict[str, Any]:
    """Let a process of its own, started on the new database, verify the journal."""
    answer = subprocess.run(
        [sys.executable, "-m", "nghitruong", "audit", "verify", "--json"],
        env={**os.environ, "DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        found: dict[str, Any] = json.loads(answer.stdout)
    except ValueError:
        return {"entries": 0, "ok": False, "why": answer.stderr.strip()}
    return found
