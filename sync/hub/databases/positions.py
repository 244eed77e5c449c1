"""The places of transactions in the feed's order, and how far a reader may see: what databases differ in."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Protocol

import sqlalchemy as sa

from sync.hub.databases.notices import Notices
from sync.hub.databases.one_writer import OneWriter
from sync.hub.history import History
from sync.hub.tally import Key
from sync.wire import Tally


class Positions(Protocol):
    """A position is one integer; later changes have larger ones, with gaps, up to 2^63 - 1.

    What a reader is told ends at a position below which nothing can appear any more.
    """

    @property
    def in_order(self) -> bool:
        """Whether transactions end in the order of their positions."""
        ...

    def notices(self) -> Notices:
        """By which processes wake each other."""
        ...

    @property
    def node(self) -> str:
        """The name under which this process stamps its own writes; asked before each."""
        ...

    def writing(self) -> AbstractContextManager[sa.Connection]:
        """A transaction that may give positions; on disk when the block has ended, undone when it raises."""
        ...

    def reading(self) -> AbstractContextManager[sa.Connection]:
        """Every query in the block sees the same moment."""
        ...

    def open(self, connection: sa.Connection) -> None:
        """Once, when a process begins; the tables are there, nobody else opens at the same time."""
        ...

    def alone(self, connection: sa.Connection, names: Iterable[str]) -> None:
        """No other transaction goes on that asks for one of these names, until this one ends."""
        ...

    def exclude(self, connection: sa.Connection) -> None:
        """Nobody else changes the feed or the tallies until this transaction ends; asked first in it."""
        ...

    def add_up(self) -> None:
        """Keep what `tallies` has to add up small; from time to time, in a transaction of its own."""
        ...

    def history(self, connection: sa.Connection) -> History | None:
        """What the hub knows of itself; `head` is the newest position that may be told. None at first."""
        ...

    def newest(self) -> tuple[History, bool] | None:
        """`history` and `settled` of one moment, in no transaction."""
        ...

    def begin(self, connection: sa.Connection) -> tuple[History, int] | None:
        """`history` within a writing transaction, and the position after which its own follow."""
        ...

    def finish(self, connection: sa.Connection, start: int, head: int, last_stamp: str) -> None:
        """Note, before the commit, the newest position given and the newest stamp."""
        ...

    def settled(self, connection: sa.Connection, known: History) -> bool:
        """Whether nothing is committed beyond `known.head`: only then do tallies say what readers hold."""
        ...

    def count(self, connection: sa.Connection, at: int, changes: Mapping[Key, Tally]) -> None:
        """Move tallies by what a transaction changes; `at` is its newest position."""
        ...

    def tallies(self, connection: sa.Connection, scopes: Iterable[str]) -> dict[Key, Tally]:
        """Those of these scopes, by scope and collection."""
        ...

    def set_tally(self, connection: sa.Connection, key: Key, tally: Tally) -> None:
        """Put one right that was found wrong."""
        ...


def positions_of(engine: sa.Engine) -> Positions:
    if engine.dialect.name == "postgresql":
        from sync.hub.databases.many_writers import ManyWriters

        return ManyWriters(engine)
    return OneWriter(engine)
