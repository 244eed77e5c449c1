"""The one thread that works through kept payloads, right after they came and again at each start."""

import logging
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from contextlib import AbstractContextManager

import sqlalchemy as sa

from clienteling.catalogues import SOURCE_LANGUAGE
from clienteling.hub.identity import strangers
from clienteling.hub.importing.memory import Keyed
from clienteling.hub.intake import raw as raws
from clienteling.hub.intake.keeper import Keeper
from clienteling.hub.intake.raw import Coming, Raw
from clienteling.hub.intake.work import Load, Store, Work
from clienteling.hub.sources.source import Source
from clienteling.privacy.use_cases import opened
from clienteling.privacy.values import Why
from sync.errors import SyncError

LOOK_AGAIN_S = 60.0
GATHER_S = 0.1
"""What comes within that time is worked through together: at fifty a second that is a tenth of the work."""
TIDY_EVERY_S = 86_400.0
KEEP_RAW_MS = 90 * 86_400_000
AT_ONCE = 100
"""Payloads."""
_NOT_THE_PAYLOADS = (sa.exc.OperationalError, SyncError)
"""The database's trouble: they wait."""
_log = logging.getLogger(__name__)


class Intake:
    def __init__(
        self,
        store: Store,
        sources: Iterable[Source],
        keyed: Keyed,
        keep_raw_ms: int = KEEP_RAW_MS,
        language: str = SOURCE_LANGUAGE,
    ) -> None:
        """`keyed` hashes what a source said last of somebody; `language` is that of its products' texts."""
        self._keep_raw_ms = keep_raw_ms
        self.sources = {source.id: source for source in sources}
        self._store = store
        self._more = threading.Event()
        self._keeper = Keeper(store, self._more.set)
        self._work = Work(store, self.sources, keyed, lambda: self._keeper.pressing, language)
        self.wishes = self._work.wishes
        """Called with what the law lets somebody ask, as `intake.take.WishHeard` says."""
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="intake", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """Returns when the payload at hand is done; what waits is taken up at the next start."""
        self._closing.set()
        self._more.set()
        if self._thread.ident is not None:
            self._thread.join()
        self._keeper.close()

    def keep(self, source: str, call: str, body: bytes, stamp: str = "") -> None:
        """Durable when this returns; its effect follows."""
        self.keep_soon(source, call, body, stamp).result()

    def keep_soon(self, source: str, call: str, body: bytes, stamp: str = "") -> Future[None]:
        """Durable when it is done, in one commit with all that comes at the same moment."""
        return self._keeper.keep(Coming(source, call, body, stamp))

    def kept(self) -> None:
        """Somebody else has kept something: look what waits."""
        self._more.set()

    def read(self) -> AbstractContextManager[sa.Connection]:
        """For an answer that stands in our tables."""
        return self._store.read()

    def showed(self, source: str, customer_ids: Sequence[str]) -> None:
        """A telephone's display told of them: written down as any opening of a card."""
        with self._store.write() as writer:
            for customer_id in customer_ids:
                opened(
                    writer,
                    customer_id=customer_id,
                    why=Why.CALL,
                    associate_id=None,
                    store_id=None,
                    device=source,
                )

    def work(self) -> None:
        """Everything that waits, in the caller's thread."""
        while not self._closing.is_set():
            with self._store.read() as conn:
                waiting = raws.oldest_waiting(conn, AT_ONCE)
            if not waiting:
                return
            self._work_on(waiting)

    def _work_on(self, waiting: Sequence[Raw]) -> None:
        """Together; where that fails, one by one: a bad payload blocks nobody."""
        loads = [load for raw in waiting if (load := self._translated(raw)) is not None]
        if len(loads) > 1:
            try:
                self._work.through(loads)
            except _NOT_THE_PAYLOADS:
                raise
            except Exception:  # noqa: BLE001 - found out below which of them it is
                _log.info("some of %d payloads failed; they are taken one by one", len(loads))
            else:
                return
        for load in loads:
            self._work_on_one(load)

    def _translated(self, raw: Raw) -> Load | None:
        try:
            return self._work.translated(raw)
        except Exception as error:  # noqa: BLE001 - whatever a source sends, the next one has its turn
            self._failed(raw, error)
            return None

    def _work_on_one(self, load: Load) -> None:
        try:
            self._work.through([load])
        except _NOT_THE_PAYLOADS:
            raise
        except Exception as error:  # noqa: BLE001 - one bad payload never blocks the queue
            self._failed(load.raw, error)

    def _failed(self, raw: Raw, error: Exception) -> None:
        problem = _where(error)
        _log.error("payload %s from %s failed: %s", raw.id, raw.source, problem)
        with self._store.write() as writer:
            raws.failed(writer, raw, problem)

    def _run(self) -> None:
        self._guarded(self._try_again)
        self._guarded(self._work.settle)
        tidy_at = time.monotonic()
        while not self._closing.is_set():
            self._more.clear()
            self._guarded(self.work)
            if time.monotonic() >= tidy_at:
                self._guarded(self._forget)
                tidy_at += TIDY_EVERY_S
            if self._more.wait(LOOK_AGAIN_S):
                self._closing.wait(GATHER_S)

    def _try_again(self) -> None:
        with self._store.write() as writer:
            raws.try_again(writer)

    def _forget(self) -> None:
        with self._store.write() as writer:
            strangers.forget_old(writer.connection, writer.now)
            raws.forget_bodies(writer, writer.now - self._keep_raw_ms)

    def _guarded(self, step: Callable[[], None]) -> None:
        """A database that is full or locked for a while ends no thread: the payloads wait where they are."""
        try:
            step()
        except Exception as error:  # noqa: BLE001 - the boundary of the thread
            _log.error("the intake stopped at %s and will look again", _where(error))


def _where(error: Exception) -> str:
    """Kind and place, without the message: that may quote what a person wrote."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{type(error).__name__} in {frames[-1].name}, line {frames[-1].lineno}"
