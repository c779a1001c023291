"""`make test`: every test on SQLite, the database tests again on PostgreSQL, journeys in a browser.

What cannot run because a program is missing says so, and is an error when CI is set.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import ExitStack

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def run(title: str, *arguments: str, **environment: str) -> bool:
    print(f"== {title}", flush=True)
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.run(command, env={**os.environ, **environment}, check=False).returncode == 0


def postgres(stack: ExitStack) -> str | None:
    """Return the URL of a PostgreSQL server: the one given, or one started from the test dependency."""
    given = os.environ.get("NGHITRUONG_TEST_POSTGRES") or os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        return given
    try:
        from tests.postgres import started
    except ImportError:
        return None
    return stack.enter_context(started())


def main() -> int:
    workers = ["-n", str(min(os.cpu_count() or 1, 4)), "--dist", "loadscope"]
    missing: list[str] = [] if shutil.which("xgettext") else ["gettext"]
    passed = [run("SQLite", "-m", "not browser", *workers, DATABASE_URL="")]
    with ExitStack() as stack:
        url = postgres(stack)
        if url is None:
            missing.append("PostgreSQL")
        else:
            passed.append(run("PostgreSQL", "-m", "not browser and not architecture", *workers, DATABASE_URL=url))
    browser = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    if browser is None:
        missing.append("Chromium")
    else:
        passed.append(run("Browser", "-m", "browser", "-n", "2", DATABASE_URL="", NGHITRUONG_CHROMIUM=browser))
    for name in missing:
        print(f"== not run: {name} is missing on this machine", flush=True)
    return 0 if all(passed) and not (missing and os.environ.get("CI")) else 1


if __name__ == "__main__":
    sys.exit(main())
