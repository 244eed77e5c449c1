from datetime import date

import pytest

from clienteling.interactions import use_cases
from clienteling.interactions.held import is_the_held_thing
from clienteling.interactions.values import Draft, InteractionKind, Item, Reason
from clienteling.promises import use_cases as promises
from clienteling.promises.values import PromiseKind
from tests.shop import AUTHOR, COLLEAGUE, Shop

SATURDAY = date(2026, 11, 28)
SHOES = Item(product_id="nora", variant_id="nora-black-39")
SMALLER = Item(product_id="nora", variant_id="nora-black-38")
UNNAMED = Item(product_id="nora")
BAG = Item(product_id="alba", variant_id="alba-tan")


def hold(shop: Shop, kind: PromiseKind = PromiseKind.HOLD, variant_id: str | None = "nora-black-39") -> str:
    return shop.write(
        lambda writer: promises.make(
            writer,
            customer_id="giulia",
            kind=kind,
            due_on=SATURDAY,
            product_id="nora",
            variant_id=variant_id,
            author=AUTHOR,
        )
    )


def record(shop: Shop, *items: Item, kind: InteractionKind = InteractionKind.SALE, **more) -> str:
    draft = Draft(kind=kind, items=items, **({"customer_id": "giulia"} | more))
    return shop.write(lambda writer: use_cases.record(writer, draft, author=COLLEAGUE))


def undo(shop: Shop, interaction_id: str) -> None:
    shop.write(lambda writer: use_cases.undo(writer, interaction_id, author=AUTHOR))


def correct(shop: Shop, interaction_id: str, *items: Item) -> str:
    draft = Draft(kind=InteractionKind.SALE, customer_id="giulia", items=items)
    return shop.write(lambda writer: use_cases.correct(writer, interaction_id, draft, author=AUTHOR))


def states(shop: Shop) -> list[str]:
    return [row["state"] for row in sorted(shop.rows("promise"), key=lambda row: row["made_at"])]


@pytest.mark.parametrize(
    ("item", "product_id", "variant_id", "same"),
    [
        (SHOES, "nora", "nora-black-39", True),
        (SMALLER, "nora", "nora-black-39", False),
        (UNNAMED, "nora", "nora-black-39", False),
        (SMALLER, "nora", None, True),
        (BAG, "nora", None, False),
        (BAG, None, None, False),
    ],
)
def test_which_thing_was_held(item, product_id, variant_id, same):
    assert is_the_held_thing(item, product_id, variant_id) is same


def test_selling_what_was_held_keeps_the_promise(shop):
    hold(shop)
    sale = record(shop, BAG, SHOES)
    (kept,) = shop.rows("promise")
    assert (kept["state"], kept["closed_by"], kept["closed_with"]) == ("kept", "luca", sale)
    assert kept["closed_at"] is not None


def test_the_sale_and_the_kept_promise_are_written_together_or_not_at_all(shop):
    hold(shop)

    def sell_and_break_off(writer) -> None:
        draft = Draft(kind=InteractionKind.SALE, customer_id="giulia", items=(SHOES,))
        use_cases.record(writer, draft, author=AUTHOR)
        assert writer.changes.records.keys() == {"interaction", "promise"}
        raise InterruptedError

    with pytest.raises(InterruptedError):
        shop.write(sell_and_break_off)
    assert (states(shop), shop.rows("interaction")) == (["open"], [])


def test_undoing_the_sale_opens_the_promise_again(shop):
    hold(shop)
    undo(shop, record(shop, SHOES))
    (again,) = shop.rows("promise")
    assert again["state"] == "open"
    assert (again["closed_at"], again["closed_by"], again["closed_with"]) == (None, None, None)


@pytest.mark.parametrize(
    ("items", "more"),
    [
        ((SMALLER,), {}),
        ((BAG, Item(product_id="nora", variant_id="nora-black-39", reason=Reason.FIT)), {}),
        ((SHOES,), {"kind": InteractionKind.FITTING}),
        ((SHOES,), {"kind": InteractionKind.NOT_BOUGHT}),
        ((SHOES,), {"customer_id": None}),
    ],
    ids=["another size", "tried with a bag that was sold", "a fitting", "not bought", "nobody known"],
)
def test_what_does_not_sell_her_the_held_thing_leaves_the_promise_open(shop, items, more):
    hold(shop)
    record(shop, *items, **more)
    assert states(shop) == ["open"]


def test_only_what_was_to_be_held_is_kept_by_a_sale(shop):
    hold(shop, PromiseKind.CALL)
    hold(shop, PromiseKind.ORDER)
    record(shop, SHOES)
    assert states(shop) == ["open", "open"]


def test_undoing_leaves_alone_what_was_kept_or_cancelled_by_hand(shop):
    by_hand = hold(shop)
    shop.write(lambda writer: promises.keep(writer, by_hand, author=AUTHOR))
    afterwards = hold(shop)
    sale = record(shop, SHOES)
    shop.write(lambda writer: promises.cancel(writer, afterwards, author=AUTHOR))
    undo(shop, sale)
    assert states(shop) == ["kept", "cancelled"]


def test_a_correction_takes_over_what_the_record_before_it_had_kept(shop):
    hold(shop)
    corrected = correct(shop, record(shop, SHOES), SHOES, BAG)
    assert [(row["state"], row["closed_with"]) for row in shop.rows("promise")] == [("kept", corrected)]
    undo(shop, corrected)
    assert states(shop) == ["open"]


def test_a_correction_to_another_size_opens_the_promise_again(shop):
    hold(shop)
    correct(shop, record(shop, SHOES), SMALLER)
    assert states(shop) == ["open"]
