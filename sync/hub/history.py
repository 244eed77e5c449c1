"""The hub's one row about itself: epoch, newest position, newest stamp."""

import uuid
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from sync.hub import schema
from sync.hub.databases.said import said

_history = schema.history.c
_READ = said(
    sa.select(
        *(_history.epoch, _history.head, _history.last_stamp, _history.shape),
        *(_history.holding, _history.floor),
    )
)
_GO_ON = said(schema.history.update().values(head=sa.bindparam("b_head"), last_stamp=sa.bindparam("b_stamp")))


@dataclass(frozen=True, slots=True)
class History:
    epoch: str
    head: int
    last_stamp: str
    shape: str
    holding: str = ""
    """The rule that the scopes follow, empty where every device holds everything."""
    floor: int = 0
    """The newest tombstone that was dropped: a cursor behind it may have missed one."""


def read(connection: sa.Connection) -> History | None:
    rows = _READ.rows(connection)
    return History(*rows[0]) if rows else None


def begin(connection: sa.Connection, shape: str) -> History:
    fresh = History(new_epoch(), 0, "", shape)
    values = {"epoch": fresh.epoch, "head": fresh.head, "last_stamp": fresh.last_stamp, "shape": shape}
    connection.execute(schema.history.insert().values(id=1, **values))
    return fresh


def go_on(connection: sa.Connection, head: int, last_stamp: str) -> None:
    """The newest position that was given, and the newest stamp."""
    _GO_ON.run(connection, b_head=head, b_stamp=last_stamp)


def change(connection: sa.Connection, **values: Any) -> None:
    connection.execute(schema.history.update().values(**values))


def new_epoch() -> str:
    return uuid.uuid4().hex
