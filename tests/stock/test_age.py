import pytest

from clienteling.stock.age import DAY, days_old, doubt, trusted
from clienteling.stock.queries import Pieces, pieces_by_variant
from tests.shop import NOW, Shop


@pytest.mark.parametrize(
    ("counted_at", "days", "good"),
    [(NOW, 0, True), (NOW - 30 * DAY, 30, True), (NOW - 31 * DAY, 31, False), (0, -1, False)],
)
def test_a_figure_a_month_old_or_never_counted_is_not_trusted(counted_at: int, days: int, good: bool) -> None:
    assert (days_old(counted_at, NOW), trusted(counted_at, NOW)) == (days, good)
    assert doubt(counted_at, NOW) == (0 if good else days)


def test_a_count_of_tomorrow_by_a_clock_that_is_wrong_is_as_good_as_todays() -> None:
    assert trusted(NOW + DAY, NOW)


def test_a_sum_is_as_old_as_the_oldest_count_that_holds_pieces(shop: Shop) -> None:
    with shop.at_once():
        for store, quantity, ago in (("brera", 1, 2), ("torino", 3, 40), ("roma", 2, 5), ("bari", 0, 90)):
            level = {"variant_id": "nora-39", "store_id": store, "quantity": quantity}
            shop.put("stock_level", id=store, counted_at=NOW - ago * DAY, **level)
    found = shop.read(lambda conn: pieces_by_variant(conn, ["nora-39"], "brera"))["nora-39"]
    assert found == Pieces(1, 5, 0, NOW - 2 * DAY, NOW - 2 * DAY, NOW - 40 * DAY)
    assert found.at == NOW - 2 * DAY
    assert (found + Pieces(here=1, here_at=NOW - 9 * DAY)).at == NOW - 9 * DAY
