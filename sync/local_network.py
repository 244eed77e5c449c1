"""The process's one mDNS instance, made anew when this machine's addresses change, and now and then.

The library binds to the addresses that it finds at its start and does not notice that a network came or went.
"""

import logging
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Protocol

import ifaddr

if TYPE_CHECKING:
    from zeroconf import Zeroconf

LOOK_S = 5.0
"""How often the addresses are looked at."""
AFRESH_S = 300.0
"""A new beginning even where nothing seems to have changed: what was missed is asked for again."""

_log = logging.getLogger(__name__)


class Part(Protocol):
    """Somebody who announces or looks for something. Called on the network's thread; may take a second."""

    def attach(self, zeroconf: "Zeroconf") -> None:
        """A new instance begins. May raise OSError or zeroconf's errors; the next instance tries again."""
        ...

    def detach(self, zeroconf: "Zeroconf") -> None:
        """Take back what `attach` did, which may have failed; the instance ends, or this part leaves."""
        ...


def own_addresses() -> frozenset[str]:
    """Of this machine, as text."""
    with suppress(OSError):
        return frozenset(str(ip.ip) for adapter in ifaddr.get_adapters() for ip in adapter.ips)
    return frozenset()


class LocalNetwork:
    """A thread while there are parts. Without any network it waits for one."""

    def __init__(
        self,
        interfaces: Sequence[str] = (),
        addresses: Callable[[], frozenset[str]] = own_addresses,
    ) -> None:
        self._interfaces = list(interfaces)
        self._addresses = addresses
        self._changed = threading.Condition()
        self._parts: list[Part] = []
        self._attached: list[Part] = []
        self._running = False

    def join(self, part: Part) -> None:
        """Returns at once."""
        with self._changed:
            self._parts.append(part)
            self._changed.notify_all()
            if not self._running:
                self._running = True
                threading.Thread(target=self._run, name="local-network", daemon=True).start()

    def leave(self, part: Part, *, wait: bool) -> None:
        """With `wait`, returns when the part has been let go."""
        with self._changed:
            self._parts.remove(part)
            self._changed.notify_all()
            if wait:
                self._changed.wait_for(lambda: part not in self._attached)

    def _run(self) -> None:
        while self._wanted():
            here = self._addresses()
            zeroconf = self._open() if here else None
            if zeroconf is None:
                self._pause()
                continue
            try:
                self._serve(zeroconf, here)
            finally:
                zeroconf.close()

    def _wanted(self) -> bool:
        """The thread ends with the last part; whoever joins then makes another one."""
        with self._changed:
            self._running = bool(self._parts)
            return self._running

    def _open(self) -> "Zeroconf | None":
        from zeroconf import InterfaceChoice, Zeroconf

        try:
            return Zeroconf(interfaces=self._interfaces or InterfaceChoice.Default)
        except OSError:
            return None

    def _serve(self, zeroconf: "Zeroconf", here: frozenset[str]) -> None:
        """Until the addresses change, everybody has left, or it is time to begin afresh."""
        rounds = 0
        while True:
            self._settle(zeroconf, self._parts)
            if not self._attached or rounds > AFRESH_S / LOOK_S or self._addresses() != here:
                break
            rounds += 1
            self._pause()
        self._settle(zeroconf, ())

    def _settle(self, zeroconf: "Zeroconf", wanted: Sequence[Part]) -> None:
        """Attach who has come, detach who has gone."""
        with self._changed:
            come = [part for part in wanted if part not in self._attached]
            gone = [part for part in self._attached if part not in wanted]
        for part in gone:
            _tried(part.detach, zeroconf)
            self._mark(part, attached=False)
        for part in come:
            self._mark(part, attached=True)
            _tried(part.attach, zeroconf)

    def _mark(self, part: Part, *, attached: bool) -> None:
        with self._changed:
            (self._attached.append if attached else self._attached.remove)(part)
            self._changed.notify_all()

    def _pause(self) -> None:
        with self._changed:
            before = list(self._parts)
            self._changed.wait_for(lambda: self._parts != before, LOOK_S)


@cache
def shared() -> LocalNetwork:
    """The one of this process."""
    return LocalNetwork()


def _tried(step: "Callable[[Zeroconf], None]", zeroconf: "Zeroconf") -> None:
    from zeroconf import Error

    try:
        step(zeroconf)
    except (OSError, Error):
        _log.warning("This network takes no announcement or search; trying again on the next one")
