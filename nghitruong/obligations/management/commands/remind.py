"""Send the reminders of the day once and ask for missing dates, for machines where a timetable of their own calls the house."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from nghitruong.obligations import jobs


class Command(BaseCommand):
    help = "Send the reminders of the day; running it again sends nothing twice."

    def handle(self, *_args: Any, **_options: Any) -> None:
        at = timezone.now()
        self.stdout.write(str(jobs.remind(at) + jobs.ask_for_dates(at)))
