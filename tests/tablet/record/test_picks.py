import pytest

from clienteling.interactions.values import InteractionKind, Outcome, Reason
from clienteling.tablet.record import picks as hand
from clienteling.tablet.record.editing import CLOSED, Recorded, must_ask
from clienteling.tablet.record.picks import Pick

NORA = Pick(key="nora-39", product_id="nora", variant_id="nora-39", price_cents=15_900)
ALBA = Pick(key="alba", product_id="alba")


def test_the_same_product_is_not_taken_twice() -> None:
    assert hand.added((NORA,), NORA) == (NORA,)


def test_taking_again_puts_back() -> None:
    assert hand.toggled(hand.toggled((ALBA,), NORA), NORA) == (ALBA,)


def test_in_a_sale_what_carries_a_reason_was_not_bought() -> None:
    picks = hand.with_reason((NORA, ALBA), "alba", Reason.COLOUR)
    shoes, bag = hand.items(picks, InteractionKind.SALE)
    assert (shoes.bought, shoes.reason) == (True, Reason.NONE)
    assert (bag.bought, bag.reason) == (False, Reason.COLOUR)


def test_a_fitting_sells_nothing() -> None:
    assert not any(item.bought for item in hand.items((NORA, ALBA), InteractionKind.FITTING))


def test_a_reason_for_all_leaves_the_ones_already_given() -> None:
    picks = hand.with_reason_for_all(hand.with_reason((NORA, ALBA), "alba", Reason.COLOUR), Reason.SIZE)
    assert [pick.reason for pick in picks] == ["size", "colour"]


def test_a_reason_without_a_product_is_kept() -> None:
    recorded = Recorded(kind=InteractionKind.NOT_BOUGHT, picks=(), reason=Reason.PRICE)
    draft = recorded.draft(None)
    assert [(item.product_id, item.reason) for item in draft.items] == [("", Reason.PRICE)]


@pytest.mark.parametrize(
    ("kind", "picks", "asks"),
    [
        (InteractionKind.SALE, (), True),
        (InteractionKind.SALE, (NORA,), False),
        (InteractionKind.SALE, hand.with_reason((ALBA,), "alba", Reason.FIT), True),
        (InteractionKind.NOT_BOUGHT, (), True),
        (InteractionKind.NOT_BOUGHT, hand.with_reason((ALBA,), "alba", Reason.FIT), False),
        (InteractionKind.FITTING, (), False),
        (InteractionKind.COMPLAINT, (NORA,), False),
    ],
)
def test_only_a_sale_without_goods_and_a_refusal_without_reason_ask(
    kind: InteractionKind, picks: hand.Picks, asks: bool
) -> None:
    assert must_ask(kind, picks) is asks


def test_the_same_outcome_again_takes_it_back() -> None:
    once = CLOSED.ended(Outcome.COMES_BACK)
    assert once.outcome is Outcome.COMES_BACK
    assert once.ended(Outcome.COMES_BACK).outcome is Outcome.NONE
