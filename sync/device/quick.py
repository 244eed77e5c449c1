"""A quick pass: what a device and a hub that have just met still have to tell each other, without a hello.

Nothing is compared and no clock is set: the whole pass, which comes every minute, does that. One transaction
takes in what has come and takes up what is to be sent; most often that is all there is.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from sync.api import HubApi
from sync.changes import Changes
from sync.device import state
from sync.device.passes import answered_by_hello, fetch_blobs, pull
from sync.device.progress import Report
from sync.device.push import StartAgain, push_from, take_up
from sync.device.replica import Replica
from sync.device.told.apply import apply_page
from sync.device.told.merged import merged
from sync.digest import read_page
from sync.errors import EpochChanged, HubRefused
from sync.wire import Bell, Page


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
    with replica.transaction(durable=False) as connection:
        at = state.cursor(connection)
        heard = _heard(at, bells)
        changes = Changes.union(
            apply_page(connection, replica.registry, page, replica.clock) for page in heard.pages
        )
        batch = take_up(connection, replica.now())
    if changes:
        replica.tell(changes)
    push_from(replica, api, at.epoch, batch, progress)
    if not heard.complete:
        pulled = [part.changes for part in pull(replica, api, progress)]
        changes = Changes.union([changes, *pulled])
    if changes.touches(*replica.registry.with_files):
        fetch_blobs(replica, api, progress)


@dataclass(frozen=True, slots=True)
class Heard:
    pages: Sequence[Page]
    """They continue each other, from the cursor on."""
    complete: bool
    """All that was rung is in them, or was here before."""


def _heard(at: state.Cursor, bells: Sequence[Bell]) -> Heard:
    """Raises EpochChanged."""
    pages: list[Page] = []
    seq, complete = at.seq, True
    for bell in bells:
        if bell.epoch != at.epoch:
            raise EpochChanged(bell.epoch)
        complete = bell.head <= seq
        if complete:
            continue
        if not bell.page or bell.after != seq:
            break
        try:
            page = read_page(bell.page)
        except msgspec.DecodeError:
            break  # the feed says it again
        pages.append(page)
        seq, complete = page.next, True
    return Heard(merged(pages), complete)
