"""The middle of a picture, enlarged, which gives small, dim and blurred codes that the whole does not."""

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage

from clienteling.tablet.scan.luminance import Luminance, Part

if TYPE_CHECKING:
    from collections.abc import Iterator

SHARE = 0.6
"""Of width and height: the guide on the screen and the air round it, which is where a code is held."""
TIMES = 2
_MIDDLE = Part((1 - SHARE) / 2, (1 - SHARE) / 2, SHARE, SHARE)


@contextmanager
def closer(picture: Luminance) -> "Iterator[Luminance]":
    """It lives as long as the context: its pixels lie in an image of its own."""
    image = _middle(picture).scaled(
        round(picture.width * SHARE) * TIMES,
        round(picture.height * SHARE) * TIMES,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    yield Luminance(
        grey.constBits(), grey.width(), grey.height(), grey.bytesPerLine(), turn=picture.turn, part=_MIDDLE
    )


def _middle(picture: Luminance) -> QImage:
    width, height = round(picture.width * SHARE), round(picture.height * SHARE)
    left, top = (picture.width - width) // 2, (picture.height - height) // 2
    if picture.step == 1:
        whole = QImage(
            picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_Grayscale8
        )
        return whole.copy(QRect(left, top, width, height))
    rows = (picture.stride * y + picture.step * left for y in range(top, top + height))
    packed = b"".join(bytes(picture.pixels[i : i + picture.step * width : picture.step]) for i in rows)
    return QImage(packed, width, height, width, QImage.Format.Format_Grayscale8).copy()
