"""The tablet in a customer's hands: her language, one thing to do, and only a PIN leads back."""

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.staff.values import SignIn, SignInOutcome
from clienteling.tablet.sign_in.sign_in_view_model import (
    LONGEST_PIN,
    SECOND_MS,
    SHORTEST_PIN,
    seconds_left,
    try_pin,
)

if TYPE_CHECKING:
    from clienteling.tablet.floor import Floor

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

ABROAD = "en"
"""For whom the screens have no words in her own language."""
NO_TRY = SignIn(outcome=SignInOutcome.SIGNED_IN)


class Handed(StrEnum):
    """What she was handed."""

    NOTHING = ""
    NEWCOMER = "newcomer"
    KNOWN = "known"


@QmlElement
@QmlUncreatable("made by the app")
class TurnedViewModel(QObject):
    changed = Signal()
    refused = Signal()
    """The PIN was wrong: the pad empties itself."""

    def __init__(self, floor: "Floor", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._handed = Handed.NOTHING
        self._own = ""
        self._last = NO_TRY
        self._busy = False
        self._tick = QTimer(self, interval=SECOND_MS // 4)
        self._tick.timeout.connect(self._count_down)
        floor.session.turned_changed.connect(self._on_turned)

    @Property(str, notify=changed)
    def handed(self) -> str:
        return self._handed.value

    @Property(str, notify=changed)
    def associate(self) -> str:
        who = self._floor.session.who
        return who.associate.given_name if who else ""

    @Property(str, notify=changed)
    def store_name(self) -> str:
        return self._floor.session.store_name

    @Property(str, notify=changed)
    def outcome(self) -> str:
        """A `SignInOutcome`; `signed_in` while nothing went wrong."""
        return self._last.outcome.value

    @Property(int, notify=changed)
    def wait_seconds(self) -> int:
        return seconds_left(self._last.wait_until, self._floor.now())

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self._busy

    @Property(int, constant=True)
    def shortest_pin(self) -> int:
        return SHORTEST_PIN

    @Property(int, constant=True)
    def longest_pin(self) -> int:
        return LONGEST_PIN

    @Slot(str)
    def hand_to_newcomer(self, language: str) -> None:
        self._hand_over(Handed.NEWCOMER, language)

    @Slot(str)
    def show_what_is_known(self, language: str) -> None:
        self._hand_over(Handed.KNOWN, language)

    def _hand_over(self, what: Handed, language: str) -> None:
        if self._floor.session.who is None:
            return
        self._own = self._floor.language.code
        self._handed = what
        self._last = NO_TRY
        self.speak(language)
        self._floor.session.turn(to_her=True)
        self.changed.emit()

    @Slot(str)
    def speak(self, language: str) -> None:
        """Hers, for as long as she holds it."""
        from clienteling.tablet.language import LANGUAGES

        self._floor.language.switch(language if language in LANGUAGES else ABROAD)

    @Slot(str)
    def submit(self, pin: str) -> None:
        who = self._floor.session.who
        if who is None or self._busy:
            return
        self._busy = True
        self.changed.emit()
        asked = partial(try_pin, who.associate.id, pin, self._floor.now())
        self._floor.write(asked, self._tried, self._failed)

    @Slot()
    def somebody_else(self) -> None:
        """Another associate takes it: at the sign-in page, which is locked as well."""
        self._floor.session.lock()

    def _tried(self, answer: SignIn) -> None:
        self._busy = False
        self._last = answer
        if answer.outcome is SignInOutcome.SIGNED_IN:
            self._floor.session.turn(to_her=False)
        else:
            if answer.wait_until:
                self._tick.start()
            self.refused.emit()
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self.changed.emit()
        raise error

    @Slot()
    def _count_down(self) -> None:
        if seconds_left(self._last.wait_until, self._floor.now()) == 0:
            self._tick.stop()
            self._last = NO_TRY
        self.changed.emit()

    @Slot()
    def _on_turned(self) -> None:
        if not self._floor.session.turned:
            self._handed = Handed.NOTHING
            self._floor.language.switch(self._own)
            self.changed.emit()
