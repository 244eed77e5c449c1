"""A real hub: `clienteling hub serve` as a process of its own, on a free port of the loopback interface."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from clienteling.hub.app import create_hub
from sync.address import Address
from sync.pairing_code import scanned
from tests.hub.little_house import settled
from tests.hub.serving.hub_program import Patience

WITHIN_S = 60.0
STARTS_WITHIN_S = 90.0
"""On a machine that has much else to do."""


def until(holds: Callable[[], object], within_s: float = WITHIN_S) -> None:
    deadline = time.monotonic() + within_s
    while not holds():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.005)


def hub_command(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "clienteling", "hub", *map(str, arguments)]
    return subprocess.run(line, capture_output=True, text=True, timeout=STARTS_WITHIN_S, check=False)


class HubProcess:
    """`house` is the same hub seen from this process, through the same database."""

    host = "127.0.0.1"
    more: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    """Another program that runs this one, such as in a place of its own."""

    def __init__(self, data: Path, patience: Patience | None = None) -> None:
        self.data = data
        self.program = ["clienteling"]
        if patience is not None:
            self.program = ["tests.hub.serving.hub_program", msgspec.json.encode(patience).decode()]
        self.ready = data / "ready.json"
        self.log = data / "hub.log"
        self.house = create_hub(settled(data))
        with self.house.store.write() as writer:
            writer.insert("store", {"id": "milano", "name": "Milano Brera"})
            writer.insert("store", {"id": "roma", "name": "Roma Monti"})
        self.port = 0
        self.process: subprocess.Popen | None = None

    @property
    def address(self) -> Address:
        return Address("127.0.0.1", self.port)

    @property
    def fingerprint(self) -> str:
        return self.house.identity.fingerprint

    def start(self) -> None:
        """Again on the same port after the first time."""
        self.ready.unlink(missing_ok=True)
        line = [*self.before, sys.executable, "-m", *self.program, "hub", "serve", "--data", self.data]
        line += ["--host", self.host, "--port", str(self.port), "--ready-file", self.ready, *self.more]
        with self.log.open("ab") as log:
            process = self.process = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=log)
        try:
            until(lambda: self.ready.exists() or process.poll() is not None, STARTS_WITHIN_S)
        except AssertionError:
            self.kill()
            raise
        self.port = json.loads(self.ready.read_text())["port"]

    def stop(self) -> int:
        return self._end(signal.SIGTERM)

    def kill(self) -> None:
        self._end(signal.SIGKILL)

    def close(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.kill()
        self.house.close()

    def code(self, *hosts: str, fingerprint: str = "", now: int | None = None, scope: str = "milano") -> str:
        """The text of a fresh pairing code."""
        offer = self.house.pairings.offer(scope, self.house.now() if now is None else now)
        addresses = tuple(Address(host, self.port) for host in hosts or ("127.0.0.1",))
        return scanned(offer.secret, fingerprint or self.fingerprint, addresses)

    def _end(self, how: signal.Signals) -> int:
        assert self.process is not None
        self.process.send_signal(how)
        return self.process.wait(WITHIN_S)
