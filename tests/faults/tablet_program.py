"""A tablet without screens as a program: replica, engine, and somebody who records visits.

    python -m tests.faults.tablet_program FILE PAIRING PATIENCE_S

Reads commands, one a line: `write N`, `keep writing`, `stop writing`, `tell`. Answers with JSON, one a line.
What it says as `saved` was committed before.
"""

import json
import sys
import threading
from pathlib import Path

import msgspec
import sqlalchemy as sa

from clienteling.database import create_tables
from clienteling.interactions.tables import interaction
from clienteling.replicated import REGISTRY
from sync.device.database import open_plain
from sync.device.engine import SyncEngine
from sync.device.link import client
from sync.device.replica import Replica
from sync.device.trusted.pairing import Pairing

PACE_S = 0.05
KEEP_ALIVE_S = 4.0
"""Of the hub that these tablets meet; nor does it keep them waiting for longer."""
SILENCE_S = 6.0
"""After so long without a sign of life a stream, or a wait, is dead."""


class Program:
    def __init__(self, file: Path, pairing: Pairing) -> None:
        database = open_plain(file)
        create_tables(database)
        self.replica = Replica(database, REGISTRY)
        self.engine = SyncEngine(self.replica, pairing)
        self.engine.start()
        self._writing = threading.Event()
        self._stopped = threading.Lock()
        self._speaking = threading.Lock()

    def run(self) -> None:
        self._say(ready=True)
        threading.Thread(target=self._keep_writing, daemon=True).start()
        for line in sys.stdin:
            match line.split():
                case ["write", count]:
                    for _ in range(int(count)):
                        self._write()
                    self._say(wrote=int(count))
                case ["keep", "writing"]:
                    self._writing.set()
                case ["stop", "writing"]:
                    self._writing.clear()
                    with self._stopped:
                        self._say(stopped=True)
                case ["nudge"]:
                    self.engine.nudge()
                case ["tell"]:
                    self._tell()

    def _tell(self) -> None:
        with self.replica.read() as connection:
            here = sorted(connection.execute(sa.select(interaction.c.id)).scalars())
        state = self.engine.state.kind.value
        self._say(pending=self.replica.pending(), set_aside=self.replica.set_aside(), state=state, here=here)

    def _keep_writing(self) -> None:
        pause = threading.Event()
        while self._writing.wait():
            with self._stopped:
                if self._writing.is_set():
                    self._write()
            pause.wait(PACE_S)

    def _write(self) -> None:
        with self.replica.write() as writer:
            saved = writer.insert("interaction", {"kind": "visit", "at": writer.now})
        self._say(saved=saved)

    def _say(self, **what: object) -> None:
        with self._speaking:
            sys.stdout.write(json.dumps(what) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    client.READ_S = float(sys.argv[3])
    client.LIVE_READ_S = client.WAIT_READ_S = SILENCE_S
    Program(Path(sys.argv[1]), msgspec.json.decode(sys.argv[2], type=Pairing)).run()
