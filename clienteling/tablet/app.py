"""The tablet app, composed: what is made here is made once and handed to whoever needs it."""

import argparse
import logging
import platform
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from clienteling.announced import SERVICE_TYPE
from clienteling.tablet.asked import Answer, ask
from clienteling.tablet.changes import ChangeSignal
from clienteling.tablet.closed.closed_view_model import ClosedViewModel, Why, why
from clienteling.tablet.floor import Floor
from clienteling.tablet.idle import IdleLock
from clienteling.tablet.jobs import Failed
from clienteling.tablet.language import Language
from clienteling.tablet.link import Link
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.opening.device import Opened, Trouble, give_up, open_device, set_aside
from clienteling.tablet.opening.opening_view_model import OpeningViewModel
from clienteling.tablet.outside import programs
from clienteling.tablet.pairing.arrival import Arrived, count_arrived
from clienteling.tablet.pairing.pairing_view_model import PairingViewModel
from clienteling.tablet.practice.practice_view_model import Means, PracticeViewModel
from clienteling.tablet.practice.trainee import Trainee
from clienteling.tablet.preferences import Preferences
from clienteling.tablet.root import Root
from clienteling.tablet.runners import Runners, runners
from clienteling.tablet.scan.scanner import Scanner
from clienteling.tablet.session import Session
from clienteling.tablet.settings import SettingsFile
from clienteling.tablet.tidying import (
    Collector,
    as_found,
    give_back,
    look_through_at_once,
    read_no_sources,
    settle,
    tidy,
)
from clienteling.tablet.toasts import Toasts
from clienteling.tablet.window import Window, load_fonts
from sync.device.states import Kind
from sync.instants import Now, wall_clock

if TYPE_CHECKING:
    from sync.device.engine import SyncEngine
    from sync.device.replica import Replica
    from sync.device.trusted.pairing import Pairing

log = logging.getLogger(__name__)

CONFIRM_AGAIN_MS = 30_000
SWITCH_S = 0.0005
"""What is drawn must not wait the usual 5 ms, for each thing that it asks, for the thread that reads."""


class App(QObject):
    """One tablet. `open` begins what the first frame did not wait for; `close` ends it in order."""

    def __init__(
        self,
        folder: Path,
        *,
        make_runners: Callable[[Failed], Runners] = runners,
        now: Now = wall_clock,
        device_name: str = "",
    ) -> None:
        super().__init__()
        sys.setswitchinterval(SWITCH_S)
        read_no_sources()
        look_through_at_once()
        self._folder = folder
        self._now = now
        self._device_name = device_name or platform.node()
        self._opened: Opened | None = None
        self._sync: SyncEngine | None = None
        self._runners = make_runners(self._unexpected)
        self.language = Language("")
        self.preferences = Preferences(SettingsFile(folder / "device.json"), self.language)
        self.session = Session()
        self.navigation = Navigation()
        self.toasts = Toasts()
        self.changes = ChangeSignal()
        self.link = Link(self._runners.database, self.language, now)
        self.scanner = Scanner(
            self._runners.frames, self.preferences.settings.camera, self.preferences.choose_camera
        )
        self.scanner.put_right(self.preferences.settings.scanner_repair)
        self.opening = OpeningViewModel(
            self._runners.database, lambda: open_device(folder, now), lambda: set_aside(folder, now())
        )
        self.pairing = PairingViewModel(
            self._runners.network, self._runners.database, self._pair, self._count_arrived
        )
        self.closed = ClosedViewModel(self.link)
        self.practice = PracticeViewModel(
            Means(folder, self._runners.practice, self.language, self.preferences, self.scanner, now)
        )
        self.root = Root(
            self.preferences,
            opening=self.opening,
            pairing=self.pairing,
            closed=self.closed,
            scanner=self.scanner,
            practice=self.practice,
        )
        self.window = Window(self.root, self.language, self._runners.pictures, self._blob)
        self._collector = Collector(self)
        self._idle = IdleLock(self.preferences, self._unattended)
        self.window.quick.installEventFilter(self._idle)
        self.scanner.listen(self.window.quick)
        self._connect()

    @property
    def replica(self) -> "Replica":
        """Raises LookupError before it is open."""
        if self._opened is None:
            raise LookupError("the replica is not open yet")
        return self._opened.replica

    @Slot()
    def open(self) -> None:
        give_back()
        self._collector.start()
        self.practice.clear()
        self.opening.open()

    def close(self) -> None:
        self._collector.stop()
        self.scanner.close()
        self._runners.close()
        if self._sync is not None:
            self._sync.close()
        self.window.close()
        self.practice.close()
        self.language.close()
        if self._opened is not None:
            self._opened.replica.engine.dispose()
        as_found()

    @Slot()
    def _unattended(self) -> None:
        self.session.lock()
        tidy()

    def _connect(self) -> None:
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_application)
        self.opening.opened.connect(self._on_opened)
        self.pairing.paired.connect(self._on_paired)
        self.session.changed.connect(self._on_session)
        self.link.changed.connect(self._on_link)
        self.closed.nudged.connect(self._look_for_hub)
        self.practice.left.connect(self._on_practised)
        self.practice.wanted.connect(self._practise)
        self.root.stage_changed.connect(self._on_stage)
        self.closed.pair_again.connect(self._pair_again)
        self.scanner.scanned.connect(self._on_scanned)

    @Slot(object)
    def _on_opened(self, opened: Opened) -> None:
        from sync.device.engine import SyncEngine
        from sync.device.trusted.pairing import recall, update

        self._opened = opened
        opened.replica.listeners.append(self.changes.announce)
        self.link.follow(opened.replica, self.changes)
        self._sync = SyncEngine(
            opened.replica,
            opened.pairing,
            on_state=self.link.tell,
            on_pairing=lambda pairing: update(opened.keys, pairing),
            kept=lambda: recall(opened.keys),
            service_type=SERVICE_TYPE,
            now=self._now,
        )
        self.link.tell(self._sync.state)
        self._sync.start()
        if opened.wiped:
            self.closed.close(Why.WIPED)
            self.root.enter(Root.Stage.Closed)
            self._confirm_wipe(opened)
        elif opened.pairing is None:
            self.root.enter(Root.Stage.Pairing)
        else:
            self._belong(opened.pairing, complete=opened.complete)

    def _belong(self, pairing: "Pairing", *, complete: bool) -> None:
        """This tablet has a shop: its floor is opened, and shown once everything has arrived."""
        self.link.name_hub(pairing.hub_name)
        self._open_shop(pairing)
        if self.closed.reason:
            self.root.enter(Root.Stage.Closed)
        elif complete:
            self.root.enter(Root.Stage.SignIn)
        else:
            self.pairing.receive(pairing.hub_name)
            self.root.enter(Root.Stage.Pairing)

    def _open_shop(self, pairing: "Pairing") -> None:
        from clienteling.tablet.shop import Shop

        if self._opened is None:
            raise RuntimeError("a shop needs an open replica")
        floor = Floor(
            jobs=self._runners.database,
            replica=self._opened.replica,
            changes=self.changes,
            language=self.language,
            session=self.session,
            navigation=self.navigation,
            toasts=self.toasts,
            now=self._opened.replica.now,
            device=pairing.device_name,
            device_id=pairing.device_id,
            outside=programs(self._folder / "shared"),
        )
        shop = Shop(
            floor,
            pairing.scope,
            preferences=self.preferences,
            link=self.link,
            scanner=self.scanner,
            ask_hub=self._ask_hub,
            seal=self._seal_queue,
        )
        shop.nudged.connect(self._look_for_hub)
        shop.pair_again.connect(self._pair_again)
        shop.practised.connect(self._practise)
        self.root.open_shop(shop)
        settle()

    @Slot(Qt.ApplicationState)
    def _on_application(self, state: Qt.ApplicationState) -> None:
        """A tablet that sleeps keeps no connection; it meets the hub again when it wakes."""
        if self._sync is None:
            return
        if state == Qt.ApplicationState.ApplicationSuspended:
            self._sync.sleep()
        elif state == Qt.ApplicationState.ApplicationActive:
            self._sync.wake()

    def _ask_hub(self, customer_id: str, tell: Callable[[Answer], None]) -> None:
        engine = self._sync
        if engine is None:
            tell(Answer.AWAY)
        else:
            self._runners.network.run(lambda: ask(engine, customer_id), tell)

    def _seal_queue(self) -> bytes:
        from sync.device.export import sealed_queue
        from sync.device.trusted.pairing import recall
        from sync.errors import NotPaired

        pairing = recall(self._opened.keys) if self._opened is not None else None
        if self._opened is None or pairing is None:
            raise NotPaired("this tablet belongs to no hub")
        return sealed_queue(self._opened.replica, pairing)

    @Slot()
    def _look_for_hub(self) -> None:
        if self._sync is not None:
            self._sync.nudge()

    @Slot()
    def _pair_again(self) -> None:
        self.closed.close(Why.NONE)
        self.session.lock()
        self.pairing.begin_again()
        self.root.enter(Root.Stage.Pairing)

    def _pair(self, code: str) -> "Pairing":
        from sync.device.trusted import wipe
        from sync.device.trusted.pairing import pair, pairing_seed, remember

        if self._opened is None:
            raise RuntimeError("pairing needs an open replica")
        keys = self._opened.keys
        pairing = pair(code, self._device_name, seed=pairing_seed(keys))
        wipe.over(keys)
        remember(keys, pairing)
        return pairing

    @Slot(object)
    def _on_paired(self, pairing: "Pairing") -> None:
        self._belong(pairing, complete=False)
        if self._sync is not None:
            self._sync.paired(pairing)

    def _count_arrived(self) -> Arrived:
        if self._opened is None:
            return Arrived()
        with self._opened.replica.read() as connection:
            return count_arrived(connection)

    @Slot()
    def _on_link(self) -> None:
        if self.root.stage != Root.Stage.Pairing.value or self.link.state.kind is Kind.WIPED:
            self._heed(why(self.link.state))
            return
        self.pairing.follow(self.link.state)
        if self.pairing.arriving and self.link.state.completed_at is not None:
            self.root.enter(Root.Stage.SignIn)

    def _heed(self, reason: Why) -> None:
        """Show nothing while the hub, or its absence, says so."""
        before = self.closed.reason
        if reason is before or before is Why.WIPED or self._opened is None:
            return
        self.closed.close(reason)
        self.session.lock()
        if reason is Why.WIPED:
            self._wipe(self._opened)
        elif reason:
            self.root.enter(Root.Stage.Closed)
        elif self.root.stage == Root.Stage.Closed.value:
            self.root.enter(Root.Stage.SignIn)

    def _wipe(self, opened: Opened) -> None:
        """Nothing is shown any more, nobody gets at the data, and opening the tablet afresh deletes it."""
        self.root.enter(Root.Stage.Closed)
        self.root.open_shop(None)
        self._opened = None
        if self._sync is not None:
            self._sync.close()
            self._sync = None
        self._runners.database.run(lambda: give_up(opened), lambda _: self.opening.open())

    def _confirm_wipe(self, opened: Opened) -> None:
        """Tried until the hub has heard of it, or the tablet is paired anew."""
        from sync.device.trusted import wipe

        def again(_: Exception) -> None:
            QTimer.singleShot(CONFIRM_AGAIN_MS, self, lambda: self._confirm_wipe(opened))

        self._runners.network.run(lambda: wipe.confirm(opened.keys), failed=again)

    @Slot()
    def _on_session(self) -> None:
        if self.closed.reason:
            return
        if self.session.who is None:
            self.root.enter(Root.Stage.SignIn)
        else:
            self.navigation.go(Navigation.Place.Scan.value)
            self.root.enter(Root.Stage.Shop)
            settle()

    @Slot()
    @Slot()
    @Slot(str)
    def _practise(self, exercise: str = "") -> None:
        """The shop is locked meanwhile: whoever practises need not be who had signed in."""
        who = self.session.who
        self.session.lock()
        self.practice.enter(Trainee.of(who.associate) if who else Trainee())
        self.root.enter(Root.Stage.Practice)
        if exercise:
            self.practice.begin(exercise)

    @Slot()
    def _on_practised(self) -> None:
        if self.root.stage == Root.Stage.Practice.value:
            self.root.enter(Root.Stage.SignIn)

    @Slot()
    def _on_stage(self) -> None:
        if self.root.stage != Root.Stage.Practice.value:
            self.practice.stop()

    @Slot(str)
    def _on_scanned(self, text: str) -> None:
        if self.root.stage == Root.Stage.Pairing.value:
            self.pairing.submit(text)

    def _blob(self, digest: str) -> bytes | None:
        if self.root.stage == Root.Stage.Practice.value:
            return self.practice.blob(digest)
        return self._opened.replica.blob(digest) if self._opened is not None else None

    def _unexpected(self, error: Exception) -> None:
        from sync.errors import ReplicaGone, ReplicaUnusable, StorageFull

        log.error("A job failed", exc_info=error)
        if isinstance(error, ReplicaGone):
            return
        if isinstance(error, ReplicaUnusable):
            self.opening.fail(Trouble.UNUSABLE)
            self.root.enter(Root.Stage.Opening)
        elif isinstance(error, StorageFull):
            self.toasts.show(
                QCoreApplication.translate(
                    "App", "Not saved: there is no room on this tablet. Make some, then do it again."
                )
            )
        else:
            self.toasts.show(
                QCoreApplication.translate("App", "That did not work. What was saved before is still here.")
            )


def main(argv: list[str] = sys.argv) -> int:
    parser = argparse.ArgumentParser(prog="clienteling app", description="The tablet app.")
    parser.add_argument("--data", type=Path, help="where this tablet keeps its replica and settings")
    parser.add_argument("--name", default="", help="what the hub calls this tablet")
    asked = parser.parse_args(argv[1:])
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s: %(message)s")
    qt = QGuiApplication(argv[:1])
    qt.setApplicationName("clienteling")
    qt.setApplicationDisplayName("Clienteling")
    load_fonts()
    tablet = App(asked.data or own_folder(), device_name=asked.name)
    tablet.window.quick.frameSwapped.connect(tablet.open, Qt.ConnectionType.SingleShotConnection)
    try:
        return qt.exec()
    finally:
        tablet.close()


def own_folder() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))


if __name__ == "__main__":
    sys.exit(main())
