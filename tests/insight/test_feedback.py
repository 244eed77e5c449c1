"""What associates say of a suggestion teaches the next."""

import pytest

from clienteling.card.compose import customer_card
from clienteling.card.values import ShelfItem, ShelfTag
from clienteling.errors import InvalidRecord
from clienteling.insight import use_cases
from clienteling.insight.queries import judged
from clienteling.insight.rules import NO_LASTS, Pair, SuggestionKind, best
from tests.shop import AUTHOR, COLLEAGUE, DAY, NOW, Shop


@pytest.fixture
def house(shop: Shop) -> Shop:
    """She looked at the shoes; a belt and, less often, a cream go with them."""
    with shop.at_once():
        shop.put("customer", id="dora", given_name="Dora")
        shop.put("customer", id="anna", given_name="Anna")
        for purpose in ("service", "profiling"):
            shop.put(
                "consent",
                id=f"{purpose} of dora",
                customer_id="dora",
                purpose=purpose,
                granted=True,
                at=NOW - DAY,
            )
        for product in ("boots", "laces", "cream"):
            shop.put("product", id=product, name=product.title(), family="shoes")
        for other, together in (("laces", 40), ("cream", 30)):
            pair = {"product_id": "boots", "other_product_id": other, "kind": "goes_with"}
            shop.put("goes_with", id=f"boots+{other}", together=together, receipts=90, **pair)
        look = {"channel": "web", "kind": "product_viewed", "at": NOW - DAY}
        shop.put("event", id="look", customer_id="dora", detail={"product_id": "boots"}, **look)
    return shop


def suggested(shop: Shop, wording) -> list[ShelfItem]:
    card = shop.read(
        lambda conn: customer_card(
            conn, "dora", store_id="brera", associate_id="sofia", now=shop.now, wording=wording
        )
    )
    return [item for item in card.shelf if item.tag is ShelfTag.GOES_WITH]


def judge(shop: Shop, other: str, *, useful: bool, customer: str = "dora", author=AUTHOR) -> str:
    return shop.write(
        lambda writer: use_cases.judge(
            writer,
            customer_id=customer,
            product_id="boots",
            other_id=other,
            kind=SuggestionKind.GOES_WITH,
            useful=useful,
            author=author,
        )
    )


def test_what_was_no_use_to_her_gives_way_to_the_next_until_it_is_taken_back(house, english):
    assert [item.product_id for item in suggested(house, english)] == ["laces"]
    said = judge(house, "laces", useful=False)
    assert [item.product_id for item in suggested(house, english)] == ["cream"]
    house.write(lambda writer: use_cases.take_back(writer, said, author=AUTHOR))
    assert [(item.product_id, item.useful) for item in suggested(house, english)] == [("laces", False)]
    with pytest.raises(InvalidRecord):
        house.write(lambda writer: use_cases.take_back(writer, said, author=AUTHOR))


def test_what_was_useful_stays_and_says_so(house, english):
    judge(house, "laces", useful=True)
    assert [(item.product_id, item.useful) for item in suggested(house, english)] == [("laces", True)]


def test_the_last_word_counts_and_a_no_is_forgotten_after_half_a_year(house, english):
    judge(house, "laces", useful=True)
    judge(house, "laces", useful=False, author=COLLEAGUE)
    assert house.read(lambda conn: judged(conn, "dora", house.now)) == {"laces": False}
    later = house.now + NO_LASTS + 1_000
    assert house.read(lambda conn: judged(conn, "dora", later)) == {}


def test_what_another_customer_had_no_use_for_is_suggested_to_her_all_the_same(house, english):
    judge(house, "laces", useful=False, customer="anna")
    assert [item.product_id for item in suggested(house, english)] == ["laces"]


@pytest.mark.parametrize(
    ("useful", "judged_", "first"), [(0, 0, "laces"), (2, 10, "cream"), (0, 1, "laces"), (19, 20, "laces")]
)
def test_what_many_found_no_use_for_comes_later_and_one_alone_decides_little(useful, judged_, first):
    def pair(other: str, together: int, **said: int) -> Pair:
        return Pair(
            product_id="boots",
            other_id=other,
            kind=SuggestionKind.GOES_WITH,
            together=together,
            receipts=90,
            **said,
        )

    pairs = [pair("laces", 40, useful=useful, judged=judged_), pair("cream", 30)]
    found = best(pairs, SuggestionKind.GOES_WITH, interest={}, here=set(), not_these=set())
    assert found is not None
    assert found.other_id == first
