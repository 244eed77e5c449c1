from clienteling.baskets.queries import Receipt
from clienteling.card.purchases import purchases
from clienteling.catalog.products import Named, Product
from clienteling.timeline.values import EventItem
from clienteling.vocabulary import Channel

NORA = Product(product_id="nora", variant_id="nora-39", name="Stringata Nora", size="39", price_cents=15_900)
PRODUCTS = Named({}, {"nora-39": NORA})
SHOES = EventItem(product_id="nora", variant_id="nora-39", price_cents=14_900)
GIFT = EventItem(product_name="Confezione regalo")


def receipt(at: int, *items: EventItem, back: bool = False, order: str = "") -> Receipt:
    return Receipt(
        record_id=f"r{at}",
        at=at,
        back=back,
        channel=Channel.SHOP,
        store_id="brera",
        order_number=order,
        items=items,
    )


def bought(*newest_first: Receipt) -> list[tuple[str, bool]]:
    found = purchases(newest_first, PRODUCTS, {"brera": "Milano Brera"})
    return [(purchase.record_id, purchase.returned) for purchase in found]


def test_a_purchase_carries_what_was_paid_and_where():
    (found,) = purchases([receipt(1, SHOES)], PRODUCTS, {"brera": "Milano Brera"})
    assert (found.name, found.size, found.price_cents, found.store_name) == (
        "Stringata Nora",
        "39",
        14_900,
        "Milano Brera",
    )


def test_one_return_marks_one_purchase_the_last_before_it():
    assert bought(receipt(4, SHOES), receipt(3, SHOES, back=True), receipt(2, SHOES), receipt(1, SHOES)) == [
        ("r4", False),
        ("r2", True),
        ("r1", False),
    ]


def test_a_refund_that_names_only_the_order_is_about_all_of_it():
    found = bought(
        receipt(3, back=True, order="1042"), receipt(2, SHOES, GIFT, order="1042"), receipt(1, GIFT)
    )
    assert found == [("r2", True), ("r2", True), ("r1", False)]


def test_a_refund_of_a_thing_we_do_not_know_goes_by_its_name():
    assert bought(receipt(2, GIFT, back=True), receipt(1, SHOES, GIFT)) == [("r1", False), ("r1", True)]


def test_a_return_of_another_size_is_another_thing():
    other = EventItem(product_id="nora", variant_id="nora-40")
    assert bought(receipt(2, other, back=True), receipt(1, SHOES)) == [("r1", False)]
