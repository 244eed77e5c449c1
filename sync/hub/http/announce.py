"""Tells the local network by mDNS where the hub is. Whoever hears it still checks the certificate."""

import socket
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sync.fingerprint import ANNOUNCED_DIGITS, ANNOUNCED_KEY
from sync.local_network import LocalNetwork, shared

if TYPE_CHECKING:
    from zeroconf import ServiceInfo, Zeroconf

LONGEST_NAME = 40
"""Of the 63 bytes of a DNS label; the hub's id makes it unique."""


class Announcement:
    """From now on until `close`, with the addresses that `hosts` gives on each network that comes."""

    def __init__(
        self,
        service_type: str,
        *,
        name: str,
        fingerprint: str,
        hosts: Callable[[], Sequence[str]],
        port: int,
        network: LocalNetwork | None = None,
    ) -> None:
        self._service_type = service_type
        self._name = name
        self._fingerprint = fingerprint
        self._hosts = hosts
        self._port = port
        self._info: ServiceInfo | None = None
        self._network = network or shared()
        self._network.join(self)

    def close(self) -> None:
        """May take a second: the network is told that the hub goes."""
        self._network.leave(self, wait=True)

    def attach(self, zeroconf: "Zeroconf") -> None:
        info = self._announced()
        zeroconf.register_service(info, allow_name_change=True)
        self._info = info

    def detach(self, zeroconf: "Zeroconf") -> None:
        if self._info is not None:
            zeroconf.unregister_service(self._info)
            self._info = None

    def _announced(self) -> "ServiceInfo":
        from zeroconf import ServiceInfo

        shown = self._name.encode()[:LONGEST_NAME].decode("utf-8", "ignore").replace(".", " ")
        return ServiceInfo(
            f"{self._service_type}.local.",
            f"{shown} {self._fingerprint[:8]}.{self._service_type}.local.",
            addresses=[socket.inet_aton(host) for host in self._hosts()],
            port=self._port,
            properties={ANNOUNCED_KEY: self._fingerprint[:ANNOUNCED_DIGITS].encode()},
            server=f"sync-{self._fingerprint[:16]}.local.",
        )
