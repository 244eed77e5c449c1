"""What was recorded at somebody else and then found to be hers is hers in every version: it goes with her."""

import sqlalchemy as sa

from clienteling.customers.aliases import ids_of
from clienteling.interactions.tables import interaction
from sync.batches import batches
from sync.hub.writer import HubWriter


def take_what_was_hers(writer: HubWriter, customer_id: str) -> None:
    """Before she is erased: without its newer version each of these would stand at the others' again."""
    conn = writer.connection
    of_her = interaction.c.customer_id.in_(ids_of(conn, customer_id))
    replaced = sa.select(interaction.c.corrects).where(of_her, interaction.c.corrects.is_not(None))
    found, ahead = set[str](), set(conn.scalars(replaced))
    while ahead:
        found |= ahead
        earlier = set[str | None]()
        for some in batches(sorted(ahead)):
            earlier |= set(conn.scalars(sa.select(interaction.c.corrects).where(interaction.c.id.in_(some))))
        ahead = {one for one in earlier if one} - found
    others = set[str]()
    for some in batches(sorted(found)):
        of_nobody = interaction.c.customer_id.is_(None)
        elsewhere = sa.select(interaction.c.id).where(
            interaction.c.id.in_(some), sa.or_(of_nobody, sa.not_(of_her))
        )
        others |= set(conn.scalars(elsewhere))
    writer.expire(interaction.name, sorted(others))
