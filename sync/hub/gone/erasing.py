"""Erasing a group, and following up which devices have done the same."""

import logging
from collections.abc import Callable, Iterable

from sync.hub.gone import erasures
from sync.hub.gone.erasures import Erasure
from sync.hub.gone.remembered import GROUP
from sync.hub.scopes.holding import every_group
from sync.hub.transactions import Transactions
from sync.hub.writer import Hook, HubWriter
from sync.sqlite import fold
from sync.wire import Confirmation

_log = logging.getLogger(__name__)

Before = Callable[[HubWriter, str], None]
"""What the application does in records of other groups when this one is erased. It may be done twice."""


class Erasing:
    """`before` are called in a transaction of their own, and `hooks` within the one that erases a group."""

    def __init__(self, transactions: Transactions) -> None:
        self.before = list[Before]()
        self.hooks = list[Hook]()
        self._transactions = transactions
        self._remembered = transactions.remembered

    def erase(self, group: str, hooks: Iterable[Hook] | None = None) -> int:
        """Erase everything of a group, for ever. Returns how many records there were here.

        `hooks`, where given, are called instead of its own; what one of them raises leaves all as it was.
        Devices erase theirs when they next say hello. Raises HubRefused (storage full), OSError.
        """
        if hooks is None and self.before:
            with self._transactions.write() as writer:
                for one in self.before:
                    one(writer, group)
        with self._transactions.write() as writer:
            count = writer.erase(group, self.hooks if hooks is None else hooks)
        fold(self._transactions.engine)
        _log.info("A group was erased: %d records", count)
        return count

    def is_behind(self) -> bool:
        """Whether the database is from before an erasure: a backup was put back."""
        if self._remembered is None:
            return False
        done = self._remembered.read()
        with self._transactions.read() as connection:
            return len(erasures.known(connection, done)) < len(done)

    def erase_again(self) -> int:
        """After a backup was put back: erase whom it brought back. Returns how many groups."""
        if self._remembered is None:
            return 0
        gone = self._remembered.read()
        with self._transactions.write() as writer:
            erasures.keep(writer.connection, gone)
            groups = every_group(writer.connection)
        back = [group for group in groups if self._remembered.hash_of(GROUP, group) in gone]
        for group in back:
            self.erase(group)
        return len(back)

    def overview(self) -> list[Erasure]:
        """All that were ever done, and how many devices have confirmed each."""
        with self._transactions.read() as connection:
            return erasures.overview(connection)

    def confirmations(self, erasure_id: str) -> list[tuple[str, int | None]]:
        """Each device that had to erase too, and when it confirmed."""
        with self._transactions.read() as connection:
            return erasures.confirmations(connection, erasure_id)

    def unconfirmed(self) -> list[str]:
        """The devices that have not confirmed something."""
        with self._transactions.read() as connection:
            return erasures.unconfirmed(connection)

    def newest(self) -> str:
        """Names the newest one, empty without any: what was copied from here before holds somebody erased."""
        with self._transactions.read() as connection:
            return erasures.newest(connection)

    def confirm(self, device_id: str, confirmation: Confirmation) -> None:
        """This device holds nothing of these groups any more."""
        with self._transactions.write() as writer:
            now = self._transactions.now()
            erasures.confirm(writer.connection, device_id, confirmation.erased, now)
