"""The rows that were not taken, in a file beside: to be corrected there and imported again."""

import csv
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from clienteling.hub.importing.opening import Opened
from clienteling.hub.importing.text_file import TextFile
from clienteling.hub.importing.values import SourceRow, Unfit
from clienteling.marking import msgid
from clienteling.spreadsheet import safe
from clienteling.wording import Wording


def beside(path: Path, wording: Wording) -> Path:
    word = wording.named("file name", "rejected")
    return path.with_name(f"{path.stem}.{word}.csv")


class Rejected:
    """Made with its first row. Readable by its owner only, as it is about people."""

    def __init__(self, path: Path, opened: Opened, wording: Wording) -> None:
        self.path = path
        self._opened = opened
        self._wording = wording
        self._file: TextIO | None = None
        path.unlink(missing_ok=True)

    @property
    def is_made(self) -> bool:
        return self._file is not None

    def add(self, rows: Sequence[SourceRow], reason: Unfit) -> None:
        if self._file is None:
            self._file = self._begin()
        writer = csv.writer(self._file, delimiter=self._delimiter())
        for row in rows:
            cells = [*row.cells, *[""] * (len(self._opened.headings) - len(row.cells))]
            words = reason.in_words(self._wording)
            writer.writerow([row.number, safe(words), *map(safe, cells)])

    def close(self) -> None:
        if self._file is not None:
            self._file.close()

    def _begin(self) -> TextIO:
        descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        file = os.fdopen(descriptor, "w", encoding="utf-8-sig", newline="", errors="replace")
        titles = [self._wording.say(msgid("Row")), self._wording.say(msgid("Reason"))]
        csv.writer(file, delimiter=self._delimiter()).writerow([*titles, *map(safe, self._opened.headings)])
        return file

    def _delimiter(self) -> str:
        source = self._opened.source
        if isinstance(source, TextFile):
            return source.delimiter
        return ";" if self._wording.language == "it" else ","
