"""The products that the associate has in hand while recording, and what became of each."""

from collections.abc import Callable, Iterable
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
    price: str = ""
    price_cents: int = 0
    picture: str = ""
    reason: str = Reason.NONE.value
    """Why it was not bought; empty while nothing speaks against it."""


Picks = tuple[Pick, ...]
Put = Callable[[Picks, Pick], Picks]


def added(picks: Picks, pick: Pick) -> Picks:
    return picks if any(p.key == pick.key for p in picks) else (*picks, pick)


def removed(picks: Picks, key: str) -> Picks:
    return tuple(p for p in picks if p.key != key)


def toggled(picks: Picks, pick: Pick) -> Picks:
    without = removed(picks, pick.key)
    return without if len(without) < len(picks) else (*picks, pick)


def with_reason(picks: Picks, key: str, reason: Reason) -> Picks:
    return tuple(replace(p, reason=reason.value) if p.key == key else p for p in picks)


def with_reason_for_all(picks: Picks, reason: Reason) -> Picks:
    """The reason given once stands for every item that has none of its own."""
    return tuple(p if p.reason else replace(p, reason=reason.value) for p in picks)


def sellable(picks: Picks) -> bool:
    """Whether there is something in hand that a sale could name."""
    return any(not p.reason for p in picks)


def items(picks: Iterable[Pick], kind: InteractionKind) -> tuple[Item, ...]:
    """In a sale what carries no reason was bought; anything else only looks at what is in hand."""
    return tuple(
        Item(
            product_id=p.product_id,
            variant_id=p.variant_id or None,
            price_cents=p.price_cents,
            bought=kind is InteractionKind.SALE and not p.reason,
            reason=Reason(p.reason),
        )
        for p in picks
    )


def draft(
    kind: InteractionKind,
    picks: Picks,
    *,
    customer_id: str | None,
    visit_id: str = "",
    outcome: Outcome = Outcome.NONE,
    summary: str = "",
    reason: Reason = Reason.NONE,
) -> Draft:
    """`reason` is why nothing was bought where there is no product in hand to hang it on."""
    bare_reason = (Item(product_id="", reason=reason),) if reason and not picks else ()
    return Draft(
        kind=kind,
        customer_id=customer_id,
        outcome=outcome,
        items=items(picks, kind) + bare_reason,
        summary=summary,
        visit_id=visit_id,
    )
