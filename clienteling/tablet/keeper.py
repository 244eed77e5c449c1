"""Puts a page into a file among the person's documents, shows it, and says where it is."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from clienteling.tablet.floor import Floor

Write = Callable[[Path], Path]
"""Into that folder; returns the file. Raises OSError where the folder takes nothing."""


def documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def open_file(path: Path) -> bool:
    """With what the device has for it; whether anything took it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class Keeper:
    def __init__(self, floor: Floor) -> None:
        self._floor = floor
        self.folder = documents()
        self.show_file: Callable[[Path], object] = open_file
        """Where what is printed and exported is kept, and what becomes of it then."""

    def keep(self, write: Write) -> None:
        folder = self.folder
        self._floor.jobs.run(lambda: write(folder), self._kept, self._not_kept)

    def _kept(self, path: Path) -> None:
        self._floor.toasts.show(QCoreApplication.translate("Keeper", "Kept as {path}").format(path=path))
        self.show_file(path)

    def _not_kept(self, error: Exception) -> None:
        if not isinstance(error, OSError):
            raise error
        self._floor.toasts.show(
            QCoreApplication.translate("Keeper", "It could not be kept in {path}").format(path=self.folder)
        )
