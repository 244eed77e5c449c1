"""The hub that stands in a data directory, opened for one command."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clienteling.hub import settings
from clienteling.hub.app import create_hub
from clienteling.hub.house import Hub
from clienteling.hub.machine_language import machine_language
from clienteling.hub.trouble import explained, stop
from clienteling.marking import msgid
from clienteling.wording import Wording

_NO_HUB = msgid("there is no hub in {folder}. `clienteling hub serve` makes one, `load-demo` one to try.")


@contextmanager
def standing_hub(data: Path) -> Iterator[Hub]:
    """A mistyped directory gets an answer, not a new hub with an identity of its own."""
    with explained(data):
        if not (data / settings.FILE).exists() and not (data / settings.DATABASE).exists():
            stop(Wording(machine_language()).say(_NO_HUB, folder=data))
        hub = create_hub(settings.load_or_create(data))
        try:
            yield hub
        finally:
            hub.close()
