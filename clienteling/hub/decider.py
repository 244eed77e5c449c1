"""The one thread that answers what tablets ask of the hub: each kind of request with its own rules."""

import logging
from collections.abc import Callable, Mapping

from clienteling.hub.routine import Routine
from sync.changes import Changes
from sync.hub.store import HubStore

_log = logging.getLogger(__name__)


Work = Callable[[HubStore], None]


class Decider(Routine):
    """`works`: collection → what answers all that waits there.

    It looks again for what came through another process of this hub, and for days that end.
    """

    name = "decider"
    every_s = 15.0
    trouble = "what is asked was not decided (%s)"

    def __init__(self, store: HubStore, works: Mapping[str, Work]) -> None:
        super().__init__()
        self._store = store
        self._works = works

    def start(self) -> None:
        self._store.listeners.append(self._heed)
        super().start()

    def work(self) -> None:
        for kind in self._works:
            self._answer(kind)

    def _heed(self, changes: Changes, _head: int) -> None:
        if changes.touches(*self._works):
            self.wake()

    def _answer(self, kind: str) -> None:
        """What one kind runs into keeps no other waiting."""
        try:
            self._works[kind](self._store)
        except self.expected as error:
            _log.error("%s: what is asked was not decided (%s)", kind, type(error).__name__)
