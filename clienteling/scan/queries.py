import sqlalchemy as sa

from clienteling.cards.tables import card_link
from clienteling.cards.use_cases import plain_number
from clienteling.catalog.tables import variant
from clienteling.customers.aliases import standing
from clienteling.customers.tables import customer, identifier
from clienteling.customers.values import IdentifierKind
from clienteling.records import uncorrected
from clienteling.scan.values import ProductFound


def customers_with_card(conn: sa.Connection, spellings: tuple[str, ...]) -> tuple[str, ...]:
    """The customers on whose card one of these spellings stands, each person once."""
    on_the_customer = sa.select(customer.c.id).where(customer.c.card_number.in_(spellings))
    linked = (
        sa.select(identifier.c.customer_id)
        .join(customer, customer.c.id == identifier.c.customer_id)
        .where(identifier.c.value.in_(spellings), identifier.c.kind == IdentifierKind.CARD)
    )
    at_the_counter = (
        sa.select(card_link.c.customer_id)
        .join(customer, customer.c.id == card_link.c.customer_id)
        .where(card_link.c.number.in_({plain_number(one) for one in spellings}), uncorrected(card_link))
    )
    found = conn.execute(sa.union(on_the_customer, linked, at_the_counter)).scalars().all()
    return tuple(dict.fromkeys(standing(conn, found).values())) if found else ()


def product_with_ean(conn: sa.Connection, spellings: tuple[str, ...]) -> ProductFound | None:
    found = conn.execute(
        sa.select(variant.c.product_id, variant.c.id, variant.c.ean).where(variant.c.ean.in_(spellings))
    ).first()
    return ProductFound(*found) if found else None
