"""An exercise under way: the practice shop on the screens, and its steps, ticked off by what was recorded."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.practice.names import PropKind
from clienteling.scan.symbology import Symbology
from clienteling.tablet.link import OUTBOX
from clienteling.tablet.practice.rows import StepRow, current_step, step_rows
from clienteling.tablet.rows import Rows

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.practice.shop import PracticeShop
    from clienteling.practice.values import Prop, Scenario
    from clienteling.tablet.floor import Floor
    from clienteling.tablet.link import Link
    from clienteling.tablet.scan.scanner import Scanner
    from sync.changes import Changes

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

HUB_ANSWERS_AFTER_MS = 900
"""Long enough to read *saved here* before it becomes *confirmed*."""


@QmlElement
@QmlUncreatable("made by the app")
class Exercise(QObject):
    changed = Signal()
    advanced = Signal(int)
    """How many steps are done now."""

    def __init__(
        self,
        scenario: "Scenario",
        place: "PracticeShop",
        floor: "Floor",
        *,
        shop: QObject,
        link: "Link",
        scanner: "Scanner",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.scenario = scenario
        self.place = place
        self._floor = floor
        self._shop = shop
        self._link = link
        self._scanner = scanner
        self._ticked: frozenset[str] = frozenset()
        self._steps: Rows[StepRow] = Rows(StepRow, self)
        self._online = False
        self._hub = QTimer(self, singleShot=True, interval=HUB_ANSWERS_AFTER_MS)
        self._hub.timeout.connect(self._answer)
        floor.changes.changed.connect(self._on_changes)
        floor.language.switched.connect(self._say)
        self._say()
        self._connect(online=not scenario.offline)
        self._look()

    @Property(QObject, constant=True)
    def shop(self) -> QObject:
        """The `Shop` of this exercise."""
        return self._shop

    @Property(Rows, constant=True)
    def steps(self) -> Rows:
        return self._steps

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._floor.language.wording.say(self.scenario.title)

    @Property(str, notify=changed)
    def story(self) -> str:
        return self._floor.language.wording.say(self.scenario.story)

    @Property(int, notify=changed)
    def done(self) -> int:
        return len(self._ticked)

    @Property(int, constant=True)
    def count(self) -> int:
        return len(self.scenario.steps)

    @Property(bool, notify=changed)
    def complete(self) -> bool:
        return len(self._ticked) == len(self.scenario.steps)

    @Property(int, notify=changed)
    def number(self) -> int:
        """Of the step that is next, from 1."""
        return next((row.number for row in self._steps.rows if row.current), self.count)

    @Property(str, notify=changed)
    def words(self) -> str:
        return next((row.words for row in self._steps.rows if row.current), "")

    @Property(str, notify=changed)
    def how(self) -> str:
        return next((row.how for row in self._steps.rows if row.current), "")

    @Property(str, notify=changed)
    def prop(self) -> str:
        """What the customer or the shop does at this step, as the words on a button; often empty."""
        prop = self._prop()
        return self._floor.language.wording.say(prop.words) if prop else ""

    @Property(str, notify=changed)
    def prop_kind(self) -> str:
        """A `PropKind`."""
        prop = self._prop()
        return prop.kind.value if prop else ""

    @Slot()
    def use_prop(self) -> None:
        prop = self._prop()
        if prop is None:
            return
        if prop.kind is PropKind.CABLE:
            self._connect(online=True)
        else:
            # As a scan, and each time: a label that is held up again is not the one that is still there.
            self._scanner.scanned.emit(self.place.scanned(prop), Symbology.UNKNOWN.value)

    @Slot()
    def say_no_network(self) -> None:
        """To whoever looks for the hub."""
        words = QCoreApplication.translate("Practice", "There is no network in this exercise yet.")
        self._floor.toasts.show(words)

    def end(self) -> None:
        """Nobody is signed in any more: scans and changes lead nowhere from here on."""
        self._hub.stop()
        self._floor.session.lock()

    def _prop(self) -> "Prop | None":
        current = current_step(self.scenario, self._ticked)
        return next((step.prop for step in self.scenario.steps if step.key == current), None)

    def _connect(self, *, online: bool) -> None:
        from sync.device.states import Kind, State

        now = self._floor.now()
        self._online = online
        self._link.tell(State(Kind.LIVE if online else Kind.OFFLINE, since=now, completed_at=now))
        if online:
            self._hub.start()

    @Slot()
    def _answer(self) -> None:
        from clienteling.practice.hub import answer

        self._floor.jobs.run(partial(answer, self.place.replica))

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        self._look()
        if self._online and changes.touches(OUTBOX):
            self._hub.start()

    def _look(self) -> None:
        self._floor.read(partial(ticked_off, scenario=self.scenario), self._show)

    def _show(self, ticked: frozenset[str]) -> None:
        if ticked != self._ticked:
            self._ticked = ticked
            self._say()
            self.advanced.emit(len(ticked))

    @Slot()
    def _say(self) -> None:
        self._steps.replace(step_rows(self.scenario, self._ticked, self._floor.language.wording))
        self.changed.emit()


def ticked_off(conn: "sa.Connection", scenario: "Scenario") -> frozenset[str]:
    return frozenset(step.key for step in scenario.steps if step.done(conn))
