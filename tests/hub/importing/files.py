"""Small invented files, and what an import makes of them."""

import os
from dataclasses import dataclass
from pathlib import Path

from clienteling.hub.importing import asking
from clienteling.hub.importing.mapping import Reading
from clienteling.hub.importing.opening import open_file
from clienteling.hub.importing.run import import_file
from clienteling.hub.importing.staff import FirstPin
from clienteling.hub.importing.values import Fate, Figures, Kind
from clienteling.wording import Wording
from sync.hub.gone.remembered import Remembered
from sync.hub.store import HubStore

WRITTEN_AT = 1_795_000_000  # seconds: 2026-11-18
ENGLISH = Wording("en")


@dataclass
class Import:
    figures: Figures
    reasons: dict[int, str]
    """Row → why it was rejected."""
    pins: list[FirstPin]
    reading: Reading

    @property
    def fates(self) -> tuple[int, int, int, int]:
        """New, changed, as they were, rejected."""
        return tuple(self.figures.fates[fate] for fate in Fate)


def write(path: Path, text: str | bytes, written_at: int = WRITTEN_AT) -> Path:
    path.write_bytes(text if isinstance(text, bytes) else text.encode("cp1252"))
    os.utime(path, (written_at, written_at))
    return path


def take(
    store: HubStore, path: Path, *, kind: Kind | None = None, source="file", shop="", **reading
) -> Import:
    opened = open_file(path)
    guessed = asking.chosen(opened, kind)
    how = Reading(
        guessed.kind,
        reading.get("columns", guessed.columns),
        reading.get("decimal", guessed.decimal),
        reading.get("dates", guessed.dates),
        reading.get("checked_emails", False),
    )
    reasons: dict[int, str] = {}
    pins: list[FirstPin] = []
    figures = import_file(
        store,
        opened,
        how,
        source=source,
        shop=shop,
        language="it",
        keyed=Remembered(path.parent).hash_of,
        reject=lambda rows, reason: reasons.update({row.number: reason.in_words(ENGLISH) for row in rows}),
        progress=lambda _row: None,
        first_pin=pins.append,
    )
    return Import(figures, reasons, pins, how)
