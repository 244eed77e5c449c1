"""Sees the hub on the local network by mDNS. A hint and no more: announcements are not authenticated."""

import threading
from collections.abc import Callable

from sync.address import Address
from sync.fingerprint import ANNOUNCED_DIGITS, ANNOUNCED_KEY

AFRESH_S = 300.0
"""The library does not notice that a network came or went, so the search begins afresh now and then."""
ANSWER_MS = 2_000


class Discovery:
    """Calls `seen` on a thread of its own with each address at which a hub of that id is announced."""

    def __init__(
        self,
        service_type: str,
        hub_id: str,
        seen: Callable[[Address], None],
        interfaces: list[str] | None = None,
    ) -> None:
        self._service_type = f"{service_type}.local."
        self._hub_id = hub_id[:ANNOUNCED_DIGITS]
        self._seen = seen
        self._interfaces = interfaces
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sync-discovery", daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._closed.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._closed.is_set():
            self._search()
            self._closed.wait(1.0)

    def _search(self) -> None:
        """One search on the network as it is now; without any network it ends at once."""
        from zeroconf import InterfaceChoice, ServiceBrowser, Zeroconf

        try:
            network = Zeroconf(interfaces=self._interfaces or InterfaceChoice.Default)
        except OSError:
            return
        try:
            ServiceBrowser(network, self._service_type, handlers=[self._changed])
            self._closed.wait(AFRESH_S)
        finally:
            network.close()

    def _changed(self, zeroconf: object, service_type: str, name: str, state_change: object) -> None:
        """The names are the library's: it calls by keyword."""
        from zeroconf import IPVersion, ServiceStateChange, Zeroconf

        if state_change is ServiceStateChange.Removed or not isinstance(zeroconf, Zeroconf):
            return
        info = zeroconf.get_service_info(service_type, name, ANSWER_MS)
        if info is None or info.port is None or info.properties.get(ANNOUNCED_KEY) != self._hub_id.encode():
            return
        for host in info.parsed_addresses(IPVersion.V4Only):
            self._seen(Address(host, info.port))
