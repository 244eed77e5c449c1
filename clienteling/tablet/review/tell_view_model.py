"""What a manager says to the team or to one of it: it stands on their tablets among what is to do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.chosen_shop import ChosenShop
from clienteling.tablet.floor import Floor
from clienteling.tablet.review import lines
from clienteling.tablet.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from clienteling.tablet.review.lines import DecisionRow
    from clienteling.tasks.use_cases import Plan
    from sync.writer import Writer

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the page of the day")
class TellViewModel(QObject):
    changed = Signal()

    def __init__(self, floor: Floor, shop: ChosenShop, parent: QObject) -> None:
        super().__init__(parent)
        self._floor = floor
        self._shop = shop
        self._about: DecisionRow | None = None
        self._team = Rows(lines.PersonRow, self)

    @Property(Rows, constant=True)
    def team(self) -> Rows:
        """Who may be given something to do."""
        return self._team

    @Property(str, notify=changed)
    def about(self) -> str:
        """What is handed on; empty for a word of one's own."""
        return self._about.what if self._about else ""

    def begin(self, about: "DecisionRow | None") -> None:
        self._about = about
        self.changed.emit()

    @Slot(str, str)
    def send(self, words: str, associate_id: str) -> None:
        """To that person; to everybody where none is named."""
        from clienteling.review import handing

        whom, today, author = associate_id or None, self._today, self._shop.author
        if self._about is None:
            if words.strip():
                self._write(lambda writer: handing.say(writer, words, whom, today, author=author))
        elif self._about.of_task:
            task_id = self._about.key
            self._write(lambda writer: handing.hand_task(writer, task_id, words, whom))
        else:
            promise_id = self._about.key
            self._write(
                lambda writer: handing.hand_promise(writer, promise_id, words, whom, today, author=author)
            )

    def _write(self, use_case: "Callable[[Writer], tuple[str, Plan | None]]") -> None:
        self._floor.write(use_case, lambda done: self._told(*done))

    def _told(self, task_id: str, before: "Plan | None") -> None:
        from clienteling.tasks import use_cases

        author = self._shop.author

        def take_back() -> None:
            if before is None:
                self._floor.write(lambda writer: use_cases.drop(writer, task_id, author=author))
            else:
                self._floor.write(lambda writer: use_cases.change(writer, task_id, before))

        self._floor.toasts.show(
            QCoreApplication.translate("Review", "It stands among what is to do"), take_back
        )

    @property
    def _today(self) -> "date":
        return self._floor.language.wording.day_of(self._floor.now())
