"""What a message to her is made from, read in one go off the UI thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clienteling.consents.values import ConsentState
from clienteling.outreach.values import Limit, Matter, Sent, Template, Way

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.catalog.products import Product
    from clienteling.customers.values import Customer
    from clienteling.stores.queries import Store
    from clienteling.tablet.record.picks import Picks
    from clienteling.tablet.session import SignedIn
    from clienteling.wording import Wording


@dataclass(frozen=True, kw_only=True)
class Reading:
    customer: "Customer"
    templates: Sequence[Template]
    matters: Mapping[str, Sequence[Matter]]
    """Language → what she could be written about, in that language."""
    consents: Sequence[ConsentState]
    past: Sequence[Sent]
    limit: Limit
    store: "Store | None"
    associate: str

    def to(self, way: Way) -> str:
        return self.customer.email if way is Way.EMAIL else self.customer.phone


def read_for(
    conn: "sa.Connection", *, customer_id: str, hand: "Picks", who: "SignedIn", time_zone: str, now: int
) -> Reading | None:
    """None where she is not here."""
    from clienteling.consents.queries import states
    from clienteling.customers.aliases import her
    from clienteling.customers.queries import customer_by_id
    from clienteling.outreach.queries import limit, sent_to, templates
    from clienteling.stores.queries import store_by_id
    from clienteling.wording import Wording

    she = her(conn, customer_id)
    customer = customer_by_id(conn, she)
    if customer is None:
        return None
    offered = templates(conn)
    products = _in_hand(conn, hand)
    languages = {template.in_language(customer.language)[0] for template in offered}
    wordings = {language: Wording(language, time_zone) for language in languages}
    return Reading(
        customer=customer,
        templates=offered,
        matters={i: _matters(conn, customer_id, products, w, now) for i, w in wordings.items()},
        consents=states(conn, she, now),
        past=sent_to(conn, she),
        limit=limit(conn),
        store=store_by_id(conn, who.store_id),
        associate=who.associate.given_name,
    )


def _matters(
    conn: "sa.Connection", customer_id: str, products: "list[Product]", wording: "Wording", now: int
) -> list[Matter]:
    from clienteling.outreach.matters import in_hand, matters

    return [*matters(conn, customer_id, now, wording), *in_hand(products, wording)]


def _in_hand(conn: "sa.Connection", hand: "Picks") -> "list[Product]":
    from clienteling.catalog.products import named

    known = named(conn, (pick.product_id for pick in hand), (pick.variant_id for pick in hand))
    return [product for pick in hand if (product := known.get(pick.product_id, pick.variant_id))]
