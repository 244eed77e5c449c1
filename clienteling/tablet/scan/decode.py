"""From luminance to the codes in it. The one place that knows zxing-cpp."""

from collections.abc import Iterable
from dataclasses import dataclass

import zxingcpp
from zxingcpp import BarcodeFormat

from clienteling.codes import shape
from clienteling.codes.values import Flaw
from clienteling.scan.symbology import BY_AIM_LETTER, Symbology
from clienteling.tablet.scan.luminance import Luminance, Turn

Corner = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Found:
    """A code in the picture. Corners clockwise from its top left, as shares of the picture as it is shown."""

    text: str
    symbology: Symbology
    corners: tuple[Corner, ...]


_QR = (BarcodeFormat.QRCode,)
_CARDS_AND_PRODUCTS = (
    BarcodeFormat.EANUPC,
    BarcodeFormat.Code128,
    BarcodeFormat.DataMatrix,
    BarcodeFormat.Aztec,
    BarcodeFormat.PDF417,
)


def read_codes(picture: Luminance, *, thorough: bool = True) -> tuple[Found, ...]:
    """The codes in the picture, in either polarity and any direction: QR, and where there is none the others.

    A customer's code is QR, and that alone costs an eighth of looking for all; unless `thorough`, it is all.
    """
    view = zxingcpp.ImageView(
        picture.pixels,
        picture.width,
        picture.height,
        zxingcpp.ImageFormat.Lum,
        picture.stride,
        picture.step,
    )
    codes = _read(view, _QR)
    if thorough and not codes:
        codes = _read(view, _CARDS_AND_PRODUCTS)
    return tuple(_found(code, picture) for code in codes)


def _read(view: zxingcpp.ImageView, formats: tuple[BarcodeFormat, ...]) -> list[zxingcpp.Barcode]:
    # Plain, as a scanner types it; the reader's own choice spells out control characters for people.
    return zxingcpp.read_barcodes(view, formats=formats, text_mode=zxingcpp.TextMode.Plain)


def best(found: Iterable[Found]) -> Found | None:
    """The one that is meant: a customer's code before any other, then the nearest to the middle."""
    return min(found, key=lambda code: (not _is_customers(code), _from_middle(code)), default=None)


def _found(code: zxingcpp.Barcode, picture: Luminance) -> Found:
    place = code.position
    points = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
    corners = tuple(as_shown((p.x / picture.width, p.y / picture.height), picture.turn) for p in points)
    letter = code.symbology_identifier[1:2].upper()
    return Found(code.text, BY_AIM_LETTER.get(letter, Symbology.UNKNOWN), corners)


def as_shown(corner: Corner, turn: Turn) -> Corner:
    """Where a point of the picture in memory lies in the picture on the screen."""
    x, y = corner
    for _ in range(turn.quarters):
        x, y = 1 - y, x
    return (1 - x, y) if turn.mirrored else (x, y)


def _is_customers(code: Found) -> bool:
    return shape.find(code.text) is not Flaw.FOREIGN


def _from_middle(code: Found) -> float:
    count = len(code.corners)
    x = sum(x for x, _ in code.corners) / count - 0.5
    y = sum(y for _, y in code.corners) / count - 0.5
    return x * x + y * y
