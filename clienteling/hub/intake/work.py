"""Kept payloads are translated, item by item, into what they say of whom."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from itertools import accumulate, chain, islice, takewhile
from typing import Any, Protocol

import msgspec
import sqlalchemy as sa

from clienteling.catalogues import SOURCE_LANGUAGE
from clienteling.hub.connectors.heard import Heard, Translation
from clienteling.hub.goods import shelving
from clienteling.hub.goods.levels import Levels
from clienteling.hub.goods.shelving import Told
from clienteling.hub.importing.memory import Keyed
from clienteling.hub.importing.pen import Pen
from clienteling.hub.intake import raw as raws
from clienteling.hub.intake.leaving import leave
from clienteling.hub.intake.raw import Raw
from clienteling.hub.intake.regulars import Regulars
from clienteling.hub.intake.shelf import Shelf
from clienteling.hub.intake.take import Item, Taking, WishHeard, item_of
from clienteling.hub.sources.source import Payload, Source
from sync.batches import batches
from sync.changes import Changes
from sync.hub.writer import HubWriter

TURN_S = 0.05
"""How long one transaction goes on taking items: tablets that write wait no longer."""
LOOKS_UP = 4
"""After so many items the time is looked at, and whether somebody waits."""
LOOK_AHEAD = 200
"""Items whose names, products and marks are read at once, at first; then about as many as a turn takes."""
LEAST_AHEAD, MOST_AHEAD = 50, 2_000
STEP_ASIDE_S = 0.002
"""Between two transactions, so that whoever waits to write does: the lock itself keeps no queue."""
NOWHERE = -1
GOODS_AT_ONCE = 50
"""Articles and counts in one transaction."""
ALONE = "intake"
"""Where several hub processes share a database: who is who is decided by one at a time."""


class Store(Protocol):
    """As much of the hub's store as the intake needs."""

    @property
    def listeners(self) -> list[Any]: ...

    def write(self) -> AbstractContextManager[HubWriter]: ...

    def read(self) -> AbstractContextManager[sa.Connection]: ...


class NoSuchSource(Exception):
    """A payload was kept for a source that is not connected any more."""


class Load(msgspec.Struct, frozen=True):
    """A payload, translated."""

    raw: Raw
    items: tuple[Item, ...]
    set_aside: str
    goods: tuple[Told, ...] = ()
    forget: bool = False
    """Nothing of its source is to stay that came before it."""


class Work:
    """Works through payloads for one hub process, in one thread."""

    def __init__(
        self,
        store: Store,
        sources: Mapping[str, Source],
        keyed: Keyed,
        pressed: Callable[[], bool] = lambda: False,
        language: str = SOURCE_LANGUAGE,
    ) -> None:
        """`pressed`: somebody waits for an answer that needs the database, so a turn ends early.

        `language` is that of what sources say of their products.
        """
        self._pressed = pressed
        self._language = language
        self._store = store
        self._sources = sources
        self._keyed = keyed
        self.wishes: list[WishHeard] = []
        self._shelf: Shelf | None = None
        self._regulars = Regulars()
        self._head = NOWHERE
        """Of the feed, when the last turn ended: where it is there still, nobody has written since."""
        self._ahead = LOOK_AHEAD
        store.listeners.append(self._noticed)

    def translated(self, raw: Raw) -> Load:
        """Raises NoSuchSource, and whatever a connector raises where it should have set aside."""
        source = self._sources.get(raw.source)
        if source is None:
            raise NoSuchSource(raw.source)
        translations = source.translate(Payload(raw.call, raw.body, raw.received_at))
        items = [
            item_of(translation.source, heard, raw.received_at, raw.source)
            for translation in translations
            for heard in sorted(translation.heard, key=_moment)
        ]
        forget = any(translation.forget for translation in translations)
        aside = "; ".join(sentence for translation in translations for sentence in translation.set_aside)
        return Load(raw, tuple(items), aside, tuple(_goods(raw.source, translations)), forget)

    def through(self, loads: Sequence[Load]) -> None:
        """Every item takes effect once, however often this is cut off and begun again.

        Items go in groups, each in one transaction with the marks that they were taken, so that a large
        payload does not keep the tablets waiting. Where somebody is taken out of one meanwhile, the rest of
        it is begun again.
        """
        coming: list[Load] = []
        for load in loads:
            if load.forget:
                self._take(coming)
                leave(self._store, load.raw.source, load.raw.received_at)
                coming = []
            else:
                coming.append(load)
        self._take(coming)

    def settle(self) -> None:
        """Settings and shops may know more of the places of sources than at the last start."""
        with self._store.write() as writer:
            writer.alone(ALONE)
            pen = Pen(writer)
            Levels(pen, self._sources).look_again()
            pen.flush()

    def _shelve(self, loads: Sequence[Load]) -> None:
        """Articles before what is said of whoever bought them. Cut off, it is done again, to no effect."""
        told = [one for load in loads for one in load.goods]
        for some in batches(told, GOODS_AT_ONCE):
            with self._store.write() as writer:
                writer.alone(ALONE)
                shelving.take(writer, some, self._sources, self._language)
            time.sleep(STEP_ASIDE_S)

    def _take(self, loads: Sequence[Load]) -> None:
        self._shelve(loads)
        at = 0
        while loads:
            with self._store.write() as writer:
                writer.alone(ALONE)
                near, later = _within(loads, at + self._ahead)
                near, at = _still_whole(writer.connection, near, at)
                left, at = self._turn(writer, near, at)
                loads = [*left, *later]
            self._head = writer.head
            time.sleep(STEP_ASIDE_S)

    def _turn(self, writer: HubWriter, loads: Sequence[Load], at: int) -> tuple[Sequence[Load], int]:
        """What is left when this transaction's time is up: the payloads, and how far the first of them is."""
        self._shelf = shelf = self._shelf.over(writer.connection) if self._shelf else Shelf(writer.connection)
        ahead = list(islice(chain.from_iterable(load.items for load in loads), at, at + self._ahead))
        taking = Taking(writer, shelf, self._known(writer), self._keyed, wishes=self.wishes, coming=ahead)
        began, done = time.monotonic(), 0
        for item in ahead:
            if done % LOOKS_UP == LOOKS_UP - 1 and (self._pressed() or time.monotonic() > began + TURN_S):
                break
            taking.take(item)
            done += 1
        self._ahead = _as_many(done, (time.monotonic() - began) / TURN_S)
        taking.flush()
        return _left(writer, loads, at + done)

    def _known(self, writer: HubWriter) -> Regulars:
        """Until this transaction has ended well, nothing of what it learns is good for another."""
        if writer.head != self._head:
            self._regulars = Regulars()
        self._head = NOWHERE
        return self._regulars

    def _noticed(self, changes: Changes, _head: int) -> None:
        if changes.touches("product", "variant"):
            self._shelf = None


def _as_many(done: int, of_turn: float) -> int:
    """About as many as a whole turn takes, by what a part of one took; no more than twice what there were."""
    return max(LEAST_AHEAD, min(MOST_AHEAD, round(done / max(of_turn, 0.5)) + done // 8 + 10))


def _left(writer: HubWriter, loads: Sequence[Load], at: int) -> tuple[Sequence[Load], int]:
    """Payloads whose every item was taken are done."""
    finished = 0
    for load in loads:
        if at < len(load.items):
            break
        at -= len(load.items)
        finished += 1
        raws.done(writer, load.raw, load.set_aside)
    return loads[finished:], at


def _within(loads: Sequence[Load], items: int) -> tuple[Sequence[Load], Sequence[Load]]:
    """Those with the first so many items, and the rest."""
    reach = takewhile(lambda before: before < items, accumulate((len(one.items) for one in loads), initial=0))
    near = sum(1 for _ in reach)
    return loads[:near], loads[near:]


def _still_whole(conn: sa.Connection, loads: Sequence[Load], at: int) -> tuple[Sequence[Load], int]:
    whole = raws.whole(conn, [load.raw for load in loads])
    return [load for load in loads if load.raw.id in whole], at if loads[0].raw.id in whole else 0


def _moment(heard: Heard) -> int:
    """Items that only say who somebody is come first."""
    if heard.event is not None:
        return heard.event.at
    return heard.amends.at if heard.amends is not None else 0


def _goods(source: str, translations: Sequence[Translation]) -> Iterator[Told]:
    for translation in translations:
        for what in (*translation.products, *translation.levels):
            yield Told(source, what)
