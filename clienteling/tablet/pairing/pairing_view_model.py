"""Becoming a tablet of a shop: the code, and then everything that the shop knows, arriving."""

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.jobs import Jobs
from clienteling.tablet.pairing.arrival import Arrived
from clienteling.tablet.pairing.refusal import Why, why
from sync.device.states import Kind, State

if TYPE_CHECKING:
    from sync.device.trusted.pairing import Pairing

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

Pair = Callable[[str], "Pairing"]


@QmlElement
@QmlUncreatable("made by the app")
class PairingViewModel(QObject):
    @QEnum
    class Step(Enum):
        Code = 0
        Asking = 1
        Receiving = 2
        Waiting = 3
        """Paired, and the hub is away before everything has arrived."""

    changed = Signal()
    paired = Signal(object)
    """Pairing"""

    def __init__(
        self,
        network: Jobs,
        database: Jobs,
        pair: Pair,
        count: Callable[[], Arrived],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._network = network
        self._database = database
        self._pair = pair
        self._count = count
        self._step = PairingViewModel.Step.Code
        self._why = Why.NONE
        self._hub_name = ""
        self._percent = 0
        self._arrived = Arrived()

    @Property(int, notify=changed)
    def step(self) -> int:
        return self._step.value

    @Property(str, notify=changed)
    def why(self) -> str:
        """A `Why`: what was wrong with the last code; empty when nothing was."""
        return self._why.value

    @Property(str, notify=changed)
    def hub_name(self) -> str:
        return self._hub_name

    @Property(float, notify=changed)
    def progress(self) -> float:
        """0 to 1; below 0 while it cannot be told."""
        return self._percent / 100 if self._percent else -1.0

    @Property(int, notify=changed)
    def customers(self) -> int:
        return self._arrived.customers

    @Property(int, notify=changed)
    def products(self) -> int:
        return self._arrived.products

    @Property(int, notify=changed)
    def pictures(self) -> int:
        return self._arrived.pictures

    @property
    def arriving(self) -> bool:
        return self._step in (PairingViewModel.Step.Receiving, PairingViewModel.Step.Waiting)

    @Slot(str)
    def submit(self, code: str) -> None:
        if self._step is not PairingViewModel.Step.Code:
            return
        self._step, self._why = PairingViewModel.Step.Asking, Why.NONE
        self.changed.emit()
        self._network.run(lambda: self._pair(code), self._done, self._failed)

    def receive(self, hub_name: str) -> None:
        """Paired: show what arrives."""
        self._hub_name = hub_name
        self._step = PairingViewModel.Step.Receiving
        self.changed.emit()

    def follow(self, state: State) -> None:
        """What the sync engine says while the first replica is on its way."""
        if not self.arriving:
            return
        away = state.kind in (Kind.OFFLINE, Kind.LOOKING, Kind.REFUSED)
        self._step = PairingViewModel.Step.Waiting if away else PairingViewModel.Step.Receiving
        self._percent = max(self._percent, state.percent)
        self.changed.emit()
        self._database.run(self._count, self._counted)

    def begin_again(self) -> None:
        self._step, self._why, self._percent = PairingViewModel.Step.Code, Why.NONE, 0
        self.changed.emit()

    def _done(self, pairing: "Pairing") -> None:
        self.receive(pairing.hub_name)
        self.paired.emit(pairing)

    def _failed(self, error: Exception) -> None:
        self._step = PairingViewModel.Step.Code
        self._why = why(error)
        self.changed.emit()

    def _counted(self, arrived: Arrived) -> None:
        self._arrived = arrived
        self.changed.emit()
