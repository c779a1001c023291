"""`nghitruong manage measure`: SQL statements and server time of every page for every role, at many petitions."""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path
from time import perf_counter, process_time
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, models, transaction
from django.test import Client
from django.urls import Resolver404, resolve

from nghitruong.accounts.models import User
from nghitruong.config import demonstration
from nghitruong.config.demonstration import home
from nghitruong.legalclock.models import Clock
from nghitruong.obligations.models import Obligation
from nghitruong.petitions.models import Petition

MOST_SQL = 12
EACH = 1
"""Addresses of one page that are looked at: the first that a role is offered."""
STEP = 1_000_000
"""What a copy's numbers are shifted by, so that copies of a petition, its answers and its clocks stay together."""


@dataclass
class Seen:
    """One page for one role."""

    role: str
    page: str
    path: str
    sql_few: int = 0
    sql: int = 0
    times: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)
    size: int = 0
    is_file: bool = False

    @property
    def p95(self) -> float:
        """The 95th percentile of the server time in milliseconds."""
        return _p95(self.times)

    @property
    def p95_cpu(self) -> float:
        """The same of processor time, which other programs on the machine do not lengthen."""
        return _p95(self.work)


def _p95(seconds: list[float]) -> float:
    """Return the 95th percentile (nearest rank) in milliseconds; 0.0 of nothing."""
    return round(sorted(seconds)[ceil(0.95 * len(seconds)) - 1] * 1000, 1) if seconds else 0.0


class Command(BaseCommand):
    help = "Đo số câu lệnh SQL và thời gian máy chủ của mọi trang, theo từng vai, trên dữ liệu minh họa nhân lên."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--n", type=int, default=10_000, help="số kiến nghị")
        parser.add_argument("--k", type=int, default=10, help="số lần mở mỗi trang")
        parser.add_argument("--json", action="store_true", help="in một tài liệu JSON")

    def handle(self, *_args: Any, **options: Any) -> None:
        own = Path(settings.HOME) / "measure"
        if os.environ.get("NGHITRUONG_MEASURING") != "1":
            self._in_a_home_of_its_own(own, options)
            return
        home.clear()
        call_command("migrate", interactive=False, verbosity=0)
        home.mark()
        cards = demonstration.build(now=_now()).cards
        self.stderr.write(f"{home.seconds()} s: đã dựng dữ liệu minh họa")
        settings.ALLOWED_HOSTS = ["*"]
        clients = {card["username"]: _client(card["username"]) for card in cards}
        seen = [page for role, client in clients.items() for page in _crawl(role, client)]
        self.stderr.write(f"{home.seconds()} s: {len(seen)} trang của {len(clients)} vai")
        for page in seen:
            page.sql_few = _ask(clients[page.role], page)[0]
        grow(options["n"])
        self.stderr.write(f"{home.seconds()} s: {Petition.objects.count()} kiến nghị")
        call_command("search_rebuild", verbosity=0, stdout=sys.stderr)
        for page in seen:
            _ask(clients[page.role], page)
            for _round in range(1 if page.is_file else options["k"]):
                page.sql, spent, work = _ask(clients[page.role], page)
                page.times.append(spent)
                page.work.append(work)
        self._tell(seen, json_=options["json"])

    def _in_a_home_of_its_own(self, own: Path, options: dict[str, Any]) -> None:
        """Run again with a home below this one, so that no real data is met; the database is SQLite there."""
        own.mkdir(parents=True, exist_ok=True)
        more = ["--json"] if options["json"] else []
        command = [sys.executable, "-m", "nghitruong", "manage", "measure", "--n", str(options["n"])]
        environment = {**os.environ, "NGHITRUONG_HOME": str(own), "NGHITRUONG_MEASURING": "1", "DATABASE_URL": ""}
        done = subprocess.run(  # noqa: S603 -- this same program
            [*command, "--k", str(options["k"]), *more], env=environment, check=False
        )
        if done.returncode:
            raise CommandError("measure failed", returncode=done.returncode)

    def _tell(self, seen: list[Seen], *, json_: bool) -> None:
        if json_:
            rows = [
                {
                    "page": p.page,
                    "role": p.role,
                    "path": p.path,
                    "sql": p.sql,
                    "sql_few": p.sql_few,
                    "p95_ms": p.p95,
                    "p95_cpu_ms": p.p95_cpu,
                }
                for p in seen
            ]
            told = {"petitions": Petition.objects.count(), "pages": rows}
            self.stdout.write(json.dumps(told, ensure_ascii=False))
            return
        self.stdout.write(f"{Petition.objects.count()} kiến nghị; mỗi trang: vai chậm nhất")
        self.stdout.write(f"{'trang':36}{'vai':>6}{'SQL':>6}{'SQL ít dòng':>13}{'p95 ms':>9}{'CPU':>9}{'kB':>6}")
        for name in sorted({p.page for p in seen}):
            of = [p for p in seen if p.page == name]
            slowest, most = max(of, key=lambda p: p.p95), max(p.sql for p in of)
            changed = [p for p in of if p.sql > p.sql_few]
            flag = " QUÁ 12" if most > MOST_SQL else ""
            flag += f" TĂNG ({changed[0].role} {changed[0].path})" if changed else ""
            few = max(p.sql_few for p in of)
            size = max(p.size for p in of) // 1000
            self.stdout.write(
                f"{name:36}{len(of):>6}{most:>6}{few:>13}{slowest.p95:>9}{slowest.p95_cpu:>9}{size:>6}{flag}"
            )


def _now() -> Any:
    from django.utils import timezone

    return timezone.localtime()


def _client(username: str) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.get(username=username), backend="django.contrib.auth.backends.ModelBackend")
    return client


def _crawl(role: str, client: Client) -> list[Seen]:
    """Return the pages a role is offered by links, from the first page on; each page's first addresses."""
    found: dict[str, list[Seen]] = {}
    waiting, known = ["/"], {"/"}
    while waiting:
        path = waiting.pop(0)
        try:
            name = resolve(urlsplit(path).path).view_name
        except Resolver404:
            continue
        if len(found.get(name, [])) >= EACH:
            continue
        answer = client.get(path)
        if answer.status_code != 200:
            if answer.status_code >= 500:
                raise CommandError(f"{role} {path}: {answer.status_code}")
            where = answer.headers.get("Location", "")
            if where.startswith("/") and where not in known:
                known.add(where)
                waiting.append(where)
            continue
        found.setdefault(name, []).append(Seen(role, name, path))
        if answer.streaming or "html" not in answer.headers["Content-Type"]:
            continue
        for raw in re.findall(r'href="(/[^"#]*|\?[^"#]+)', answer.content.decode()):
            link = html.unescape(raw)
            link = urlsplit(path).path + link if link.startswith("?") else link
            if not link.startswith(("/static/", "//")) and link not in known:
                known.add(link)
                waiting.append(link)
    return [page for pages in found.values() for page in pages]


def _ask(client: Client, page: Seen) -> tuple[int, float, float]:
    """Open a page; return (SQL statements, seconds, seconds of processor time)."""
    asked: list[str] = []

    def count(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(count):
        since, worked = perf_counter(), process_time()
        answer = client.get(page.path)
        content = b"".join(answer) if answer.streaming else answer.content
        spent, work = perf_counter() - since, process_time() - worked
    page.size, page.is_file = len(content), "attachment" in answer.headers.get("Content-Disposition", "")
    if answer.status_code != 200:
        raise CommandError(f"{page.role} {page.path}: {answer.status_code}")
    return len(asked), spent, work


@transaction.atomic
def grow(wanted: int) -> None:
    """Copy the petitions with their answers, obligations and clocks until there are as many as wanted.

    Rows go in by plain statements, without the journal: a copy has no history of its own, the originals keep theirs.
    """
    while (there := Petition.objects.count()) < wanted:
        shift = STEP * (1 + (Petition.objects.order_by("-pk").values_list("pk", flat=True)[0] // STEP))
        most = wanted - there
        chosen = f"SELECT id FROM {Petition._meta.db_table} WHERE id < {STEP} ORDER BY id LIMIT {most}"  # noqa: S608 -- names and numbers of our own
        copied = {
            "code": f"substr('{shift // STEP}.' || code, 1, 20)",
            "opinion_id": "NULL",
            "seq": f"seq + {shift // STEP} * 10000",
            "fingerprint": "''",
        }
        _copy(Petition, f"id IN ({chosen})", shift, copied)
        for model, columns in _parts().items():
            moved = {each.column: f"{each.column} + {shift}" for each in _inner(model)}
            _copy(model, " AND ".join(f"{column} IN ({chosen})" for column in columns), shift, moved)
        about = f"SELECT clock_id FROM {Obligation._meta.db_table} WHERE subject_kind = 'petitions.petition' AND subject_id IN ({chosen})"  # noqa: S608 -- as above
        _copy(Clock, f"id IN ({about})", shift, {})
        _copy(
            Obligation,
            f"subject_kind = 'petitions.petition' AND subject_id IN ({chosen})",
            shift,
            {"subject_id": f"subject_id + {shift}", "clock_id": f"clock_id + {shift}"},
        )


def _parts() -> dict[type[models.Model], list[str]]:
    """Return what hangs on petitions, with the columns that point at one: a pair points at two, and is copied once."""
    parts: dict[type[models.Model], list[str]] = {}
    for related in Petition._meta.related_objects:
        model = related.related_model
        if related.field.many_to_one and isinstance(model, type) and model is not Petition:
            parts.setdefault(model, []).append(str(related.field.column))
    return parts


def _inner(model: type[models.Model]) -> list[models.ForeignKey[Any, Any]]:
    """Return the foreign keys of a row of a petition that stay within the petition."""
    own = {Petition, *(each.related_model for each in Petition._meta.related_objects)}
    return [
        each
        for each in model._meta.concrete_fields
        if isinstance(each, models.ForeignKey) and each.related_model in own
    ]


def _copy(model: type[models.Model], where: str, shift: int, changed: dict[str, str]) -> None:
    table, key = model._meta.db_table, str(model._meta.pk.column if model._meta.pk else "id")
    columns = [str(each.column) for each in model._meta.concrete_fields]
    values = [f"{key} + {shift}" if each == key else changed.get(each, f'"{each}"') for each in columns]
    names = ", ".join(f'"{each}"' for each in columns)
    with connection.cursor() as cursor:
        cursor.execute(f'INSERT INTO "{table}" ({names}) SELECT {", ".join(values)} FROM "{table}" WHERE {where}')  # noqa: S608 -- as above
