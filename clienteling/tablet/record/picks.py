"""The products that the associate has in hand while recording, and what became of each."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from clienteling.interactions.values import Draft, InteractionKind, Item, Outcome, Reason


@dataclass(frozen=True)
class Pick:
    key: str
    """The variant when it is known, else the product."""
    product_id: str
    variant_id: str = ""
    name: str = ""
    label: str = ""
    """Colour and size, in the reader's words."""
    price_cents: int = 0
    picture: str = ""
    bought: bool = True
    reason: str = Reason.NONE.value


Picks = tuple[Pick, ...]

_OUTCOMES = {
    InteractionKind.SALE: Outcome.BOUGHT,
    InteractionKind.NOT_BOUGHT: Outcome.NOT_BOUGHT,
}


def added(picks: Picks, pick: Pick) -> Picks:
    return picks if any(p.key == pick.key for p in picks) else (*picks, pick)


def removed(picks: Picks, key: str) -> Picks:
    return tuple(p for p in picks if p.key != key)


def toggled(picks: Picks, pick: Pick) -> Picks:
    without = removed(picks, pick.key)
    return without if len(without) < len(picks) else (*picks, pick)


def with_reason(picks: Picks, key: str, reason: Reason) -> Picks:
    """A reason says that the item was not bought; without one it was."""
    return tuple(
        replace(p, reason=reason.value, bought=reason is Reason.NONE) if p.key == key else p for p in picks
    )


def with_reason_for_all(picks: Picks, reason: Reason) -> Picks:
    """The reason given once stands for every item that has none of its own."""
    return tuple(p if p.reason else replace(p, reason=reason.value, bought=False) for p in picks)


def item(pick: Pick, *, bought: bool) -> Item:
    return Item(
        product_id=pick.product_id,
        variant_id=pick.variant_id or None,
        price_cents=pick.price_cents,
        bought=bought,
        reason=Reason(pick.reason),
    )


def items(picks: Iterable[Pick], kind: InteractionKind) -> tuple[Item, ...]:
    """In a sale what carries no reason was bought; anything else only looks at what is in hand."""
    return tuple(item(p, bought=kind is InteractionKind.SALE and p.bought) for p in picks)


def draft(
    kind: InteractionKind,
    picks: Picks,
    *,
    customer_id: str | None,
    visit_id: str,
    outcome: Outcome | None = None,
    summary: str = "",
) -> Draft:
    return Draft(
        kind=kind,
        customer_id=customer_id,
        outcome=_OUTCOMES.get(kind, Outcome.NONE) if outcome is None else outcome,
        items=items(picks, kind),
        summary=summary,
        visit_id=visit_id,
    )
