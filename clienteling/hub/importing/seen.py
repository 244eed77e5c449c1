"""What this run has read already, kept on disk: a file may have more rows than the memory holds."""

import sqlite3

from clienteling.hub.importing.values import Unfit
from clienteling.marking import msgid


class Seen:
    """Two rows about the same thing are one when they say the same, and a contradiction otherwise."""

    def __init__(self) -> None:
        self._rows = sqlite3.connect(
            "", isolation_level=None
        )  # a file without a name, gone when it is closed
        self._rows.execute("PRAGMA journal_mode = OFF")
        self._rows.execute(
            "CREATE TABLE seen (key TEXT PRIMARY KEY, said TEXT, number INTEGER) WITHOUT ROWID"
        )

    def before(self, key: str, said: str, number: int) -> bool:
        """Whether an earlier row said this. Raises Unfit where it said something else."""
        row = self._rows.execute("SELECT said, number FROM seen WHERE key = ?", (key,)).fetchone()
        if row is None:
            self._rows.execute("INSERT INTO seen VALUES (?, ?, ?)", (key, said, number))
            return False
        if row[0] != said:
            raise Unfit(
                msgid("Row {number} says something else of the same. Keep one of the two."), number=row[1]
            )
        return True

    def first(self, key: str) -> bool:
        """Whether nobody has asked for this before."""
        added = self._rows.execute("INSERT OR IGNORE INTO seen VALUES (?, '', 0)", (key,))
        return added.rowcount == 1

    def close(self) -> None:
        self._rows.close()
