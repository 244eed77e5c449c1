"""Magento's and Adobe Commerce's REST API: one object → what we heard. Pure translation.

https://developer.adobe.com/commerce/webapi/rest/
"""

from clienteling.hub.connectors.foreign import decoded
from clienteling.hub.connectors.heard import Translation
from clienteling.hub.connectors.magento import goods, orders, people
from clienteling.hub.connectors.shop import Terms

_HEARD = {"customers": people.customer, "orders": orders.order, "creditmemos": orders.credit}


def translate(
    body: bytes, resource: str, terms: Terms, received_at: int, *, address: str = ""
) -> tuple[Translation, ...]:
    """`address` is the shop's, without a slash at its end: its pictures lie under it."""
    said = decoded(body)
    if said is None:
        return (Translation(terms.source, (), (f"{resource}: not a JSON object",)),)
    if resource in _HEARD:
        return (Translation(terms.source, tuple(_HEARD[resource](said, terms, received_at))),)
    if resource == "products":
        product = goods.product(said, address, received_at)
        return (Translation(terms.source, (), products=(product,) if product else ()),)
    if resource == "stock":
        return (Translation(terms.source, (), levels=tuple(goods.levels(said, received_at))),)
    return (Translation(terms.source, (), (f"{resource}: not read here",)),)
