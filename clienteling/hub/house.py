"""The hub as one value: what its parts and commands are given."""

from collections.abc import Callable
from dataclasses import dataclass, field

import sqlalchemy as sa

from clienteling.hub.privacy.forgotten import Forgotten
from clienteling.hub.settings import HubSettings
from sync.hub.http.live import Bells
from sync.hub.snapshot.snapshots import Snapshots
from sync.hub.store import HubStore
from sync.hub.trust.certificates import Identity
from sync.hub.trust.devices import Devices
from sync.hub.trust.pairing import Pairings
from sync.instants import Now

Step = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Hub:
    """Everything of one hub. What runs beside the requests puts its steps in `starting` and `stopping`."""

    settings: HubSettings
    identity: Identity
    engine: sa.Engine
    store: HubStore
    devices: Devices
    pairings: Pairings
    bells: Bells
    snapshots: Snapshots
    now: Now
    forgotten: Forgotten
    starting: list[Step] = field(default_factory=list)
    stopping: list[Step] = field(default_factory=list)

    def close(self) -> None:
        self.engine.dispose()
