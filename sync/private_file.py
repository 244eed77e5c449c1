"""Files that hold secrets: for their owner only from the first moment, and whole or not there at all."""

import os
from pathlib import Path


def write_private(path: Path, content: bytes) -> None:
    """On disk when this returns, also after a loss of power. Raises OSError, leaving what was there."""
    unfinished = path.with_name(path.name + ".new")
    unfinished.unlink(missing_ok=True)
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    settle_directory(path.parent)


def settle_directory(directory: Path) -> None:
    """A new name is on disk when its directory is; Windows has no such call and needs none."""
    if os.name != "posix":
        return
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
