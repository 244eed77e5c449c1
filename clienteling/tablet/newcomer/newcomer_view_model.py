"""Somebody new: what she says, who she may be, what she agrees to, and her code at the end."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.consents.values import How, Purpose
from clienteling.newcomers.values import FIELDS, Draft, Enrolled
from clienteling.privacy.values import Why
from clienteling.tablet.jobs import nothing
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.newcomer.asking import (
    SPOKEN,
    AlikeRow,
    Asking,
    QuestionRow,
    read_alike,
    read_asking,
)
from clienteling.tablet.newcomer.draft_in_hand import DraftInHand
from clienteling.tablet.newcomer.her_code_view_model import HerCodeViewModel
from clienteling.tablet.newcomer.writing import enrolled, kept, old_dropped, wrong_field
from clienteling.tablet.record.not_saved import NotSaved, why_not_saved
from clienteling.tablet.rows import Rows

if TYPE_CHECKING:
    from clienteling.tablet.floor import Floor
    from sync.changes import Changes

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class NewcomerViewModel(QObject):
    changed = Signal()
    begun = Signal()
    """The fields hold something else altogether."""
    turn_asked = Signal(str)
    """Hand the tablet to her; her language."""
    spoken_to = Signal(str)
    """She has chosen another language."""

    def __init__(self, floor: "Floor", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._hand = DraftInHand(floor, self)
        self._asking = Asking()
        self._questions: Rows[QuestionRow] = Rows(QuestionRow, self)
        self._alike: Rows[AlikeRow] = Rows(AlikeRow, self)
        self._wrong = ""
        self._failure = NotSaved.NO
        self._busy = False
        self._since = ""
        self._entered = Draft()
        """Who was saved last, as she was typed: back in the fields where that was a mistake."""
        self._her_code = HerCodeViewModel(floor, self)
        self._her_code.taken_back.connect(self._type_again)
        self._her_code.kept.connect(self._forget_typed)
        self._hand.changed.connect(self.changed)
        self._hand.calmed.connect(self._look)
        floor.language.switched.connect(self._look)
        floor.changes.changed.connect(self._on_changes)
        floor.session.changed.connect(self._on_session)

    @Property(str, notify=changed)
    def given_name(self) -> str:
        return self._hand.draft.given_name

    @Property(str, notify=changed)
    def family_name(self) -> str:
        return self._hand.draft.family_name

    @Property(str, notify=changed)
    def phone(self) -> str:
        return self._hand.draft.phone

    @Property(str, notify=changed)
    def email(self) -> str:
        return self._hand.draft.email

    @Property(str, notify=changed)
    def language(self) -> str:
        return self._hand.draft.language

    @Property("QStringList", constant=True)
    def spoken(self) -> list[str]:
        """The languages an associate may choose from."""
        return list(SPOKEN)

    @Property("QStringList", notify=changed)
    def readable(self) -> list[str]:
        """Those in which she can read what she agrees to."""
        return list(self._asking.languages)

    @Property(str, notify=changed)
    def how(self) -> str:
        """How she agrees: a `How`."""
        return self._hand.draft.how.value

    @Property(Rows, constant=True)
    def questions(self) -> Rows:
        return self._questions

    @Property(bool, notify=changed)
    def textless(self) -> bool:
        """There is nothing to agree to, in whatever language."""
        return self._questions.count == 0 and self._asking.language == self._hand.draft.language

    @Property("QStringList", notify=changed)
    def steps(self) -> list[str]:
        """What she is asked when she holds the tablet herself, in order; the questions by their purpose."""
        chosen = ["language"] if len(self._asking.languages) > 1 else []
        return [*chosen, "name", "contact", *(row.key for row in self._questions.rows), "review"]

    @Property(Rows, constant=True)
    def alike(self) -> Rows:
        """Customers who may be her, the surest first."""
        return self._alike

    @Property(str, notify=changed)
    def wrong(self) -> str:
        """The field that cannot be kept as it was typed, or `service`; empty when all can."""
        return self._wrong

    @Property(str, notify=changed)
    def failure(self) -> str:
        """Why she could not be saved, a `NotSaved`."""
        return self._failure.value

    @Property(bool, notify=changed)
    def nameless(self) -> bool:
        return not self._hand.draft.full_name

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self._busy

    @Property(HerCodeViewModel, constant=True)
    def her_code(self) -> HerCodeViewModel:
        """What she takes away once she is a customer."""
        return self._her_code

    @Property(str, notify=changed)
    def unfinished_since(self) -> str:
        """When what stands here was typed, where it was left unfinished before."""
        return self._since

    @Slot(str)
    def begin(self, text: str) -> None:
        """With what was searched for in vain; without, what was left unfinished comes back."""
        from clienteling.newcomers.first_words import begun_with

        self._floor.navigation.go(Navigation.Place.Newcomer.value)
        if text.strip():
            self._begin(begun_with(text))
        else:
            self._fresh()
            self._floor.read(partial(kept, now=self._floor.now()), self._resume)

    @Slot(str, str, str)
    def show_code(self, customer_id: str, code: str, name: str) -> None:
        """Once more, of somebody who was entered lately."""
        self._floor.navigation.go(Navigation.Place.Newcomer.value)
        self._her_code.show(Enrolled(customer_id, code), name)

    @Slot()
    def begin_anew(self) -> None:
        self._begin(Draft())

    @Slot(str, str)
    def edit(self, field: str, value: str) -> None:
        if field in FIELDS:
            self._wrong = "" if self._wrong == field else self._wrong
            self._hand.change(**{field: value})

    @Slot(str)
    def choose_language(self, language: str) -> None:
        """What she agrees to is another text then: she is asked again."""
        if language != self._hand.draft.language:
            self._hand.change(language=language, answers={})
            self._hand.settle()
            if self._floor.session.turned:
                self.spoken_to.emit(language)

    @Slot(str)
    def choose_how(self, how: str) -> None:
        self._hand.change(how=How(how))

    @Slot(str, bool)
    def answer(self, purpose: str, granted: bool) -> None:
        answers = {**self._hand.draft.answers, Purpose(purpose): granted}
        self._wrong = "" if self._wrong == purpose else self._wrong
        self._hand.change(answers=answers)
        self._hand.settle()

    @Slot()
    def turn(self) -> None:
        """She types and agrees herself from now on; where there is one language to read in, it is hers."""
        if len(self._asking.languages) == 1:
            self.choose_language(self._asking.languages[0])
        self._hand.change(how=How.TAPPED)
        self._hand.settle()
        self.turn_asked.emit(self._hand.draft.language)

    @Slot(result=bool)
    def contact_right(self) -> bool:
        """Whether she can be reached by what is typed; where not, `wrong` says which."""
        wrong = wrong_field(self._hand.draft)
        self._wrong = wrong if wrong in ("phone", "email") else ""
        self.changed.emit()
        return not self._wrong

    @Slot(str)
    def is_her(self, customer_id: str) -> None:
        """She has a card already."""
        self._begin(Draft())
        self._floor.navigation.open_customer(customer_id, Why.SEARCH)

    @Slot()
    def save(self) -> None:
        draft = self._hand.draft
        self._wrong = wrong_field(draft)
        if self._wrong == "" and self._questions.find(Purpose.SERVICE.value) is not None:
            self._wrong = "" if draft.answers.get(Purpose.SERVICE) else Purpose.SERVICE.value
        self._failure = NotSaved.NO
        if not self._wrong and not self._busy:
            self._busy = True
            self._write(draft)
        self.changed.emit()

    def _begin(self, draft: Draft) -> None:
        self._since = ""
        self._fresh()
        self._hand.begin(self._with_language(draft))
        self.begun.emit()

    def _resume(self, draft: Draft | None) -> None:
        """Not over what somebody has begun to type meanwhile."""
        if not self._hand.draft.is_blank:
            return
        now = self._floor.now()
        self._fresh()
        self._since = self._floor.language.wording.moment(draft.written_at, now) if draft else ""
        self._hand.take(self._with_language(draft or Draft()))
        self.begun.emit()

    def _fresh(self) -> None:
        self._her_code.put_away()
        self._wrong = ""
        self._failure = NotSaved.NO

    def _with_language(self, draft: Draft) -> Draft:
        import msgspec

        own = self._floor.language.code
        return draft if draft.language else msgspec.structs.replace(draft, language=own)

    def _write(self, draft: Draft) -> None:
        floor = self._floor
        today = floor.language.wording.day_of(floor.now())
        work = partial(
            enrolled, draft=draft, device_id=floor.device_id, author=floor.session.author, today=today
        )
        floor.write(work, partial(self._saved, draft), self._failed)

    def _saved(self, draft: Draft, her: Enrolled) -> None:
        self._busy = False
        self._since = ""
        self._entered = draft
        self._hand.let_go()
        self._her_code.show(her, draft.full_name, fresh=True)
        self._alike.replace(())
        self.begun.emit()

    @Slot()
    def _type_again(self) -> None:
        """As it stood before it was saved, to be put right or left."""
        self._begin(self._entered)

    @Slot()
    def _forget_typed(self) -> None:
        self._hand.begin(Draft())
        self.begun.emit()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._failure = why_not_saved(error)
        self.changed.emit()

    @Slot()
    def _on_session(self) -> None:
        """What was typed waits on the tablet for whoever goes on with it, but not for longer than the day."""
        self._entered = Draft()
        if self._floor.session.who is None:
            self._hand.settle()
            self._hand.let_go()
            self._alike.replace(())
        else:
            self._floor.write(partial(old_dropped, now=self._floor.now()), nothing, nothing)

    @Slot()
    def _look(self) -> None:
        if not self._at_it():
            return
        draft, floor = self._hand.draft, self._floor
        if draft.language != self._asking.language:
            self._questions.replace(())  # nobody agrees to other words than the record will name
            self.changed.emit()
        today = floor.language.wording.day_of(floor.now()).isoformat()
        floor.read(partial(read_asking, draft=draft, today=today), partial(self._asked, draft), nothing)
        query = partial(read_alike, draft=draft, wording=floor.language.wording)
        floor.read(query, partial(self._compared, draft), nothing)

    def _asked(self, draft: Draft, asking: Asking) -> None:
        """What is typed meanwhile asks nothing else."""
        now = self._hand.draft
        if (draft.language, draft.answers) == (now.language, now.answers):
            self._asking = asking
            self._questions.replace(asking.questions)
            self.changed.emit()

    def _compared(self, draft: Draft, rows: list[AlikeRow]) -> None:
        if draft == self._hand.draft and not self._her_code.shown:
            self._alike.replace(rows)

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        if changes.touches("consent_text", "customer"):
            self._look()

    def _at_it(self) -> bool:
        return self._floor.navigation.place == Navigation.Place.Newcomer.value
