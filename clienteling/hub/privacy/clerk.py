"""The one thread that does what the law asks: answers wishes, and tells the tablets how far erasures are."""

import logging
import threading
from collections.abc import Callable
from functools import partial

from clienteling.customers.aliases import ids_of
from clienteling.hub.house import Hub
from clienteling.hub.identity import following
from clienteling.hub.privacy import mistakes, requests, retention
from clienteling.hub.privacy.erasure import erase_her, write_receipts
from clienteling.hub.privacy.file.making import make_file
from clienteling.hub.privacy.file.places import place_of
from clienteling.hub.privacy.holds import against_her_wish, holds
from clienteling.hub.privacy.requests import Wished
from clienteling.privacy.values import Answer, PrivacyWish
from sync.batches import batches
from sync.changes import Changes

LOOK_AGAIN_S = 60.0
DAY_MS = 86_400_000
GATHER_S = 0.25
"""Many changes in a row are looked at once."""
WATCH_S = 2.0
"""While tablets still have to confirm an erasure."""
_log = logging.getLogger(__name__)


class Clerk:
    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._more = threading.Event()
        self._closing = threading.Event()
        self._watching = False
        self._told = ""
        """The newest erasure that has a receipt."""
        self._corrected: set[str] | None = None
        """Customers whose record changed; None is everybody."""
        self._lock = threading.Lock()
        self._next_day = 0
        """At once too: a hub that is switched off every evening would otherwise never come to it."""
        self._thread = threading.Thread(target=self._run, name="clerk", daemon=True)

    def start(self) -> None:
        self._hub.store.listeners.append(self._heed)
        self._thread.start()

    def close(self) -> None:
        """Returns when the wish at hand is answered; the others are taken up at the next start."""
        self._closing.set()
        self._more.set()
        if self._thread.ident is not None:
            self._thread.join()

    def work(self) -> None:
        """All that is to be done now, in the caller's thread."""
        retention.write_periods(self._hub)
        self._follow()
        with self._hub.store.read() as conn:
            wished = requests.waiting(conn)
        for one in wished:
            if not self._closing.is_set():
                self._guarded(partial(self._answer, one))
        newest = self._hub.store.erasing.newest()
        if self._watching or newest != self._told:
            self._watching, self._told = write_receipts(self._hub), newest
        if self._hub.now() >= self._next_day:
            retention.run(self._hub, self._closing.is_set)
            self._next_day = self._hub.now() + DAY_MS
            self._watching = True

    def _answer(self, one: Wished) -> None:
        match one.wish:
            case PrivacyWish.ERASURE:
                self._erase(one)
            case PrivacyWish.MISTAKE:
                mistakes.answer(self._hub, one)
            case PrivacyWish.FILE if one.answer is Answer.ASKED:
                self._make_file(one)

    def _erase(self, one: Wished) -> None:
        with self._hub.store.read() as conn:
            found = against_her_wish(holds(conn, ids_of(conn, one.customer_id)))
        if found:
            with self._hub.store.write() as writer:
                requests.answer(writer, one.id, Answer.HELD, found)
        else:
            erase_her(self._hub, one.customer_id)

    def _make_file(self, one: Wished) -> None:
        made = make_file(self._hub, one.customer_id, place_of(self._hub.settings, one.id))
        with self._hub.store.write() as writer:
            requests.answer(writer, one.id, Answer.READY if made else Answer.REFUSED)

    def _follow(self) -> None:
        """At the start everybody, afterwards those of whom this process has heard."""
        with self._lock:
            wanted, self._corrected = self._corrected, set()
        if wanted is not None and not wanted:
            return
        with self._hub.store.read() as conn:
            ids = following.changed(conn, wanted)
        for some in batches(ids):
            if self._closing.is_set():
                return  # at the next start everybody is looked at again
            with self._hub.store.write() as writer:
                following.follow(writer, some)

    def _heed(self, changes: Changes, _head: int) -> None:
        ids = changes.records.get("customer", frozenset())
        with self._lock:
            if self._corrected is not None:
                self._corrected |= ids
        if ids or changes.touches("privacy_request"):
            self._more.set()

    def _run(self) -> None:
        while not self._closing.is_set():
            self._more.clear()
            self._closing.wait(GATHER_S)
            self._guarded(self.work)
            self._more.wait(WATCH_S if self._watching else LOOK_AGAIN_S)

    def _guarded(self, step: Callable[[], None]) -> None:
        """Neither a database that is away for a while nor one odd wish ends the thread."""
        try:
            step()
        except Exception as error:  # noqa: BLE001 - the boundary of the thread
            _log.error("What the law asks failed with %s; trying again in a minute", type(error).__name__)
