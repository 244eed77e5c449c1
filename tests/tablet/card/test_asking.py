"""Who asked for the product at hand: from its sheet to their cards."""

from clienteling.interactions import use_cases as interactions
from clienteling.interactions.values import Draft, InteractionKind, Item, Reason
from clienteling.staff.values import Author
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter

SOFIA = Author(tablets.SOFIA, tablets.STORE)


def left(counter: Counter, whom: str | None, variant_id: str, reason: Reason) -> None:
    item = Item(product_id=giulia.NORA, variant_id=variant_id, reason=reason)
    draft = Draft(kind=InteractionKind.NOT_BOUGHT, customer_id=whom, items=(item,))
    with tablets.replica_of(counter.app).write() as writer:
        interactions.record(writer, draft, author=SOFIA)


def test_from_a_product_to_the_card_of_who_waits_for_it_in_two_taps(counter: Counter) -> None:
    left(counter, giulia.MARCO, giulia.NORA_39, Reason.NOT_IN_STOCK)
    left(counter, None, giulia.NORA_38, Reason.PRICE)
    counter.app.root.shop.home.product.ask(giulia.NORA, giulia.NORA_39)
    counter.fingers.wait_for("Who asked for it")
    counter.fingers.wait_for("2 customers")
    assert counter.item(f"asker-{giulia.MARCO}") is None
    counter.taps = 0
    counter.tap("askedFor")
    counter.fingers.wait_for("Did not buy Stringata Nora in black: not in stock · 39")
    counter.wait(lambda: counter.item(f"asker-{giulia.GIULIA}") is not None)
    counter.tap(f"asker-{giulia.MARCO}")
    counter.wait(lambda: counter.card.customer_id == giulia.MARCO and not counter.card.loading)
    assert counter.taps == 2
    counter.wait(lambda: counter.item("askedFor") is None)


def test_on_her_card_the_others_are_named_and_a_size_is_for_whom_it_would_fit(counter: Counter) -> None:
    left(counter, giulia.MARCO, giulia.NORA_38, Reason.NOT_IN_STOCK)
    counter.open_card(giulia.GIULIA)
    asking = counter.app.root.shop.card.product.asking
    counter.app.root.shop.card.product.ask(giulia.NORA, giulia.NORA_38)
    counter.wait(lambda: [row.key for row in asking.rows.rows] == [giulia.MARCO])
    counter.fingers.wait_for("1 customer")
    counter.tap(f"size-{giulia.NORA_39}")
    counter.wait(lambda: asking.count == 0)
    counter.wait(lambda: counter.item("askedFor") is None)
