"""What belongs to one paired hub, made and dropped together: the connection, the bell, the search."""

from collections.abc import Callable
from dataclasses import replace

from sync.address import Address
from sync.device.client import HttpHub
from sync.device.discovery import Discovery
from sync.device.live import LiveListener
from sync.device.pairing import Pairing
from sync.device.pinning import Pin
from sync.device.state import Cursor
from sync.wire import Bell


class Contact:
    def __init__(
        self,
        pairing: Pairing,
        cursor: Callable[[], Cursor],
        rung: Callable[[Bell | None], None],
        seen: Callable[[Address], None],
        service_type: str | None,
    ) -> None:
        self.pairing = pairing
        self.aborted = False
        self.hub = _open(pairing, pairing.addresses)
        self._listener = LiveListener(lambda: _open(pairing, self.hub.addresses), cursor, rung)
        self._discovery = Discovery(service_type, pairing.hub_id, seen) if service_type else None

    def listen(self) -> None:
        """The hub has answered: hear its bell."""
        self._listener.resume()

    def moved(self) -> Pairing | None:
        """The pairing with the addresses in their new order, None when the order is as it was."""
        if self.hub.addresses == self.pairing.addresses:
            return None
        return replace(self.pairing, addresses=self.hub.addresses)

    def abort(self) -> None:
        """From another thread: whatever waits for the hub stops waiting, for good."""
        self.hub.abort()
        self.aborted = True

    def close(self) -> None:
        if self._discovery is not None:
            self._discovery.close()
        self._listener.close()
        self.hub.close()


def _open(pairing: Pairing, addresses: tuple[Address, ...]) -> HttpHub:
    return HttpHub(Pin(pairing.hub_id), addresses, pairing.credential)
