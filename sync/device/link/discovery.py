"""Sees the hub on the local network by mDNS. A hint and no more: announcements are not authenticated."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from sync.address import Address
from sync.fingerprint import ANNOUNCED_DIGITS, ANNOUNCED_KEY
from sync.local_network import LocalNetwork, shared

if TYPE_CHECKING:
    from zeroconf import ServiceBrowser, Zeroconf

ANSWER_MS = 2_000


class Discovery:
    """Calls `seen` on a thread of its own with each address at which a hub of one of these ids is announced.

    There are several while the hub is about to change its certificate: they are asked for at each sighting.
    Hubs are told apart by their ids, whatever they are called. Looks from now on until `close`.
    """

    def __init__(
        self,
        service_type: str,
        hub_ids: Callable[[], tuple[str, ...]],
        seen: Callable[[Address], None],
        network: LocalNetwork | None = None,
    ) -> None:
        self._service_type = f"{service_type}.local."
        self._hub_ids = hub_ids
        self._seen = seen
        self._browser: ServiceBrowser | None = None
        self._network = network or shared()
        self._network.join(self)

    def close(self) -> None:
        self._network.leave(self, wait=False)

    def attach(self, zeroconf: "Zeroconf") -> None:
        from zeroconf import ServiceBrowser

        self._browser = ServiceBrowser(zeroconf, self._service_type, handlers=[self._changed])

    def detach(self, zeroconf: "Zeroconf") -> None:
        del zeroconf
        if self._browser is not None:
            self._browser.cancel()
            self._browser = None

    def _changed(self, zeroconf: object, service_type: str, name: str, state_change: object) -> None:
        """The names are the library's: it calls by keyword."""
        from zeroconf import IPVersion, ServiceStateChange, Zeroconf

        if state_change is ServiceStateChange.Removed or not isinstance(zeroconf, Zeroconf):
            return
        info = zeroconf.get_service_info(service_type, name, ANSWER_MS)
        known = {hub_id[:ANNOUNCED_DIGITS].encode() for hub_id in self._hub_ids()}
        if info is None or info.port is None or info.properties.get(ANNOUNCED_KEY) not in known:
            return
        for host in info.parsed_addresses(IPVersion.V4Only):
            self._seen(Address(host, info.port))
