"""The one thread that looks after the tablets: how each stands is told to its shop."""

from clienteling.hub.routine import Routine
from clienteling.hub.tablets.standing import tell
from sync.hub.store import HubStore
from sync.hub.trust.devices import Devices


class Porter(Routine):
    name = "porter"
    every_s = 20.0
    trouble = "how the tablets stand was not told (%s)"

    def __init__(self, store: HubStore, devices: Devices) -> None:
        super().__init__()
        self._store = store
        self._devices = devices

    def work(self) -> None:
        tell(self._store, self._devices)
