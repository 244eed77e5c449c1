"""A tablet without its screens: a replica and the engine that keeps it current."""

from pathlib import Path

import sqlalchemy as sa

from clienteling.database import create_tables
from clienteling.interactions.tables import interaction
from clienteling.replicated import REGISTRY
from sync.device.database import open_plain
from sync.device.engine import SyncEngine
from sync.device.replica import Replica
from sync.device.states import Kind, State
from sync.device.trusted.keys import KeyStore
from sync.device.trusted.pairing import Pairing, recall, update
from sync.instants import Now, wall_clock
from tests.hub.serving.hub_process import until


class Tablet:
    """What the hub says about the pairing is kept in `keys`, where there are any."""

    def __init__(
        self, file: Path, pairing: Pairing | None, keys: KeyStore | None = None, now: Now = wall_clock
    ) -> None:
        self.device_id = pairing.device_id if pairing is not None else ""
        self.database = open_plain(file)
        create_tables(self.database)
        self.replica = Replica(self.database, REGISTRY, now)
        self.states: list[State] = []
        self.pairings: list[Pairing] = []
        self.keys = keys
        self.engine = SyncEngine(
            self.replica,
            pairing,
            on_state=self.states.append,
            on_pairing=self._keep,
            kept=lambda: recall(keys) if keys is not None else None,
            now=now,
        )
        self.engine.start()

    def record(self, count: int = 1) -> list[str]:
        with self.replica.write() as writer:
            return [writer.insert("interaction", {"kind": "visit", "at": at}) for at in range(count)]

    def recorded(self) -> list[str]:
        """Ids of all interactions here."""
        with self.replica.read() as connection:
            return sorted(connection.execute(sa.select(interaction.c.id)).scalars())

    def becomes(self, kind: Kind) -> None:
        until(lambda: self.engine.state.kind is kind)

    def _keep(self, pairing: Pairing) -> None:
        if self.keys is not None:
            update(self.keys, pairing)
        self.pairings.append(pairing)

    def close(self) -> None:
        self.engine.close()
        self.database.dispose()
