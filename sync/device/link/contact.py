"""What belongs to one paired hub, made and dropped together: the connection, the bell, the search."""

from collections.abc import Callable

from sync.address import Address
from sync.device.link.client import open_hub
from sync.device.link.discovery import Discovery
from sync.device.link.live import LiveListener
from sync.device.state import Cursor
from sync.device.trusted.pairing import Pairing
from sync.device.trusted.trust import Trust
from sync.wire import Bell, Fetched


class Contact:
    def __init__(
        self,
        trust: Trust,
        cursor: Callable[[], Cursor],
        rung: Callable[[Bell | None], None],
        seen: Callable[[Address], None],
        service_type: str | None,
    ) -> None:
        self.trust = trust
        self.aborted = False
        self.hub = open_hub(trust.pairing)
        self._listener = LiveListener(lambda: open_hub(trust.pairing, self.hub.addresses), cursor, rung)
        self._discovery = Discovery(service_type, self._hub_ids, seen) if service_type else None

    def _hub_ids(self) -> tuple[str, ...]:
        return (self.pairing.hub_id, *self.pairing.next_hub_ids)

    @property
    def pairing(self) -> Pairing:
        """As it stands now."""
        return self.trust.pairing

    def listen(self) -> None:
        """The hub has answered: hear its bell."""
        self._listener.resume()

    def fetch(self, group: str) -> Fetched:
        """On the caller's thread, over a connection of its own. Raises what the hub's calls raise."""
        hub = open_hub(self.trust.pairing, self.hub.addresses)
        try:
            return hub.fetch(group)
        finally:
            hub.close()

    def abort(self) -> None:
        """From another thread: whatever waits for the hub stops waiting, for good."""
        self.hub.abort()
        self.aborted = True

    def close(self) -> None:
        if self._discovery is not None:
            self._discovery.close()
        self._listener.close()
        self.hub.close()
