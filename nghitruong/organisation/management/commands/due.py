"""`nghitruong due`: when a period ends, by which rule, day by day.

RULE --from DATE [--council CODE] [--json] · --number N --day-type calendar|working --from DATE [--before] [--json]
· --list --json. It stands here, above `legalclock`, because CODE is a unit's code and councils live here.
"""

from __future__ import annotations

import json
from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.errors import Invalid
from nghitruong.language import dates
from nghitruong.legalclock import rules, selectors
from nghitruong.legalclock.enums import DayType, Direction
from nghitruong.legalclock.models import Rule
from nghitruong.organisation.enums import OrganKind
from nghitruong.organisation.models import Organ
from nghitruong.territory.models import Unit


def day(text: str) -> date:
    """Read 2026-01-05 or 05/01/2026."""
    found = dates.parse_date(text)
    if found is None:
        raise ArgumentTypeError(_("không hiểu ngày «%(text)s»: ghi 2026-01-05 hoặc 05/01/2026") % {"text": text})
    return found


def days(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text) > rules.LONGEST:
        raise ArgumentTypeError(_("số ngày phải là số nguyên từ 0 đến %(most)s") % {"most": rules.LONGEST})
    return int(text)


class Command(BaseCommand):
    help = "Count a legal period and show every day of it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("rule", nargs="?", metavar="RULE")
        parser.add_argument("--from", dest="from_on", type=day, metavar="DATE")
        parser.add_argument("--council", metavar="CODE", default="")
        parser.add_argument("--on", type=day, metavar="DATE", help="which unit a code meant on this day")
        parser.add_argument("--number", type=days, metavar="N")
        parser.add_argument("--day-type", choices=DayType.values)
        parser.add_argument("--before", action="store_true")
        parser.add_argument("--list", action="store_true", dest="is_list")
        parser.add_argument("--json", action="store_true", dest="is_json")

    def handle(self, *_args: str, **options: Any) -> None:
        self._check(options)
        if options["is_list"]:
            self._list(options)
            return
        told = self._by_rule(options) if options["rule"] else self._by_number(options)
        if options["is_json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=1))
            return
        self._say(told)

    def _check(self, options: dict[str, Any]) -> None:
        plain = options["number"] is not None or options["day_type"] or options["before"]
        if options["is_list"]:
            if options["rule"] or plain or options["from_on"]:
                raise CommandError(_("--list không đi cùng quy tắc, số ngày hay ngày bắt đầu."))
            return
        if options["from_on"] is None:
            raise CommandError(_("Thiếu --from: tính từ ngày nào?"))
        if options["rule"] and plain:
            raise CommandError(_("Nêu mã quy tắc hoặc --number, không nêu cả hai."))
        if not options["rule"] and (options["number"] is None or not options["day_type"]):
            raise CommandError(_("Nêu mã quy tắc, hoặc --number và --day-type calendar|working."))
        if options["council"] and not options["rule"]:
            raise CommandError(_("--council chỉ đi cùng mã quy tắc."))

    def _by_rule(self, options: dict[str, Any]) -> dict[str, Any]:
        from_on: date = options["from_on"]
        rule = selectors.rule_or_refuse(options["rule"], council_id=self._council(options, from_on=from_on), on=from_on)
        derived = rules.count(
            number=selectors.number_of(rule),
            day_type=rule.day_type,
            from_on=from_on,
            direction=rule.direction,
            calendar=selectors.calendar(),
            rolls=rule.rolls,
        )
        return {
            "rule": rule.key,
            "label": rule.label,
            "due_on": derived.due_on.isoformat(),
            "number": rule.number,
            "day_type": rule.day_type,
            "direction": rule.direction,
            "from": from_on.isoformat(),
            "event": rule.counts_from,
            "citation": rule.citation,
            "confidence": rule.confidence,
            "own_rule": rule.council_id is not None,
            "steps": derived.steps,
        }

    def _by_number(self, options: dict[str, Any]) -> dict[str, Any]:
        direction = Direction.BEFORE if options["before"] else Direction.AFTER
        derived = rules.count(
            number=options["number"],
            day_type=options["day_type"],
            from_on=options["from_on"],
            direction=direction,
            calendar=selectors.calendar(),
        )
        return {
            "rule": None,
            "due_on": derived.due_on.isoformat(),
            "number": options["number"],
            "day_type": options["day_type"],
            "direction": direction.value,
            "from": options["from_on"].isoformat(),
            "citation": "",
            "confidence": None,
            "steps": derived.steps,
        }

    def _council(self, options: dict[str, Any], *, from_on: date) -> int | None:
        """Return the council of a unit's code; None where the unit stands but keeps no council here."""
        code = options["council"]
        if not code:
            return None
        councils = Organ.objects.filter(kind=OrganKind.COUNCIL, unit__code=code)
        on = options["on"] or timezone.localdate()
        for moment in (on,) if options["on"] else (on, from_on):
            found = Organ.objects.on(moment).filter(pk__in=councils).first()
            if found is not None:
                return found.pk
        if not Unit.objects.filter(code=code).exists():
            raise Invalid(_("Không có đơn vị hành chính nào mang mã %(code)s.") % {"code": code})
        return None

    def _list(self, options: dict[str, Any]) -> None:
        council_id = self._council(options, from_on=timezone.localdate())
        rows = [rule for rule in Rule.objects.all() if rule.council_id in (None, council_id)]
        told = [
            {
                "rule": rule.key,
                "law_id": rule.law_id,
                "label": rule.label,
                "number": rule.number,
                "day_type": rule.day_type,
                "direction": rule.direction,
                "event": rule.counts_from,
                "rolls": rule.rolls,
                "citation": rule.citation,
                "valid_from": rule.valid_from.isoformat() if rule.valid_from else None,
                "valid_to": rule.valid_to.isoformat() if rule.valid_to else None,
                "confidence": rule.confidence,
                "confirmed_by": rule.confirmed_by,
                "own_rule": rule.council_id is not None,
            }
            for rule in rows
        ]
        if options["is_json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=1))
            return
        for rule in rows:
            length = "?" if rule.number is None else rules.amount(rule.number, rule.day_type)
            sure = rule.get_confidence_display()
            self.stdout.write(f"{rule.key}\t{length} {rule.get_direction_display()}\t{rule.label} [{sure}]")

    def _say(self, told: dict[str, Any]) -> None:
        due_on = date.fromisoformat(told["due_on"])
        for step in told["steps"]:
            mark = "+" if step["counts"] else "·"
            self.stdout.write(f"{date.fromisoformat(step['on']):%d/%m/%Y} {mark} {step['why']}")
        if told["citation"]:
            sure = "" if told["confidence"] == "verified" else _(" (chưa kiểm chứng)")
            self.stdout.write(f"{told['label']}: {told['citation']}{sure}")
        self.stdout.write(
            _("Hạn: %(weekday)s %(due_on)s") % {"weekday": rules.weekday_name(due_on), "due_on": f"{due_on:%d/%m/%Y}"}
        )
