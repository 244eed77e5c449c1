"""A few questions after an exercise: one answer each, and why it is so. Nobody else sees the result."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.practice.rows import AnswerRow
from clienteling.tablet.rows import Rows

if TYPE_CHECKING:
    from clienteling.practice.values import Question, Scenario
    from clienteling.tablet.language import Language

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

NONE = -1


@QmlElement
@QmlUncreatable("made by the app")
class SelfCheck(QObject):
    changed = Signal()
    over = Signal(int)
    """All questions are answered: how many of them rightly."""

    def __init__(self, language: "Language", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._scenario: Scenario | None = None
        self._at = 0
        self._chosen = NONE
        self._right = 0
        self._answers: Rows[AnswerRow] = Rows(AnswerRow, self)
        language.switched.connect(self._say)

    def begin(self, scenario: "Scenario") -> None:
        self._scenario = scenario
        self._at, self._chosen, self._right = 0, NONE, 0
        self._say()

    @Property(Rows, constant=True)
    def answers(self) -> Rows:
        return self._answers

    @Property(int, notify=changed)
    def number(self) -> int:
        """Of the question, from 1."""
        return self._at + 1

    @Property(int, notify=changed)
    def count(self) -> int:
        return len(self._scenario.questions) if self._scenario else 0

    @Property(int, notify=changed)
    def right(self) -> int:
        return self._right

    @Property(bool, notify=changed)
    def finished(self) -> bool:
        return self._scenario is not None and self._at >= len(self._scenario.questions)

    @Property(bool, notify=changed)
    def answered(self) -> bool:
        return self._chosen != NONE

    @Property(bool, notify=changed)
    def answered_rightly(self) -> bool:
        question = self._question()
        return question is not None and self._chosen == question.right

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._language.wording.say(self._scenario.title) if self._scenario else ""

    @Property(str, notify=changed)
    def words(self) -> str:
        question = self._question()
        return self._language.wording.say(question.words) if question else ""

    @Property(str, notify=changed)
    def because(self) -> str:
        question = self._question()
        return self._language.wording.say(question.because) if question and self.answered else ""

    @Slot(int)
    def answer(self, place: int) -> None:
        """The first answer counts; what is right is shown at once."""
        question = self._question()
        if question is None or self.answered:
            return
        self._chosen = place
        self._right += place == question.right
        self._say()

    @Slot()
    def go_on(self) -> None:
        if not self.answered:
            return
        self._at, self._chosen = self._at + 1, NONE
        self._say()
        if self.finished:
            self.over.emit(self._right)

    def _question(self) -> "Question | None":
        if self._scenario is None or self.finished:
            return None
        return self._scenario.questions[self._at]

    @Slot()
    def _say(self) -> None:
        question, say = self._question(), self._language.wording.say
        answers = question.answers if question else ()
        self._answers.replace(
            [
                AnswerRow(
                    key=f"{self._at}/{place}",
                    words=say(answer),
                    chosen=place == self._chosen,
                    correct=question is not None and place == question.right,
                )
                for place, answer in enumerate(answers)
            ]
        )
        self.changed.emit()
