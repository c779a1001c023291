"""`nghitruong manage likeness_rebuild`: make the index of nearest petitions anew."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from nghitruong.petitions import services


class Command(BaseCommand):
    help = "Make the index by which the nearest earlier petitions are found anew."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"petitions\t{services.rebuild_traits()}")
