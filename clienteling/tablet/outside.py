"""What lies beyond the app: the device's own programs, and a place for files that are handed to them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Outside:
    open: Callable[[str], bool]
    """Hand an address to the program that takes it. False where the device has none."""
    folder: Path | None = None
    """Where files lie while they are looked at; None: none are made."""


NOTHING_LEAVES = Outside(open=lambda _: True)
"""While somebody practises: everything is recorded, nothing is opened or written."""


def programs(folder: Path) -> Outside:
    return Outside(open=_open, folder=folder)


def _open(address: str) -> bool:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))
