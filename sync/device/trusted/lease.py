"""How long a device may show what it holds without having met its hub.

The time since then is measured by the hub's clock as far as it is known, and never runs backwards: it is at
least what was noted before, and what this process has seen pass. Setting the clock back gains nothing.
"""

import time
from collections.abc import Callable
from enum import StrEnum

import sqlalchemy as sa

from sync.device.replica import Replica
from sync.device.state import Fact, get, get_number, put

NOTED_EVERY_MS = 60_000

Ticks = Callable[[], float]
"""Seconds that only grow."""


class Standing(StrEnum):
    OPEN = "open"
    EXPIRED = "expired"
    """The hub was not met for longer than it allows."""
    REVOKED = "revoked"
    """The hub said that it trusts this device no more."""


def since_boot() -> float:
    """Also counts while the machine sleeps, where the system has such a clock."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)


def met(connection: sa.Connection, *, lease_ms: int, hub_now: int) -> None:
    """The hub has answered: its clock counts, and the lease begins again."""
    put(connection, Fact.LEASE, max(0, lease_ms))
    put(connection, Fact.MET_AT, hub_now)
    put(connection, Fact.LATEST, hub_now)
    put(connection, Fact.REVOKED, "")


class Lease:
    """For the sync thread, and for the start before it."""

    def __init__(self, replica: Replica, ticks: Ticks = since_boot) -> None:
        self._replica = replica
        self._ticks = ticks
        self._looked = ticks()

    def standing(self) -> Standing:
        with self._replica.read() as connection:
            if get(connection, Fact.REVOKED):
                return Standing.REVOKED
            lease_ms = get_number(connection, Fact.LEASE)
            met_at, noted = get_number(connection, Fact.MET_AT), get_number(connection, Fact.LATEST)
        if not lease_ms:
            return Standing.OPEN
        ticks = self._ticks()
        latest = max(noted + int((ticks - self._looked) * 1000), self._replica.now())
        if latest - noted >= NOTED_EVERY_MS:
            self._note(latest)
            self._looked = ticks
        return Standing.EXPIRED if latest - met_at >= lease_ms else Standing.OPEN

    def revoke(self) -> Standing:
        """The hub says that it trusts this device no more."""
        with self._replica.transaction() as connection:
            put(connection, Fact.REVOKED, "yes")
        return Standing.REVOKED

    def begin_again(self) -> None:
        """The hub was met just now."""
        self._looked = self._ticks()

    def _note(self, latest: int) -> None:
        with self._replica.transaction() as connection:
            put(connection, Fact.LATEST, max(latest, get_number(connection, Fact.LATEST)))
