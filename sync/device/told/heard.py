"""What bells carry, those of a stream and those in answers to pushes, as far as it continues what is here."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
import sqlalchemy as sa

from sync.changes import Changes
from sync.clock import Clock
from sync.collection import Registry
from sync.device.state import Cursor
from sync.device.told.apply import apply_page
from sync.device.told.merged import merged
from sync.digest import read_page
from sync.errors import EpochChanged
from sync.wire import Bell, Page


@dataclass(frozen=True, slots=True)
class Heard:
    pages: Sequence[Page]
    """They continue each other, from the cursor on."""
    complete: bool
    """All that was rung is in them, or was here before."""

    def apply(self, connection: sa.Connection, registry: Registry, clock: Clock) -> Changes:
        return Changes.union(apply_page(connection, registry, page, clock) for page in self.pages)


def heard(at: Cursor, bells: Sequence[Bell]) -> Heard:
    """In whatever order they came. Raises EpochChanged.

    A page that begins before the cursor says some of it once more, as it stands now, which changes nothing.
    """
    for bell in bells:
        if bell.epoch != at.epoch:
            raise EpochChanged(bell.epoch)
    pages: list[Page] = []
    seq = at.seq
    for bell in sorted((bell for bell in bells if bell.page), key=lambda bell: (bell.after, bell.head)):
        if bell.head <= seq:
            continue
        if bell.after > seq:
            break
        try:
            page = read_page(bell.page)
        except msgspec.DecodeError:
            break  # the feed says it again
        pages.append(page)
        seq = page.next
    return Heard(merged(pages), all(bell.head <= seq for bell in bells))
