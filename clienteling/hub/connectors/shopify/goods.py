"""Shopify's products with their variants, and how many pieces lie where."""

from collections.abc import Iterator

from clienteling.hub.connectors.foreign import Words, text, words
from clienteling.hub.connectors.heard import HeardLevel, HeardProduct, HeardVariant
from clienteling.hub.connectors.labels import Option, option, without_markup
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
        description=without_markup(said.get("body_html")),
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
        picture=_source(words(said, "image")) or _its_picture(product, said),
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


def _source(image: Words) -> str:
    return text(image.get("src")) or text(image.get("url"))


def levels(product: Words, received_at: int) -> Iterator[HeardLevel]:
    """Of a product that was asked for: a webhook's variants say one sum over all places."""
    for variant in listed(product, "variants"):
        for one in listed(words(variant, "inventory_item"), "inventory_levels"):
            counts = {text(count.get("name")): count for count in listed(one, "quantities")}
            available = counts.get("available", {}).get("quantity")
            if type(available) is int:
                incoming = counts.get("incoming", {}).get("quantity")
                yield HeardLevel(
                    variant=number(variant),
                    quantity=available,
                    counted_at=moment(one.get("updated_at"), received_at) or received_at,
                    place=number(words(one, "location")),
                    incoming=incoming if type(incoming) is int else 0,
                )


def level(said: Words, received_at: int) -> HeardLevel | None:
    """`inventory_levels/update`. Not counted there: no level."""
    available = said.get("available")
    if type(available) is not int or not tail(said.get("inventory_item_id")):
        return None
    return HeardLevel(
        variant=tail(said.get("inventory_item_id")),
        quantity=available,
        counted_at=moment(said.get("updated_at"), received_at) or received_at,
        place=tail(said.get("location_id")),
    )
