"""A kept payload is translated, item by item, into what it says of whom."""

import time
from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Protocol

import sqlalchemy as sa

from clienteling.hub.connectors.heard import Heard, Translation
from clienteling.hub.intake import raw as raws
from clienteling.hub.intake.raw import Raw
from clienteling.hub.intake.shelf import Shelf
from clienteling.hub.intake.take import take
from clienteling.hub.sources.source import Payload, Source
from sync.batches import batches
from sync.hub.writer import HubWriter

ITEMS_AT_ONCE = 10
STEP_ASIDE_S = 0.002
"""Between two groups, so that whoever waits to write does: the lock itself keeps no queue."""
ALONE = "intake"
"""Where several hub processes share a database: who is who is decided by one at a time."""


class Store(Protocol):
    """As much of the hub's store as the intake needs."""

    def write(self) -> AbstractContextManager[HubWriter]: ...

    def read(self) -> AbstractContextManager[sa.Connection]: ...


class NoSuchSource(Exception):
    """A payload was kept for a source that is not connected any more."""


def work_through(store: Store, sources: Mapping[str, Source], raw: Raw) -> None:
    """Every item takes effect once, however often this is cut off and begun again.

    Items go in groups, each in one transaction with the marks that they were taken, so that a large batch
    does not keep the tablets waiting. Where somebody is taken out of it meanwhile, the rest is begun again.
    """
    translations = _translate(sources, raw)
    for translation in translations:
        ordered = sorted(translation.heard, key=_moment)
        for some in batches(ordered, ITEMS_AT_ONCE):
            with store.write() as writer:
                writer.alone(ALONE)
                if not raws.is_whole(writer.connection, raw):
                    return
                shelf = Shelf(writer.connection)
                for heard in some:
                    take(writer, shelf, translation.source, heard, raw.received_at)
            time.sleep(STEP_ASIDE_S)
    with store.write() as writer:
        if raws.is_whole(writer.connection, raw):
            raws.done(writer, raw, "; ".join(aside for t in translations for aside in t.set_aside))


def _translate(sources: Mapping[str, Source], raw: Raw) -> tuple[Translation, ...]:
    source = sources.get(raw.source)
    if source is None:
        raise NoSuchSource(raw.source)
    return source.translate(Payload(raw.call, raw.body, raw.received_at))


def _moment(heard: Heard) -> int:
    """Items that only say who somebody is come first."""
    return heard.event.at if heard.event else 0
