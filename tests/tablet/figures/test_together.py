"""Several shops added up and side by side, without laying bare those of too few people."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import msgspec
import pytest

from clienteling.basis.values import Asker
from clienteling.kpi.queries import Here
from clienteling.kpi.sums import key_of
from clienteling.kpi.values import Kpi, Parts
from clienteling.staff.values import Role
from clienteling.tablet.figures import reading
from clienteling.tablet.figures.keeping import Page
from clienteling.tablet.figures.side_by_side import shop_bars
from clienteling.tablet.figures.spans import Kind, span_of
from clienteling.tablet.figures.table import csv_of
from clienteling.tablet.figures.together import Shop
from tests.shop import NOW, english, shop

if TYPE_CHECKING:
    from clienteling.tablet.figures.reading import Read

__all__ = ["english", "shop"]
TODAY, FRIDAY, BEFORE = date(2026, 11, 22), "2026-11-20", "2026-11-13"
VISITS = {"brera": 100, "torino": 40, "roma": 7}
CHIARA = Asker("chiara", Role.AREA_MANAGER, "", frozenset({"brera", "roma", "torino", "bari"}))
SHOPS = [Shop("brera", "Milano Brera"), Shop("roma", "Roma Prati"), Shop("torino", "Torino Po")]


def people(shop, store_id: str, count: int) -> None:
    for number in range(count):
        shop.put("associate", id=f"{store_id}-{number}", given_name="A", family_name="B", store_id=store_id)


def counted(shop, store_id: str, on: str, visits: int) -> None:
    parts = msgspec.to_builtins(Parts(visits=visits, identified=visits // 2))
    shop.put("kpi_day", id=f"{store_id}/{on}", store_id=store_id, day_on=on, parts=parts)


@pytest.fixture
def chain(shop):
    """Four people in Milan, three in Turin, two in Rome, of whose days the hub tells nothing."""
    shop.put("store", id="roma", name="Roma Prati", time_zone="Europe/Rome", opening={})
    for store_id, count in (("brera", 3), ("torino", 2), ("roma", 2)):
        people(shop, store_id, count)
    for store_id in ("brera", "torino"):
        counted(shop, store_id, FRIDAY, VISITS[store_id])
    counted(shop, "torino", BEFORE, 60)
    return shop


def read(chain, shops: "list[Shop]", asker: Asker = CHIARA) -> "Read":
    here = Here(store_id="", time_zone="Europe/Rome", since=TODAY, today=TODAY)
    span = span_of(Kind.WEEK, TODAY)
    return chain.read(partial(reading.read, asker=asker, shops=shops, span=span, today=TODAY, here=here))


def test_a_shop_of_two_is_in_no_sum_from_which_the_others_can_be_taken_away(chain, english):
    found = read(chain, SHOPS)
    assert found.total.visits == VISITS["brera"] + VISITS["torino"]
    assert found.left_out == ("Roma Prati",)
    assert read(chain, [SHOPS[1]]).too_few
    counted(chain, "roma", FRIDAY, 7)  # as an older hub told it
    assert read(chain, SHOPS).total == found.total
    table = csv_of(Page(found, Kpi.VISITS, "All shops together", NOW, english))
    assert "without Roma Prati: too few people for a figure" in table
    assert "147" not in table


def test_shops_of_too_few_that_together_are_a_team_count_and_have_no_bar_of_their_own(chain, english):
    chain.put("store", id="bari", name="Bari", time_zone="Europe/Rome", opening={})
    people(chain, "bari", 1)
    counted(chain, key_of(frozenset({"bari", "roma"})), FRIDAY, VISITS["roma"] + 5)
    found = read(chain, [*SHOPS, Shop("bari", "Bari")])
    assert found.total.visits == sum(VISITS.values()) + 5
    assert found.left_out == ()
    bars = shop_bars(found, Kpi.VISITS, english)
    assert [(one.name, one.value, one.few) for one in bars] == [
        ("Milano Brera", "100", False),
        ("Torino Po", "40", False),
        ("Bari", "", True),
        ("Roma Prati", "", True),
    ]


def test_shops_stand_side_by_side_with_what_each_was_before(chain, english):
    brera, torino = shop_bars(read(chain, SHOPS), Kpi.VISITS, english)
    assert (brera.share, brera.before, brera.mark) == (1.0, "", -1.0)
    assert (torino.value, torino.share, torino.before, torino.mark) == ("40", 0.4, "60", 0.6)
    assert [one.share for one in shop_bars(read(chain, SHOPS), Kpi.IDENTIFIED, english)] == [0.5, 0.5]


def test_a_manager_of_one_shop_sees_no_sum_with_others(chain):
    assert read(chain, SHOPS, Asker("paola", Role.MANAGER, "brera")).too_few
    assert read(chain, SHOPS[:1], Asker("paola", Role.MANAGER, "brera")).total.visits == VISITS["brera"]
