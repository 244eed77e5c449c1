"""What a device holds of its hub, kept in step with what the hub says: addresses, certificates, credential.

Everything is stored before it is used, and the former credential is kept beside the new one: a hub that was
restored from a backup knows only that.
"""

import logging
from collections.abc import Callable
from dataclasses import replace

from sync.device.link.client import HttpHub
from sync.device.trusted.pairing import Pairing
from sync.errors import KeysUnreachable
from sync.wire import Hello

log = logging.getLogger(__name__)

Keep = Callable[[Pairing], None]
"""Store a pairing; may raise KeysUnreachable."""
Kept = Callable[[], Pairing | None]
"""What is stored now; may raise KeysUnreachable."""


class Trust:
    """For the sync thread. `pairing` is what holds; what could not be stored does not."""

    def __init__(self, pairing: Pairing, keep: Keep, kept: Kept) -> None:
        self.pairing = pairing
        self._stored = pairing
        self._keep = keep
        self._kept = kept
        self._refused: set[str] = set()

    def met(self, hub: HttpHub, hello: Hello) -> None:
        """Take over what this hub has shown and said. May raise what its calls raise."""
        self._refused.clear()
        self._store(
            replace(
                self.pairing,
                addresses=hub.addresses,
                hub_id=hub.pin.fingerprint,
                next_hub_ids=tuple(hello.next_hub_ids),
            )
        )
        hub.pin.announced = self.pairing.next_hub_ids
        if hello.renew:
            self._renew(hub)

    def refused(self, hub: HttpHub) -> bool:
        """The hub does not know this credential. True where there is another one to try, which is now in use.

        Another process may have renewed it, or the hub may be an older state of itself.
        """
        self._refused.add(self.pairing.credential)
        swapped = replace(self.pairing, credential=self.pairing.former, former=self.pairing.credential)
        for other in (self._stored_now(), swapped):
            if other.credential and other.credential not in self._refused:
                self.pairing = other
                hub.credential = other.credential
                return True
        return False

    def _renew(self, hub: HttpHub) -> None:
        renewed = hub.renew().credential
        if self._store(replace(self.pairing, credential=renewed, former=self.pairing.credential)):
            hub.credential = renewed

    def _store(self, pairing: Pairing) -> bool:
        if pairing == self._stored:
            return True
        try:
            self._keep(pairing)
        except KeysUnreachable:
            log.warning("What the hub said could not be stored; it will say it again")
            return False
        self.pairing = self._stored = pairing
        return True

    def _stored_now(self) -> Pairing:
        try:
            stored = self._kept()
        except KeysUnreachable:
            return self.pairing
        same = stored is not None and stored.device_id == self.pairing.device_id
        return stored if stored is not None and same else self.pairing
