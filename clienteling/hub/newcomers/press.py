"""The one thread that keeps every tablet's reserve of signed codes full."""

from clienteling.errors import ClientelingError
from clienteling.hub.house import Hub
from clienteling.hub.newcomers.reserve import keep_full
from clienteling.hub.routine import Routine


class Press(Routine):
    name = "press"
    every_s = 10.0
    trouble = "no codes could be made for newcomers (%s); trying again"
    expected = (*Routine.expected, ClientelingError, OSError)

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self._hub = hub

    def work(self) -> None:
        hub = self._hub
        trusted = {d.id for d in hub.devices.all() if d.revoked_at is None and d.wipe_asked_at is None}
        keep_full(hub.settings.data, hub.store, trusted, hub.now())
