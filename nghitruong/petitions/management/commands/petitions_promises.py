"""`nghitruong petitions promises FILE.jsonl`: what each answer promises and amounts to; no database."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterable
from typing import Any

from django.core.management.base import BaseCommand

from nghitruong.language import parse_date
from nghitruong.petitions.enums import Outcome
from nghitruong.petitions.management.commands.petitions_classify import rows_of
from nghitruong.petitions.rules.answers import Appraisal, appraise
from nghitruong.petitions.rules.promises import Span

ANSWERED_ON = ("answered_on", "answer_date", "answer_on")
"""Names under which a row may give the day of its answer: terms without a year are counted from it."""


class Command(BaseCommand):
    help = "Nhặt lời hứa trong câu trả lời và đề xuất kết quả trả lời, cho từng dòng có trả lời của tệp .jsonl."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file")

    def handle(self, *args: Any, **options: Any) -> None:
        for row in rows_of(options["file"]):
            answer = str(row.get("answer") or "")
            if not answer.strip():
                continue
            given = next((row[name] for name in ANSWERED_ON if row.get(name)), None)
            read = appraise(str(row.get("text") or ""), answer, parse_date(str(given)) if given else None)
            self.stdout.write(json.dumps({"id": row.get("id"), **_told(read)}, ensure_ascii=False))


def _told(read: Appraisal) -> dict[str, Any]:
    return {
        "promises": [
            {
                "quote": promise.quote,
                "start": promise.start,
                "end": promise.end,
                "what": promise.what,
                "body": promise.body,
                "due_on": promise.due_on.isoformat() if promise.due_on else None,
                "period": promise.period,
                "vague": promise.is_vague,
            }
            for promise in read.promises
        ],
        "outcome": str(read.proposed.outcome),
        "outcome_label": str(Outcome(read.proposed.outcome).label),
        "outcome_on": read.proposed.outcome_on.isoformat() if read.proposed.outcome_on else None,
        "reason": str(read.proposed.reason),
        "because": _words(read.proposed.quotes),
        "asks": [
            {
                "ask": ask.words.words,
                "addressed": ask.answered is not None,
                "quote": ask.answered and ask.answered.words,
            }
            for ask in read.asks
        ],
        "has": {
            "measure": _words(read.measures),
            "body": _words(read.bodies),
            "date": _words(read.dates),
            "money": _words(read.money),
        },
        "vague": _words(read.vague),
    }


def _words(spans: Iterable[Span]) -> list[str]:
    return [span.words for span in spans]
