"""`nghitruong edxml unpack FILE [--into FOLDER] [--register ORGAN] [--json]`: what an edXML packet holds."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.actor import SYSTEM
from nghitruong.documents.rules.edxml import Packet, lines, unpacked
from nghitruong.documents.rules.files import kind_of
from nghitruong.documents.services import take_edxml
from nghitruong.organisation.models import Organ


class Command(BaseCommand):
    help = "Mở một gói edXML: đọc, lấy tệp kèm theo ra một thư mục, hoặc đăng ký thành văn bản đến."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE")
        parser.add_argument("--into", metavar="FOLDER", help="ghi tệp kèm theo vào thư mục này")
        parser.add_argument("--register", type=int, metavar="ORGAN", help="đăng ký văn bản đến cho cơ quan có mã này")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            content = Path(options["file"]).read_bytes()
        except OSError as error:
            raise CommandError(_("Không đọc được tệp %(name)s.") % {"name": options["file"]}) from error
        packet = unpacked(content, most_bytes=settings.UPLOAD_LIMIT * 4)
        if options["into"]:
            self._write(packet, Path(options["into"]))
        if options["json"]:
            told: dict[str, Any] = asdict(packet)
            told["attachments"] = [{"name": each.name, "size": len(each.content)} for each in packet.attachments]
            self.stdout.write(json.dumps(told, ensure_ascii=False, default=str))
        else:
            for name, words in lines(packet):
                self.stdout.write(f"{name}: {words}")
            for each in packet.warnings:
                self.stdout.write(f"! {each}")
        if options["register"]:
            self._register(options["register"], content)

    def _write(self, packet: Packet, folder: Path) -> None:
        """Write the files that an upload would be taken for, under their bare names, never over another file."""
        folder.mkdir(parents=True, exist_ok=True)
        for each in packet.attachments:
            kind_of(each.name, each.content, most_bytes=settings.UPLOAD_LIMIT)
        for each in packet.attachments:
            try:
                with (folder / each.name).open("xb") as out:
                    out.write(each.content)
            except FileExistsError as error:
                raise CommandError(_("Thư mục đã có tệp %(name)s.") % {"name": each.name}) from error

    def _register(self, number: int, content: bytes) -> None:
        organ = Organ.objects.visible_to(SYSTEM).select_related("council").filter(pk=number).first()
        if organ is None:
            raise CommandError(_("Không có cơ quan này."))
        entry, _warnings = take_edxml(organ=organ, content=content, actor=SYSTEM, at=timezone.now())
        self.stdout.write(_("Đã vào sổ, số đến %(number)s.") % {"number": entry.shown_number})
