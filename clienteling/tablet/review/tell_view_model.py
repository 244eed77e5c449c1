"""What a manager says to the team or to one of it: it stands on their tablets among what is to do."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.chosen_shop import ChosenShop
from clienteling.tablet.floor import Floor
from clienteling.tablet.record.unfinished_view_model import UnfinishedViewModel
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


@dataclass(frozen=True)
class Said:
    """What stands on the leaf."""

    words: str = ""
    whom: str = ""
    """An associate; everybody where empty."""


@QmlElement
@QmlUncreatable("made by the page of the day")
class TellViewModel(QObject):
    changed = Signal()
    ready = Signal()
    """What stands on the leaf is to be shown."""

    def __init__(self, floor: Floor, shop: ChosenShop, parent: QObject) -> None:
        super().__init__(parent)
        self._floor = floor
        self._shop = shop
        self._about: DecisionRow | None = None
        self._said = Said()
        self._unfinished = UnfinishedViewModel(floor, "told", self)
        self._unfinished.found.connect(self._resume)
        self._team = Rows(lines.PersonRow, self)

    @Property(Rows, constant=True)
    def team(self) -> Rows:
        """Who may be given something to do."""
        return self._team

    @Property(str, notify=changed)
    def about(self) -> str:
        """What is handed on; empty for a word of one's own."""
        return self._about.what if self._about else ""

    @Property(int, notify=changed)
    def room(self) -> int:
        """How many characters may be said, or said with what is handed on."""
        from clienteling.tasks.use_cases import LONGEST

        return self._about.room if self._about else LONGEST

    @Property(str, notify=changed)
    def words(self) -> str:
        return self._said.words

    @Property(str, notify=changed)
    def whom(self) -> str:
        """Who is to do it; everybody where empty."""
        return self._said.whom

    @Property(UnfinishedViewModel, constant=True)
    def unfinished(self) -> UnfinishedViewModel:
        return self._unfinished

    def begin(self, about: "DecisionRow | None") -> None:
        self._about = about
        self._fill(Said())
        if about is None:
            self._unfinished.begin_at(self._shop.store_id, "")
        else:
            self._unfinished.begin_at(about.key, about.customer_id)

    @Slot(str)
    def say(self, words: str) -> None:
        """As it is typed."""
        self._said = replace(self._said, words=words)
        self._put_by()

    @Slot(str)
    def choose(self, associate_id: str) -> None:
        self._said = replace(self._said, whom=associate_id)
        self._put_by()
        self.changed.emit()

    @Slot()
    def begin_anew(self) -> None:
        """Without what was typed before."""
        self._fill(Said())
        self._put_by()

    @Slot(str)
    def send(self, words: str) -> None:
        """To whoever was chosen."""
        from clienteling.review import handing

        whom, today, author = self._said.whom or None, self._today, self._shop.author
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
        self._floor.write(self._unfinished.saving(use_case), lambda done: self._told(*done))

    def _fill(self, said: Said) -> None:
        self._said = said
        self.changed.emit()
        self.ready.emit()

    def _put_by(self) -> None:
        """Words are kept until they are sent, and for whom they are with them."""
        from clienteling.notes.unfinished import packed

        self._unfinished.type(packed(self._said) if self._said.words.strip() else "")

    @Slot(str)
    def _resume(self, said: str) -> None:
        from clienteling.notes.unfinished import unpacked

        left = unpacked(said, Said)
        if left is None:
            self._unfinished.type("")
        else:
            whom = left.whom if self._team.find(left.whom) is not None else ""
            self._fill(replace(left, whom=whom))

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
