"""What may be asked for, and what the hub answers."""

from collections.abc import Mapping
from datetime import date, timedelta

from clienteling.errors import InvalidRecord
from clienteling.reservations.values import Answer, Decision, Free, Refusal, Wish

USUAL_DAYS = 3
LONGEST_DAYS = 30
MOST_PIECES = 9


def check(wish: Wish, *, here: str, from_store: str, until: date, today: date, quantity: int) -> None:
    """Raises InvalidRecord."""
    if not today <= until <= today + timedelta(days=LONGEST_DAYS):
        raise InvalidRecord("until_on", f"a day from today on, within {LONGEST_DAYS} days")
    if not 1 <= quantity <= MOST_PIECES:
        raise InvalidRecord("quantity", f"one to {MOST_PIECES} pieces")
    if not from_store or (wish is Wish.HOLD) != (from_store == here):
        raise InvalidRecord("from_store_id", "what is put aside is here, what is collected or sent elsewhere")


def decide(
    stock: Mapping[str, Free], *, from_store: str, quantity: int, asked_in: str, overdue: bool
) -> Decision:
    """`stock` says by shop what there is of the variant; a shop that is not in it was never counted."""
    if overdue:
        return Decision(Answer.REFUSED, Refusal.TOO_LATE)
    there = stock.get(from_store, Free(counted=False))
    if there.left >= quantity:
        return Decision(Answer.GRANTED)
    return Decision(Answer.REFUSED, _why(there, quantity), _elsewhere(stock, from_store, quantity, asked_in))


def _why(there: Free, quantity: int) -> Refusal:
    if not there.counted:
        return Refusal.NOT_COUNTED
    return Refusal.HELD if there.there >= quantity else Refusal.NONE_LEFT


def _elsewhere(stock: Mapping[str, Free], from_store: str, quantity: int, asked_in: str) -> str | None:
    """Where she is, if it is there; else the shop that has the most."""
    having = [store for store, free in stock.items() if store != from_store and free.left >= quantity]
    return min(having, key=lambda store: (store != asked_in, -stock[store].left, store), default=None)
