"""`nghitruong bench petitions [--n N] [--db URL] [--json]`: the product beside a naive build, on a database of its own."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.config import bench, environment
from nghitruong.config.bench.measure import floor
from nghitruong.config.demonstration import home

ROUNDS = 20


class Command(BaseCommand):
    help = "Đo sản phẩm cạnh một bản thô sơ cho cùng câu trả lời, trên kiến nghị giả trong cơ sở dữ liệu riêng."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("area", choices=["petitions"])
        parser.add_argument("--n", type=int, default=20_000, metavar="N", help="số kiến nghị, từ 40 trở lên")
        parser.add_argument("--db", default="", metavar="URL", help="cơ sở dữ liệu còn trống, chỉ để đo")
        parser.add_argument("--k", type=int, default=ROUNDS, metavar="K", help="số lần hỏi mỗi việc")
        parser.add_argument("--seed", type=int, default=1, metavar="S")
        parser.add_argument("--keep", action="store_true", help="giữ dữ liệu đã dựng; lần sau chỉ đo, không dựng lại")
        parser.add_argument("--json", action="store_true", help="in một tài liệu JSON")

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["n"] < 40 or options["k"] < 1:
            raise CommandError(_("Cần --n từ 40 và --k từ 1 trở lên."))
        if os.environ.get("NGHITRUONG_MEASURING") != "1":
            self._in_a_home_of_its_own(options)
            return
        before = floor()
        kept = bench.keeping.sizes(options["n"], options["seed"]) if options["keep"] else []
        runs = self._again(kept, options) if kept else self._anew(options)
        about = {
            "n": options["n"], "seed": options["seed"], "database": connection.vendor, "cores": os.cpu_count(),
            "python": platform.python_version(), "seconds": home.seconds(), "floor": before, "floor_after": floor(),
        }  # fmt: skip
        if options["json"]:
            self.stdout.write(json.dumps(bench.as_json(runs, about), ensure_ascii=False))
            return
        self.stdout.write(bench.as_table(runs))
        self.stdout.write(f"{about['database']}; sàn trước {before}, sau {about['floor_after']}")

    def _anew(self, options: dict[str, Any]) -> list[tuple[int, list[bench.Measured]]]:
        """Build and measure, at a tenth and whole."""
        bench.keeping.forget()
        home.clear()
        call_command("migrate", interactive=False, verbosity=0)
        home.mark()
        on, runs, has_tenth = bench.stage(options["n"], options["seed"], timezone.localdate()), [], False
        for n in (options["n"] // 10, options["n"]):
            bench.grow(on, n)
            self.stderr.write(f"{home.seconds()} s: {n} kiến nghị")
            if options["keep"] and n < options["n"]:
                has_tenth = bench.keeping.copy_aside()
            runs.append((n, [self._measured(one, options["k"]) for one in bench.operations(on)]))
        if options["keep"]:
            bench.keeping.write(on, has_tenth=has_tenth)
        return runs

    def _again(self, kept: list[tuple[int, str]], options: dict[str, Any]) -> list[tuple[int, list[bench.Measured]]]:
        """Measure what an earlier run built, after the migrations made since."""
        runs = []
        for n, name in kept:
            bench.keeping.use(name)
            call_command("migrate", interactive=False, verbosity=0)
            on = bench.keeping.stage_of(n)
            runs.append((n, [self._measured(one, options["k"]) for one in bench.operations(on)]))
        return runs

    def _measured(self, one: bench.Operation, rounds: int) -> bench.Measured:
        found = bench.measure(one, rounds)
        self.stderr.write(f"{home.seconds()} s: {one.name}")
        return found

    def _in_a_home_of_its_own(self, options: dict[str, Any]) -> None:
        """Run again in a home below this one; no real data is met, and the database given must be empty or its own."""
        name = f"bench-{options['n']}" if options["keep"] else "bench"
        own = Path(settings.HOME) / (f"{name}-db" if options["db"] else name)
        own.mkdir(parents=True, exist_ok=True)
        if options["db"]:
            given, used = environment.database_at(options["db"]), connection.settings_dict
            if all(str(given.get(part, "")) == str(used[part]) for part in ("ENGINE", "NAME", "HOST", "PORT")):
                raise CommandError(_("Không đo trên cơ sở dữ liệu đang dùng."))
        words = ["bench", options["area"], *(f"--{name}" for name in ("json", "keep") if options[name])]
        for name in ("n", "k", "seed"):
            words += [f"--{name}", str(options[name])]
        environ = {
            **os.environ, "NGHITRUONG_HOME": str(own), "NGHITRUONG_MEASURING": "1", "DATABASE_URL": options["db"],
        }  # fmt: skip
        done = subprocess.run(  # noqa: S603 -- this same program
            [sys.executable, "-m", "nghitruong", *words], env=environ, check=False
        )
        if done.returncode:
            raise CommandError(_("Việc đo dừng giữa chừng."), returncode=done.returncode)
