"""Snapshots for devices that begin: what lies ready, and the thread that keeps it fresh.

Devices that hold the same extent share one. It is made when the hub starts, when a device with another
extent first says hello, and again when enough has changed; a device pulls what came after it. After an
erasure nothing made before is given out any more.
"""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sync.errors import Code, HubRefused
from sync.hub.snapshot.build import Builder, BuildStopped, Copy, CopyWrong
from sync.hub.snapshot.shelf import Ready, Shelf
from sync.hub.store import HubStore
from sync.snapshot.info import SnapshotInfo
from sync.wire import EVERYTHING

LEAST_RECORDS = 5_000
"""Fewer are pulled just as fast."""
FRESH_SHARE = 0.1
"""Made again when so much of it has changed."""
LOOK_S = 30.0
AFTER_TROUBLE_S = 600.0

log = logging.getLogger(__name__)


class Snapshots:
    """For the threads that answer devices; building has a thread of its own between `start` and `close`."""

    def __init__(
        self,
        directory: Path,
        store: HubStore,
        open_copy: Callable[[Path], Copy],
        least_records: int = LEAST_RECORDS,
    ) -> None:
        self._store = store
        self._shelf = Shelf(directory)
        self._builder = Builder(self._shelf, open_copy, self._pull, self._is_stopped)
        self._least = least_records
        self._wanted = {EVERYTHING}
        self._look = threading.Event()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="snapshots", daemon=True)

    def schema(self, holds: str) -> str:
        """The schema of what is ready for this extent, empty when there is nothing."""
        ready = self._newest(holds)
        if ready is None and holds not in self._wanted:
            self._wanted.add(holds)
            self._look.set()
        return ready.info.schema if ready is not None else ""

    def info(self, holds: str, schema: str, have: str = "") -> SnapshotInfo:
        """The newest, or the one that the device has begun with while that is given out.

        Raises HubRefused.
        """
        offers = [each.info for each in self._valid(holds) if each.info.schema == schema]
        if not offers:
            raise HubRefused(Code.NOT_FOUND, "no snapshot for this schema is ready")
        return next((info for info in offers if info.name == have), offers[0])

    def path(self, holds: str, name: str) -> Path:
        """The file of the pieces. Raises HubRefused."""
        if any(each.info.name == name for each in self._valid(holds)):
            return self._shelf.path(holds, name)
        raise HubRefused(Code.NOT_FOUND, "this snapshot is not given out")

    def forget(self) -> None:
        """Somebody was erased: delete what was made before now, not at the next look, and make it anew.

        It is given out no more since the erasure's commit, whichever process that was in.
        """
        self._look.set()

    def refresh(self, holds: str = EVERYTHING) -> None:
        """Build now where it is due. Raises what `Builder.build` raises."""
        with self._shelf.alone() as alone:
            if not alone:
                return
            mark = self._mark()
            self._shelf.tidy(mark)
            if self._is_due(holds):
                self._build(holds, mark)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        self._closing.set()
        self._look.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._closing.is_set():
            well = [self._try(holds) for holds in sorted(self._wanted.copy())]
            self._look.wait(LOOK_S if all(well) else AFTER_TROUBLE_S)
            self._look.clear()

    def _try(self, holds: str) -> bool:
        """Whatever fails, devices can do without."""
        try:
            self.refresh(holds)
        except BuildStopped:
            self._look.set()
        except OSError as error:
            log.warning("No snapshot is made: %s", error)
            return False
        except Exception:  # the thread's boundary
            log.exception("A snapshot could not be made; the next try begins anew")
            with suppress(OSError):
                self._shelf.drop_kept(holds)
            return False
        return True

    def _build(self, holds: str, mark: str) -> None:
        """Anew where the kept replica stood for too long, or knows what the hub was restored from before."""
        try:
            self._builder.build(holds, mark, self._least)
        except (CopyWrong, HubRefused) as error:
            if isinstance(error, HubRefused) and error.code is not Code.RESYNC:
                raise
            self._shelf.drop_kept(holds)
            self._builder.build(holds, mark, self._least)

    def _is_due(self, holds: str) -> bool:
        ready = self._newest(holds)
        if ready is None:
            return self._store.moved_since(0, self._least) >= self._least
        enough = max(self._least, int(FRESH_SHARE * ready.records))
        return self._store.moved_since(ready.info.seq, enough) >= enough

    def _newest(self, holds: str) -> Ready | None:
        return next(iter(self._valid(holds)), None)

    def _valid(self, holds: str) -> list[Ready]:
        """Whoever takes one over must still be told all that was deleted since."""
        mark, floor = self._mark(), self._store.known().floor
        return [each for each in self._shelf.ready(holds) if each.mark == mark and each.info.seq >= floor]

    def _mark(self) -> str:
        """Whatever was made under another one is of no use."""
        return f"{self._builder.schema} {self._store.epoch} {self._store.erasing.newest()}".rstrip()

    def _pull(self, holds: str, epoch: str, after: int, limit: int, floor: int) -> bytes:
        return self._store.page(epoch, after, limit, holds, floor)

    def _is_stopped(self, mark: str, rest_s: float) -> bool:
        return self._closing.wait(rest_s) or mark != self._mark()
