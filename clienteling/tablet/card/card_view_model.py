"""The customer card on screen: read whole when she is opened, again whenever something of hers changes."""

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.card.face import AlertRow, Face, derive_face
from clienteling.tablet.card.promised import DutyRow, done
from clienteling.tablet.card.reading import Reading, Request, read_card
from clienteling.tablet.card.shelf import PurchaseRow, ShelfRow
from clienteling.tablet.card.thread_view_model import ThreadViewModel
from clienteling.tablet.card.who import ConsentChip, FactRow
from clienteling.tablet.link import QUIET
from clienteling.tablet.record.writing import entry_undone, promise_kept
from clienteling.tablet.rows import Rows
from clienteling.timeline.values import EntryKind

if TYPE_CHECKING:
    from clienteling.tablet.card.ahead import CardAhead
    from clienteling.tablet.floor import Floor
    from clienteling.tablet.record.record_view_model import RecordViewModel
    from sync.changes import Changes

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

NOTHING_READ = Face()

log = logging.getLogger(__name__)


@QmlElement
@QmlUncreatable("made by the app")
class CardViewModel(QObject):
    changed = Signal()
    customer_changed = Signal()
    """Another card was asked for, or the same again."""
    shown = Signal()
    """Her card stands on the screen, read from the replica."""

    def __init__(
        self,
        floor: "Floor",
        record: "RecordViewModel",
        ahead: "CardAhead",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._record = record
        self._ahead = ahead
        self._saved = record.saved
        self._customer_id = ""
        self._timeline = ThreadViewModel(floor, self)
        self._reading: Reading | None = None
        self._under_way = False
        self._stale = False
        self._broken = False
        self._another = False
        self._face = NOTHING_READ
        self._lists: dict[str, Rows] = {
            "alerts": Rows(AlertRow, self),
            "consents": Rows(ConsentChip, self),
            "facts": Rows(FactRow, self),
            "promises": Rows(DutyRow, self),
            "shelf": Rows(ShelfRow, self),
            "purchases": Rows(PurchaseRow, self),
        }
        record.picks_changed.connect(self._derive)
        floor.changes.changed.connect(self._on_changes)
        floor.language.switched.connect(self.reload)
        floor.navigation.customer_changed.connect(self._on_customer)

    @Property(bool, notify=changed)
    def loading(self) -> bool:
        return self._customer_id != "" and self._reading is None and not self._broken

    @Property(bool, notify=changed)
    def missing(self) -> bool:
        """She was asked for and is not on this tablet."""
        return self._reading is not None and self._reading.card is None

    @Property(bool, notify=changed)
    def gone(self) -> bool:
        """She was erased from this tablet."""
        return self._reading is not None and self._reading.erased

    @Property(bool, notify=changed)
    def broken(self) -> bool:
        """The replica could not be read; the log says why."""
        return self._broken

    @Property(str, notify=customer_changed)
    def customer_id(self) -> str:
        return self._customer_id

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._face.who.name

    @Property(str, notify=changed)
    def since_year(self) -> str:
        return self._face.who.since_year

    @Property(str, notify=changed)
    def spoken(self) -> str:
        """The language she is spoken to in."""
        return self._face.who.language

    @Property(str, notify=changed)
    def tier(self) -> str:
        return self._face.who.tier

    @Property(bool, notify=changed)
    def provisional(self) -> bool:
        return self._face.who.provisional

    @Property(int, notify=changed)
    def records(self) -> int:
        """How many turned out to be hers and stand on this card together."""
        return self._face.who.records

    @Property(str, notify=changed)
    def phone(self) -> str:
        return self._face.who.phone

    @Property(str, notify=changed)
    def email(self) -> str:
        return self._face.who.email

    @Property(str, notify=changed)
    def handover(self) -> str:
        return self._face.handover.text

    @Property(str, notify=changed)
    def handover_channel(self) -> str:
        return self._face.handover.channel

    @Property(str, notify=changed)
    def handover_moment(self) -> str:
        return self._face.handover.moment

    @Property(str, notify=changed)
    def handover_promise_id(self) -> str:
        return self._face.handover.promise_id

    @Property(str, notify=changed)
    def handover_product_id(self) -> str:
        return self._face.handover.product_id

    @Property(str, notify=changed)
    def next_kind(self) -> str:
        return self._face.next.kind

    @Property(str, notify=changed)
    def next_text(self) -> str:
        return self._face.next.text

    @Property(str, notify=changed)
    def next_reason(self) -> str:
        return self._face.next.reason

    @Property(str, notify=changed)
    def next_product_id(self) -> str:
        return self._face.next.product_id

    @Property(str, notify=changed)
    def next_variant_id(self) -> str:
        return self._face.next.variant_id

    @Property(str, notify=changed)
    def next_topic(self) -> str:
        return self._face.next.topic

    @Property(str, notify=changed)
    def next_fact(self) -> str:
        return self._face.next.fact

    @Property(Rows, constant=True)
    def alerts(self) -> Rows:
        return self._lists["alerts"]

    @Property(Rows, constant=True)
    def consents(self) -> Rows:
        return self._lists["consents"]

    @Property(Rows, constant=True)
    def facts(self) -> Rows:
        return self._lists["facts"]

    @Property(bool, notify=changed)
    def asks(self) -> bool:
        """Whether any of the facts may be confirmed by one tap."""
        return any(fact.confirmable for fact in self._face.facts)

    @Property(Rows, constant=True)
    def promises(self) -> Rows:
        return self._lists["promises"]

    @Property(Rows, constant=True)
    def shelf(self) -> Rows:
        return self._lists["shelf"]

    @Property(Rows, constant=True)
    def purchases(self) -> Rows:
        return self._lists["purchases"]

    @Property(Rows, constant=True)
    def thread(self) -> Rows:
        return self._timeline.rows

    @Property(ThreadViewModel, constant=True)
    def timeline(self) -> ThreadViewModel:
        return self._timeline

    @property
    def reading(self) -> Reading | None:
        return self._reading

    @Slot(str)
    def keep(self, promise_id: str) -> None:
        """What the handover promises, or what is listed to be done for her."""
        author = self._floor.session.author
        row = self.promises.find(promise_id)
        keep = partial(promise_kept, promise_id=promise_id, author=author)
        self._saved.write(done(row, author) if row is not None else keep)

    @Slot(str, str)
    def undo(self, kind: str, record_id: str) -> None:
        """Take a line of the timeline back; it stays there, struck through."""
        self._saved.write(
            partial(
                entry_undone, kind=EntryKind(kind), record_id=record_id, author=self._floor.session.author
            )
        )

    @Slot()
    def reload(self) -> None:
        """Many changes in a row, as in a pull, are one more reading and not many.

        On a card that is shown already the timeline comes first: it has the line that was just recorded.
        """
        if not self._customer_id or self._floor.session.who is None:
            return
        if self._under_way:
            self._stale = True
            return
        self._under_way = True
        if self._reading and self._reading.card:
            self._timeline.reload()
        query = partial(read_card, self._floor.replica, self._request())
        self._floor.jobs.run(query, self._take, self._failed)

    def _request(self) -> Request:
        return Request(
            customer_id=self._customer_id,
            author=self._floor.session.author,
            wording=self._floor.language.wording,
            now=self._floor.now(),
        )

    @Slot()
    def _on_customer(self) -> None:
        self._customer_id = self._floor.navigation.customer_id
        self._reading = None
        self._broken = False
        self._face = NOTHING_READ
        self._another = True
        self._timeline.begin(self._customer_id)
        self._record.begin(self._customer_id)
        self.customer_changed.emit()
        if self._ahead.ready is None:
            self.changed.emit()
            self.reload()
        elif self._show(self._ahead.ready):
            self.shown.emit()

    def _take(self, reading: Reading) -> None:
        if self._show(reading):
            self.shown.emit()
        self._catch_up()

    def _show(self, reading: Reading) -> bool:
        """False when another card was asked for meanwhile."""
        if reading.request.customer_id != self._customer_id:
            return False
        self._reading = reading
        self._broken = False
        self._timeline.take(reading.lines, another=self._another)
        self._derive()
        self.changed.emit()
        return True

    def _failed(self, error: Exception) -> None:
        log.error("The card was not read", exc_info=error)
        self._broken = True
        self.changed.emit()
        self._catch_up()

    def _catch_up(self) -> None:
        self._under_way = False
        if self._stale:
            self._stale = False
            self.reload()

    @Slot()
    def _derive(self) -> None:
        if self._reading is None:
            return
        self._face = derive_face(self._reading, {pick.key for pick in self._record.in_hand})
        self._show_lists()

    def _show_lists(self) -> None:
        """Another customer's lines take the places of the last one's: nothing is built between two cards."""
        for name, rows in self._lists.items():
            shown = getattr(self._face, name)
            rows.overwrite(shown) if self._another else rows.replace(shown)
        self._another = False

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        if set(changes.records) <= QUIET:
            self._timeline.read_states()
        else:
            self.reload()
