"""Number and compress the static files, when one of them has changed since the last time. `serve` calls it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand


def fingerprint() -> str:
    """Return what tells one set of static files from another: their names, sizes and times."""
    found = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            known = Path(storage.path(name)).stat()
            found.update(f"{name}:{known.st_size}:{known.st_mtime_ns}\n".encode())
    return found.hexdigest()


class Command(BaseCommand):
    help = "Gom tệp tĩnh, đánh số theo nội dung và nén sẵn (chỉ khi có thay đổi)."

    def handle(self, *_args: Any, **_options: Any) -> None:
        mark = Path(settings.STATIC_ROOT) / "gathered.txt"
        now = fingerprint()
        if mark.exists() and mark.read_text() == now:
            return
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)
        mark.write_text(now)
