"""What a telephone's camera finds in a picture: QR codes.

A reader that looks for every kind takes a piece of one code in three hundred for a bar code beside it.
"""

from typing import TYPE_CHECKING

import zxingcpp
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PIL.Image import Image


def codes_in(picture: "Image | QImage") -> list[str]:
    """What each says; a picture of the screen in any colours."""
    if not isinstance(picture, QImage):
        return _read(picture)
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = bytes(grey.constBits())  # nobody else holds what the view looks at
    kind = zxingcpp.ImageFormat.Lum
    return _read(zxingcpp.ImageView(pixels, grey.width(), grey.height(), kind, grey.bytesPerLine(), 1))


def _read(picture: "Image | zxingcpp.ImageView") -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)]
