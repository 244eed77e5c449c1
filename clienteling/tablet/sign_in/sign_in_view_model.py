"""Pick yourself, type your PIN. Offline too: hashes and the count of failures are on the tablet."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.staff.values import Associate, SignIn, SignInOutcome
from clienteling.tablet.floor import Floor
from clienteling.tablet.rows import Rows
from clienteling.tablet.session import SignedIn
from clienteling.tablet.sign_in.people import NOBODY, Person, Staff, people, staff_of

if TYPE_CHECKING:
    from sync.changes import Changes
    from sync.writer import Writer

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

SECOND_MS = 1000
SHORTEST_PIN = 4
LONGEST_PIN = 12


def seconds_left(wait_until: int, now: int) -> int:
    """Whole seconds, the one that has begun included."""
    return max(0, -(-(wait_until - now) // SECOND_MS))


def try_pin(associate_id: str, pin: str, now: int, writer: "Writer") -> SignIn:
    from clienteling.staff import sign_in

    return sign_in.try_pin(writer.connection, associate_id, pin, now)


@QmlElement
@QmlUncreatable("made by the app")
class SignInViewModel(QObject):
    staff_changed = Signal()
    changed = Signal()
    refused = Signal()
    """The PIN was wrong: the pad empties itself."""

    def __init__(self, floor: Floor, store_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._store_id = store_id
        self._staff: Staff = NOBODY
        self._people = Rows(Person, self)
        self._chosen: Associate | None = None
        self._last = SignIn(outcome=SignInOutcome.SIGNED_IN)
        self._busy = False
        self._gone = ""
        self._tick = QTimer(self, interval=SECOND_MS // 4)
        self._tick.timeout.connect(self._count_down)
        floor.changes.changed.connect(self._on_changes)
        floor.session.changed.connect(self._on_session)
        self._load()

    @Property(Rows, constant=True)
    def people(self) -> Rows:
        return self._people

    @Property(bool, notify=staff_changed)
    def nobody(self) -> bool:
        return not self._staff.associates

    @Property(str, notify=staff_changed)
    def store_name(self) -> str:
        return self._staff.store.name if self._staff.store else ""

    @Property(str, notify=changed)
    def chosen(self) -> str:
        return self._chosen.id if self._chosen else ""

    @Property(str, notify=changed)
    def chosen_name(self) -> str:
        return self._chosen.given_name if self._chosen else ""

    @Property(str, notify=changed)
    def chosen_initials(self) -> str:
        return self._chosen.initials if self._chosen else ""

    @Property(str, notify=changed)
    def gone(self) -> str:
        """Who held this tablet and signs in here no more, until somebody else does."""
        return self._gone

    @Property(str, notify=changed)
    def outcome(self) -> str:
        """A `SignInOutcome`; `signed_in` while nothing went wrong."""
        return self._last.outcome.value

    @Property(int, notify=changed)
    def tries_left(self) -> int:
        return self._last.tries_left

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
    def choose(self, associate_id: str) -> None:
        """Yourself; an empty id goes back to everybody."""
        self._chosen = self._staff.find(associate_id)
        self._last = SignIn(outcome=SignInOutcome.SIGNED_IN)
        self.changed.emit()

    @Slot(str)
    def submit(self, pin: str) -> None:
        if self._chosen is None or self._busy:
            return
        self._busy = True
        self.changed.emit()
        self._floor.write(
            partial(try_pin, self._chosen.id, pin, self._floor.now()), self._tried, self._failed
        )

    def _tried(self, answer: SignIn) -> None:
        self._busy = False
        self._last = answer
        if answer.outcome is SignInOutcome.SIGNED_IN and answer.associate is not None:
            self._let_in(answer.associate)
            return
        if answer.wait_until:
            self._tick.start()
        self.changed.emit()
        self.refused.emit()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self.changed.emit()
        raise error

    def _let_in(self, associate: Associate) -> None:
        self._floor.session.begin(self._signed_in(associate))
        self._chosen, self._gone = None, ""
        self.changed.emit()

    def _signed_in(self, associate: Associate) -> SignedIn:
        store, reach = self._staff.store, self._staff.reach(associate.id)
        return SignedIn(
            associate,
            store.id if store else self._store_id,
            store.name if store else "",
            reach.shops,
            reach.everywhere,
        )

    def _look_after_who_is_here(self) -> None:
        """Whoever was suspended, or works in another shop now, holds this tablet no longer."""
        who = self._floor.session.who
        if who is None:
            return
        now = self._staff.find(who.associate.id)
        if now is None:
            self._gone = who.associate.full_name
            self._floor.session.lock()
        elif now.role is not who.associate.role or self._staff.reach(now.id).shops != who.shops:
            self._let_in(now)

    @Slot()
    def _count_down(self) -> None:
        if seconds_left(self._last.wait_until, self._floor.now()) == 0:
            self._tick.stop()
            self._last = SignIn(outcome=SignInOutcome.SIGNED_IN)
        self.changed.emit()

    @Slot()
    def _on_session(self) -> None:
        if self._floor.session.who is None:
            self.choose("")

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        if changes.touches("associate", "store"):
            self._load()

    def _load(self) -> None:
        self._floor.read(lambda conn: staff_of(conn, self._store_id), self._show)

    def _show(self, staff: Staff) -> None:
        self._staff = staff
        self._look_after_who_is_here()
        self._people.replace(people(staff.associates))
        if staff.store is not None:
            self._floor.language.keep_time_of(staff.store.time_zone)
        self.staff_changed.emit()
