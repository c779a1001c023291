"""The `nghitruong` command: words first, then a management command of the module that knows.

Exit codes: 0 done, 1 refused (the reason in words on standard error), 2 misuse.
"""

from __future__ import annotations

import os
import sys

COMMANDS: dict[tuple[str, ...], str] = {
    ("demo",): "demo",
    ("serve",): "serve",
    ("begin",): "begin",
    ("bench",): "bench",
    ("check",): "machine_check",
    ("due",): "due",
    ("read",): "read",
    ("territory",): "territory",
    ("petitions", "classify"): "petitions_classify",
    ("petitions", "import"): "petitions_import",
    ("petitions", "repeats"): "petitions_repeats",
    ("petitions", "undo"): "petitions_undo",
    ("petitions", "promises"): "petitions_promises",
    ("petitions", "similar"): "petitions_similar",
    ("petitions", "report"): "petitions_report",
    ("documents", "check"): "documents_check",
    ("documents", "kinds"): "documents_kinds",
    ("documents", "render"): "documents_render",
    ("edxml", "pack"): "edxml_pack",
    ("edxml", "unpack"): "edxml_unpack",
    ("report",): "report",
    ("search",): "search",
    ("audit", "verify"): "audit_verify",
    ("migrate",): "migrate",
    ("carry",): "carry",
    ("manage",): "",
}


def main(argv: list[str] | None = None) -> int:
    """Run one command; return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nghitruong.config.settings")
    for length in (2, 1):
        name = COMMANDS.get(tuple(words[:length]))
        if name is not None:
            return _to_the_end(name, words[length:])
    known = ", ".join(" ".join(key) for key in COMMANDS)
    sys.stderr.write(f"Không có lệnh này. Các lệnh: {known}\n")
    return 0 if words[:1] in (["--help"], ["-h"]) else 2


def _to_the_end(name: str, rest: list[str]) -> int:
    """Run a command; whoever stops reading its output (`| head`) ends it without a complaint."""
    try:
        code = _run(name, rest)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _run(name: str, rest: list[str]) -> int:
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import ManagementUtility
    from django.core.management.base import CommandError
    from django.db import DatabaseError

    from nghitruong.base.errors import BusinessError

    try:
        django.setup()
        utility = ManagementUtility(["nghitruong", *([name] if name else []), *rest])
        if not name:
            utility.execute()
            return 0
        command = utility.fetch_command(name)
        parser = command.create_parser("nghitruong", name)
        options = vars(parser.parse_args(rest))
        args = options.pop("args", ())
        command.execute(*args, **options)
    except BusinessError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except (CommandError, ImproperlyConfigured) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except DatabaseError as error:
        if not name:
            raise
        sys.stderr.write(f"{_why(error)}\n")
        return 1
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2
    return 0


def _why(error: Exception) -> str:
    """Say in words why the database did not answer: it is not there yet, it is of an older version, or it fails."""
    from django.conf import settings
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor
    from django.utils.translation import gettext as _

    try:
        if "django_migrations" not in connection.introspection.table_names():
            return _(
                "Nơi lưu trữ %(home)s chưa có dữ liệu. Hãy chạy «nghitruong begin» để bắt đầu, hoặc «nghitruong demo» "
                "để xem thử; nếu dữ liệu ở nơi khác, đặt NGHITRUONG_HOME hoặc DATABASE_URL."
            ) % {"home": settings.HOME}
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return _("Cấu trúc dữ liệu là của bản cũ hơn. Hãy chạy «nghitruong migrate» rồi làm lại.")
    except DatabaseError:
        pass
    return _("Cơ sở dữ liệu không làm được việc này: %(why)s") % {"why": str(error).splitlines()[0]}
