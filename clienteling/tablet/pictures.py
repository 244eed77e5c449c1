"""The pictures that QML asks for: `image://icon/<weight>/<name>/<colour>` and `image://product/<digest>`."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import (
    QQuickAsyncImageProvider,
    QQuickImageProvider,
    QQuickImageResponse,
    QQuickTextureFactory,
)
from PySide6.QtSvg import QSvgRenderer

from clienteling import resources

FetchBlob = Callable[[str, Callable[[bytes | None], None]], None]
"""Digest and what to do with the bytes; None when they are not on this tablet yet."""


class IconProvider(QQuickImageProvider):
    """Draws an icon of one colour at exactly the size in device pixels that is asked for."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, icon: str, size: QSize, wanted: QSize) -> QImage:  # type: ignore[override]
        weight, name, colour = icon.split("/")
        try:
            drawing = resources.path("icons", weight, f"{name}.svg").read_bytes()
        except OSError:
            return QImage()  # Qt says which one; an exception must not leave a virtual method
        image = blank(wanted)
        painter = QPainter(image)
        QSvgRenderer(QByteArray(drawing.replace(b"currentColor", f"#{colour[-6:]}".encode()))).render(painter)
        painter.end()
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


def blank(size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


class ProductPicture(QQuickImageResponse):
    """One picture on its way from the replica."""

    def __init__(self, wanted: QSize) -> None:
        super().__init__()
        self._wanted = wanted
        self._image = QImage()

    def take(self, content: bytes | None) -> None:
        if content is not None:
            self._image = fitted(QImage.fromData(content), self._wanted)
        self.finished.emit()

    def textureFactory(self) -> QQuickTextureFactory:
        return QQuickTextureFactory.textureFactoryForImage(self._image)

    def errorString(self) -> str:
        return "no such picture on this tablet" if self._image.isNull() else ""


def fitted(image: QImage, wanted: QSize) -> QImage:
    """As large as the place for it, never larger than the picture itself."""
    if image.isNull() or not wanted.isValid() or wanted.width() >= image.width():
        return image
    return image.scaled(
        wanted, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


class ProductPictureProvider(QQuickAsyncImageProvider):
    def __init__(self, fetch: FetchBlob) -> None:
        super().__init__()
        self._fetch = fetch

    def requestImageResponse(self, digest: str, wanted: QSize) -> QQuickImageResponse:
        response = ProductPicture(wanted)
        self._fetch(digest, response.take)
        return response
