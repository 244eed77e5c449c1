"""What is typed on a leaf: kept on the tablet as it is typed, until it is saved."""

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Property, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.jobs import nothing

if TYPE_CHECKING:
    from collections.abc import Callable

    import sqlalchemy as sa

    from clienteling.notes.unfinished import Left, Place
    from clienteling.tablet.floor import Floor
    from sync.writer import Writer

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

T = TypeVar("T")
CALM_MS = 250
"""After the last letter; nobody types slower than that within a word."""


def words_kept(writer: "Writer", *, place: "Place", left: "Left") -> None:
    from clienteling.notes.unfinished import keep

    keep(writer.connection, place, left, writer.now)


def saved_and_dropped(writer: "Writer", *, work: "Callable[[Writer], T]", place: "Place") -> T:
    """What becomes a record waits no longer; either both are true, or neither."""
    from clienteling.notes.unfinished import drop

    done = work(writer)
    drop(writer.connection, place)
    return done


def old_dropped(writer: "Writer") -> None:
    from clienteling.notes.unfinished import drop_old

    drop_old(writer.connection, writer.now)


def read_words(conn: "sa.Connection", *, place: "Place", now: int) -> str:
    from clienteling.notes.unfinished import kept

    return kept(conn, place, now)


@QmlElement
@QmlUncreatable("made by the app")
class UnfinishedViewModel(QObject):
    """For one leaf."""

    found = Signal(str)
    """What was left there before; not emitted where nothing was."""
    changed = Signal()

    def __init__(self, floor: "Floor", leaf: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._leaf = leaf
        self._place: Place | None = None
        self._customer_id = ""
        self._said = ""
        self._typed = False
        """Since it was last kept."""
        self._resumed = False
        self._in_hand: dict[Place, str] = {}
        """What the disk had no room for."""
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self.settle)
        floor.session.changed.connect(self._on_session)

    @Property(bool, notify=changed)
    def resumed(self) -> bool:
        """What stands there was typed before, and the leaf put away."""
        return self._resumed

    @property
    def begun(self) -> bool:
        """The leaf is open, and what stood there was not saved."""
        return self._place is not None

    @property
    def waiting(self) -> bool:
        """Something stands there that was not saved."""
        return self._place is not None and self._said.strip() != ""

    @Slot(str)
    def begin(self, customer_id: str) -> None:
        """The leaf opens, about her."""
        self.begin_at(customer_id, customer_id)

    @Slot(str, str)
    def begin_at(self, begun: str, customer_id: str) -> None:
        """The leaf opens, on a card, about a record or, where that is empty, about nobody yet."""
        from clienteling.notes.unfinished import Leaf, Place

        if self._floor.session.who is None:
            return
        place = Place(Leaf(self._leaf), begun, self._floor.session.author.associate_id)
        self._place, self._said, self._customer_id = place, "", customer_id
        self._typed = self._resumed = False
        self.changed.emit()
        query = partial(read_words, place=place, now=self._floor.now())
        self._floor.read(query, partial(self._show, place), nothing)

    def keep_nothing(self) -> None:
        """The leaf opens, and what is typed there now does not wait."""
        self._place, self._resumed = None, False
        self.changed.emit()

    @Slot(str)
    def type(self, said: str) -> None:
        self.tell(said, self._customer_id)

    def tell(self, said: str, customer_id: str) -> None:
        """All that stands there now, and whom it is about."""
        if self._place is None or (said, customer_id) == (self._said, self._customer_id):
            return
        worded = said != "" or self._said != ""
        self._said, self._customer_id = said, customer_id
        if not worded:
            return
        self._typed = True
        self._calm.start()
        if self._resumed and not said:
            self._resumed = False
            self.changed.emit()

    @Slot()
    def settle(self) -> None:
        """Kept now, before what is about to be saved drops it."""
        from clienteling.notes.unfinished import Left

        self._calm.stop()
        place = self._place
        if place is not None and (self._typed or place in self._in_hand):
            self._typed = False
            left = Left(self._said, self._customer_id)
            kept, not_kept = partial(self._let_go, place), partial(self._keep_in_hand, place, left.said)
            self._floor.write(partial(words_kept, place=place, left=left), kept, not_kept)

    @Slot()
    def end(self) -> None:
        """The leaf is put away; what stood there waits, and that is said."""
        if self._place is None:
            return
        self.settle()
        place, self._place = self._place, None
        if self._said.strip():
            query = partial(read_words, place=place, now=self._floor.now())
            self._floor.read(query, partial(self._tell_that_it_waits, place), nothing)

    def saving(self, work: "Callable[[Writer], T]") -> "Callable[[Writer], T]":
        """What saves the leaf, and lets go of what was kept of it in the same transaction."""
        self.settle()
        place, self._place = self._place, None
        return work if place is None else partial(saved_and_dropped, work=work, place=place)

    @Slot()
    def saved(self) -> None:
        """It is on its way to be a record; the transaction that writes it drops the words."""
        self._calm.stop()
        self._place = None

    def _tell_that_it_waits(self, place: "Place", kept: str) -> None:
        """Of whoever was forgotten meanwhile nothing waits."""
        if (kept or place in self._in_hand) and self._floor.session.who is not None:
            waits = QCoreApplication.translate(
                "Unfinished", "Not saved. Your words wait there until the evening."
            )
            self._floor.toasts.show(waits)

    def _keep_in_hand(self, place: "Place", said: str, _: Exception) -> None:
        self._in_hand[place] = said

    def _let_go(self, place: "Place", _: object) -> None:
        self._in_hand.pop(place, None)

    def _show(self, place: "Place", kept: str) -> None:
        """What is only in hand is newer than what is kept."""
        who = self._floor.session.who
        if who is None or who.associate.id != place.associate_id:
            return
        if place != self._place or self._said:
            return
        in_hand = self._in_hand.get(place)
        said = kept if in_hand is None else in_hand
        if said:
            self._said, self._resumed = said, True
            self.found.emit(said)
            self.changed.emit()

    @Slot()
    def _on_session(self) -> None:
        if self._floor.session.who is not None:
            self._floor.write(old_dropped, nothing, nothing)
