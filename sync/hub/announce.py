"""Tells the local network by mDNS where the hub is. Whoever hears it still checks the certificate."""

import socket
from collections.abc import Sequence

from zeroconf import InterfaceChoice, NonUniqueNameException, ServiceInfo, Zeroconf

from sync.fingerprint import ANNOUNCED_DIGITS, ANNOUNCED_KEY

LONGEST_NAME = 40
"""Of the 63 bytes of a DNS label; the hub's id makes it unique."""


class Announcement:
    """Lasts until `close`. Both may take a second: to be called in a worker thread.

    Raises OSError where there is no network to announce on.
    """

    def __init__(
        self,
        service_type: str,
        *,
        name: str,
        fingerprint: str,
        hosts: Sequence[str],
        port: int,
        interfaces: Sequence[str] = (),
    ) -> None:
        self._network = Zeroconf(interfaces=list(interfaces) or InterfaceChoice.Default)
        shown = name.encode()[:LONGEST_NAME].decode("utf-8", "ignore").replace(".", " ")
        self._info = ServiceInfo(
            f"{service_type}.local.",
            f"{shown} {fingerprint[:8]}.{service_type}.local.",
            addresses=[socket.inet_aton(host) for host in hosts],
            port=port,
            properties={ANNOUNCED_KEY: fingerprint[:ANNOUNCED_DIGITS].encode()},
            server=f"sync-{fingerprint[:16]}.local.",
        )
        try:
            self._network.register_service(self._info, allow_name_change=True)
        except (NonUniqueNameException, OSError):
            self._network.close()
            raise

    def close(self) -> None:
        self._network.unregister_service(self._info)
        self._network.close()
