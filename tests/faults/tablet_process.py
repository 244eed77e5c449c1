"""A tablet's process in its namespace, and what it said that it saved."""

import json
import queue
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import msgspec

from sync.address import Address
from sync.device.trusted.pairing import Pairing
from sync.hub.trust.devices import enrol
from sync.sqlite import immediate
from tests.hub.serving.hub_process import HubProcess

PATIENCE_S = 3.0
"""So long this tablet waits for an answer: less than the twenty seconds of a real one."""
ANSWER_S = 60.0


class TabletProcess:
    def __init__(self, file: Path, hub: HubProcess, hosts: tuple[str, ...], namespace: str = "") -> None:
        self._file = file
        with immediate(hub.house.engine) as connection:
            enrolled = enrol(connection, name=file.stem, scope="milano", now=hub.house.now())
        self._pairing = Pairing(
            hub_id=hub.fingerprint,
            hub_name="Hub",
            device_id=enrolled.device_id,
            device_name=file.stem,
            scope="milano",
            credential=enrolled.credential,
            addresses=tuple(Address(host, hub.port) for host in hosts),
        )
        self._before = ["ip", "netns", "exec", namespace] if namespace else []
        self.saved: set[str] = set()
        self.start()

    def start(self) -> None:
        """Again after it was killed."""
        line = [*self._before, sys.executable, "-m", "tests.faults.tablet_program", self._file]
        line += [msgspec.json.encode(self._pairing).decode(), str(PATIENCE_S)]
        self._said: queue.Queue[dict[str, Any]] = queue.Queue()
        self.process = subprocess.Popen(
            line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self._ear = threading.Thread(target=self._listen)
        self._ear.start()
        self._answer("ready")

    def write(self, count: int) -> None:
        self._ask(f"write {count}")
        self._answer("wrote")

    def keep_writing(self) -> None:
        self._ask("keep writing")

    def stop_writing(self) -> None:
        self._ask("stop writing")
        self._answer("stopped")

    def told(self) -> dict[str, Any]:
        """`pending`, `set_aside`, `state` and the ids of the visits that are `here`."""
        self._ask("tell")
        return self._answer("here")

    def signal(self, which: signal.Signals) -> None:
        self.process.send_signal(which)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(ANSWER_S)
        self._ear.join()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()

    def _ask(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def _answer(self, name: str) -> dict[str, Any]:
        while name not in (answer := self._said.get(timeout=ANSWER_S)):
            continue
        return answer

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if not line.endswith("\n"):
                return
            said = json.loads(line)
            if "saved" in said:
                self.saved.add(said["saved"])
            else:
                self._said.put(said)
