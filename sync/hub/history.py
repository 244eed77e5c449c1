"""The hub's one row about itself: epoch, newest position, newest stamp."""

import uuid
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from sync.hub import schema


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
    columns = schema.history.c
    query = sa.select(
        *(columns.epoch, columns.head, columns.last_stamp, columns.shape, columns.holding, columns.floor)
    )
    row = connection.execute(query).one_or_none()
    return History(*row) if row else None


def begin(connection: sa.Connection, shape: str) -> History:
    fresh = History(new_epoch(), 0, "", shape)
    values = {"epoch": fresh.epoch, "head": fresh.head, "last_stamp": fresh.last_stamp, "shape": shape}
    connection.execute(schema.history.insert().values(id=1, **values))
    return fresh


def change(connection: sa.Connection, **values: Any) -> None:
    connection.execute(schema.history.update().values(**values))


def new_epoch() -> str:
    return uuid.uuid4().hex
