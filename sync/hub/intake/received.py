"""How many of a device's writes have taken effect, counted in the transaction of the effect."""

import sqlalchemy as sa

from sync.hub import schema
from sync.hub.databases.said import said

_received = schema.received.c
_hers = _received.device_id == sa.bindparam("b_device")
_LAST = said(sa.select(_received.last_dseq).where(_hers))
_LAST_ALONE = said(sa.select(_received.last_dseq).where(_hers).with_for_update())
_COUNT = said(schema.received.update().where(_hers).values(last_dseq=sa.bindparam("b_last")))


def last_dseq(connection: sa.Connection, device_id: str, *, counting: bool = False) -> int:
    """The newest write of a device; `counting` keeps its other pushes waiting until the transaction ends."""
    return (_LAST_ALONE if counting else _LAST).value(connection, b_device=device_id) or 0


def count(connection: sa.Connection, device_id: str, last: int, *, first: bool) -> None:
    if first:
        connection.execute(schema.received.insert().values(device_id=device_id, last_dseq=last))
    else:
        _COUNT.run(connection, b_device=device_id, b_last=last)
