"""A disk of a few megabytes in memory, that a test fills and gives room again."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def unavailable() -> str:
    """Why this machine cannot mount one, empty where it can."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "mounting a file system needs root"
    return "" if shutil.which("mount") else "there is no mount program"


@contextmanager
def mounted(directory: Path, size: int) -> Iterator["SmallDisk"]:
    directory.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", directory], check=True)
    try:
        yield SmallDisk(directory)
    finally:
        subprocess.run(["umount", "-l", directory], check=True)


class SmallDisk:
    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._ballast = directory / "ballast"

    @property
    def free(self) -> int:
        return shutil.disk_usage(self.directory).free

    def fill(self, leaving: int) -> None:
        """Only so many bytes are free from here on."""
        self._ballast.write_bytes(bytes(max(0, self.free - leaving)))

    def make_room(self) -> None:
        self._ballast.unlink()
