"""A hub of the tests' small shop in a process of its own, on a database that others may share.

`python -m tests.contract.hub_process FOLDER DATABASE` serves until it is told to stop.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from clienteling.hub import serving, settings
from clienteling.hub.app import application, assembled
from clienteling.hub.server import listen, serve
from sync.address import Address
from sync.hub.trust.certificates import load_or_create
from tests.contract.meeting import opened, snapshots_of

WITHIN_S = 90.0


def until(holds: Callable[[], object], within_s: float = WITHIN_S) -> None:
    deadline = time.monotonic() + within_s
    while not holds():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.005)


class HubProcess:
    """Runs while the block does."""

    def __init__(self, folder: Path, database: str) -> None:
        self._folder = folder
        self._database = database
        self._process: subprocess.Popen[bytes] | None = None
        self.address = Address("127.0.0.1", 0)
        self.fingerprint = ""

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _where: TracebackType | None
    ) -> None:
        self.end(signal.SIGTERM)

    def start(self) -> None:
        """Again on the same port after the first time."""
        note = self._folder / serving.FILE
        note.unlink(missing_ok=True)
        command = [sys.executable, "-m", "tests.contract.hub_process"]
        command += [str(self._folder), self._database, str(self.address.port)]
        with (self._folder / "hub.log").open("ab") as log:
            process = self._process = subprocess.Popen(command, stderr=log)
        until(lambda: note.exists() or process.poll() is not None)
        found = serving.read(note)
        assert found is not None, (self._folder / "hub.log").read_text()
        self.address, self.fingerprint = Address(found.host, found.port), found.fingerprint

    def end(self, how: signal.Signals) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(how)
            self._process.wait(WITHIN_S)


def main(folder: Path, database: str, port: int) -> None:
    chosen = settings.load_or_create(folder)
    with opened(database) as store, listen("127.0.0.1", port) as listening:
        identity = load_or_create(chosen.identity, chosen.name)
        hub = assembled(chosen, identity, store, snapshots_of(store, folder))
        note = serving.Serving("127.0.0.1", listening.getsockname()[1], hub.identity.fingerprint, os.getpid())
        serve(hub, application(hub), listening, lambda: serving.write(folder / serving.FILE, note))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
