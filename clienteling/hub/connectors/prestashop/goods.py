"""PrestaShop's products with their combinations, and what is on stock of each."""

from decimal import Decimal, InvalidOperation

from clienteling.hub.connectors.foreign import Words, cents, listed, text, words
from clienteling.hub.connectors.heard import HeardLevel, HeardProduct, HeardVariant
from clienteling.hub.connectors.labels import Option, description, option
from clienteling.hub.connectors.prestashop.terms import PrestaTerms, associated, is_yes, worded

SHOWN = "shown_price"
"""The price with its tax, which the webservice works out when it is asked by that name."""


def variant_key(product_id: str, combination_id: str) -> str:
    """`1/7`; `1/0` where a product has no combinations. An order's rows and the stock name both."""
    return f"{product_id}/{combination_id or '0'}" if product_id else ""


def product(said: Words, terms: PrestaTerms, received_at: int) -> HeardProduct | None:
    """`said`: {"product": …, "combinations": […], "values": […], "options": […], "category": …}."""
    one = words(said, "product")
    product_id = text(one.get("id"))
    if not product_id:
        return None
    combinations = listed(said, "combinations")
    looks = _Looks(said, terms.language)
    variants = tuple(_variant(one, each, looks, terms) for each in combinations) or (_only(one, product_id),)
    return HeardProduct(
        key=product_id,
        modified_at=terms.moment(one.get("date_upd"), received_at) or received_at,
        name=worded(one, "name", terms.language),
        family=worded(words(said, "category"), "name", terms.language),
        description=worded(one, "description_short", terms.language, description)
        or worded(one, "description", terms.language, description),
        price_cents=min((v.price_cents for v in variants if v.price_cents), default=0),
        picture=_picture(text(one.get("id_default_image")), terms),
        variants=variants,
        gone=not is_yes(one.get("active")),
    )


class _Looks:
    """What the values of a combination are called, and whether they are colours or sizes."""

    def __init__(self, said: Words, language: str) -> None:
        kinds = {
            text(one.get("id")): Option.COLOUR
            if is_yes(one.get("is_color_group"))
            else option(worded(one, "name", language)) or option(worded(one, "public_name", language))
            for one in listed(said, "options")
        }
        self._values = {
            text(one.get("id")): (
                kinds.get(text(one.get("id_attribute_group"))),
                worded(one, "name", language),
            )
            for one in listed(said, "values")
        }

    def of(self, combination: Words, kind: Option) -> str:
        ids = [text(one.get("id")) for one in associated(combination, "product_option_values")]
        found = [
            self._values[each][1] for each in ids if each in self._values and self._values[each][0] is kind
        ]
        return found[0] if found else ""


def _variant(product: Words, said: Words, looks: _Looks, terms: PrestaTerms) -> HeardVariant:
    pictures = associated(said, "images")
    return HeardVariant(
        key=variant_key(text(product.get("id")), text(said.get("id"))),
        sku=text(said.get("reference")) or text(product.get("reference")),
        ean=_ean(said),
        colour=looks.of(said, Option.COLOUR),
        size=looks.of(said, Option.SIZE),
        price_cents=_price(product, said),
        picture=_picture(text(pictures[0].get("id")), terms) if pictures else "",
    )


def _only(product: Words, product_id: str) -> HeardVariant:
    return HeardVariant(
        key=variant_key(product_id, "0"),
        sku=text(product.get("reference")),
        ean=_ean(product),
        price_cents=_price(product, {}),
    )


def _ean(said: Words) -> str:
    """A shop without bar codes writes 0."""
    written = text(said.get("ean13"))
    return written if written.strip("0") else ""


def _price(product: Words, combination: Words) -> int:
    """With tax as far as the webservice said it; a combination's own part is told without."""
    base, extra = _amount(product.get("price")), _amount(combination.get("price"))
    shown = _amount(product.get(SHOWN))
    if not shown:
        return cents(str(base + extra))
    return cents(str(shown * (base + extra) / base if base else shown + extra))


def _amount(written: object) -> Decimal:
    try:
        amount = Decimal(str(written)) if isinstance(written, str | int | float) else Decimal()
    except InvalidOperation:
        return Decimal()
    return amount if amount.is_finite() and abs(amount) < 10**8 else Decimal()


def _picture(image_id: str, terms: PrestaTerms) -> str:
    """Where it lies for everybody: `/img/p/1/2/12.jpg`. The webservice's own address wants the key."""
    if not (image_id.isascii() and image_id.isdigit() and terms.address) or not int(image_id):
        return ""
    return f"{terms.address}/img/p/{'/'.join(image_id)}/{image_id}.jpg"


def level(said: Words, received_at: int) -> HeardLevel | None:
    """`stock_availables`; the row of a product that has combinations (0) is their sum."""
    product_id, quantity = text(said.get("id_product")), text(said.get("quantity"))
    if not product_id or not quantity.lstrip("-").isdigit():
        return None
    return HeardLevel(
        variant=variant_key(product_id, text(said.get("id_product_attribute"))),
        quantity=max(0, int(quantity[:9])),
        counted_at=received_at,
    )
