"""`nghitruong manage search_rebuild`: index all records anew."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from nghitruong.base.actor import SYSTEM
from nghitruong.search import services


class Command(BaseCommand):
    help = "Index all records anew; --clean empties the index first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--clean", action="store_true", dest="is_clean")

    def handle(self, *, is_clean: bool, **_options: Any) -> None:
        changed = services.rebuild(actor=SYSTEM, at=timezone.now(), is_clean=is_clean)
        for kind, count in changed.items():
            self.stdout.write(f"{kind}\t{count}")
