"""A customer's signed code, large on the screen: photographed, saved as a picture or printed."""

from base64 import b64encode
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, QObject, QStandardPaths, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.newcomers.values import Enrolled
from clienteling.privacy.values import Why
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.newcomer.taking_back import TakingBack

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.tablet.floor import Floor
    from sync.changes import Changes

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

NOBODY = Enrolled("", "")


def picture_of(code: str) -> str:
    """An address for QML, drawn for a phone's camera."""
    from clienteling.codes.drawing import Medium, as_svg, draw

    return "data:image/svg+xml;base64," + b64encode(as_svg(draw(code, Medium.PHONE)).encode()).decode()


def is_here(conn: "sa.Connection", customer_id: str) -> bool:
    from clienteling.customers.queries import customer_by_id

    return customer_by_id(conn, customer_id) is not None


@QmlElement
@QmlUncreatable("made by the app")
class HerCodeViewModel(QObject):
    changed = Signal()
    taken_back = Signal()
    """She was entered by mistake."""
    kept = Signal()
    """And then was not after all: her code is shown again."""

    def __init__(self, floor: "Floor", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._her = NOBODY
        self._name = ""
        self._fresh = False
        self._taking_back = TakingBack(floor, self)
        self._taking_back.taken.connect(self._on_taken_back)
        self._taking_back.kept.connect(self._on_kept)
        floor.changes.changed.connect(self._on_changes)
        floor.session.changed.connect(self.put_away)

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        return self._her is not NOBODY

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._name

    @Property(str, notify=changed)
    def picture(self) -> str:
        """Empty where this tablet had no code left for her."""
        return picture_of(self._her.code) if self._her.code else ""

    @Property(bool, notify=changed)
    def fresh(self) -> bool:
        """She was entered this very moment, and may be taken back by a tap."""
        return self._fresh

    def show(self, her: Enrolled, name: str, *, fresh: bool = False) -> None:
        self._her, self._name, self._fresh = her, name, fresh
        self.changed.emit()

    @Slot()
    def put_away(self) -> None:
        self.show(NOBODY, "")

    @Slot()
    def take_back(self) -> None:
        self._taking_back.ask(self._her, self._name)

    @Slot()
    def open_card(self) -> None:
        customer_id = self._her.customer_id
        self.put_away()
        self._floor.navigation.open_customer(customer_id, Why.CODE)

    @Slot()
    def finish(self) -> None:
        self.put_away()
        self._floor.navigation.go(Navigation.Place.Scan.value)

    @Slot()
    def save_picture(self) -> None:
        from clienteling.tablet.newcomer.keepsake import save_picture

        path = self._keepsake(QStandardPaths.StandardLocation.PicturesLocation, "png")
        self._say_where(path if save_picture(self._her.code, path) else None)

    @Slot()
    def print_card(self) -> None:
        """Opened in whatever prints on this machine."""
        from clienteling.tablet.keeper import open_file
        from clienteling.tablet.newcomer.keepsake import save_card

        path = self._keepsake(QStandardPaths.StandardLocation.TempLocation, "pdf")
        if not save_card(self._her.code, self._floor.session.store_name, path):
            self._say_where(None)
        elif not open_file(path):
            self._say_where(path)

    def _keepsake(self, where: QStandardPaths.StandardLocation, ending: str) -> Path:
        """Named after the code, which says nothing of her."""
        folder = Path(QStandardPaths.writableLocation(where))
        return folder / f"clienteling-{self._her.customer_id[-8:]}.{ending}"

    def _say_where(self, path: Path | None) -> None:
        saved = QCoreApplication.translate("HerCode", "Saved as %1")
        not_saved = QCoreApplication.translate(
            "HerCode", "There is no room to save it, or it may not be written there."
        )
        self._floor.toasts.show(saved.replace("%1", str(path)) if path is not None else not_saved)

    @Slot()
    def _on_taken_back(self) -> None:
        self.put_away()
        self.taken_back.emit()

    @Slot(object, str)
    def _on_kept(self, her: Enrolled, name: str) -> None:
        self.show(her, name, fresh=True)
        self.kept.emit()

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        hers = self._her.customer_id
        if hers and hers in changes.records.get("customer", ()):
            self._floor.read(partial(is_here, customer_id=hers), self._still_here)

    def _still_here(self, here: bool) -> None:
        """Whoever is forgotten while her code is on the screen is not shown any longer."""
        if not here and self.shown:
            self.finish()
