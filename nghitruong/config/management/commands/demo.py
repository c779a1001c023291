"""`nghitruong demo`: build the demonstration into NGHITRUONG_HOME, then serve it."""

from __future__ import annotations

import json
import sys
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.config import demonstration
from nghitruong.config.demonstration import home


class Command(BaseCommand):
    help = "Dựng dữ liệu minh họa (thị xã Đức Phổ và các xã, phường kế thừa) rồi mở máy chủ."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--no-serve", action="store_true", help="chỉ dựng dữ liệu")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--json", action="store_true", help="in một tài liệu JSON")

    def handle(self, *_args: Any, **options: Any) -> None:
        home.clear()
        call_command("migrate", interactive=False, verbosity=0)
        home.mark()
        built = demonstration.build(now=timezone.localtime())
        home.write_cards(built.cards)
        settings.DEMO = True
        url = f"http://127.0.0.1:{options['port']}/"
        if options["json"]:
            told = {"url": url, "seconds": home.seconds(), "counts": built.counts, "cards": built.cards}
            self.stdout.write(json.dumps(told, ensure_ascii=False))
        else:
            self._tell(built)
        self.stdout.flush()
        if not options["no_serve"]:
            # With --json standard output holds the one document; what the server says goes beside it.
            call_command("serve", port=options["port"], stdout=sys.stderr if options["json"] else self.stdout)

    def _tell(self, built: demonstration.Built) -> None:
        self.stdout.write(
            _("Đã dựng dữ liệu minh họa trong %(seconds)s giây: %(petitions)s kiến nghị, %(points)s điểm tiếp xúc.")
            % {"seconds": round(home.seconds()), **built.counts}
        )
        for card in built.cards:
            self.stdout.write(f"  {card['username']:14} {card['password']}  {card['office']}")
