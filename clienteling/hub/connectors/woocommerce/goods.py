"""WooCommerce's products: simple ones, and variable ones with the variations that were asked for beside."""

from collections.abc import Iterator

from clienteling.hub.connectors.foreign import Words, cents, listed, text, words
from clienteling.hub.connectors.heard import HeardLevel, HeardProduct, HeardVariant
from clienteling.hub.connectors.labels import Option, description, option
from clienteling.hub.connectors.shop import moment

VARIABLE, VARIATION = frozenset({"variable", "variable-subscription"}), "variation"
_BUNDLES = frozenset({"grouped", "external"})
"""No goods of their own."""
_ON_SALE = frozenset({"publish", "private"})
_MOST = 10**9


def product(said: Words, variations: list[Words], received_at: int) -> HeardProduct | None:
    """None for what is no goods, and for a variable product whose variations are not at hand."""
    key, kind = text(said.get("id")), text(said.get("type"))
    if not key or kind in _BUNDLES or kind == VARIATION or (kind in VARIABLE and not variations):
        return None
    variants = tuple(_variant(one, said) for one in (variations or [said]) if text(one.get("id")))
    prices = [one.price_cents for one in variants if one.price_cents]
    return HeardProduct(
        key=key,
        modified_at=_changed_at(said, received_at),
        name=text(said.get("name")),
        family=next((name for one in listed(said, "categories") if (name := text(one.get("name")))), ""),
        description=description(said.get("short_description") or said.get("description")),
        price_cents=min(prices, default=cents(said.get("price"))),
        picture=next((src for one in listed(said, "images") if (src := text(one.get("src")))), ""),
        variants=variants,
        gone=text(said.get("status")) not in _ON_SALE,
    )


def gone(said: Words, received_at: int) -> HeardProduct | None:
    key = text(said.get("id"))
    return HeardProduct(key=key, modified_at=received_at, gone=True) if key else None


def levels(said: Words, variations: list[Words], received_at: int) -> Iterator[HeardLevel]:
    """Only of what the shop counts; "in stock" without a number is no level.

    A variation may be counted with its product (`manage_stock` is "parent"): of it nobody knows how many.
    """
    for one in variations or [said]:
        pieces = one.get("stock_quantity")
        if one.get("manage_stock") is True and isinstance(pieces, int | float) and -_MOST < pieces < _MOST:
            counted_at = _changed_at(one, received_at)
            yield HeardLevel(variant=text(one.get("id")), quantity=max(0, int(pieces)), counted_at=counted_at)


def _variant(said: Words, around: Words) -> HeardVariant:
    looks = _looks(said)
    image = words(said, "image") if said is not around else {}
    return HeardVariant(
        key=text(said.get("id")),
        sku=text(said.get("sku")),
        ean=text(said.get("global_unique_id")),
        colour=looks.get(Option.COLOUR, ""),
        size=looks.get(Option.SIZE, ""),
        price_cents=cents(said.get("price")),
        picture=text(image.get("src")),
    )


def _looks(said: Words) -> dict[Option, str]:
    """A variation names its choice; a simple product says all it has, which is one thing or says nothing."""
    found: dict[Option, str] = {}
    for one in listed(said, "attributes"):
        kind = option(text(one.get("slug"))) or option(text(one.get("name")))
        options = one.get("options")
        only = options[0] if isinstance(options, list) and len(options) == 1 else ""
        if kind is not None and (label := text(one.get("option")) or text(only)):
            found.setdefault(kind, label)
    return found


def _changed_at(said: Words, received_at: int) -> int:
    return moment(said.get("date_modified_gmt"), received_at) or received_at
