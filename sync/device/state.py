"""The few facts that a device remembers about itself and its hub, each read and written in a transaction."""

import uuid
from dataclasses import dataclass
from enum import StrEnum

import sqlalchemy as sa

from sync.device import driver


class Fact(StrEnum):
    NODE = "node"
    EPOCH = "epoch"
    CURSOR = "cursor"
    FLOOR = "floor"
    """What the hub had forgotten when this device began from zero, which it therefore never had."""
    LAST_DSEQ = "last_dseq"
    LAST_STAMP = "last_stamp"
    CLOCK_OFFSET = "clock_offset"
    SHAPE = "shape"
    COMPLETE_AT = "complete_at"
    AUDITED = "audited"
    HOLDS = "holds"
    """What of the grouped records this device holds, as the hub said last: everything or a scope."""
    SWEEP = "sweep"
    """The epoch in which this device started again: at the end of the pull, what was not told goes."""
    LEASE = "lease_ms"
    MET_AT = "met_at"
    LATEST = "latest"
    """The newest instant that was known, so that a clock set back gains nothing."""
    REVOKED = "revoked"
    SEALING_KEY = "sealing_key"
    """The hub's, as it said last."""
    SCOPE = "scope"
    """Of this device, as the hub said when it told its key."""
    SCOPE_KEY = "scope_key"
    """What the devices of its scope have in common, and no others are told: scope_keys.py."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far this device has the hub's feed: the hub's epoch and the last position in it."""

    epoch: str = ""
    seq: int = 0


_GET = "SELECT value FROM sync_state WHERE name = ?"
_PUT = """
    INSERT INTO sync_state (name, value) VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""
_CURSOR = """
    SELECT (SELECT value FROM sync_state WHERE name = 'epoch'),
           (SELECT value FROM sync_state WHERE name = 'cursor')
"""
_PUT_CURSOR = """
    INSERT INTO sync_state (name, value) VALUES ('epoch', ?), ('cursor', ?)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""


def get(connection: sa.Connection, fact: Fact) -> str:
    """Empty when it was never set."""
    return driver.value(connection, _GET, (fact.value,)) or ""


def get_number(connection: sa.Connection, fact: Fact) -> int:
    return int(get(connection, fact) or 0)


def put(connection: sa.Connection, fact: Fact, value: str | int) -> None:
    driver.rows(connection, _PUT, (fact.value, str(value)))


def cursor(connection: sa.Connection) -> Cursor:
    ((epoch, seq),) = driver.rows(connection, _CURSOR)
    return Cursor(epoch or "", int(seq or 0))


def put_cursor(connection: sa.Connection, value: Cursor) -> None:
    driver.rows(connection, _PUT_CURSOR, (value.epoch, str(value.seq)))


def node(connection: sa.Connection) -> str:
    """The name this replica's stamps carry, made once with the file."""
    known = get(connection, Fact.NODE)
    if not known:
        known = uuid.uuid4().hex[:12]
        put(connection, Fact.NODE, known)
    return known
