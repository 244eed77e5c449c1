"""Fetches in the background the pictures that sources name; tablets get those that they have room for."""

import logging
import threading
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import Any, Final, Protocol

import sqlalchemy as sa

from clienteling.hub.goods import album, showing
from clienteling.hub.goods.album import Due, Looked
from clienteling.hub.goods.destination import Forbidden, Origin, origin
from clienteling.hub.goods.fetching import Missing, fetch
from clienteling.hub.goods.scaling import NoPicture, scaled
from clienteling.hub.sources.said import Selling
from clienteling.hub.sources.source import Source
from sync.changes import Changes
from sync.errors import SyncError
from sync.hub.writer import HubWriter
from sync.instants import Now

AT_ONCE: Final = 4
LOOK_AGAIN_S: Final = 30.0
SHOW_EVERY_S: Final = 20.0
"""While many are being fetched."""
THINK_AGAIN_S: Final = 3_600.0
"""What is in stock changes, and with it what is worth showing."""
ALONE: Final = "pictures"
"""Where several hub processes share a database."""
_log = logging.getLogger(__name__)


class Store(Protocol):
    """As much of the hub's store as this needs."""

    @property
    def listeners(self) -> list[Any]: ...

    def write(self) -> AbstractContextManager[HubWriter]: ...

    def read(self) -> AbstractContextManager[sa.Connection]: ...


class Pictures:
    def __init__(self, store: Store, sources: Mapping[str, Source], budget: int, now: Now) -> None:
        """`budget`: bytes of pictures that a tablet may hold."""
        self._store = store
        self._homes = {name: one.said for name, one in sources.items() if isinstance(one.said, Selling)}
        self._budget = budget
        self._now = now
        self._more = threading.Event()
        self._closing = threading.Event()
        self._decoding = threading.Lock()
        """One at a time: a large one takes 160 MB while it is made small."""
        self._shown_at = float("-inf")
        self._unshown = True
        self._thread = threading.Thread(target=self._run, name="pictures", daemon=True)

    def start(self) -> None:
        if self._homes:
            self._store.listeners.append(self._noticed)
            self._thread.start()

    def close(self) -> None:
        """Returns when what is being fetched has been let go."""
        self._closing.set()
        self._more.set()
        if self._thread.ident is not None:
            self._thread.join()

    def turn(self) -> bool:
        """Look at a few that are due. False where none is."""
        with self._store.read() as conn:
            if not album.is_any(conn, self._now(), list(self._homes)):
                return False
        with self._store.write() as writer:
            writer.alone(ALONE)
            due = album.take_due(writer, self._now(), list(self._homes), AT_ONCE)
        with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="picture") as pool:
            looked = list(pool.map(self._look, due))
        if self._closing.is_set():
            return False
        with self._store.write() as writer:
            for one in looked:
                album.put(writer, self._now(), one)
        self._unshown = True
        return True

    def show(self) -> None:
        """Let the records name what fits the budget now."""
        self._unshown = False
        with self._store.read() as conn:
            wanted = showing.plan(conn, self._budget)
        for some in showing.parts(wanted):
            with self._store.write() as writer:
                writer.alone(ALONE)
                showing.show(writer, some)

    def _look(self, due: Due) -> Looked:
        said = self._homes[due.source]
        try:
            home = _home(said)
            fetched = fetch(due.url, due.mark, home=home, ca=said.ca, go_on=self._goes_on)
            if fetched.content is None:
                return Looked(due=due)
            with self._decoding:
                return Looked(due=due, content=scaled(fetched.content), mark=fetched.mark)
        except (Missing, Forbidden, NoPicture) as problem:
            return Looked(due=due, problem=str(problem))

    def _goes_on(self) -> bool:
        return not self._closing.is_set()

    def _run(self) -> None:
        while not self._closing.is_set():
            self._more.clear()
            try:
                busy = self.turn()
                since = time.monotonic() - self._shown_at
                if (self._unshown and (not busy or since > SHOW_EVERY_S)) or since > THINK_AGAIN_S:
                    self.show()
                    self._shown_at = time.monotonic()
            except (sa.exc.OperationalError, SyncError) as error:
                _log.error("the database let the pictures down (%s); they go on later", type(error).__name__)
                busy = False
            if not busy:
                self._more.wait(LOOK_AGAIN_S)

    def _noticed(self, changes: Changes, _head: int) -> None:
        if changes.touches("product", "variant"):
            self._more.set()


def _home(said: Selling) -> Origin | None:
    try:
        return origin(said.url)
    except Forbidden:
        return None
