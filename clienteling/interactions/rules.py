"""What an interaction must hold before it is recorded."""

import msgspec

from clienteling.errors import InvalidRecord, TooLong
from clienteling.interactions.values import Draft, InteractionKind, Item, Outcome

LONGEST_SUMMARY = 500

_NEEDS_A_CUSTOMER = frozenset(
    {InteractionKind.CALL, InteractionKind.MESSAGE, InteractionKind.APPOINTMENT, InteractionKind.RESERVED}
)
_IMPLIED_OUTCOME = {
    InteractionKind.SALE: Outcome.BOUGHT,
    InteractionKind.NOT_BOUGHT: Outcome.NOT_BOUGHT,
}


def checked(draft: Draft) -> Draft:
    """The draft with what its kind implies. Raises InvalidRecord."""
    _check(draft)
    return msgspec.structs.replace(
        draft,
        outcome=draft.outcome or _IMPLIED_OUTCOME.get(draft.kind, Outcome.NONE),
        items=tuple(_implied(draft.kind, item) for item in draft.items),
        summary=" ".join(draft.summary.split()),
    )


def _check(draft: Draft) -> None:
    if draft.customer_id is None and draft.kind in _NEEDS_A_CUSTOMER:
        raise InvalidRecord("customer_id", f"a {draft.kind.value} needs to say with whom")
    if len(draft.summary) > LONGEST_SUMMARY:
        raise TooLong("summary", LONGEST_SUMMARY)
    if any(item.quantity < 1 or item.price_cents < 0 for item in draft.items):
        raise InvalidRecord("items", "a quantity is at least one, a price at least nothing")
    if draft.kind is InteractionKind.SALE and not any(_may_be_sold(item) for item in draft.items):
        raise InvalidRecord("items", "a sale names at least one thing that was sold")


def _implied(kind: InteractionKind, item: Item) -> Item:
    """In a sale everything was bought that has no reason against it."""
    if kind is InteractionKind.SALE:
        return msgspec.structs.replace(item, bought=_may_be_sold(item))
    return msgspec.structs.replace(item, bought=False)


def _may_be_sold(item: Item) -> bool:
    return bool(item.product_id) and not item.reason
