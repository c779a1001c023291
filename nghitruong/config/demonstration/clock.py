"""Working hours of the demonstration, and a clock that runs many stories side by side in the order of time."""

from __future__ import annotations

import heapq
from collections.abc import Generator, Iterator
from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
Story = Iterator[datetime]
"""Yields the moment at which it wants to go on; what it does then lies in the past of the demonstration."""
Part = Generator[datetime, None, datetime]
"""A part of a story: told with `yield from`, it returns the moment it ended at."""


def moment(day: date, hour: int = 8, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


def office_hour(day: date, chance: Random) -> datetime:
    """Return a moment of office work on this day, or on the Monday after a weekend."""
    day += timedelta(days=max(0, day.weekday() - 4) and 7 - day.weekday())
    return moment(day, chance.choice((8, 9, 10, 14, 15, 16)), chance.randrange(60))


class Clock:
    """Runs stories until `now`; what would come later stays undone, so that matters stand half-way as in life."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self._queue: list[tuple[datetime, int, Story]] = []
        self._count = 0

    def add(self, story: Story) -> None:
        """Start a story: it runs up to the first moment it waits for."""
        self._wait(story)

    def _wait(self, story: Story) -> None:
        due = next(story, None)
        if due is not None and due <= self.now:
            self._count += 1
            heapq.heappush(self._queue, (due, self._count, story))

    def run(self) -> None:
        while self._queue:
            _due, _order, story = heapq.heappop(self._queue)
            self._wait(story)
