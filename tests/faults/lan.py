"""A shop's network: the hub and each tablet in a network namespace of its own, a cable between each two."""

import os
import shutil
import subprocess
from contextlib import ExitStack
from functools import cache
from pathlib import Path

from tests.faults.cable import Cable, ip
from tests.hub.serving.hub_process import HubProcess


@cache
def unavailable() -> str:
    """Why this machine cannot give us namespaces, empty where it can."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "network namespaces need root"
    if shutil.which("ip") is None:
        return "iproute2 is not installed"
    if not Path("/dev/net/tun").exists():
        return "the kernel has no TUN devices"
    return _tried(f"clp{os.getpid()}")


def _tried(name: str) -> str:
    """Root of a container or of a changed root directory may still not be allowed to."""
    try:
        ip("netns", "add", name)
    except subprocess.CalledProcessError:
        return "network namespaces cannot be made here"
    try:
        ip("-n", name, "link", "set", "lo", "up")
        ip("netns", "exec", name, "true")
    except subprocess.CalledProcessError:
        return "network namespaces cannot be entered here"
    finally:
        ip("netns", "del", name)
    return ""


class Lan:
    def __init__(self, tablets: int) -> None:
        self.hub = f"clh{os.getpid()}"
        self.tablets = [f"clt{os.getpid()}x{number}" for number in range(tablets)]
        self._made = ExitStack()
        for name in (self.hub, *self.tablets):
            ip("netns", "add", name)
            self._made.callback(ip, "netns", "del", name)
            ip("-n", name, "link", "set", "lo", "up")
        self.cables: list[Cable] = []
        for number, name in enumerate(self.tablets, start=1):
            self.cables.append(Cable(number, self.hub, name))
            self._made.callback(self.cables[-1].close)

    def plug_everything(self) -> None:
        for cable in self.cables:
            cable.plug()

    def close(self) -> None:
        self._made.close()


class NamespacedHub(HubProcess):
    """The hub's process in its namespace, on every address there."""

    host = "0.0.0.0"
    more = ("--no-announce",)

    def within(self, lan: Lan) -> None:
        self.before = ("ip", "netns", "exec", lan.hub)
