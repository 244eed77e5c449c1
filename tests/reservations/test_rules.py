import pytest

from clienteling.reservations.rules import decide
from clienteling.reservations.values import Answer, Free, Refusal


@pytest.mark.parametrize(
    ("there", "held", "quantity", "answer", "why"),
    [
        (1, 0, 1, Answer.GRANTED, Refusal.NONE),
        (2, 1, 1, Answer.GRANTED, Refusal.NONE),
        (2, 1, 2, Answer.REFUSED, Refusal.HELD),
        (1, 1, 1, Answer.REFUSED, Refusal.HELD),
        (0, 0, 1, Answer.REFUSED, Refusal.NONE_LEFT),
        (0, 3, 1, Answer.REFUSED, Refusal.NONE_LEFT),
    ],
)
def test_what_is_there_and_free_is_granted(there, held, quantity, answer, why):
    decision = decide(
        {"brera": Free(there, held)}, from_store="brera", quantity=quantity, asked_in="brera", overdue=False
    )
    assert (decision.answer, decision.why) == (answer, why)


def test_a_refusal_names_where_she_is_first_and_then_the_fullest_shop():
    stock = {"como": Free(0), "torino": Free(5), "brera": Free(1), "roma": Free(9, 9)}
    asked = {"from_store": "como", "quantity": 1, "overdue": False}
    assert decide(stock, asked_in="brera", **asked).elsewhere == "brera"
    assert decide(stock, asked_in="como", **asked).elsewhere == "torino"
    assert decide({"como": Free(0)}, asked_in="brera", **asked).elsewhere is None


def test_a_shop_that_was_never_counted_promises_nothing():
    decision = decide({}, from_store="brera", quantity=1, asked_in="brera", overdue=False)
    assert decision.why is Refusal.NOT_COUNTED


def test_a_day_that_is_over_is_refused_whatever_there_is():
    decision = decide({"brera": Free(9)}, from_store="brera", quantity=1, asked_in="brera", overdue=True)
    assert decision.why is Refusal.TOO_LATE
