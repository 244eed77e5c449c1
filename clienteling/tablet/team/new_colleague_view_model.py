"""Somebody new of the shop, as she is typed: kept until she is asked for, all but her PIN."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.staff.changes import may_give
from clienteling.staff.values import Role
from clienteling.tablet.chosen_shop import ChosenShop
from clienteling.tablet.floor import Floor
from clienteling.tablet.record.unfinished_fields import UnfinishedFields
from clienteling.tablet.record.unfinished_view_model import UnfinishedViewModel

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

_FIRST = {"role": Role.ASSOCIATE.value, "language": "it"}
"""What is chosen for her before anything is tapped."""


def as_she_begins(field: str) -> str:
    return _FIRST.get(field, "")


@QmlElement
@QmlUncreatable("made by the app")
class NewColleagueViewModel(QObject):
    changed = Signal()
    ready = Signal()
    """What is to be shown stands in the properties."""

    def __init__(self, floor: Floor, shop: ChosenShop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._shop = shop
        self._fields = UnfinishedFields(floor, "colleague", as_she_begins, self, chosen=tuple(_FIRST))
        self._fields.resumed.connect(self._fill)

    @Property(UnfinishedViewModel, constant=True)
    def unfinished(self) -> UnfinishedViewModel:
        return self._fields.unfinished

    @Property(str, notify=changed)
    def given_name(self) -> str:
        return self._fields.stands("given_name")

    @Property(str, notify=changed)
    def family_name(self) -> str:
        return self._fields.stands("family_name")

    @Property(str, notify=changed)
    def language(self) -> str:
        return self._fields.stands("language")

    @Property(str, notify=changed)
    def role(self) -> str:
        """One that may be given, though her own who chose it has changed meanwhile."""
        who, role = self._floor.session.who, Role(self._fields.stands("role"))
        return (role if who and role in may_give(who.associate.role) else Role.ASSOCIATE).value

    @Slot()
    def begin(self) -> None:
        self._fields.begin(self._shop.store_id)
        self._fill()

    @Slot(str, str)
    def type(self, field: str, text: str) -> None:
        """A property, as it is typed or tapped."""
        self._fields.type(field, text)
        self.changed.emit()

    @Slot()
    def begin_anew(self) -> None:
        """Without what was typed before."""
        self._fields.begin_anew()
        self._fill()

    @Slot()
    def _fill(self) -> None:
        self.changed.emit()
        self.ready.emit()
