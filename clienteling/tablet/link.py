"""Where this tablet stands with the hub, for the pill, the ledger and the person's page."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.changes import ChangeSignal
from clienteling.tablet.jobs import Jobs
from clienteling.tablet.language import Language
from sync.device.states import Kind, State

if TYPE_CHECKING:
    from sync.changes import Changes
    from sync.device.replica import Replica

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

OUTBOX = "sync_outbox"
"""How `Changes` names records that moved on their way to the hub."""
QUIET = frozenset({OUTBOX, "access"})
"""What changes nothing of what a card says."""


@dataclass(frozen=True, slots=True)
class Waiting:
    saved_here: int = 0
    to_decide: int = 0


def count_waiting(replica: "Replica") -> Waiting:
    return Waiting(replica.pending(quiet=False), replica.set_aside())


@QmlElement
@QmlUncreatable("made by the app")
class Link(QObject):
    @QEnum
    class Standing(Enum):
        Looking = 0
        Working = 1
        Live = 2
        Offline = 3
        Refused = 4
        Connecting = 5
        Unpaired = 6
        Locked = 7
        Wiped = 8

    changed = Signal()
    _told = Signal(object)

    def __init__(
        self, jobs: Jobs, language: Language, now: Callable[[], int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._language = language
        self._now = now
        self._state = State(Kind.CONNECTING)
        self._waiting = Waiting()
        self._hub_name = ""
        self._replica: Replica | None = None
        self._told.connect(self._show)
        language.switched.connect(self.changed)

    def follow(self, replica: "Replica", changes: ChangeSignal) -> None:
        if self._replica is None:
            changes.followed.connect(self._on_changes)
        self._replica = replica
        self._count()

    def tell(self, state: State) -> None:
        """From any thread; the sync engine calls it."""
        self._told.emit(state)

    def name_hub(self, name: str) -> None:
        self._hub_name = name
        self.changed.emit()

    @property
    def state(self) -> State:
        return self._state

    @Property(int, notify=changed)
    def standing(self) -> int:
        return _STANDINGS[self._state.kind].value

    @Property(str, notify=changed)
    def reason(self) -> str:
        """Why the hub refuses this tablet: a `Reason`, empty when it does not."""
        return self._state.reason.value

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Why the hub cannot serve just now: a `Code`, empty when it is simply away."""
        return self._state.code.value if self._state.code is not None else ""

    @Property(int, notify=changed)
    def percent(self) -> int:
        """How much of the first replica is here."""
        return self._state.percent

    @Property(str, notify=changed)
    def hub_name(self) -> str:
        return self._hub_name

    @Property(str, notify=changed)
    def since(self) -> str:
        """Since when it is so, in words."""
        return self._moment(self._state.since)

    @Property(str, notify=changed)
    def completed(self) -> str:
        """When this tablet last had everything, in words; empty before the first time."""
        return self._moment(self._state.completed_at or 0)

    @Property(int, notify=changed)
    def saved_here(self) -> int:
        return self._waiting.saved_here

    @Property(int, notify=changed)
    def to_decide(self) -> int:
        return self._waiting.to_decide

    def _moment(self, at: int) -> str:
        return self._language.wording.moment(at, self._now()) if at else ""

    @Slot(object)
    def _show(self, state: State) -> None:
        self._state = state
        self.changed.emit()

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        if changes.touches(OUTBOX):
            self._count()

    def _count(self) -> None:
        replica = self._replica
        if replica is not None:
            self._jobs.run(lambda: count_waiting(replica), self._counted)

    def _counted(self, waiting: Waiting) -> None:
        if waiting != self._waiting:
            self._waiting = waiting
            self.changed.emit()


_STANDINGS = {
    Kind.UNPAIRED: Link.Standing.Unpaired,
    Kind.CONNECTING: Link.Standing.Connecting,
    Kind.ASLEEP: Link.Standing.Connecting,
    Kind.WIPED: Link.Standing.Locked,
    Kind.LOOKING: Link.Standing.Looking,
    Kind.FIRST_REPLICA: Link.Standing.Working,
    Kind.LIVE: Link.Standing.Live,
    Kind.OFFLINE: Link.Standing.Offline,
    Kind.REFUSED: Link.Standing.Refused,
    Kind.LOCKED: Link.Standing.Locked,
    Kind.WIPED: Link.Standing.Wiped,
}
