"""From when to when a day lasts where the shop is; on two days a year not 24 hours."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def bounds(now: int, time_zone: str) -> tuple[int, int]:
    """The first instant of today and of tomorrow, milliseconds since 1970 UTC."""
    zone = ZoneInfo(time_zone)
    today = datetime.fromtimestamp(now / 1000, zone).date()
    return _start(today, zone), _start(today + timedelta(days=1), zone)


def _start(day: date, zone: ZoneInfo) -> int:
    return int(datetime.combine(day, time.min, zone).timestamp() * 1000)
