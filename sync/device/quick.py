"""A quick pass: what a device and a hub that have just met still have to tell each other, without a hello.

Nothing is compared and no clock is set: the whole pass, which comes every minute, does that.
"""

from collections.abc import Sequence

import msgspec

from sync.api import HubApi
from sync.changes import Changes
from sync.device import state
from sync.device.passes import StartAgain, answered_by_hello, fetch_blobs, pull, push
from sync.device.progress import Report
from sync.device.replica import Replica
from sync.device.told.apply import apply_page
from sync.digest import read_page
from sync.errors import EpochChanged, HubRefused
from sync.wire import Bell


def run_quick(replica: Replica, api: HubApi, bells: Sequence[Bell], progress: Report) -> bool:
    """Take in what the bells carry, send what waits, and pull where they only ring.

    False when the two have to say hello first. Raises what the hub's calls raise.
    """
    try:
        _exchange(replica, api, bells, progress)
    except StartAgain:
        return False
    except (EpochChanged, HubRefused) as refusal:
        if not answered_by_hello(refusal):
            raise
        return False
    return True


def _exchange(replica: Replica, api: HubApi, bells: Sequence[Bell], progress: Report) -> None:
    changes, complete = hear(replica, bells)
    push(replica, api, replica.cursor().epoch, progress)
    if not complete:
        pulled = [part.changes for part in pull(replica, api, progress)]
        changes = Changes.union([changes, *pulled])
    if changes.touches(*(c.name for c in replica.registry if c.blob)):
        fetch_blobs(replica, api, progress)


def hear(replica: Replica, bells: Sequence[Bell]) -> tuple[Changes, bool]:
    """Apply the pages that continue from the cursor, with the cursor, in one transaction.

    Returns what changed, and whether all that was rung is here now. Raises EpochChanged.
    """
    if not bells:
        return Changes(), True
    parts: list[Changes] = []
    complete = True
    with replica.transaction(durable=False) as connection:
        at = state.cursor(connection)
        for bell in bells:
            if bell.epoch != at.epoch:
                raise EpochChanged(bell.epoch)
            complete = bell.head <= at.seq
            if complete:
                continue
            if not bell.page or bell.after != at.seq:
                break
            try:
                page = read_page(bell.page)
            except msgspec.DecodeError:
                break  # the feed says it again
            parts.append(apply_page(connection, replica.registry, page, replica.clock))
            at = state.Cursor(at.epoch, page.next)
            complete = True
    changes = Changes.union(parts)
    if changes:
        replica.tell(changes)
    return changes, complete
