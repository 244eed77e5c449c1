"""The queue of a device as a file that only its hub opens."""

import msgspec
import sqlalchemy as sa

from sync.device import schema
from sync.device.outbox import RecordState
from sync.device.replica import Replica
from sync.device.state import Fact, get
from sync.device.trusted.pairing import Pairing
from sync.errors import NotPaired
from sync.queue_file import Queue, seal
from sync.wire import Fields, PushedRecord

_box = schema.outbox.c
_fields = msgspec.json.Decoder(Fields)
_seen = msgspec.json.Decoder(dict[str, dict[str, str]])
_UNSENT = sa.select(schema.outbox).where(_box.state != RecordState.CONFIRMED).order_by(_box.position)


def sealed_queue(replica: Replica, pairing: Pairing) -> bytes:
    """Everything that the hub has not confirmed, what it refused included.

    Nothing changes here: what still comes over the network later is known there.

    Raises NotPaired where the hub has not said yet to which key to seal it.
    """
    with replica.read() as connection:
        hub_key = get(connection, Fact.SEALING_KEY)
        rows = connection.execute(_UNSENT).all()
    if not hub_key:
        raise NotPaired("this hub has not said its key yet")
    records = [
        PushedRecord(
            dseq=number,
            collection=row.collection,
            id=row.record_id,
            fields=_fields.decode(row.fields),
            stamp=row.stamp,
            seen=_seen.decode(row.seen),
            new=bool(row.new),
        )
        for number, row in enumerate(rows, start=1)
    ]
    queue = Queue(records=records, made_at=replica.now())
    return seal(queue, hub_key=hub_key, device_id=pairing.device_id, credential=pairing.credential)
