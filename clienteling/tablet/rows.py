"""A list of frozen rows as QML sees it: one role per field, and only what changed is drawn again."""

import dataclasses
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Property, QAbstractListModel, QByteArray, QModelIndex, QObject, Qt, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable


class Row(Protocol):
    """A frozen dataclass of str, bool, int and float: what QML carries without loss."""

    @property
    def key(self) -> str: ...


QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

R = TypeVar("R", bound=Row)

_NOWHERE = QModelIndex()
_FIRST_ROLE = int(Qt.ItemDataRole.UserRole)


def common_head(old: Sequence[Row], new: Sequence[Row]) -> int:
    """How many rows at the start keep their key."""
    return sum(1 for _ in takewhile(lambda pair: pair[0].key == pair[1].key, zip(old, new, strict=False)))


@QmlElement
@QmlUncreatable("made by the view models")
class Rows(QAbstractListModel, Generic[R]):
    """Holds the rows of one list; `replace` turns a new list into the fewest changes on screen."""

    count_changed = Signal()

    def __init__(self, row_type: type[R], parent: QObject) -> None:
        super().__init__(parent)
        self._fields = [field.name for field in dataclasses.fields(row_type)]  # type: ignore[arg-type]
        self._rows: list[R] = []

    @Property(int, notify=count_changed)
    def count(self) -> int:
        return len(self._rows)

    @property
    def rows(self) -> tuple[R, ...]:
        return tuple(self._rows)

    def find(self, key: str) -> R | None:
        return next((row for row in self._rows if row.key == key), None)

    def replace(self, rows: Sequence[R]) -> None:
        before = len(self._rows)
        head = common_head(self._rows, rows)
        tail = common_head(self._rows[head:][::-1], rows[head:][::-1])
        self._remove(head, len(self._rows) - tail)
        self._insert(head, rows[head : len(rows) - tail])
        self._refresh(rows)
        if before != len(rows):
            self.count_changed.emit()

    def overwrite(self, rows: Sequence[R]) -> None:
        """Other rows in the places of these: what is drawn stays and says something else.

        For a list about something else altogether, whose rows nobody follows from one to the other.
        """
        before, kept = len(self._rows), min(len(self._rows), len(rows))
        self._remove(kept, before)
        self._refresh(rows[:kept])
        self._insert(kept, rows[kept:])
        if before != len(rows):
            self.count_changed.emit()

    def put(self, changed: Mapping[str, R]) -> None:
        """Other values for the rows of these keys; the others stay."""
        self._refresh([changed.get(row.key, row) for row in self._rows])

    def end_with(self, key: str) -> None:
        """Let go what follows the row of that key, where there is one."""
        place = next((i for i, row in enumerate(self._rows) if row.key == key), len(self._rows))
        if place + 1 < len(self._rows):
            self._remove(place + 1, len(self._rows))
            self.count_changed.emit()

    def append(self, rows: Sequence[R]) -> None:
        self._insert(len(self._rows), rows)
        if rows:
            self.count_changed.emit()

    def _remove(self, start: int, stop: int) -> None:
        if start < stop:
            self.beginRemoveRows(_NOWHERE, start, stop - 1)
            del self._rows[start:stop]
            self.endRemoveRows()

    def _insert(self, start: int, rows: Sequence[R]) -> None:
        if rows:
            self.beginInsertRows(_NOWHERE, start, start + len(rows) - 1)
            self._rows[start:start] = rows
            self.endInsertRows()

    def _refresh(self, rows: Sequence[R]) -> None:
        for position, row in enumerate(rows):
            before = self._rows[position]
            if before != row:
                self._rows[position] = row
                where = self.index(position)
                self.dataChanged.emit(where, where, self._differing(before, row))

    def _differing(self, before: R, now: R) -> list[int]:
        """The roles that QML has to ask for again."""
        return [
            _FIRST_ROLE + place
            for place, name in enumerate(self._fields)
            if getattr(before, name) != getattr(now, name)
        ]

    def rowCount(self, parent: QModelIndex = _NOWHERE) -> int:  # type: ignore[override]
        return 0 if parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        return {_FIRST_ROLE + i: QByteArray(name.encode()) for i, name in enumerate(self._fields)}

    def data(self, index: QModelIndex, role: int = 0) -> object:  # type: ignore[override]
        place = role - _FIRST_ROLE
        if not index.isValid() or not 0 <= place < len(self._fields):
            return None
        return getattr(self._rows[index.row()], self._fields[place])
