"""A quick pass: what a device and a hub that have just met still have to tell each other, without a hello.

Nothing is compared and no clock is set: the whole pass, which comes every minute, does that. One transaction
takes in what has come and takes up what is to be sent; most often that is all there is.
"""

from collections.abc import Callable, Sequence

from sync.api import HubApi
from sync.changes import Changes
from sync.device import state
from sync.device.passes import answered_by_hello, fetch_blobs, pull
from sync.device.progress import Report
from sync.device.push import StartAgain, push_from, take_up
from sync.device.replica import Replica
from sync.device.told.heard import heard
from sync.errors import EpochChanged, HubRefused
from sync.wire import Bell


def run_quick(
    replica: Replica,
    api: HubApi,
    bells: Sequence[Bell],
    progress: Report,
    hear: Callable[[Bell], None] = lambda _: None,
) -> bool:
    """Take in what the bells carry, send what waits, and pull where they only ring.

    `hear` is called with what the answer to a push carries where that does not continue what is here yet: one
    more bell. False when the two have to say hello first. Raises what the hub's calls raise.
    """
    try:
        _exchange(replica, api, bells, progress, hear)
    except StartAgain:
        return False
    except (EpochChanged, HubRefused) as refusal:
        if not answered_by_hello(refusal):
            raise
        return False
    return True


def _exchange(
    replica: Replica,
    api: HubApi,
    bells: Sequence[Bell],
    progress: Report,
    hear: Callable[[Bell], None],
) -> None:
    with replica.transaction(durable=False) as connection:
        at = state.cursor(connection)
        found = heard(at, bells)
        changes = found.apply(connection, replica.registry, replica.clock)
        first = take_up(connection, replica.now())
    if changes:
        replica.tell(changes)
    news = push_from(replica, api, at.epoch, first, progress)
    for bell in news.left:
        hear(bell)
    changes = Changes.union([changes, *news.taken])
    if not found.complete:
        pulled = [part.changes for part in pull(replica, api, progress)]
        changes = Changes.union([changes, *pulled])
    if changes.touches(*replica.registry.with_files):
        fetch_blobs(replica, api, progress)
