"""What lies in her basket and on her wish list, and what she looked at: derived from what happened."""

from collections.abc import Iterable, Sequence

import msgspec

from clienteling.timeline.values import EventKind

INTEREST_LASTS = 60 * 86_400_000
"""Milliseconds. What lay in a basket or was looked at longer ago says nothing about today."""


class Touch(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happened to one product, online or in the shop; a sale counts as ordered."""

    kind: EventKind
    at: int
    product_id: str | None = None
    variant_id: str | None = None
    name: str = ""
    price_cents: int = 0


class Viewed(msgspec.Struct, frozen=True):
    last: Touch
    times: int


def basket(touches: Iterable[Touch]) -> list[Touch]:
    """Newest first. `touches` come oldest first."""
    return _standing(touches, EventKind.BASKET_ADDED, EventKind.BASKET_REMOVED)


def wishes(touches: Iterable[Touch]) -> list[Touch]:
    return _standing(touches, EventKind.WISH_ADDED, EventKind.WISH_REMOVED)


def viewed(touches: Iterable[Touch]) -> list[Viewed]:
    """Each product once, what she looked at last first."""
    by_product: dict[str, Viewed] = {}
    for touch in touches:
        if touch.kind is not EventKind.PRODUCT_VIEWED or not _key(touch):
            continue
        before = by_product.pop(_key(touch), None)
        by_product[_key(touch)] = Viewed(touch, before.times + 1 if before else 1)
    return list(reversed(by_product.values()))


def last_bought(touches: Iterable[Touch]) -> dict[str, int]:
    """Product → when it was bought last."""
    return {_key(touch): touch.at for touch in touches if touch.kind is EventKind.ORDERED and _key(touch)}


def times_bought(touches: Iterable[Touch]) -> dict[str, list[int]]:
    """Product → every time it was bought."""
    times: dict[str, list[int]] = {}
    for touch in touches:
        times.setdefault(_key(touch), []).append(touch.at)
    return times


def bought_after(put_in_basket_at: int, times: Iterable[int]) -> bool:
    return any(put_in_basket_at <= at <= put_in_basket_at + INTEREST_LASTS for at in times)


def is_same(one: Touch, other: Touch) -> bool:
    """The same thing; where one of them names no variant, the model is all that can be compared."""
    if one.variant_id and other.variant_id:
        return one.variant_id == other.variant_id
    return bool(_key(one)) and _key(one) == _key(other)


def _standing(touches: Iterable[Touch], added: EventKind, removed: EventKind) -> list[Touch]:
    standing: list[Touch] = []
    for touch in touches:
        if touch.kind in {added, removed}:
            standing = _without(standing, touch)
        if touch.kind is EventKind.ORDERED:
            standing = [other for other in standing if _key(other) != _key(touch)]
        if touch.kind is added:
            standing.append(touch)
    return standing[::-1]


def _without(standing: Sequence[Touch], touch: Touch) -> list[Touch]:
    return [other for other in standing if not is_same(other, touch)]


def _key(touch: Touch) -> str:
    return touch.product_id or touch.name
