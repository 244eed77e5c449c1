"""Puts the page into a file, shows it, and says where it is."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from clienteling.tablet.floor import Floor
from clienteling.tablet.review.keeping import documents, open_file

if TYPE_CHECKING:
    from pathlib import Path

    from clienteling.tablet.figures.keeping import Page


class Keeper:
    def __init__(self, floor: Floor) -> None:
        self._floor = floor
        self.folder, self.show_file = documents(), open_file
        """Where what is printed and exported is kept, and what becomes of it then."""

    def keep(self, kind: str, page: "Page") -> None:
        """As pdf or csv."""
        from clienteling.tablet.figures.keeping import write

        self._floor.jobs.run(partial(write, self.folder, kind, page), self._kept, self._not_kept)

    def _kept(self, path: "Path") -> None:
        self._floor.toasts.show(QCoreApplication.translate("Review", "Kept as {path}").format(path=path))
        self.show_file(path)

    def _not_kept(self, error: Exception) -> None:
        if not isinstance(error, OSError):
            raise error
        self._floor.toasts.show(
            QCoreApplication.translate("Review", "It could not be kept in {path}").format(path=self.folder)
        )
