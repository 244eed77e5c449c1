"""What only the hub keeps of a customer, erased with her: what sources sent about her, names, imports."""

from collections.abc import Iterable

import sqlalchemy as sa

from clienteling.customers.tables import customer, identifier
from clienteling.hub.identity.tables import stranger, waiting_event
from clienteling.hub.importing import memory as imports
from clienteling.hub.intake import raw as raws
from sync.batches import batches

SHORTEST_NAME = 4
"""A shorter name of hers would be found in what others sent."""


def erase_beside(connection: sa.Connection, customer_id: str) -> None:
    """Before her records go, for they say by which names she is known."""
    names = _names(connection, customer_id)
    raws.erase(connection, {name for name in (customer_id, *names) if len(name) >= SHORTEST_NAME})
    _erase_strangers(connection, names)
    imports.forget(connection, customer_id)


def _names(connection: sa.Connection, customer_id: str) -> set[str]:
    """Everything that identifies her to a source. A device that several people share is nobody's name."""
    of_her = sa.select(identifier.c.value).where(identifier.c.customer_id == customer_id)
    row = connection.execute(
        sa.select(customer.c.email, customer.c.phone, customer.c.card_number).where(
            customer.c.id == customer_id
        )
    ).one_or_none()
    names = {*connection.execute(of_her).scalars(), *(row or ())}
    return {name for name in names if name}


def _erase_strangers(connection: sa.Connection, names: Iterable[str]) -> None:
    for some in batches(sorted(names)):
        found = sa.select(stranger.c.stranger_id).where(stranger.c.value.in_(some))
        ids = connection.execute(found).scalars().all()
        connection.execute(waiting_event.delete().where(waiting_event.c.stranger_id.in_(ids)))
        connection.execute(stranger.delete().where(stranger.c.stranger_id.in_(ids)))
