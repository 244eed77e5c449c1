"""Magento's products, simple and configurable, and its stock. A product's number is its id everywhere."""

from collections.abc import Iterator

from clienteling.hub.connectors.foreign import Words, cents, listed, text, words
from clienteling.hub.connectors.heard import HeardLevel, HeardProduct, HeardVariant
from clienteling.hub.connectors.labels import Option, description, option
from clienteling.hub.connectors.magento.shapes import attribute
from clienteling.hub.connectors.shop import moment

PICTURES = "/media/catalog/product"
_DISABLED, _HIDDEN = "2", "1"
_CODES = ("ean", "ean13", "gtin", "barcode", "upc")
CONFIGURABLE = "configurable"


def product(said: Words, address: str, received_at: int) -> HeardProduct | None:
    """`said` has product, children, attributes ({code: {value: label}}) and categories ({id: name})."""
    one = words(said, "product")
    sku, configurable = text(one.get("sku")), text(one.get("type_id")) == CONFIGURABLE
    children = listed(said, "children")
    if not sku or (configurable and not children) or is_variant(one):
        return None
    variants = tuple(_variant(child, said, address) for child in (children if configurable else [one]))
    shown = [variant for variant in variants if variant.key]
    if not shown:
        return None
    return HeardProduct(
        key=sku,
        modified_at=moment(one.get("updated_at"), received_at) or received_at,
        name=text(one.get("name")),
        family=_family(one, words(said, "categories")),
        description=attribute(one, "short_description", description)
        or attribute(one, "description", description),
        price_cents=min((v.price_cents for v in shown if v.price_cents), default=cents(one.get("price"))),
        picture=_picture(one, address),
        variants=tuple(shown),
        gone=text(one.get("status")) == _DISABLED,
    )


def is_variant(said: Words) -> bool:
    """Of another product, which brings it; by itself it is not shown."""
    return text(said.get("type_id")) != CONFIGURABLE and text(said.get("visibility")) == _HIDDEN


def _variant(said: Words, around: Words, address: str) -> HeardVariant:
    looks = _looks(said, words(around, "attributes"))
    return HeardVariant(
        key=text(said.get("sku")),
        sku=text(said.get("sku")),
        ean=next((found for code in _CODES if (found := attribute(said, code))), ""),
        colour=looks.get(Option.COLOUR, ""),
        size=looks.get(Option.SIZE, ""),
        price_cents=cents(said.get("price")),
        picture=_picture(said, address),
        counted_as=text(said.get("id")),
    )


def _looks(said: Words, attributes: Words) -> dict[Option, str]:
    """The values are numbers; what they are called was asked for beside."""
    found: dict[Option, str] = {}
    for one in listed(said, "custom_attributes"):
        code = text(one.get("attribute_code"))
        kind = option(code)
        label = text(words(attributes, code).get(text(one.get("value"))))
        if kind is not None and label:
            found.setdefault(kind, label)
    return found


def _family(said: Words, names: Words) -> str:
    links = listed(words(said, "extension_attributes"), "category_links")
    return next((name for link in links if (name := text(names.get(text(link.get("category_id")))))), "")


def _picture(said: Words, address: str) -> str:
    entries = listed(said, "media_gallery_entries")
    file = attribute(said, "image") or (text(entries[0].get("file")) if entries else "")
    if not file or file == "no_selection" or not address:
        return ""
    return f"{address}{PICTURES}/{file.lstrip('/')}"


def levels(said: Words, received_at: int) -> Iterator[HeardLevel]:
    """A page of `inventory/source-items`, which have the sku, or of stock items, which have the id."""
    for row in listed(said, "items"):
        pieces = row.get("quantity", row.get("qty"))
        variant = text(row.get("sku")) or text(row.get("product_id"))
        if variant and isinstance(pieces, int | float) and -1e9 < pieces < 1e9:  # noqa: PLR2004 - no stock
            source = text(row.get("source_code"))
            yield HeardLevel(
                variant=variant,
                quantity=max(0, int(pieces)),
                counted_at=received_at,
                place="" if source == "default" else source,
            )
