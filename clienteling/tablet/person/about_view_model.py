"""What this program is, in which version, and whose work it stands on."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling import VERSION
from clienteling.tablet.person.licences import PARTS, Part, text
from clienteling.tablet.rows import Rows

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class AboutViewModel(QObject):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = Rows(Part, self)
        self._parts.replace(PARTS)

    @Property(str, constant=True)
    def version(self) -> str:
        return VERSION

    @Property(Rows, constant=True)
    def parts(self) -> Rows:
        return self._parts

    @Slot(str, result=str)
    def licence_text(self, key: str) -> str:
        """Of a part that is bundled with the app; empty for a library, which carries its own."""
        part = self._parts.find(key)
        return text(part) if part else ""
