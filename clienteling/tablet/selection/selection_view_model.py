"""What is in hand as a selection for her: on paper, as a page, as a code; and one that a code has opened."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.selections.values import LEAST, MOST, SharedAs
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.outreach.code import picture_of
from clienteling.tablet.record.unfinished_view_model import UnfinishedViewModel
from clienteling.tablet.record.writing import selection_shared
from clienteling.tablet.rows import Rows
from clienteling.tablet.selection.opened import OpenedSelection, SelectionRow, read_selection

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.tablet.card.card_view_model import CardViewModel
    from clienteling.tablet.floor import Floor
    from clienteling.tablet.record.picks import Picks
    from clienteling.tablet.record.record_view_model import RecordViewModel
    from clienteling.tablet.record.saved_view_model import Receipt
    from sync.changes import Changes
    from sync.writer import Writer

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class Shared:
    """What was recorded last, so that it is recorded once however it is given to her."""

    selection_id: str = ""
    picks: "Picks" = ()
    words: str = ""


@dataclass(frozen=True)
class Begun:
    """What stands on the leaf and is not shared yet."""

    words: str = ""
    chosen: tuple[tuple[str, str], ...] = ()
    """Products, each with its variant."""


def read_pages(conn: "sa.Connection") -> str:
    from clienteling.outreach.queries import pages

    return pages(conn)


@QmlElement
@QmlUncreatable("made by the app")
class SelectionViewModel(QObject):
    changed = Signal()
    opened = Signal()
    """A code has opened one."""
    words_found = Signal(str)
    """What was written to her before and shared in no way."""

    def __init__(
        self,
        floor: "Floor",
        card: "CardViewModel",
        record: "RecordViewModel",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._card = card
        self._record = record
        self._shared = Shared()
        self._code = ""
        self._failed = False
        self._words = ""
        self._unfinished = UnfinishedViewModel(floor, "selection", self)
        self._unfinished.found.connect(self._resume)
        self._opened = OpenedSelection()
        self._rows: Rows[SelectionRow] = Rows(SelectionRow, self)
        record.picks_changed.connect(self._on_picks)
        card.customer_changed.connect(self._begin)
        floor.session.changed.connect(self._begin)
        floor.changes.changed.connect(self._on_changes)

    @Property(bool, notify=changed)
    def enough(self) -> bool:
        return len(self._record.in_hand) >= LEAST

    @Property(bool, notify=changed)
    def too_many(self) -> bool:
        return len(self._record.in_hand) > MOST

    @Property(str, notify=changed)
    def code(self) -> str:
        """A drawing of the code that opens it; empty while none is shown."""
        return self._code

    @Property(bool, notify=changed)
    def failed(self) -> bool:
        """It could not be written, or no program here opens it."""
        return self._failed

    @Property(str, notify=changed)
    def words(self) -> str:
        """Of the one that a code has opened: what was written to her."""
        return self._opened.words

    @Property(str, notify=changed)
    def chosen_by(self) -> str:
        return self._opened.chosen_by

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        """Of the one that a code has opened."""
        return self._rows

    @Property(UnfinishedViewModel, constant=True)
    def unfinished(self) -> UnfinishedViewModel:
        return self._unfinished

    @Slot()
    def begin(self) -> None:
        """The leaf opens, for whoever is on the card."""
        self._words = ""
        self._unfinished.begin(self._card.customer_id)

    @Slot(str)
    def say(self, words: str) -> None:
        """As it is typed."""
        self._words = words
        if words and not self._unfinished.begun:
            self._unfinished.begin(self._card.customer_id)
        self._put_by()

    @Slot(str)
    def share_pdf(self, words: str) -> None:
        self._share(SharedAs.PDF, words)

    @Slot(str)
    def share_page(self, words: str) -> None:
        self._share(SharedAs.PAGE, words)

    @Slot(str)
    def share_code(self, words: str) -> None:
        self._share(SharedAs.CODE, words)

    @Slot()
    def hide_code(self) -> None:
        self._code = ""
        self.changed.emit()

    @Slot()
    def take_all(self) -> None:
        """Into the hand, to go on with them."""
        for row in self._rows.rows:
            self._record.take(row.product_id, row.variant_id)

    def open(self, selection_id: str) -> None:
        """Her card with the selection on it, or a word that it is not here."""
        query = partial(read_selection, selection_id=selection_id, wording=self._floor.language.wording)
        self._floor.read(query, self._show_opened)

    def _share(self, shared_as: SharedAs, words: str) -> None:
        picks = self._record.in_hand
        if not LEAST <= len(picks) <= MOST:
            return
        wanted = Shared("", picks, words.strip())
        if self._shared.selection_id and (self._shared.picks, self._shared.words) == (picks, wanted.words):
            self._hand_over(shared_as, self._shared.selection_id)
            return
        customer_id, author = self._card.customer_id, self._floor.session.author
        # what was shared before is not handed over in its place where this one cannot be saved
        self._shared = Shared()

        def work(writer: "Writer") -> "Receipt":
            receipt = selection_shared(
                writer,
                customer_id=customer_id,
                picks=picks,
                words=wanted.words,
                shared_as=shared_as,
                author=author,
            )
            self._shared = Shared(receipt.record_id, picks, wanted.words)
            return receipt

        self._record.saved.write(self._unfinished.saving(work))
        self._floor.read(lambda _: self._shared.selection_id, partial(self._hand_over, shared_as))

    @Slot()
    def _put_by(self) -> None:
        """Only what was typed is kept, with what it is about; what is in hand alone is soon there again."""
        from clienteling.notes.unfinished import packed

        chosen = tuple((pick.product_id, pick.variant_id) for pick in self._record.in_hand)
        said = packed(Begun(self._words, chosen)) if self._words.strip() else ""
        self._unfinished.tell(said, self._card.customer_id)

    @Slot(str)
    def _resume(self, said: str) -> None:
        """What is in hand by now is what it is about."""
        from clienteling.notes.unfinished import unpacked

        left = unpacked(said, Begun)
        if left is None:
            self._unfinished.type("")
            return
        self._words = left.words
        if not self._record.in_hand:
            for product_id, variant_id in left.chosen:
                self._record.take(product_id, variant_id)
        self.words_found.emit(left.words)

    def _hand_over(self, shared_as: SharedAs, selection_id: str) -> None:
        """After it is saved: jobs come in order."""
        floor = self._floor
        if not selection_id:
            return
        if shared_as is SharedAs.CODE:
            floor.read(read_pages, partial(self._show_code, selection_id))
        elif floor.outside.folder is not None:
            from clienteling.tablet.selection.files import made

            write = partial(
                made,
                floor.replica,
                floor.outside.folder,
                selection_id,
                shared_as,
                floor.language.wording.time_zone,
            )
            floor.jobs.run(write, self._open_file, lambda _: self._fail())

    def _open_file(self, address: str) -> None:
        self._failed = not (address and self._floor.outside.open(address))
        self.changed.emit()

    def _fail(self) -> None:
        self._failed = True
        self.changed.emit()

    def _show_code(self, selection_id: str, pages: str) -> None:
        from clienteling.selections.code import code_of

        self._code = picture_of(code_of(selection_id, pages))
        self.changed.emit()

    def _show_opened(self, found: OpenedSelection) -> None:
        if not found.customer_id:
            self._floor.toasts.show(
                QCoreApplication.translate(
                    "SelectionViewModel",
                    "This selection is not on this tablet: it comes with the next meeting with the hub.",
                )
            )
            return
        navigation = self._floor.navigation
        here = navigation.place == Navigation.Place.Customer.value
        if not here or found.customer_id != self._card.customer_id:
            navigation.open_customer(found.customer_id)
        self._opened = found
        self._rows.replace(found.rows)
        self._floor.read(lambda _: None, lambda _: self._announce())

    def _announce(self) -> None:
        self.changed.emit()
        self.opened.emit()

    @Slot()
    def _begin(self) -> None:
        self._shared = Shared()
        self._code, self._failed = "", False
        self.changed.emit()

    @Slot()
    def _on_picks(self) -> None:
        self._code, self._failed = "", False
        self._put_by()
        self.changed.emit()

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        """Files about somebody who is gone go too."""
        folder = self._floor.outside.folder
        if folder is not None and folder.is_dir() and changes.touches("customer", "selection"):
            from clienteling.tablet.selection.files import tidy

            self._floor.read(partial(tidy, folder=folder), lambda _: None)
