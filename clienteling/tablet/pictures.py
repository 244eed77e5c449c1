"""The pictures that QML asks for: `image://icon/<weight>/<name>/<colour>`, `image://product/<digest>/<side>`.

Both providers answer on the UI thread, from memory. A provider in Python must not be asked by Qt's reader
thread: that thread would wait for the interpreter while it holds the lock of the pixmap cache, and the UI
thread, holding the interpreter, for the cache. So a product's picture is read and decoded as a job first.
"""

from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtQml import QmlElement, QmlSingleton
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from clienteling import resources
from clienteling.tablet.jobs import Jobs

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

Blob = Callable[[str], bytes | None]
"""From the replica, off the UI thread; None when the file is not on this tablet yet."""
Key = tuple[str, int]

KEPT_BYTES = 3 * 1024 * 1024
"""Of pictures in memory, two dozen tiles: Qt itself holds those on the screen, one is decoded in a moment."""

KEPT_ICONS = 512

_CLEAR, _OPAQUE = QImage.Format.Format_ARGB32_Premultiplied, QImage.Format.Format_RGB32


class IconProvider(QQuickImageProvider):
    """Draws an icon of one colour at exactly the size in device pixels that is asked for."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, icon: str, size: QSize, wanted: QSize) -> QImage:  # type: ignore[override]
        weight, name, colour = icon.split("/")
        try:
            image = drawn(weight, name, colour, wanted.width(), wanted.height())
        except OSError:
            return QImage()  # Qt says which one; an exception must not leave a virtual method
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


@lru_cache(maxsize=KEPT_ICONS)
def drawn(weight: str, name: str, colour: str, width: int, height: int) -> QImage:
    """Qt forgets an icon soon after nothing shows it, and asks again a moment later."""
    drawing = resources.path("icons", weight, f"{name}.svg").read_bytes()
    image = blank(QSize(width, height))
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing.replace(b"currentColor", f"#{colour[-6:]}".encode()))).render(painter)
    painter.end()
    return image


def blank(size: QSize) -> QImage:
    image = QImage(size, _CLEAR)
    image.fill(Qt.GlobalColor.transparent)
    return image


def decoded(content: bytes | None, side: int) -> QImage:
    """No larger than `side` in either direction; a null image when there is nothing to see.

    By QImageReader, which lets other threads run while it works: QImage.fromData holds the interpreter, and
    with it the card that is being drawn, for as long as a picture takes.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(content or b""))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if max(size.width(), size.height()) > side:
        reader.setScaledSize(size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
    return drawable(reader.read())


def drawable(image: QImage) -> QImage:
    """The same as Qt draws it: any other kind is copied for each place that shows it, while a frame waits."""
    if not image.isNull():
        image.convertTo(_CLEAR if image.hasAlphaChannel() else _OPAQUE)
    return image


@QmlElement
@QmlSingleton
class Pictures(QObject):
    """Brings product pictures into memory, and tells when one has arrived."""

    arrived = Signal(str, int, bool)
    """Digest, side, and whether there is a picture of that digest on this tablet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[Key, QImage] = OrderedDict()
        self._bytes = 0
        self._coming: set[Key] = set()
        self._jobs: Jobs | None = None
        self._blob: Blob | None = None

    def serve(self, jobs: Jobs, blob: Blob) -> None:
        self._jobs, self._blob = jobs, blob

    def forget(self) -> None:
        """Its window closes. PySide never lets a singleton go: it holds nothing of an app that is over."""
        self._jobs = self._blob = None
        self._kept.clear()
        self._coming.clear()
        self._bytes = 0

    @Slot(str, int, result=bool)
    def want(self, digest: str, side: int) -> bool:
        """Whether the picture can be drawn now; if not, it is fetched and `arrived` tells."""
        key = (digest, side)
        if key in self._kept:
            return True
        if self._jobs is not None and self._blob is not None and key not in self._coming:
            self._coming.add(key)
            blob = self._blob
            self._jobs.run(lambda: decoded(blob(digest), side), lambda image: self._keep(key, image))
        return False

    def of(self, digest: str, side: int) -> QImage:
        """From memory; null when it is not there."""
        key = (digest, side)
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key, QImage())

    def _keep(self, key: Key, image: QImage) -> None:
        self._coming.discard(key)
        if not image.isNull():
            self._kept[key] = image
            self._bytes += image.sizeInBytes()
        while self._bytes > KEPT_BYTES and len(self._kept) > 1:
            self._bytes -= self._kept.popitem(last=False)[1].sizeInBytes()
        self.arrived.emit(*key, not image.isNull())


class ProductPictureProvider(QQuickImageProvider):
    def __init__(self, pictures: Pictures) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._pictures = pictures

    def requestImage(self, name: str, size: QSize, _: QSize) -> QImage:  # type: ignore[override]
        digest, side = name.split("/")
        image = self._pictures.of(digest, int(side))
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image
