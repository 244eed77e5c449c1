"""What is worth a sound: that a scan led somewhere or did not, that something was saved or was not."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from clienteling.scan.values import Calibrated, CustomerFound, ProductFound, ScanResult, TextRead
from clienteling.tablet.record.saved_view_model import SavedViewModel
from clienteling.tablet.scan.scan_view_model import ScanViewModel
from clienteling.tablet.sounds.sounds import Sound


def of_scan(result: ScanResult) -> Sound | None:
    match result:
        case CustomerFound() | ProductFound() | Calibrated():
            return Sound.FOUND
        case TextRead():
            return None  # somebody typed, and reads what is found
        case _:
            return Sound.NOT_FOUND


class Hearing(QObject):
    def __init__(
        self,
        scan: ScanViewModel,
        saved: SavedViewModel,
        play: Callable[[Sound], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._saved = saved
        self._play = play
        self._record = ""
        self._failure = ""
        scan.resolved.connect(self._on_resolved)
        saved.changed.connect(self._on_saved)

    @Slot(object)
    def _on_resolved(self, result: ScanResult) -> None:
        sound = of_scan(result)
        if sound is not None:
            self._play(sound)

    @Slot()
    def _on_saved(self) -> None:
        """Once for each record: its state changes more often than it is saved."""
        record, failure = self._saved.record_id, self._saved.failure
        if record and record != self._record:
            self._play(Sound.SAVED)
        elif failure and failure != self._failure:
            self._play(Sound.NOT_FOUND)
        self._record, self._failure = record, failure
