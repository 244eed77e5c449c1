"""A cable between two network namespaces: real IP packets, that a test loses, delays or stops.

Each end is a TUN device of the kernel; in between a thread carries the packets. What is stopped is dropped
without a word, as by a pulled plug: nobody gets an error, a FIN or a reset.
"""

import fcntl
import heapq
import os
import random
import select
import struct
import subprocess
import threading
import time
from dataclasses import dataclass

_TUNSETIFF = 0x400454CA
_IFF_TUN_NO_PI = 0x1001
_LARGEST = 1 << 16


def ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True, timeout=20)


@dataclass
class Weather:
    """What happens to packets; changed while the cable is in use."""

    loss: float = 0.0
    delay_s: float = 0.0
    to_hub: bool = True
    to_tablet: bool = True


class Cable:
    """From the hub's namespace to a tablet's; `number` makes its addresses."""

    def __init__(self, number: int, hub: str, tablet: str) -> None:
        self.hub_host, self.other_host, self.tablet_host = (f"10.77.{number}.{i}" for i in (1, 3, 2))
        self.weather = Weather()
        self._dice = random.Random(number)
        ends = (hub, f"cable{number}h"), (tablet, f"cable{number}t")
        self._hub, self._tablet = (_tun(namespace, name) for namespace, name in ends)
        hosts = self.hub_host, self.tablet_host
        for (namespace, name), own, peer in zip(ends, hosts, reversed(hosts), strict=True):
            ip("-n", namespace, "addr", "add", own, "peer", peer, "dev", name)
            ip("-n", namespace, "link", "set", name, "up")
        ip("-n", tablet, "route", "add", self.other_host, "dev", ends[1][1])
        self._hub_end = ends[0]
        self._hub_hosts = self.hub_host, self.other_host
        self._ending, self._end = os.pipe()
        self._thread = threading.Thread(target=self._carry, name=f"cable {number}")
        self._thread.start()

    def pull(self, *, to_hub: bool = True, to_tablet: bool = True) -> None:
        """Nothing goes in that direction any more."""
        self.weather.to_hub, self.weather.to_tablet = not to_hub, not to_tablet

    def plug(self) -> None:
        self.weather = Weather()

    def move_hub(self) -> None:
        """The hub's end goes over to its other address, or back; the old one answers no more."""
        old, new = self._hub_hosts
        ip("-n", self._hub_end[0], "addr", "del", old, "peer", self.tablet_host, "dev", self._hub_end[1])
        ip("-n", self._hub_end[0], "addr", "add", new, "peer", self.tablet_host, "dev", self._hub_end[1])
        self._hub_hosts = new, old

    def close(self) -> None:
        os.write(self._end, b".")
        self._thread.join()
        for descriptor in (self._hub, self._tablet, self._ending, self._end):
            os.close(descriptor)

    def _carry(self) -> None:
        under_way: list[tuple[float, int, int, bytes]] = []
        count = 0
        while True:
            wait = max(0.0, under_way[0][0] - time.monotonic()) if under_way else None
            ready, _, _ = select.select([self._hub, self._tablet, self._ending], [], [], wait)
            if self._ending in ready:
                return
            for source in ready:
                packet = os.read(source, _LARGEST)
                if self._passes(source):
                    count += 1
                    target = self._tablet if source == self._hub else self._hub
                    at = time.monotonic() + self.weather.delay_s
                    heapq.heappush(under_way, (at, count, target, packet))
            while under_way and under_way[0][0] <= time.monotonic():
                _, _, target, packet = heapq.heappop(under_way)
                os.write(target, packet)

    def _passes(self, source: int) -> bool:
        open_ = self.weather.to_tablet if source == self._hub else self.weather.to_hub
        return open_ and self._dice.random() >= self.weather.loss


def _tun(namespace: str, name: str) -> int:
    """A TUN device in that namespace; our end of it stays with us."""
    descriptor = os.open("/dev/net/tun", os.O_RDWR)
    fcntl.ioctl(descriptor, _TUNSETIFF, struct.pack("16sH22x", name.encode(), _IFF_TUN_NO_PI))
    ip("link", "set", name, "netns", namespace)
    return descriptor
