"""A shop in which two people work: what they did together says what one of them did."""

import sqlalchemy as sa

from clienteling.interactions import use_cases as interactions
from clienteling.interactions.tables import interaction
from clienteling.interactions.values import Draft, InteractionKind, Item, Reason
from clienteling.staff.values import Associate, Author, Role
from clienteling.tablet.app import App
from clienteling.tablet.session import SignedIn
from tests.tablet import giulia, tablets

SHOP = "bergamo-alta"
MARTA = SignedIn(
    Associate(id=tablets.MARTA, given_name="Marta", family_name="De Angelis", role=Role.MANAGER),
    SHOP,
    "Bergamo Alta",
    frozenset({SHOP}),
)


def furnish(app: App) -> None:
    """Once: the same tablet is looked at in both languages, by day and by night."""
    left = Item(product_id=giulia.NORA, variant_id=giulia.NORA_39, reason=Reason.SIZE)
    drafts = (
        Draft(kind=InteractionKind.FITTING, customer_id=giulia.GIULIA),
        Draft(kind=InteractionKind.NOT_BOUGHT, items=(left,)),
    )
    with tablets.replica_of(app).write() as writer:
        there = sa.select(interaction.c.id).where(interaction.c.store_id == SHOP)
        if writer.connection.execute(there.limit(1)).first() is None:
            for draft in drafts:
                interactions.record(writer, draft, author=Author(tablets.MARTA, SHOP))
