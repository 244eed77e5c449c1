import pytest

from clienteling.baskets.queries import touches
from clienteling.baskets.rules import basket
from tests.shop import MINUTE, NOW

NORA = {"product_id": "nora", "variant_id": "nora-black-39"}
BAG = {"product_id": "alba", "variant_id": "alba-tan"}


def lies_in_the_basket(shop) -> list[str | None]:
    return [touch.product_id for touch in basket(shop.read(lambda conn: touches(conn, "giulia", NOW)))]


@pytest.mark.parametrize("kind", ["checkout_started", "basket_viewed"])
def test_a_site_that_tells_the_whole_basket_at_once_tells_what_lies_in_it(shop, kind):
    shop.event("e", "basket", kind, NOW - MINUTE, items=[NORA, BAG])
    assert sorted(map(str, lies_in_the_basket(shop))) == ["alba", "nora"]


def test_a_basket_of_one_thing_is_told_as_that_thing(shop):
    shop.event("e", "basket", "checkout_started", NOW - MINUTE, **NORA)
    assert lies_in_the_basket(shop) == ["nora"]


def test_what_was_put_in_and_taken_to_the_checkout_lies_there_once(shop):
    shop.event("a", "basket", "basket_added", NOW - 3 * MINUTE, **NORA)
    shop.event("b", "basket", "checkout_started", NOW - 2 * MINUTE, items=[NORA, BAG])
    shop.event("c", "basket", "basket_removed", NOW - MINUTE, **BAG)
    assert lies_in_the_basket(shop) == ["nora"]


def test_a_basket_of_which_nothing_is_told_holds_nothing(shop):
    shop.event("e", "basket", "basket_viewed", NOW - MINUTE)
    assert lies_in_the_basket(shop) == []
