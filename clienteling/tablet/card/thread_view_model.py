"""Her timeline on the screen: a piece at a time, of one channel or of all, or what holds a word."""

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.card.compose import NEWEST_ENTRIES
from clienteling.tablet.card.lines import (
    Lines,
    Part,
    Reader,
    read_lines,
    read_states,
    unsettled,
)
from clienteling.tablet.card.thread import ThreadRow
from clienteling.tablet.rows import Rows
from clienteling.vocabulary import Channel

if TYPE_CHECKING:
    from collections.abc import Callable

    from clienteling.tablet.floor import Floor
    from clienteling.timeline.lines import Position

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger(__name__)

PAGE = 40
LONGEST_PAGE = 240
"""Whoever has come far throws far: the next piece has to be there before the list ends."""
LOOKED_THROUGH = 300
"""Entries that are searched at a time: the next letter does not wait for the last one's end."""


@QmlElement
@QmlUncreatable("made by the app")
class ThreadViewModel(QObject):
    changed = Signal()

    def __init__(self, floor: "Floor", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._rows: Rows[ThreadRow] = Rows(ThreadRow, self)
        self._customer_id = ""
        self._channel: Channel | None = None
        self._text = ""
        self._end: Position | None = None
        self._turn = 0
        self._under_way = False
        self._seen = 0

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        return self._rows

    @Property(str, notify=changed)
    def channel(self) -> str:
        """The one channel whose lines are shown; empty for all."""
        return self._channel.value if self._channel else ""

    @Property(str, notify=changed)
    def text(self) -> str:
        """What the shown lines hold; empty for all."""
        return self._text

    @Property(bool, notify=changed)
    def more(self) -> bool:
        """Whether older lines follow."""
        return self._end is not None

    @Property(bool, notify=changed)
    def under_way(self) -> bool:
        return self._under_way

    def begin(self, customer_id: str) -> None:
        """Another customer: her lines come with her card."""
        self._turn += 1
        self._customer_id = customer_id
        self._channel, self._text, self._end, self._seen = None, "", None, 0
        self._under_way = False
        self.changed.emit()

    def take(self, lines: Lines, *, another: bool) -> None:
        """The newest lines, as they were read with her card."""
        if another:
            self._rows.overwrite(lines.rows)
        elif self._whole and self._rows.count <= NEWEST_ENTRIES:
            self._rows.replace(lines.rows)
        else:
            return  # what stands there is read by itself
        self._end = lines.end
        self.changed.emit()

    @Slot(str)
    def filter(self, channel: str) -> None:
        """Only the lines of one channel; empty for all."""
        self._channel = Channel(channel) if channel else None
        self._again()

    @Slot(str)
    def search(self, text: str) -> None:
        """Only the lines that say this; empty for all."""
        if text.strip() != self._text:
            self._text = text.strip()
            self._again()

    @Slot()
    def show_all(self) -> None:
        if not self._whole:
            self._channel, self._text = None, ""
            self._again()

    @Slot()
    def older(self) -> None:
        """The next piece, when there is one and none is on its way."""
        if self._end is not None and not self._under_way:
            page = min(LONGEST_PAGE, max(PAGE, self._rows.count))
            self._read(self._end, LOOKED_THROUGH if self._text else page, partial(self._add, self._turn))

    @Slot(int)
    def seen(self, place: int) -> None:
        """The last line on the screen: what lies far below it may be let go."""
        self._seen = place

    def reload(self) -> None:
        """What is on the screen as it is now; further down it is read again when somebody goes there."""
        if not self._text:
            self._turn += 1
            limit = max(NEWEST_ENTRIES, min(self._rows.count, self._seen + PAGE))
            self._read(None, limit, partial(self._renew, self._turn))

    def read_states(self) -> None:
        """Nothing of hers changed: only how far it has come."""
        moving = unsettled(self._rows.rows)
        if moving:
            self._floor.jobs.run(partial(read_states, self._floor.replica, moving), self._rows.put)

    @property
    def _whole(self) -> bool:
        return self._channel is None and not self._text

    def _again(self) -> None:
        self._turn += 1
        self._seen = 0
        limit = LOOKED_THROUGH if self._text else NEWEST_ENTRIES
        self._read(None, limit, partial(self._begin, self._turn))
        self.changed.emit()

    def _read(self, before: "Position | None", limit: int, done: "Callable[[Lines | None], None]") -> None:
        floor, turn = self._floor, self._turn
        if not self._customer_id or floor.session.who is None:
            return
        self._under_way = True
        reader = Reader(author=floor.session.author, wording=floor.language.wording, now=floor.now())
        part = Part(channel=self._channel, text=self._text, before=before, limit=limit)
        query = partial(
            read_lines, floor.replica, self._customer_id, reader, part, lambda: turn == self._turn
        )
        floor.jobs.run(query, done, self._failed)

    def _failed(self, error: Exception) -> None:
        """The card, which is read after every change, says on the screen what is wrong with the replica."""
        log.error("A piece of the timeline was not read", exc_info=error)
        self._under_way = False

    def _begin(self, turn: int, lines: Lines | None) -> None:
        if lines is not None and turn == self._turn:
            self._rows.replace(lines.rows)
            self._end_at(lines)

    def _add(self, turn: int, lines: Lines | None) -> None:
        if lines is not None and turn == self._turn:
            self._rows.append(lines.rows)
            self._end_at(lines)

    def _renew(self, turn: int, lines: Lines | None) -> None:
        if lines is not None and turn == self._turn:
            if lines.rows:
                self._rows.end_with(lines.rows[-1].key)
            self._rows.replace(lines.rows)
            self._end_at(lines)

    def _end_at(self, lines: Lines) -> None:
        self._end, self._under_way = lines.end, False
        self.changed.emit()
        if self._text and self._end is not None and self._rows.count < PAGE:
            self.older()
