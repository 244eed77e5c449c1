"""Shopify's products with their variants, and how many pieces lie where."""

from clienteling.hub.connectors.foreign import Words, text, words
from clienteling.hub.connectors.heard import HeardLevel, HeardProduct, HeardVariant
from clienteling.hub.connectors.labels import Option, description, option
from clienteling.hub.connectors.shop import moment
from clienteling.hub.connectors.shopify.shapes import amount, listed, number, tail

_ONLY = "default title"
"""The one variant of a product that has no options."""


def product(said: Words, received_at: int) -> HeardProduct | None:
    variants = tuple(_variant(said, one) for one in listed(said, "variants") if number(one))
    if not number(said) or not variants:
        return None
    return HeardProduct(
        key=number(said),
        modified_at=moment(said.get("updated_at"), received_at) or received_at,
        name=text(said.get("title")),
        family=text(said.get("product_type")),
        description=description(said.get("body_html")),
        price_cents=min((one.price_cents for one in variants if one.price_cents), default=0),
        picture=_picture(said),
        variants=variants,
        gone=text(said.get("status")).lower() in {"archived", "draft"},
    )


def deleted(said: Words, received_at: int) -> HeardProduct | None:
    """`products/delete` has the id only."""
    return HeardProduct(key=number(said), modified_at=received_at, gone=True) if number(said) else None


def _variant(product: Words, said: Words) -> HeardVariant:
    looks = _looks(product, said)
    return HeardVariant(
        key=number(said),
        sku=text(said.get("sku")),
        ean=text(said.get("barcode")),
        colour=looks.get(Option.COLOUR, ""),
        size=looks.get(Option.SIZE, ""),
        price_cents=amount(said, "price").cents,
        picture=_shown(said) or _its_picture(product, said),
        counted_as=tail(said.get("inventory_item_id")) or number(words(said, "inventory_item")),
    )


def _looks(product: Words, said: Words) -> dict[Option, str]:
    """Colour and size by the names of the options, in either way of writing them."""
    chosen = [(text(one.get("name")), text(one.get("value"))) for one in listed(said, "selected_options")]
    if not chosen:
        names = [text(one.get("name")) for one in listed(product, "options")]
        chosen = [(name, text(said.get(f"option{n}"))) for n, name in enumerate(names, start=1)]
    found = [(option(name), value) for name, value in chosen if value.lower() != _ONLY]
    return {kind: value for kind, value in reversed(found) if kind is not None}


def _picture(product: Words) -> str:
    first = next(iter(listed(product, "images")), {})
    return _source(words(product, "image")) or _source(first)


def _its_picture(product: Words, variant: Words) -> str:
    wanted = tail(variant.get("image_id"))
    return next((_source(one) for one in listed(product, "images") if wanted and number(one) == wanted), "")


def _shown(variant: Words) -> str:
    media = next(iter(listed(variant, "media")), {})
    return _source(words(variant, "image")) or _source(media)


def _source(image: Words) -> str:
    within = words(words(image, "preview"), "image")
    return text(image.get("src")) or text(image.get("url")) or text(within.get("url"))


def level(said: Words, received_at: int) -> HeardLevel | None:
    """`inventory_levels/update`, or a level that was asked for. Not counted there: none.

    A variant's own `inventory_quantity` is one sum over all places, which is nobody's stock.
    """
    counts = {text(one.get("name")): one.get("quantity") for one in listed(said, "quantities")}
    available, incoming = said.get("available", counts.get("available")), counts.get("incoming")
    item = tail(said.get("inventory_item_id")) or number(words(said, "inventory_item"))
    if type(available) is not int or not item:
        return None
    return HeardLevel(
        variant=item,
        quantity=available,
        counted_at=moment(said.get("updated_at"), received_at) or received_at,
        place=tail(said.get("location_id")) or number(words(said, "location")),
        place_name=text(words(said, "location").get("name")),
        incoming=incoming if type(incoming) is int else 0,
    )
