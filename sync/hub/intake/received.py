"""How many of a device's writes have taken effect, counted in the transaction of the effect."""

import sqlalchemy as sa

from sync.hub import schema


def last_dseq(connection: sa.Connection, device_id: str, *, counting: bool = False) -> int:
    """The newest write of a device; `counting` keeps its other pushes waiting until the transaction ends."""
    query = sa.select(schema.received.c.last_dseq).where(schema.received.c.device_id == device_id)
    return connection.execute(query.with_for_update() if counting else query).scalar() or 0


def count(connection: sa.Connection, device_id: str, last: int, *, first: bool) -> None:
    if first:
        connection.execute(schema.received.insert().values(device_id=device_id, last_dseq=last))
    else:
        where = schema.received.c.device_id == device_id
        connection.execute(schema.received.update().where(where).values(last_dseq=last))
