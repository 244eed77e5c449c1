"""What only the hub keeps of a customer, erased with her: what sources sent about her, names, imports."""

from collections.abc import Collection, Iterable

import sqlalchemy as sa

from clienteling.customers import normal
from clienteling.customers.tables import customer, identifier
from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.heard import Hint
from clienteling.hub.identity import following, joinings
from clienteling.hub.identity.matching import comparing as matching
from clienteling.hub.identity.tables import stranger, waiting_event
from clienteling.hub.importing import memory as imports
from clienteling.hub.intake import raw as raws
from clienteling.hub.privacy.forgotten import Forgotten
from sync.batches import batches

SHORTEST_NAME = 4
"""A shorter name of hers would be found in what others sent."""


def erase_beside(connection: sa.Connection, customer_id: str, forgotten: Forgotten, now: int) -> None:
    """Before her records go, for they say by which names she is known."""
    hints = names_of(connection, customer_id)
    forgotten.forget(connection, customer_id, hints, now)
    erase_names(connection, {customer_id, *(hint.value for hint in hints)})
    forget_record(connection, customer_id)


def forget_record(connection: sa.Connection, customer_id: str) -> None:
    """What is kept beside her record under its id; nothing that goes by a name."""
    imports.forget(connection, customer_id)
    matching.forget(connection, customer_id)
    joinings.forget(connection, customer_id)
    following.forget(connection, customer_id)


def erase_names(connection: sa.Connection, names: Collection[str]) -> None:
    """What sources sent that names her, and the stranger whom she was to them."""
    raws.erase(connection, {name for name in names if len(name) >= SHORTEST_NAME})
    _erase_strangers(connection, names)


def names_of(connection: sa.Connection, customer_id: str) -> set[Hint]:
    """Everything that identifies her to a source. A device that several people share is nobody's name."""
    of_her = sa.select(identifier).where(identifier.c.customer_id == customer_id)
    kinds = set(IdentifierKind)
    linked = {
        Hint(IdentifierKind(row.kind), row.source, value)
        for row in connection.execute(of_her)
        for value in (row.value, row.written)
        if row.kind in kinds and value
    }
    row = connection.execute(
        sa.select(customer.c.email, customer.c.phone, customer.c.card_number).where(
            customer.c.id == customer_id
        )
    ).one_or_none()
    written = (
        (
            (IdentifierKind.EMAIL, normal.email(row.email) or row.email),
            (IdentifierKind.PHONE, normal.phone(row.phone) or row.phone),
            (IdentifierKind.CARD, row.card_number),
        )
        if row
        else ()
    )
    return linked | {Hint(kind, "", value) for kind, value in written if value}


def _erase_strangers(connection: sa.Connection, names: Iterable[str]) -> None:
    for some in batches(sorted(names)):
        found = sa.select(stranger.c.stranger_id).where(stranger.c.value.in_(some))
        ids = connection.execute(found).scalars().all()
        connection.execute(waiting_event.delete().where(waiting_event.c.stranger_id.in_(ids)))
        connection.execute(stranger.delete().where(stranger.c.stranger_id.in_(ids)))
