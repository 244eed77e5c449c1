"""What is typed of somebody new: kept on the tablet as it is typed, so that no battery loses it."""

from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from clienteling.newcomers.values import Draft

if TYPE_CHECKING:
    from clienteling.tablet.floor import Floor
    from sync.writer import Writer

CALM_MS = 250
"""After the last letter; nobody types slower than that within a word."""


def keep(writer: "Writer", draft: Draft) -> None:
    from clienteling.newcomers import drafts

    drafts.keep(writer.connection, draft, writer.now)


class DraftInHand(QObject):
    changed = Signal()
    """At every letter."""
    calmed = Signal()
    """A pause in the typing: time to keep it and to look who she may be."""

    def __init__(self, floor: "Floor", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._draft = Draft()
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self.settle)

    @property
    def draft(self) -> Draft:
        return self._draft

    def begin(self, draft: Draft) -> None:
        """Another one altogether; what was kept before is kept no more."""
        self._draft = draft
        self.changed.emit()
        self.settle()

    def take(self, draft: Draft) -> None:
        """As it was kept."""
        self._draft = draft
        self.changed.emit()
        self.calmed.emit()

    def let_go(self) -> None:
        """She is a customer, or nobody; what was kept has gone with her record's transaction."""
        self._calm.stop()
        self._draft = Draft()
        self.changed.emit()

    def change(self, **said: object) -> None:
        draft = msgspec.structs.replace(self._draft, **said)
        if draft != self._draft:
            self._draft = draft
            self.changed.emit()
            self._calm.start()

    @Slot()
    def settle(self) -> None:
        self._calm.stop()
        self._floor.write(partial(keep, draft=self._draft))
        self.calmed.emit()
