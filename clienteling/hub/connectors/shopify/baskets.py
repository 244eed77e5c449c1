"""Shopify's carts and checkouts: what somebody put in a basket, and bought later or not."""

from collections.abc import Iterator

from clienteling.hub.connectors import shop
from clienteling.hub.connectors.foreign import Words, text, words
from clienteling.hub.connectors.heard import Heard, HeardEvent, Hint
from clienteling.hub.connectors.shop import Terms, moment, once
from clienteling.hub.connectors.shopify import orders, people
from clienteling.hub.connectors.shopify.shapes import listed, number
from clienteling.timeline.values import EventKind
from clienteling.vocabulary import Channel


def cart(said: Words, terms: Terms, received_at: int) -> Iterator[Heard]:
    """Nobody's until a checkout names it."""
    token = text(said.get("token")) or text(said.get("id"))
    if token:
        yield from _lines(said, f"cart/{token}", (once(terms, f"cart/{token}"),), received_at)


def checkout(said: Words, terms: Terms, received_at: int) -> Iterator[Heard]:
    """Its lines are its cart's where that is named: told by both, each is one line.

    The list of abandoned checkouts names no cart; those lines are marked as told under the checkout's id too.
    """
    who, token = _buyer(said, terms), text(said.get("cart_token"))
    if not who or not number(said):
        return
    own = f"checkout/{number(said)}"
    if not token:
        yield from _lines(said, own, who, received_at)
        return
    for heard in _lines(said, f"cart/{token}", (*who, once(terms, f"cart/{token}")), received_at):
        yield heard
        yield Heard(key=f"{own}/{heard.key.rpartition('/')[2]}", hints=who)


def _buyer(said: Words, terms: Terms) -> tuple[Hint, ...]:
    buyer = words(said, "customer")
    if number(buyer):
        return people.hints(buyer, terms)
    return shop.hints(
        terms, "", email=text(said.get("email")), phone=text(said.get("phone")), registered=False
    )


def _lines(said: Words, basket: str, who: tuple[Hint, ...], received_at: int) -> Iterator[Heard]:
    at = moment(said.get("created_at"), received_at) or received_at
    for line in listed(said, "line_items"):
        item = orders.item(line)
        what = item.variant_id or item.sku or item.product_id
        if what:
            event = HeardEvent(channel=Channel.BASKET, kind=EventKind.BASKET_ADDED, at=at, items=(item,))
            yield Heard(key=f"{basket}/{what}", hints=who, event=event)
