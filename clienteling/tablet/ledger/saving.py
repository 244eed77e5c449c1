"""The unsent queue as a file, for somebody to carry to the hub."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

Seal = Callable[[], bytes]
"""Everything that the hub has not confirmed, sealed to it. Raises NotPaired."""


class NotWritten(StrEnum):
    NO = ""
    NO_KEY = "no_key"
    """The hub has not said yet to which key to seal it."""
    STORAGE = "storage"


@dataclass(frozen=True)
class Written:
    path: str = ""
    trouble: NotWritten = NotWritten.NO


def write_queue(seal: Seal, folder: Path, now: int) -> Written:
    """Under a name of its own; nothing that lies there is written over."""
    from sync.errors import NotPaired
    from sync.private_file import write_private

    moment = datetime.fromtimestamp(now / 1000).astimezone()
    path = folder / f"clienteling-{moment:%Y%m%d-%H%M%S}.queue"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_private(path, seal())
    except NotPaired:
        return Written(trouble=NotWritten.NO_KEY)
    except OSError:
        return Written(trouble=NotWritten.STORAGE)
    return Written(path=str(path))
