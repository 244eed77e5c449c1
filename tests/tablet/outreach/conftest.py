"""The story's counter, and a device whose programs only note what they are handed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from tests.tablet.at_the_counter import counter, hub

__all__ = ["counter", "hub"]

SCHEMES = ("mailto", "https", "sms", "tel", "file")


class Programs(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, address: QUrl) -> None:
        self.opened.append(address.toString(QUrl.ComponentFormattingOption.FullyEncoded))


@pytest.fixture
def programs(qapp) -> Iterator[Programs]:
    """Qt's own way to say which program opens what."""
    taken = Programs()
    for scheme in SCHEMES:
        QDesktopServices.setUrlHandler(scheme, taken, "take")
    yield taken
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)
