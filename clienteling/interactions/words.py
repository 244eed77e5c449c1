"""Interactions in the reader's words."""

from collections.abc import Sequence

from clienteling.catalog.products import Named
from clienteling.catalog.values import Family
from clienteling.interactions.values import InteractionKind, Item, Reason
from clienteling.marking import msgid
from clienteling.nouns import thing
from clienteling.wording import Wording

_REASONS = {
    Reason.COLOUR: msgid("the colour"),
    Reason.PRICE: msgid("the price"),
    Reason.FIT: msgid("the fit"),
    Reason.NOT_IN_STOCK: msgid("not in stock"),
    Reason.THINKING: msgid("thinking about it"),
    Reason.OTHER: msgid("another reason"),
}
_ALONE = {
    InteractionKind.VISIT: msgid("Visit"),
    InteractionKind.ADVICE: msgid("Advice"),
    InteractionKind.FITTING: msgid("Fitting"),
    InteractionKind.SALE: msgid("Purchase"),
    InteractionKind.NOT_BOUGHT: msgid("Bought nothing"),
    InteractionKind.RESERVED: msgid("Put aside"),
    InteractionKind.RETURN: msgid("Return"),
    InteractionKind.COMPLAINT: msgid("Complaint"),
    InteractionKind.CALL: msgid("Call"),
    InteractionKind.MESSAGE: msgid("Message"),
    InteractionKind.APPOINTMENT: msgid("Appointment"),
}
_ABOUT = {
    InteractionKind.VISIT: msgid("Visit: {things}"),
    InteractionKind.ADVICE: msgid("Advice about {things}"),
    InteractionKind.FITTING: msgid("Tried on {things}"),
    InteractionKind.SALE: msgid("Purchase: {things}"),
    InteractionKind.NOT_BOUGHT: msgid("Did not buy {things}"),
    InteractionKind.RESERVED: msgid("Put aside: {things}"),
    InteractionKind.RETURN: msgid("Return: {things}"),
    InteractionKind.COMPLAINT: msgid("Complaint about {things}"),
    InteractionKind.CALL: msgid("Call about {things}"),
    InteractionKind.MESSAGE: msgid("Message about {things}"),
    InteractionKind.APPOINTMENT: msgid("Appointment about {things}"),
}
_NAMED_AS_ON_THE_RECEIPT = frozenset(
    {InteractionKind.SALE, InteractionKind.RETURN, InteractionKind.RESERVED, InteractionKind.VISIT}
)


def title(kind: InteractionKind, items: Sequence[Item], products: Named, wording: Wording) -> str:
    about = [item for item in items if item.bought] if kind is InteractionKind.SALE else list(items)
    names = [name for item in about if (name := _name(kind, item, products, wording))]
    if not names:
        return _with_reason(wording.say(_ALONE[kind]), kind, items, products, wording)
    said = wording.say(_ABOUT[kind], things=wording.all_of(names))
    total = sum(item.price_cents * item.quantity for item in about)
    if kind is InteractionKind.SALE and total:
        return f"{said}, {wording.money(total)}"
    return _with_reason(said, kind, items, products, wording)


def left_behind(items: Sequence[Item], products: Named, wording: Wording) -> str:
    """What of a sale was not bought, and why: `no: la borsa cuoio (il colore)`."""
    parts = [
        f"{name} ({reason(item, products, wording)})"
        for item in items
        if item.reason and (name := _name(InteractionKind.NOT_BOUGHT, item, products, wording))
    ]
    return wording.say("not bought: {things}", things=wording.all_of(parts)) if parts else ""


def reason(item: Item, products: Named, wording: Wording) -> str:
    """Why it was not bought; a size is called otherwise on shoes than on clothes."""
    if item.reason is not Reason.SIZE:
        return wording.say(_REASONS[item.reason]) if item.reason else ""
    product = products.get(item.product_id, item.variant_id)
    if product is None:
        return wording.named("of anything", "the size")
    if product.family == Family.SHOES:
        return wording.named("of shoes", "the size")
    return wording.say("the size")


def _with_reason(
    said: str, kind: InteractionKind, items: Sequence[Item], products: Named, wording: Wording
) -> str:
    reasons = list(dict.fromkeys(reason(item, products, wording) for item in items if item.reason))
    if kind is not InteractionKind.NOT_BOUGHT or not reasons:
        return said
    return f"{said}: {wording.all_of(reasons)}"


def _name(kind: InteractionKind, item: Item, products: Named, wording: Wording) -> str:
    product = products.get(item.product_id, item.variant_id)
    if product is None:
        return ""
    if kind in _NAMED_AS_ON_THE_RECEIPT:
        return product.name
    return thing(product.name, product.colour, wording)
