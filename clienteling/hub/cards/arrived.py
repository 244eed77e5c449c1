"""Cards that a tablet opened for now, once it is known whose they are: they are no longer provisional."""

from collections.abc import Collection

import sqlalchemy as sa

from clienteling.customers.provisional import NAMELESS
from clienteling.customers.tables import customer
from sync.batches import batches
from sync.hub.store import HubStore

_ARRIVED = sa.select(customer.c.id).where(customer.c.provisional, ~NAMELESS)


def settle(store: HubStore, ids: Collection[str] | None) -> None:
    """Of these customers, or of all: the tablet's word came later than her record, but knew nothing of it."""
    with store.read() as conn:
        if ids is None:
            found = list(conn.scalars(_ARRIVED))
        else:
            asked = (conn.scalars(_ARRIVED.where(customer.c.id.in_(some))) for some in batches(sorted(ids)))
            found = [customer_id for some in asked for customer_id in some]
    for some in batches(found):
        with store.write() as writer:
            writer.prefetch([("customer", customer_id) for customer_id in some])
            for customer_id in some:
                writer.update("customer", customer_id, {"provisional": False})
