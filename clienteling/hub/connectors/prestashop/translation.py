"""PrestaShop's webservice, versions 1.6 to 9, JSON or XML: one object → what we heard. Pure translation.

https://devdocs.prestashop-project.org/9/webservice/
"""

from clienteling.hub.connectors.foreign import Words, decoded, listed, text, words
from clienteling.hub.connectors.heard import Translation
from clienteling.hub.connectors.prestashop import goods, markup, orders, people
from clienteling.hub.connectors.prestashop.terms import PrestaTerms

_HEARD = {
    "customers": people.customer,
    "addresses": people.address,
    "orders": orders.order,
    "order_slip": orders.slip,
}
_ONE = {
    "customers": "customer",
    "addresses": "address",
    "order_slip": "order_slip",
}
"""What an object that was asked for alone stands in."""


def translate(body: bytes, resource: str, terms: PrestaTerms, received_at: int) -> tuple[Translation, ...]:
    said = read(body)
    if said is None:
        return (Translation(terms.source, (), (f"{resource}: neither a JSON object nor XML",)),)
    if resource in _HEARD:
        one = words(said, _ONE.get(resource, "")) or said
        return (Translation(terms.source, tuple(_HEARD[resource](one, terms, received_at))),)
    if resource == "products":
        product = goods.product(said, terms, received_at)
        return (Translation(terms.source, (), products=(product,) if product else ()),)
    if resource == "stock_availables":
        rows = listed(said, resource) or [said]
        several = {_product(row) for row in rows if text(row.get("id_product_attribute")).strip("0")}
        counted = [row for row in rows if not _is_sum(row, several)]
        levels = tuple(found for row in counted if (found := goods.level(row, received_at)))
        return (Translation(terms.source, (), levels=levels),)
    return (Translation(terms.source, (), (f"{resource}: not read here",)),)


def read(body: bytes) -> Words | None:
    """One object, whichever way it is written."""
    if not body.lstrip().startswith(b"<"):
        return decoded(body)
    try:
        found = markup.resources(body)
    except markup.NoMarkup:
        return None
    return found[0] if found else {}


def _product(row: Words) -> str:
    return text(row.get("id_product"))


def _is_sum(row: Words, several: set[str]) -> bool:
    return not text(row.get("id_product_attribute")).strip("0") and _product(row) in several
