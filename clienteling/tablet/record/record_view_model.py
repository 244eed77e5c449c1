"""Recording what happened: one tap says what, and it is saved with what is in hand."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.interactions.values import InteractionKind, Outcome, Reason
from clienteling.notes.values import Visibility
from clienteling.promises.values import PromiseKind
from clienteling.tablet.record import picks as hand
from clienteling.tablet.record.days import DayChoice, day_choices
from clienteling.tablet.record.editing import CLOSED, Editing, Recorded, must_ask
from clienteling.tablet.record.in_turn import InTurn
from clienteling.tablet.record.note_guard import NoteGuard
from clienteling.tablet.record.picks import Pick, Picks
from clienteling.tablet.record.saved_view_model import SavedViewModel
from clienteling.tablet.record.taking import looked_up, searched
from clienteling.tablet.record.unfinished_view_model import UnfinishedViewModel
from clienteling.tablet.record.writing import interaction_recorded, note_corrected, note_written, promise_made
from clienteling.tablet.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from clienteling.staff.values import Author
    from clienteling.tablet.floor import Floor
    from clienteling.tablet.record.saved_view_model import Receipt
    from sync.writer import Writer

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class RecordViewModel(QObject):
    """For one customer, or for somebody without a code while `customer_id` is empty."""

    customer_changed = Signal()
    picks_changed = Signal()
    editing_changed = Signal()

    def __init__(self, floor: "Floor", saved: SavedViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._saved = saved
        self._customer_id = ""
        self._picks: Rows[Pick] = Rows(Pick, self)
        self._found: Rows[Pick] = Rows(Pick, self)
        self._days: Rows[DayChoice] = Rows(DayChoice, self)
        self._guard = NoteGuard(self)
        self._unfinished = UnfinishedViewModel(floor, "interaction", self)
        self._turn = InTurn(floor)
        self._editing = CLOSED
        self._last: Recorded | None = None
        self._attending = False
        floor.session.changed.connect(self._empty_hands)

    @Property(SavedViewModel, constant=True)
    def saved(self) -> SavedViewModel:
        return self._saved

    @Property(str, notify=customer_changed)
    def customer_id(self) -> str:
        return self._customer_id

    @Property(Rows, constant=True)
    def picks(self) -> Rows:
        """What is in hand, from a scan or from the card."""
        return self._picks

    @Property(Rows, constant=True)
    def found(self) -> Rows:
        """What `look_for` found in the catalogue."""
        return self._found

    @Property(Rows, constant=True)
    def days(self) -> Rows:
        return self._days

    @Property(str, notify=editing_changed)
    def editing(self) -> str:
        """The InteractionKind whose particulars are being asked; empty when none."""
        return self._editing.kind

    @Property(bool, notify=editing_changed)
    def correcting(self) -> bool:
        """Whether it is saved already and the particulars come after."""
        return self._editing.corrects != ""

    @Property(bool, notify=editing_changed)
    def may_change_kind(self) -> bool:
        return self._editing.may_change_kind

    @Property(NoteGuard, constant=True)
    def guard(self) -> NoteGuard:
        return self._guard

    @Property(str, notify=editing_changed)
    def outcome(self) -> str:
        return self._editing.outcome.value

    @Property(str, notify=editing_changed)
    def summary(self) -> str:
        """The few words that were written before, or could not be saved."""
        return self._editing.summary

    @Property(UnfinishedViewModel, constant=True)
    def unfinished(self) -> UnfinishedViewModel:
        """The few words that are being written."""
        return self._unfinished

    @Property(bool, notify=picks_changed)
    def sellable(self) -> bool:
        return hand.sellable(self.in_hand)

    @property
    def in_hand(self) -> Picks:
        return self._picks.rows

    @Slot(str)
    def begin(self, customer_id: str) -> None:
        """A customer, or an empty id for a visitor without a code; with empty hands."""
        self._turn.then(partial(self._begin, customer_id))

    def _begin(self, customer_id: str) -> None:
        self._customer_id = customer_id
        self._last = None
        self._set_picks(())
        self._edit(CLOSED)
        today = self._floor.language.wording.day_of(self._floor.now())
        self._days.replace(day_choices(today))
        self.customer_changed.emit()

    @Slot(bool)
    def attend(self, here: bool) -> None:
        """The leaf for somebody without a code is open: what is scanned goes into the hand."""
        self._attending = here

    @property
    def attending(self) -> bool:
        return self._attending

    @Slot(str, str)
    def toggle(self, product_id: str, variant_id: str) -> None:
        """Take the product in hand, or put it back."""
        self._look_up(product_id, variant_id, hand.toggled)

    @Slot(str, str)
    def take(self, product_id: str, variant_id: str) -> None:
        self._look_up(product_id, variant_id, hand.added)

    @Slot(str)
    def put_back(self, key: str) -> None:
        self._set_picks(hand.removed(self.in_hand, key))

    @Slot(str, str)
    def give_reason(self, key: str, reason: str) -> None:
        """Why this one was not bought; the same reason again takes it back."""
        same = any(p.key == key and p.reason == reason for p in self.in_hand)
        self._set_picks(hand.with_reason(self.in_hand, key, Reason.NONE if same else Reason(reason)))

    @Slot(str)
    def look_for(self, text: str) -> None:
        if not text.strip():
            self._found.replace(())
            return
        self._floor.read(
            partial(searched, text=text, wording=self._floor.language.wording), self._found.replace
        )

    @Slot(str)
    def record(self, kind: str) -> None:
        """Saved at once with what is in hand, unless one thing is still to be asked."""
        self._turn.then(partial(self._record, InteractionKind(kind), self._floor.session.author))

    def _record(self, kind: InteractionKind, author: "Author") -> None:
        if must_ask(kind, self.in_hand):
            self._edit(Editing(kind=kind))
        else:
            self._write(Recorded(kind=kind, picks=self.in_hand), author)

    @Slot(str, str)
    def why(self, reason: str, summary: str) -> None:
        """Not bought, for this reason: everything in hand that has no reason of its own."""
        self._turn.then(partial(self._why, Reason(reason), summary, self._floor.session.author))

    def _why(self, given: Reason, summary: str, author: "Author") -> None:
        picks = hand.with_reason_for_all(self.in_hand, given)
        lost = Recorded(kind=InteractionKind.NOT_BOUGHT, picks=picks, summary=summary, reason=given)
        self._write(lost, author)

    @Slot()
    def particulars(self) -> None:
        """Of what was saved last: what, how it ended, a few words."""
        if self._last is not None:
            self._set_picks(self._last.picks)
            self._edit(
                Editing(
                    kind=self._last.kind.value,
                    corrects=self._saved.record_id,
                    outcome=self._last.outcome,
                    reason=self._last.reason,
                    summary=self._last.summary,
                )
            )

    def correct(self, record_id: str, recorded: Recorded) -> None:
        """What was recorded some time ago, with everything that may be put right."""
        self._set_picks(recorded.picks)
        self._edit(
            Editing(
                kind=recorded.kind.value,
                corrects=record_id,
                outcome=recorded.outcome,
                reason=recorded.reason,
                summary=recorded.summary,
                may_change_kind=True,
            )
        )

    @Slot(str)
    def become(self, kind: str) -> None:
        """It was of another kind."""
        self._edit(replace(self._editing, kind=InteractionKind(kind).value))

    @Slot(str)
    def ended(self, outcome: str) -> None:
        self._edit(self._editing.ended(Outcome(outcome)))

    @Slot(str)
    def say(self, summary: str) -> None:
        """As it is typed."""
        self._unfinished.type("" if summary == self._editing.summary else summary)

    @Slot(str)
    def save(self, summary: str) -> None:
        self._turn.then(partial(self._save, self._editing, summary, self._floor.session.author))

    def _save(self, asked: Editing, summary: str, author: "Author") -> None:
        if asked != self._editing or asked == CLOSED:
            return  # touched twice: the first touch has saved it
        self._write(
            Recorded(
                kind=InteractionKind(asked.kind),
                picks=self.in_hand,
                outcome=asked.outcome,
                summary=summary,
                reason=asked.reason,
            ),
            author,
            corrects=asked.corrects,
        )

    @Slot()
    def leave(self) -> None:
        """Put the sheet away; what was saved before stays saved."""
        self._unfinished.end()
        if self._editing.corrects:
            self._set_picks(())
        self._edit(CLOSED)

    @Slot(str, str)
    def note(self, body: str, visibility: str) -> None:
        self._saved.write(
            partial(
                note_written,
                customer_id=self._customer_id,
                body=body,
                visibility=Visibility(visibility),
                author=self._floor.session.author,
            )
        )

    @Slot(str, str)
    def correct_note(self, note_id: str, body: str) -> None:
        author = self._floor.session.author
        self._saved.write(partial(note_corrected, note_id=note_id, body=body, author=author))

    @Slot(str, str, str)
    def promise(self, kind: str, what: str, due_on: str) -> None:
        """About the first product in hand, when there is one."""
        work = partial(
            promise_made,
            kind=PromiseKind(kind),
            what=what,
            due_on=date.fromisoformat(due_on) if due_on else None,
            author=self._floor.session.author,
        )
        self._turn.then(partial(self._promise, work))

    def _promise(self, work: "Callable[..., Receipt]") -> None:
        pick = next(iter(self.in_hand), None)
        self._saved.write(partial(work, customer_id=self._customer_id, pick=pick))
        self._set_picks(())

    def put_in_records(self, work: "Callable[[Writer], Receipt]", pick: Pick) -> None:
        """The article goes from the hand into a record, and back where that was not saved."""
        before = self.in_hand
        self._saved.write(work, partial(self._set_picks, before))
        self._set_picks(hand.removed(before, pick.key))

    @Slot()
    def _empty_hands(self) -> None:
        """Whoever takes the tablet over does not go on with what another had in hand."""
        self._turn.then(self._let_go)

    def _let_go(self) -> None:
        self._last = None
        self._set_picks(())
        self._edit(CLOSED)

    def _write(self, recorded: Recorded, author: "Author", corrects: str = "") -> None:
        self._last = recorded
        draft = recorded.draft(self._customer_id or None)
        work = partial(interaction_recorded, draft=draft, corrects=corrects, author=author)
        asked = replace(self._editing, summary=recorded.summary) if self._editing.kind else CLOSED
        if asked.kind:
            work = self._unfinished.saving(work)
        self._saved.write(work, partial(self._give_back, recorded.picks, asked))
        self._set_picks(())
        self._edit(CLOSED)

    def _give_back(self, picks: Picks, asked: Editing) -> None:
        """It was not saved: everything is in hand, and asked, as it was."""
        self._last = None
        self._set_picks(picks)
        self._edit(asked)

    def _look_up(self, product_id: str, variant_id: str, put: "hand.Put") -> None:
        query = partial(
            looked_up, product_id=product_id, variant_id=variant_id, wording=self._floor.language.wording
        )
        self._turn.reach(query, lambda pick: self._set_picks(put(self.in_hand, pick)) if pick else None)

    def _set_picks(self, picks: Picks) -> None:
        if picks != self.in_hand:
            self._picks.replace(picks)
            self.picks_changed.emit()

    def _edit(self, editing: Editing) -> None:
        if editing != self._editing:
            opens = editing.kind != "" and self._editing.kind == ""
            self._editing = editing
            self.editing_changed.emit()
            if opens:
                self._begin_words()

    def _begin_words(self) -> None:
        """They wait with what is recorded already, or with her; with nobody they would be the next one's."""
        corrects, her = self._editing.corrects, self._customer_id
        if corrects or her:
            self._unfinished.begin_at(corrects or f"{her}/{self._editing.kind}", her)
        else:
            self._unfinished.keep_nothing()
