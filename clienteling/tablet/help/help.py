"""Help at the point of need: whoever touches a “?” names a topic, and one sheet says its leaf."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from clienteling.tablet.help.leaf import Topic
from clienteling.tablet.navigation import Navigation

if TYPE_CHECKING:
    from clienteling.tablet.help.leaf import Leaf
    from clienteling.tablet.language import Language

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlSingleton
class Help(QObject):
    changed = Signal()
    asked = Signal()
    """The sheet is to open."""
    left = Signal()
    """What it was about is not there any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language: Language | None = None
        self._topic: Topic | None = None

    def speak(self, language: "Language") -> None:
        self._language = language
        language.switched.connect(self.changed)

    def forget(self) -> None:
        self._language = None

    @Property(str, notify=changed)
    def title(self) -> str:
        leaf = self._leaf()
        return self._say(leaf.title) if leaf else ""

    @Property("QStringList", notify=changed)
    def lines(self) -> list[str]:
        leaf = self._leaf()
        return [self._say(line) for line in leaf.lines] if leaf else []

    @Property(str, notify=changed)
    def exercise(self) -> str:
        """The `ScenarioName` of the exercise that shows it; empty where none does."""
        leaf = self._leaf()
        return leaf.exercise.value if leaf and leaf.exercise else ""

    @Slot(str)
    def ask(self, topic: str) -> None:
        self._topic = Topic(topic)
        self.changed.emit()
        self.asked.emit()

    @Slot()
    def leave(self) -> None:
        self.left.emit()

    @Slot(int, result=str)
    def topic_of(self, place: int) -> str:
        """Of the page at a `Navigation.Place`: a topic is named after its place."""
        return Navigation.Place(place).name.lower()

    def _leaf(self) -> "Leaf | None":
        from clienteling.tablet.help.leaves import LEAVES

        return LEAVES[self._topic] if self._topic else None

    def _say(self, sentence: str) -> str:
        return self._language.wording.say(sentence) if self._language else sentence
