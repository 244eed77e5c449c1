"""A connected source that is polled: the fake at its address, the poller, the intake behind it."""

import msgspec

from clienteling.hub.intake.worker import Intake
from clienteling.hub.sources.poller import Poller
from clienteling.hub.sources.source import Source
from tests.hub.intake.conftest import keyed
from tests.hub.little_house import NOW
from tests.hub.sources.fake_shop import Answered, Asked

MINUTE = 60_000


class Asking:
    def __init__(self, store, source: Source) -> None:
        self.now = NOW
        self.source = source
        self.intake = Intake(store, [source], keyed)
        self.poller = self._new(store)

    def _new(self, store) -> Poller:
        return Poller(store, self.intake.sources, lambda: None, lambda: self.now)

    def begin_again(self, store) -> None:
        """As after a hub was switched off and on."""
        self.poller.close()
        self.poller = self._new(store)

    def round(self) -> None:
        """Everything that is due, with as much patience as the source asks for."""
        for _ in range(50):
            if not self.poller.turn():
                break
        self.intake.work()

    def later(self, minutes: int) -> None:
        self.now += minutes * MINUTE

    def close(self) -> None:
        self.poller.close()
        self.intake.close()


def json(said: object, status: int = 200, **headers: str) -> Answered:
    return Answered(msgspec.json.encode(said), status, headers)


def refused(asked: Asked) -> Answered:
    return json({"error": asked.path}, 401)
