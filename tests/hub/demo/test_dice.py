from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from clienteling.hub.demo import house as houses
from clienteling.hub.demo.dice import ZONE, Dice
from clienteling.hub.demo.giulia import last_12_march
from clienteling.hub.demo.load import written
from tests.hub.demo.conftest import FEW, NOW


def test_an_id_is_a_uuid_of_its_moment():
    made = UUID(Dice(7, NOW).id_at(NOW))
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert made.int >> 80 == NOW


def test_the_shop_is_closed_on_mondays():
    monday = date(2026, 11, 16)
    at = datetime.fromtimestamp(Dice(7, NOW).in_the_shop(monday) / 1000, ZONE)
    assert at.date() == date(2026, 11, 14)
    assert 10 <= at.hour < 20


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 11, 22), date(2026, 3, 12)),
        (date(2026, 3, 12), date(2025, 3, 12)),
        (date(2026, 3, 13), date(2026, 3, 12)),
        (date(2026, 1, 1), date(2025, 3, 12)),
    ],
)
def test_what_she_said_in_march_is_over(today, expected):
    assert last_12_march(today) == expected


@pytest.mark.parametrize("hour", [0, 6, 12, 23])
def test_somebody_came_today_at_whatever_hour_the_house_is_loaded(hour):
    now = int(datetime(2026, 11, 23, hour, 40, tzinfo=UTC).timestamp() * 1000)
    visits = written(houses.read(), Dice(7, now), lambda file: file.name, FEW).rows["interaction"]
    for shop in houses.read().stores:
        today = [v for v in visits if v["store_id"] == shop.id and now - v["at"] < 86_400_000]
        assert len([v for v in today if v["customer_id"]]) >= 5
        assert len([v for v in today if not v["customer_id"]]) == 2
        assert all(v["at"] <= now for v in visits)
