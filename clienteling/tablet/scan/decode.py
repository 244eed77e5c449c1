"""From luminance to the codes in it. The one place that knows zxing-cpp."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from math import hypot

import zxingcpp
from zxingcpp import BarcodeFormat

from clienteling.codes import shape
from clienteling.codes.values import Flaw
from clienteling.scan.symbology import Symbology, of_aim
from clienteling.tablet.scan.closer import closer
from clienteling.tablet.scan.luminance import Luminance, Turn

Corner = tuple[float, float]
AS_NEAR = 0.12
"""A share of the picture by which nobody tells which of two codes is held up."""


@dataclass(frozen=True, slots=True)
class Found:
    """A code in the picture. Corners clockwise from its top left, as shares of the picture as it is shown."""

    text: str
    symbology: Symbology
    corners: tuple[Corner, ...]


class Look(Enum):
    """How hard to look at a picture."""

    QUICK = auto()
    """For QR alone, in which customers' codes come."""
    WHOLE = auto()
    """For everything: QR, else bars, else the other squares, which cost most."""
    CLOSER = auto()
    """The middle of it, enlarged, for everything: small, dim or blurred codes."""


_QR = (BarcodeFormat.QRCode,)
_BARS = (BarcodeFormat.EANUPC, BarcodeFormat.Code128, BarcodeFormat.Code39, BarcodeFormat.ITF)
_SQUARES = (BarcodeFormat.DataMatrix, BarcodeFormat.Aztec, BarcodeFormat.PDF417)


def read_codes(picture: Luminance, look: Look = Look.WHOLE) -> tuple[Found, ...]:
    """The codes in the picture, in either polarity and any direction; of the first kind that is there."""
    match look:
        case Look.QUICK:
            return _of_kinds(picture, (_QR,))
        case Look.WHOLE:
            return _of_kinds(picture, (_QR, _BARS, _SQUARES))
        case Look.CLOSER:
            with closer(picture) as near:
                return _of_kinds(near, (_QR, _BARS, _SQUARES))


def _of_kinds(picture: Luminance, kinds: Iterable[tuple[BarcodeFormat, ...]]) -> tuple[Found, ...]:
    view = zxingcpp.ImageView(
        picture.pixels,
        picture.width,
        picture.height,
        zxingcpp.ImageFormat.Lum,
        picture.stride,
        picture.step,
    )
    found = (_read(view, formats) for formats in kinds)
    return tuple(_found(code, picture) for code in next(filter(None, found), ()))


def _read(view: zxingcpp.ImageView, formats: tuple[BarcodeFormat, ...]) -> list[zxingcpp.Barcode]:
    # Plain, as a scanner types it; the reader's own choice spells out control characters for people.
    return zxingcpp.read_barcodes(view, formats=formats, text_mode=zxingcpp.TextMode.Plain)


def meant(found: Iterable[Found]) -> tuple[Found, ...]:
    """What is held up: a customer's code before any other, then the nearest to the middle.

    Two that are equally meant are both told, for a person to say which: two customers' codes, or two others
    that lie about as far from the middle.
    """
    once = list({code.text: code for code in found}.values())
    hers = [code for code in once if _is_customers(code)]
    if hers:
        return tuple(hers)
    nearest = min(map(_from_middle, once), default=0)
    return tuple(code for code in once if _from_middle(code) - nearest < AS_NEAR)


def _found(code: zxingcpp.Barcode, picture: Luminance) -> Found:
    place, part = code.position, picture.part
    points = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
    corners = tuple(
        as_shown(
            (
                part.left + part.width * p.x / picture.width,
                part.top + part.height * p.y / picture.height,
            ),
            picture.turn,
        )
        for p in points
    )
    _, letter, modifier = code.symbology_identifier
    return Found(code.text, of_aim(letter, modifier, code.text), corners)


def as_shown(corner: Corner, turn: Turn) -> Corner:
    """Where a point of the picture in memory lies in the picture on the screen."""
    x, y = corner
    for _ in range(turn.quarters):
        x, y = 1 - y, x
    return (1 - x, y) if turn.mirrored else (x, y)


def _is_customers(code: Found) -> bool:
    return shape.find(code.text) is not Flaw.FOREIGN


def _from_middle(code: Found) -> float:
    """As a share of the picture."""
    count = len(code.corners)
    x = sum(x for x, _ in code.corners) / count - 0.5
    y = sum(y for _, y in code.corners) / count - 0.5
    return hypot(x, y)
