"""What lies in her basket and on her wish list, and what she looked at: derived from what happened."""

from collections.abc import Iterable, Iterator

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
    lying = _Lying()
    for touch in touches:
        if touch.kind in {added, removed}:
            lying.take_out(other for other in lying.like(touch) if is_same(other, touch))
        if touch.kind is EventKind.ORDERED:
            lying.take_out(lying.of(_key(touch)))
        if touch.kind is added:
            lying.put(touch)
    return lying.newest_first()


class _Lying:
    """What lies somewhere, found by product and by variant without going through all of it."""

    def __init__(self) -> None:
        self._all: dict[int, Touch] = {}
        self._by_key: dict[str, dict[int, Touch]] = {}
        self._by_variant: dict[str, dict[int, Touch]] = {}

    def put(self, touch: Touch) -> None:
        for found in self._places(touch):
            found[id(touch)] = touch

    def take_out(self, some: Iterable[Touch]) -> None:
        for touch in list(some):
            for found in self._places(touch):
                found.pop(id(touch), None)

    def of(self, key: str) -> Iterable[Touch]:
        return self._by_key.get(key, {}).values()

    def like(self, touch: Touch) -> Iterator[Touch]:
        """All that may be the same thing."""
        yield from self.of(_key(touch)) if _key(touch) else ()
        yield from self._by_variant.get(touch.variant_id or "", {}).values()

    def newest_first(self) -> list[Touch]:
        return list(self._all.values())[::-1]

    def _places(self, touch: Touch) -> Iterator[dict[int, Touch]]:
        yield self._all
        yield self._by_key.setdefault(_key(touch), {})
        if touch.variant_id:
            yield self._by_variant.setdefault(touch.variant_id, {})


def _key(touch: Touch) -> str:
    return touch.product_id or touch.name
