"""The row of products on the card: what she chose herself, then what is suggested and why."""

from collections.abc import Collection, Mapping, Sequence

import msgspec

from clienteling.baskets.rules import Touch, Viewed, basket, viewed, wishes
from clienteling.card.values import ShelfItem, ShelfTag
from clienteling.catalog.products import Named, Product
from clienteling.insight.rules import Interest, Pair, SuggestionKind, best
from clienteling.insight.words import reason
from clienteling.stock.age import trusted
from clienteling.stock.queries import NONE, Pieces
from clienteling.timeline.values import EventKind
from clienteling.wording import Wording

MOST_VIEWED = 4
_TAGS = {SuggestionKind.GOES_WITH: ShelfTag.GOES_WITH, SuggestionKind.STEP_UP: ShelfTag.STEP_UP}


class Chosen(msgspec.Struct, frozen=True):
    """One of the things she chose herself."""

    tag: ShelfTag
    touch: Touch
    times: int = 1


def chosen(touches: Sequence[Touch]) -> list[Chosen]:
    """Basket, wish list, then what she looked at most lately; each product once. `touches` oldest first."""
    found = [
        *(Chosen(ShelfTag.BASKET, touch) for touch in basket(touches)),
        *(Chosen(ShelfTag.WISHED, touch) for touch in wishes(touches)),
        *(Chosen(ShelfTag.VIEWED, v.last, v.times) for v in _still_interesting(touches)[:MOST_VIEWED]),
    ]
    once: dict[str, Chosen] = {}
    for choice in found:
        once.setdefault(choice.touch.product_id or choice.touch.name, choice)
    return list(once.values())


def _still_interesting(touches: Sequence[Touch]) -> list[Viewed]:
    bought = {(t.product_id or t.name): t.at for t in touches if t.kind is EventKind.ORDERED}
    return [v for v in viewed(touches) if bought.get(v.last.product_id or v.last.name, -1) < v.last.at]


def chosen_item(choice: Chosen, products: Named, pieces: Mapping[str, Pieces]) -> ShelfItem:
    touch = choice.touch
    product = products.get(touch.product_id, touch.variant_id)
    stock = pieces.get(touch.variant_id or touch.product_id or "", NONE)
    return ShelfItem(
        tag=choice.tag,
        product_id=product.product_id if product else touch.product_id or "",
        variant_id=touch.variant_id,
        name=product.name if product else touch.name,
        colour=product.colour if product else "",
        size=product.size if product else "",
        price_cents=product.price_cents if product else touch.price_cents,
        picture=product.picture if product else "",
        times=choice.times,
        last_at=touch.at,
        here=stock.here,
        elsewhere=stock.elsewhere,
        stock_at=stock.at,
    )


def suggested(
    pairs: Sequence[Pair],
    interest: Mapping[str, Interest],
    here: Collection[str],
    no_use: Collection[str] = (),
) -> list[Pair]:
    """One product that goes with it and one step up: neither what she has nor the same twice.

    Nor what was `no_use` to her.
    """
    found: list[Pair] = []
    for kind in SuggestionKind:
        taken = {*interest, *no_use, *(pair.other_id for pair in found)}
        pair = best(pairs, kind, interest=interest, here=here, not_these=taken)
        if pair is not None:
            found.append(pair)
    return found


def nobody_has(stock: Pieces | None, now: int) -> bool:
    """In her size. What was never counted, or long ago, may be there: whoever shows it asks first."""
    counted = stock is not None and not stock.here and not stock.elsewhere
    return counted and trusted(stock.counted_at, now)


def suggested_item(
    pair: Pair, first: Product, other: Product, stock: Pieces, *, useful: bool, wording: Wording
) -> ShelfItem:
    return ShelfItem(
        tag=_TAGS[pair.kind],
        product_id=other.product_id,
        name=other.name,
        price_cents=other.price_cents,
        picture=other.picture,
        here=stock.here,
        elsewhere=stock.elsewhere,
        stock_at=stock.at,
        reason=reason(pair, first.name, other.name, wording),
        because_id=pair.product_id,
        useful=useful,
    )
