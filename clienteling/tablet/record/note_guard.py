"""The guard of notes, for whatever is typed about a customer."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.notes.guard import topics
from clienteling.notes.use_cases import LONGEST

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class NoteGuard(QObject):
    @Slot(str, result="QStringList")
    def topics(self, text: str) -> list[str]:
        """Topics of what does not belong there, the gravest first."""
        return [topic.value for topic in topics(text)]

    @Slot(str, result=int)
    def left(self, text: str) -> int:
        """How many characters a note still has room for, as people count them; below none it is too long."""
        return LONGEST - len(text.strip())
