"""Short fields of a leaf: what is typed otherwise than it stands is kept by name, until it is saved."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from clienteling.tablet.record.unfinished_view_model import UnfinishedViewModel

if TYPE_CHECKING:
    from clienteling.tablet.floor import Floor


class UnfinishedFields(QObject):
    resumed = Signal()
    """What was typed before stands there again."""

    def __init__(
        self,
        floor: "Floor",
        leaf: str,
        known: Callable[[str], str],
        parent: QObject,
        chosen: tuple[str, ...] = (),
    ) -> None:
        """`known`: a field as it is known, in the way people write it; `chosen`: those that are tapped.

        What is tapped waits with words that were typed, never alone: it is there again with one touch.
        """
        super().__init__(parent)
        self._known = known
        self._chosen = chosen
        self._typed: dict[str, str] = {}
        self._where = ("", "")
        self.unfinished = UnfinishedViewModel(floor, leaf, self)
        self.unfinished.found.connect(self._resume)

    def stands(self, field: str) -> str:
        """What was typed there or, where that is nothing, what is known."""
        return self._typed.get(field, self._known(field))

    def begin(self, begun: str, customer_id: str = "") -> None:
        """As it is known, until what was typed before has been read."""
        self._typed, self._where = {}, (begun, customer_id)
        self.unfinished.begin_at(*self._where)

    def go_on(self) -> None:
        """It could not be saved, and stands there still."""
        self.unfinished.begin_at(*self._where)
        self._put_by()

    def type(self, field: str, text: str) -> None:
        """As it is typed or tapped."""
        self._typed[field] = text
        self._put_by()

    def begin_anew(self) -> None:
        """As it is known."""
        self._typed = {}
        self._put_by()

    def _put_by(self) -> None:
        from clienteling.notes.unfinished import packed

        otherwise = {field: text for field, text in self._typed.items() if text != self._known(field)}
        worded = not otherwise.keys() <= set(self._chosen)
        self.unfinished.type(packed(otherwise) if worded else "")

    @Slot(str)
    def _resume(self, said: str) -> None:
        from clienteling.notes.unfinished import unpacked

        left = unpacked(said, dict[str, str])
        if left is None:
            self.unfinished.type("")
        else:
            self._typed = left | self._typed
            self.resumed.emit()
