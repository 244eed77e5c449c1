"""The rows of a practice shop, put together before they are written; times are told from now."""

from collections import defaultdict
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from clienteling.timeline.values import EventDetail, EventKind
from clienteling.vocabulary import Channel
from clienteling.wording import Wording

MINUTE, DAY = 60_000, 86_400_000
SATURDAY = 5
STORE, OTHER_STORE = "practice-shop", "practice-other-shop"
YOU, COLLEAGUE = "practice-you", "practice-colleague"
"""Who practises, and who was there before."""


class Book:
    def __init__(self, now: int, wording: Wording) -> None:
        self.now = now
        self.wording = wording
        self.rows: dict[str, list[dict[str, Any]]] = defaultdict(list)

    def add(self, table: str, **values: Any) -> None:
        """`id` is counted where none is named."""
        rows = self.rows[table]
        rows.append({"id": f"practice-{table}-{len(rows) + 1}", **values})

    def at(self, days_ago: int, hour: int, minute: int) -> int:
        """That time of a day before today, where the shop is."""
        day = self.wording.day_of(self.now) - timedelta(days=days_ago)
        local = datetime.combine(day, time(hour, minute), ZoneInfo(self.wording.time_zone))
        return int(local.timestamp() * 1000)

    def day(self, ahead: int) -> str:
        """A day after today; before it where `ahead` is negative."""
        return (self.wording.day_of(self.now) + timedelta(days=ahead)).isoformat()

    def coming(self, weekday: int) -> str:
        """The next such day after today; Monday is 0."""
        today = self.wording.day_of(self.now).weekday()
        return self.day((weekday - today - 1) % 7 + 1)

    def said(self, sentence: str) -> str:
        """In the language of whoever practises."""
        return self.wording.say(sentence)

    def event(
        self, customer_id: str, channel: Channel, kind: EventKind, at: int, text: str = "", **detail: Any
    ) -> None:
        told = msgspec.to_builtins(EventDetail(**detail))
        whose = {"customer_id": customer_id, "channel": channel.value, "kind": kind.value}
        self.add("event", **whose, at=at, text=text, detail=told, source="practice")
